import Diagnostics
import SwiftSyntax

/// What the solver decides when no constraint moves by itself.
extension Solver {
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
      if case .assignment = reason, !assignmentsToo || isPending(target) { continue }
      // What a closure gives may be wrapped by the function that takes it; it is only not known yet which that is.
      if case .result = reason, isResultOfArgument(target) { continue }
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
      case let type where checker.isImplicitlyUnwrapped(expression) && isRefused(type, by: target):
        bounds[place].concrete.append(library.wrapped(type) ?? type)
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

  /// Whether an unknown is the type of a member whose base is not known yet, or of a call that is not chosen yet.
  private func isPending(_ unknown: TypeVariable) -> Bool {
    constraints.contains {
      switch $0 {
      case .member(_, let pending), .call(_, let pending):
        if case .variable(let type) = pending.type.shallow { type === unknown } else { false }
      default: false
      }
    }
  }

  /// Whether an unknown is what a closure gives that is handed to a member whose base is not known yet.
  private func isResultOfArgument(_ unknown: TypeVariable) -> Bool {
    constraints.contains {
      guard case .member(let site, _) = $0 else { return false }
      return site.call?.arguments.contains {
        guard case .function(let closure) = $0.expression.type.shallow,
          case .variable(let result) = closure.result.shallow
        else { return false }
        return result === unknown
      } ?? false
    }
  }

  /// Whether an unknown is to conform to what a type does not conform to.
  private func isRefused(_ type: Type, by unknown: TypeVariable) -> Bool {
    unknown.protocols.contains { !checker.conforms(type, to: $0) }
  }

  /// Gives an unknown the type in which all values converted to it agree.
  func joinLowerBounds(literalsToo: Bool) -> Bool {
    for bound in lowerBounds(assignmentsToo: literalsToo) {
      if isMixed(bound) {
        let join = bound.hasNil ? library.optional(of: .any) : .any
        if !unify(bound.to, join) { fail(checker.mismatchedJoin(bound.constraint, join)) }
        return true
      }
      if let first = bound.concrete.first {
        if let value = alternativeOfAnotherKind(bound, than: first) {
          fail(checker.mismatchedAlternatives(value))
          return true
        }
        let optional = bound.concrete.first { library.wrapped($0) != nil }
        var join =
          existential(bound.concrete) ?? wantedExistential(bound) ?? commonClass(bound.concrete) ?? optional
          ?? first
        if bound.hasNil, optional == nil { join = library.optional(of: join) }
        if !unify(bound.to, join) { fail(checker.mismatchedJoin(bound.constraint, join)) }
        return true
      }
      guard literalsToo, let first = bound.open.first,
        bound.open.contains(where: { $0.literal != nil }) || !bound.hasNil
      else { continue }
      if bound.hasNil {
        let join = library.optional(of: .variable(first))
        if !unify(bound.to, join) { fail(checker.mismatchedJoin(bound.constraint, join)) }
        return true
      }
      if case .conversion(let value, _, .alternative) = bound.constraint,
        let own = first.literal, bound.open.contains(where: { $0.literal.map { $0 != own } ?? false })
      {
        fail(checker.mismatchedAlternatives(value))
        return true
      }
      var moved = false
      for variable in bound.open where bound.to.shallow != Type.variable(variable).shallow {
        if !unify(.variable(variable), bound.to) {
          fail(checker.mismatchedJoin(bound.constraint, .variable(variable)))
        }
        moved = true
      }
      if moved { return true }
    }
    return false
  }

  /// A branch of an `if` or `switch` used as a value where a literal beside values of another type would be of its own
  /// type, which nothing outside the branches decides; nil where there is none.
  private func alternativeOfAnotherKind(_ bound: LowerBounds, than type: Type) -> Expression? {
    guard case .conversion(let value, _, .alternative) = bound.constraint,
      case .variable(let target) = bound.to.shallow, target.literal == nil,
      bound.open.contains(where: {
        $0.literal.map { library.nominal($0.defaultName)?.selfType != type } ?? false
      }),
      !constraints.contains(where: {
        guard case .conversion(let whole, _, _) = $0 else { return false }
        return whole.type.shallow == bound.to.shallow
      })
    else { return nil }
    return value
  }

  /// Whether unrelated values meet in a literal that may then be one of `Any`.
  private func isMixed(_ bound: LowerBounds) -> Bool {
    guard case .variable(let target) = bound.to.shallow else { return false }
    let types = bound.concrete.map { library.wrapped($0) ?? $0 }
    let literals = bound.open.compactMap(\.literal)
    if isTernaryAsAny(bound) {
      // Each of its two values is then what it is by itself.
      let kinds = types.map(\.resolved) + literals.compactMap(library.literalType)
      return kinds.count == 2 && kinds[0] != kinds[1] && !kinds.contains(where: \.hasVariables)
        && commonClass(types) == nil
    }
    guard target.isOpenToAny else { return false }
    if let first = literals.first, literals.contains(where: { !compatible(first, $0) }) { return true }
    guard let first = types.first else { return false }
    return types.contains { $0.resolved != first.resolved && !$0.hasVariables && !first.hasVariables }
      && commonClass(types) == nil
      || literals.contains { !accepts(first, $0) }
  }

  /// The existential among several types, which the others then convert to.
  func existential(_ types: [Type]) -> Type? {
    types.first {
      if case .existential = $0.shallow { return true }
      return false
    }
  }

