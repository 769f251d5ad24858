import Diagnostics

extension String {
  /// Whether this is one HTML comment and nothing else but white space.
  var isHTMLComment: Bool {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return false }
    let trimmed = bytes[first...last]
    guard trimmed.starts(with: "<!--".utf8), trimmed.suffix(3).elementsEqual("-->".utf8), trimmed.count >= 7
    else { return false }
    let dash = UInt8(ascii: "-")
    let inner = trimmed.dropFirst(4).dropLast(3)
    return !zip(inner, zip(inner.dropFirst(), inner.dropFirst(2))).contains { a, rest in
      a == dash && rest.0 == dash && rest.1 == UInt8(ascii: ">")
    }
  }
}

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
