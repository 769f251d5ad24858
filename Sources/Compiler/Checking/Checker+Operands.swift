import Diagnostics

/// The words for operators whose operands do not fit them.
extension Checker {
  /// No operation of that name takes values of these types.
  func unfitOperands(_ site: CallSite, _ types: [Type], at place: Place) -> Diagnostic {
    if let problem = integersOnly(site, at: place) { return problem }
    var types = zip(types, site.arguments).map {
      solver.isUnknown($0) ? firstResult(of: $1.expression) ?? $0 : $0
    }
    // `.member` is of the type of the other operand.
    if types.count == 2, let implicit = site.arguments.firstIndex(where: { isImplicitMember($0.expression) })
    {
      types[implicit] = types[1 - implicit]
    }
    guard types.count == 2 else {
      return diagnostic("type.operands", place, "'\(site.name)' cannot be applied to \(article(types[0]))")
    }
    if site.name == "~=", case .metatype(let type) = types[0].shallow {
      return diagnostic(
        "type.operands", place, "a pattern that asks for a type begins with 'is': 'case is \(type.resolved)'")
    }
    if site.name == "~=" {
      let pattern = "\(types[0])" == "_" ? "this pattern" : "a pattern that is \(article(types[0]))"
      return diagnostic("type.operands", place, "\(pattern) cannot match \(article(types[1]))")
    }
    if let (given, wanted) = solver.results(of: site), given != wanted {
      return diagnostic(
        "type.operands", place,
        "'\(site.name)' gives \(article(given)) here"
          + (wanted.map { ", and \(article($0)) is needed" } ?? ", which does not fit"))
    }
    return diagnostic(
      "type.operands", place,
      "'\(site.name)' cannot be applied to \(article(types[0])) and \(article(types[1]))\(advice(site, types))"
    )
  }

  private func isImplicitMember(_ expression: Expression) -> Bool {
    guard case .unresolvedMember(let site) = expression.kind, case .variable = expression.type.shallow else {
      return false
    }
    return site.isImplicit
  }

  /// Whether a type is that of a literal with a fraction.
  func isFraction(_ type: Type) -> Bool {
    if case .variable(let open) = type.shallow { return open.literal == .float }
    return false
  }

  /// What the first function that a call may mean gives, where that is known.
  private func firstResult(of call: Expression) -> Type? {
    guard case .unresolvedCall(let site) = call.kind,
      let first = solver.viableCandidates(site, call, atMost: 1).first,
      case .nominal(_, []) = first.declaration.result
    else { return nil }
    return first.declaration.result
  }

  /// Numbers with a fraction where an operation is there for integers alone; nil where that is not what is wrong.
  func integersOnly(_ site: CallSite, at place: Place) -> Diagnostic? {
    guard let instead = Self.insteadOfIntegerOperations[site.name],
      let number = site.arguments.map(\.expression.type).first(where: isFloatingPoint)
    else { return nil }
    return diagnostic(
      "type.operands", place,
      "'\(site.name)' is there for integers, and this is \(article(number)); write '\(instead)'")
  }

  private static let insteadOfIntegerOperations = [
    "%": "a.truncatingRemainder(dividingBy: b)", "%=": "a.formTruncatingRemainder(dividingBy: b)",
    "^": "pow(a, b)", "^=": "a = pow(a, b)",
  ]

  /// Whether a type is that of numbers with a fraction, or of a literal with one.
  private func isFloatingPoint(_ type: Type) -> Bool {
    switch type.shallow {
    case .variable(let open): open.literal == .float
    case .nominal: type == library.double || library.isKnown(type, "Float")
    default: false
    }
  }

  /// What would make two operands fit; empty where nothing simple would.
  private func advice(_ site: CallSite, _ types: [Type]) -> String {
    let names = types.map { "\($0)" }
    if Set(names) == ["Int", "Double"] { return "; convert one of them: 'Double(…)' or 'Int(…)'" }
    if names.contains("String"), let number = names.first(where: ["Int", "Double"].contains) {
      switch site.name {
      case "+": return "; convert the '\(number)' with 'String(…)', or put it into the text with '\\(…)'"
      case "*": return "; a text is repeated with 'String(repeating: text, count: n)'"
      case "==", "!=", "<", ">", "<=", ">=":
        return "; compare like with like: 'String(…)' makes a text of the '\(number)'"
      default: return ""
      }
    }
    if names == ["Bool", "Bool"], ["&", "|"].contains(site.name) {
      return "; write '\(site.name)\(site.name)'"
    }
    if ["===", "!=="].contains(site.name) {
      return "; it asks whether two instances of classes are the same one: write '\(site.name.dropLast())'"
    }
    if types[0] == types[1], library.wrapped(types[0]) != nil, Self.protocolsOfOperators[site.name] != nil {
      return "; unwrap both first, with 'if let', '??' or '!'"
    }
    let numbers = ["Int", "Double"]
    if ["+", "-", "*", "/"].contains(site.name),
      let array = types.firstIndex(where: {
        library.arrayElement($0).map { numbers.contains("\($0)") } ?? false
      }),
      numbers.contains(names[1 - array])
    {
      let operation = array == 0 ? "$0 \(site.name) n" : "n \(site.name) $0"
      return "; for each element, write 'values.map { \(operation) }'"
    }
    guard types[0] == types[1], let wanted = Self.protocolsOfOperators[site.name] else { return "" }
    switch types[0].shallow {
    case .parameter(let parameter): return "; write '\(parameter.name): \(wanted)' where it is declared"
    case .nominal where wanted == "Equatable":
      guard case .nominal(let declaration, _) = innermost(types[0]).shallow, declaration.place.source > 0,
        [.structure, .enumeration].contains(declaration.kind)
      else { return "" }
      return "; write '\(declaration.name): Equatable' where it is declared"
    default: return ""
    }
  }

  /// What an optional wraps, or the elements of an array, or the values of a dictionary, as far as it goes.
  func innermost(_ type: Type) -> Type {
    guard case .nominal(let declaration, let arguments) = type.shallow, declaration.place.source == 0,
      let last = arguments.last
    else { return type }
    return innermost(last)
  }

  private static let protocolsOfOperators = [
    "==": "Equatable", "!=": "Equatable", "<": "Comparable", ">": "Comparable", "<=": "Comparable",
    ">=": "Comparable", "+": "AdditiveArithmetic", "-": "AdditiveArithmetic", "*": "Numeric",
  ]
}
