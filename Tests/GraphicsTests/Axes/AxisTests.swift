import Testing

@testable import Graphics

@Suite struct AxisTests {
  @Test func `labels of a horizontal axis neither touch nor leave the page`() {
    var random = SeededGenerator(state: 3)
    for _ in 0..<1000 {
      let ends = [random.anything(), random.anything()].map { $0.isFinite ? $0 : 1e6 }
      let domain = Domain(min(ends[0], ends[1])...max(ends[0], ends[1]))
      let axis = Axis.horizontal(domain, left: 60, right: 544, width: 560)
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
    #expect(Axis.vertical(Domain(-1...3), top: 0, bottom: 400).zero == 300)
    #expect(Axis.vertical(Domain(1...3), top: 0, bottom: 400).zero == nil)
  }
}
