import Foundation

/// Formulas that calculate with the numbers of the cells: `1 - 2\eta = 0.8`, `y = \frac{\alpha}{\beta} = 10`.
extension FormulaVerifier {
  private static let fewestDigits = 2
  /// Of a name alone.
  private static let fewestDigitsOfName = 3

  /// What is wrong of a number that a formula gives for what the cells' numbers make another one, if it is one slip away from
  /// that.
  ///
  /// Such a formula may also be an equation, or its names may have other numbers there. So it must be said to hold, and no
  /// formula of the lesson gives a name of it another number.
  mutating func numberContradiction(_ chain: Statement.Chain, _ cellsBefore: Int) -> FormulaVerdict? {
    // What begins with a name is no equation.
    let begins = if case .name? = chain.sides.first?.term { chain.sides.count > 2 } else { false }
    guard isAsserted || begins && surroundings[index].introduction == .none, chain.sides.count > 1,
      chain.relations.allSatisfy(\.isEquality),
      let last = chain.sides.last, let shown = last.term?.literal, shown.value != 0,
      let term = chain.sides[chain.sides.count - 2].term, term.literal == nil
    else { return nil }
    let names = term.names.subtracting(Meaning.constants.keys)
    let named = numbers(cellsBefore)
    let elements = elements(in: names, of: arrays(cellsBefore), besides: named)
    let given = bindings.compactMapValues { $0 }
    let known = named.filter { !$0.value.isVariable }.mapValues(\.value).merging(elements) { $1 }
      .merging(given) { $1 }
    guard !names.isEmpty, names.allSatisfy({ known[$0] != nil }),
      !cells.contains(where: { names.contains($0.name) && given[$0.name] == nil })
    else { return nil }
    let isName = if case .name = term { true } else { false }
    guard !isName || chain.sides.count == 2 else { return nil }
    // `2x = 6` is an equation.
    let isOfElements = names.count > 2 && names.allSatisfy { elements[$0] != nil }
    guard chain.sides.count > 2 || shown.unit < 1 || isOfElements else { return nil }
    // Where the paragraph says what all of its names are, nothing else can be meant.
    let isGiven =
      !isName && names.allSatisfy { given[$0] != nil && !rounded.contains($0) } && paragraphHasPlainUnits
    for name in names where !isGiven {
      guard let number = known[name] else { return nil }
      let others = (stated[name] ?? []).filter { !(isName && $0 == shown.value) }
      guard others.allSatisfy({ abs($0 - number) <= 1e-2 * abs(number) }) else { return nil }
    }
    var meaning = Meaning(budget: budget)
    meaning.constants = known
    let pair = Statement.Chain(
      sides: Array(chain.sides.suffix(2)), relations: [chain.relations[chain.relations.count - 1]])
    var comparison = ChainComparison(pair, meaning, opaque)
    let verdict = comparison.verdict()
    guard case .contradicted(let found) = verdict else { return nil }
    let value: Double
    switch found.reason {
    case .numbers(let left, _): value = left
    case .digits(let left, _): value = left
    default: return nil
    }
    if isName {
      // A number of many digits has been calculated, and is not another one in the text.
      let isCalculated = "\(value)".count > 8
      return isCalculated && Self.isSlip(shown, of: value, digits: Self.fewestDigitsOfName) ? verdict : nil
    }
    if isGiven || Self.isSlip(shown, of: value, digits: Self.fewestDigits) { return verdict }
    let isSlip = term.slips(factors: []).contains { slip in
      guard slip.names == term.names else { return false }
      var pair = pair
      pair.sides[0].term = slip
      return holds(pair, under: meaning)
    }
    return isSlip ? verdict : nil
  }

  /// Whether two numbers that differ are so near in writing that one is meant to be the other: but for the sign, or for one of
  /// several digits.
  static func isSignOrDigit(_ contradiction: FormulaVerdict.Contradiction) -> Bool {
    guard case .numbers(let left, let right) = contradiction.reason else { return false }
    if left == -right { return true }
    let unit = raise(10, to: (log10(max(abs(left), abs(right), 1e-9))).rounded(.down) - 3)
    return isSlip((right, unit), of: left, digits: fewestDigits)
      && isSlip((left, unit), of: right, digits: fewestDigits)
  }

  /// Whether all numbers of the paragraph are in units of the SI, or have none.
  private var paragraphHasPlainUnits: Bool {
    statements[paragraph].allSatisfy { statement in
      statement.map { !$0.isConditional && $0.chains.allSatisfy(\.hasBaseUnits) } ?? false
    }
  }

  /// Whether a written number is another one with one digit changed, two exchanged, another sign or the point elsewhere.
  ///
  /// - Parameter count: How many digits it must have, so that this is no chance.
  private static func isSlip(
    _ shown: (value: Double, unit: Double), of value: Double, digits count: Int
  ) -> Bool {
    func digits(_ number: Double) -> [Character]? {
      let whole = (abs(number) / shown.unit).rounded()
      return whole < 1e15 ? Array(String(Int(whole))) : nil
    }
    guard let mine = digits(shown.value), let theirs = digits(value), theirs.count >= count else {
      return false
    }
    if mine == theirs { return true }
    for factor in [0.1, 10] where ChainComparison.agrees(value * factor, shown) { return true }
    guard mine.count == theirs.count, (shown.value < 0) == (value < 0) else { return false }
    let places = mine.indices.filter { mine[$0] != theirs[$0] }
    return places.count == 1
      || places.count == 2 && places[0] + 1 == places[1] && mine[places[0]] == theirs[places[1]]
        && mine[places[1]] == theirs[places[0]]
  }

  /// The numbers that formulas of the lesson give names.
  func statedNumbers() -> [String: Set<Double>] {
    var found: [String: Set<Double>] = [:]
    for chain in statements.compactMap({ $0 }).flatMap(\.chains) {
      if let (name, value) = binding(chain, numbers: [:]), let value {
        found[name, default: []].insert(value)
      }
    }
    return found
  }
}
