import Lesson

extension ArticleWriter {
  /// Writes running text.
  ///
  /// Browsers break lines on either side of a formula, so the comma after one would start the next line. What
  /// touches a formula is therefore kept on its line.
  mutating func write(_ inlines: [Inline]) {
    writePieces(phrases.quotation?.typographic(inlines) ?? inlines)
  }

  /// The same for text that has the quotation marks of its language.
  mutating func writePieces(_ inlines: [Inline]) {
    var before = ""
    var written = 0
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text):
        var rest = text.utf8.dropFirst(written)
        written = 0
        if index + 1 < inlines.count, isInlineFormula(inlines[index + 1]) {
          let kept = rest.suffix(
            from: rest.lastIndex(where: Self.isSpace).map(rest.index(after:)) ?? rest.startIndex)
          before = String(Substring(kept))
          rest = rest[..<kept.startIndex]
        }
        markup.text(Substring(rest))
      case .formula(let formula):
        var after = ""
        if isInlineFormula(inline), index + 1 < inlines.count, case .text(let next) = inlines[index + 1] {
          after = String(Substring(next.utf8.prefix { !Self.isSpace($0) }))
        }
        written = after.utf8.count
        let isGlued = evidence(for: formula) != nil || !before.isEmpty || !after.isEmpty
        if isGlued { openBox("bdi", ofFormula: formula) }
        markup.text(before)
        writeFormula(formula)
        markup.text(after)
        if isGlued { markup.raw("</bdi>") }
        before = ""
      default: write(inline)
      }
    }
  }

  private func isInlineFormula(_ inline: Inline) -> Bool {
    guard case .formula(let index) = inline else { return false }
    return !lesson.formulas[index].isDisplay
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): markup.text(text)
    case .code(let code):
      markup.raw("<code>")
      markup.text(code)
      markup.raw("</code>")
    case .cell(let index): writeInlineCell(index)
    case .formula: writePieces([inline])
    case .emphasis(let content):
      markup.raw("<em>")
      nested { $0.writePieces(content) }
      markup.raw("</em>")
    case .strong(let content):
      markup.raw("<strong>")
      nested { $0.writePieces(content) }
      markup.raw("</strong>")
    case .link(let destination, let title, let content, let range):
      writeLink(to: destination, title: title, content, range)
    case .image(let source, let title, let alternative, let range):
      writeImage(source, title: title, alternative, range)
    case .reference(let label, _): writeReference(label)
    case .footnote(let label, _): writeFootnoteMark(label)
    case .checkbox(let isChecked):
      markup.raw("<input type=checkbox disabled")
      if isChecked { markup.raw(" checked") }
      markup.attribute("aria-label", isChecked ? phrases.done : phrases.toDo)
      markup.raw("> ")
    case .softBreak: markup.raw("\n")
    case .hardBreak: markup.raw("<br>\n")
    case .html(let html): writeHTML(html, isBlock: false)
    case .comment: break
    }
  }

  /// Writes what an inline cell gave; its source where it failed.
  private mutating func writeInlineCell(_ index: Int) {
    let code = lesson.inlineCells[index].code
    if let value = outcome.inlineValue(index) {
      markup.raw("<samp")
      if makesLinks { markup.attribute("title", code) }
      markup.raw(">")
      markup.text(value)
      markup.raw("</samp>")
    } else {
      markup.raw("<code class=failed>")
      markup.text(code)
      markup.raw("</code>")
    }
  }
}
