import Testing

@testable import Graphics

@Suite struct PlacedPointTests {
  @Test func `few points are kept as they are`() {
    let points = (0..<100).map {
      PlacedPoint(x: 0.01 * Double($0), y: Double($0 % 7), startsSegment: $0 == 0)
    }
    #expect(points.simplified(limit: 100) == points)
    #expect([PlacedPoint]().simplified(limit: 0) == [])
  }

  @Test func `each column keeps its extremes, in order`() {
    var random = SeededGenerator(state: 7)
    let points = (0..<50_000).map {
      PlacedPoint(x: Double($0) / 100, y: Double.random(in: 0...300, using: &random), startsSegment: $0 == 0)
    }
    let kept = points.simplified(limit: 3000)
    #expect(kept.count <= 3000)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
    for column in stride(from: 0.0, to: 500, by: 50) {
      let all = points.filter { $0.x >= column && $0.x < column + 1 }.map(\.y)
      let some = kept.filter { $0.x >= column && $0.x < column + 1 }.map(\.y)
      #expect(all.min() == some.min() && all.max() == some.max())
      #expect(all.first == some.first && all.last == some.last)
    }
  }

  @Test func `lines to and fro keep their outermost points`() {
    var random = SeededGenerator(state: 8)
    let points = (0..<50_000).map {
      PlacedPoint(
        x: Double.random(in: 0...500, using: &random), y: Double.random(in: 0...300, using: &random),
        startsSegment: $0 == 0)
    }
    let kept = points.simplified(limit: 2000)
    #expect(kept.count <= 2006)
    #expect(kept.map(\.x).min() == points.map(\.x).min() && kept.map(\.x).max() == points.map(\.x).max())
    #expect(kept.map(\.y).min() == points.map(\.y).min() && kept.map(\.y).max() == points.map(\.y).max())
  }

  @Test func `interruptions between columns stay`() {
    let points = (0..<10_000).map {
      PlacedPoint(x: Double($0) / 20, y: 0, startsSegment: $0 % 5000 == 0)
    }
    #expect(points.simplified(limit: 1000).filter(\.startsSegment).map(\.x) == [0, 250])
  }
}
