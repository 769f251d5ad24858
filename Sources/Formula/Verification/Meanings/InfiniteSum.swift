/// The sum of infinitely many numbers: added up where they soon vanish, else by Levin's u transformation (Weniger,
/// "Nonlinear sequence transformations for the acceleration of convergence and the summation of divergent series",
/// 1989, section 7.3) where that settles.
struct InfiniteSum {
  /// Nil where the sum is not plain.
  let value: Double?

  static let mostTerms = 200
  /// How far the sum may be off, as a part of it or of 1.
  static let tolerance = 1e-8

  private static let orders = 6...20
  private static let accuracy = 2e-9

  /// - Parameter term: The term at an index from 0; nil where it has no value.
  /// - Complexity: Linear in `mostTerms`.
  init(_ term: (Int) -> Double?) {
    var terms: [Double] = []
    var sum = 0.0
    var vanished = 0
    for index in 0..<Self.mostTerms {
      guard let next = term(index), next.isFinite else {
        value = nil
        return
      }
      sum += next
      vanished = abs(next) <= 1e-18 * max(abs(sum), .leastNormalMagnitude) ? vanished + 1 : 0
      if vanished == 4, index >= 8 {
        value = sum
        return
      }
      if next != 0 { terms.append(next) }
    }
    value = Self.mayConverge(terms) ? Self.limit(of: terms) : nil
  }

  /// Whether terms become smaller, and of one sign faster than 1/n.
  private static func mayConverge(_ terms: [Double]) -> Bool {
    guard terms.count >= 64 else { return false }
    let (early, late) = (terms.count / 4, terms.count - 1)
    let ratio = abs(terms[late] / terms[early])
    let hasOneSign = terms.allSatisfy { ($0 < 0) == (terms[0] < 0) }
    return ratio < 0.9 && (!hasOneSign || ratio * Double(late) / Double(early) < 0.9)
  }

  /// The limit of the sums, where two transformations of orders that follow each other agree.
  private static func limit(of terms: [Double]) -> Double? {
    var sums: [Double] = []
    for term in terms.prefix(orders.upperBound + 1) { sums.append((sums.last ?? 0) + term) }
    var best: (value: Double, distance: Double)?
    var last: Double?
    for order in orders {
      var (above, below) = (0.0, 0.0)
      var binomial = 1.0
      for index in 0...order {
        let weight =
          (index % 2 == 0 ? 1 : -1) * binomial
          * raise(Double(1 + index) / Double(1 + order), to: Double(order - 1))
        let remainder = Double(1 + index) * terms[index]
        above += weight * sums[index] / remainder
        below += weight / remainder
        binomial *= Double(order - index) / Double(index + 1)
      }
      let value = above / below
      if let last, value.isFinite, abs(value - last) < best?.distance ?? .infinity {
        best = (value, abs(value - last))
      }
      last = value
    }
    guard let best, best.distance <= accuracy * max(1, abs(best.value)) else { return nil }
    return best.value
  }
}
