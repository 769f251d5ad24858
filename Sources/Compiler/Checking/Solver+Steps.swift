import Diagnostics
import SwiftSyntax

/// A closure's statements that are still to be checked.
struct ClosureBody {
  var statements: CodeBlockItemListSyntax
  var place: Place
  var scope: Scope
}

/// One constraint at a time.
extension Solver {
  /// Works on a constraint; false where it must wait.
  func step(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .conversion(let expression, let to, let reason):
      guard let done = convert(expression.type, expression, to: to, reason) else { return false }
      if !done { fail(checker.mismatch(expression, to: to, because: reason)) }
      return true
    case .call(let site, let call):
      let viable = site.candidates.count == 1 ? site.candidates : viableCandidates(site, call)
      guard viable.count < 2 else { return false }
      guard let only = viable.first else {
        fail(checker.noMatch(site, call))
        return true
      }
      commit(site, call, only)
      return true
    case .member(let site, let expression):
      var base = site.base.type.shallow
      if case .metatype(let inner) = base { base = inner.shallow }
      if case .variable = base { return false }
      checker.resolve(site, expression)
      return true
    case .apply(let function, let arguments, let call):
      return apply(function, arguments, call)
    case .conforms(let type, let wanted, let place, let callee):
      if isWaiting(type) { return false }
      if !require(type, wanted) {
        fail(
          checker.diagnostic(
            "type.constraint", place,
            "'\(callee)' needs a type that conforms to '\(wanted.name)', which '\(type.resolved)' does not"))
      }
      return true
    case .same(let left, let right, let place, let callee):
      if isWaitingMember(left) || isWaitingMember(right) { return false }
      if !unify(left, right) {
        fail(
          checker.diagnostic(
            "type.constraint", place,
            "'\(callee)' needs two types to be one: '\(left.resolved)' and '\(right.resolved)'"))
      }
      return true
    case .chain(let inner, let to):
      if case .variable = inner.type.shallow { return false }
      if isWaiting(inner.type) { return false }
      let result = library.wrapped(inner.type) != nil ? inner.type : library.optional(of: inner.type)
      _ = unify(result, to)
      return true
    case .closure: return false
    case .unwrap(let expression, let to):
      switch expression.type.shallow {
      case .variable: return false
      case .error: _ = unify(to, .error)
      case let type:
        guard let wrapped = library.wrapped(type) else {
          fail(
            checker.diagnostic(
              "optional.unwrap", expression.place,
              "there is nothing to unwrap: \(checker.article(type.resolved)) is not optional"))
          return true
        }
        _ = unify(wrapped, to)
      }
      return true
    }
  }

  /// Converts a value's type; nil where too little is known yet.
  private func convert(_ from: Type, _ expression: Expression?, to: Type, _ reason: ConversionReason) -> Bool?
  {
    let from = head(from)
    let to = head(to)
    if case .error = from { return true }
    if case .error = to { return true }
    if from == library.never, from != to {
      switch reason {
      case .result, .branch: return true
      default: break
      }
    }
    if isWaitingMember(from) || isWaitingMember(to) { return nil }
    if case .result = reason, to.isVoid, expression != nil, case .closureResult? = closureResults(expression)
    {
      return true
    }
    if from == library.never, to != library.never {
      switch reason {
      case .result, .branch:
        if case .variable = to { return nil }
        return true
      default: break
      }
    }
    switch (from, to) {
    case (.variable(let a), .variable(let b)):
      return a === b ? true : nil
    case (_, .variable(let variable)):
      return variable.literal != nil ? unify(from, to) : nil
    case (.variable(let variable), _):
      if let expression, case .none = expression.kind {
        return library.wrapped(to) == nil ? (isOpen(to) ? nil : false) : unify(from, to)
      }
      if let wrapped = library.wrapped(to) {
        return variable.literal == nil ? nil : convert(from, nil, to: wrapped, reason)
      }
      if case .existential = to { return nil }
      return unify(from, to)
    default: break
    }
    if let expression, library.wrapped(to) == nil, let wrapped = library.wrapped(from),
      checker.isImplicitlyUnwrapped(expression)
    {
      if case .existential = to {} else { return convert(wrapped, nil, to: to, reason) }
    }
    if case .existential(let protocols) = to, from != to {
      return protocols.allSatisfy { checker.conforms(from, to: $0) }
    }
    if let expression, case .array = expression.kind, let element = library.literalElement(to),
      let own = library.arrayElement(from)
    {
      return unify(own, element)
    }
    if let expression, let parts = checker.literalParts(expression, as: to), case .nominal(_, let own) = from
    {
      return zip(own, parts).allSatisfy { unify($0, $1) }
    }
    if let wrapped = library.wrapped(to) {
      if let inner = library.wrapped(from) {
        if case .variable = wrapped.shallow { return unify(inner, wrapped) }
        return convert(inner, nil, to: wrapped, reason)
      }
      if case .variable(let variable) = wrapped.shallow, variable.literal == nil { return nil }
      return convert(from, expression, to: wrapped, reason)
    }
    if case .tuple(let a) = from, case .tuple(let b) = to, a.count == b.count {
      return convertTuple(a, b, expression, reason)
    }
    if case .nominal(let a, _) = from, case .nominal(let b, _) = to, a !== b, b.kind == .classType,
      let ancestor = library.supertype(of: from, as: b)
    {
      return unify(ancestor, to)
    }
    if case .function(let a) = from, case .function(let b) = to {
      if let expression, case .closure(let closure) = expression.kind {
        return adopt(b, for: closure, a, at: expression.place)
      }
      var a = a
      if let expression, case .unresolvedCall(let site) = expression.kind, site.isReference,
        let chosen = site.chosen
      {
        a = adapted(a, to: b, isRethrowing: chosen.candidate.declaration.isRethrowing)
      }
      guard a.parameters.count == b.parameters.count, !a.canThrow || b.canThrow else { return false }
      return zip(a.parameters, b.parameters).allSatisfy {
        $0.isInout == $1.isInout && unify($0.type, $1.type)
      }
        && unify(a.result, b.result)
    }
    return unify(from, to)
  }

  /// Whether a type is an unknown, or a member of one.
  private func isWaiting(_ type: Type) -> Bool {
    switch type.shallow {
    case .variable: true
    case .member(let base, _): base.hasVariables
    default: false
    }
  }

  private func isWaitingMember(_ type: Type) -> Bool {
    if case .member(let base, _) = type.shallow { return base.hasVariables }
    return false
  }

  private func isOpen(_ type: Type) -> Bool {
    if case .variable = type { return true }
    return false
  }

  private enum ClosureResult { case closureResult }

  /// Marks an expression that is the whole body of a closure.
  private func closureResults(_ expression: Expression?) -> ClosureResult? {
    guard let expression, checker.closureResults.contains(ObjectIdentifier(expression)) else { return nil }
    return .closureResult
  }

  private func convertTuple(
    _ a: [Type.TupleElement], _ b: [Type.TupleElement], _ expression: Expression?, _ reason: ConversionReason
  ) -> Bool? {
    var parts: [Expression]?
    if let expression, case .tuple(let elements) = expression.kind { parts = elements }
    for index in a.indices {
      guard a[index].label == b[index].label || a[index].label == nil || b[index].label == nil else {
        return false
      }
      if let parts {
        add(.conversion(parts[index], to: b[index].type, because: reason))
      } else if !unify(a[index].type, b[index].type) {
        return false
      }
    }
    return true
  }

  /// A closure takes the shape that its context expects.
  private func adopt(_ wanted: FunctionType, for closure: Closure, _ own: FunctionType, at place: Place)
    -> Bool
  {
    if wanted.parameters.count == 1, own.parameters.count > 1,
      case .tuple(let elements) = wanted.parameters[0].type.shallow, elements.count == own.parameters.count
    {
      // A closure of several parameters takes a tuple apart.
      return zip(elements, own.parameters).allSatisfy { agreeInParts($0.type, $1.type, at: place) }
        && agree(own.result, wanted.result, at: place)
    }
    guard wanted.parameters.count == own.parameters.count, wanted.canThrow || !own.canThrow else {
      return false
    }
    for (index, parameter) in wanted.parameters.enumerated() {
      if parameter.isInout { closure.parameters[index].isInout = true }
      if !agreeInParts(parameter.type, own.parameters[index].type, at: place) { return false }
    }
    return agreeInParts(own.result, wanted.result, at: place)
  }

  /// The same for each part of functions and tuples.
  private func agreeInParts(_ left: Type, _ right: Type, at place: Place) -> Bool {
    switch (left.shallow, right.shallow) {
    case (.function(let a), .function(let b)) where a.parameters.count == b.parameters.count:
      return zip(a.parameters, b.parameters).allSatisfy {
        $0.isInout == $1.isInout && agreeInParts($0.type, $1.type, at: place)
      } && agreeInParts(a.result, b.result, at: place)
    case (.tuple(let a), .tuple(let b)) where a.count == b.count:
      return zip(a, b).allSatisfy { agreeInParts($0.type, $1.type, at: place) }
    case (let a, let b): return agree(a, b, at: place)
    }
  }

  /// Makes two types one, or asks for it later where a member of an unknown is among them.
  private func agree(_ left: Type, _ right: Type, at place: Place) -> Bool {
    guard isWaitingMember(left) || isWaitingMember(right) else { return unify(left, right) }
    add(.same(left, right, place, callee: "this closure"))
    return true
  }

  private func apply(_ function: Expression, _ arguments: [Expression], _ call: Expression) -> Bool {
    switch function.type.shallow {
    case .variable: return false
    case .error: _ = unify(call.type, .error)
    case .nominal where !checker.members(of: function.type, named: "callAsFunction").isEmpty:
      let found = checker.member(
        of: function, "callAsFunction", function.place,
        arguments: arguments.map { CallSite.Argument(label: nil, expression: $0) }, whole: call.place)
      // The call becomes that of the method.
      add(.conversion(found, to: call.type, because: .applied))
      call.kind = .tuple([found])
    case .function(let type):
      guard type.parameters.count == arguments.count else {
        fail(
          checker.diagnostic(
            "call.arguments", call.place,
            "this call passes \(checker.count(arguments.count, "argument")) to a function of \(type.parameters.count)"
          ))
        return true
      }
      for (argument, parameter) in zip(arguments, type.parameters) {
        if parameter.isInout {
          if !unify(argument.type, parameter.type) {
            fail(checker.mismatch(argument, to: parameter.type, because: .applied))
          }
        } else {
          add(.conversion(argument, to: parameter.type, because: .applied))
        }
      }
      if !unify(call.type, type.result) { fail(checker.mismatch(call, to: call.type, because: .applied)) }
    case let type:
      fail(
        checker.diagnostic(
          "call.value", function.place,
          "only functions can be called; this is \(checker.article(type.resolved))"))
    }
    return true
  }

  // MARK: Overloads

  /// Takes a candidate: opens its type parameters, and asks that arguments and result fit.
  func commit(_ site: CallSite, _ call: Expression, _ candidate: CallSite.Candidate) {
    let function = candidate.declaration
    if function.isOpaque {
      checker.checkBody(of: function)
      function.result = function.result.resolved
    }
    var substitution: Substitution = [:]
    for parameter in function.openedParameters { substitution[parameter] = fresh() }
    for parameter in function.outerParameters { substitution[parameter] = .parameter(parameter) }
    if let base = candidate.base, let owner = function.owner {
      var baseType = head(base.type)
      if case .metatype(let inner) = baseType { baseType = inner }
      let own = owner.kind == .protocolType ? Type.parameter(owner.selfParameter) : owner.selfType
      if owner.kind == .classType, let ancestor = library.supertype(of: baseType, as: owner) {
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
    if !unify(call.type, function.result.substituting(substitution)) {
      fail(checker.mismatchedResult(site, call, function.result.substituting(substitution)))
      return
    }
    for (index, match) in matched.enumerated() {
      let parameter = function.parameters[index]
      let type = parameter.type.substituting(substitution)
      switch match {
      case .argument(let argument):
        let expression = site.arguments[argument].expression
        if parameter.isInout {
          if !unify(expression.type, type) {
            fail(checker.mismatch(expression, to: type, because: .argument(site, function, index: index)))
          }
        } else {
          add(
            .conversion(
              expression, to: checker.argumentType(parameter, type),
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

  /// The type of a function as a value of a type that differs only in what may throw: such a conversion is free.
  private func adapted(_ own: FunctionType, to wanted: FunctionType, isRethrowing: Bool) -> FunctionType {
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

  private func ask(_ requirements: [Requirement], _ substitution: Substitution, _ site: CallSite) {
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

  /// The candidates that the types known so far allow.
  func viableCandidates(_ site: CallSite, _ call: Expression) -> [CallSite.Candidate] {
    let expected = expectedResult(call)
    return site.candidates.filter { isViable($0, site, call, expected) }
  }

  /// The parts of a function's only parameter, where that is a tuple.
  private func tupleParts(_ function: FunctionType) -> [Type.TupleElement]? {
    guard function.parameters.count == 1, case .tuple(let parts) = function.parameters[0].type.shallow else {
      return nil
    }
    return parts
  }

  private func expectedResult(_ call: Expression) -> Type? {
    let type = call.type.shallow
    guard case .variable = type else { return type }
    for case .conversion(let from, let to, _) in constraints where from === call {
      let to = to.shallow
      if case .variable = to { continue }
      return to
    }
    return nil
  }

  private func isViable(
    _ candidate: CallSite.Candidate, _ site: CallSite, _ call: Expression, _ expected: Type?
  ) -> Bool {
    let function = candidate.declaration
    var known: Substitution = [:]
    if let base = candidate.base, let owner = function.owner {
      var baseType = head(base.type)
      if case .metatype(let inner) = baseType { baseType = head(inner) }
      if owner.kind == .protocolType {
        known[owner.selfParameter] = baseType
      } else if case .nominal(_, let arguments)? = library.supertype(of: baseType, as: owner) {
        known = owner.substitution(arguments)
      }
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
      guard wanted.parameters.count == function.parameters.count else { return false }
      return zip(wanted.parameters, function.parameters).allSatisfy {
        couldBe($0.type, $1.type.substituting(known), function)
      } && couldBe(wanted.result, function.result.substituting(known), function)
    }
    guard let matched = checker.match(function, site.arguments) else { return false }
    for (index, match) in matched.enumerated() {
      let parameter = function.parameters[index]
      let type = parameter.type.substituting(known)
      switch match {
      case .argument(let argument):
        if function.kind == .subscriptGetter, isArithmetic(site.arguments[argument].expression),
          isRange(type, function)
        {
          return false
        }
        let wanted = checker.argumentType(parameter, type)
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

  /// Whether an expression is an operation with numbers, whose result is no range.
  private func isArithmetic(_ expression: Expression) -> Bool {
    guard case .unresolvedCall(let site) = expression.kind, site.isOperator else { return false }
    return ["+", "-", "*", "/", "%"].contains(site.name)
  }

  /// Whether a type is a parameter that stands for any range.
  private func isRange(_ type: Type, _ function: FunctionDeclaration) -> Bool {
    guard case .parameter = type else { return false }
    return function.requirements.contains {
      if case .conforms(type, let wanted) = $0 { return wanted.name == "RangeExpression" }
      return false
    }
  }

  /// Whether arguments that share a type parameter could have one type: rules out `Int + Double` early.
  private func sharedParametersAgree(
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

  private func isCollectionLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .array, .dictionary: true
    default: false
    }
  }

  private func couldWrap(_ optional: Type, _ type: Type, _ function: FunctionDeclaration) -> Bool {
    library.wrapped(optional).map { couldBe($0, type, function) } ?? false
  }

  private func hasOwnParameter(_ type: Type, _ function: FunctionDeclaration) -> Bool {
    if case .parameter(let parameter) = type { return function.openedParameters.contains(parameter) }
    return false
  }

  private func couldConvert(_ expression: Expression, to: Type, _ function: FunctionDeclaration) -> Bool {
    var to = head(to)
    if case .none = expression.kind {
      if case .nominal = to { return library.wrapped(to) != nil }
      return true
    }
    while true {
      let from = head(expression.type)
      if couldBe(from, to, function) { return true }
      if let wrapped = library.wrapped(from), checker.isImplicitlyUnwrapped(expression),
        couldBe(wrapped, to, function)
      {
        return true
      }
      if case .array = expression.kind, let element = library.literalElement(to),
        let own = library.arrayElement(from)
      {
        return couldBe(own, element, function)
      }
      if let parts = checker.literalParts(expression, as: to), case .nominal(_, let own) = from {
        return zip(own, parts).allSatisfy { couldBe($0, $1, function) }
      }
      if case .existential(let protocols) = to {
        return protocols.allSatisfy { checker.conforms(from, to: $0) }
      }
      guard let wrapped = library.wrapped(to) else { return false }
      to = wrapped.shallow
    }
  }

  private func couldBeResult(_ result: Type, _ expected: Type, _ function: FunctionDeclaration) -> Bool {
    if couldBe(result, expected, function) { return true }
    if case .existential = expected.shallow { return true }
    if expected.shallow.isVoid { return false }
    if let wrapped = library.wrapped(expected) { return couldBeResult(result, wrapped, function) }
    return false
  }

  /// Whether two types could turn out the same; type parameters of the candidate stand for anything allowed.
  private func couldBe(_ left: Type, _ right: Type, _ function: FunctionDeclaration) -> Bool {
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
        && zip(a.parameters, b.parameters).allSatisfy { couldBe($0.type, $1.type, function) }
        && (b.result.isVoid || couldBe(a.result, b.result, function))
    case (.metatype(let a), .metatype(let b)): return couldBe(a, b, function)
    default: return left == right
    }
  }

  // MARK: When nothing moves

  /// The values that are converted to one unknown.
  private struct LowerBounds {
    var constraint: Constraint
    var to: Type
    var concrete: [Type] = []
    var literals: [Type] = []
    var open: [TypeVariable] = []
    var hasNil = false
  }

  /// The open conversions, by the unknown that they convert to, in the order of the constraints.
  private func lowerBounds(assignmentsToo: Bool) -> [LowerBounds] {
    var bounds: [LowerBounds] = []
    var places: [TypeVariable: Int] = [:]
    for constraint in constraints {
      guard case .conversion(let expression, let to, let reason) = constraint,
        case .variable(let target) = to.shallow
      else {
        continue
      }
      // What is assigned to has a type of its own; it is only not known yet.
      if case .assignment = reason, !assignmentsToo { continue }
      let place = places[target] ?? bounds.count
      if place == bounds.count {
        places[target] = place
        bounds.append(LowerBounds(constraint: constraint, to: to))
      }
      if case .none = expression.kind {
        bounds[place].hasNil = true
        continue
      }
      switch expression.type.shallow {
      case .variable(let variable): bounds[place].open.append(variable)
      case let type where isWaitingMember(type): continue
      case let type where isCollectionLiteral(expression): bounds[place].literals.append(type)
      case let type: bounds[place].concrete.append(type)
      }
    }
    return bounds.map { bound in
      // What never comes back has no say where others have; a literal follows others.
      var bound = bound
      bound.concrete += bound.literals
      let others = bound.concrete.filter { $0 != library.never }
      var isLiteral = false
      if case .variable(let target) = bound.to.shallow { isLiteral = target.literal != nil }
      if !others.isEmpty || !bound.open.isEmpty || isLiteral { bound.concrete = others }
      return bound
    }
  }

  /// Gives an unknown the type in which all values converted to it agree.
  func joinLowerBounds(literalsToo: Bool) -> Bool {
    for bound in lowerBounds(assignmentsToo: literalsToo) {
      if let first = bound.concrete.first {
        let optional = bound.concrete.first { library.wrapped($0) != nil }
        var join = existential(bound.concrete) ?? commonClass(bound.concrete) ?? optional ?? first
        if bound.hasNil, optional == nil { join = library.optional(of: join) }
        if !unify(bound.to, join) { fail(checker.mismatchedJoin(bound.constraint, join)) }
        return true
      }
      guard literalsToo, let first = bound.open.first,
        bound.open.contains(where: { $0.literal != nil }) || !bound.hasNil
      else { continue }
      if bound.hasNil {
        _ = unify(bound.to, library.optional(of: .variable(first)))
        return true
      }
      var moved = false
      for variable in bound.open where bound.to.shallow != Type.variable(variable).shallow {
        if !unify(.variable(variable), bound.to) {
          fail(checker.mismatchedJoin(bound.constraint, .variable(first)))
        }
        moved = true
      }
      if moved { return true }
    }
    return false
  }

  /// The existential among several types, which the others then convert to.
  private func existential(_ types: [Type]) -> Type? {
    types.first {
      if case .existential = $0.shallow { return true }
      return false
    }
  }

  /// The nearest class from which all of several class types inherit; nil where there is none, or but one type.
  private func commonClass(_ types: [Type]) -> Type? {
    guard types.count > 1, types.allSatisfy(library.isClass), case .nominal(let first, _) = types[0].shallow
    else { return nil }
    return ([first] + first.ancestors).lazy.compactMap { ancestor -> Type? in
      types.allSatisfy { self.library.supertype(of: $0, as: ancestor) != nil }
        ? self.library.supertype(of: types[0], as: ancestor) : nil
    }.first
  }

  /// Checks the body of a closure whose parameters are known.
  func checkOneClosure(force: Bool = false) -> Bool {
    for (index, constraint) in constraints.enumerated() {
      guard case .closure(let closure, let body) = constraint else { continue }
      if let unknown = closure.parameters.first(where: { $0.type.resolved.hasVariables }) {
        guard force else { continue }
        fail(
          checker.diagnostic(
            "closure.parameter", unknown.place,
            "the type of '\(unknown.name)' is not clear; write it: '{ (\(unknown.name): Double) in … }'"))
        return true
      }
      constraints.remove(at: index)
      if !checker.check(closure, body) { hasFailed = true }
      return true
    }
    return false
  }

  /// Decides a conversion that could also wrap or erase as the plain one.
  func forceConversion() -> Bool {
    for (index, constraint) in constraints.enumerated() {
      guard case .chain(let inner, let to) = constraint else { continue }
      constraints.remove(at: index)
      _ = unify(library.optional(of: inner.type), to)
      return true
    }
    for (index, constraint) in constraints.enumerated() {
      guard case .conversion(let expression, let to, let reason) = constraint else { continue }
      let from = expression.type.shallow
      if case .none = expression.kind { continue }
      if let wrapped = library.wrapped(to), case .variable = wrapped.shallow, library.wrapped(from) == nil {
        constraints.remove(at: index)
        if !unify(from, wrapped) { fail(checker.mismatch(expression, to: to, because: reason)) }
        return true
      }
      guard case .variable = from else { continue }
      constraints.remove(at: index)
      if !unify(from, to) { fail(checker.mismatch(expression, to: to, because: reason)) }
      return true
    }
    return false
  }
}
