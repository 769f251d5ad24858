/// Arithmetic between constants that would trap whenever it ran is an error, as it is for the compiler.
extension Checker {
  func checkConstants(
    _ name: String, _ arguments: [Expression], _ kind: IntegerKind, _ expression: Expression
  ) {
    guard arguments.count == 2, let left = constant(arguments[0]), let right = constant(arguments[1]) else {
      return
    }
    if name == "/" || name == "%", right == 0 {
      reportFlow("constant.division", expression.place, "division by zero")
    } else if let result = arithmetic(name, left, right), result.overflow || !kind.holds(result.partialValue)
    {
      reportFlow(
        "constant.overflow", expression.place,
        "'\(left) \(name) \(right)' does not fit into \(article(expression.type))")
    }
  }

  /// A literal that an integer type is made from where it does not hold its value: `Int8(300)`.
  func checkConversion(_ literal: Expression, to type: Type) {
    guard let kind = IntegerKind(type) else { return }
    switch literal.kind {
    case .integer(let text, let isNegative): checkLiteral(text, isNegative, as: type, kind, literal.place)
    case .double(let value) where value.rounded(.towardZero).magnitude >= 0x1p64:
      reportFlow("constant.overflow", literal.place, "this number is too large for \(article(type))")
    default: break
    }
  }

  func checkLiteral(
    _ text: String, _ isNegative: Bool, as type: Type, _ kind: IntegerKind, _ place: Place
  ) {
    guard kind.bits(text, isNegative: isNegative) == nil else { return }
    reportFlow(
      "literal.overflow", place,
      "the integer literal '\(isNegative ? "-" : "")\(text)' overflows when stored into '\(type)'")
  }

  /// A division that reports whether it overflows does not by a divisor that is known to be zero.
  func checkDivisor(_ arguments: [Expression], _ expression: Expression) {
    guard let divisor = arguments.last, constant(divisor) == 0 else { return }
    reportFlow("constant.division", expression.place, "division by zero")
  }

  private func arithmetic(_ name: String, _ left: Int, _ right: Int) -> (partialValue: Int, overflow: Bool)? {
    switch name {
    case "+": left.addingReportingOverflow(right)
    case "-": left.subtractingReportingOverflow(right)
    case "*": left.multipliedReportingOverflow(by: right)
    default: nil
    }
  }

  /// The value of an integer expression of constants, where it fits 63 bits.
  private func constant(_ expression: Expression) -> Int? {
    guard let kind = IntegerKind(expression.type) else { return nil }
    switch expression.kind {
    case .integer(let text, let isNegative): return integerValue(text, isNegative)
    case .call(let reference, let arguments):
      let name = reference.declaration.name
      if arguments.isEmpty, reference.declaration.kind == .getter, reference.declaration.isStatic {
        return name == "max" ? kind.greatest : name == "min" ? kind.least : nil
      }
      if reference.declaration.kind == .initializer, reference.declaration.isOfPrelude, arguments.count == 1,
        reference.declaration.parameters[0].label == nil,
        case .integer(let text, let isNegative) = arguments[0].kind
      {
        return integerValue(text, isNegative).flatMap { kind.holds($0) ? $0 : nil }
      }
      guard arguments.count == 2, isOperator(name), let left = constant(arguments[0]),
        let right = constant(arguments[1]), let result = arithmetic(name, left, right), !result.overflow,
        kind.holds(result.partialValue)
      else { return nil }
      return result.partialValue
    default: return nil
    }
  }

  /// The value of an integer literal with its prefix and underscores; nil where it does not fit 64 bits.
  func integerValue(_ text: String, _ isNegative: Bool) -> Int? {
    guard let magnitude = IntegerKind.magnitude(of: text) else { return nil }
    if isNegative { return magnitude <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int(exactly: magnitude)
  }
}

extension FunctionDeclaration {
  private static let divisions: Set = ["dividedReportingOverflow", "remainderReportingOverflow"]

  /// Whether it is one of the library's divisions that say whether they overflow.
  var isDivisionReportingOverflow: Bool { isOfPrelude && Self.divisions.contains(name) }
}

extension IntegerKind {
  /// The bounds of its values; nil where that is more than an `Int` holds.
  fileprivate var greatest: Int? {
    self == .uint64 ? nil : isSigned ? Int.max >> (64 - width) : (1 << width) - 1
  }
  fileprivate var least: Int { isSigned ? Int.min >> (64 - width) : 0 }

  fileprivate func holds(_ value: Int) -> Bool { value >= least && value <= greatest ?? .max }
}
