import Diagnostics
import SwiftSyntax

/// Which of several candidates a call means.
extension Solver {
  /// Takes a candidate: opens its type parameters, and asks that arguments and result fit.
  ///
  /// - Parameter operand: What its type parameters stand for, where that is known: the type of a plain operation.
  func commit(
    _ site: CallSite, _ call: Expression, _ candidate: CallSite.Candidate, operand: Type? = nil
  ) {
    let function = candidate.declaration
    if function.isOpaque {
      checker.checkBody(of: function)
      function.result = function.result.resolved
    }
    let opened = function.openedParameters
    var substitution = Substitution(minimumCapacity: opened.count + function.outerParameters.count)
    for parameter in opened { substitution[parameter] = operand ?? fresh() }
    for parameter in function.outerParameters { substitution[parameter] = .parameter(parameter) }
    var result = function.result
    if let base = candidate.base, let owner = function.owner {
      var baseType = head(base.type)
      if case .metatype(let inner) = baseType { baseType = inner }
      result = checker.result(of: function, on: head(baseType))
      let own = owner.kind == .protocolType ? Type.parameter(owner.selfParameter) : owner.selfType
      if owner.kind == .classType, let ancestor = checker.supertype(of: baseType, as: owner) {
        baseType = ancestor
      }
      if !unify(baseType, own.substituting(substitution)) {
        fail(checker.noMatch(site, call))
        return
      }
    }
    if site.isReference {
      choose(site, candidate, substitution, [])
      var shape = function.functionType
      if case .function(let wanted)? = expectedResult(call), let parts = tupleParts(wanted), parts.count > 1,
        parts.count == shape.parameters.count
      {
        // A function of several values takes a tuple of them where one is expected.
        shape.parameters = [
          FunctionType.Parameter(
            type: .tuple(shape.parameters.map { Type.TupleElement(label: nil, type: $0.type) }))
        ]
      }
      var type = Type.function(shape).substituting(substitution)
      if case .function(let own) = type, case .function(let wanted) = call.type.shallow {
        type = .function(adapted(own, to: wanted, isRethrowing: function.isRethrowing))
      }
      ask(function.requirements, substitution, site)
      if !agreeInParts(call.type, type, at: site.namePlace) {
        fail(checker.mismatchedReference(site, call, type))
      }
      return
    }
    guard let matched = checker.match(function, site.arguments) else {
      fail(checker.argumentMismatch(site, call, function))
      return
    }
    choose(site, candidate, substitution, matched)
    if !agreeInParts(call.type, result.substituting(substitution), at: site.namePlace) {
      fail(checker.mismatchedResult(site, call, result.substituting(substitution)))
      return
    }
    for (index, match) in matched.enumerated() {
      let type = function.parameters[index].type.substituting(substitution)
      switch match {
      case .argument(let argument):
        let expression = site.arguments[argument].expression
        if case .closure(let closure) = expression.kind {
          for (parameter, type) in closure.builderParameters {
            if let meant = substitution[parameter], !unify(type, meant) { fail(checker.noMatch(site, call)) }
          }
        }
        if function.parameters[index].isInout {
          let isLent = lends(
            expression, as: type,
            fits: couldBe(
              expression.type,
              function.parameters[index].type.substituting(self.substitution(of: candidate)), function))
          if !isLent {
            fail(checker.mismatch(expression, to: type, because: .argument(site, function, index: index)))
          }
        } else if isLabelledTuple(expression.type), case .variable = type.shallow {
          // What follows may ask for its parts by name.
          if !unify(type, expression.type) {
            fail(checker.mismatch(expression, to: type, because: .argument(site, function, index: index)))
          }
        } else if !areOne(head(expression.type), type) {
          add(
            .conversion(
              expression, to: checker.argumentType(function, index, type),
              because: .argument(site, function, index: index)))
        }
      case .variadic(let arguments):
        guard let element = library.arrayElement(type) else { continue }
        for argument in arguments {
          add(
            .conversion(
              site.arguments[argument].expression, to: element,
              because: .argument(site, function, index: index)))
        }
      case .defaultValue: break
      }
    }
    ask(function.requirements, substitution, site)
  }

  private func isLabelledTuple(_ type: Type) -> Bool {
    if case .tuple(let parts) = type.shallow { return parts.contains { $0.label != nil } }
    return false
  }

  /// The type of a function as a value of a type that differs only in what may throw: such a conversion is free.
  func adapted(_ own: FunctionType, to wanted: FunctionType, isRethrowing: Bool) -> FunctionType {
    var adapted = own
    if !own.canThrow || isRethrowing {
      adapted.canThrow = wanted.canThrow
      adapted.thrown = wanted.thrown
    }
    for (index, parameter) in wanted.parameters.enumerated() where index < own.parameters.count {
      if case .function(let given) = parameter.type.shallow,
        case .function(var taken) = own.parameters[index].type.shallow, taken.canThrow
      {
        taken.canThrow = given.canThrow
        adapted.parameters[index].type = .function(taken)
      }
    }
    return adapted
  }

