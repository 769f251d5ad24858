import Testing

@testable import Graphics

@Suite struct LinearTicksTests {
  private static let intervals: [(Double, Double, Int, [String])] = [
    (-5.0, 5.0, 6, ["−4", "−2", "0", "2", "4"]),
    (-5, 5, 11, ["−5", "−4", "−3", "−2", "−1", "0", "1", "2", "3", "4", "5"]),
    (0, 1, 6, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (0, 0.3, 4, ["0", "0.1", "0.2", "0.3"]),
    (0.09, 0.11, 5, ["0.090", "0.095", "0.100", "0.105", "0.110"]),
    (0, 60_000, 4, ["0", "20\u{202F}000", "40\u{202F}000", "60\u{202F}000"]),
    (0, 6000, 4, ["0", "2000", "4000", "6000"]),
    (0, 3e7, 4, ["0", "1×10⁷", "2×10⁷", "3×10⁷"]),
    (
      1e9, 1e9 + 1, 3,
      [
        "1\u{202F}000\u{202F}000\u{202F}000.0", "1\u{202F}000\u{202F}000\u{202F}000.5",
        "1\u{202F}000\u{202F}000\u{202F}001.0",
      ]
    ),
    (-2e-300, 2e-300, 5, ["−2×10⁻³⁰⁰", "−1×10⁻³⁰⁰", "0", "1×10⁻³⁰⁰", "2×10⁻³⁰⁰"]),
    (0, 2e-5, 5, ["0", "0.5×10⁻⁵", "1.0×10⁻⁵", "1.5×10⁻⁵", "2.0×10⁻⁵"]),
    (-1.7e308, 1.7e308, 5, ["−1×10³⁰⁸", "0", "1×10³⁰⁸"]),
  ]

  @Test(arguments: Self.intervals)
  func `labels are those that a reader expects`(lower: Double, upper: Double, limit: Int, labels: [String]) {
    #expect(LinearTicks(in: Domain(lower...upper), atMost: limit).labels == labels)
  }

  @Test func `ticks are all the multiples of a nice step in the interval, and as many as wished`() {
    var random = SeededGenerator(state: 1)
    for _ in 0..<4000 {
      let ends = [random.anything(), random.anything()].map { $0.isFinite ? $0 : 7 }
      let domain = Domain(min(ends[0], ends[1])...max(ends[0], ends[1]))
      let limit = Int.random(in: 1...14, using: &random)
      let ticks = LinearTicks(in: domain, atMost: limit)
      let values = ticks.values
      #expect([1, 2, 5].contains(ticks.factor))
      #expect(values.count <= limit, "\(domain) \(limit)")
      #expect(values.count >= Int(Double(limit) / 2.5), "\(domain) \(limit)")
      #expect(ticks.labels.count == values.count)
      #expect(Set(ticks.labels).count == values.count, "\(domain) \(ticks.labels)")
      let scale = LinearScale(domain: domain, start: 0, end: 1)
      let places = values.map(scale.position)
      #expect(places.allSatisfy { -1e-6 <= $0 && $0 <= 1 + 1e-6 }, "\(domain) \(places)")
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
      // Nothing is left at the ends where one more would fit.
      guard places.count > 1 else { continue }
      let step = places[1] - places[0]
      #expect(places[0] < step * (1 + 1e-6), "\(domain) \(limit)")
      #expect(1 - places[places.count - 1] < step * (1 + 1e-6), "\(domain) \(limit)")
    }
  }

  @Test func `labels read back are the values`() {
    var random = SeededGenerator(state: 2)
    for _ in 0..<2000 {
      let ends = [random.anything(), random.anything()].map { $0.isFinite ? $0 : -3 }
      let ticks = LinearTicks(in: Domain(min(ends[0], ends[1])...max(ends[0], ends[1])), atMost: 8)
      for (value, label) in zip(ticks.values, ticks.labels) {
        #expect(Self.read(label) == value, "\(label)")
      }
    }
  }

  /// The number that a label means.
  private static func read(_ label: String) -> Double? {
    let superscripts: [Character] = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    var code = ""
    for character in label where character != "\u{202F}" {
      if let digit = superscripts.firstIndex(of: character) {
        code += String(digit)
      } else {
        code.append(character == "−" || character == "⁻" ? "-" : character)
      }
    }
    guard let sign = code.firstIndex(of: "×") else { return Double(code) }
    return Double(code[..<sign] + "e" + code[sign...].dropFirst(3))
  }
}
