/// Solutions of equations, as in `4x - 3 = 0 \implies x = \frac{3}{4}`.
extension FormulaVerifier {
  /// The chains from which a chain follows.
  static func premises(of index: Int, in statement: Statement) -> [Statement.Chain] {
    var first = index
    while first > 0, statement.chains[first].isImplied { first -= 1 }
    return Array(statement.chains[first..<index])
  }

  /// The verdict on `x = …` as a solution of the equations before it; nil where it is none.
  func solution(
    _ chain: Statement.Chain, of premises: [Statement.Chain], _ cellsBefore: Int
  ) -> FormulaVerdict? {
    guard chain.sides.count >= 2, case .name(let name)? = chain.sides[0].term else { return nil }
    guard chain.sides.allSatisfy({ $0.term != nil }) else { return nil }
    // After ≈, what follows is rounded too.
    let exact = chain.relations.firstIndex(of: .near) ?? chain.relations.count
    func values(_ sides: ArraySlice<Statement.Side>) -> [Term] { sides.compactMap(\.term).flatMap(\.signs) }
    var outcomes: [FormulaVerdict] = []
    for premise in premises
    where premise.sides.compactMap(\.term).contains(where: { $0.names.contains(name) }) {
      guard premise.sides.count >= 2 else { continue }
      var outcome: FormulaVerdict?
      // What the solution names belongs to the question.
      var question = premise
      question.sides += chain.sides
      for meaning in meanings(of: question, cellsBefore) {
        let check = SolutionCheck(
          premise, name: name, exact: values(chain.sides[1..<(exact + 1)]),
          near: values(chain.sides[(exact + 1)...]),
          meaning: meaning, opaque: opaque)
        guard let found = check.verdict(chain.sides[1].range) else { continue }
        if case .verified(let evidence) = found {
          if case .verified? = outcome, evidence.isPart { continue }
          outcome = check.rounding(chain.sides[chain.sides.count - 1].range) ?? found
        } else if meaning.contradicts {
          outcome = outcome ?? found
        }
        if case .verified(let evidence)? = outcome, !evidence.isPart { break }
      }
      if let outcome { outcomes.append(outcome) }
    }
    return outcomes.isEmpty ? nil : Self.summary(outcomes, isConditional: false)
  }
}

extension Statement.Chain {
  /// The chain with + and with − for each ±, as in `x = \frac{4 \pm \sqrt 4}{2} = 2 \pm 1`; nil where not all sides but a
  /// name at the start have either sign.
  var signs: [Statement.Chain]? {
    let terms = sides.map { $0.term?.signs ?? [] }
    let first = if case .name? = sides.first?.term { 1 } else { 0 }
    guard terms.count > first + 1, terms[first...].allSatisfy({ $0.count == 2 }) else { return nil }
    return [0, 1].map { sign in
      var chain = self
      for side in sides.indices where terms[side].count == 2 { chain.sides[side].term = terms[side][sign] }
      return chain
    }
  }
}
