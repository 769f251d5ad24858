extension Parser {
  /// The byte here; nil at the end.
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  func isDigit(at offset: Int) -> Bool {
    offset >= 0 && offset < bytes.count && bytes[offset] >= UInt8(ascii: "0")
      && bytes[offset] <= UInt8(ascii: "9")
  }

  func isLetter(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let lower = bytes[offset] | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// Whether `\\` stands here.
  var isAtNewline: Bool {
    guard peek == UInt8(ascii: "\\") else { return false }
    var copy = self
    guard let (_, command) = try? copy.controlSequence(), case .newline = command else { return false }
    return true
  }

  /// Skips white space and comments, which mean nothing in math mode.
  mutating func skipSpace() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "%"): skipComment()
      default: return
      }
    }
  }

  mutating func skipComment() {
    while let byte = peek, byte != 0x0A, byte != 0x0D { position += 1 }
  }

  /// Reads a control sequence: a backslash with letters, or with one other character.
  mutating func controlSequence() throws(FormulaError) -> (name: String, command: Command) {
    let start = position
    let name = try controlSequenceName()
    guard let command = CommandTable.command(name) else { throw .unknownCommand(name, start..<position) }
    return (name, command)
  }

  /// Reads the name of a control sequence, known or not.
  mutating func controlSequenceName() throws(FormulaError) -> String {
    let start = position
    position += 1
    guard position < bytes.count else { throw .strayBackslash(start..<position) }
    if isLetter(at: position) {
      while isLetter(at: position) { position += 1 }
      return String(decoding: bytes[start + 1..<position], as: UTF8.self)
    }
    if bytes[position] == 0x09 || bytes[position] == 0x0A || bytes[position] == 0x0D {
      position += 1
      return " "
    }
    return String(readScalar())
  }

  /// Reads one character. The bytes come from a `String`, so they are well-formed.
  mutating func readScalar() -> Unicode.Scalar {
    let first = bytes[position]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let end = min(position + length, bytes.count)
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    position = end
    return text.unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Refuses characters that neither XML nor HTML may hold.
  func checkCharacters() throws(FormulaError) {
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x20 || byte == 0x7F {
        guard byte != 0x09, byte != 0x0A, byte != 0x0D else { continue }
        throw .character(Unicode.Scalar(byte), "", offset..<offset + 1)
      }
      guard byte >= 0xC2 else { continue }
      var copy = self
      copy.position = offset
      let scalar = copy.readScalar()
      if Self.isAllowed(scalar) { continue }
      throw .character(scalar, "", offset..<copy.position)
    }
  }

  /// Whether XML and HTML may hold a character.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
