/// Rules, raised boxes and characters that are given by their measures and codes.
extension Parser {
  /// `\rule[shift]{width}{height}`.
  mutating func rule(_ name: String, from start: Int) throws(FormulaError) -> Node.Kind {
    var shift = 0
    skipSpace()
    if peek == UInt8(ascii: "[") { shift = try rowGap() }
    let (width, widthRange) = try rawArgument(of: name, at: start)
    let (height, heightRange) = try rawArgument(of: name, at: start)
    return .rule(
      width: max(try Self.length(width, widthRange), 0), height: max(try Self.length(height, heightRange), 0),
      shift: shift)
  }

  /// The side that `\smash[b]` names; nil for both.
  mutating func smashedSide() throws(FormulaError) -> Unicode.Scalar? {
    skipSpace()
    guard peek == UInt8(ascii: "[") else { return nil }
    guard position + 2 < bytes.count, bytes[position + 2] == UInt8(ascii: "]"),
      bytes[position + 1] == UInt8(ascii: "b") || bytes[position + 1] == UInt8(ascii: "t")
    else { throw .smashedSide(position..<position + 1) }
    position += 3
    return Unicode.Scalar(bytes[position - 2])
  }

  /// What stands between two equal characters after `\verb`.
  mutating func verbatim(_ name: String, from start: Int) throws(FormulaError) -> String {
    if peek == UInt8(ascii: "*") { position += 1 }
    guard let mark = peek, mark > 0x20, mark < 0x80, !isLetter(at: position),
      let end = bytes[(position + 1)...].firstIndex(of: mark)
    else { throw .verbatim(start..<position) }
    let text = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    position = end + 1
    return text
  }

  /// `\char"41`, `\char'101`, `\char65` or ``\char`A``: a character that a text may hold.
  mutating func characterCode(_ name: String, from start: Int) throws(FormulaError) -> Symbol {
    skipSpace()
    let scalar: Unicode.Scalar?
    if peek == UInt8(ascii: "`") {
      position += 1
      scalar = position < bytes.count ? readScalar() : nil
    } else {
      let radix: UInt32 = peek == UInt8(ascii: "\"") ? 16 : peek == UInt8(ascii: "'") ? 8 : 10
      if radix != 10 { position += 1 }
      var value: UInt32 = 0
      while let byte = peek, let digit = Self.digit(byte), digit < radix, value < 0x110000 {
        value = value * radix + digit
        position += 1
      }
      scalar = Unicode.Scalar(value)
    }
    guard let scalar, Self.isAllowed(scalar), scalar.value > 0x20 else {
      throw .characterCode(start..<position)
    }
    return Symbol(text: String(scalar), atom: .ordinary, form: .sign)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt32.init)
  }
}
