extension Prelude {
  /// What strings have to do with integers.
  static let unicode = #"""
    @_intrinsic("host:scalarCharacter") func _scalarCharacter(_ value: Int) -> Character

    struct UnicodeScalar: Hashable, Comparable, CustomStringConvertible, CustomDebugStringConvertible {
      let _value: Int
      @_intrinsic("construct") init(_value: Int)
      init(_ value: UInt8) { self = UnicodeScalar(_value: Int(value)) }
      init?(_ value: UInt32) {
        if value > 1114111 || value >= 55296 && value < 57344 { return nil }
        self = UnicodeScalar(_value: Int(value))
      }
      init?(_ value: Int) {
        if value < 0 || value > 1114111 || value >= 55296 && value < 57344 { return nil }
        self = UnicodeScalar(_value: value)
      }
      static func == (left: UnicodeScalar, right: UnicodeScalar) -> Bool { left._value == right._value }
      static func < (left: UnicodeScalar, right: UnicodeScalar) -> Bool { left._value < right._value }
      func hash(into hasher: inout Hasher) { hasher.combine(_value) }
      var value: UInt32 { UInt32(_value) }
      var isASCII: Bool { _value < 128 }
      var description: String { String(_scalarCharacter(_value)) }
      var debugDescription: String {
        if _value < 128 { return String(reflecting: String(_scalarCharacter(_value))) }
        let digits = String(_value, radix: 16, uppercase: true)
        return "\"\\u{" + String(repeating: "0", count: (_value > 65535 ? 8 : 4) - digits.count) + digits + "}\""
      }
    }
    struct Unicode { typealias Scalar = UnicodeScalar }

    struct TextView<Element>: Sequence, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Iterator = IndexingIterator<Element>
      let _text: String
      let _elements: [Element]
      @_intrinsic("construct") init(_text: String, _elements: [Element])
      var count: Int { _elements.count }
      var isEmpty: Bool { _elements.isEmpty }
      var first: Element? { _elements.first }
      var last: Element? { _elements.last }
      func makeIterator() -> IndexingIterator<Element> { _elements.makeIterator() }
      var description: String { _text }
      var debugDescription: String { String(reflecting: _text) }
    }

    @_intrinsic("host:utf8") func _utf8(_ text: String) -> [UInt8]
    @_intrinsic("host:utf16") func _utf16(_ text: String) -> [UInt16]
    @_intrinsic("host:scalars") func _scalars(_ text: String) -> [UnicodeScalar]
    @_intrinsic("host:decodeUTF8") func _decodeUTF8(_ bytes: [UInt8]) -> String
    struct UTF8 {}
    extension Character {
      init(_ scalar: UnicodeScalar) { self = _scalarCharacter(scalar._value) }
      var asciiValue: UInt8? { _fact(0).map { UInt8($0) } }
      var unicodeScalars: TextView<UnicodeScalar> { String(self).unicodeScalars }
      var utf8: TextView<UInt8> { String(self).utf8 }
    }
    extension StringProtocol {
      var utf8: TextView<UInt8> { TextView(_text: _text, _elements: _utf8(_text)) }
      var utf16: TextView<UInt16> { TextView(_text: _text, _elements: _utf16(_text)) }
      var unicodeScalars: TextView<UnicodeScalar> { TextView(_text: _text, _elements: _scalars(_text)) }
    }
    extension String {
      init(decoding bytes: [UInt8], as encoding: UTF8.Type) { self = _decodeUTF8(bytes) }
    }
    """#
}
