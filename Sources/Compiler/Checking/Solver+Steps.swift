import Diagnostics
import SwiftSyntax

/// A closure's statements that are still to be checked.
struct ClosureBody {
  var statements: CodeBlockItemListSyntax
  var place: Place
  var scope: Scope
  /// The result builder that puts them together.
  var builder: Type?
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
      if let plain = plainCall(site, call) {
        commit(site, call, plain.candidate, operand: plain.operand)
        return true
      }
      if site.isReference, case .function(let wanted)? = expectedResult(call), isWaitingForTuple(wanted),
        site.candidates.contains(where: { $0.declaration.parameters.count > 1 })
      {
        return false
      }
      let viable = site.candidates.count == 1 ? site.candidates : viableCandidates(site, call, atMost: 2)
      guard viable.count < 2 else {
        if site.arguments.contains(where: { head($0.expression.type) == .error }) {
          // Which one is meant depends on what has been reported already.
          fail(nil)
          return unify(call.type, .error)
        }
        guard let type = commonResult(site, call), unify(call.type, type) else { return false }
        add(constraint)
        return true
      }
      guard let only = viable.first else {
        fail(checker.noMatch(site, call))
        return true
      }
      commit(site, call, only)
      return true
    case .member(let site, let expression):
      var base = site.base.type.shallow
      if case .metatype(let inner) = base { base = inner.shallow }
      if isWaiting(base) { return false }
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
      if !agreeInParts(left, right, at: place) {
        fail(
          checker.diagnostic(
            "type.constraint", place,
            checker.unmetBound(callee, left, right)
              ?? "'\(callee)' needs two types to be one: '\(left.resolved)' and '\(right.resolved)'"))
      }
      return true
    case .chain(let inner, let to):
      if case .variable = inner.type.shallow { return false }
      if isWaiting(inner.type) { return false }
      closeChain(
        inner, library.wrapped(inner.type) != nil ? inner.type : library.optional(of: inner.type), to)
      return true
    case .coalesce(let alternative, let wrapped, let to):
      guard var result = coalesced(alternative, wrapped) else { return false }
      // A text may be the alternative of anything, where 'Any' is wanted.
      if case .string = alternative.kind, isWaiting(wrapped) { return false }
      if isForeign(alternative, to: wrapped) {
        guard isWanted(asAny: to) else { return false }
        result = .any
      }
      if !unify(to, result) { fail(checker.mismatch(alternative, to: result, because: .fallback)) }
      add(.conversion(alternative, to: to, because: .fallback))
      return true
    case .closure: return false
    case .keyPath(let site, let expression): return stepKeyPath(site, expression)
    case .allows(let site, let asked, let place): return stepAllows(site, asked, place)
    case .unwrap(let expression, let to, let mayBePlain):
      switch expression.type.shallow {
      case .variable: return false
      case .error: _ = unify(to, .error)
      case let type:
        guard let wrapped = library.wrapped(type) ?? (mayBePlain ? type : nil) else {
          fail(
            checker.diagnostic(
              "optional.unwrap", expression.place,
              "there is nothing to unwrap: \(checker.article(type.resolved)) is not optional"))
          return true
        }
        if !agreeInParts(wrapped, to, at: expression.place) {
          fail(checker.mismatch(expression, to: library.optional(of: to), because: .applied))
        }
      }
      return true
    }
  }

  /// Makes the type of an optional chain what its inner value gives.
  func closeChain(_ inner: Expression, _ result: Type, _ to: Type) {
    if unify(result, to) { return }
    fail(checker.mismatch(Expression(inner.kind, result, inner.place), to: to, because: .applied))
  }

  /// Converts a value's type; nil where too little is known yet.
  func convert(_ from: Type, _ expression: Expression?, to: Type, _ reason: ConversionReason) -> Bool? {
    let from = head(from)
    let to = head(to)
    if case .error = from { return true }
    if case .error = to { return true }
    if areOne(from, to) { return true }
    if from == library.never, from != to {
      switch reason {
      case .result, .returned, .branch, .fallback, .alternative: return true
      default: break
      }
    }
    if isWaitingMember(from) || isWaitingMember(to) { return nil }
    if expression.map({ !isLiteral($0) }) ?? true, hasWaitingMember(from) || hasWaitingMember(to) {
      return nil
    }
    if case .result = reason, to.isVoid, expression != nil, case .closureResult? = closureResults(expression)
    {
      return true
    }
    if from == library.never, to != library.never {
      switch reason {
      case .result, .returned, .branch, .fallback, .alternative:
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
        if checker.isMadeFromNil(to) { return true }
        return library.wrapped(to) == nil ? (isOpen(to) ? nil : false) : unify(from, to)
      }
      if let wrapped = library.wrapped(to) {
        if let expression, isImplicitMember(expression), !isWaiting(wrapped) { return unify(from, to) }
        return variable.literal == nil ? nil : convert(from, nil, to: wrapped, reason)
      }
      return checker.erased(to) == nil ? unify(from, to) : nil
    default: break
    }
    if let expression, library.wrapped(to) == nil, let wrapped = library.wrapped(from),
      checker.isImplicitlyUnwrapped(expression)
    {
      if checker.erased(to) == nil { return convert(wrapped, nil, to: to, reason) }
    }
    if from != to, let protocols = checker.erased(to) {
      if protocols.isEmpty, let expression, isCollectionLiteral(expression), reason.isPartOfLiteral {
        openToAny(expression)
      }
      return protocols.allSatisfy { agrees(from, with: $0) }
    }
    if let expression, case .array(let literals) = expression.kind, let own = library.arrayElement(from) {
      if let element = library.literalElement(to) ?? library.arrayElement(to),
        areLiterals(literals, of: own, beside: element)
      {
        return literals.allSatisfy { convert($0.type, $0, to: element, .element) ?? false }
      }
      if let element = library.literalElement(to) { return unify(own, element) }
    }
    if let expression, let parts = checker.literalParts(expression, as: to), case .nominal(_, let own) = from
    {
      return zip(own, parts).allSatisfy { unify($0, $1) }
    }
    if let wrapped = library.wrapped(to) {
      if let inner = library.wrapped(from) {
        if case .variable = wrapped.shallow { return unify(inner, wrapped) }
        if let expression, holdsWaitingMember(inner) || holdsWaitingMember(wrapped) {
          return agreeInParts(inner, wrapped, at: expression.place)
        }
        return convert(inner, nil, to: wrapped, reason)
      }
      if case .variable(let variable) = wrapped.shallow, variable.literal == nil { return nil }
      return convert(from, expression, to: wrapped, reason)
    }
    if case .tuple(let a) = from, case .tuple(let b) = to, a.count == b.count {
      return convertTuple(a, b, expression, reason)
    }
    if case .nominal(let b, _) = to, b.kind == .classType, let ancestor = checker.supertype(of: from, as: b) {
      return unify(ancestor, to)
    }
    if case .metatype(let own) = from, case .metatype(let wanted) = to,
      let converts = convertsMetatype(head(own), head(wanted))
    {
      return converts
    }
    if case .function(let a) = from, case .function(let b) = to {
      if let expression, case .closure(let closure) = expression.kind {
        if a.parameters.count > 1, isWaitingForTuple(b) { return nil }
        return adopt(b, for: closure, a, at: expression.place)
      }
      var a = a
      if !a.canThrow, !inferThrown(by: b, from: a) { return false }
      if let expression, case .unresolvedCall(let site) = expression.kind, site.isReference,
        let chosen = site.chosen
      {
        a = adapted(a, to: b, isRethrowing: chosen.candidate.declaration.isRethrowing)
      }
      guard !a.canThrow || b.canThrow, inferThrown(by: b, from: a) else { return false }
      if a.parameters.count > 1, b.parameters.count == 1, let place = expression?.place {
        if isWaitingForTuple(b) { return nil }
        guard let parts = tupleParts(b), parts.count == a.parameters.count else { return false }
        return zip(parts, a.parameters).allSatisfy { agree($0.type, $1.type, at: place) }
          && convertPart(a.result, to: b.result, reason, at: place)
      }
      guard a.parameters.count == b.parameters.count else { return false }
      return zip(a.parameters, b.parameters).allSatisfy {
        guard $0.isInout == $1.isInout else { return false }
        return $0.isInout
          ? unify($0.type, $1.type) : convertPart($1.type, to: $0.type, reason, at: expression?.place)
      }
        && convertPart(a.result, to: b.result, reason, at: expression?.place)
    }
    if let own = library.arrayElement(from), let wanted = library.arrayElement(to) {
      return convertPart(own, to: wanted, reason, at: expression?.place)
    }
    if case .nominal(let declaration, let own) = from, declaration === library.dictionaryDeclaration,
      case .nominal(declaration, let wanted) = to
    {
      let agrees =
        expression.map { agreeInParts(own[0], wanted[0], at: $0.place) } ?? unify(own[0], wanted[0])
      return agrees && convertPart(own[1], to: wanted[1], reason, at: expression?.place)
    }
    return expression.map { agreeInParts(from, to, at: $0.place) } ?? unify(from, to)
  }

  /// Whether two types are the same declared type without type arguments.
  func areOne(_ left: Type, _ right: Type) -> Bool {
    guard case .nominal(let a, let own) = left, case .nominal(let b, let other) = right else { return false }
    return a === b && own.isEmpty && other.isEmpty
  }

  /// Whether a type conforms to a protocol, and its associated types are those that the protocol says.
  private func agrees(_ type: Type, with wanted: NominalDeclaration) -> Bool {
    guard let fixed = wanted.fixed else { return checker.conforms(type, to: wanted) }
    return checker.conforms(type, to: fixed.base)
      && zip(fixed.base.primaryAssociatedTypes, fixed.types).allSatisfy {
        unify(checker.normalized(.member(type, $0)), $1)
      }
  }

  /// Converts what lies inside another type: elements, parameters, results. What is not known becomes the same.
  private func convertPart(_ from: Type, to: Type, _ reason: ConversionReason, at place: Place?) -> Bool {
    if isWaiting(from) || isWaiting(to) {
      return place.map { agree(from, to, at: $0) } ?? unify(from, to)
    }
    if let place, holdsWaitingMember(from) || holdsWaitingMember(to) {
      return agreeInParts(from, to, at: place)
    }
    if let converts = convert(from, nil, to: to, reason) { return converts }
    // What is no optional is what an optional wraps.
    if case .nominal = head(from), library.wrapped(head(from)) == nil, let wrapped = library.wrapped(head(to))
    {
      return unify(from, wrapped)
    }
    return unify(from, to)
  }

  /// Whether the type of one type is one of another's: of a superclass or protocol; nil where they must be the same.
  func convertsMetatype(_ own: Type, _ wanted: Type) -> Bool? {
    switch (own, wanted) {
    case (.variable, _), (_, .variable): return nil
    case (_, .existential(let protocols)): return protocols.allSatisfy { checker.conforms(own, to: $0) }
    case (_, .nominal(let declaration, _)) where declaration.kind == .classType:
      return checker.supertype(of: own, as: declaration).map { unify($0, wanted) } ?? false
    default: return nil
    }
  }

  /// Whether a type is an unknown, or a member of one.
  func isWaiting(_ type: Type) -> Bool {
    switch type.shallow {
    case .variable: true
    case .member(let base, _): base.hasVariables
    default: false
    }
  }

  func isWaitingMember(_ type: Type) -> Bool {
    if case .member(let base, _) = type.shallow { return base.hasVariables }
    return false
  }

  /// Whether a tuple or function has a member of an unknown among its parts.
  private func hasWaitingMember(_ type: Type) -> Bool {
    switch type.shallow {
    case .tuple(let elements): elements.contains { isWaitingMember($0.type) || hasWaitingMember($0.type) }
    case .function(let function):
      (function.parameters.map(\.type) + [function.result]).contains {
        isWaitingMember($0) || hasWaitingMember($0)
      }
    default: false
    }
  }

  /// Whether a member of an unknown is among a type's arguments or parts, however deep.
  private func holdsWaitingMember(_ type: Type) -> Bool {
    guard case .nominal(_, let arguments) = type.shallow else { return hasWaitingMember(type) }
    return arguments.contains { isWaitingMember($0) || holdsWaitingMember($0) }
  }

  /// Whether an expression's parts are converted one by one.
  private func isLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .tuple, .closure: true
    default: false
    }
  }

  /// Whether an expression is a member of what its context expects, as `.red`.
  private func isImplicitMember(_ expression: Expression) -> Bool {
    if case .unresolvedMember(let site) = expression.kind { return site.isImplicit }
    return false
  }

  func isOpen(_ type: Type) -> Bool {
    if case .variable = type { return true }
    return false
  }

  private enum ClosureResult { case closureResult }

  /// Marks an expression that is the whole body of a closure.
  private func closureResults(_ expression: Expression?) -> ClosureResult? {
    guard let expression, checker.closureResults.contains(ObjectIdentifier(expression)) else { return nil }
    return .closureResult
  }

  func convertTuple(
    _ a: [Type.TupleElement], _ b: [Type.TupleElement], _ expression: Expression?, _ reason: ConversionReason
  ) -> Bool? {
    var parts: [Expression]?
    var whole = expression
    while let current = whole, case .tuple(let elements) = current.kind {
      if elements.count == a.count { parts = elements }
      // Parentheses and casts are of one part; what a cast gives is known without its value.
      whole = elements.count == 1 && elements[0].type == current.type ? elements[0] : nil
    }
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

  /// Whether a function takes one value of which it is not known yet whether it is a tuple.
  func isWaitingForTuple(_ function: FunctionType) -> Bool {
    function.parameters.count == 1 && isWaiting(function.parameters[0].type)
  }

  /// A closure takes the shape that its context expects.
  func adopt(_ wanted: FunctionType, for closure: Closure, _ own: FunctionType, at place: Place)
    -> Bool
  {
    if wanted.parameters.count == 1, own.parameters.count > 1,
      case .tuple(let elements) = wanted.parameters[0].type.shallow, elements.count == own.parameters.count
    {
      // A closure of several parameters takes a tuple apart.
      return zip(elements, own.parameters).allSatisfy { agreeInParts($0.type, $1.type, at: place) }
        && agree(own.result, wanted.result, at: place)
    }
    guard wanted.parameters.count == own.parameters.count, wanted.canThrow || !own.canThrow,
      inferThrown(by: wanted, from: own)
    else { return false }
    for (index, parameter) in wanted.parameters.enumerated() {
      closure.parameters[index].become(isInout: parameter.isInout)
      let taken = own.parameters[index].type
      let agrees =
        parameter.isInout
        ? agreeInParts(parameter.type, taken, at: place)
        : convertWritten(parameter.type, to: taken, known: taken, at: place)
      if !agrees { return false }
    }
    return convertWritten(own.result, to: wanted.result, known: own.result, at: place)
  }

  /// Makes a type that a closure takes or gives and the one that is wanted one; where the closure says it, the two may
  /// differ by a conversion.
  private func convertWritten(_ from: Type, to: Type, known: Type, at place: Place) -> Bool {
    if head(known).hasVariables || head(from) == head(to) { return agreeInParts(from, to, at: place) }
    return convertPart(from, to: to, .result, at: place)
  }

  /// Decides what the type parameter of `throws(E)` is by a function given for it; one that throws nothing has `Never`.
  private func inferThrown(by wanted: FunctionType, from own: FunctionType) -> Bool {
    guard let thrown = wanted.thrown, case .variable = thrown.shallow else { return true }
    return unify(thrown, own.canThrow ? own.thrown ?? checker.anyError : library.never)
  }

  /// Makes two types one part by part, so that members of unknowns among them can wait.
  func agreeInParts(_ left: Type, _ right: Type, at place: Place) -> Bool {
    switch (left.shallow, right.shallow) {
    case (.function(let a), .function(let b)) where a.parameters.count == b.parameters.count:
      return zip(a.parameters, b.parameters).allSatisfy {
        $0.isInout == $1.isInout && agreeInParts($0.type, $1.type, at: place)
      } && agreeInParts(a.result, b.result, at: place)
    case (.tuple(let a), .tuple(let b)) where a.count == b.count:
      return zip(a, b).allSatisfy { agreeInParts($0.type, $1.type, at: place) }
    case (.nominal(let a, let own), .nominal(let b, let other)) where a === b:
      return zip(own, other).allSatisfy { agreeInParts($0, $1, at: place) }
    case (let a, let b): return agree(a, b, at: place)
    }
  }

  /// Makes two types one, or asks for it later where a member of an unknown is among them.
  func agree(_ left: Type, _ right: Type, at place: Place) -> Bool {
    guard isWaitingMember(left) || isWaitingMember(right) else { return unify(left, right) }
    add(.same(left, right, place, callee: "this closure"))
    return true
  }

  /// Whether an argument can be handed over to be changed as a type: it is of that very type or, where an optional
  /// does not fit, is unwrapped to it without a `!` being written.
  ///
  /// - Parameter fits: Whether an optional does; only asked of those that may be unwrapped so.
  func lends(_ argument: Expression, as type: Type, fits: @autoclosure () -> Bool) -> Bool {
    if checker.isImplicitlyUnwrapped(argument), let wrapped = library.wrapped(head(argument.type)), !fits() {
      return unify(wrapped, type)
    }
    return unify(argument.type, type)
  }

  func apply(_ function: Expression, _ arguments: [Expression], _ call: Expression) -> Bool {
    var function = function
    if let wrapped = library.wrapped(function.type), checker.isImplicitlyUnwrapped(function),
      case .apply(_, let given) = call.kind
    {
      function = Expression(.forceUnwrap(function), wrapped, function.place)
      call.kind = .apply(function, given)
    }
    switch function.type.shallow {
    case .variable: return false
    case .error: _ = unify(call.type, .error)
    case let type where checker.isCallable(type):
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
          if !lends(argument, as: parameter.type, fits: library.wrapped(head(parameter.type)) != nil) {
            fail(checker.mismatch(argument, to: parameter.type, because: .applied))
          }
        } else {
          add(.conversion(argument, to: parameter.type, because: .applied))
        }
      }
      if !agreeInParts(call.type, type.result, at: call.place) {
        fail(checker.mismatch(call, to: call.type, because: .applied))
      }
    case let type: fail(checker.notCallable(function, type))
    }
    return true
  }
}
