import Diagnostics

/// The stages of reading a lesson, in order.
///
/// libcmark reads the text twice: once for the blocks alone, which tell where paragraphs are, and, after
/// formulas and the like in them are protected, once for all. A displayed formula with a line that looks like
/// a block (`- b`) makes a third time.
struct LessonParser {
  let lines: SourceLines
  var builder: DocumentBuilder
  private(set) var frontMatter = FrontMatter()
  private(set) var blocks: [Block] = []
  private var problems: [Diagnostic] = []

  var diagnostics: [Diagnostic] { problems + builder.diagnostics }

  init(_ source: SourceText) {
    lines = SourceLines(source)
    builder = DocumentBuilder(lines)
  }

  mutating func parse() {
    guard lines.bytes.count <= Lesson.maximumSize else {
      problems.append(Lesson.sizeDiagnostic(lines.source))
      return
    }
    if let zero = lines.bytes.firstIndex(of: 0) {
      problems.append(
        Diagnostic(
          .error, "lesson.nul", file: lines.source.name, range: zero..<zero + 1,
          "a NUL character, which no text holds; is this a text file?"))
    }
    problems += lines.conflicts
    let mark = lines.bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    let start = parseFrontMatter(start: mark)
    if let refusal = lines.refusal(from: start) {
      problems.append(refusal)
      return
    }
    parseBody(start: start)
  }

  /// Returns where the body starts.
  private mutating func parseFrontMatter(start: Int) -> Int {
    do throws(Diagnostic) {
      guard let found = try FrontMatterLines(lines, start: start) else { return start }
      let (matter, title) = FrontMatter.read(found, lines, &problems)
      frontMatter = matter
      if let title { frontMatter.title = builder.inlines(of: title.markdown, "title", "front-matter.title") }
      return found.range.upperBound
    } catch {
      problems.append(error)
      return start
    }
  }

  private mutating func parseBody(start: Int) {
    var scan = Self.scan(lines, start: start, protecting: [])
    let broken = Self.brokenDisplays(scan.open, scan.tree, scan.text, lines)
    if !broken.isEmpty { scan = Self.scan(lines, start: start, protecting: broken) }
    let formulas = broken.merged(with: scan.spans.filter(\.isFormula))
    let definitions = FootnoteMark.definitions(scan.tree, scan.text, lines, from: start)
      .disjoint(from: formulas)
    if !definitions.isEmpty {
      scan = Self.scan(lines, start: start, protecting: definitions.merged(with: broken))
      scan.spans = definitions.merged(with: scan.spans)
    }
    let text = ProtectedText(lines, from: start, spans: scan.spans)
    let tree = CommonMarkTree(parsing: text.bytes, maximumDepth: Lesson.maximumDepth)
    blocks = builder.blocks(of: tree, in: text)
  }

  /// What the first reading gives.
  struct Scan {
    var text: ProtectedText
    var tree: CommonMarkTree
    var spans: [ProtectedSpan] = []
    /// Regions with a `$$` at the start of a line that they do not close, and its source offset.
    var open: [(region: TextRegion, offset: Int)] = []
  }

  /// Finds what libcmark must not read, from `start` to `end` or to the end of the source.
  static func scan(
    _ lines: SourceLines, start: Int, end: Int? = nil, protecting spans: [ProtectedSpan]
  ) -> Scan {
    let text = ProtectedText(lines, from: start, to: end, spans: spans)
    let tree = CommonMarkTree(parsing: text.bytes, maximumDepth: Lesson.maximumDepth, blocksOnly: true)
    var scan = Scan(text: text, tree: tree)
    for region in TextRegion.all(in: tree, of: text, lines) {
      if let table = TableSource(region, lines) {
        scan.spans.append(ProtectedSpan(range: table.range, content: .table(table)))
        continue
      }
      let regionText = region.text(lines)
      var scanner = InlineScanner(regionText, lines)
      scanner.scan()
      scan.spans += scanner.spans
      if let position = scanner.openDisplay { scan.open.append((region, regionText.offset(position))) }
    }
    return scan
  }

  /// Displayed formulas that go on behind the paragraph in which they start, because libcmark took one of
  /// their lines for another block.
  private static func brokenDisplays(
    _ open: [(region: TextRegion, offset: Int)], _ tree: CommonMarkTree, _ text: ProtectedText,
    _ lines: SourceLines
  ) -> [ProtectedSpan] {
    guard !open.isEmpty else { return [] }
    var fences: Set<Int> = []
    for node in tree.nodes where node.kind == .code {
      let offset = text.offset(line: node.line, column: node.column)
      if offset < lines.bytes.count, "`~".utf8.contains(lines.bytes[offset]) {
        fences.insert(text.line(node.line))
      }
    }
    var spans: [ProtectedSpan] = []
    for (region, offset) in open where offset >= spans.last?.range.upperBound ?? 0 {
      let first = lines.source.lineIndex(of: offset)
      var rest = RegionText()
      rest.append(lines, offset..<lines.content(of: first).upperBound, hasEnding: true)
      var line = first + 1
      while line < lines.count, !fences.contains(line) {
        let start = lines.textStart(ofLine: line, quotes: region.quotes)
        let content = lines.content(of: line)
        let isInside = region.itemColumn.map { start - content.lowerBound >= $0 } ?? true
        guard start < content.upperBound, isInside else { break }
        rest.append(lines, start..<content.upperBound, hasEnding: true)
        line += 1
      }
      var scanner = InlineScanner(rest, lines)
      if let bounds = scanner.displayFormula(at: 0) {
        spans.append(
          ProtectedSpan(
            range: rest.source(bounds.whole), content: .formula(FormulaSpan(text: rest, bounds: bounds))))
      }
    }
    return spans
  }
}
