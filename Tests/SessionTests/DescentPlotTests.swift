import Diagnostics
import Graphics
import Testing

@testable import Session

/// A descent that plots itself over its function.
@Suite struct DescentPlotTests {
  private func outcome(_ text: String) -> CellOutcome { Engine().run(SourceText(name: "cell", text: text)) }

  private func figure(_ text: String) throws -> Figure {
    let outcome = outcome(text)
    #expect(outcome.errors.map(\.message) == [])
    let figures = outcome.outputs.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    #expect(figures.count == 1)
    return try #require(figures.first)
  }

  private static let functions = """
    func square(_ x: Double) -> Double { x * x }
    func bowl(_ x: Double, _ y: Double) -> Double { x * x + 2 * y * y }
    func vector(_ v: [Double]) -> Double { v.reduce(0) { $0 + $1 * $1 } }
    let halving = GradientDescent(rate: 0.25)

    """

  @Test func aSearchLiesOnItsCurve() throws {
    let figure = try figure(
      Self.functions
        + "plot(minimize(square, from: 4, using: halving, steps: 3), title: \"t\", x: \"a\", y: \"b\")")
    #expect([figure.title, figure.xLabel, figure.yLabel] == ["t", "a", "b"])
    #expect(figure.series.map(\.mark) == [.line, .path])
    #expect(figure.series.map(\.name) == ["square", ""])
    #expect(figure.series[1].x == [4, 2, 1, 0.5])
    #expect(figure.series[1].y == [16, 4, 1, 0.25])
    #expect(figure.verdicts == [.stillMoving])
    #expect(figure.field == nil)
    let curve = figure.series[0]
    #expect(curve.count == 201)
    #expect(curve.y == curve.x.map { $0 * $0 })
    // A quarter of the points' extent on each side.
    #expect(curve.x.first == 0.5 - 0.875)
    #expect(curve.x.last == 4 + 0.875)
  }