  func ask(_ requirements: [Requirement], _ substitution: Substitution, _ site: CallSite) {
    for requirement in requirements {
      switch requirement {
      case .conforms(let subject, let wanted):
        let type = subject.substituting(substitution)
        if !require(type, wanted) {
          fail(checker.unmetRequirement(site, type.resolved, wanted))
        } else if case .variable = type.shallow {
          continue
        } else if case .member = type.shallow {
          add(.conforms(type, wanted, site.namePlace, callee: site.name))
        }
      case .same(let left, let right):
        add(
          .same(
            left.substituting(substitution), right.substituting(substitution), site.namePlace,
            callee: site.name))
      }
    }
  }

  /// The candidates that the types known so far allow, the first few of them where more do not matter.
  func viableCandidates(_ site: CallSite, _ call: Expression, atMost most: Int = .max) -> [CallSite.Candidate]
  {
    let expected = expectedResult(call)
    var viable: [CallSite.Candidate] = []
    for candidate in site.candidates where isViable(candidate, site, call, expected) {
      viable.append(candidate)
      if viable.count >= most { break }
    }
    return viable
  }

  /// The type without type arguments that all initialisers make that could be meant; nil where they make several, and
  /// where it is known.
  func commonResult(_ site: CallSite, _ call: Expression) -> Type? {
    guard case .variable = call.type.shallow, !site.isReference,
      site.candidates.first?.declaration.kind == .initializer
    else { return nil }
    let results = viableCandidates(site, call).map {
      $0.declaration.result.substituting(substitution(of: $0))
    }
    guard let first = results.first, results.allSatisfy({ areOne($0, first) }) else { return nil }
    return first
  }

  /// The parts of a function's only parameter, where that is a tuple.
  func tupleParts(_ function: FunctionType) -> [Type.TupleElement]? {
    guard function.parameters.count == 1, case .tuple(let parts) = function.parameters[0].type.shallow else {
      return nil
    }
    return parts
  }

  func expectedResult(_ call: Expression) -> Type? {
    let type = call.type.shallow
    guard case .variable = type else { return type }
    for case .conversion(let from, let to, _) in constraints where from === call {
      let to = to.shallow
      if case .variable = to { continue }
      return to
    }
    return nil
  }

  func isViable(
    _ candidate: CallSite.Candidate, _ site: CallSite, _ call: Expression, _ expected: Type?
  ) -> Bool {
    let function = candidate.declaration
    let known = substitution(of: candidate)
    if candidate.base != nil, function.owner != nil {
      for requirement in function.requirements {
        switch requirement {
        case .conforms(let subject, let wanted):
          let type = subject.substituting(known).shallow
          if case .parameter = type, known.isEmpty { continue }
          if case .member = type { continue }
          if !hasOwnParameter(type, function), !checker.conforms(type, to: wanted) { return false }
        case .same(let left, let right):
          if !couldBe(left.substituting(known), right.substituting(known), function) { return false }
        }
      }
    }
    if site.isReference {
      guard case .function(let wanted)? = expected else { return true }
      if let parts = tupleParts(wanted), parts.count == function.parameters.count, parts.count > 1 {
        return zip(parts, function.parameters).allSatisfy {
          couldBe($0.type, $1.type.substituting(known), function)
        } && couldBe(wanted.result, function.result.substituting(known), function)
      }
      if function.parameters.count > 1, isWaitingForTuple(wanted) { return true }
      guard wanted.parameters.count == function.parameters.count else { return false }
      return zip(wanted.parameters, function.parameters).allSatisfy {
        let taken = $1.type.substituting(known)
        return couldBe($0.type, taken, function) || couldBeResult($0.type, taken, function)
      } && couldBeResult(function.result.substituting(known), wanted.result, function)
    }
    guard let matched = checker.match(function, site.arguments) else { return false }
    if function.genericParameters.count == 1, function.place.source == 0, isUniform(site) { return false }
    for (index, match) in matched.enumerated() {
      let type = function.parameters[index].type.substituting(known)
      switch match {
      case .argument(let argument):
        if function.kind == .subscriptGetter, isArithmetic(site.arguments[argument].expression),
          isRange(type, function)
        {
          return false
        }
        let wanted = checker.argumentType(function, index, type)
        if !couldConvert(site.arguments[argument].expression, to: wanted, function) { return false }
      case .variadic(let arguments):
        guard let element = library.arrayElement(type) else { continue }
        for argument in arguments
        where !couldConvert(site.arguments[argument].expression, to: element, function) { return false }
      case .defaultValue: break
      }
    }
    if case .variable(let variable) = call.type.shallow, let literal = variable.literal,
      case .nominal = function.result.substituting(known).shallow,
      !accepts(function.result.substituting(known), literal)
    {
      return false
    }
    if let expected, !couldBeResult(function.result.substituting(known), expected, function) { return false }
    return sharedParametersAgree(function, matched, site)
  }

