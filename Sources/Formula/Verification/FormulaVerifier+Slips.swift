/// Whether formulas that do not hold under meanings that prove nothing are wrong all the same.
extension FormulaVerifier {
  /// Whether a chain that does not hold at the numbers of the cells would with one sign, factor, number or exponent
  /// changed, and so speaks of them: other names may have other numbers where it stands.
  ///
  /// - Complexity: Some hundred evaluations of a side.
  func isSlip(
    _ chain: Statement.Chain, under meaning: Meaning, _ contradiction: FormulaVerdict.Contradiction
  ) -> Bool {
    guard let place = chain.sides.firstIndex(where: { $0.range == contradiction.range }),
      let term = chain.sides[place].term
    else { return false }
    // Behind what holds there, it is meant there.
    if place > 1 {
      let before = Statement.Chain(
        sides: Array(chain.sides[..<place]), relations: Array(chain.relations[..<(place - 1)]))
      if holds(before, under: meaning) { return true }
    }
    // What may be an equation says too little.
    guard term.literal == nil else { return false }
    return term.slips(factors: meaning.numbersOfVariables.keys.sorted()).contains { slip in
      var chain = chain
      chain.sides[place].term = slip
      return holds(chain, under: meaning)
    }
  }

  /// Whether a chain of known numbers holds without one side, which is then the one that is wrong:
  /// `z = w a - b = -1.5 + 2 = 0.5`.
  func hasOddSide(
    _ chain: Statement.Chain, under meaning: Meaning, _ contradiction: FormulaVerdict.Contradiction
  ) -> Bool {
    guard chain.sides.count > 2, chain.relations.allSatisfy(\.isEquality),
      let place = chain.sides.firstIndex(where: { $0.range == contradiction.range }), place > 0
    else { return false }
    return [place, place - 1].contains { odd in
      var rest = chain
      rest.sides.remove(at: odd)
      rest.relations.remove(at: max(odd - 1, 0))
      guard holds(rest, under: meaning) else { return false }
      // A name at the start that has no number may be given this one.
      let known = rest.sides.filter { side in
        if case .name(let name)? = side.term { meaning.constants[name] != nil } else { true }
      }
      if known.contains(where: { $0.term.map { !$0.names.isEmpty } ?? false }) { return true }
      // Where the others are numbers alone, its names may have other numbers, unless one change makes it right.
      guard let term = chain.sides[odd].term, !term.names.isEmpty else { return false }
      return term.slips(factors: []).contains { slip in
        var chain = chain
        chain.sides[odd].term = slip
        return holds(chain, under: meaning)
      }
    }
  }

  /// Whether a chain such as `y_1 = y_0 + h f(x_0, y_0) = 1.1` calculates a number, rightly, to which it gives a name that has
  /// another one in the cells, and no change in what it calculates gives that one.
  func namesAnotherNumber(_ chain: Statement.Chain, under meaning: Meaning) -> Bool {
    guard chain.sides.count > 2, case .name(let name)? = chain.sides[0].term, meaning.constants[name] != nil,
      meaning.function(name) == nil, let term = chain.sides[1].term, !term.names.isEmpty
    else { return false }
    let rest = Statement.Chain(
      sides: Array(chain.sides.dropFirst()), relations: Array(chain.relations.dropFirst()))
    guard holds(rest, under: meaning) else { return false }
    var pair = Statement.Chain(sides: Array(chain.sides.prefix(2)), relations: [chain.relations[0]])
    return !slips(of: term, meaning).contains { slip in
      pair.sides[1].term = slip
      return holds(pair, under: meaning)
    }
  }

  /// A term with one slip in it, or the name of another number with the same letter: `h_1` for `h_2`.
  private func slips(of term: Term, _ meaning: Meaning) -> [Term] {
    term.slips(factors: []) + term.withOneFunctionExchanged
      + term.withOneNameExchanged { name in
        guard let letter = SubscriptedName(name)?.base else { return [] }
        return meaning.constants.keys.filter { $0 != name && SubscriptedName($0)?.base == letter }.sorted()
      }
  }

  /// What is wrong of a chain such as `z = wx - b`, all whose names have numbers in the cells, where one such change would
  /// make it right.
  func forwardPassContradiction(_ chain: Statement.Chain, _ meanings: [Meaning]) -> FormulaVerdict? {
    guard chain.sides.count == 2, chain.relations == [.equal], case .name(let name)? = chain.sides[0].term,
      let term = chain.sides[1].term, term.names.count > 1, !term.isMonomial,
      let meaning = meanings.first(where: { meaning in
        meaning.constants[name] != nil && meaning.function(name) == nil
          && term.names.allSatisfy { meaning.constants[$0] != nil && meaning.function($0) == nil }
      })
    else { return nil }
    var turned = Statement.Chain(sides: chain.sides.reversed(), relations: chain.relations)
    var comparison = ChainComparison(turned, meaning, opaque)
    guard case .contradicted(var found) = comparison.verdict(),
      case .numbers(let value, let given) = found.reason
    else { return nil }
    let isSlip = slips(of: term, meaning).contains { slip in
      turned.sides[0].term = slip
      return holds(turned, under: meaning)
    }
    found.range = chain.sides[1].range
    found.reason = .numbers(left: given, right: value)
    return isSlip ? .contradicted(found) : nil
  }

  func holds(_ chain: Statement.Chain, under meaning: Meaning) -> Bool {
    var comparison = ChainComparison(chain, meaning, opaque)
    guard case .verified(let evidence) = comparison.verdict() else { return false }
    return !evidence.isPart
  }

  /// What is wrong of the sides that are numbers alone, whatever the names on others mean.
  func arithmeticContradiction(_ chain: Statement.Chain) -> FormulaVerdict? {
    let meaning = Meaning(budget: budget)
    for place in chain.relations.indices where chain.relations[place].isEquality {
      let sides = Array(chain.sides[place...(place + 1)])
      guard sides.allSatisfy({ $0.term.map { $0.names.isEmpty && !$0.hasAnyLogarithm } ?? false }) else {
        continue
      }
      let pair = Statement.Chain(sides: sides, relations: [chain.relations[place]])
      var comparison = ChainComparison(pair, meaning, opaque)
      let verdict = comparison.verdict()
      if case .contradicted = verdict { return verdict }
    }
    return nil
  }
}

extension Statement.Chain {
  /// Whether a derivative is in it that does not say at which arguments: `\frac{\partial L}{\partial w}`.
  var hasOpenDerivative: Bool {
    contains { term in
      switch term {
      case .differential(.name, _, _), .derivative(_, _, nil, _), .component(_, _, nil), .gradient(_, nil):
        true
      default: false
      }
    }
  }
}
