/// Points at which expressions are compared, always the same: simple numbers first, then points spread evenly over
/// boxes of several sizes around 0.
///
/// The spread points are the additive sequence of the generalised golden ratio (Roberts, "The Unreasonable
/// Effectiveness of Quasirandom Sequences", 2018).
struct SamplePoints: Sequence {
  let dimensions: Int

  private static let simple: [Double] = [1, 2, 0.5, -1, 3, -2, 0]
  /// Intervals from which coordinates are taken in turn.
  private static let ranges: [ClosedRange<Double>] = [-2...2, 0...1, 0.1...4, -10...10, -50...50, 0...0.01]
  private static let count = 600

  func makeIterator() -> AnyIterator<[Double]> {
    var index = 0
    let ratio = Self.goldenRatio(dimensions)
    return AnyIterator { [dimensions] in
      defer { index += 1 }
      if dimensions == 0 { return index == 0 ? [] : nil }
      if index < Self.simple.count {
        return (0..<dimensions).map { Self.simple[(index + $0) % Self.simple.count] }
      }
      guard index < Self.count else { return nil }
      let range = Self.ranges[index % Self.ranges.count]
      var step = 1.0
      return (0..<dimensions).map { _ in
        step /= ratio
        let share = (0.5 + Double(index) * step).truncatingRemainder(dividingBy: 1)
        return range.lowerBound + share * (range.upperBound - range.lowerBound)
      }
    }
  }

  /// The positive root of x^(d + 1) = x + 1.
  private static func goldenRatio(_ dimensions: Int) -> Double {
    var x = 2.0
    for _ in 0..<60 { x = raise(1 + x, to: 1 / Double(dimensions + 1)) }
    return x
  }

  /// The first points as values of variables, whose names in order have the coordinates.
  static func places(of variables: Set<String>, count: Int) -> [[String: Double]] {
    let names = variables.sorted()
    return SamplePoints(dimensions: names.count).prefix(count).map { point in
      Dictionary(zip(names, point)) { first, _ in first }
    }
  }
}