  /// What the value that a candidate is a member of says of the type parameters of its type.
  func substitution(of candidate: CallSite.Candidate) -> Substitution {
    guard let base = candidate.base, let owner = candidate.declaration.owner else { return [:] }
    var type = head(base.type)
    if case .metatype(let inner) = type { type = head(inner) }
    if owner.kind == .protocolType { return [owner.selfParameter: type] }
    guard case .nominal(_, let arguments)? = checker.supertype(of: type, as: owner) else { return [:] }
    return owner.substitution(arguments)
  }

  /// Whether the operands of a shift, of a comparison, or of `+` with an array, are not known to be of two types: then
  /// one is meant.
  private func isUniform(_ site: CallSite) -> Bool {
    guard site.isOperator, site.arguments.count == 2 else { return false }
    let right = head(site.arguments[1].expression.type)
    switch site.name {
    case "<<", ">>", "<<=", ">>=":
      if case .variable(let variable) = right { return variable.literal != nil }
      return right == head(site.arguments[0].expression.type)
    case "==", "!=", "<", ">", "<=", ">=":
      let left = head(site.arguments[0].expression.type)
      return isLiteral(left) || isLiteral(right) || left == right
    case "+", "+=":
      switch right {
      case .nominal, .parameter: break
      default: return true
      }
      if case .nominal = head(site.arguments[0].expression.type),
        library.arrayElement(site.arguments[0].expression.type.shallow) == nil
      {
        return false
      }
      return library.arrayElement(right) != nil
    default: return false
    }
  }

  /// Whether a type is that of a literal, not decided yet.
  func isLiteral(_ type: Type) -> Bool {
    if case .variable(let variable) = type { return variable.literal != nil }
    return false
  }

  /// Whether an expression is an operation with numbers, whose result is no range.
  func isArithmetic(_ expression: Expression) -> Bool {
    guard case .unresolvedCall(let site) = expression.kind, site.isOperator else { return false }
    return ["+", "-", "*", "/", "%"].contains(site.name)
  }

  /// Whether a type is a parameter that stands for any range.
  func isRange(_ type: Type, _ function: FunctionDeclaration) -> Bool {
    guard case .parameter = type else { return false }
    return function.requirements.contains {
      if case .conforms(type, let wanted) = $0 { return wanted.name == "RangeExpression" }
      return false
    }
  }

  /// Whether arguments that share a type parameter could have one type: rules out `Int + Double` early.
  func sharedParametersAgree(
    _ function: FunctionDeclaration, _ matched: [ArgumentMatch], _ site: CallSite
  ) -> Bool {
    guard site.isOperator else { return true }
    var seen: [GenericParameter: Type] = [:]
    for (index, match) in matched.enumerated() {
      guard case .argument(let argument) = match,
        case .parameter(let parameter) = function.parameters[index].type
      else { continue }
      let expression = site.arguments[argument].expression
      let type = expression.type.shallow
      guard case .nominal = type, !isCollectionLiteral(expression) else { continue }
      if let earlier = seen[parameter], !couldBe(earlier, type, function) {
        // One may still become the other: an optional, a superclass.
        guard
          couldWrap(earlier, type, function) || couldWrap(type, earlier, function)
            || library.isClass(type) && library.isClass(earlier)
        else { return false }
      }
      seen[parameter] = type
    }
    return true
  }

