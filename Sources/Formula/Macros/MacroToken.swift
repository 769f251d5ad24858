/// A piece of TeX as macros see it: a control sequence, a run of white space, or one character.
struct MacroToken: Hashable, Sendable {
  /// Its bytes, which are well-formed UTF-8.
  var bytes: ArraySlice<UInt8>
  /// The place in the formula's source that it comes from.
  var origin: Range<Int>
  /// Whether it is to be expanded; not where `\let` has kept what a command meant before.
  var expands = true

  /// The name of a control sequence without the backslash; nil for anything else.
  var command: String? {
    guard bytes.first == UInt8(ascii: "\\"), bytes.count > 1 else { return nil }
    return String(decoding: bytes.dropFirst(), as: UTF8.self)
  }

  /// Whether it is the given ASCII character.
  func isCharacter(_ character: Unicode.Scalar) -> Bool {
    bytes.count == 1 && bytes.first == UInt8(ascii: character)
  }

  /// Whether it is white space or a comment.
  var isSpace: Bool {
    switch bytes.first {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "%"): true
    default: false
    }
  }

  /// Whether it is a control sequence of letters, which a letter after it would lengthen.
  var isWord: Bool {
    bytes.count > 1 && bytes.first == UInt8(ascii: "\\") && bytes.last.map(Self.isLetter) == true
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The tokens of some TeX, each with its own place as origin.
  ///
  /// - Complexity: Linear in the length of the TeX, as they are asked for.
  static func tokens(of tex: [UInt8]) -> UnfoldSequence<MacroToken, Int> {
    sequence(state: 0) { position in
      guard position < tex.count else { return nil }
      let start = position
      position = end(of: tex, from: start)
      return MacroToken(bytes: tex[start..<position], origin: start..<position)
    }
  }

  private static func end(of tex: [UInt8], from start: Int) -> Int {
    var end = start + 1
    switch tex[start] {
    case UInt8(ascii: "\\"):
      guard end < tex.count else { return end }
      guard isLetter(tex[end]) else { return endOfCharacter(tex, end) }
      while end < tex.count, isLetter(tex[end]) { end += 1 }
      return tex[start..<end].elementsEqual("\\verb".utf8) ? endOfVerbatim(tex, end) : end
    case UInt8(ascii: "%"):
      while end < tex.count, tex[end] != 0x0A, tex[end] != 0x0D { end += 1 }
      return end
    default: return endOfCharacter(tex, start)
    }
  }

  /// The end of what stands between two equal characters after `\verb`, which is no TeX.
  private static func endOfVerbatim(_ tex: [UInt8], _ start: Int) -> Int {
    guard start < tex.count, let close = tex[(start + 1)...].firstIndex(of: tex[start]) else { return start }
    return close + 1
  }

  private static func endOfCharacter(_ tex: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < tex.count, tex[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
