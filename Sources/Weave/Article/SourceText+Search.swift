import Diagnostics

extension SourceText {
  /// The UTF-8 offsets of the first line of a piece of this text, where it first occurs in a range.
  func range(of piece: String, in range: Range<Int>) -> Range<Int>? {
    let line = Array(piece.utf8.prefix { $0 != 0x0A && $0 != 0x0D })
    guard let first = line.first else { return nil }
    var text = text
    return text.withUTF8 { utf8 in
      let range = range.clamped(to: 0..<utf8.count)
      guard range.count >= line.count else { return nil }
      for start in range.lowerBound...(range.upperBound - line.count) where utf8[start] == first {
        let end = start + line.count
        if utf8[start..<end].elementsEqual(line) { return start..<end }
      }
      return nil
    }
  }
}
