/// A block of a lesson's document.
public indirect enum Block: Sendable, Hashable {
  case heading(Heading)
  case paragraph([Inline])
  case quote([Block])
  case callout(Callout)
  case list(List)
  /// A cell, as an index into `Lesson.cells`; its recording is not a block of its own.
  case cell(Int)
  /// Code that is shown, not run: `language` is the first word of a fence's info string; every line of `text`
  /// ends with a newline.
  case code(language: String?, text: String)
  /// A displayed formula, as an index into `Lesson.formulas`.
  case formula(Int)
  case rule
  case table(Table)
  /// A table, a formula or a paragraph of one image, with its label.
  case labelled(BlockLabel, Block)
  /// Raw HTML, as written; never comments alone.
  case html(String)
  /// Comments with their marks, as written.
  case comment(String)
}

/// A heading with the slug that links use.
public struct Heading: Sendable, Hashable {
  public var level: Int
  public var content: [Inline]
  /// GitHub's slug with accents folded, unique in the lesson.
  public var slug: String
  /// UTF-8 offsets of its line.
  public var range: Range<Int>

  public init(level: Int, content: [Inline], slug: String, range: Range<Int>) {
    self.level = level
    self.content = content
    self.slug = slug
    self.range = range
  }
}

/// A quote that starts with `[!NOTE]` and the like.
public struct Callout: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  public var kind: Kind
  /// What stands after the marker on its line; empty for the kind's own name.
  public var title: [Inline]
  /// `[!TIP]-`: starts folded.
  public var isFolded: Bool
  public var blocks: [Block]

  public init(kind: Kind, title: [Inline], isFolded: Bool, blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.isFolded = isFolded
    self.blocks = blocks
  }
}

/// A bullet or ordered list.
public struct List: Sendable, Hashable {
  /// The first number of an ordered list; nil for bullets.
  public var start: Int?
  /// Whether items are shown without paragraph spacing.
  public var isTight: Bool
  public var items: [[Block]]

  public init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A piece of running text.
public indirect enum Inline: Sendable, Hashable {
  case text(String)
  case code(String)
  /// An inline cell, as an index into `Lesson.inlineCells`.
  case cell(Int)
  /// A formula, as an index into `Lesson.formulas`.
  case formula(Int)
  case emphasis([Inline])
  case strong([Inline])
  /// A link; `range` holds the UTF-8 offsets of its destination, of its text where that has a label for a
  /// destination, or of its block where the source writes it in some other way.
  case link(destination: String, title: String?, content: [Inline], range: Range<Int>)
  case image(source: String, title: String?, alternative: [Inline], range: Range<Int>)
  /// `@label`.
  case reference(label: String, range: Range<Int>)
  /// `[^label]`, the mark of a footnote.
  case footnote(label: String, range: Range<Int>)
  /// The box of a task in a list.
  case checkbox(isChecked: Bool)
  case softBreak
  case hardBreak
  /// A tag of raw HTML, as written.
  case html(String)
  /// A comment with its marks, as written.
  case comment(String)
}
