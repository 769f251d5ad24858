import Diagnostics

/// Which argument it is that does not fit.
extension Solver {
  /// Reports a member that a literal is asked for and that no type of such a literal has; false where there is none.
  func failMissingMember() -> Bool {
    for case .member(let site, let expression) in constraints {
      guard case .variable(let variable) = site.base.type.shallow, let literal = variable.literal,
        let type = library.literalType(literal), checker.members(of: type, named: site.name).isEmpty,
        literal != .integer || checker.members(of: library.double, named: site.name).isEmpty,
        unify(site.base.type, type)
      else { continue }
      checker.resolve(site, expression)
      return true
    }
    return false
  }

  /// The words for arguments that do not conform to what the only function with such labels asks of them, or of the
  /// elements of what it is a member of; nil where that is not what is wrong.
  func unmetBound(_ site: CallSite, _ call: Expression) -> Diagnostic? {
    for candidate in site.candidates {
      let function = candidate.declaration
      let known = substitution(of: candidate)
      guard candidate.base != nil, takes(candidate, site) else { continue }
      for case .conforms(let subject, let wanted) in function.requirements {
        let type = head(subject.substituting(known))
        let isKnown =
          switch type {
          case .nominal: true
          case .parameter(let parameter): !function.openedParameters.contains(parameter)
          default: false
          }
        if isKnown, !checker.conforms(type, to: wanted) { return checker.unmetBound(site, type, wanted) }
      }
    }
    return nil
  }

  /// What an operation gives that its operands alone would allow, and what is wanted of it where that is known; nil
  /// where no operation takes such operands.
  func results(of site: CallSite) -> (given: Type, wanted: Type?)? {
    let types = site.arguments.map { head($0.expression.type) }
    let isKnown = { (type: Type) in if case .nominal(_, []) = type { true } else { false } }
    guard types.contains(where: isKnown), types.allSatisfy({ isKnown($0) || isLiteral($0) }) else {
      return nil
    }
    let call = Expression(.error, fresh(), site.namePlace)
    for candidate in site.candidates {
      guard isViable(candidate, site, call, nil), case .nominal(_, []) = candidate.declaration.result else {
        continue
      }
      let chosen = site.chosen?.candidate.declaration.result
      guard case .nominal(_, [])? = chosen else { return (candidate.declaration.result, nil) }
      return (candidate.declaration.result, chosen)
    }
    return nil
  }

  /// The words for an optional that would fit if it were unwrapped; nil where that is not what is wrong.
  func missingUnwrap(_ site: CallSite) -> Diagnostic? {
    for (index, argument) in site.arguments.enumerated() {
      let expression = argument.expression
      guard let wrapped = library.wrapped(expression.type), !isWaiting(wrapped) else { continue }
      for candidate in site.candidates {
        guard let matched = checker.match(candidate.declaration, site.arguments) else { continue }
        let types = parameterTypes(of: candidate, matched)
        let unwrapped = Expression(.error, wrapped, expression.place)
        let fits = site.arguments.indices.allSatisfy { other in
          guard let type = types[other] else { return false }
          return couldConvert(
            other == index ? unwrapped : site.arguments[other].expression, to: type, candidate.declaration)
        }
        if fits, operandsAgree(candidate, site, wrapped, index) {
          return checker.unwrapping(expression, to: wrapped.resolved)
        }
      }
    }
    return nil
  }

  /// The words for a call whose result would fit if it were unwrapped; nil where that is not what is wrong.
  func missingUnwrap(ofResult call: Expression, _ site: CallSite) -> Diagnostic? {
    guard !site.isReference else { return nil }
    for candidate in site.candidates where takes(candidate, site) {
      let given = result(of: candidate)
      guard let wrapped = library.wrapped(given), couldBe(wrapped, head(call.type), candidate.declaration)
      else { continue }
      return checker.unwrapping(Expression(.error, given, call.place), to: wrapped.resolved)
    }
    return nil
  }

  /// The words for the first argument that does not fit the only candidate with these labels.
  func misfit(of candidate: CallSite.Candidate, _ site: CallSite) -> Diagnostic? {
    guard let matched = checker.match(candidate.declaration, site.arguments) else { return nil }
    let types = parameterTypes(of: candidate, matched)
    for (parameter, match) in matched.enumerated() {
      guard case .argument(let index) = match, let type = types[index] else { continue }
      let expression = site.arguments[index].expression
      if !couldConvert(expression, to: type, candidate.declaration) {
        return checker.mismatch(
          expression, to: type, because: .argument(site, candidate.declaration, index: parameter))
      }
    }
    return nil
  }

