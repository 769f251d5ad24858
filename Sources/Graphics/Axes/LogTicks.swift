/// The powers of ten that an axis with a logarithmic scale names, and what it marks between them.
///
/// Where more lie in the interval than there is room for, every second, third and so on is named; where fewer
/// than two do, the nice numbers of `LinearTicks`.
struct LogTicks {
  /// In data units, ascending.
  private(set) var values: [Double] = []
  private(set) var labels: [String] = []
  /// The doubles to ninefolds of the powers, where each power is named and they can be told apart.
  private(set) var minor: [Double] = []

  /// - Parameters:
  ///   - range: What the axis shows, in data units: positive numbers for `.log`.
  ///   - isSymmetric: Whether the scale is `.symmetricLog`: zero is named as well, and powers from 1 on.
  ///   - limit: The largest number of names, at least 1.
  /// - Complexity: O(1).
  init(in range: ClosedRange<Double>, isSymmetric: Bool, atMost limit: Int) {
    let limit = max(1, limit)
    let upper = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let least = isSymmetric ? 0 : DecimalNumber(range.lowerBound).exponent
    let exponents = Array(least...max(least, DecimalNumber(upper).exponent))
    var named: [(value: Double, exponent: Int?)] = []
    var step = 1
    for candidate in [1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500] {
      step = candidate
      // One is too near to zero to be named beside it where there is little room.
      let powers = exponents.filter { $0 % step == 0 && !(isSymmetric && step > 1 && $0 == 0) }
        .map { (value: Self.power($0), exponent: Optional($0)) }
      named = powers
      if isSymmetric { named = powers.reversed().map { (-$0.value, $0.exponent) } + [(0, nil)] + powers }
      named = named.filter { range.contains($0.value) }
      if named.count <= limit { break }
    }
    guard named.count > 1 else {
      let ticks = LinearTicks(in: Domain(range), atMost: limit)
      (values, labels) = (ticks.values, ticks.labels)
      return
    }
    values = named.map(\.value)
    let isWritten = named.allSatisfy { (-3...4).contains($0.exponent ?? 0) }
    labels = named.map { value, exponent in
      guard let exponent else { return "0" }
      let magnitude = isWritten ? DecimalNumber(value.magnitude).typeset : "10" + superscript(exponent)
      return (value < 0 ? "−" : "") + magnitude
    }
    if step == 1, exponents.count <= 8 {
      let halves = ([least - 1] + exponents).flatMap { power in (2...9).map { Double($0) * Self.power(power) }
      }
      let both = isSymmetric ? halves.map { -$0 } + halves : halves
      minor = both.filter { range.contains($0) && (!isSymmetric || $0.magnitude > 1) }
    }
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}
