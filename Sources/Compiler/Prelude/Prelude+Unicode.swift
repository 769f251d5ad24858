extension Prelude {
  /// What strings have to do with integers.
  static let unicode = #"""
    @_intrinsic("host:scalarCharacter") func _scalarCharacter(_ value: Int) -> Character

    extension UInt8 {
      init(ascii scalar: UnicodeScalar) {
        if !scalar.isASCII { fatalError("Code point value does not fit into ASCII") }
        self = UInt8(scalar.value)
      }
    }

    extension UInt32 { init(_ scalar: UnicodeScalar) { self = scalar.value } }
    extension UInt64 { init(_ scalar: UnicodeScalar) { self = UInt64(scalar.value) } }

    struct UnicodeScalar: Hashable, Comparable, LosslessStringConvertible, CustomDebugStringConvertible,
      ExpressibleByStringLiteral
    {
      let _value: Int
      init(stringLiteral text: String) {
        let scalars = _scalars(text)
        if scalars.count != 1 { fatalError("a literal of one Unicode scalar has one scalar") }
        self = scalars[0]
      }
      @_intrinsic("construct") init(_value: Int)
      init(_ value: UInt8) { self = UnicodeScalar(_value: Int(value)) }
      init?(_ text: String) {
        let scalars = _scalars(text)
        if scalars.count != 1 { return nil }
        self = scalars[0]
      }
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
      var properties: _UnicodeProperties { _UnicodeProperties(_value: _value) }
      var description: String { String(_scalarCharacter(_value)) }
      var debugDescription: String {
        if _value < 128 { return String(reflecting: String(_scalarCharacter(_value))) }
        let digits = String(_value, radix: 16, uppercase: true)
        return "\"\\u{" + String(repeating: "0", count: (_value > 65535 ? 8 : 4) - digits.count) + digits + "}\""
      }
    }
    struct Unicode { typealias Scalar = UnicodeScalar }
    @_intrinsic("host:scalarFact") func _scalarFact(_ value: Int, _ what: Int) -> Bool
    @_intrinsic("host:scalarName") func _scalarName(_ value: Int) -> String
    struct _UnicodeProperties {
      let _value: Int
      @_intrinsic("construct") init(_value: Int)
      var isAlphabetic: Bool { _scalarFact(_value, 0) }
      var isWhitespace: Bool { _scalarFact(_value, 1) }
      var isUppercase: Bool { _scalarFact(_value, 2) }
      var isLowercase: Bool { _scalarFact(_value, 3) }
      var isEmoji: Bool { _scalarFact(_value, 4) }
      var isEmojiPresentation: Bool { _scalarFact(_value, 5) }
      var isMath: Bool { _scalarFact(_value, 6) }
      var isDiacritic: Bool { _scalarFact(_value, 7) }
      var name: String? {
        let name = _scalarName(_value)
        return name.isEmpty ? nil : name
      }
    }

    struct TextView<Element>: Sequence, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Iterator = _ArrayIterator<Element>
      var _text: String
      var _elements: [Element]
      @_intrinsic("construct") init(_text: String, _elements: [Element])
      var count: Int { _elements.count }
      var isEmpty: Bool { _elements.isEmpty }
      var first: Element? { _elements.first }
      var last: Element? { _elements.last }
      func makeIterator() -> _ArrayIterator<Element> { _ArrayIterator(_elements: _elements, _position: 0) }
      var description: String { _text }
      var debugDescription: String { String(reflecting: _text) }
    }

    extension TextView where Element == UnicodeScalar {
      init() { self = TextView(_text: "", _elements: []) }
      init<Scalars: Sequence>(_ scalars: Scalars) where Scalars.Element == UnicodeScalar {
        self = TextView(_text: "", _elements: [])
        self.append(contentsOf: scalars)
      }
      func filter(_ isIncluded: (UnicodeScalar) throws -> Bool) rethrows -> TextView<UnicodeScalar> {
        TextView(try _elements.filter(isIncluded))
      }
      mutating func append(_ scalar: UnicodeScalar) {
        _text.append(scalar.description)
        _elements.append(scalar)
      }
      mutating func append<Scalars: Sequence>(contentsOf scalars: Scalars) where Scalars.Element == UnicodeScalar {
        for scalar in scalars { self.append(scalar) }
      }
    }

    @_intrinsic("host:utf8") func _utf8(_ text: String) -> [UInt8]
    @_intrinsic("host:utf16") func _utf16(_ text: String) -> [UInt16]
    @_intrinsic("host:scalars") func _scalars(_ text: String) -> [UnicodeScalar]
    @_intrinsic("host:decodeUTF8") func _decodeUTF8(_ bytes: [UInt8]) -> String
    struct UTF8 {}
    extension CharacterSet {
      func contains(_ scalar: UnicodeScalar) -> Bool {
        _textTrim(String(_scalarCharacter(scalar._value)), _kinds, _characters).isEmpty
      }
    }
    extension Character {
      init(_ scalar: UnicodeScalar) { self = _scalarCharacter(scalar._value) }
      var asciiValue: UInt8? { _fact(0).map { UInt8($0) } }
      var unicodeScalars: TextView<UnicodeScalar> { String(self).unicodeScalars }
      var utf8: TextView<UInt8> { String(self).utf8 }
    }
    extension StringIndex {
      init<Text: StringProtocol>(utf16Offset offset: Int, in text: Text) {
        var bytes = text._start
        for unit in _utf16(text._text).prefix(offset) {
          // A unit above these is three bytes, but two of a pair are four.
          bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xDC00 && unit < 0xE000 ? 1 : 3
        }
        self = StringIndex(_offset: bytes)
      }
      func utf16Offset<Text: StringProtocol>(in text: Text) -> Int {
        _utf16(_textSlice(text._base, text._start, _offset)).count
      }
    }
    extension StringProtocol {
      var utf8: TextView<UInt8> { TextView(_text: _text, _elements: _utf8(_text)) }
      var utf16: TextView<UInt16> { TextView(_text: _text, _elements: _utf16(_text)) }
      var unicodeScalars: TextView<UnicodeScalar> { TextView(_text: _text, _elements: _scalars(_text)) }
      func rangeOfCharacter(from set: CharacterSet) -> Range<StringIndex>? {
        var offset = _start
        for scalar in _scalars(_text) {
          let end = offset + _utf8Count(scalar.description)
          if set.contains(scalar) { return StringIndex(_offset: offset)..<StringIndex(_offset: end) }
          offset = end
        }
        return nil
      }
    }
    extension String {
      typealias UnicodeScalarView = TextView<UnicodeScalar>
      init(_ scalars: TextView<UnicodeScalar>) { self = scalars._text }
      var unicodeScalars: TextView<UnicodeScalar> {
        get { TextView(_text: self, _elements: _scalars(self)) }
        set { self = newValue._text }
      }
      init(decoding bytes: [UInt8], as encoding: UTF8.Type) { self = _decodeUTF8(bytes) }
    }
    """#
}
