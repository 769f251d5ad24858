import Diagnostics
import Graphics
import Testing

@testable import Session

/// Figures that cells put together mark by mark.
@Suite struct FigureGrammarTests {
  private func figures(_ text: String) -> [Figure] {
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    #expect(outcome.errors.map(\.message) == [])
    return outcome.outputs.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  @Test(arguments: [
    ("line([0, 1], [2, 3], name: \"a\")", "line a: 2 points, x 0…1, y 2…3"),
    ("line([5, 6, 7])", "line: 3 points, x 0…2, y 5…7"),
    ("function({ $0 * $0 }, over: -1...1, name: \"f\")", "line f: 201 points, x -1…1, y 0…1"),
    (
      "scatter([1, 2], [3, 4], colours: [0, 9], sizes: [1, 2])",
      "scatter: 2 points, x 1…2, y 3…4, colours 0…9, sizes 1…2"
    ),
    ("bars([\"a\", \"b\"], [1, 4])", "bars: 2 bars, 1…4"),
    ("histogram([0, 1, 1, 4], bins: 4)", "histogram: 4 bins, x 0…4, 0…2"),
    ("band([0, 1], [1, 2], [3, 5])", "band: 2 points, x 0…1, y 1…2, upper 3…5"),
    (
      "contours({ x, y in x + y }, over: 0...1, 0...2, levels: [1])",
      "contours: 61×61 points, x 0…1, y 0…2, 1 level 1"
    ),
    (
      "filledContours({ x, y in x }, over: 0...1, 0...1)",
      "filled contours: 61×61 points, x 0…1, y 0…1, 9 levels 0.1…0.9"
    ),
    ("heatmap([[1, 2, 3], [4, 5, 6]])", "heatmap: 2×3 cells, 1…6"),
    ("heatmap([[1]], annotated: true)", "annotated heatmap: 1×1 cells, 1"),
    (
      "vectorField({ x, y in (y, -x) }, over: 0...1, 0...1, count: 3)",
      "vectors: 9 arrows, 9 points, x 0…1, y 0…1"
    ),
    ("tangent(to: { $0 * $0 }, at: 3, over: 0...4, name: \"t\")", "line t: 2 points, x 0…4, y -9…15"),
    ("text(\"here\", at: (1, 2))", "text: 'here', 1 point, x 1, y 2"),
    ("arrow(from: (0, 1), to: (2, 3))", "arrow: 1 point, x 0, y 1, to x 2, y 3"),
    ("horizontalLine(at: 3, name: \"goal\")", "horizontal goal: y 3"),
    ("verticalLine(at: -1)", "vertical: x -1"),
    (
      "descent(minimize({ $0 * $0 }, from: 1, using: GradientDescent(rate: 0.25), steps: 2))",
      "path: 3 points, x 0.25…1, y 0.0625…1"
    ),
  ])
  func marksSayWhatTheyShow(call: String, summary: String) throws {
    let figure = try #require(figures("Figure().\(call)").first)
    #expect(figure.summary == summary)
    for language in ["en", "es"] {
      let svg = figure.svg(language: language)
      #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>\n"))
      #expect(!svg.contains("nan") && !svg.contains("{0}") && !svg.contains("{1}"))
    }
  }

  @Test(arguments: [
    "labels(x: \"a\")", "labels(y: \"a\")", "scale(x: .log)", "scale(y: .log)", "scale(y: .symmetricLog)",
    "limits(x: 1...2)", "limits(y: 1...2)", "ticks(x: [1, 2])", "ticks(y: [])", "grid(false)",
    "legend(false)",
    "line([1, 2, 3])", "text(\"b\", at: (1, 1))",
  ])
  func everyOptionChangesTheDigestAndIsTold(call: String) throws {
    let plain = "Figure().line([1, 2], [1, 3], name: \"a\").line([1, 2], [3, 1], name: \"b\")"
    let found = figures("\(plain).show()\n\(plain).\(call)")
    try #require(found.count == 2)
    #expect(found[0].digest != found[1].digest)
    #expect(found[1].changes(from: found[0]).count == 1)
  }

  @Test func panelsShowFiguresSideBySide() throws {
    let figure = try #require(
      figures("Figure.panels([Figure().line([1, 2]), Figure(title: \"b\").bars([\"c\"], [1])], columns: 2)")
        .first)
    #expect(figure.panels.count == 2 && figure.columns == 2 && figure.panels[1].title == "b")
    #expect(figure.summary == "2 panels in 2 columns: [line: 2 points, x 0…1, y 1…2] [bars: 1 bars, 1]")
    #expect(figure.description(language: "en").contains("Panel 2, b: Bar chart. 1 bars: c 1."))
    var other = figure
    other.panels[1].title = "d"
    #expect(figure.changes(from: other) == ["panel 2: the title was 'd' and is 'b'"])
    #expect(figure.digest != other.digest)
  }

