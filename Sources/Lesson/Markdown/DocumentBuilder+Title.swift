import Diagnostics

extension DocumentBuilder {
  /// Reads the front matter's title as one line of Markdown.
  mutating func title(_ value: YAMLValue) -> [Inline] {
    guard value.text?.utf8.count ?? 0 <= 10_000 else {
      report("front-matter.title", value.range, "a title may have at most 10000 bytes")
      return []
    }
    if let (quoting, range) = value.verbatim {
      let first = inlineCells.count
      let title = inlines(of: range)
      for index in first..<inlineCells.count { inlineCells[index].quoting = quoting }
      return title
    }
    let text = (value.text ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    let source = SourceText(name: lines.source.name, text: text)
    var builder = DocumentBuilder(SourceLines(source), fixedPlace: value.range)
    let title = builder.inlines(of: 0..<builder.lines.bytes.count)
    if !builder.inlineCells.isEmpty {
      builder.report(
        "front-matter.title", value.range,
        "a title with an inline cell must stand on one line and use no YAML escapes")
    }
    inlineCells += builder.inlineCells
    formulas += builder.formulas
    diagnostics += builder.diagnostics
    return title
  }

  /// Reads a part of a line as inlines.
  mutating func inlines(of range: Range<Int>) -> [Inline] {
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
