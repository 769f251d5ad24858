import Testing

@testable import Graphics

@Suite struct SummaryTests {
  @Test func `the parabola is summed up`() {
    #expect(Samples.parabola.summary == "line f: 201 points, x -5…5, y 2.875…69")
    #expect(
      Samples.parabola.recordingLine == "[figure] line f: 201 points, x -5…5, y 2.875…69 · aaa6fdb15af6bf08")
  }

  private static let summaries: [([Series], String)] = [
    ([], "empty"),
    ([Series(x: [], y: [])], "line: 0 points"),
    ([Series(name: "p", x: [3], y: [4])], "line p: 1 point, x 3, y 4"),
    ([Series(name: "c", x: [0, 1], y: [-0.0, 0])], "line c: 2 points, x 0…1, y 0"),
    ([Series(name: "n", x: [0, .nan], y: [.infinity, 1])], "line n: 2 points, 2 not finite"),
    (
      [
        Series(name: "a", x: [0, 1, 2], y: [1, .nan, 1e-7]),
        Series(name: "b", x: [-1e300, 1], y: [1.0 / 3, 1]),
      ],
      "line a: 3 points, 1 not finite, x 0…2, y 1e-7…1; line b: 2 points, x -1e300…1, y 0.333333…1"
    ),
    (
      [Series(name: "far", x: [1e6, 1e6 + 3], y: [1, 1.0.nextUp])],
      "line far: 2 points, x 1e6…1.000003e6, y 1…1.0000000000000002"
    ),
    ([Series(name: " two\n\n\u{0}words\t", x: [1], y: [1])], "line two words: 1 point, x 1, y 1"),
  ]

  @Test(arguments: Self.summaries)
  func `series are summed up`(series: [Series], summary: String) {
    #expect(Figure(series: series).summary == summary)
  }

  @Test func `summaries are bounded`() {
    let name = String(repeating: "e\u{301}", count: 100_000)
    let figure = Figure(series: (0..<500).map { _ in Series(name: name, x: [1], y: [1]) })
    #expect(figure.summary.hasSuffix("…: 1 point, x 1, y 1; 492 more"))
    #expect(figure.summary.utf8.count < 2000)
  }
}

@Suite struct FigureRecordingTests {
  @Test func `recordings are read back`() {
    for figure in [
      Figure(), Samples.parabola, Figure(series: [Series(name: " · 0123456789abcdef", x: [1], y: [2])]),
    ] {
      #expect(FigureRecording(line: figure.recordingLine) == FigureRecording(figure))
      #expect(FigureRecording(figure).line == figure.recordingLine)
      #expect(Figure.isRecordingLine(figure.recordingLine))
    }
  }

  @Test func `the digest may be missing`() {
    let recording = FigureRecording(line: "  [figure] line f: 200 points, x -5…5, y 2.875…69\r\n")
    #expect(recording?.summary == "line f: 200 points, x -5…5, y 2.875…69")
    #expect(recording?.digest == nil)
    #expect(FigureRecording(line: "[figure] a · 0123456789ABCDEF")?.digest == nil)
  }

  @Test func `other lines are not recordings`() {
    for line in ["", "figure", "[figure]", "[figures] a", "13.0", "a [figure] b"] {
      #expect(!Figure.isRecordingLine(line), "\(line)")
    }
  }
}
