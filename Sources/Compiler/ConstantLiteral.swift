import SwiftSyntax

/// The number that a cell gives to a constant or variable at its top level: the `0.1` of `let rate = 0.1`.
public struct ConstantLiteral: Sendable, Hashable {
  /// UTF-8 offsets in the cell's source, the sign included.
  public var range: Range<Int>
  public var value: Double
  /// Whether it is written as a whole number, so that without a type of its own the constant would be an `Int`.
  public var isInteger: Bool
  /// Whether a type stands behind the name.
  public var hasType: Bool

  /// Finds the declaration.
  ///
  /// - Returns: nil where the cell declares no such name, or gives it something else than a number.
  /// - Complexity: Linear in the length of the source.
  public init?(of name: String, in code: String) {
    for item in ParsedSource.of(code)?.tree.statements ?? [] {
      guard let declaration = item.item.as(VariableDeclSyntax.self) else { continue }
      for binding in declaration.bindings {
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self), pattern.identifier.text == name
        else { continue }
        guard let value = binding.initializer?.value, let number = Self.number(value) else { return nil }
        self = number
        hasType = binding.typeAnnotation != nil
        return
      }
    }
    return nil
  }

  private init(range: Range<Int>, value: Double, isInteger: Bool, hasType: Bool) {
    self.range = range
    self.value = value
    self.isInteger = isInteger
    self.hasType = hasType
  }

  private static func number(_ expression: ExprSyntax) -> ConstantLiteral? {
    var literal = expression
    var isNegative = false
    if let prefix = expression.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" {
      literal = prefix.expression
      isNegative = true
    }
    let digits: String
    let isInteger: Bool
    if let integer = literal.as(IntegerLiteralExprSyntax.self) {
      (digits, isInteger) = (integer.literal.text, true)
    } else if let float = literal.as(FloatLiteralExprSyntax.self) {
      (digits, isInteger) = (float.literal.text, false)
    } else {
      return nil
    }
    // Numbers to other bases do not stand where a decimal one can be put in their place.
    guard let magnitude = digits.hasPrefix("0x") ? nil : Double(digits.filter { $0 != "_" }) else {
      return nil
    }
    let start = expression.positionAfterSkippingLeadingTrivia.utf8Offset
    return ConstantLiteral(
      range: start..<expression.endPositionBeforeTrailingTrivia.utf8Offset,
      value: isNegative ? -magnitude : magnitude, isInteger: isInteger, hasType: false)
  }
}
