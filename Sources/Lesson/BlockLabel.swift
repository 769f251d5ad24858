/// What `<!-- #label caption: … -->` right before a table, an image or a displayed formula says.
public struct BlockLabel: Sendable, Hashable {
  /// What the block is, and so what it is counted with.
  public enum Kind: Sendable, Hashable {
    case figure, equation, table
  }

  public var kind: Kind
  public var label: String
  public var caption: [Inline]?
  /// What shows in place of a number, as a formula's `\tag` says; nil for what is counted.
  public var tag: String?
  /// UTF-8 offsets of the label.
  public var range: Range<Int>

  /// Whether a text may be a label: a letter, then letters, digits, `-`, `_`, `:` or `.`, the last a letter or digit.
  public static func isLabel(_ text: String) -> Bool { Label.isValid(text) }

  public init(kind: Kind, label: String, caption: [Inline]?, tag: String? = nil, range: Range<Int>) {
    self.kind = kind
    self.label = label
    self.caption = caption
    self.tag = tag
    self.range = range
  }
}
