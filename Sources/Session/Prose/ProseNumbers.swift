import Lesson

/// The numbers of a lesson's prose, with their places: not those of code, of links' destinations, of formulas or
/// of raw HTML.
struct ProseNumbers {
  private(set) var all: [(range: Range<Int>, readings: [Numeral])] = []

  private let bytes: [UInt8]
  private var cursor: Int

  init(_ lesson: Lesson) {
    bytes = Array(lesson.source.text.utf8)
    cursor = lesson.frontMatter.range.upperBound
    self.lesson = lesson
    read(lesson.blocks)
    for footnote in lesson.footnotes {
      cursor = footnote.range.upperBound
      read(footnote.blocks)
    }
  }

  private let lesson: Lesson

  /// Recursion is bounded by `Lesson.maximumDepth`.
  private mutating func read(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading): read(heading.content)
      case .paragraph(let content): read(content)
      case .quote(let blocks): read(blocks)
      case .callout(let callout):
        read(callout.title)
        read(callout.blocks)
      case .list(let list): for item in list.items { read(item) }
      case .cell(let index):
        let cell = lesson.cells[index]
        read(cell.options.figureCaption ?? [])
        cursor = max(cursor, cell.recording?.range.upperBound ?? cell.range.upperBound)
      case .code(_, let text): skip(text)
      case .formula(let index): cursor = max(cursor, lesson.formulas[index].range.upperBound)
      case .html(let text), .comment(let text): skip(text)
      case .rule: break
      case .table(let table):
        for row in [table.header] + table.rows { for cell in row { read(cell) } }
      case .quiz(let quiz):
        // A wrong answer is no slip.
        for question in quiz.questions {
          read(question.prompt)
          read(question.explanation)
        }
      case .labelled(let label, let block):
        cursor = max(cursor, label.range.upperBound)
        read(label.caption ?? [])
        read([block])
      }
    }
  }

  private mutating func read(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): add(text)
      case .code(let text), .html(let text), .comment(let text): skip(text)
      case .cell(let index): cursor = max(cursor, lesson.inlineCells[index].range.upperBound)
      case .formula(let index): cursor = max(cursor, lesson.formulas[index].range.upperBound)
      case .emphasis(let content), .strong(let content): read(content)
      case .link(let destination, _, let content, _):
        read(content)
        skip(destination)
      case .image(let source, _, let alternative, _):
        read(alternative)
        skip(source)
      case .reference(let label, _), .footnote(let label, _): skip(label)
      case .softBreak, .hardBreak, .checkbox: break
      }
    }
  }

  private mutating func add(_ text: String) {
    for number in Numeral.all(in: text, isProse: true) {
      guard let written = number.readings.first?.text, let range = find(written) else { continue }
      all.append((range, number.readings))
      cursor = range.upperBound
    }
  }

  private mutating func skip(_ text: String) {
    if let range = find(text) { cursor = range.upperBound }
  }

  /// How far from the last piece the next is looked for, so that pieces written in another way cost little.
  private static let farthest = 4096

  /// The next place of a text; nil where the Markdown writes it in another way.
  private func find(_ text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var start = cursor
    while start + wanted.count <= bytes.count, start <= cursor + Self.farthest {
      if bytes[start] == first, bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start += 1
    }
    return nil
  }
}
