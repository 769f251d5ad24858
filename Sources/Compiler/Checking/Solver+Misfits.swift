import Diagnostics

/// Which argument it is that does not fit.
extension Solver {
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
    for candidate in site.candidates {
      let function = candidate.declaration
      guard let matched = checker.match(function, site.arguments) else { continue }
      let types = parameterTypes(of: candidate, matched)
      let fits = site.arguments.indices.allSatisfy { index in
        types[index].map { couldConvert(site.arguments[index].expression, to: $0, function) } ?? false
      }
      var base = candidate.base.map { head($0.type) }
      if case .metatype(let inner) = base { base = head(inner) }
      let result = base.map { checker.result(of: function, on: $0) } ?? function.result
      let given = result.substituting(substitution(of: candidate))
      guard fits, let wrapped = library.wrapped(given), couldBe(wrapped, head(call.type), function) else {
        continue
      }
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
  private func parameterTypes(of candidate: CallSite.Candidate, _ matched: [ArgumentMatch]) -> [Int: Type] {
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
