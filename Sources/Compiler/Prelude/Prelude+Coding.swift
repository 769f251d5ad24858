extension Prelude {
  /// The marks of types that can be written and read elsewhere; cells have no encoders, so nothing is asked of them.
  static let coding =
    codingMarks + plainCodables.map { "\nextension \($0): Encodable, Decodable {}" }.joined()

  private static let plainCodables = [
    "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double",
    "Float", "String",
  ]

  private static let codingMarks = #"""
    protocol Encodable {}
    protocol Decodable {}
    typealias Codable = Encodable & Decodable
    extension Array: Encodable where Element: Encodable {}
    extension Array: Decodable where Element: Decodable {}
    extension Optional: Encodable where Wrapped: Encodable {}
    extension Optional: Decodable where Wrapped: Decodable {}
    extension Set: Encodable where Element: Encodable {}
    extension Set: Decodable where Element: Decodable {}
    extension Dictionary: Encodable where Key: Encodable, Value: Encodable {}
    extension Dictionary: Decodable where Key: Decodable, Value: Decodable {}
    """#
}
