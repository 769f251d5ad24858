import Testing

@testable import Graphics

@Suite struct HistogramTests {
  @Test func `every finite value is counted once, in the bin that holds it`() {
    var random = SeededGenerator(state: 4)
    for _ in 0..<300 {
      let values = (0..<Int.random(in: 0...200, using: &random)).map { _ in random.anything() }
      let finite = values.filter(\.isFinite)
      let histogram = Histogram(of: values, bins: random.next() % 2 == 0 ? 7 : nil)
      #expect(histogram.counts.reduce(0, +) == Double(finite.count))
      #expect(zip(histogram.lefts, histogram.rights).allSatisfy { $0 <= $1 })
      for (index, (left, right)) in zip(histogram.lefts, histogram.rights).enumerated() where left < right {
        let isLast = index == histogram.counts.count - 1
        let isFirst = index == 0
        let held = finite.count {
          (isFirst || $0 >= left) && (isLast || $0 < right)
        }
        #expect(Double(held) == histogram.counts[index])
      }
    }
  }

  @Test func `bins are as wide as Freedman and Diaconis say`() {
    // The interquartile range of 0…999 is 500, so widths are about 2 × 500 / 10.
    #expect(Histogram(of: (0..<1000).map(Double.init)).counts.count == 10)
    // Without such a range, Sturges counts 1 + log₂ 16.
    let spike = Array(repeating: 0.0, count: 15) + [1]
    #expect(Histogram(of: spike).counts.count == 5)
    #expect(Histogram(of: []).counts == [])
  }
}
