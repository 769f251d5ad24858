/// TeX after the expansion of macros, with the place that each piece comes from.
struct ExpandedSource: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []
  /// For each piece the offset of its first byte, ascending, and its place in the source.
  private var starts: [Int] = []
  private var origins: [Range<Int>] = []
  private var endsInWord = false

  /// Adds a piece; a letter after a control word is kept apart from it.
  mutating func append(_ token: MacroToken) {
    if endsInWord, let first = token.bytes.first, MacroToken.isLetter(first) { bytes.append(0x20) }
    starts.append(bytes.count)
    origins.append(token.origin)
    bytes += token.bytes
    endsInWord = token.isWord
  }

  /// The place in the source of a place in the expanded text.
  ///
  /// - Complexity: Logarithmic in the number of pieces.
  func origin(of range: Range<Int>) -> Range<Int> {
    guard let first = piece(at: range.lowerBound),
      let last = piece(at: max(range.upperBound - 1, range.lowerBound))
    else { return 0..<0 }
    if range.lowerBound >= bytes.count { return origins[last].upperBound..<origins[last].upperBound }
    let lower = min(origins[first].lowerBound, origins[last].lowerBound)
    return lower..<max(origins[first].upperBound, origins[last].upperBound)
  }

  /// The index of the piece that holds an offset.
  private func piece(at offset: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
