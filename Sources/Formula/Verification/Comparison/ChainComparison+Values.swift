/// Sides with variables of which only values are known: `\int_0^x \cos t\,dt`, `\sum_{k=0}^\infty x^k`.
extension ChainComparison {
  private static let coordinates = [[0.3, 0.7, 0.55], [0.6, 0.2, 0.35], [0.45, 0.85, 0.15]]
  /// What the bounds of sums are taken to be, one after the other.
  private static let bounds = [2.0, 3, 5, 1]

  /// The verdict on the sides of which only values are known, each with those beside it; silent where there is nothing to
  /// compare.
  ///
  /// - Complexity: A few values of each side.
  func valueComparison() -> FormulaVerdict {
    var evidence: FormulaVerdict.Evidence?
    for index in chain.relations.indices where chain.relations[index] == .equal {
      let (left, right) = (chain.sides[index], chain.sides[index + 1])
      guard let first = left.term, let second = right.term,
        [first, second].contains(where: { $0.isKnownByValues || $0.hasNamedBound || $0.hasNumericLimit })
      else { continue }
      switch valueComparison(first, second, at: right) {
      case .verified(let found): evidence = evidence.map { $0.weaker(found) } ?? found
      case .silent: break
      case let other: return other
      }
    }
    return evidence.map { .verified($0) } ?? .silent
  }

  private func valueComparison(_ left: Term, _ right: Term, at side: Statement.Side) -> FormulaVerdict {
    guard let names = freeNames(of: left), let others = freeNames(of: right),
      !names.isEmpty || !others.isEmpty
    else { return .silent }
    if names.isEmpty { return constant(right, others, beside: left, at: side, isLeft: false) }
    if others.isEmpty { return constant(left, names, beside: right, at: side, isLeft: true) }
    guard names == others else { return .silent }
    guard names.count <= 3 else { return .unread("what only values tell depends on too much") }
    var points = 0
    for place in places(of: names, bounds: left.boundNames + right.boundNames) {
      guard isMeant?(place) ?? true, let first = value(of: left, at: place),
        let second = value(of: right, at: place)
      else { continue }
      let distance = abs(first - second) / max(1, abs(first), abs(second))
      let isLimit = left.hasNumericLimit || right.hasNumericLimit
      if distance <= max(Quadrature.tolerance, InfiniteSum.tolerance, isLimit ? NumericLimit.tolerance : 0) {
        points += 1
        continue
      }
      // With functions on both sides it may be a rule for all functions.
      guard distance > 1e-4, !speaksOfFunctions(left) || !speaksOfFunctions(right) else {
        return .unread("it relates functions to each other, perhaps under a condition")
      }
      let coordinates = place.sorted { $0.key < $1.key }.map {
        Algebraic.Comparison.Coordinate($0.key, $0.value)
      }
      return .contradicted(
        contradiction(side, .values(left: first, right: second, at: coordinates, correct: nil)))
    }
    return points > 1 ? .verified(.agreement(points: points)) : .silent
  }

  /// Where sides are compared: with whole numbers for the names in the bounds of sums, where these begin with smaller ones
  /// than those with which they end.
  private func places(of names: Set<String>, bounds: [String]) -> [[String: Double]] {
    var wholes: [String] = []
    for name in bounds where names.contains(name) && !wholes.contains(name) { wholes.append(name) }
    let others = names.subtracting(wholes).sorted()
    guard !wholes.isEmpty else {
      return Self.coordinates.map { Dictionary(zip(others, $0)) { first, _ in first } }
    }
    return Self.bounds.enumerated().map { index, bound in
      var place = Dictionary(zip(others, Self.coordinates[index % Self.coordinates.count])) { first, _ in
        first
      }
      for (offset, name) in wholes.enumerated() { place[name] = bound + Double(offset) }
      return place
    }
  }

  /// The verdict on a side that has names, and everywhere the same value: `\int_0^\infty \lambda e^{-\lambda x}\,dx = 1`.
  private func constant(
    _ term: Term, _ names: Set<String>, beside other: Term, at side: Statement.Side, isLeft: Bool
  ) -> FormulaVerdict {
    let values = Self.coordinates.compactMap { numbers in
      value(of: term, at: Dictionary(zip(names.sorted(), numbers)) { first, _ in first })
    }
    guard names.count <= 3, let first = values.first, values.count == Self.coordinates.count,
      let written = value(of: other, at: [:]), !speaksOfFunctions(term),
      values.allSatisfy({ abs($0 - first) <= 1e-8 * max(1, abs(first)) })
    else { return .silent }
    let distance = abs(first - written) / max(1, abs(first))
    if distance <= 1e-7 { return .verified(.agreement(points: values.count)) }
    guard distance > 1e-4 else { return .silent }
    return .contradicted(
      contradiction(
        side, isLeft ? .numbers(left: first, right: written) : .numbers(left: written, right: first)))
  }

  private func value(of term: Term, at place: [String: Double]) -> Double? {
    var there = meaning
    there.constants.merge(place) { $1 }
    there.bound.subtract(place.keys)
    guard let value = try? there.expanded(there.expression(term)).value(at: [:], opaque: opaque)?.value,
      value.isFinite
    else { return nil }
    return value
  }

  private func speaksOfFunctions(_ term: Term) -> Bool {
    term.functionNames.contains { meaning.function($0) != nil }
  }

  /// The names in a term that stand for numbers which are not known; nil where one stands for a function, or something is
  /// derived.
  private func freeNames(of term: Term) -> Set<String>? {
    guard !term.hasDerivativeOrPlainLimit else { return nil }
    var names: Set<String> = []
    var running: Set<String> = []
    term.visit { part in
      switch part {
      case .name(let name), .raised(let name, _, _): names.insert(name)
      case .applied(let name, _, _) where meaning.function(name) == nil: names.insert(name)
      case .integral(_, let name, _, _), .series(_, let name, _, _, _), .limit(_, let name, _, _):
        running.insert(name)
      default: break
      }
    }
    names.subtract(running)
    names = names.filter { meaning.constants[$0] == nil }
    if !meaning.bound.contains("e") { names.remove("e") }
    if !meaning.bound.contains("pi") { names.remove("pi") }
    return names.contains { meaning.function($0) != nil } ? nil : names
  }
}
