import Testing

@testable import Lesson

@Suite struct SliderParsingTests {
  @Test(arguments: [
    ("rate in 0.01...0.05 step 0.02", ["rate: 0.01 0.03 0.05"]),
    ("rate in 0.1..<0.4 step 0.1", ["rate: 0.1 0.2 0.3"]),
    ("n in 1...4", ["n: 1 2 3 4"]),
    ("n in -2..<1", ["n: -2 -1 0"]),
    ("x in -0.50...1.00 step 0.75", ["x: -0.5 0.25 1"]),
    ("α_1 in 0...1 step 0.4", ["α_1: 0 0.4 0.8"]),
    ("rate in [0.001, 0.01, 1]", ["rate: 0.001 0.01 1"]),
    ("a in [1,2], b in 0...20 step 10", ["a: 1 2", "b: 0 10 20"]),
    ("  a  in   [ 1 , 2 ]  ", ["a: 1 2"]),
  ])
  func valuesAreExact(_ text: String, _ expected: [String]) throws {
    let sliders = try Slider.list(parsing: text)
    #expect(sliders.map { "\($0.name): \($0.values.joined(separator: " "))" } == expected)
  }

  @Test(arguments: [
    "", "a", "a in", "a in 1", "1 in 1...2", "a-b in 1...2", "a in 1...1", "a in 2...1", "a in 1..<2",
    "a in 0...1 step 0", "a in 0...1 step -1", "a in 0...1 step", "a in 0...1 by 2", "a in 0.5...1",
    "a in 1e3...2e3", "a in 0...1 step 0.0000000001", "a in 0...10000000000 step 1000000000", "a in [1]",
    "a in [1, 1]", "a in [2, 1]", "a in [1, b]", "a in [1, 2", "a in 0...1, a in 0...1",
    "a in 0...1, b in 0...1, c in 0...1", "a in 0...500", "a in 0...99, b in 0...99", "a in 0...1, ",
    "a in +1...2", "a in .5...1 step 1", "a in 1....2", "a in -...2",
  ])
  func whatIsNoSliderIsSaid(_ text: String) {
    #expect(throws: SliderProblem.self) { try Slider.list(parsing: text) }
  }

  @Test func decimalsAreWrittenAsSwiftWritesThem() {
    for units in -1200...1200 {
      let written = WrittenDecimal(units: units, places: 3).description
      let value = Double(units) / 1000
      let expected = value == value.rounded() ? String(Int(value)) : value.description
      #expect(written == expected)
    }
  }
}
