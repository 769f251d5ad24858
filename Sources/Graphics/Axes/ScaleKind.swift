/// How data values become lengths along an axis.
///
/// The raw value is the word that recordings use and that the digest covers.
public enum ScaleKind: String, Sendable, Hashable, CaseIterable {
  /// Equal differences are equal lengths.
  case linear
  /// Equal ratios are equal lengths; only positive values have a place.
  case log
  /// Like `log` on both sides of zero, and nearly linear within one of it: the sign of v times
  /// log₁₀(1 + |v|), after J. Webber, "A bi-symmetric log transformation for wide-range data", Measurement
  /// Science and Technology 24, 2013.
  case symmetricLog

  /// The number that is shown linearly in place of a value; nil where the value has no place.
  func transformed(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch self {
    case .linear: return value
    case .log: return value > 0 ? value.commonLogarithm : nil
    case .symmetricLog:
      // Adding 1 to a huge number leaves it as it is.
      let logarithm = (value.magnitude + 1).isFinite ? (value.magnitude + 1).commonLogarithm : 309
      return value < 0 ? -logarithm : logarithm
    }
  }

  /// The interval between two values as it is shown; nil where one has no place.
  func domain(_ range: ClosedRange<Double>) -> Domain? {
    guard let lower = transformed(range.lowerBound), let upper = transformed(range.upperBound) else {
      return nil
    }
    return Domain(lower...upper)
  }
}

extension Double {
  /// The logarithm to base ten of a positive finite number, to about fifteen digits.
  ///
  /// The exponent is exact; of the significand m, between √½ and √2, it is 2 artanh((m − 1)/(m + 1)) by its
  /// power series (M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 4.1.27). Only arithmetic,
  /// so the same on every machine.
  var commonLogarithm: Double {
    var (power, m) = (Double(exponent), significand)
    if m > 1.414213562373095 {
      m /= 2
      power += 1
    }
    let ratio = (m - 1) / (m + 1)
    var (term, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, through: 41, by: 2) {
      sum += term / odd
      term *= ratio * ratio
    }
    return power * 0.301029995663981195 + 2 * sum * 0.434294481903251828
  }

  /// The cube root of a number that is not negative, by Newton's method from above; only arithmetic.
  var cubeRoot: Double {
    guard self > 0, isFinite else { return self }
    var root = Double(sign: .plus, exponent: exponent / 3 + 1, significand: 1)
    for _ in 0..<60 {
      let next = (2 * root + self / (root * root)) / 3
      if !(next < root) { break }
      root = next
    }
    return root
  }
}
