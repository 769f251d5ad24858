import Testing

@testable import Graphics

@Suite struct FigureChangesTests {
  private let xs = (0..<200).map { Double($0) / 40 - 1.25 }

  private func figure(_ change: (inout [Double]) -> Void = { _ in }) -> Figure {
    var ys = xs.map { $0 * $0 }
    change(&ys)
    return Figure(
      title: "T", series: [Series(name: "f", x: xs, y: ys), Series(x: [0, 1], y: [0, 1], mark: .path)])
  }

  @Test func equalFiguresHaveNone() { #expect(figure().changes(from: figure()).isEmpty) }

  @Test func movedPoints() {
    let moved = figure { ys in
      ys[100] += 0.02
      ys[7] -= 0.001
      ys[8] += 0.01
    }
    #expect(moved.changes(from: figure()) == ["line f: 3 of 200 points moved, largest 0.02 at x = 1.25"])
    #expect(
      figure { $0[3] = .nan }.changes(from: figure()) == [
        "line f: 1 of 200 points moved, one by more than any number at x = -1.175"
      ])
  }

  @Test func pointsThatComeAndGo() {
    var longer = figure()
    longer.series[0] = Series(name: "f", x: xs + [9, 10], y: xs.map { $0 * $0 } + [1, 2])
    #expect(longer.changes(from: figure()) == ["line f: 2 points are new"])
    #expect(figure().changes(from: longer) == ["line f: 2 points are gone"])
    longer.series[0] = Series(name: "f", x: xs.reversed(), y: xs.reversed().map { $0 * $0 })
    #expect(longer.changes(from: figure()) == ["line f: its points stand in another order"])
  }

  @Test func seriesAndTexts() {
    var other = figure()
    other.title = "U"
    other.xLabel = "x"
    other.series[0].name = "g"
    #expect(
      other.changes(from: figure()) == [
        "the title was 'T' and is 'U'", "the x label was missing and is 'x'", "line g was added",
        "line f was removed",
      ])
    var turned = figure()
    turned.series.reverse()
    #expect(turned.changes(from: figure()) == ["the order of what is drawn changed"])
  }

  @Test func fields() throws {
    func figure(_ values: [Double], levels: [Double] = [1]) throws -> Figure {
      let field = try #require(Field(x: [0, 0.5], y: [1, 2], values: values, levels: levels))
      return Figure(field: field)
    }
    #expect(
      try figure([0, 1, 2, 4]).changes(from: figure([0, 1, 2, 3.5]))
        == ["contours: 1 of 4 values changed, largest 0.5 at x = 0.5, y = 2"])
    #expect(
      try figure([0, 1, 2, 3], levels: [2]).changes(from: figure([0, 1, 2, 3])) == [
        "contours: their levels changed"
      ])
    #expect(try Figure().changes(from: figure([0, 1, 2, 3])) == ["contours were removed"])
  }

  /// Whatever differs, something is said.
  @Test(arguments: 0..<200) func everyDifferenceIsTold(_ seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let first = random.figure()
    let second = Bool.random(using: &random) ? random.figure() : first
    #expect(second.changes(from: first).isEmpty == (first == second))
  }
}

extension SeededGenerator {
  fileprivate mutating func figure() -> Figure {
    let numbers: [Double] = [0, -0.0, 1, 1, 2, .nan, .infinity]
    func list(_ count: Int) -> [Double] { (0..<count).map { _ in numbers.randomElement(using: &self) ?? 0 } }
    let count = Int.random(in: 0...2, using: &self)
    var series: [Series] = []
    for _ in 0..<count {
      let points = Int.random(in: 0...3, using: &self)
      series.append(
        Series(name: ["", "f"].randomElement(using: &self) ?? "", x: list(points), y: list(points)))
    }
    return Figure(title: [nil, "a"].randomElement(using: &self) ?? nil, series: series)
  }
}
