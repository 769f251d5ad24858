import Diagnostics
import Testing

@testable import Session

/// Derivatives that cannot be taken end the cell, with what they are, and leave nothing behind.
@Suite struct DerivativeLimitTests {
  private static let failing: [(id: String, text: String)] = [
    ("limit.depth", "func f(_ x: Double) -> Double { f(x * 1.0001) }\nderivative(at: 1, of: f)"),
    (
      "limit.depth",
      "func f(_ n: Int, _ x: Double) -> Double { derivative(at: x) { f(n + 1, $0) } }\nf(0, 1)"
    ),
    ("limit.tape", "derivative(at: 1) { x in var y = x; while true { y *= 1.0000001 }; return y }"),
    ("limit.tape", "derivative(at: 1) { x in var y = x; while true { y = fma(y, x, 1) }; return y }"),
    (
      "limit.tape",
      """
      func nested(_ n: Int, _ f: @escaping (Double) -> Double) -> Double {
        n == 0 ? f(1) : nested(n - 1, derivative(of: f))
      }
      nested(40) { x in sin(x) * exp(x) }
      """
    ),
    ("limit.fuel", "derivative(at: 1) { x in while true {}; return x }"),
    ("trap.index", "derivative(at: 3) { x in [x][Int(x)] }"),
    ("trap.index", "derivative(at: 3) { x in x * derivative(at: x) { y in [y][Int(x)] } }"),
    ("trap.index", "gradient(at: [[1.0, 2], [3]]) { m in m[5][0] }"),
    ("trap.conversion", "derivative(at: 0) { x in Double(Int(1 / x)) }"),
    ("trap.nil", "derivative(at: 1) { x in let o: Double? = x > 2 ? x : nil; return o! }"),
    ("trap.fatal", "derivative(at: 1) { x in fatalError(\"no\") }"),
    ("trap.index", "pullback(at: [1.0, 2]) { v in [v[0] * v[1]] }([2.0, 3.0, 4.0])"),
    ("trap.index", "differential(at: [1.0, 2]) { v in [v[0] * v[1]] }([1.0])"),
  ]

  @Test(arguments: failing.indices) func failuresEndTheCell(_ index: Int) {
    let (id, text) = Self.failing[index]
    let engine = Engine()
    let before = "var kept = [1.0, 2.0]\nfunc area(_ v: [Double]) -> Double { kept = v; return v[0] * v[1] }"
    #expect(engine.run(SourceText(name: "before", text: before)).errors.map(\.message) == [])
    var limits = Engine.Limits()
    limits.depth = 200
    let outcome = engine.run(SourceText(name: "cell", text: text), limits: limits)
    #expect(outcome.errors.map(\.id) == [id])
    #expect(outcome.errors.first?.file == "cell")
    let after = engine.run(
      SourceText(name: "after", text: "print(gradient(at: [3, 5], of: area), hessian(at: kept, of: area))"))
    #expect(after.outputs == [.text("[5.0, 3.0] [[0.0, 1.0], [1.0, 0.0]]\n")])
  }

  /// What no option raises is not said to be raised by one.
  @Test func derivativesWithinDerivativesHaveALimitOfTheirOwn() {
    let text = "func f(_ n: Int, _ x: Double) -> Double { derivative(at: x) { f(n + 1, $0) } }\nf(0, 1)"
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    #expect(
      outcome.errors.map(\.message) == [
        "derivatives, or descriptions, are taken within one another more than 64 deep; no option allows more"
      ])
  }

  /// More variables than `gradient(at:of:)` takes belong into an array.
  @Test func tooManyVariables() {
    let text = "func f(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double { a * b + c * d }\n"
    let refused = Engine().run(SourceText(name: "cell", text: text + "gradient(at: 1, 2, 3, 4, of: f)"))
    #expect(
      refused.errors.map(\.message) == [
        "'gradient' takes at most 4 arguments, not 5; for more than 3 variables, write a function of '[Double]' and 'gradient(at: [x, y, z, w], of: f)'"
      ])
    let taken = Engine().run(
      SourceText(name: "cell", text: text + "gradient(at: [1, 2, 3, 4]) { v in f(v[0], v[1], v[2], v[3]) }"))
    #expect(taken.outputs == [.value("[2.0, 1.0, 4.0, 3.0]")])
  }

  /// Derivatives of high order that a cell can afford.
  @Test func highOrders() {
    let text = """
      func nested(_ order: Int, _ f: @escaping (Double) -> Double) -> (Double) -> Double {
        order == 0 ? f : derivative(of: nested(order - 1, f))
      }
      print(nested(6, { x in exp(2 * x) })(0))
      print(nested(7, { x in x * x * x * x * x * x * x })(1.5), nested(8, { x in pow(x, 7) })(1.5))
      print((0...7).map { order in nested(order, { x in 1 / (1 - x) })(0) })
      """
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    #expect(
      outcome.outputs == [
        .text(
          """
          64.0
          5040.0 0.0
          [1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0, 5040.0]

          """)
      ])
  }

  /// What a recording leaves in variables, instances and closures is a number like another afterwards.
  @Test func valuesThatOutliveTheirDerivative() {
    let text = """
      var a = [1.0, 2.0]
      print(gradient(at: a) { v in a[0] = v[0] * 2; return a[0] * v[1] }, a)
      let b = a
      print(gradient(at: [3.0, 4.0]) { v in a = v; return a[0] * b[1] }, a)
      var log: [Double] = []
      _ = derivative(at: 2) { x in log.append(x * x); return x }
      _ = derivative(at: 3) { x in log.append(x * x); return log[0] * x }
      print(log, derivative(at: 3) { x in log[0] * x + log[1] })
      var saved: (() -> Double)?
      _ = derivative(at: 3) { x in saved = { x * x }; return x }
      print(saved!(), derivative(at: 5) { x in x * saved!() })
      print(derivative(at: 5) { x in var k = x; saved = { k *= 2; return k }; return saved!() * x })
      print(saved!(), derivative(at: 7) { x in saved!() * x })
      print(gradient(at: b) { v in a.removeAll(); return v[0] * v[1] }, a, b)
      """
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    #expect(
      outcome.outputs == [
        .text(
          """
          [4.0, 2.0] [2.0, 2.0]
          [2.0, 0.0] [3.0, 4.0]
          [4.0, 9.0] 4.0
          9.0 9.0
          20.0
          20.0 40.0
          [2.0, 2.0] [] [2.0, 2.0]

          """)
      ])
  }

  @Test func nothingToDifferentiate() {
    let text = """
      print(gradient(at: [Double]()) { _ in 3 }, hessian(at: [Double]()) { _ in 1 })
      print(jacobian(at: [Double]()) { _ in [1.0] }, jacobian(at: [1.0]) { _ in [Double]() })
      print(gradient(at: [[1.0, 2.0], []]) { m in m[0][0] * m[0][1] }, gradient(at: 1, 2) { x, _ in x })
      print(valueWithGradient(at: 2) { _ in 1.0 }, derivative(at: 2) { _ in [1.0, 2.0] })
      """
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    #expect(
      outcome.outputs == [
        .text(
          """
          [] []
          [[]] []
          [[2.0, 1.0], []] (1.0, 0.0)
          (value: 1.0, gradient: 0.0) [0.0, 0.0]

          """)
      ])
  }
}
