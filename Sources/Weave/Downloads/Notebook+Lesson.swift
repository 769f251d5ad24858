import Diagnostics
import Graphics
import Lesson
import Session

extension Notebook {
  /// A lesson as a notebook: its Markdown as it stands, without front matter and recordings, and its cells with
  /// what they show here.
  ///
  /// Cells that are not run stay in the Markdown; inline cells become their values.
  ///
  /// - Parameter drawings: The figures that its cells show, in whose language they are described.
  /// - Complexity: Linear in the size of the lesson and of its outputs.
  init(of outcome: LessonOutcome, drawings: FigureDrawings) {
    let lesson = outcome.lesson
    var writer = NotebookWriter(outcome: outcome, drawings: drawings)
    writer.writeTitle()
    for cell in lesson.cells where cell.options.eval { writer.write(cell) }
    writer.writeMarkdown(upTo: lesson.source.text.utf8.count)
    let title = PlainText.of(lesson.frontMatter.title, in: outcome)
    self.init(cells: writer.cells, metadata: Description(title: title.isEmpty ? nil : title))
  }
}

/// Writes the cells of a notebook in the order of the lesson.
private struct NotebookWriter {
  let outcome: LessonOutcome
  let drawings: FigureDrawings
  var cells: [Notebook.Cell] = []
  /// Up to where the lesson is written.
  private var position: Int
  /// What indents the Markdown behind a cell in a list.
  private var indentation = ""
  private var texts = 0
  private var runs = 0

  private var lesson: Lesson { outcome.lesson }

  init(outcome: LessonOutcome, drawings: FigureDrawings) {
    self.outcome = outcome
    self.drawings = drawings
    position = outcome.lesson.frontMatter.range.upperBound
  }

  mutating func writeTitle() {
    guard let title = outcome.titleAboveDocument else { return }
    add("# " + PlainText.of(title, in: outcome))
  }

  /// Writes what stands between the cells.
  mutating func writeMarkdown(upTo end: Int) {
    guard position < end else { return }
    var text = ""
    var start = position
    for cell in lesson.inlineCells where cell.range.lowerBound >= position && cell.range.upperBound <= end {
      guard let value = outcome.inlineValue(cell.index) else { continue }
      text += lesson.source[start..<cell.range.lowerBound] + value.asCodeSpan
      start = cell.range.upperBound
    }
    text += lesson.source[start..<end]
    add(text)
    position = end
  }

  /// Writes a cell and what stands before it.
  mutating func write(_ cell: Cell) {
    let source = lesson.source
    writeMarkdown(upTo: source.lineStarts[source.lineIndex(of: cell.range.lowerBound)])
    let shown = outcome.cells.indices.contains(cell.index) ? outcome.cells[cell.index] : CellOutcome()
    runs += 1
    let isHidden = !cell.options.include || !cell.options.echo || cell.options.codeFold
    let isSilent = !cell.options.include || !cell.options.output
    cells.append(
      Notebook.Cell(
        cellType: "code", id: "cell-\(cell.index + 1)",
        metadata: .init(jupyter: isHidden ? .init(sourceHidden: true) : nil), source: cell.code,
        executionCount: runs, outputs: isSilent ? [] : outputs(of: cell, shown)))
    let end = max(cell.range.upperBound, cell.recording?.range.upperBound ?? 0)
    let next = source.lineIndex(of: end) + 1
    position = next < source.lineStarts.count ? source.lineStarts[next] : source.text.utf8.count
    indentation = cell.linePrefix.allSatisfy { $0 == " " } ? cell.linePrefix : ""
  }

  private func outputs(of cell: Cell, _ shown: CellOutcome) -> [Notebook.Output] {
    var outputs = shown.outputs.map { output in
      switch output {
      case .text(let text): Notebook.Output(outputType: "stream", name: "stdout", text: text)
      case .value(let value):
        Notebook.Output(
          outputType: "execute_result", data: ["text/plain": value], metadata: [:], executionCount: runs)
      case .table(let table): self.output(of: table)
      case .formula(let tex, let text):
        Notebook.Output(
          outputType: "display_data", data: ["text/latex": "$$\(tex)$$", "text/plain": text], metadata: [:])
      case .figure(let figure):
        Notebook.Output(
          outputType: "display_data",
          data: [
            "image/svg+xml": Figure.standalone(
              drawings.svg(of: figure, alternative: cell.options.figureAlternative)),
            "text/plain": cell.options.figureAlternative ?? figure.description(language: drawings.language),
          ], metadata: [:])
      }
    }
    for diagnostic in shown.diagnostics where diagnostic.severity == .error {
      outputs.append(
        Notebook.Output(
          outputType: "error", ename: diagnostic.id, evalue: diagnostic.message,
          traceback: ["error: \(diagnostic.message)"]))
    }
    return outputs
  }

  private func output(of table: ValueTable) -> Notebook.Output {
    var markup = Markup()
    markup.write(table, Phrases(language: drawings.language))
    return Notebook.Output(
      outputType: table.isResult ? "execute_result" : "display_data",
      data: ["text/html": markup.string, "text/plain": table.text], metadata: [:],
      executionCount: table.isResult ? runs : nil)
  }

  /// Adds Markdown, unless nothing of it would be seen.
  private mutating func add(_ markdown: String) {
    var lines = markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isBlank: (Substring) -> Bool = { $0.allSatisfy { " \t>".contains($0) } }
    // What a list holds behind a cell would be code, for the list ended with it.
    if !indentation.isEmpty {
      for index in lines.indices where !isBlank(lines[index]) {
        guard lines[index].hasPrefix(indentation) else { break }
        lines[index] = lines[index].dropFirst(indentation.count)
      }
    }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    let source = lines.drop(while: isBlank).joined(separator: "\n")
    guard !source.isEmpty else { return }
    texts += 1
    cells.append(Notebook.Cell(cellType: "markdown", id: "text-\(texts)", source: source))
  }
}

extension String {
  /// As a code span of Markdown.
  fileprivate var asCodeSpan: String {
    let line = String(map { $0.isNewline ? " " : $0 })
    let longest = line.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let isPadded = line.hasPrefix("`") || line.hasSuffix("`")
    return isPadded ? "\(fence) \(line) \(fence)" : fence + line + fence
  }
}
