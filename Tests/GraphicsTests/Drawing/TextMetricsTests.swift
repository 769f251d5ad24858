import Testing

@testable import Graphics

@Suite struct TextMetricsTests {
  @Test func `lines break between words, and the last is cut`() {
    let text = "uno dos tres cuatro cinco seis"
    let lines = TextMetrics.lines(text, width: 100, size: 13, limit: 3)
    #expect(lines == ["uno dos tres", "cuatro cinco", "seis"])
    let cut = TextMetrics.lines(text, width: 100, size: 13, limit: 2)
    #expect(cut.count == 2)
    #expect(cut[1].hasSuffix("…"))
    #expect(TextMetrics.lines(text, width: 1000, size: 13, limit: 3) == [text])
    #expect(TextMetrics.lines("", width: 100, size: 13, limit: 3) == [])
  }

  @Test func `what is cut fits`() {
    let long = String(repeating: "palabra ", count: 50)
    for width in stride(from: 20.0, to: 400, by: 7) {
      let cut = TextMetrics.truncated(long, to: width, size: 13)
      #expect(cut.hasSuffix("…"))
      #expect(TextMetrics.width(of: cut, size: 13) <= width)
    }
    #expect(TextMetrics.truncated("corta", to: 400, size: 13) == "corta")
  }
}

@Suite struct SVGWriterTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (-0.001, "0"), (12, "12"), (12.5, "12.5"), (12.345, "12.3"), (-0.25, "-.3"),
    (0.05, ".1"), (99.999, "100"), (.infinity, "1000000"), (-1e300, "-1000000"), (.nan, "-1000000"),
  ])
  func `lengths have one decimal at most`(value: Double, text: String) {
    #expect(SVGWriter.length(value) == text)
  }
}
