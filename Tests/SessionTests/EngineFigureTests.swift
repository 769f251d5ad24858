import Diagnostics
import Graphics
import Testing

@testable import Session

/// Figures from both forms of `plot`.
@Suite struct EngineFigureTests {
  private func figures(_ text: String) -> [Figure] {
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    #expect(outcome.errors.map(\.message) == [])
    return outcome.outputs.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  @Test func pointsAndTitles() throws {
    let found = figures("plot([1, 2, 4], [0.5, -1, 3], title: \"título\", x: \"t\", y: \"v\")")
    let figure = try #require(found.first)
    #expect(found.count == 1)
    #expect(figure.title == "título")
    #expect(figure.xLabel == "t")
    #expect(figure.yLabel == "v")
    #expect(figure.series.map(\.x) == [[1, 2, 4]])
    #expect(figure.series.map(\.y) == [[0.5, -1, 3]])
  }

  @Test func titlesMayBeMissing() throws {
    let figure = try #require(figures("plot([1, 2], [3, 4], y: \"v\")").first)
    #expect(figure.title == nil)
    #expect(figure.xLabel == nil)
    #expect(figure.yLabel == "v")
  }

  @Test func functionsAreSampledFromEndToEnd() throws {
    let figure = try #require(
      figures("func square(_ x: Double) -> Double { x * x }\nplot(square, over: -1...3)").first)
    let series = try #require(figure.series.first)
    #expect(series.x.count > 100)
    #expect(series.x.first == -1)
    #expect(series.x.last == 3)
    #expect(series.x == series.x.sorted())
    #expect(series.y == series.x.map { $0 * $0 })
    #expect(series.name == "square")
  }

  @Test func closuresMayBePlotted() throws {
    let found = figures(
      "let k = 3.0\nplot({ $0 * k }, over: 0...2, title: \"a\")\nplot({ x in x + k }, over: 0...1)")
    #expect(found.map { $0.series.first?.y.last } == [6, 4])
    #expect(found.map { $0.series.first?.name } == ["", ""])
  }

  @Test func figuresAndTextComeInOrder() {
    let text = "print(1)\nplot([0, 1], [0, 1])\nprint(2)\nprint(3)\nplot([0, 1], [1, 0])\n7"
    let outputs = Engine().run(SourceText(name: "cell", text: text)).outputs
    let kinds = outputs.map { output in
      switch output {
      case .text(let text): text
      case .value(let value): "value " + value
      case .figure: "figure"
      case .formula: "formula"
      case .table: "table"
      }
    }
    #expect(kinds == ["1\n", "figure", "2\n3\n", "figure", "value 7"])
  }

  @Test func whatCannotBePlottedTraps() {
    for text in [
      "plot([1, 2], [1])", "plot({ $0 }, over: 1...1)", "plot({ $0 }, over: 0...(Double.infinity))",
      "plot({ [$0][Int($0) + 1] }, over: 0...1)",
    ] {
      let outcome = Engine().run(SourceText(name: "cell", text: text))
      #expect(outcome.errors.count == 1, "\(text)")
      #expect(outcome.errors.first?.id.hasPrefix("trap.") == true, "\(text)")
      #expect(outcome.outputs == [])
    }
  }

  @Test func emptyAndUnusualNumbersArePlotted() {
    #expect(figures("plot([], [])").count == 1)
    #expect(figures("plot([1, 2], [Double.nan, Double.infinity])").count == 1)
    #expect(figures("plot({ 1 / $0 }, over: -1...1)").count == 1)
  }
}
