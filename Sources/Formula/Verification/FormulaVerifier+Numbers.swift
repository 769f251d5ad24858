/// Derivatives at the numbers of the cells, and functions whose parameters formulas call otherwise.
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
      var comparison = ChainComparison(before, meaning, opaque)
      if case .verified(let evidence) = comparison.verdict(), !evidence.isPart { return true }
    }
    // What may be an equation says too little.
    guard term.literal == nil else { return false }
    return term.slips(factors: meaning.numbersOfVariables.keys.sorted()).contains { slip in
      var chain = chain
      chain.sides[place].term = slip
      var comparison = ChainComparison(chain, meaning, opaque)
      guard case .verified(let evidence) = comparison.verdict() else { return false }
      return !evidence.isPart
    }
  }

  /// Takes up what a verified chain that begins with `R(w, λ)` calls the parameters of a function of a cell.
  mutating func respell(_ chain: Statement.Chain, _ cellsBefore: Int) {
    guard chain.relations.first == .equal, let head = chain.sides.first?.term.flatMap(Head.init),
      let names = head.parameters, chain.sides[1].term?.names.isSuperset(of: names) == true
    else { return }
    for definition in definitions(of: head.name, cellsBefore) {
      guard case .cell = definition.origin, definition.parameters.count == names.count,
        definition.parameters != names
      else { continue }
      var other = definition
      other.parameters = names
      if case .expression = definition.body {
        other.body = .expression(definition.value(names.map(Algebraic.variable)))
      }
      if !respelled.contains(where: { $0.definition == other }) { respelled.append((other, level)) }
    }
  }
}

extension Statement.Chain {
  /// Whether a derivative is in it that does not say at which arguments: `\frac{\partial L}{\partial w}`.
  var hasOpenDerivative: Bool {
    var found = false
    for side in sides {
      side.term?.visit { term in
        switch term {
        case .differential(.name, _, _), .derivative(_, _, nil, _), .component(_, _, nil), .gradient(_, nil):
          found = true
        default: break
        }
      }
    }
    return found
  }
}
