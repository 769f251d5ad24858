import Foundation
import Testing

@testable import Graphics

@Suite struct AxisTests {
  @Test func `labels of a horizontal axis neither touch nor leave the page`() {
    var random = SeededGenerator(state: 3)
    for _ in 0..<1000 {
      let ends = [random.anything(), random.anything()].map { $0.isFinite ? $0 : 1e6 }
      let content = Axis.Content(min(ends[0], ends[1])...max(ends[0], ends[1]))
      let axis = Axis.horizontal(content, left: 60, right: 544, width: 560)
      for (first, second) in zip(axis.ticks, axis.ticks.dropFirst()) {
        #expect(second.position - second.width / 2 - first.position - first.width / 2 > 9.9)
      }
      #expect(axis.scale.end > axis.scale.start)
      if let last = axis.ticks.last, axis.ticks.count > 1 {
        #expect(last.position + last.width / 2 <= 560, "\(axis.ticks)")
      }
    }
  }

  @Test func `zero has a place only where it is shown`() {
    #expect(Axis.vertical(Axis.Content(-1...3), from: 400, to: 0).zero == 300)
    #expect(Axis.vertical(Axis.Content(1...3), from: 400, to: 0).zero == nil)
  }

  @Test(arguments: [
    (0.004...2.0, ScaleKind.log, 5, ["0.01", "0.1", "1"]), (2...30, .log, 5, ["10"]),
    (1...1e300, .log, 4, ["10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"]),
    (-8000...8000, .symmetricLog, 4, ["−100", "0", "100"]),
  ])
  func `logarithmic axes name powers of ten`(
    range: ClosedRange<Double>, scale: ScaleKind, count: Int, labels: [String]
  ) {
    let ticks = LogTicks(in: range, isSymmetric: scale == .symmetricLog, atMost: count)
    if labels.count > 1 {
      #expect(ticks.labels == labels)
    } else {
      #expect(ticks.labels.count > 1, "nice numbers where only one power lies in the range")
    }
    #expect(ticks.values.allSatisfy(range.contains) && ticks.minor.allSatisfy(range.contains))
  }

  @Test func `logarithms and roots are those of mathematics`() {
    var random = SeededGenerator(state: 21)
    for _ in 0..<2000 {
      let value = random.finite().magnitude
      if value == 0 { continue }
      let power = value.commonLogarithm
      #expect(abs(power - log10(value)) < 1e-12 * max(1, abs(power)))
      let root = value.cubeRoot
      #expect(abs(root * root / value * root - 1) < 1e-12)
    }
    #expect(
      [1, 10, 1000, 1e300, 1e-300].map { ($0 as Double).commonLogarithm.rounded() } == [0, 1, 3, 300, -300])
  }

  @Test func `a few names are all shown, long ones shortened`() {
    let names = ["a name that is far longer than its place"] + (1..<12).map { "c\($0)" }
    let axis = Axis.horizontal(
      Axis.Content(0...11, AxisOptions(names: names)), left: 40, right: 540, width: 560)
    #expect(axis.ticks.count == 12)
    #expect(axis.ticks[0].label.hasSuffix("…") && axis.ticks[0].label.hasPrefix("a"))
    #expect(axis.ticks.dropFirst().map(\.label) == Array(names.dropFirst()))
  }

  @Test func `names are thinned where they do not fit, and axes of values asked for show those`() {
    let names = (0..<3000).map { "a name of some length \($0)" }
    let many = Axis.horizontal(
      Axis.Content(0...2999, AxisOptions(names: names)), left: 0, right: 500, width: 500)
    #expect((1...8).contains(many.ticks.count) && many.ticks[0].label.hasPrefix("a name"))
    let asked = Axis.vertical(
      Axis.Content(0...10, AxisOptions(limits: 0...5, ticks: [1, 4, 7])), from: 100, to: 0)
    #expect(asked.ticks.map(\.label) == ["1", "4"])
  }
}
