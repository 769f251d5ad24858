/// Calls of mathematical functions with whole numbers only, of which nothing says what floating-point type they mean.
extension Checker {
  /// The functions that Foundation has once for each floating-point type.
  private static let functionsOfEachType: Set<String> = [
    "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos",
    "atan",
    "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "rint", "tgamma", "pow", "atan2",
    "hypot",
    "copysign",
  ]

  /// Reports such a call where its context asks for no type either.
  ///
  /// - Parameter isConverted: Whether it is given to `Int(…)` or `Double(…)`, which a `Double` is as good for as others.
  func checkDecided(_ expression: Expression, isConverted: Bool = false) {
    guard source != 0, let open = undecided(expression),
      case .call(let reference, let arguments) = open.kind
    else { return }
    if isConverted, isDoubleLiteral(arguments[0]) { return }
    let name = reference.declaration.name
    if name == "pow", isWhole(arguments[0]) {
      report(
        "unsupported", open.place,
        "'pow' of two whole numbers is a 'Decimal', which cells do not have: write '2.0' instead of '2'")
    } else {
      report(
        "type.ambiguous", open.place,
        "'\(name)' of such numbers could be of any floating-point type: write '2.0' instead of '2', or say the type of the result"
      )
    }
  }

  /// Such a call, alone or in an operation with whole numbers and others like it; nil where something has a type.
  private func undecided(_ expression: Expression) -> Expression? {
    guard !expression.isCoerced, case .call(let reference, let arguments) = expression.kind,
      reference.declaration.place.source == 0, let last = arguments.last
    else { return nil }
    let name = reference.declaration.name
    if reference.declaration.owner == nil, Self.functionsOfEachType.contains(name) {
      guard isWhole(last), isWhole(arguments[0]) || name == "pow" && isDoubleLiteral(arguments[0]) else {
        return nil
      }
      return expression
    }
    guard ["+", "-", "*", "/"].contains(name) else { return nil }
    let open = arguments.compactMap(undecided)
    return open.count + arguments.count(where: isWhole) == arguments.count ? open.first : nil
  }

  /// Whether an expression is a literal without a point, or one with a sign before it.
  private func isWhole(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer: return true
    case .call(let reference, let arguments):
      return reference.declaration.name == "-" && arguments.count == 1 && isWhole(arguments[0])
    default: return false
    }
  }

  private func isDoubleLiteral(_ expression: Expression) -> Bool {
    if case .double = expression.kind { return true }
    return false
  }
}
