import Diagnostics

/// A text outside the paragraphs that is read as one line of Markdown: a title, or a caption.
struct MarkdownLine {
  var text: String
  /// Where it stands, for what is wrong with it.
  var range: Range<Int>
  /// How the text is quoted and where it stands; nil where escapes or line breaks make the source differ from it.
  var verbatim: (quoting: InlineCell.Quoting, range: Range<Int>)?
}

extension YAMLValue {
  /// The value as a line of Markdown; without text where it has none.
  var markdown: MarkdownLine { MarkdownLine(text: text ?? "", range: range, verbatim: verbatim) }
}

extension DocumentBuilder {
  /// Reads a line of Markdown.
  ///
  /// - Parameters:
  ///   - what: `title` or `caption`, for messages.
  ///   - id: Of what is wrong with it.
  mutating func inlines(of line: MarkdownLine, _ what: String, _ id: String) -> [Inline] {
    guard line.text.utf8.count <= 10_000 else {
      report(id, line.range, "a \(what) may have at most 10000 bytes")
      return []
    }
    if let (quoting, range) = line.verbatim {
      let first = inlineCells.count
      let inlines = inlines(of: range)
      for index in first..<inlineCells.count { inlineCells[index].quoting = quoting }
      return inlines
    }
    let text = line.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let source = SourceText(name: lines.source.name, text: text)
    var builder = DocumentBuilder(SourceLines(source), fixedPlace: line.range)
    builder.cells = cells
    builder.inlineCells = inlineCells
    builder.formulas = formulas
    let inlines = builder.inlines(of: 0..<builder.lines.bytes.count)
    if builder.inlineCells.count > inlineCells.count {
      builder.report(
        id, line.range, "a \(what) with an inline cell must stand on one line and use no escapes")
    }
    inlineCells = builder.inlineCells
    formulas = builder.formulas
    diagnostics += builder.diagnostics
    return inlines
  }

  /// Reads a part of a line as inlines.
  mutating func inlines(of range: Range<Int>) -> [Inline] {
    let (outerRead, outerLabel) = (read, pendingLabel)
    defer { (read, pendingLabel) = (outerRead, outerLabel) }
    pendingLabel = nil
    var regionText = RegionText()
    regionText.append(lines, range, hasEnding: false)
    var scanner = InlineScanner(regionText, lines)
    scanner.scan()
    // The empty token that starts the line keeps a title such as `1. Intro` from being a list.
    let start = ProtectedSpan(range: range.lowerBound..<range.lowerBound, content: .source)
    let text = ProtectedText(
      lines, from: range.lowerBound, to: range.upperBound, spans: [start] + scanner.spans)
    let tree = CommonMarkTree(parsing: text.bytes, maximumDepth: Lesson.maximumDepth)
    let blocks = blocks(of: tree, in: text)
    switch blocks.first {
    case .paragraph(let inlines): return inlines
    case .formula(let index): return [.formula(index)]
    default: return []
    }
  }
}