  func isCollectionLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .array, .dictionary: true
    default: false
    }
  }

  /// Whether the elements of a literal are literals in brackets, taken for arrays so far, where another type is wanted.
  func areLiterals(_ elements: [Expression], of own: Type, beside wanted: Type) -> Bool {
    guard library.arrayElement(own.shallow) != nil, case .nominal(let declaration, _) = wanted.shallow,
      declaration !== library.arrayDeclaration
    else { return false }
    return elements.allSatisfy { if case .array = $0.kind { true } else { false } }
  }

  func couldWrap(_ optional: Type, _ type: Type, _ function: FunctionDeclaration) -> Bool {
    library.wrapped(optional).map { couldBe($0, type, function) } ?? false
  }

  func hasOwnParameter(_ type: Type, _ function: FunctionDeclaration) -> Bool {
    if case .parameter(let parameter) = type { return function.openedParameters.contains(parameter) }
    return false
  }

  func couldConvert(_ expression: Expression, to: Type, _ function: FunctionDeclaration) -> Bool {
    var to = head(to)
    if case .none = expression.kind {
      if case .nominal = to { return library.wrapped(to) != nil || checker.isMadeFromNil(to) }
      return true
    }
    while true {
      let from = head(expression.type)
      if areOne(from, to) { return true }
      if case .keyPath = expression.kind, case .variable = from, !couldBeKeyPath(to) {
        guard let wrapped = library.wrapped(to) else { return false }
        to = wrapped.shallow
        continue
      }
      if couldBe(from, to, function) { return true }
      if let wrapped = library.wrapped(from), checker.isImplicitlyUnwrapped(expression),
        couldBe(wrapped, to, function)
      {
        return true
      }
      if case .array(let literals) = expression.kind, let own = library.arrayElement(from) {
        if let element = library.literalElement(to) ?? library.arrayElement(to),
          areLiterals(literals, of: own, beside: element)
        {
          return literals.allSatisfy { couldConvert($0, to: element, function) }
        }
        if let element = library.literalElement(to) { return couldBe(own, element, function) }
      }
      if let parts = checker.literalParts(expression, as: to), case .nominal(_, let own) = from {
        return zip(own, parts).allSatisfy { couldBe($0, $1, function) }
      }
      if case .nominal(let wanted, _) = to, wanted.kind == .classType,
        let ancestor = checker.supertype(of: from, as: wanted)
      {
        return couldBe(ancestor, to, function)
      }
      if case .metatype(let own) = from, case .metatype(let wanted) = to,
        let converts = convertsMetatype(head(own), head(wanted))
      {
        return converts
      }
      if let protocols = checker.erased(to) {
        return protocols.allSatisfy { checker.conforms(from, to: $0) }
      }
      if let own = library.arrayElement(from),
        let protocols = library.arrayElement(to).flatMap(checker.erased)
      {
        return protocols.allSatisfy { checker.conforms(own, to: $0) }
      }
      guard let wrapped = library.wrapped(to) else { return false }
      to = wrapped.shallow
    }
  }

  /// Whether a key path literal could have a type.
  private func couldBeKeyPath(_ type: Type) -> Bool {
    switch type {
    case .function(let function): function.parameters.count == 1
    case .nominal, .tuple: checker.keyPathClass(type) != nil
    default: true
    }
  }

  func couldBeResult(_ result: Type, _ expected: Type, _ function: FunctionDeclaration) -> Bool {
    if couldBe(result, expected, function) { return true }
    if checker.erased(expected.shallow) != nil { return true }
    if expected.shallow.isVoid { return false }
    if let wrapped = library.wrapped(expected) { return couldBeResult(result, wrapped, function) }
    return false
  }

  /// Whether two types could turn out the same; type parameters of the candidate stand for anything allowed.
  func couldBe(_ left: Type, _ right: Type, _ function: FunctionDeclaration) -> Bool {
    let left = head(left)
    let right = head(right)
    switch (left, right) {
    case (.error, _), (_, .error), (.member, _), (_, .member): return true
    case (.variable(let a), .variable(let b)):
      guard let literal = a.literal, let other = b.literal else { return true }
      return compatible(literal, other)
    case (let type, .parameter(let parameter)) where function.openedParameters.contains(parameter):
      return function.requirements.allSatisfy {
        guard case .conforms(.parameter(parameter), let wanted) = $0 else { return true }
        return checker.conforms(type, to: wanted)
      }
    case (.parameter(let parameter), let type) where function.openedParameters.contains(parameter):
      return couldBe(type, .parameter(parameter), function)
    case (.variable(let variable), let type), (let type, .variable(let variable)):
      if let literal = variable.literal, !accepts(type, literal) { return false }
      return variable.protocols.allSatisfy { checker.conforms(type, to: $0) }
    case (.nominal(let a, let aArguments), .nominal(let b, let bArguments)):
      if a !== b, a.kind == .classType, library.supertype(of: left, as: b) != nil { return true }
      return a === b && zip(aArguments, bArguments).allSatisfy { couldBe($0, $1, function) }
    case (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { couldBe($0.type, $1.type, function) }
    case (.function(let a), .function(let b)):
      if b.parameters.count == 1, a.parameters.count > 1 {
        switch b.parameters[0].type.shallow {
        case .tuple(let elements): return elements.count == a.parameters.count
        case .variable, .parameter, .member: return true
        default: return false
        }
      }
      return a.parameters.count == b.parameters.count
        && zip(a.parameters, b.parameters).allSatisfy {
          couldBe($0.type, $1.type, function) || couldBeResult($1.type, $0.type, function)
        }
        && (b.result.isVoid || couldBeResult(a.result, b.result, function))
    case (.metatype(let a), .metatype(let b)): return couldBe(a, b, function)
    default: return left == right
    }
  }
}
