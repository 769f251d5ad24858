import Testing

@testable import Graphics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct FigureSVGTests {
  /// The fixtures are drawings that were looked at. After a change of looks, look again at what
  /// `RECORD_FIXTURES=1 swift test --filter Graphics` writes, then commit it.
  @Test(arguments: [
    ("parabola", Samples.parabola, "es"),
    (
      "two-series",
      Figure(
        xLabel: "epoch", yLabel: "loss",
        series: [
          Samples.series("training", over: 0...40, steps: 20) { 1 / (1 + $0 / 4) },
          Samples.series("validation & test", over: 0...40, steps: 20) { $0 == 20 ? .nan : 1 / (1 + $0 / 8) },
        ]), "en"
    ),
    ("search", Samples.search, "en"), ("search-on-curve", Samples.searchOnCurve, "es"),
    ("no-data", Figure(title: "Nothing", series: [Series(name: "f", x: [0], y: [.nan])]), "en"),
  ])
  func `drawings are those of the fixtures`(name: String, figure: Figure, language: String) throws {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let file = URL(filePath: parts.dropLast(2).joined(separator: "/") + "/Fixtures/\(name).svg")
    let svg = Figure.standalone(figure.svg(language: language))
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
      try Data(svg.utf8).write(to: file)
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let (lines, expectedLines) = (svg.split(separator: "\n"), expected.split(separator: "\n"))
    for (line, expectedLine) in zip(lines, expectedLines) where line != expectedLine {
      Issue.record("\(line)\nis not\n\(expectedLine)")
      break
    }
    #expect(lines.count == expectedLines.count)
    #expect(svg.utf8.elementsEqual(expected.utf8))
  }

  @Test func `a figure of two hundred points is small, one of many is bounded`() {
    #expect(Samples.parabola.svg(language: "es").utf8.count < 2500)
    #expect(Samples.search.svg(language: "es").utf8.count < 4000)
    var random = SeededGenerator(state: 5)
    let steps = (0..<100_000).map(Double.init)
    let noise = steps.map { _ in Double.random(in: -1...1, using: &random) }
    let holes = steps.map { Int($0) % 3 == 0 ? .nan : $0 }
    for series in [
      Series(x: steps, y: noise), Series(x: noise, y: steps), Series(x: noise, y: noise.reversed()),
      Series(x: steps, y: holes), Series(x: noise, y: holes),
      Series(x: noise, y: noise.reversed(), mark: .path),
    ] {
      #expect(Figure(series: [series]).svg(language: "es").utf8.count < 60_000)
    }
    let sides = (0..<61).map(Double.init)
    let levels = (0..<16).map { Double($0) / 8 - 1 }
    let rough = Field(x: sides, y: sides, values: Array(noise.prefix(3721)), levels: levels)
    #expect(Figure(field: rough).svg(language: "es").utf8.count < 60_000)
  }

  @Test func `every mark is bounded however much data it has`() throws {
    var random = SeededGenerator(state: 8)
    let many = (0..<100_000).map(Double.init)
    let noise = many.map { _ in Double.random(in: -1...1, using: &random) }
    for mark in Mark.allCases {
      let series = Series(
        name: "a", x: many, y: noise, mark: mark, channels: [noise.reversed(), noise],
        texts: mark == .text ? ["a"] : many.map { "name \($0)" })
      #expect(Figure(series: [series]).svg(language: "en").utf8.count < 90_000, "\(mark)")
    }
    let sides = (0..<500).map(Double.init)
    let values = (0..<250_000).map { noise[$0 % 99_991] }
    for style in Field.Style.allCases where style != .contours {
      let field = try #require(
        Field(x: sides, y: sides, values: values, levels: [-0.5, 0, 0.5], style: style))
      #expect(Figure(field: field).svg(language: "en").utf8.count < 90_000, "\(style)")
    }
  }

  @Test func `texts are escaped`() {
    let hostile = "<script>alert(\"&amp;\")</script>\u{0}\u{1B}\u{FFFE} ]]> '"
    let series = Series(name: hostile, x: [0, 1], y: [0, 1])
    let figure = Figure(title: hostile, xLabel: hostile, yLabel: hostile, series: [series, series])
    let svg = figure.svg(language: "es")
    #expect(flaw(inXML: svg) == nil)
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;alert(&quot;&amp;amp;&quot;)&lt;/script&gt;"))
    let spoken = figure.svg(language: "es", alternative: hostile)
    #expect(flaw(inXML: spoken) == nil)
    #expect(!spoken.contains("<script"))
  }

  @Test func `any bits give a well-formed drawing with finite coordinates, always the same`() throws {
    var random = SeededGenerator(state: 6)
    for round in 0..<400 {
      let figure = Self.hostileFigure(&random)
      let svg = figure.svg(language: "en")
      #expect(flaw(inXML: svg) == nil, "round \(round)")
      for path in Self.values(of: "d", in: svg) {
        let places = try #require(DrawnPath(path)?.places, "round \(round): \(path.prefix(200))")
        #expect(
          places.allSatisfy { $0.x.magnitude < 1000 && $0.y.magnitude < 1000 }, "round \(round): \(path)")
      }
      for length in ["x", "y", "cx", "cy"].flatMap({ Self.values(of: $0, in: svg) }) {
        #expect((Double(length) ?? .nan).magnitude < 1000, "round \(round): \(length)")
      }
      #expect(figure.svg(language: "en") == svg)
      #expect(figure.summary == figure.summary)
      #expect(!figure.summary.contains("nan") && !figure.summary.contains("inf"))
      #expect(Figure.isRecordingLine(figure.recordingLine))
    }
  }

  @Test func `gaps, lone points and constants are seen`() {
    let gap = Figure(series: [Series(x: [0, 1, 2, 3, 4, 5, 6], y: [0, 1, .nan, 3, .infinity, 5, 6])])
    let paths = Self.values(of: "d", in: gap.svg(language: "en"))
    let drawn = paths.compactMap { DrawnPath($0)?.commands }
    #expect(drawn.contains("Mlml"))
    #expect(drawn.contains("Mh"))
    let denormal = Figure(series: [Series(x: [0, .leastNonzeroMagnitude], y: [0, .leastNonzeroMagnitude])])
    #expect(Self.values(of: "d", in: denormal.svg(language: "en")).contains { $0.hasSuffix("h0") })
  }

  @Test func `a legend names several series, bounded`() {
    func figure(_ count: Int) -> Figure {
      Figure(series: (0..<count).map { Series(name: "curve \($0)", x: [0, 1], y: [0, Double($0)]) })
    }
    #expect(!figure(1).svg(language: "en").contains(">curve 0<"))
    #expect(figure(2).svg(language: "en").contains(">curve 1<"))
    let legend = Legend(figure(300), width: Style.width - 2 * Layout.margin)
    #expect(legend.rows == 4)
    #expect(legend.entries.count + legend.omitted == 300)
    #expect(figure(300).svg(language: "en").contains(">+ \(legend.omitted)<"))
    #expect(Legend(Figure(series: [Series(x: [], y: []), Series(x: [], y: [])]), width: 544).rows == 0)
  }

  private static func hostileFigure(_ random: inout SeededGenerator) -> Figure {
    let texts: [String?] = [
      nil, "", "a", "<&>\"'", String(repeating: "ñandú ", count: 300), "\u{0}\n\u{202E}", "日本語",
    ]
    let series = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let count = Int.random(in: 0...60, using: &random)
      let x = (0..<count).map { _ in random.anything() }
      let y = (0..<count).map { _ in random.anything() }
      return Series(
        name: (texts.randomElement(using: &random) ?? nil) ?? "", x: x, y: y,
        mark: Mark.allCases.randomElement(using: &random) ?? .line,
        channels: (0..<Int.random(in: 0...2, using: &random)).map { _ in x.map { _ in random.anything() } },
        texts: (0..<count).map { _ in (texts.randomElement(using: &random) ?? nil) ?? "" })
    }
    let values = (0..<12).map { _ in random.anything() }
    let sides = (0..<7).map { _ in random.anything() }.sorted()
    let style = Field.Style.allCases.randomElement(using: &random) ?? .contours
    let field = Field(
      name: (texts.randomElement(using: &random) ?? nil) ?? "",
      x: style.hasCells ? [0, 1, 2, 3] : Array(sides[..<4]),
      y: style.hasCells ? [0, 1, 2] : Array(sides[4...]),
      values: values, levels: (0..<5).map { _ in random.anything() }, style: style)
    func options(_ random: inout SeededGenerator) -> AxisOptions {
      let ends = [random.finite(), random.finite()].sorted()
      return AxisOptions(
        scale: ScaleKind.allCases.randomElement(using: &random) ?? .linear,
        limits: random.next() % 3 == 0 && ends[0] < ends[1] ? ends[0]...ends[1] : nil,
        ticks: random.next() % 3 == 0 ? (0..<4).map { _ in random.anything() } : nil,
        names: random.next() % 3 == 0 ? ["a", "\u{0}<", "c"] : [])
    }
    var figure = Figure(
      title: texts.randomElement(using: &random) ?? nil, xLabel: texts.randomElement(using: &random) ?? nil,
      yLabel: texts.randomElement(using: &random) ?? nil, field: field, series: series,
      verdicts: Verdict([Double(Int.random(in: 0...6, using: &random)), random.anything(), random.anything()])
        .map { [$0, .stillMoving] } ?? [])
    if random.next() % 2 == 0 { (figure.x, figure.y) = (options(&random), options(&random)) }
    if random.next() % 4 == 0 {
      let panel = figure
      figure = Figure(title: figure.title)
      figure.panels = Array(repeating: panel, count: Int.random(in: 1...5, using: &random))
      figure.columns = Int.random(in: -1...5, using: &random)
    }
    return figure
  }

  private static func values(of attribute: String, in svg: String) -> [Substring] {
    svg.split(separator: " \(attribute)=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
  }
}
