import Testing

@testable import Graphics

@Suite struct DigestTests {
  /// Computed by an independent program from the definition.
  @Test func `digests are those of the definition`() {
    #expect(Figure().digest == "cbf29ce484222325")
    #expect(Samples.parabola.digest == "aaa6fdb15af6bf08")
    let small = Figure(title: "t", series: [Series(name: "ñ", x: [0, 1], y: [-0.0, .nan])])
    #expect(small.digest == "80a9054fda5809f1")
  }

  @Test func `every part of a figure counts`() {
    let series = Series(name: "f", x: [0, 1], y: [2, 3])
    let figures = [
      Figure(), Figure(title: ""), Figure(title: "a"), Figure(xLabel: "a"), Figure(yLabel: "a"),
      Figure(series: [series]), Figure(series: [series, series]),
      Figure(series: [Series(name: "g", x: [0, 1], y: [2, 3])]),
      Figure(series: [Series(name: "f", x: [0, 1], y: [2, 3.0.nextUp])]),
      Figure(series: [Series(name: "f", x: [-0.0, 1], y: [2, 3])]),
      Figure(series: [Series(name: "f", x: [1, 0], y: [2, 3])]),
      Figure(series: [Series(name: "f", x: [0], y: [2])]),
    ]
    #expect(Set(figures.map(\.digest)).count == figures.count)
  }

  @Test func `any flipped bit changes the digest`() {
    let y: [Double] = [1, -2.5, 1e300]
    let digest = Figure(series: [Series(x: y, y: y)]).digest
    for index in y.indices {
      for bit in 0..<64 {
        var flipped = y
        flipped[index] = Double(bitPattern: y[index].bitPattern ^ (1 << UInt64(bit)))
        #expect(Figure(series: [Series(x: y, y: flipped)]).digest != digest)
      }
    }
  }
}
