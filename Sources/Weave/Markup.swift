/// HTML under construction, as UTF-8 bytes.
///
/// Everything that comes from an author goes through `text` or `attribute`, which escape it.
struct Markup: Sendable {
  private(set) var bytes: [UInt8] = []

  /// The HTML as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends markup of our own.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends markup that another writer made and vouches for.
  mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  mutating func raw(_ markup: Markup) {
    raw(markup.bytes[...])
  }

  mutating func raw(_ markup: ArraySlice<UInt8>) {
    bytes.append(contentsOf: markup)
  }

  /// Takes what was written behind a place away.
  mutating func cut(from start: Int) -> Markup {
    var rest = Markup()
    rest.bytes = Array(bytes[start...])
    bytes.removeSubrange(start...)
    return rest
  }

  /// Appends text, escaped for an element's content and, if asked, for a double-quoted attribute value too.
  ///
  /// Control characters, which HTML forbids even as references, become U+FFFD.
  ///
  /// - Complexity: Linear in the length of the text.
  mutating func text(_ text: some StringProtocol, quotes: Bool = false) {
    var copy = String(text)
    copy.withUTF8 { self.text($0[...], quotes: quotes) }
  }

  /// Appends UTF-8 text, escaped for an element's content and, if asked, for a double-quoted attribute value
  /// too.
  mutating func text(_ utf8: Slice<UnsafeBufferPointer<UInt8>>, quotes: Bool = false) {
    var start = utf8.startIndex
    for index in utf8.indices {
      let replacement: StaticString
      switch utf8[index] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\"") where quotes: replacement = "&quot;"
      case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: replacement = "\u{FFFD}"
      default: continue
      }
      bytes.append(contentsOf: utf8[start..<index])
      raw(replacement)
      start = index + 1
    }
    bytes.append(contentsOf: utf8[start...])
  }

  /// Appends ` name="value"`, the value escaped.
  mutating func attribute(_ name: StaticString, _ value: some StringProtocol) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value, quotes: true)
    raw("\"")
  }

  /// Text, escaped for an element's content and for a double-quoted attribute value.
  static func escaped(_ text: some StringProtocol) -> String {
    var markup = Markup()
    markup.text(text, quotes: true)
    return markup.string
  }
}
