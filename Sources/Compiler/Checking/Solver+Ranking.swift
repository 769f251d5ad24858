/// Which of several candidates that fit a call equally well is the better one.
extension Solver {
  /// The candidate that is more special than all others; nil where there is none, or no other.
  ///
  /// - Complexity: Quadratic in the number of candidates.
  func mostSpecial(of candidates: [CallSite.Candidate], _ site: CallSite) -> CallSite.Candidate? {
    guard candidates.count > 1, candidates.allSatisfy({ $0.declaration.place.source > 0 }) else { return nil }
    return candidates.first { candidate in
      candidates.allSatisfy {
        $0.declaration === candidate.declaration || isMoreSpecial(candidate, than: $0, site)
      }
    }
  }

  /// Whether one function could be called with all that the other takes, and not the other way round; where both can,
  /// the one that asks for more is more special.
  ///
  /// The rule of Swift's own solver (`CSRanking`), for the arguments of the call at hand.
  private func isMoreSpecial(
    _ candidate: CallSite.Candidate, than other: CallSite.Candidate, _ site: CallSite
  ) -> Bool {
    let (own, general) = (candidate.declaration, other.declaration)
    if own.genericParameters.isEmpty != general.genericParameters.isEmpty {
      return own.genericParameters.isEmpty
    }
    guard slack(candidate, site) == slack(other, site), covers(other, candidate, site) else { return false }
    return !covers(candidate, other, site) || checker.implies(own, general) && !checker.implies(general, own)
      || !own.genericParameters.isEmpty && own.requirements.count > general.requirements.count
  }

  /// Whether a function could be called with values of the types that another one takes.
  private func covers(_ general: CallSite.Candidate, _ special: CallSite.Candidate, _ site: CallSite) -> Bool
  {
    guard let matched = checker.match(general.declaration, site.arguments),
      let given = checker.match(special.declaration, site.arguments)
    else { return false }
    return checker.supposing(special.declaration.requirements) {
      covers(parameterTypes(of: general, matched), general, parameterTypes(of: special, given), site)
    }
  }

  private func covers(
    _ types: [Int: Type], _ general: CallSite.Candidate, _ given: [Int: Type], _ site: CallSite
  ) -> Bool {
    let trial = Solver(checker)
    var opened: Substitution = [:]
    for parameter in general.declaration.openedParameters { opened[parameter] = trial.fresh() }
    for case .conforms(let subject, let wanted) in general.declaration.requirements {
      let type = subject.substituting(opened)
      if case .variable = type.shallow { _ = trial.require(type, wanted) }
    }
    for (index, type) in given.sorted(by: { $0.key < $1.key }) {
      guard let wanted = types[index]?.substituting(opened) else { return false }
      // A value becomes an optional by itself; that makes neither function more special.
      if library.wrapped(wanted) != nil, library.wrapped(type) == nil { return false }
      let value = Expression(.error, type, site.namePlace)
      trial.add(.conversion(value, to: wanted, because: .applied))
    }
    // What does not fit is no mistake here.
    trial.searchDepth = 1
    return trial.solve()
  }

  /// Whether nothing prefers one of several functions of the author's own.
  func hasTie(_ candidates: [CallSite.Candidate], _ site: CallSite) -> Bool {
    guard let first = candidates.first else { return false }
    return candidates.dropFirst().contains { isTie(first, $0) && slack(first, site) == slack($0, site) }
  }

  /// Whether nothing prefers one of two functions of the author's own.
  private func isTie(_ left: CallSite.Candidate, _ right: CallSite.Candidate) -> Bool {
    left.declaration.place.source > 0 && left.declaration.place.source == right.declaration.place.source
      && left.declaration.genericParameters.count == right.declaration.genericParameters.count
  }

  /// How loosely the arguments of a call fit a function of the author's: variadic parameters, then defaults, and
  /// literals that are to be something else than what they are by themselves.
  func slack(_ candidate: CallSite.Candidate, _ site: CallSite) -> Int {
    let function = candidate.declaration
    guard function.place.source > 0 else { return 0 }
    return zip(checker.match(function, site.arguments) ?? [], function.parameters).reduce(0) { slack, pair in
      switch pair.0 {
      case .argument(let index):
        slack + (isUnusual(site.arguments[index].expression, as: pair.1.type) ? 1 : 0)
      case .defaultValue: slack + 1
      case .variadic(let arguments):
        // An initialiser that takes nothing is one without a label first.
        slack + (arguments.isEmpty && function.kind == .initializer && pair.1.label != nil ? 101 : 100)
      }
    }
  }

  /// Whether a literal in brackets is to be of a declared type other than `Array`, or a key path a function.
  private func isUnusual(_ literal: Expression, as type: Type) -> Bool {
    switch (literal.kind, type.shallow) {
    case (.array, .nominal(let declaration, _)): declaration !== library.arrayDeclaration
    case (.keyPath, .function): true
    default: false
    }
  }
}

extension Checker {
  /// Whether all that one function asks of types holds where what the other asks does.
  func implies(_ function: FunctionDeclaration, _ other: FunctionDeclaration) -> Bool {
    supposing(function.requirements) {
      other.requirements.allSatisfy { requirement in
        switch requirement {
        case .conforms(let subject, let wanted):
          let type = normalized(subject)
          return conforms(type, to: wanted) || protocols(of: type).contains(wanted)
        case .same(let left, let right): return normalized(left) == normalized(right)
        }
      }
    }
  }

  /// What is the case where more is known of types.
  func supposing<Result>(_ more: [Requirement], _ body: () -> Result) -> Result {
    let outer = requirements
    defer { requirements = outer }
    requirements += more
    return body()
  }
}