  /// The existential that a `? :` is used as, where its values are of several types; nil where they may be of one.
  private func wantedExistential(_ bound: LowerBounds) -> Type? {
    guard case .conversion(_, _, .branch) = bound.constraint else { return nil }
    let kinds = bound.concrete.map { $0.resolved }
    guard !bound.open.isEmpty || kinds.contains(where: { $0 != kinds[0] }) else { return nil }
    for case .conversion(let value, let wanted, _) in constraints {
      guard case .ternary = value.kind, value.type.shallow == bound.to.shallow,
        let protocols = checker.erased((library.wrapped(wanted) ?? wanted).shallow), !protocols.isEmpty
      else { continue }
      return wanted.shallow
    }
    return nil
  }

  /// The nearest class from which all of several class types inherit; nil where there is none, or but one type.
  func commonClass(_ types: [Type]) -> Type? {
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

  /// What `??` gives for an alternative; nil where too little is known of it.
  func coalesced(_ alternative: Expression, _ wrapped: Type) -> Type? {
    if case .none = alternative.kind {
      if case .variable(let variable) = head(wrapped), variable.literal == nil { return nil }
      // `nil` is itself what is wrapped, where that can be nil.
      return library.wrapped(wrapped) != nil || checker.isMadeFromNil(wrapped)
        ? wrapped : library.optional(of: wrapped)
    }
    let type = head(alternative.type)
    switch type {
    case .existential:
      return isWaiting(wrapped) ? nil : (isExistential(wrapped) ? wrapped : type)
    case .nominal(let declaration, _):
      if library.wrapped(type) != nil {
        if isWaiting(wrapped) { return nil }
        return optionalDepth(type) > optionalDepth(wrapped) ? library.optional(of: wrapped) : wrapped
      }
      if declaration.kind == .classType, library.supertype(of: wrapped, as: declaration) != nil {
        return type
      }
      return commonClass([wrapped, type]) ?? wrapped
    case .variable(let variable):
      if variable.literal != nil { return wrapped }
      switch alternative.kind {
      case .unresolvedCall(let site) where !site.isReference:
        let results = viableCandidates(site, alternative).map {
          library.wrapped($0.declaration.result) != nil
        }
        if !results.contains(true) { return wrapped }
        return results.contains(false) || isWaiting(wrapped) ? nil : library.optional(of: wrapped)
      case .unresolvedMember(let site): return site.isImplicit ? wrapped : nil
      case .closure: return wrapped
      default: return nil
      }
    case .member: return nil
    default: return wrapped
    }
  }

  /// Whether the alternative of a `??` cannot be of the type that is wrapped: the two meet in `Any` then, where that
  /// is wanted.
  func isForeign(_ alternative: Expression, to wrapped: Type) -> Bool {
    let (own, other) = (head(wrapped), head(alternative.type))
    if library.wrapped(own) != nil { return false }
    if case .variable(let variable) = other {
      return isWaiting(own) ? false : variable.literal.map { !accepts(own, $0) } ?? false
    }
    guard case .nominal(let declaration, _) = other, library.wrapped(other) == nil, other != library.never
    else { return false }
    switch own {
    case .nominal(let wanted, _) where wanted.kind == .classType && declaration.kind == .classType:
      return commonClass([own, other]) == nil
    case .nominal(let wanted, _): return wanted !== declaration
    case .existential(let protocols): return !protocols.allSatisfy { checker.conforms(other, to: $0) }
    case .tuple, .function: return true
    default: return false
    }
  }

  /// Whether the value of a `??` whose type is the given unknown is used as an `Any`.
  func isWanted(asAny unknown: Type) -> Bool {
    isWanted(asAny: unknown) { if case .coalesce = $0.kind { true } else { false } }
  }

  private func isWanted(asAny unknown: Type, _ isMeant: (Expression) -> Bool) -> Bool {
    constraints.contains {
      guard case .conversion(let value, let wanted, _) = $0, wanted.shallow == .any, isMeant(value) else {
        return false
      }
      return value.type.shallow == unknown.shallow
    }
  }

  /// Whether an unknown is the type of a `? :` that is used as an `Any`.
  private func isTernaryAsAny(_ bound: LowerBounds) -> Bool {
    guard case .conversion(_, _, .branch) = bound.constraint else { return false }
    return isWanted(asAny: bound.to) { if case .ternary = $0.kind { true } else { false } }
  }

  private func isExistential(_ type: Type) -> Bool {
    if case .existential = type.shallow { return true }
    return false
  }

  private func optionalDepth(_ type: Type) -> Int { library.wrapped(type).map { 1 + optionalDepth($0) } ?? 0 }

  /// Decides a conversion that could also wrap or erase as the plain one.
  func forceConversion() -> Bool {
    for (index, constraint) in constraints.enumerated() {
      guard case .coalesce(let alternative, let wrapped, let to) = constraint else { continue }
      constraints.remove(at: index)
      let result = isForeign(alternative, to: wrapped) && isWanted(asAny: to) ? .any : wrapped
      if !unify(to, result) { fail(checker.mismatch(alternative, to: wrapped, because: .fallback)) }
      add(.conversion(alternative, to: to, because: .fallback))
      return true
    }
    for (index, constraint) in constraints.enumerated() {
      guard case .chain(let inner, let to) = constraint else { continue }
      constraints.remove(at: index)
      closeChain(inner, library.optional(of: inner.type), to)
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
