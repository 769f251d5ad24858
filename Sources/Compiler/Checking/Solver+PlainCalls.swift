import Diagnostics

/// Operations and initialisers of the standard library whose arguments leave no choice.
extension Solver {
  /// What a call means, with what the type parameters of that stand for, where the types of its arguments say so.
  struct PlainCall {
    var candidate: CallSite.Candidate
    var operand: Type?
  }

  /// The function that takes just the types that the arguments have, none of them with type arguments: `x + 1`,
  /// `a == b`, `Double(count)`.
  ///
  /// It is what a search through all candidates would come to, since none fits better. Nil where an argument has no
  /// such type yet, where the context expects another result, and where a function of the author's own could be meant.
  ///
  /// - Complexity: Linear in the number of candidates.
  func plainCall(_ site: CallSite, _ call: Expression) -> PlainCall? {
    if site.isReference { return nil }
    guard let found = site.isOperator ? plainOperation(site) : plainInitializer(site) else { return nil }
    if let expected = expectedResult(call) {
      let result = found.candidate.declaration.result
      let isOperand = if case .parameter = result { true } else { false }
      if !areOne(expected, isOperand ? found.operand ?? result : result) { return nil }
    }
    return found
  }

  // MARK: Operations

  private func plainOperation(_ site: CallSite) -> PlainCall? {
    guard let operand = commonOperand(site), !shiftsLiteral(site) else { return nil }
    var found: CallSite.Candidate?
    for candidate in site.candidates {
      let function = candidate.declaration
      if function.place.source != 0 {
        if couldTake(function, operand, site) { return nil }
      } else if takesOnly(function, operand) {
        guard found == nil else { return nil }
        found = candidate
      }
    }
    return found.map { PlainCall(candidate: $0, operand: operand) }
  }

  /// The type without type arguments that all operands are of, but for literals that can be of it.
  private func commonOperand(_ site: CallSite) -> Type? {
    var common: Type?
    for argument in site.arguments {
      let type = head(argument.expression.type)
      switch type {
      case .nominal:
        guard areOne(type, common ?? type) else { return nil }
        common = type
      case .variable(let variable) where variable.literal != nil: continue
      default: return nil
      }
    }
    guard let common else { return nil }
    for argument in site.arguments {
      guard case .variable(let variable) = argument.expression.type.shallow, let literal = variable.literal
      else { continue }
      if !accepts(common, literal) { return nil }
    }
    return common
  }

  /// Whether a literal is shifted by a value, whose type says nothing of the literal's.
  private func shiftsLiteral(_ site: CallSite) -> Bool {
    guard site.name == "<<" || site.name == ">>", site.arguments.count == 2 else { return false }
    return isLiteralOperand(site.arguments[0].expression) && !isLiteralOperand(site.arguments[1].expression)
  }

  /// Whether a function takes operands of just this type: it names the type, or is asked for by a protocol of it.
  private func takesOnly(_ function: FunctionDeclaration, _ operand: Type) -> Bool {
    guard function.genericParameters.isEmpty else { return false }
    guard let owner = function.owner, owner.kind == .protocolType else {
      return function.parameters.allSatisfy { areOne($0.type, operand) }
    }
    let own = Type.parameter(owner.selfParameter)
    return function.parameters.allSatisfy { $0.type == own } && checker.conforms(operand, to: owner)
  }

  /// Whether a function could take operands of a type: it says of none of them that it must be of another.
  private func couldTake(_ function: FunctionDeclaration, _ operand: Type, _ site: CallSite) -> Bool {
    zip(function.parameters, site.arguments).allSatisfy { parameter, argument in
      guard case .nominal(let wanted, let arguments) = parameter.type, arguments.isEmpty,
        wanted.kind != .classType, case .nominal = argument.expression.type.shallow
      else { return true }
      return areOne(parameter.type, operand)
    }
  }

