import Diagnostics
import Testing

@testable import Session

/// What methods of descent find, and what they say about it.
@Suite struct DescentTests {
  private static let functions = """
    func parabola(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }
    func composed(_ x: Double) -> Double { 3 * (2 * x * x - x - 2) + 1 }
    func wrong(_ x: Double) -> Double { 3 * x * x - 3 * x }
    func three(_ a: Double, _ b: Double, _ c: Double) -> Double { 2 * (3 * a * a - 2 * a + b * b + 1) + c }
    func rosenbrock(_ v: [Double]) -> Double { pow(1 - v[0], 2) + 100 * pow(v[1] - v[0] * v[0], 2) }
    func himmelblau(_ x: Double, _ y: Double) -> Double { pow(x * x + y - 11, 2) + pow(x + y * y - 7, 2) }

    """

  private func lines(_ text: String) -> [String] {
    let outcome = Engine().run(SourceText(name: "cell", text: Self.functions + text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    guard case .text(let printed)? = outcome.outputs.first else { return [] }
    return printed.split(separator: "\n").map(String.init)
  }

  /// The descents that end where they seem to only because they stop after an even number of steps.
  @Test func fixedStepsAlternate() {
    let text = """
      let f = minimize(parabola, from: 2.0, using: SignStep(rate: 0.01), steps: 250)
      print(f.point)
      print(f.verdict)
      let g = minimize(wrong, from: 2.0, using: SignStep(rate: 0.01), steps: 250)
      print(g.point)
      print(g.verdict)
      let h = minimize(composed, from: 2.0, using: SignStep(rate: 0.01), steps: 250)
      print(h.point)
      print(h.verdict)
      let y = minimize(three, from: (1, 1, 1), using: SignStep(rate: 0.05), steps: 250)
      print(y.point)
      for verdict in y.verdicts { print(verdict) }
      print(y.verdict)
      """
    #expect(
      lines(text) == [
        "0.7599999999999989", "alternates between 0.7499999999999989 and 0.7599999999999989",
        "0.49999999999999867", "alternates between 0.49999999999999867 and 0.5099999999999987",
        "0.25999999999999845", "alternates between 0.24999999999999845 and 0.25999999999999845",
        "(0.29999999999999966, -3.191891195797325e-16, -11.50000000000003)",
        "alternates between 0.29999999999999966 and 0.34999999999999964",
        "alternates between -3.191891195797325e-16 and 0.049999999999999684",
        "unbounded below along coordinate 2: it goes on falling",
        "unbounded below along coordinate 2: it goes on falling",
      ])
  }

  @Test func verdictsTellTheTruth() {
    let text = """
      print(minimize(parabola, from: 2.0, using: GradientDescent(rate: 0.1), steps: 250).verdict)
      print(minimize(parabola, from: 2.0, using: GradientDescent(rate: 0.001), steps: 50).verdict)
      print(minimize(parabola, from: 2.0, using: GradientDescent(rate: 0.5), steps: 50).verdict)
      print(minimize(parabola, from: 2.0, using: GradientDescent(rate: 0.6), steps: 50).verdict)
      print(minimize({ x in -x * x }, from: 1.0, using: GradientDescent(rate: 0.1), steps: 50).verdict)
      print(minimize({ x in exp(-x) }, from: 1.0, using: GradientDescent(rate: 0.1), steps: 50).verdict)
      print(minimize({ x in log(x) }, from: 2.0, using: GradientDescent(rate: 0.6), steps: 50).verdict)
      print(minimize(parabola, from: 2.0, using: GradientDescent(rate: 0.1), steps: 0).verdict)
      """
    #expect(
      lines(text) == [
        "converged: the last steps did not move it", "still moving", "alternates between -0.5 and 2.0",
        "diverges", "unbounded below along coordinate 0: it goes on falling", "still moving",
        "not a finite number from step 5 on", "still moving",
      ])
  }

