import Diagnostics
import Formula
import Testing

@testable import Session

/// Functions of cells as formulas.
@Suite struct FormulaOfFunctionTests {
  @Test func formulasOfFunctionsAndTheirDerivatives() {
    let engine = Engine()
    let functions = """
      func f(_ x: Double) -> Double { 2 * x * x - 3 * x + 4 }
      func wave(_ t: Double) -> Double { sin(t * t) / t }
      func power(_ x: Double, _ n: Int) -> Double { n == 0 ? 1 : x * power(x, n - 1) }
      func u(_ x: Double) -> Double { 2 * x * x - x - 2 }
      func y(_ a: Double, _ b: Double, _ c: Double) -> Double { 2 * (3 * a * a - 2 * a + b * b + 1) + c }
      """
    #expect(engine.run(SourceText(name: "functions", text: functions)).errors.map(\.message) == [])
    let cases: [(String, String, String)] = [
      ("f", "2x^2 - 3x + 4", "2 x^2 - 3 x + 4"), ("derivative(of: f)", "4x - 3", "4 x - 3"),
      ("derivative(of: derivative(of: f))", "4", "4"),
      ("wave", "\\frac{\\sin(t^2)}{t}", "sin(t^2)/t"),
      ("{ x in power(x, 5) }", "x^5", "x^5"), ("derivative { x in 3 * u(x) + 1 }", "12x - 3", "12 x - 3"),
      ("y", "6a^2 + 2b^2 - 4a + c + 2", "6 a^2 + 2 b^2 - 4 a + c + 2"),
      ("{ a, b, c in gradient(at: a, b, c, of: y).0 }", "12a - 4", "12 a - 4"),
      ("derivative { x in log(x) }", "\\frac{1}{x}", "1/x"), ("{ _ in 2.5 }", "\\frac{5}{2}", "5/2"),
    ]
    for (function, tex, text) in cases {
      let outcome = engine.run(SourceText(name: "cell", text: "formula(of: \(function))"))
      #expect(outcome.errors.map(\.message) == [])
      #expect(outcome.outputs == [.formula(tex: tex, text: text)], "\(function)")
    }
  }

  /// What a cell shows as its last value, as text; its error where it has one.
  private func shown(_ text: String) -> String {
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    if let error = outcome.errors.first { return error.message }
    guard case .formula(_, let text)? = outcome.outputs.last else { return "no formula" }
    return text
  }