  /// Of an operation between a value and a literal, the function that takes two values of the value's type: such a
  /// function of the author's own goes before those that take another type, even that which the literal is by itself.
  func favoured(among candidates: [CallSite.Candidate], _ site: CallSite) -> CallSite.Candidate? {
    guard site.isOperator, site.arguments.count == 2, candidates.count > 1 else { return nil }
    let operands = site.arguments.map(\.expression)
    guard let literal = operands.firstIndex(where: isLiteralOperand) else { return nil }
    let operand = head(operands[1 - literal].type)
    guard case .nominal(let declaration, _) = operand, declaration.place.source != 0 else { return nil }
    return candidates.first { candidate in
      candidate.declaration.place.source != 0
        && candidate.declaration.parameters.allSatisfy {
          $0.type.substituting(candidate.declaration.owner === declaration ? own(operand, declaration) : [:])
            == operand
        }
    }
  }

  private func own(_ type: Type, _ declaration: NominalDeclaration) -> Substitution {
    guard case .nominal(_, let arguments) = type else { return [:] }
    return declaration.substitution(arguments)
  }

  private func isLiteralOperand(_ expression: Expression) -> Bool {
    if isCollectionLiteral(expression) { return true }
    guard case .variable(let variable) = expression.type.shallow, variable.literal != nil else {
      return false
    }
    switch expression.kind {
    case .integer, .double, .string, .boolean, .interpolation: return true
    default: return false
    }
  }

  /// How far the arguments of a function of the author's own are from what it takes, by those that it takes only
  /// wrapped in an optional and, where these are as many, by those that it takes as `Any`: less is better.
  func wraps(_ candidate: CallSite.Candidate, _ site: CallSite) -> Int {
    let function = candidate.declaration
    guard function.place.source > 0, let matched = checker.match(function, site.arguments) else { return 0 }
    return zip(matched, function.parameters).reduce(0) { sum, pair in
      guard case .argument(let index) = pair.0 else { return sum }
      let argument = site.arguments[index].expression
      if case .none = argument.kind { return sum }
      let type = head(argument.type)
      if case .variable(let variable) = type, variable.literal == nil { return sum }
      if pair.1.type == .any { return sum + (type == .any ? 0 : 1) }
      return sum + (library.wrapped(pair.1.type) != nil && library.wrapped(type) == nil ? 1000 : 0)
    }
  }

  // MARK: Initialisers

  /// Initialisers of one name make one type, so that the context has no choice among those that cannot fail.
  private func plainInitializer(_ site: CallSite) -> PlainCall? {
    guard site.candidates.count > 1, !site.arguments.isEmpty else { return nil }
    var types: [Type] = []
    for argument in site.arguments {
      guard let type = plainType(argument) else { return nil }
      types.append(type)
    }
    var found: CallSite.Candidate?
    for candidate in site.candidates {
      let function = candidate.declaration
      guard function.place.source == 0, function.kind == .initializer else { return nil }
      guard function.openedParameters.isEmpty, library.wrapped(function.result) == nil,
        takesOnly(function, site.arguments, types)
      else { continue }
      guard found == nil else { return nil }
      found = candidate
    }
    return found.map { PlainCall(candidate: $0) }
  }

  /// The type of an argument, or what a literal is by itself.
  private func plainType(_ argument: CallSite.Argument) -> Type? {
    if argument.isTrailingClosure { return nil }
    let type = head(argument.expression.type)
    switch (type, argument.expression.kind) {
    case (.nominal(_, let arguments), _): return arguments.isEmpty ? type : nil
    case (.variable(let variable), .integer), (.variable(let variable), .double),
      (.variable(let variable), .string):
      return variable.literal.flatMap(library.literalType)
    default: return nil
    }
  }

  private func takesOnly(
    _ function: FunctionDeclaration, _ arguments: [CallSite.Argument], _ types: [Type]
  ) -> Bool {
    guard function.parameters.count == arguments.count, function.requirements.isEmpty else { return false }
    for (index, parameter) in function.parameters.enumerated() {
      guard parameter.label == arguments[index].label, !parameter.isVariadic, !parameter.isInout,
        areOne(parameter.type, types[index])
      else { return false }
    }
    return true
  }
}
