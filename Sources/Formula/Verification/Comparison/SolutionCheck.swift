/// Puts values into the sides of an equation, those written exactly and those rounded.
struct SolutionCheck {
  private let equation: Statement.Chain
  private let name: String
  private let exact: [Term]
  private let near: [Term]
  private let meaning: Meaning
  private let opaque: (String, [Double]) -> Double?

  init(
    _ equation: Statement.Chain, name: String, exact: [Term], near: [Term], meaning: Meaning,
    opaque: @escaping (String, [Double]) -> Double?
  ) {
    self.equation = equation
    self.name = name
    self.exact = exact
    self.near = near
    self.meaning = meaning
    self.opaque = opaque
  }

  /// What is wrong of a rounded value beside the only one that is written exactly; nil where nothing is, or that cannot be
  /// told.
  ///
  /// - Parameter range: The place of the rounded value, for a contradiction.
  func rounding(_ range: Range<Int>) -> FormulaVerdict? {
    guard exact.count == 1, near.count == 1, let value = number(exact[0]), let shown = near[0].literal,
      !ChainComparison.agrees(value, shown),
      !near[0].mayHaveThousands || !ChainComparison.agrees(value, (shown.value * 1000, 1))
    else { return nil }
    return .contradicted(
      FormulaVerdict.Contradiction(
        range: range, reason: .digits(value: value, shown: shown.value), definitions: []))
  }

  /// Whether every value solves the equation; nil where that cannot be told.
  ///
  /// - Parameter range: The place of the solution, for a contradiction.
  func verdict(_ range: Range<Int>) -> FormulaVerdict? {
    var meaning = meaning
    meaning.bound.insert(name)
    let sides = equation.sides.compactMap { side in
      side.term.flatMap { try? meaning.expanded(meaning.expression($0)) }
    }
    guard sides.count >= 2, sides.contains(where: { $0.variables.contains(name) }) else { return nil }
    var evidence: FormulaVerdict.Evidence?
    // Whether some value is not known to solve it.
    var isOpen = false
    for (term, isNear) in exact.map({ ($0, false) }) + near.map({ ($0, true) }) {
      guard let value = try? meaning.expression(term) else { return nil }
      var isSolution = false
      defer { isOpen = isOpen || !isSolution }
      for (left, right) in zip(sides, sides.dropFirst()) {
        guard let (first, second) = numbers(left, right, at: value) else { continue }
        if isNear {
          if changesSign(left, right, around: term) {
            evidence = .digits
            isSolution = true
          }
          continue
        }
        let scale = max(1, abs(first.value), abs(second.value))
        if abs(first.value - second.value) <= 64 * (first.error + second.error) + 1e-12 * scale {
          evidence = evidence ?? .proof
          isSolution = true
        } else {
          let number = value.number ?? value.value(at: [:])?.value ?? .nan
          return .contradicted(
            FormulaVerdict.Contradiction(
              range: range,
              reason: .noSolution(name: name, value: number, left: first.value, right: second.value),
              definitions: []))
        }
      }
    }
    return evidence.map {
      .verified(isOpen ? .part(unread: "not every value of '\(name)' can be put in") : $0)
    }
  }

  private func number(_ term: Term) -> Double? {
    guard let value = try? meaning.expanded(meaning.expression(term)).value(at: [:], opaque: opaque)?.value,
      value.isFinite
    else { return nil }
    return value
  }

  private func numbers(
    _ left: Algebraic, _ right: Algebraic, at value: Algebraic
  ) -> (Algebraic.Computed, Algebraic.Computed)? {
    guard let number = value.value(at: [:], opaque: opaque)?.value,
      let first = left.value(at: [name: number], opaque: opaque),
      let second = right.value(at: [name: number], opaque: opaque), first.value.isFinite,
      second.value.isFinite
    else { return nil }
    return (first, second)
  }

  /// Whether the sides change places within half a unit of the last digit shown.
  private func changesSign(_ left: Algebraic, _ right: Algebraic, around term: Term) -> Bool {
    guard let (value, unit) = term.literal else { return false }
    let distances = [-1.0, 1.0].compactMap { sign in
      numbers(left, right, at: .number(value + sign * unit)).map { $0.0.value - $0.1.value }
    }
    return distances.count == 2 && distances[0] * distances[1] <= 0
  }
}