  @Test func logarithmicAxesLeaveOutAndSayIt() throws {
    let figure = try #require(figures("Figure().line([1, 2, 3, 4], [-1, 0, 10, 100]).scale(y: .log)").first)
    #expect(
      figure.description(language: "en").contains(
        "points that are not positive, which a logarithmic axis cannot show: 2"))
    #expect(figure.description(language: "es").contains("El eje vertical es logarítmico"))
  }

  @Test(arguments: [
    ("Figure().line([1], [1, 2])", "'line' needs as many values of y as values of x: here are 2 and 1"),
    (
      "Figure().bars([\"a\"], [])",
      "'bars' needs as many heights as names: here are 1 names and 0 heights"
    ),
    ("Figure().heatmap([])", "'heatmap' needs at least one row with one number"),
    (
      "Figure().heatmap([[1, 2], [3]])",
      "'heatmap' needs rows of one length: row 0 has 2 numbers, row 1 has 1"
    ),
    ("Figure().function({ $0 }, over: 1...1)", "'function' needs an interval with two different finite ends"),
    ("Figure().limits(x: 0...Double.infinity)", "'limits' needs two different finite ends for x"),
    (
      "Figure().line([1, 2]).scale(y: .log).limits(y: 0...1)",
      "a logarithmic axis shows positive numbers: the limits of y begin at or below 0"
    ),
    (
      "Figure().heatmap([[1]]).heatmap([[1]])",
      "a figure has one heatmap or contours, and this one has heatmap already: put each into a panel of its own"
    ),
    (
      "Figure.panels([Figure.panels([Figure()])])",
      "'panels' takes figures without panels: put all of them into one list"
    ),
    (
      "Figure.panels([Figure()]).line([1])",
      "a figure of panels shows nothing else: add marks and options to its panels"
    ),
    ("Figure().histogram([1], bins: 0)", "'histogram' has 1 to 1000 bins: here are 0"),
  ])
  func whatMakesNoSenseStopsTheCell(source: String, message: String) {
    let outcome = Engine().run(SourceText(name: "cell", text: source))
    #expect(outcome.errors.map(\.message) == [message])
    #expect(outcome.errors.map(\.id) == ["trap.fatal"])
  }

  @Test func figuresAreValues() throws {
    let found = figures("let a = Figure().line([1, 2])\nlet b = a.line([3, 4])\na.show()\nb")
    #expect(found.map(\.series.count) == [1, 2])
  }

  @Test(arguments: [
    "Figure().line([Double.nan, 1e308, -1e308, Double.infinity])", "Figure().line([0, 0, 0]).scale(y: .log)",
    "Figure().bars([], [])", "Figure().histogram([])", "Figure().histogram([1e308, -1e308, Double.nan])",
    "Figure().scatter([], [], colours: [])",
    "Figure().heatmap([[Double.nan, 1e308], [-1e308, 0]], annotated: true)",
    "Figure().filledContours({ x, y in Double.nan }, over: 0...1, 0...1)",
    "Figure().filledContours({ x, y in 1 }, over: 0...1, 0...1)",
    "Figure().vectorField({ x, y in (1e308, Double.nan) }, over: 0...1, -1e308...1e308)",
    "Figure().line([1, 2]).limits(x: 5...6, y: -1e308...1e308)", "Figure().text(\"\", at: (Double.nan, 0))",
    "Figure().line((0..<200_000).map { Double($0) }).scale(x: .symmetricLog, y: .symmetricLog)", "Figure()",
    "Figure().bars((0..<3000).map { \"n\\($0)\" }, (0..<3000).map { Double($0) })",
  ])
  func anyDataGiveABoundedFigure(source: String) throws {
    let figure = try #require(figures(source).first)
    let svg = figure.svg(language: "es")
    #expect(svg.utf8.count < 60_000)
    #expect(!svg.contains("\"nan") && !svg.contains("inf\""))
  }

  /// Cells can reach what a figure keeps, and get an error for what makes no sense.
  @Test(arguments: [
    "_counts = [1, 5, -3]", "_counts = [-1, 0]", "_counts = [1, -1]", "_counts = [9, 0]", "_counts = []",
    "_counts = [1, 2, 1, 9]", "_numbers = []", "_texts = [\"line\"]",
  ])
  func damagedFiguresAreErrors(change: String) {
    let text = "var f = Figure().line([1, 2], name: \"a\")\nf.\(change)\nf"
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    #expect(outcome.errors.map(\.message) == ["this figure holds what none of its methods puts there"])
  }

  @Test func numbersThatAreNoneCountForNothing() {
    #expect(figures("Figure()._with(\"panels\", [], [[1e300]])").map(\.columns) == [1])
    let bins = figures("Figure()._with(\"histogram\", [\"a\"], [[.nan], [1, 2]])")
    #expect(bins.map(\.series.count) == [1])
  }
}