  /// The types that a candidate expects of the arguments, by their numbers.
  func parameterTypes(of candidate: CallSite.Candidate, _ matched: [ArgumentMatch]) -> [Int: Type] {
    let function = candidate.declaration
    let known = substitution(of: candidate)
    var types: [Int: Type] = [:]
    for (parameter, match) in matched.enumerated() {
      let type = function.parameters[parameter].type.substituting(known)
      switch match {
      case .argument(let index): types[index] = checker.argumentType(function, parameter, type)
      case .variadic(let indices): for index in indices { types[index] = library.arrayElement(type) }
      case .defaultValue: break
      }
    }
    return types
  }

  /// Whether the other operand of an operator, where its type is known, is of the type that would be unwrapped.
  private func operandsAgree(_ candidate: CallSite.Candidate, _ site: CallSite, _ wrapped: Type, _ index: Int)
    -> Bool
  {
    guard site.isOperator, site.arguments.count == 2 else { return true }
    let other = head(site.arguments[1 - index].expression.type)
    return couldBe(library.wrapped(other) ?? other, wrapped, candidate.declaration)
  }
}

extension Solver {
  /// Whether a candidate takes all arguments as they are, whatever it gives.
  private func takes(_ candidate: CallSite.Candidate, _ site: CallSite) -> Bool {
    guard let matched = checker.match(candidate.declaration, site.arguments) else { return false }
    let types = parameterTypes(of: candidate, matched)
    return site.arguments.indices.allSatisfy { index in
      types[index].map { couldConvert(site.arguments[index].expression, to: $0, candidate.declaration) }
        ?? false
    }
  }

  /// What a candidate gives for the value that it is a member of.
  private func result(of candidate: CallSite.Candidate) -> Type {
    let function = candidate.declaration
    var base = candidate.base.map { head($0.type) }
    if case .metatype(let inner) = base { base = head(inner) }
    return (base.map { checker.result(of: function, on: $0) } ?? function.result)
      .substituting(substitution(of: candidate))
  }

  /// The words for a call that gives something else than what is wanted; nil where candidates that take the arguments
  /// give different things, or none does.
  func misfittingResult(_ call: Expression, _ site: CallSite) -> Diagnostic? {
    guard case .nominal = head(call.type) else { return nil }
    var given: Type?
    for candidate in site.candidates where takes(candidate, site) {
      let function = candidate.declaration
      let result = result(of: candidate).resolved
      if function.openedParameters.contains(where: result.mentions) || given.map({ $0 != result }) ?? false {
        return nil
      }
      given = result
    }
    guard let given, !couldBe(given, call.type, site.candidates[0].declaration) else { return nil }
    let name = site.name == "init" ? site.candidates[0].declaration.owner?.name ?? "init" : site.name
    let asks = library.wrapped(given) != nil && head(call.type) == library.bool
    return checker.diagnostic(
      "type.mismatch", call.place,
      "'\(name)' gives \(checker.article(given)) where \(checker.article(call.type.resolved)) is expected"
        + (asks ? ": ask for a value with '!= nil'" : ""))
  }

  /// Whether a closure among the arguments takes another number of values than all candidates give it.
  func isClosureMisfit(_ candidates: [CallSite.Candidate], _ site: CallSite) -> Bool {
    site.arguments.indices.contains { index in
      guard case .closure(let closure) = site.arguments[index].expression.kind else { return false }
      return candidates.allSatisfy { candidate in
        guard let matched = checker.match(candidate.declaration, site.arguments),
          case .function(let wanted)? = parameterTypes(of: candidate, matched)[index]?.shallow
        else { return false }
        return wanted.parameters.count != closure.parameters.count
          && tupleParts(wanted)?.count != closure.parameters.count
      }
    }
  }

  /// The words for an `Int` given where all that fits is a `Double`; nil where that is not what is wrong.
  func integerForDouble(_ candidates: [CallSite.Candidate], _ site: CallSite) -> Diagnostic? {
    guard let index = site.arguments.firstIndex(where: { head($0.expression.type) == library.int }),
      candidates.contains(where: { candidate in
        guard let matched = checker.match(candidate.declaration, site.arguments) else { return false }
        return parameterTypes(of: candidate, matched)[index].map(head) == library.double
      })
    else { return nil }
    let argument = site.arguments[index].expression
    return checker.diagnostic(
      "type.mismatch", argument.place,
      "'\(site.name)' takes a 'Double', and this is an 'Int': write 'Double(…)'")
  }
}