  @Test(arguments: [
    "GradientDescent(rate: 0.1)", "Momentum(rate: 0.02)", "Momentum(rate: .constant(0.05), momentum: 0.5)",
    "Nesterov(rate: 0.02)", "Nesterov(rate: .constant(0.05), momentum: 0.5)", "AdaGrad(rate: 1)",
    "AdaGrad(rate: .constant(0.5))", "RMSProp(rate: .exponential(0.1, decay: 0.97))",
    "RMSProp(rate: .exponential(0.1, decay: 0.97), decay: 0.99)", "Adam(rate: 0.1)",
    "Adam(rate: .inverseTime(0.3, decay: 0.01), beta1: 0.8, beta2: 0.99)", "AdamW(rate: 0.1, decay: 0)",
    "AdamW(rate: .stepwise(0.2, factor: 0.5, every: 200), decay: 0)", "BFGS()",
    "SignStep(rate: .exponential(0.5, decay: 0.97))", "GradientDescent(rate: .warmUp(to: 0.1, over: 20))",
    "GradientDescent(rate: .cosine(from: 0.2, to: 0.05, over: 100))",
  ])
  func everyMethodFindsTheMinimum(_ method: String) {
    let found = lines(
      """
      let f = minimize(parabola, from: 2.0, using: \(method), steps: 1500)
      print(f.point)
      print(f.steps, f.points.count, f.values.count, f.value)
      """)
    #expect(found.first.flatMap { Double($0) }.map { abs($0 - 0.75) < 1e-3 } == true, "\(method): \(found)")
    #expect(found.last?.hasPrefix("1500 1501 1501 2.875") == true)
  }

