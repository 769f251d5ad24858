@testable import Graphics

/// Figures and numbers that several tests share. They use only arithmetic, which is the same everywhere.
enum Samples {
  /// f(x) = 2x² − 3x + 4 at 200 steps over −5…5.
  static let parabola = Figure(
    title: "La parábola f(x) = 2x² − 3x + 4", xLabel: "x", yLabel: "f(x)",
    series: [series("f", over: -5...5, steps: 200) { 2 * $0 * $0 - 3 * $0 + 4 }])

  /// A search on x² + 2y² over its level curves.
  static let search = Figure(
    title: "Descent", xLabel: "a", yLabel: "b", field: bowl([0.25, 1, 2.25, 4]),
    series: [Series(x: [1.5, 0.75, 0.375, .nan, 0.25], y: [1, -0.5, 0.25, 0, 0], mark: .path)],
    verdicts: [.stillMoving, .converged(within: 1e-9)])

  static func bowl(_ levels: [Double]) -> Field? {
    let sides = (0...20).map { Double($0) / 5 - 2 }
    let values = sides.flatMap { y in sides.map { x in x * x + 2 * y * y } }
    return Field(name: "bowl", x: sides, y: sides, values: values, levels: levels)
  }

  /// A search on f(x) = x² that starts outside of what is shown.
  static let searchOnCurve = Figure(
    xLabel: "x", yLabel: "f(x)",
    series: [
      series("f", over: -2...2, steps: 40) { $0 * $0 },
      Series(x: [2.5, -1.5, 1, -0.5, 0.25], y: [6.25, 2.25, 1, 0.25, 0.0625], mark: .path),
    ], verdicts: [.alternates(between: 0.25, and: -0.5)])

  static func series(
    _ name: String, over range: ClosedRange<Double>, steps: Int, _ function: (Double) -> Double
  ) -> Series {
    let width = range.upperBound - range.lowerBound
    let x = (0...steps).map { range.lowerBound + width * Double($0) / Double(steps) }
    return Series(name: name, x: x, y: x.map(function))
  }

  /// Values at the edges of what a Double can be.
  static let edges: [Double] = [
    0, -0.0, 1, -1, 0.1, 5e300, -5e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNonzeroMagnitude,
    -.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, -1e-305, .infinity, -.infinity, .nan,
    .signalingNaN,
    1.0.nextUp, 1.0.nextDown, 1e15, 1e16 + 2, 0x1p53, 1e-12,
  ]
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Any finite number, all bit patterns being equally likely.
  mutating func finite() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite { return value }
    }
  }

  /// An edge case, any bit pattern, or a number of everyday size.
  mutating func anything() -> Double {
    switch next() % 3 {
    case 0: Samples.edges[Int(next() % UInt64(Samples.edges.count))]
    case 1: Double(bitPattern: next())
    default: Double.random(in: -100...100, using: &self)
    }
  }
}
