/// A word of a line, as `WordDifference` compares them.
struct LineWord {
  enum Kind {
    case name, number, blank, mark
  }

  var kind: Kind
  var bytes: ArraySlice<UInt8>

  /// UTF-8 offsets in the line.
  var range: Range<Int> { bytes.startIndex..<bytes.endIndex }

  private var weight: Int { kind == .blank ? 1 : 4 }

  /// How much two words have in common: all, half for two numbers, or nothing.
  func likeness(to other: LineWord) -> Int {
    if bytes == other.bytes { return weight }
    return kind == .number && other.kind == .number ? weight / 2 : 0
  }

  /// What a line has in common with itself.
  static func weight(of words: [LineWord]) -> Int { words.reduce(0) { $0 + $1.weight } }

  /// The words of a line, in order and without gaps.
  ///
  /// - Complexity: Linear in the length of the line.
  static func words(of line: String) -> [LineWord] {
    let bytes = Array(line.utf8)
    var words: [LineWord] = []
    var start = 0
    while start < bytes.count {
      let isAfterName = words.last.map { $0.kind == .name || $0.kind == .number } ?? false
      var end = isAfterName ? start : numberEnd(bytes, from: start)
      let kind = end > start ? .number : Self.kind(of: bytes[start])
      if end == start {
        end += 1
        while kind != .mark, end < bytes.count, Self.kind(of: bytes[end]) == kind { end += 1 }
      }
      words.append(LineWord(kind: kind, bytes: bytes[start..<end]))
      start = end
    }
    return words
  }

  /// What is not ASCII counts as letters, so that no scalar is ever cut.
  private static func kind(of byte: UInt8) -> Kind {
    if byte == 0x20 || byte == 0x09 { return .blank }
    return byte >= 0x80 || isDigit(byte) || isLetter(byte) ? .name : .mark
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Where a number that starts here ends: sign, digits, fraction and exponent; the start itself where none does.
  private static func numberEnd(_ bytes: [UInt8], from start: Int) -> Int {
    func digits(from start: Int) -> Int {
      var end = start
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      return end
    }
    func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }
    func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }

    let first = isSign(byte(start)) ? start + 1 : start
    var end = digits(from: first)
    guard end > first else { return start }
    if byte(end) == UInt8(ascii: "."), digits(from: end + 1) > end + 1 { end = digits(from: end + 1) }
    if let mark = byte(end), mark | 0x20 == UInt8(ascii: "e") {
      let exponent = isSign(byte(end + 1)) ? end + 2 : end + 1
      if digits(from: exponent) > exponent { end = digits(from: exponent) }
    }
    return end
  }
}
