/// The interval of data values that an axis shows: finite, never empty, and wide enough to be divided.
struct Domain: Equatable {
  let lower: Double
  let upper: Double

  /// The interval between two finite numbers.
  ///
  /// Where they are so near each other that ticks could not be told apart (within 10⁻¹² of their magnitude,
  /// or 10⁻³⁰⁵), it is widened about their middle, by a tenth of it on each side: what is shown then is a
  /// constant.
  init(_ range: ClosedRange<Double>) {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let largest = max(lower.magnitude, upper.magnitude)
    if upper - lower > max(largest * 1e-12, 1e-305) {
      self.lower = lower
      self.upper = upper
      return
    }
    let middle = lower / 2 + upper / 2
    let margin = middle == 0 ? 1 : max(middle.magnitude / 10, 1e-300)
    self.lower = Self.finite(middle - margin)
    self.upper = Self.finite(middle + margin)
  }

  /// The interval with a margin on both sides, for values that are read off against it.
  ///
  /// Unless told otherwise, a side stops at zero where the data stay on one side of zero and come near it: heights are best seen
  /// from there.
  func withMargin(stopsAtZero: Bool = true) -> Domain {
    let margin = upper / 20 - lower / 20
    if !stopsAtZero { return Domain(Self.finite(lower - margin)...Self.finite(upper + margin)) }
    let low = lower >= 0 && lower / 4 <= margin ? 0 : lower - margin
    let high = upper <= 0 && -upper / 4 <= margin ? 0 : upper + margin
    return Domain(Self.finite(low)...Self.finite(high))
  }

  /// Whether a value is inside or at an end.
  func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  private static func finite(_ value: Double) -> Double {
    min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }
}