  @Test func valleys() {
    let text = """
      let a = minimize(rosenbrock, from: [-1.2, 1], using: BFGS(), steps: 60)
      print(a.point)
      print(a.verdict)
      let b = minimize(himmelblau, from: (0, 0), using: BFGS(), steps: 40)
      print(abs(b.point.0 - 3) < 1e-9, abs(b.point.1 - 2) < 1e-9)
      let c = minimize({ (m: [[Double]]) in pow(m[0][0] - 1, 2) + pow(m[1][0] + 2, 2) }, from: [[0], [0]],
        using: GradientDescent(rate: 0.25), steps: 100)
      print(c.point)
      """
    #expect(
      lines(text) == [
        "[1.0, 1.0]", "converged: the last steps did not move it", "true true", "[[1.0], [-2.0]]",
      ])
  }

  @Test func schedules() {
    let text = """
      let rates: [LearningRate] = [
        .constant(0.5), .exponential(1, decay: 0.5), .inverseTime(1, decay: 1),
        .stepwise(1, factor: 0.5, every: 2), .cosine(from: 1, to: 0, over: 2), .warmUp(to: 1, over: 4),
        LearningRate { step in Double(step) },
      ]
      for rate in rates { print((1...4).map { (rate.rate(at: $0) * 1000).rounded() / 1000 }) }
      """
    #expect(
      lines(text) == [
        "[0.5, 0.5, 0.5, 0.5]", "[1.0, 0.5, 0.25, 0.125]", "[1.0, 0.5, 0.333, 0.25]", "[1.0, 1.0, 0.5, 0.5]",
        "[1.0, 0.5, 0.0, 0.0]", "[0.25, 0.5, 0.75, 1.0]", "[1.0, 2.0, 3.0, 4.0]",
      ])
  }

  @Test func aDescentReadsAsATable() {
    #expect(
      lines("print(minimize(three, from: (1, 1, 1), using: GradientDescent(rate: 0.25), steps: 3))") == [
        "step  point              value   gradient", "   0  (1.0, 1.0, 1.0)    7.0     (8.0, 4.0, 1.0)",
        "   1  (-1.0, 0.0, 0.75)  12.75   (-16.0, 0.0, 1.0)",
        "   2  (3.0, 0.0, 0.5)    44.5    (32.0, 0.0, 1.0)",
        "   3  (-5.0, 0.0, 0.25)  172.25  (-64.0, 0.0, 1.0)", "still moving",
      ])
  }

  @Test func aTableHasSixDigitsAndAVerdictForEachCoordinate() {
    #expect(
      lines("print(minimize(three, from: (1, 1, 1), using: SignStep(rate: 0.05), steps: 250))") == [
        "step  point                              value   gradient",
        "   0  (1.0, 1.0, 1.0)                    7.0     (8.0, 4.0, 1.0)",
        "   1  (0.95, 0.95, 0.95)                 6.37    (7.4, 3.8, 1.0)",
        "   2  (0.9, 0.9, 0.9)                    5.78    (6.8, 3.6, 1.0)",
        "   5  (0.75, 0.75, 0.75)                 4.25    (5.0, 3.0, 1.0)",
        "  10  (0.5, 0.5, 0.5)                    2.5     (2.0, 2.0, 1.0)",
        "  20  (0.3, -3.19189e-16, -3.19189e-16)  1.34    (-0.4, -1.27676e-15, 1.0)",
        "  50  (0.3, -3.19189e-16, -1.5)          -0.16   (-0.4, -1.27676e-15, 1.0)",
        " 100  (0.3, -3.19189e-16, -4.0)          -2.66   (-0.4, -1.27676e-15, 1.0)",
        " 200  (0.3, -3.19189e-16, -9.0)          -7.66   (-0.4, -1.27676e-15, 1.0)",
        " 249  (0.35, 0.05, -11.45)               -10.11  (0.2, 0.2, 1.0)",
        " 250  (0.3, -3.19189e-16, -11.5)         -10.16  (-0.4, -1.27676e-15, 1.0)",
        "coordinate 0: alternates between 0.29999999999999966 and 0.34999999999999964",
        "coordinate 1: alternates between -3.191891195797325e-16 and 0.049999999999999684",
        "coordinate 2: unbounded below: it goes on falling",
      ])
  }

  @Test func tablesOfVeryLargeAndSmallNumbersStayNarrow() {
    let text = """
      print(Verdict.converged(within: Double.infinity))
      let scales = [1e-320, 9.9999999e-40, 1.23456789e-30, 1e30, 123456789.0, 0.1 + 0.2]
      for scale in scales { print(minimize({ x in x }, from: scale, using: GradientDescent(rate: 0), steps: 0)) }
      """
    #expect(
      lines(text).filter { $0.hasPrefix("   0") } == [
        "   0  9.99989e-321  9.99989e-321  1.0", "   0  1e-39  1e-39  1.0",
        "   0  1.23457e-30  1.23457e-30  1.0",
        "   0  1e+30  1e+30  1.0", "   0  123457000.0  123457000.0  1.0", "   0  0.3    0.3    1.0",
      ])
  }

  @Test func coordinatesThatShareAVerdictShareALine() {
    let text = """
      let start = [Double](repeating: 1, count: 12)
      print(minimize({ w in w.reduce(0) { $0 + $1 * $1 } }, from: start, using: GradientDescent(rate: 0.1), steps: 20))
      let mixed = { (w: [Double]) in w[0] * w[0] + w[1] + w[2] + w[3] * w[3] }
      print(minimize(mixed, from: [0, 1, 1, 0], using: SignStep(rate: 0.5), steps: 40))
      """
    let printed = lines(text)
    #expect(
      printed.filter { $0.hasPrefix("coordinate") || $0 == "still moving" } == [
        "still moving", "coordinates 0, 3: alternates between 0.0 and 0.5",
        "coordinates 1, 2: unbounded below: it goes on falling",
      ])
  }

  @Test func verdictsCanBeCompared() {
    let text = """
      let found = minimize(parabola, from: 2.0, using: GradientDescent(rate: 0.5), steps: 50).verdict
      print(found == .alternates(between: -0.5, and: 2), found == .alternates(between: -0.5, and: 1), found == .diverges)
      print(found != .stillMoving, Verdict.converged(within: 0) == .converged(within: 0))
      print(Verdict.converged(within: 0) == .converged(within: 1), Verdict.notFinite(step: 1) == .notFinite(step: 2))
      print(Verdict.converged(within: 4.0697939700614694e-18), Verdict.converged(within: 1e-9), Verdict.converged(within: 0))
      print([Verdict.diverges, .stillMoving].contains(.stillMoving), Verdict.unboundedBelow(coordinate: 1) == .unboundedBelow(coordinate: 1))
      """
    #expect(
      lines(text) == [
        "true false false", "true true", "false false",
        "converged: the last steps moved it by at most 4.1e-18 converged: the last steps moved it by at most 1e-9 converged: the last steps did not move it",
        "true true",
      ])
  }
}
