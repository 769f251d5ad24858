/// An unknown type in an expression.
final class TypeVariable: Hashable {
  /// What kind of literal it stands for, where it does.
  enum Literal: Int, CaseIterable {
    case boolean, string, integer, float

    /// The type that such a literal has where nothing else decides.
    var defaultName: String {
      switch self {
      case .boolean: "Bool"
      case .string: "String"
      case .integer: "Int"
      case .float: "Double"
      }
    }

    /// The protocol of the types that such a literal may have.
    var protocolName: String {
      switch self {
      case .boolean: "ExpressibleByBooleanLiteral"
      case .string: "ExpressibleByStringLiteral"
      case .integer: "ExpressibleByIntegerLiteral"
      case .float: "ExpressibleByFloatLiteral"
      }
    }
  }

  var binding: Type?
  var literal: Literal?
  /// Where the literal stands.
  var place: Place?
  /// Protocols to which its type must conform.
  var protocols: [NominalDeclaration] = []
  /// Whether it is the element of a literal inside one of `Any`: unrelated elements then make it `Any` too.
  var isOpenToAny = false
  /// Of what `some P<…>` stands for: what it says of associated types.
  var promised: [String: Type] = [:]

  init(literal: Literal? = nil) { self.literal = literal }

  var defaultName: String? { literal?.defaultName }

  static func == (left: TypeVariable, right: TypeVariable) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
