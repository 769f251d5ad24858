import Lesson

/// What a lesson names and may be named by, and its raw HTML, in document order.
public struct LessonLinks: Sendable {
  /// A link or an image.
  public struct Link: Sendable {
    public let destination: String
    /// UTF-8 offsets of its destination in the lesson.
    public let range: Range<Int>
    public let isImage: Bool
    /// Whether an image has words for those who cannot see it.
    let hasAlternative: Bool
  }

  public private(set) var links: [Link] = []
  private(set) var references: [(label: String, range: Range<Int>)] = []
  /// The marks of footnotes; those in footnotes come last.
  private(set) var footnotes: [(label: String, range: Range<Int>)] = []
  private(set) var headings: [Heading] = []
  /// The pieces of raw HTML.
  private(set) var html: [String] = []

  /// Collects; the parser bounds how deep blocks and inlines nest.
  ///
  /// - Complexity: Linear in the size of the lesson.
  public init(of lesson: Lesson) {
    add(lesson.frontMatter.title)
    add(lesson.blocks, of: lesson)
    for footnote in lesson.footnotes { add(footnote.blocks, of: lesson) }
  }

  private mutating func add(_ blocks: [Block], of lesson: Lesson) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        headings.append(heading)
        add(heading.content)
      case .paragraph(let content): add(content)
      case .quote(let inner): add(inner, of: lesson)
      case .callout(let callout):
        add(callout.title)
        add(callout.blocks, of: lesson)
      case .list(let list): for item in list.items { add(item, of: lesson) }
      case .labelled(let label, let block):
        add(label.caption ?? [])
        add([block], of: lesson)
      case .cell(let index):
        let options = lesson.cells[index].options
        if options.include { add(options.figureCaption ?? []) }
      case .table(let table): for cell in table.header + table.rows.flatMap(\.self) { add(cell) }
      case .quiz(let quiz):
        for question in quiz.questions {
          add(question.prompt, of: lesson)
          for option in question.options { add(option.content) }
          add(question.explanation, of: lesson)
        }
      case .html(let text): html.append(text)
      case .code, .formula, .rule, .comment: break
      }
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let content), .strong(let content): add(content)
      case .link(let destination, _, let content, let range):
        links.append(Link(destination: destination, range: range, isImage: false, hasAlternative: true))
        add(content)
      case .image(let source, _, let alternative, let range):
        links.append(
          Link(
            destination: source, range: range, isImage: true,
            hasAlternative: alternative.contains(where: Self.says)
          ))
      case .reference(let label, let range): references.append((label, range))
      case .footnote(let label, let range): footnotes.append((label, range))
      case .html(let text): html.append(text)
      case .text, .code, .cell, .formula, .checkbox, .softBreak, .hardBreak, .comment: break
      }
    }
  }

  /// Whether an inline has words.
  private static func says(_ inline: Inline) -> Bool {
    switch inline {
    case .text(let text): !text.allSatisfy(\.isWhitespace)
    case .emphasis(let content), .strong(let content), .link(_, _, let content, _),
      .image(_, _, let content, _):
      content.contains(where: says)
    case .footnote, .checkbox, .softBreak, .hardBreak, .html, .comment: false
    case .code, .cell, .formula, .reference: true
    }
  }
}

extension LessonLinks.Link {
  /// Whether it leads out of the site, to an address that another server or program answers.
  public var isExternal: Bool {
    LinkDestination(destination).scheme != nil || destination.hasPrefix("//")
  }
}

extension Lesson {
  /// The labels that `@label` may name, each with the UTF-8 offsets of where it is given.
  var labels: [(label: String, range: Range<Int>)] {
    var labels: [(label: String, range: Range<Int>)] = cells.compactMap { cell in
      guard cell.options.include, let label = cell.options.label else { return nil }
      return (label, source.range(of: label, in: cell.range) ?? cell.range)
    }
    forEachNumbered { if case .block(let label) = $0 { labels.append((label.label, label.range)) } }
    return labels.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What links into this lesson may name: slugs of headings and labels.
  var anchors: Set<String> {
    var anchors = Set(labels.map(\.label))
    Block.forEachHeading(in: blocks) { anchors.insert($0.slug) }
    return anchors
  }
}
