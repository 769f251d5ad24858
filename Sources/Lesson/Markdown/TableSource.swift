/// A paragraph that is a pipe table, before its cells are read: a heading, a row such as `|:--|--:|` with as
/// many columns, and rows up to the end of the paragraph.
///
/// `\|` separates no cells, nor does a pipe in a code span, an inline cell or a formula.
struct TableSource {
  var alignments: [Table.Alignment?]
  /// The source offsets of each row's cells, the heading first.
  var rows: [[Range<Int>]] = []
  /// From its first byte to the end of its last row.
  var range: Range<Int>

  init?(_ region: TextRegion, _ lines: SourceLines) {
    guard region.lines.count >= 2 else { return nil }
    let ranges = region.lines.map { line in
      let content = lines.content(of: line)
      let start =
        line == region.lines.lowerBound ? region.start : lines.textStart(ofLine: line, quotes: region.quotes)
      return min(start, content.upperBound)..<content.upperBound
    }
    guard lines.bytes[ranges[0]].contains(UInt8(ascii: "|")),
      let alignments = Self.alignments(ranges[1], lines)
    else { return nil }
    self.alignments = alignments
    range = ranges[0].lowerBound..<ranges[ranges.count - 1].upperBound
    let header = Self.cells(of: ranges[0], lines)
    guard header.count == alignments.count else { return nil }
    rows = [header] + ranges.dropFirst(2).map { Self.cells(of: $0, lines) }
  }

  /// What a row of dashes says; nil for any other row.
  private static func alignments(_ row: Range<Int>, _ lines: SourceLines) -> [Table.Alignment?]? {
    guard lines.bytes[row].allSatisfy({ "|-:".utf8.contains($0) || $0.isBlank }),
      lines.bytes[row].contains(UInt8(ascii: "|"))
    else { return nil }
    var alignments: [Table.Alignment?] = []
    for cell in split(row, at: row.filter { lines.bytes[$0] == UInt8(ascii: "|") }, lines) {
      var dashes = lines.bytes[cell]
      let isLeft = dashes.first == UInt8(ascii: ":")
      if isLeft { dashes = dashes.dropFirst() }
      let isRight = dashes.last == UInt8(ascii: ":")
      if isRight { dashes = dashes.dropLast() }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : nil)
    }
    return alignments
  }

  private static func cells(of row: Range<Int>, _ lines: SourceLines) -> [Range<Int>] {
    var text = RegionText()
    text.append(lines, row, hasEnding: false)
    var scanner = InlineScanner(text, lines)
    scanner.scan()
    var hidden = scanner.spans[...]
    var pipes: [Int] = []
    var offset = row.lowerBound
    while offset < row.upperBound {
      if let span = hidden.first, span.range.lowerBound <= offset {
        offset = max(offset, span.range.upperBound)
        hidden = hidden.dropFirst()
        continue
      }
      switch lines.bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "`"): offset = endOfCode(at: offset, in: row, lines)
      case UInt8(ascii: "|"):
        pipes.append(offset)
        offset += 1
      default: offset += 1
      }
    }
    return split(row, at: pipes, lines)
  }

  /// The offset behind a code span, or behind backticks that open none.
  private static func endOfCode(at start: Int, in row: Range<Int>, _ lines: SourceLines) -> Int {
    func end(ofRunAt start: Int) -> Int {
      lines.bytes[start..<row.upperBound].firstIndex { $0 != UInt8(ascii: "`") } ?? row.upperBound
    }
    let opened = end(ofRunAt: start)
    // A longer row is none that anybody reads; the bound keeps many open runs from taking long.
    var offset = opened
    while offset < min(row.upperBound, opened + 2000) {
      guard lines.bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let closed = end(ofRunAt: offset)
      if closed - offset == opened - start { return closed }
      offset = closed
    }
    return opened
  }

  /// The cells between pipes, trimmed; a pipe at either end of the row opens no further cell.
  private static func split(_ row: Range<Int>, at pipes: [Int], _ lines: SourceLines) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for pipe in pipes + [row.upperBound] {
      var cell = lines.skippingBlanks(from: start, to: pipe)..<pipe
      while let last = cell.last, lines.bytes[last].isBlank { cell = cell.lowerBound..<last }
      let isEdge = (start == row.lowerBound || pipe == row.upperBound) && cell.isEmpty
      if !isEdge { cells.append(cell) }
      start = pipe + 1
    }
    return cells
  }
}
