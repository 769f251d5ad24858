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
    let result = left.comparison(with: right, opaque: opaque)
    guard result.isEqual else { return result }
    if let difference = difference(left, right) { return difference }
    guard pieces.allSatisfy({ !$0.conditions.isEmpty }),
      let reversed = try? meaning.expanded(meaning.expression(.pieces(pieces.reversed())))
    else { return result }
    let found = left.comparison(with: reversed, opaque: opaque)
    guard found.isEqual else { return found }
    return difference(left, reversed) ?? result
  }

  /// How the left side compares with each case where that names a place: −ln p where y = 1. None where some case does not.
  ///
  /// - Complexity: Some hundred evaluations of both for each case.
  func comparisonsAtPlaces(of left: Algebraic) -> [Algebraic.Comparison] {
    var found: [Algebraic.Comparison] = []
    for piece in pieces {
      guard piece.conditions.count == 1, piece.conditions[0].relation == .equal,
        case .name(let name) = piece.conditions[0].left, left.variables.contains(name),
        let value = try? meaning.expression(piece.conditions[0].right).number,
        let right = try? meaning.expanded(meaning.expression(piece.term))
      else { return [] }
      let place = [name: Algebraic.number(value)]
      var comparison = left.substituting(place).comparison(with: right.substituting(place), opaque: opaque)
      if case .difference(let coordinates, let first, let second) = comparison {
        comparison = .difference(
          at: coordinates + [Algebraic.Comparison.Coordinate(name, value)], left: first, right: second)
      }
      found.append(comparison)
    }
    return found
  }

  /// Where the sides differ at the ends of cases; nil where they don't.
  private func difference(_ left: Algebraic, _ right: Algebraic) -> Algebraic.Comparison? {
    for (name, value) in borders(of: right) {
      guard let (first, second) = values(left, right, at: [name: value]), let second, second.value.isFinite,
        abs(first.value - second.value) > 64 * (first.error + second.error)
      else { continue }
      return .difference(
        at: [Algebraic.Comparison.Coordinate(name, value)], left: first.value, right: second.value)
    }
    return nil
  }

  /// Whether no case holds at more than a few of the points at which the left side has a value.
  ///
  /// - Complexity: Some hundred evaluations of both.
  func leavesOpen(_ left: Algebraic, _ right: Algebraic) -> Bool {
    func open(_ places: [[String: Double]]) -> (count: Int, all: Int) {
      let found = places.compactMap { values(left, right, at: $0) }
      return (found.count { !($0.1?.value.isFinite ?? false) }, found.count)
    }
    let (count, all) = open(SamplePoints.places(of: left.variables.union(right.variables), count: 120))
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
