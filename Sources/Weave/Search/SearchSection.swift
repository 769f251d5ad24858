import Lesson
import Session

/// A piece of a lesson that search leads to: a heading with all that stands below it, up to the next one.
struct SearchSection: Sendable, Equatable {
  /// The heading's identifier; empty for what stands before the first heading.
  var slug: String
  /// Without markup.
  var heading: String
  /// What readers see as words and code: without markup, one space between words.
  var text: String

  /// The sections of a lesson in the order of the document; the first stands for the lesson itself.
  ///
  /// The description, running text, tables, captions and code count; formulas within the text do as plain text. Displayed formulas
  /// and what cells show do not.
  ///
  /// - Parameters:
  ///   - title: The lesson's title; a heading at its start that repeats it makes no section.
  ///   - wordsOfReference: What a reference to a label shows.
  /// - Complexity: Linear in the size of the lesson.
  static func sections(
    of outcome: LessonOutcome, title: String, wordsOfReference: @escaping (String) -> String? = { _ in nil }
  ) -> [SearchSection] {
    let plainText = PlainText(in: outcome, wordsOfReference: wordsOfReference)
    var collector = Collector(outcome: outcome, title: title, plainText: plainText)
    if let description = outcome.lesson.frontMatter.description { collector.add(description) }
    collector.collect(outcome.lesson.blocks)
    collector.collect(outcome.lesson.footnotes.flatMap(\.blocks))
    return collector.finish()
  }

  /// Text as search keeps it: one space for each stretch of white space and control characters.
  static func squeezed(_ text: String) -> String {
    let words = text.utf8.split { $0 <= 0x20 || $0 == 0x7F }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}

/// Walks over a lesson and cuts it at its headings.
private struct Collector {
  let outcome: LessonOutcome
  let title: String
  private let plainText: PlainText
  private var sections = [SearchSection(slug: "", heading: "", text: "")]
  private var isAtStart = true

  init(outcome: LessonOutcome, title: String, plainText: PlainText) {
    self.outcome = outcome
    self.title = title
    self.plainText = plainText
  }

  mutating func collect(_ blocks: [Block]) {
    Block.forEach(in: blocks) { collect($0) }
  }

  private mutating func collect(_ block: Block) {
    switch block {
    case .heading(let heading): start(heading)
    case .paragraph(let content): add(content)
    case .callout(let callout): add(callout.title)
    case .cell(let index): add(outcome.lesson.cells[index])
    case .code(_, let text): add(text)
    case .table(let table): for content in table.header + table.rows.joined() { add(content) }
    case .labelled(let label, _): if let caption = label.caption { add(caption) }
    case .quiz(let quiz): for question in quiz.questions { collect(question.prompt + question.explanation) }
    case .quote, .list, .formula, .rule, .html: break
    case .comment: return
    }
    isAtStart = false
  }

  func finish() -> [SearchSection] {
    sections.map { section in
      var section = section
      section.text = SearchSection.squeezed(section.text)
      return section
    }
  }

  private mutating func start(_ heading: Heading) {
    let words = SearchSection.squeezed(plainText.words(of: heading.content))
    if isAtStart, heading.level == 1, words == SearchSection.squeezed(title) { return }
    sections.append(SearchSection(slug: heading.slug, heading: words, text: ""))
  }

  private mutating func add(_ cell: Cell) {
    guard cell.options.include else { return }
    if cell.options.echo {
      let code = Array(cell.code.utf8)
      for line in cell.shownLines { add(String(decoding: code[line], as: UTF8.self)) }
    }
    if let caption = cell.options.figureCaption { add(caption) }
  }

  private mutating func add(_ content: [Inline]) {
    add(plainText.words(of: content))
  }

  mutating func add(_ text: String) {
    sections[sections.count - 1].text += text + " "
  }
}
