/// The multiples of 1, 2 or 5 times a power of ten that lie in an interval.
///
///     LinearTicks(in: Domain(-5...5), atMost: 6).labels  // ["−4", "−2", "0", "2", "4"]
///
/// The step is the smallest such number that gives at most the wished count: the "nice numbers" of P.
/// Heckbert, "Nice Numbers for Graph Labels", Graphics Gems, 1990, with ticks inside the data's interval
/// where he widens the interval. Ticks are integers times a power of ten, so values are correctly rounded and
/// labels exact.
struct LinearTicks: Equatable {
  /// The step is `factor` (1, 2 or 5) times ten to the power `exponent`.
  let factor: Int
  let exponent: Int
  /// The first and last multiple of the step; both inside the interval, or, where it holds none, an empty
  /// range.
  let multiples: Range<Int>

  /// - Parameter limit: The largest number of ticks, at least 1. At least `limit / 2.5`, rounded down, are
  ///   found.
  /// - Complexity: O(1).
  init(in domain: Domain, atMost limit: Int) {
    let limit = max(1, limit)
    let rough = domain.upper / Double(limit) - domain.lower / Double(limit)
    var factor = 5
    // The whole width of the largest interval is no number.
    var exponent = DecimalNumber(rough.isFinite ? rough : .greatestFiniteMagnitude).exponent - 1
    var multiples = Self.multiples(factor, exponent, in: domain)
    while multiples.count > limit {
      switch factor {
      case 1: factor = 2
      case 2: factor = 5
      default:
        factor = 1
        exponent += 1
      }
      multiples = Self.multiples(factor, exponent, in: domain)
    }
    self.factor = factor
    self.exponent = exponent
    self.multiples = multiples
  }

  private static func multiples(_ factor: Int, _ exponent: Int, in domain: Domain) -> Range<Int> {
    let step = power(factor, exponent)
    let first = domain.lower / step
    let last = domain.upper / step
    // A quotient that should be whole may miss by rounding: 0.3 / 0.1 is just under 3.
    let slack = max(1e-9, max(first.magnitude, last.magnitude) * 0x1p-50)
    let start = Int(clamping: (first - slack).rounded(.up))
    let end = Int(clamping: (last + slack).rounded(.down))
    return start..<max(start, end + 1)
  }

  /// Ascending, in data units.
  var values: [Double] { multiples.map { Self.power($0 * factor, exponent) } }

  /// `mantissa` times a power of ten, correctly rounded.
  private static func power(_ mantissa: Int, _ exponent: Int) -> Double {
    Double("\(mantissa)e\(exponent)") ?? 0
  }
}

extension LinearTicks {
  /// One text for each tick, all with the same number of decimals and the same power of ten.
  ///
  /// Integers of five digits and more are grouped by narrow spaces (ISO 80000-1); the power of ten is
  /// written out (`2×10⁷`) below 10⁻³, from 10¹⁵, and, where that is shorter, from 10⁷. Zero is `0`.
  var labels: [String] {
    let mantissas = multiples.map { $0 * factor }
    let largest = mantissas.map(\.magnitude).max() ?? 0
    let order = String(largest).utf8.count - 1 + exponent
    let isScientific = order >= 15 || order < -3 || (order >= 7 && order - exponent < 6)
    let decimals = isScientific ? order - exponent : max(0, -exponent)
    let suffix = isScientific ? "×10" + superscript(order) : ""
    let zeros = isScientific ? 0 : max(0, exponent)
    return mantissas.map { mantissa in
      if mantissa == 0 { return "0" }
      let digits = String(mantissa.magnitude) + String(repeating: "0", count: zeros)
      return (mantissa < 0 ? "−" : "") + Self.pointed(digits, decimals: decimals) + suffix
    }
  }

  /// Puts the decimal point before the last `decimals` digits, and narrow spaces between thousands.
  private static func pointed(_ digits: String, decimals: Int) -> String {
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let whole = padded.dropLast(decimals)
    var text = ""
    for (index, digit) in whole.enumerated() {
      let remaining = whole.utf8.count - index
      if index > 0, remaining % 3 == 0, whole.utf8.count > 4 { text += "\u{202F}" }
      text.append(digit)
    }
    return decimals == 0 ? text : text + "." + padded.suffix(decimals)
  }
}

extension Int {
  /// The nearest representable integer.
  fileprivate init(clamping value: Double) {
    self = value > -0x1p62 ? (value < 0x1p62 ? Int(value) : 1 << 62) : -(1 << 62)
  }
}
