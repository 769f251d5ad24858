/// Compares a side with a definition by cases, also around the places where one case ends.
struct CaseComparison {
  private let pieces: [Term.Piece]
  private let meaning: Meaning
  private let opaque: (String, [Double]) -> Double?

  init(_ pieces: [Term.Piece], _ meaning: Meaning, _ opaque: @escaping (String, [Double]) -> Double?) {
    self.pieces = pieces
    self.meaning = meaning
    self.opaque = opaque
  }

  /// Whether the sides are equal; where cases overlap, each of them must be right.
  ///
  /// - Complexity: Some hundred evaluations of both.
  func comparison(of left: Algebraic, with right: Algebraic) -> Algebraic.Comparison {
    var orders = [right]
    if pieces.allSatisfy({ !$0.conditions.isEmpty }),
      let reversed = try? meaning.expanded(meaning.expression(.pieces(pieces.reversed())))
    {
      orders.append(reversed)
    }
    for order in orders {
      let found = left.comparison(with: order, opaque: opaque)
      guard found.isEqual else { return found }
      for (name, value) in borders(of: order) {
        guard let (first, second) = values(left, order, at: [name: value]), let second, second.value.isFinite,
          abs(first.value - second.value) > 64 * (first.error + second.error)
        else { continue }
        return .difference(
          at: [Algebraic.Comparison.Coordinate(name, value)], left: first.value, right: second.value)
      }
    }
    return left.comparison(with: right, opaque: opaque)
  }

  /// Whether no case holds at more than a few of the points at which the left side has a value.
  ///
  /// - Complexity: Some hundred evaluations of both.
  func leavesOpen(_ left: Algebraic, _ right: Algebraic) -> Bool {
    let names = left.variables.union(right.variables).sorted()
    func open(_ places: [[String: Double]]) -> (count: Int, all: Int) {
      let found = places.compactMap { values(left, right, at: $0) }
      return (found.count { !($0.1?.value.isFinite ?? false) }, found.count)
    }
    let spread = SamplePoints(dimensions: names.count).prefix(120).map { point in
      Dictionary(zip(names, point)) { first, _ in first }
    }
    let (count, all) = open(spread)
    return count * 20 > all || open(borders(of: right).map { [$0.name: $0.value] }).count > 1
  }

  /// The values of both sides where the left one has one.
  private func values(
    _ left: Algebraic, _ right: Algebraic, at place: [String: Double]
  ) -> (Algebraic.Computed, Algebraic.Computed?)? {
    guard let first = left.value(at: place, opaque: opaque), first.value.isFinite else { return nil }
    return (first, right.value(at: place, opaque: opaque))
  }

  /// Points on both sides of each number in the conditions, where there is one variable.
  private func borders(of expression: Algebraic) -> [(name: String, value: Double)] {
    guard expression.variables.count == 1, let name = expression.variables.first else { return [] }
    let numbers = pieces.flatMap(\.conditions).flatMap { [$0.left, $0.right] }.compactMap { term in
      try? meaning.expression(term).number
    }
    return numbers.flatMap { number in
      [-0.5, -0.25, -0.0625, 0.0625, 0.25, 0.5].map { (name, number + $0) }
    }
  }
}
