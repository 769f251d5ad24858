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

    extension Character {
      init(_ scalar: UnicodeScalar) { self = _scalarCharacter(scalar._value) }
      var asciiValue: UInt8? { _fact(0).map { UInt8($0) } }
    }
    """#
}
