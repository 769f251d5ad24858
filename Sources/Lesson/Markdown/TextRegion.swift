/// The lines of one paragraph or heading: where formulas, inline cells and references are looked for.
struct TextRegion {
  /// Source lines.
  var lines: ClosedRange<Int>
  /// The source offset at which its text starts.
  var start: Int
  /// How many quotes it stands in.
  var quotes: Int
  /// Where it stands in a list item: how many bytes stand before it on its first line.
  var itemColumn: Int?

  /// The regions of a parsed document, in order.
  static func all(in tree: CommonMarkTree, of text: ProtectedText, _ lines: SourceLines) -> [TextRegion] {
    var regions: [TextRegion] = []
    var containers: [(end: Int, isQuote: Bool)] = []
    let starts = tree.nodes.indices.filter { tree.nodes[$0].kind.isLeafBlock }
    for (position, index) in starts.enumerated() {
      let first = position == 0 ? 0 : starts[position - 1] + 1
      for opened in first..<index {
        let node = tree.nodes[opened]
        if node.kind == .quote { containers.append((node.end, true)) }
        if node.kind == .item { containers.append((node.end, false)) }
      }
      containers.removeAll { $0.end <= index }
      let node = tree.nodes[index]
      guard node.kind == .paragraph || node.kind == .heading else { continue }
      let line = text.line(node.line)
      var last = text.lastLine(node.lastLine)
      if position + 1 < starts.count {
        last = max(min(last, text.line(tree.nodes[starts[position + 1]].line) - 1), line)
      }
      let quotes = containers.count { $0.isQuote }
      let region = TextRegion(
        lines: line...line, start: text.offset(line: node.line, column: node.column), quotes: quotes,
        itemColumn: containers.count > quotes ? node.column : nil)
      regions.append(region.extended(to: last, lines))
    }
    return regions
  }

  /// The region with the lines up to `last` that are not blank.
  private func extended(to last: Int, _ lines: SourceLines) -> TextRegion {
    var region = self
    var line = self.lines.upperBound
    while line < last {
      line += 1
      guard lines.textStart(ofLine: line, quotes: quotes) < lines.content(of: line).upperBound else { break }
      region.lines = self.lines.lowerBound...line
    }
    return region
  }

  /// Its text, from `start`, without nesting prefixes.
  func text(_ lines: SourceLines) -> RegionText {
    var text = RegionText()
    for line in self.lines {
      let content = lines.content(of: line)
      let start = line == self.lines.lowerBound ? self.start : lines.textStart(ofLine: line, quotes: quotes)
      text.append(lines, start..<content.upperBound, hasEnding: line < self.lines.upperBound)
    }
    return text
  }
}

/// Text cut from a source, with the offset that each byte has there.
struct RegionText {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [Int] = []

  mutating func append(_ lines: SourceLines, _ range: Range<Int>, hasEnding: Bool) {
    bytes += lines.bytes[range]
    offsets += range
    if hasEnding {
      bytes.append(.newline)
      offsets.append(range.upperBound)
    }
  }

  var count: Int { bytes.count }

  /// The source offset of a position; that after the last byte at the end.
  func offset(_ position: Int) -> Int {
    position < offsets.count ? offsets[position] : (offsets.last.map { $0 + 1 } ?? 0)
  }

  /// The source range of a range of positions.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return offset(range.lowerBound)..<offset(range.lowerBound) }
    return offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The first position of a byte sequence from `start` on.
  func position(of sequence: String, from start: Int) -> Int? {
    let pattern = Array(sequence.utf8)
    guard let first = pattern.first else { return nil }
    var position = start
    while position + pattern.count <= bytes.count {
      if bytes[position] == first, bytes[position..<position + pattern.count].elementsEqual(pattern) {
        return position
      }
      position += 1
    }
    return nil
  }
}