  @Test func aSearchOfTwoNumbersLiesOverLevelCurves() throws {
    let figure = try figure(Self.functions + "plot(minimize(bowl, from: (4, 1), using: halving, steps: 2))")
    #expect(figure.series.map(\.mark) == [.path])
    #expect(figure.series[0].x == [4, 2, 1])
    #expect(figure.series[0].y == [1, 0, 0])
    #expect(figure.verdicts == [.stillMoving, .stillMoving])
    let field = try #require(figure.field)
    #expect(field.name == "bowl")
    #expect(field.values.count <= 4000)
    #expect([field.x.first, field.x.last] == [0.25, 4.75])
    #expect([field.y.first, field.y.last] == [-0.25, 1.25])
    #expect(field.values == field.y.flatMap { y in field.x.map { $0 * $0 + 2 * y * y } })
    let values = [18.0, 4, 1]
    #expect(
      field.levels.count { level in zip(values, values.dropFirst()).contains { $0 >= level && level > $1 } }
        >= 4)
  }

  @Test func arraysOfOneAndTwoNumbersArePlottedToo() throws {
    let one = try figure(Self.functions + "plot(minimize(vector, from: [4], using: halving, steps: 3))")
    #expect(one.series.map(\.mark) == [.line, .path])
    let two = try figure(
      Self.functions + "plot(minimize(vector, from: [4, 1], using: halving, steps: 3), over: 0...5, -1...1)")
    #expect(two.field?.x.last == 5)
    #expect(two.field?.y.first == -1)
    #expect(two.field?.name == "vector")
  }

  @Test(arguments: ["0.99...1.01, 0.98...1.02", "-2...2, -1...3", "-90...90, -90...90", "3...4, 0...1"])
  func thereAreLevelCurvesWhereverOneLooks(ranges: String) throws {
    let figure = try figure(
      """
      func valley(_ x: Double, _ y: Double) -> Double { pow(1 - x, 2) + 100 * pow(y - x * x, 2) }
      plot(minimize(valley, from: (-1.2, 1), using: BFGS(), steps: 60), over: \(ranges))
      """)
    let field = try #require(figure.field)
    #expect(field.levels.count >= 3)
    let values = field.values.sorted()
    for level in field.levels { #expect(values[7] < level && level < values[values.count - 8]) }
  }

  @Test func intervalsAreThoseGiven() throws {
    let figure = try figure(
      Self.functions + "plot(minimize({ $0 * $0 }, from: 4, using: halving, steps: 3), over: -1...3)")
    #expect(figure.series[0].x.first == -1 && figure.series[0].x.last == 3)
    #expect(figure.series[0].name == "")
    #expect(figure.series[1].x == [4, 2, 1, 0.5])
    #expect(figure.description(language: "en").contains("1 point lies outside the figure"))
  }

  @Test(arguments: [
    ("square, from: 3, using: halving, steps: 0", 1.5, 4.5),
    ("square, from: 0, using: halving, steps: 9", -1, 1),
  ])
  func aSearchThatStandsStillIsSeen(arguments: String, lower: Double, upper: Double) throws {
    let figure = try figure(Self.functions + "plot(minimize(\(arguments)))")
    #expect(figure.series[0].x.first == lower && figure.series[0].x.last == upper)
  }

  @Test func aCoordinateThatStandsStillIsAsWideAsTheOther() throws {
    let figure = try figure(Self.functions + "plot(minimize(bowl, from: (4, 0), using: halving, steps: 2))")
    let field = try #require(figure.field)
    #expect([field.x.first, field.x.last] == [0.25, 4.75])
    #expect([field.y.first, field.y.last] == [-2.25, 2.25])
  }

  @Test func pointsThatAreNotFiniteAreLeftOutAndSaid() throws {
    let figure = try figure(
      "plot(minimize({ x in log(x) }, from: 2.0, using: GradientDescent(rate: 0.6), steps: 50))")
    #expect(figure.verdicts == [.notFinite(step: 5)])
    let words = figure.description(language: "en")
    #expect(words.contains("1 point is not finite and is left out"))
    #expect(words.hasSuffix("The search is not a finite number from step 5 on."))
    #expect(figure.summary.contains("path: 6 points, 1 not finite"))
    #expect(figure.svg(language: "en").contains(">start to end, 5 steps, 1 not finite<"))
  }

  @Test func theFunctionIsAskedAtMostFourThousandTimes() throws {
    for (start, limit) in [("[4]", 250), ("[4, 1]", 4000)] {
      let text = """
        var count = 0
        let found = minimize({ (v: [Double]) in
          count += 1
          return v.reduce(0) { $0 + $1 * $1 }
        }, from: \(start), using: GradientDescent(rate: 0.25), steps: 5)
        count = 0
        plot(found)
        print(count)
        """
      let outcome = outcome(text)
      #expect(outcome.errors.map(\.message) == [])
      guard case .text(let printed)? = outcome.outputs.last else { continue }
      let count = try #require(Int(printed.dropLast()))
      #expect(count > 100 && count <= limit)
    }
  }

  @Test func aFigureIsTheSameEachTime() throws {
    let text = Self.functions + "plot(minimize(bowl, from: (4, 1), using: Momentum(rate: 0.05), steps: 60))"
    let (first, second) = (try figure(text), try figure(text))
    #expect(first == second)
    #expect(first.svg(language: "en").utf8.elementsEqual(second.svg(language: "en").utf8))
    #expect(first.svg(language: "en").utf8.count < 40_000)
  }

  /// Searches that end far away, or at once, or where the function is not a number.
  @Test(arguments: [
    "minimize({ x in x * x }, from: 2, using: GradientDescent(rate: 1.5), steps: 2000)",
    "minimize({ x in -exp(x * x) }, from: 2, using: GradientDescent(rate: 1), steps: 10)",
    "minimize({ x, y in x * x - y * y }, from: (1, 1e-300), using: GradientDescent(rate: 1), steps: 900)",
    "minimize({ x, y in sqrt(x) + sqrt(y) }, from: (0.1, 1), using: GradientDescent(rate: 0.1), steps: 9)",
    "minimize({ x, y in 0 }, from: (1, 1), using: GradientDescent(rate: 0.1), steps: 9)",
    "minimize({ x, y in x }, from: (1e300, 1e-300), using: GradientDescent(rate: 1e300), steps: 9)",
  ])
  func unusualSearchesArePlotted(search: String) throws {
    let figure = try figure("plot(\(search))")
    let svg = figure.svg(language: "en")
    #expect(svg.utf8.count < 60_000)
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  @Test(arguments: [
    (
      "plot(minimize({ x, y, z in x * y * z }, from: (1, 1, 1), using: halving, steps: 2))",
      "'plot' draws descents of one or two numbers, and this one has 3: plot its 'values' or single coordinates "
        + "against the steps"
    ),
    (
      "plot(minimize(vector, from: [], using: halving, steps: 2))",
      "'plot' draws descents of one or two numbers, and this one has 0: plot its 'values' or single coordinates "
        + "against the steps"
    ),
    (
      "plot(minimize(square, from: 1, using: halving, steps: 2), over: 0...1, 0...1)",
      "'plot' needs one interval for a descent of one number: here are two"
    ),
    (
      "plot(minimize(bowl, from: (1, 1), using: halving, steps: 2), over: 0...1)",
      "'plot' needs two intervals for a descent of two numbers: here is one"
    ),
    (
      "plot(minimize(square, from: 1, using: halving, steps: 2), over: 1...1)",
      "'plot' needs an interval with two different finite ends"
    ),
    (
      "plot(minimize(square, from: 1, using: halving, steps: 2), over: 1...1.0000000000000002)",
      "'plot' needs an interval that is wide enough to be divided"
    ),
    (
      "plot(minimize({ x in log(x) }, from: -1, using: halving, steps: 2))",
      "'plot' found no finite point in the descent: give it an interval with 'over'"
    ),
  ])
  func whatCannotBePlottedSaysWhatToDo(text: String, message: String) {
    let outcome = outcome(Self.functions + text)
    #expect(outcome.errors.map(\.message) == [message])
    #expect(outcome.outputs == [])
  }
}
