/// How many of some values lie in each of several intervals of equal width.
public struct Histogram: Sendable {
  /// The lower ends of the intervals, ascending.
  public private(set) var lefts: [Double] = []
  /// The upper ends.
  public private(set) var rights: [Double] = []
  /// How many values each holds; a value at an end counts to the right, the greatest to the last.
  public private(set) var counts: [Double] = []

  /// Counts the finite values; others do not count.
  ///
  /// - Parameters:
  ///   - bins: The number of intervals, at least 1; nil for widths of twice the interquartile range over the
  ///     cube root of the number of values (D. Freedman and P. Diaconis, "On the histogram as a density
  ///     estimator", 1981), or, where that range is empty, for 1 + log₂ of the number (H. Sturges, "The choice
  ///     of a class interval", 1926). At most 200 are chosen so.
  /// - Complexity: O(values × logarithm).
  public init(of values: [Double], bins: Int? = nil) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return }
    let domain = Domain(least...greatest)
    let count = min(max(1, bins ?? Self.bins(for: sorted)), 1000)
    let ends = (0...count).map { step in
      let share = Double(step) / Double(count)
      return step == count ? domain.upper : domain.lower * (1 - share) + domain.upper * share
    }
    lefts = Array(ends.dropLast())
    rights = Array(ends.dropFirst())
    counts = Array(repeating: 0, count: count)
    var bin = 0
    for value in sorted {
      while bin < count - 1, value >= rights[bin] { bin += 1 }
      counts[bin] += 1
    }
  }

  private static func bins(for sorted: [Double]) -> Int {
    let count = Double(sorted.count)
    let spread = sorted[3 * sorted.count / 4] / 2 - sorted[sorted.count / 4] / 2
    let whole = sorted[sorted.count - 1] / 2 - sorted[0] / 2
    let byRange = whole / (2 * spread / count.cubeRoot)
    let bySturges = 1 + count.commonLogarithm / 0.301029995663981195
    let wanted = spread > 0 && byRange.isFinite ? byRange : bySturges
    return Int(min(max(wanted.rounded(.up), 1), 200))
  }
}
