/// Texts in the scripts that pages load for their data.
enum JavaScript {
  /// A string literal of a text.
  static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A text for a double-quoted string literal.
  ///
  /// - Complexity: Linear in the length of the text.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += "\\x\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
