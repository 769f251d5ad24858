/// How an expression resembles another one of which only values are known.
extension Algebraic {
  private static let points = 120

  /// The values of both at points where both have one, and of the other where every coordinate has the opposite sign.
  private func values(
    beside other: Algebraic, atPoints count: Int = points, opaque: @escaping (String, [Double]) -> Double?
  ) -> [(mine: Double, other: Double, mirrored: Double?)] {
    SamplePoints.places(of: variables.union(other.variables), count: count).compactMap { place in
      guard let first = value(at: place, opaque: opaque)?.value,
        let second = other.value(at: place, opaque: opaque)?.value, first.isFinite, second.isFinite
      else { return nil }
      return (first, second, other.value(at: place.mapValues(-), opaque: opaque)?.value)
    }
  }

  /// Whether they agree at many points, or nearly everywhere: a function in pieces is spoken of piece by piece, and one
  /// may approximate another.
  ///
  /// - Complexity: Some hundred evaluations of both.
  /// - Parameter share: At one of how many points they must agree.
  func agreesSomewhere(
    with other: Algebraic, atOneOf share: Int = 5, opaque: @escaping (String, [Double]) -> Double?
  ) -> Bool {
    let found = values(beside: other, opaque: opaque)
    func agreements(_ tolerance: Double) -> Int {
      found.count { abs($0.mine - $0.other) <= tolerance * max(abs($0.mine), abs($0.other)) }
    }
    // What counts in a loop may be meant for whole numbers only.
    let names = variables.union(other.variables)
    let holdsForWholes = (1...8).allSatisfy { whole in
      let place = Dictionary(names.map { ($0, Double(whole)) }) { first, _ in first }
      guard let first = value(at: place, opaque: opaque)?.value,
        let second = other.value(at: place, opaque: opaque)?.value
      else { return false }
      return abs(first - second) <= 1e-9 * max(abs(first), abs(second))
    }
    return found.isEmpty || holdsForWholes || agreements(1e-9) * share >= found.count
      || agreements(1e-3) * 10 >= found.count * 9
  }

  /// Whether the other, of which only values are known, could be meant: whether this is it times a number, or with a
  /// number added, or with the opposite sign before it and its arguments.
  ///
  /// - Complexity: Some hundred evaluations of both where it could, else mostly a few.
  func isSlip(of other: Algebraic, opaque: @escaping (String, [Double]) -> Double?) -> Bool {
    let few = values(beside: other, atPoints: 8, opaque: opaque)
    guard few.allSatisfy({ $0.other == 0 }) || Self.isSlip(few) else { return false }
    let found = values(beside: other, opaque: opaque)
    // A function of few values is near to many others.
    return Set(found.map(\.other)).count > 8 && Self.isSlip(found)
  }

  private static func isSlip(_ found: [(mine: Double, other: Double, mirrored: Double?)]) -> Bool {
    guard let first = found.first(where: { $0.other != 0 }) else { return false }
    func areClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }
    let (ratio, difference) = (first.mine / first.other, first.mine - first.other)
    return ratio != 0 && found.allSatisfy { areClose($0.mine, ratio * $0.other) }
      || found.allSatisfy { areClose($0.mine, $0.other + difference) }
      || [-1.0, 1].contains { sign in
        found.allSatisfy { pair in pair.mirrored.map { areClose(pair.mine, sign * $0) } ?? false }
      }
  }
}
