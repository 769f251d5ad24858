import Foundation

/// Whether two expressions are equal, and how that is known.
extension Algebraic {
  /// The outcome of a comparison.
  public enum Comparison: Hashable, Sendable {
    /// Both have one normal form: they are equal wherever both have a value.
    case identical
    /// They have the same values, but for rounding, at all of so many points where both have one.
    case agreement(points: Int)
    /// Their values differ at a point.
    case difference(at: [Coordinate], left: Double, right: Double)
    /// No point was found at which both have a value.
    case noCommonDomain

    /// The value of a variable.
    public struct Coordinate: Hashable, Sendable {
      public var variable: String
      public var value: Double

      public init(_ variable: String, _ value: Double) {
        self.variable = variable
        self.value = value
      }
    }

    /// Whether nothing speaks against their being equal.
    public var isEqual: Bool {
      switch self {
      case .identical, .agreement: true
      case .difference, .noCommonDomain: false
      }
    }
  }

  /// Compares with another expression in the same variables.
  ///
  /// Normal forms decide first, also of the difference with its powers multiplied out. What they leave open is
  /// decided by values at points within the common domain: the same ones each time, a few simple numbers and a
  /// sequence that fills ranges of several sizes. Values count as different when they are further apart than rounding
  /// explains (see `Computed`); points at which rounding explains too much are passed over.
  ///
  ///     let x = Algebraic.variable("x")
  ///     (x * x).comparison(with: x * x + .number(1))  // differ at x = 1.0: 1.0 against 2.0
  ///
  /// - Parameters:
  ///   - other: The other expression.
  ///   - variables: The variables of both in the order in which a point gives them; sorted by name where nil.
  ///   - opaque: The values of functions that only running them tells; see `value(at:opaque:)`.
  ///   - isMeant: At which points they are compared; at all where nil.
  /// - Complexity: At most some hundred evaluations of both.
  public func comparison(
    with other: Algebraic, over variables: [String]? = nil, opaque: ((String, [Double]) -> Double?)? = nil,
    where isMeant: (([String: Double]) -> Bool)? = nil
  ) -> Comparison {
    if self == other { return .identical }
    let difference = self - other
    if difference.number == 0 || difference.commonNumerator?.number == 0 { return .identical }
    let names = variables ?? self.variables.union(other.variables).sorted()
    var agreed = 0
    for point in SamplePoints(dimensions: names.count) {
      let values = Dictionary(zip(names, point)) { first, _ in first }
      guard isMeant?(values) ?? true, let left = value(at: values, opaque: opaque),
        let right = other.value(at: values, opaque: opaque),
        left.value.isFinite, right.value.isFinite
      else { continue }
      // The bound is of first order, and constants may be rounded once more.
      let tolerance = 64 * (left.error + right.error)
      let distance = abs(left.value - right.value)
      if distance > tolerance {
        let place = zip(names, point).map { Comparison.Coordinate($0, $1) }
        return .difference(at: place, left: left.value, right: right.value)
      }
      guard tolerance <= Self.sharpest * max(abs(left.value), abs(right.value)) else { continue }
      agreed += 1
      if agreed == Self.enoughPoints { break }
    }
    return agreed == 0 ? .noCommonDomain : .agreement(points: agreed)
  }

  /// The points that decide, at most.
  private static let enoughPoints = 100
  /// The largest part of a value that rounding may explain at a point that counts.
  private static let sharpest = 1e-6

  /// The numerator over the lowest common denominator, with whole powers of sums multiplied out; nil where it grows
  /// too long.
  private var commonNumerator: Algebraic? {
    guard terms.keys.contains(where: { $0.exponents.contains { $0.value < 0 || $0.key.isSum } }) else {
      return self
    }
    var lowest = Product()
    for (factor, exponent) in terms.keys.flatMap(\.exponents) where exponent < 0 {
      lowest.exponents[factor] = min(lowest.exponents[factor] ?? 0, exponent)
    }
    var whole = Algebraic()
    for (product, coefficient) in sortedTerms {
      var rest = product
      for (factor, exponent) in lowest.exponents {
        let raised = (rest.exponents[factor] ?? 0) - exponent
        rest.exponents[factor] = raised == 0 ? nil : raised
      }
      guard let part = Self.multipliedOut(rest, coefficient) else { return nil }
      for (product, coefficient) in part.terms { whole.add(coefficient, product) }
      guard whole.terms.count <= Self.longestExpansion else { return nil }
    }
    return whole
  }

  /// With whole powers of sums multiplied out; nil where it has denominators, or grows too long.
  var expanded: Algebraic? {
    guard terms.keys.allSatisfy({ $0.exponents.values.allSatisfy { $0 > 0 } }) else { return nil }
    return commonNumerator
  }

  private static let longestExpansion = 400

  private static func multipliedOut(_ product: Product, _ coefficient: Double) -> Algebraic? {
    var plain = product
    var sum = Algebraic.number(coefficient)
    for (factor, exponent) in product.sortedFactors {
      guard case .sum(let inner) = factor, exponent > 0, exponent == exponent.rounded(), exponent <= 16 else {
        continue
      }
      plain.exponents[factor] = nil
      for _ in 0..<Int(exponent) {
        guard let next = sum.distributed(over: inner) else { return nil }
        sum = next
      }
    }
    return sum.distributed(over: Algebraic(plain))
  }

  /// The product with every term multiplied by every other.
  private func distributed(over other: Algebraic) -> Algebraic? {
    guard terms.count * other.terms.count <= Self.longestExpansion else { return nil }
    let others = other.sortedTerms
    var sum = Algebraic()
    for (a, x) in sortedTerms {
      for (b, y) in others {
        let term = Algebraic(a.times(b), x * y).withoutFirstPowersOfSums
        for (product, coefficient) in term.terms { sum.add(coefficient, product) }
      }
    }
    return sum
  }
}
