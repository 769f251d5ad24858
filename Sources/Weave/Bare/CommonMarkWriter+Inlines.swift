import Lesson

extension CommonMarkWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .code(let code): write("code") { $0.markup.text(code, quotes: true) }
    case .cell: write("code") { $0.markup.text($0.source(of: inline), quotes: true) }
    case .emphasis(let content): write("em") { $0.write(content) }
    case .strong(let content): write("strong") { $0.write(content) }
    case .link(let destination, let title, let content, _):
      markup.raw("<a href=\"" + Self.address(destination) + "\"")
      if let title { markup.attribute("title", title) }
      markup.raw(">")
      write(content)
      markup.raw("</a>")
    case .image(let source, let title, let alternative, _):
      markup.raw("<img src=\"" + Self.address(source) + "\" alt=\"")
      writePlain(alternative)
      markup.raw("\"")
      if let title { markup.attribute("title", title) }
      markup.raw(" />")
    case .softBreak: markup.raw("\n")
    case .hardBreak: markup.raw("<br />\n")
    case .html(let text), .comment(let text): markup.raw(text)
    case .text, .formula, .reference, .footnote, .checkbox: markup.text(source(of: inline), quotes: true)
    }
  }

  private mutating func write(_ element: String, _ write: (inout CommonMarkWriter) -> Void) {
    markup.raw("<" + element + ">")
    write(&self)
    markup.raw("</" + element + ">")
  }

  /// Writes the alternative text of an image, which holds no elements.
  private mutating func writePlain(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let content), .strong(let content), .link(_, _, let content, _),
        .image(_, _, let content, _):
        writePlain(content)
      case .softBreak, .hardBreak: markup.raw(" ")
      default: markup.text(source(of: inline), quotes: true)
      }
    }
  }

  /// What an inline without content of its own says, as text.
  private func source(of inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text), .html(let text), .comment(let text): text
    case .cell(let index):
      "{swift} " + lesson.inlineCells[index].code
        + (lesson.inlineCells[index].recorded.map { " => " + $0 } ?? "")
    case .formula(let index): lesson.source(of: index)
    case .reference(let label, _): "@" + label
    case .footnote(let label, _): "[^" + label + "]"
    case .checkbox(let isChecked): isChecked ? "[x] " : "[ ] "
    case .softBreak, .hardBreak, .emphasis, .strong, .link, .image: ""
    }
  }

  /// A destination as libcmark writes it.
  private static func address(_ destination: String) -> String {
    var bytes: [UInt8] = []
    for byte in destination.utf8 {
      PercentEncoding.append(byte, keeping: "!#$%&'()*+,/:;=?@", to: &bytes)
    }
    return Markup.escaped(String(decoding: bytes, as: UTF8.self)).replacing("'", with: "&#x27;")
  }
}
