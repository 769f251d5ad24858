import Testing

@testable import Graphics

@Suite struct FigureTests {
  @Test func `values are equal by their bits, and NaN to every NaN`() {
    let nan = Series(name: "f", x: [1], y: [.nan])
    #expect(nan == Series(name: "f", x: [1], y: [-.signalingNaN]))
    #expect(nan.hashValue == Series(name: "f", x: [1], y: [-.signalingNaN]).hashValue)
    #expect(Series(x: [0], y: [0]) != Series(x: [0], y: [-0.0]))
    #expect(Series(x: [0], y: [0]) != Series(x: [0, 1], y: [0, 1]))
  }

  @Test func `texts are equal by their bytes`() {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    #expect(composed == decomposed)
    #expect(Figure(title: composed) != Figure(title: decomposed))
    #expect(
      Figure(series: [Series(name: composed, x: [], y: [])])
        != Figure(series: [Series(name: decomposed, x: [], y: [])]))
    #expect(Figure(title: nil) != Figure(title: ""))
    #expect(Figure(xLabel: "x") != Figure(yLabel: "x"))
    #expect(Figure(title: "a") == Figure(title: "a"))
  }

  @Test func `the longer of two arrays is cut`() {
    let series = Series(x: [1, 2, 3], y: [4, 5])
    #expect(series.count == 2)
    #expect(series.x == [1, 2])
  }
}
