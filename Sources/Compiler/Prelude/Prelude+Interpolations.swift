extension Prelude {
  /// What extensions of string interpolation add to; the language itself does without where they add nothing.
  static let interpolations = #"""
    protocol StringInterpolationProtocol {
      associatedtype StringLiteralType
      init(literalCapacity: Int, interpolationCount: Int)
      mutating func appendLiteral(_ literal: StringLiteralType)
    }
    struct DefaultStringInterpolation: StringInterpolationProtocol, CustomStringConvertible {
      typealias StringLiteralType = String
      var _text: String
      @_intrinsic("construct") init(_text: String)
      init(literalCapacity: Int, interpolationCount: Int) { self = DefaultStringInterpolation(_text: "") }
      var description: String { _text }
      mutating func appendLiteral(_ literal: String) { _text += literal }
      mutating func appendInterpolation<Value>(_ value: Value) { _text += String(describing: value) }
    }
    extension String {
      typealias StringInterpolation = DefaultStringInterpolation
      init(stringInterpolation: DefaultStringInterpolation) { self = stringInterpolation._text }
    }
    """#
}
