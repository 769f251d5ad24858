/// Functions that choose between terms: what stands behind the condition of a case.
extension Algebraic {
  /// The functions that choose, by the relation of 0 to their first argument.
  private static let branches: [String: @Sendable (Double) -> Bool] = [
    "ifPositive": { $0 > 0 }, "ifNotNegative": { $0 >= 0 }, "ifZero": { $0 == 0 }, "ifNotZero": { $0 != 0 },
  ]

  /// The term where a condition holds, and another elsewhere; it has no value there where that is nil.
  ///
  /// - Parameter difference: The right side of the condition less its left side.
  static func branch(
    _ relation: Term.Condition.Relation, _ difference: Algebraic, _ term: Algebraic, _ other: Algebraic?
  ) -> Algebraic {
    let name =
      switch relation {
      case .less: "ifPositive"
      case .lessOrEqual: "ifNotNegative"
      case .equal: "ifZero"
      case .unequal: "ifNotZero"
      }
    return .function(name, [difference, term] + (other.map { [$0] } ?? []))
  }

  static func isBranch(_ name: String) -> Bool { branches[name] != nil }

  /// The value of a function that chooses; nil for another function.
  static func chosen(_ name: String, _ arguments: [Computed]) -> Computed? {
    guard let holds = branches[name], arguments.count >= 2 else { return nil }
    let difference = arguments[0]
    let undefined = Computed(value: .nan, error: 0)
    // Where rounding decides, neither is right.
    if difference.error > 0, abs(difference.value) <= difference.error * 4 { return undefined }
    if holds(difference.value) { return arguments[1] }
    return arguments.count > 2 ? arguments[2] : undefined
  }
}
