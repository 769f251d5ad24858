import Lesson

/// Writes blocks as plain HTML, line for line as libcmark does. The parser bounds how deep they nest.
struct CommonMarkWriter {
  let lesson: Lesson
  var markup = Markup()

  mutating func write(_ blocks: [Block], tight: Bool = false) {
    for block in blocks { write(block, tight: tight) }
  }

  /// - Parameter tight: Whether a paragraph is shown without its own element, as in a tight list.
  private mutating func write(_ block: Block, tight: Bool) {
    switch block {
    case .heading(let heading):
      let level = String(heading.level)
      startLine()
      markup.raw("<h" + level + ">")
      write(heading.content)
      markup.raw("</h" + level + ">\n")
    case .paragraph(let content) where tight: write(content)
    case .paragraph(let content): writeParagraph { $0.write(content) }
    case .quote(let blocks): writeQuote { $0.write(blocks) }
    case .callout(let callout):
      writeQuote {
        $0.writeParagraph { $0.writeOpening(of: callout) }
        $0.write(callout.blocks)
      }
    case .list(let list): write(list)
    case .cell(let index):
      let cell = lesson.cells[index]
      writeCode(cell.code + "\n", language: "swift")
      if let recording = cell.recording { writeCode(recording.text + "\n", language: "output") }
    case .code(let language, let text): writeCode(text, language: language)
    case .formula(let index): writeParagraph { $0.markup.text($0.lesson.source(of: index), quotes: true) }
    case .labelled(_, let block): write(block, tight: tight)
    case .rule:
      startLine()
      markup.raw("<hr />\n")
    case .table(let table): write(table)
    case .html(let text), .comment(let text):
      startLine()
      markup.raw(text)
      startLine()
    }
  }

  mutating func write(_ footnote: Footnote) {
    var blocks = footnote.blocks[...]
    writeParagraph {
      $0.markup.text("[^\(footnote.label)]: ", quotes: true)
      if case .paragraph(let content)? = blocks.first {
        blocks = blocks.dropFirst()
        $0.write(content)
      }
    }
    write(Array(blocks))
  }

  /// Ends a line that has begun.
  private mutating func startLine() {
    if let last = markup.bytes.last, last != UInt8(ascii: "\n") { markup.raw("\n") }
  }

  private mutating func writeParagraph(_ write: (inout CommonMarkWriter) -> Void) {
    startLine()
    markup.raw("<p>")
    write(&self)
    markup.raw("</p>\n")
  }

  private mutating func writeQuote(_ write: (inout CommonMarkWriter) -> Void) {
    startLine()
    markup.raw("<blockquote>\n")
    write(&self)
    startLine()
    markup.raw("</blockquote>\n")
  }

  private mutating func writeOpening(of callout: Callout) {
    markup.text("[!\(callout.kind.rawValue.uppercased())]" + (callout.isFolded ? "-" : ""))
    guard !callout.title.isEmpty else { return }
    markup.raw(" ")
    write(callout.title)
  }

  private mutating func write(_ list: List) {
    startLine()
    let name = list.start == nil ? "ul" : "ol"
    markup.raw("<" + name)
    if let start = list.start, start != 1 { markup.attribute("start", String(start)) }
    markup.raw(">\n")
    for item in list.items {
      startLine()
      markup.raw("<li>")
      write(item, tight: list.isTight)
      markup.raw("</li>\n")
    }
    markup.raw("</" + name + ">\n")
  }

  private mutating func writeCode(_ text: String, language: String?) {
    startLine()
    markup.raw("<pre><code")
    if let language { markup.attribute("class", "language-" + language) }
    markup.raw(">")
    markup.text(text, quotes: true)
    markup.raw("</code></pre>\n")
  }

  private mutating func write(_ table: Table) {
    startLine()
    markup.raw("<table>\n")
    for (row, name) in [(table.header, "th")] + table.rows.map({ ($0, "td") }) {
      markup.raw("<tr>")
      for cell in row {
        markup.raw("<" + name + ">")
        write(cell)
        markup.raw("</" + name + ">")
      }
      markup.raw("</tr>\n")
    }
    markup.raw("</table>\n")
  }
}

extension Lesson {
  /// A formula as the lesson writes it, with its marks.
  func source(of formula: Int) -> String { String(source[formulas[formula].range]) }
}