  @Test func functionsThatChooseHaveNoFormula() {
    for function in [
      "{ x in max(x, 0) }", "{ x in x > 0 ? x : -x }", "{ x in Double(Int(x)) }",
      "derivative { x in abs(x) }", "{ x in var y = x; while y < 100 { y *= 2 }; return y }",
    ] {
      #expect(
        shown("formula(of: \(function))")
          == "this function has no formula: what it does depends on the values of its arguments; ask for the formula of each of its cases",
        "\(function)")
    }
  }

  @Test func whatCannotBeFollowedHasNoFormula() {
    for function in [
      "{ x in x * withoutDerivative(at: x) }", "{ x in x + Double.random(in: 0...1) }",
    ] {
      let message = shown("formula(of: \(function))")
      #expect(
        message.hasPrefix("this function has no formula: it computes in a way that cannot be followed"),
        "\(function): \(message)")
    }
    #expect(shown("formula(of: { x in x + tgamma(x) })") == "'tgamma' has no derivative")
    for function in ["{ x in x / 0 }", "{ x in 1 / (x - x) }", "{ x in log(0 * x) }"] {
      #expect(
        shown("formula(of: \(function))")
          == "this function has no formula: it has no value, as where it divides by 0; ask for the formula of a part of it",
        "\(function)")
    }
    #expect(
      shown("formula(of: { x in var y = x; for k in 1...3000 { y = sin(y) * Double(k) }; return y })")
        == "this function has no formula: it takes too many operations; ask for the formula of a part of it")
    #expect(
      shown(
        "func f(_ x: Double) -> Double { x * x }; _ = derivative(at: 1) { x in print(formula(of: f)); return x }"
      )
        == "a formula cannot be asked for inside of a derivative; ask for it outside, as in 'formula(of: derivative(of: f))'"
    )
  }

  @Test func loopsThatDoNotLookAtTheValuesHaveAFormula() {
    let loops = [
      ("var y = 1.0; for _ in 0..<5 { y *= x }; return y", "x^5"),
      ("var y = 0.0; for k in 1...3 { y += x / Double(k) }; return y", "11 x/6"),
      ("var y = x; var n = 0; while n < 2 { y = sin(y); n += 1 }; return y", "sin(sin(x))"),
      ("return [1.0, 2, 3].map { $0 * x }.reduce(0, +)", "6 x"),
      ("var y = 0.0; for c in [2.0, -3, 4] { y = y * x + c }; return y", "2 x^2 - 3 x + 4"),
    ]
    for (body, text) in loops {
      #expect(shown("func f(_ x: Double) -> Double { \(body) }\nformula(of: f)") == text)
    }
  }

  @Test func namesOfParametersSurvive() {
    let height = "func height(_ t: Double) -> Double { 20 * t - 4.9 * t * t }\n"
    let cases = [
      ("derivative(of: height)", "20 - 9.8 t"), ("gradient(of: height)", "20 - 9.8 t"),
      ("derivative(of: derivative { (s: Double) in s * s * s })", "6 s"),
      ("derivative(of: derivative { s in pow(s, 4) })", "12 s^2"), ("derivative { $0 * $0 }", "2 x"),
      ("{ $0 * $1 }", "x y"), ("{ a, b in a * b * b }", "a b^2"), ("{ _, b in b * b }", "y^2"),
    ]
    for (function, text) in cases { #expect(shown(height + "formula(of: \(function))") == text) }
    // A function of the reader's own named like the prelude's is not taken for it.
    let own =
      "func derivative(by s: Double, _ f: @escaping (Double) -> Double) -> (Double) -> Double { { r in s * f(r) } }\n"
    #expect(shown(height + own + "formula(of: derivative(by: 2, height))") == "40 r - 9.8 r^2")
  }

  @Test func askingForAFormulaPrintsOnce() {
    let outcome = Engine().run(
      SourceText(name: "cell", text: "formula(of: { x in print(\"here\"); return x * x })"))
    #expect(outcome.outputs == [.text("here\n"), .formula(tex: "x^2", text: "x^2")])
  }

  @Test func stepsOfAFunction() {
    let engine = Engine()
    let function = "func height(_ t: Double) -> Double { let u = 3 * t + 1; return u * u * u }"
    #expect(engine.run(SourceText(name: "function", text: function)).errors.map(\.message) == [])
    let outcome = engine.run(SourceText(name: "cell", text: "steps(of: height)"))
    let text = """
      y = (3 t + 1)^3
      u = 3 t + 1
      du/dt = 3
      y = u^3
      dy/du = 3 u^2
      dy/dt = dy/du · du/dt = 3 u^2 · 3 = 9 (3 t + 1)^2
      """
    guard case .formula(let tex, let shown)? = outcome.outputs.first else {
      Issue.record("no formula")
      return
    }
    #expect(shown == text)
    #expect(throws: Never.self) { try Formula(parsing: tex) }
    #expect(outcome.recordedLines == text.split(separator: "\n").map(String.init))
    let printed = engine.run(SourceText(name: "cell", text: "print(steps(of: height))"))
    #expect(printed.outputs == [.text(text + "\n")])
    #expect(self.shown("steps(of: { x, y in x * y * y })") == "z = x y^2\n∂z/∂x = y^2\n∂z/∂y = 2 x y")
    #expect(
      self.shown("steps(of: { x, y, z in x + y - z })") == "f = x + y - z\n∂f/∂x = 1\n∂f/∂y = 1\n∂f/∂z = -1")
    #expect(
      self.shown("steps(of: { x in fmod(x, 2) })")
        == "this derivative has no steps: there is no rule for 'fmod'; ask for those of a function without it"
    )
    #expect(
      self.shown("steps(of: { x in var y = x; for _ in 0..<20 { y = sin(y) }; return y })")
        == "this derivative has no steps that could be followed: its function is nested too deeply; ask for those of a part of it"
    )
    #expect(self.shown("steps(of: { x in abs(x) > 1 ? x : 0 })").hasPrefix("this function has no formula"))
  }

  @Test func equalityOfFunctions() {
    let text = """
      func f(_ t: Double) -> Double { (t + 1) * (t + 1) }
      print(equality(of: f, and: { x in x * x + 2 * x + 1 }))
      print(equality(of: { x in sin(2 * x) }, and: { x in 2 * sin(x) * cos(x) }))
      print(equality(of: f, and: { x in x * x }))
      print(equality(of: { x in log(x - 1) }, and: { x in sqrt(-x) }))
      print(equality(of: { a, b in a * b }, and: { b, a in b + a }))
      print(equality(of: { x, y, z in x * (y + z) }, and: { a, b, c in a * b + a * c }))
      print(equality(of: derivative { x in sin(x) * sin(x) }, and: { x in sin(2 * x) }).isEqual)
      let found = equality(of: { x, y in x * y * y }, and: { x, y in x * y })
      if case .difference(let point, let left, let right) = found.reason { print(point, left, right, found.isEqual) }
      print(formula(of: f) == formula(of: { t in (1 + t) * (1 + t) }), formula(of: f) == formula(of: { t in t }))
      print(found.reason == .difference(at: [1, 2], left: 4, right: 2), found.reason == .identical)
      print(equality(of: f, and: f) == equality(of: f, and: { s in s * s + s + s + 1 }))
      print(equality(of: f, and: f).reason)
      """
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    guard case .text(let printed)? = outcome.outputs.first else {
      Issue.record("nothing printed")
      return
    }
    #expect(
      printed == """
        identical by normal form
        agree at 100 points
        differ at t = 1.0: 4.0 against 1.0
        no common domain
        differ at a = 1.0, b = 2.0: 2.0 against 3.0
        identical by normal form
        true
        [1.0, 2.0] 4.0 2.0 false
        true false
        true false
        true
        identical

        """)
    #expect(
      Engine().run(SourceText(name: "cell", text: "equality(of: { x in x }, and: { x in x })")).outputs
        == [.value("identical by normal form")])
  }
}
