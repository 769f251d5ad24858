import Formula
import Graphics
import Lesson
import Session

extension ArticleWriter {
  /// Writes a cell: its source, then what it shows.
  mutating func writeCell(_ index: Int) {
    let cell = lesson.cells[index]
    guard cell.options.include else { return }
    let lines = cell.options.echo ? cell.shownLines : []
    let shown = outcome.cells.indices.contains(index) ? outcome.cells[index] : CellOutcome()
    let showsOutputs = cell.shows(shown)
    guard !lines.isEmpty || showsOutputs else { return }
    let anchor = anchors[index]
    markup.raw("<div")
    markup.attribute("class", (["cell"] + cell.options.classes).joined(separator: " "))
    if let anchor { markup.attribute("id", anchor.identifier) }
    markup.raw(">\n")
    if let anchor, anchor.kind == .cell {
      markup.raw("<p class=cell-name>")
      markup.text(words(of: anchor))
      markup.raw("</p>\n")
    }
    if !lines.isEmpty { writeSource(cell, lines) }
    if showsOutputs, let frames = shown.frames {
      writeSliders(frames, of: cell, shown, anchor)
    } else if showsOutputs {
      writeOutputs(of: cell, shown, anchor)
    }
    markup.raw("</div>\n")
  }

  /// Writes Swift that is shown but is no cell.
  mutating func writeSwift(_ code: String) {
    var lines = Cell.lines(of: code)
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    SwiftHighlighter.write(code, showing: lines, to: &markup)
  }

  private mutating func writeSource(_ cell: Cell, _ lines: [Range<Int>]) {
    if cell.options.codeFold {
      markup.raw("<details class=fold><summary>")
      markup.text(phrases.showCode)
      markup.raw("</summary>\n")
    }
    markup.raw("<pre><code>")
    SwiftHighlighter.write(cell.code, showing: lines, to: &markup)
    markup.raw("</code></pre>\n")
    if cell.options.codeFold { markup.raw("</details>\n") }
  }

  /// Writes what a cell shows.
  mutating func writeOutputs(of cell: Cell, _ shown: CellOutcome, _ anchor: Anchor?) {
    let lastFigure = shown.outputs.lastIndex {
      if case .figure = $0 { true } else { false }
    }
    for (position, output) in shown.outputs.enumerated() {
      switch output {
      case .text(let text), .value(let text): writeText(text, cell.options.outputFold)
      case .table(let table): markup.write(table, phrases)
      case .formula(let tex, let text): writeFormula(tex, text)
      case .figure(let figure):
        write(figure, of: cell, anchor: position == lastFigure ? anchor : nil)
      }
    }
    for diagnostic in shown.diagnostics where diagnostic.severity == .error {
      writeText("error: \(diagnostic.message)"[...], "pre class=error")
    }
  }

  /// Writes a formula that a cell shows; its text where the TeX cannot be read.
  private mutating func writeFormula(_ tex: String, _ text: String) {
    guard let formula = try? Formula(parsing: tex) else { return writeText(text[...]) }
    markup.raw("<div class=\"output formula\">")
    markup.raw(formula.mathML(display: true))
    markup.raw("</div>\n")
  }

  /// Writes a text, and what of its lines lies behind the fold into an element that opens.
  private mutating func writeText(_ text: String, _ fold: OutputFold) {
    var lines = Cell.lines(of: text)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let visible = fold.visibleLines(of: lines.count)
    guard visible < lines.count else { return writeText(text[...]) }
    let start = text.utf8.index(text.startIndex, offsetBy: lines[visible].lowerBound)
    if visible > 0 { writeText(text[..<start]) }
    markup.raw("<details class=\"fold rest\"><summary>")
    markup.text(phrases.foldedLines(lines.count - visible, visible == 0))
    markup.raw("</summary>\n")
    writeText(text[start...])
    markup.raw("</details>\n")
  }

  private mutating func writeText(_ text: Substring, _ tag: StaticString = "pre") {
    markup.raw("<")
    markup.raw(tag)
    markup.raw("><samp>")
    markup.text(text.hasSuffix("\n") ? text.dropLast() : text)
    markup.raw("</samp></pre>\n")
  }

  /// Writes a figure; the caption goes with the last one of a cell, which carries the anchor.
  private mutating func write(_ figure: Figure, of cell: Cell, anchor: Anchor?) {
    markup.raw("<figure>\n")
    markup.raw(drawings.svg(of: figure, alternative: cell.options.figureAlternative))
    if let anchor { writeCaption(cell.options.figureCaption, of: anchor) }
    markup.raw("</figure>\n")
    if cell.options.figureData { writeData(of: figure) }
  }

  /// Writes the data of a figure as tables that a reader opens.
  private mutating func writeData(of figure: Figure) {
    let data = figure.data(language: phrases.language)
    guard !data.tables.isEmpty else { return }
    markup.raw("<details class=\"fold rest data\"><summary>")
    markup.text(phrases.figureData)
    markup.raw("</summary>\n")
    for table in data.tables { markup.write(table, phrases) }
    if let omission = data.omission {
      markup.raw("<p class=output>")
      markup.text(omission)
      markup.raw("</p>\n")
    }
    markup.raw("</details>\n")
  }
}

extension Cell {
  /// Whether readers see something of what running it gave.
  func shows(_ outcome: CellOutcome) -> Bool {
    options.include && options.output && (!outcome.outputs.isEmpty || outcome.failed)
  }

  /// UTF-8 ranges in `code` of the lines that readers see: without those that end in `// hide`, and without
  /// blank lines at either end.
  var shownLines: [Range<Int>] {
    var code = code
    let lines = Self.lines(of: code)
    return code.withUTF8 { utf8 in
      let mark = Array("// hide".utf8)
      let space: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
      let shown = lines.filter { line in
        let trimmed = utf8[line].reversed().drop(while: space)
        return !trimmed.starts(with: mark.reversed())
      }
      guard let first = shown.firstIndex(where: { !utf8[$0].allSatisfy(space) }),
        let last = shown.lastIndex(where: { !utf8[$0].allSatisfy(space) })
      else { return [] }
      return Array(shown[first...last])
    }
  }

  /// UTF-8 ranges of the lines of a text, without their line endings.
  static func lines(of text: String) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var offset = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        lines.append(start..<offset)
        start = offset + 1
      }
      offset += 1
    }
    lines.append(start..<offset)
    return lines
  }
}
