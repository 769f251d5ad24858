import Diagnostics
import Testing

@testable import Session

/// How the functions of a first course and their derivatives are written.
@Suite struct FirstCourseFormulaTests {
  /// A function of x, t and so on, its formula, and that of its derivative.
  static let functions: [(String, String, String, String)] = [
    ("x", "2 * x * x - 3 * x + 4", "2 x^2 - 3 x + 4", "4 x - 3"),
    ("x", "-x * x + 4 * x - 3", "-x^2 + 4 x - 3", "4 - 2 x"),
    ("t", "20 * t - 4.9 * t * t", "20 t - 4.9 t^2", "20 - 9.8 t"),
    ("x", "(2 * x + 1) * (2 * x + 1) * (2 * x + 1)", "(2 x + 1)^3", "6 (2 x + 1)^2"),
    ("x", "pow(2 * x + 1, 3)", "(2 x + 1)^3", "6 (2 x + 1)^2"),
    ("x", "(x - 3) * (x - 3)", "(x - 3)^2", "2 x - 6"), ("x", "1 - x * x", "1 - x^2", "-2 x"),
    ("x", "exp(-x)", "exp(-x)", "-exp(-x)"), ("x", "x * exp(x)", "x exp(x)", "(x + 1) exp(x)"),
    ("x", "x * x * exp(-x)", "x^2 exp(-x)", "x (2 - x) exp(-x)"),
    ("x", "exp(x) * exp(2 * x) / exp(-x)", "exp(4 x)", "4 exp(4 x)"),
    ("x", "exp(-x * x / 2) / sqrt(2 * Double.pi)", "exp(-x^2/2)/sqrt(2π)", "-x exp(-x^2/2)/sqrt(2π)"),
    ("x", "exp(-x * x / 2) * sin(x)", "exp(-x^2/2) sin(x)", "exp(-x^2/2) (cos(x) - x sin(x))"),
    ("x", "sin(2 * x)", "sin(2 x)", "2 cos(2 x)"),
    ("x", "sin(x) * sin(x)", "sin^2(x)", "2 sin(x) cos(x)"),
    ("x", "pow(cos(x), 3)", "cos^3(x)", "-3 cos^2(x) sin(x)"),
    ("x", "sin(x * x)", "sin(x^2)", "2 x cos(x^2)"), ("x", "tan(x)", "tan(x)", "1 + tan^2(x)"),
    ("x", "sin(x) / x", "sin(x)/x", "(x cos(x) - sin(x))/x^2"), ("x", "x * log(x)", "x ln(x)", "ln(x) + 1"),
    ("x", "log(x) / x", "ln(x)/x", "(1 - ln(x))/x^2"),
    ("x", "log(x * x + 1)", "ln(x^2 + 1)", "2 x/(x^2 + 1)"), ("x", "log2(x)", "log2(x)", "1/(ln(2) x)"),
    ("x", "log(exp(3 * x))", "3 x", "3"), ("x", "sqrt(x)", "sqrt(x)", "1/(2 sqrt(x))"),
    ("x", "sqrt(1 + x * x)", "sqrt(x^2 + 1)", "x/sqrt(x^2 + 1)"),
    ("x", "x * sqrt(1 - x * x)", "x sqrt(1 - x^2)", "(1 - 2 x^2)/sqrt(1 - x^2)"),
    ("x", "x / sqrt(1 + x * x)", "x/sqrt(x^2 + 1)", "1/(x^2 + 1)^(3/2)"),
    ("x", "pow(x, 1.5)", "x^(3/2)", "3 sqrt(x)/2"), ("x", "cbrt(x)", "cbrt(x)", "1/(3 x^(2/3))"),
    ("x", "1 / x", "1/x", "-1/x^2"), ("x", "(x + 1) / (x - 1)", "(x + 1)/(x - 1)", "-2/(x - 1)^2"),
    ("x", "(x * x - 1) / (x * x + 1)", "(x^2 - 1)/(x^2 + 1)", "4 x/(x^2 + 1)^2"),
    ("x", "1 / (1 + exp(-x))", "1/(1 + exp(-x))", "exp(-x)/(1 + exp(-x))^2"),
    ("x", "tanh(x)", "tanh(x)", "1 - tanh^2(x)"),
    ("x", "log(1 + exp(x))", "ln(1 + exp(x))", "exp(x)/(1 + exp(x))"),
    ("x", "x / (1 + exp(-x))", "x/(1 + exp(-x))", "(1 + (x + 1) exp(-x))/(1 + exp(-x))^2"),
    ("x", "pow(2, x)", "2^x", "ln(2) 2^x"), ("x", "pow(x, x)", "x^x", "x^x (ln(x) + 1)"),
    ("x", "atan(x)", "atan(x)", "1/(x^2 + 1)"), ("x", "asin(x)", "asin(x)", "1/sqrt(1 - x^2)"),
    ("x", "exp(sin(x))", "exp(sin(x))", "exp(sin(x)) cos(x)"),
    ("x", "sqrt(x) * log(x)", "sqrt(x) ln(x)", "(ln(x) + 2)/(2 sqrt(x))"),
    (
      "t", "exp(-0.5 * t) * cos(2 * Double.pi * t)", "exp(-t/2) cos(2π t)",
      "-exp(-t/2) (cos(2π t)/2 + 2π sin(2π t))"
    ),
    ("x", "sin(x) * cos(x)", "sin(x) cos(x)", "cos^2(x) - sin^2(x)"),
    ("r", "1 / (r * r) - 1 / r", "1/r^2 - 1/r", "1/r^2 - 2/r^3"),
    ("x", "atan(1 / x)", "atan(1/x)", "-1/(x^2 + 1)"), ("x", "sin(-x)", "-sin(x)", "-cos(x)"),
    ("x", "(x + 1) * (x + 1) / (x - 1)", "(x + 1)^2/(x - 1)", "(x^2 - 2 x - 3)/(x - 1)^2"),
    ("x", "sqrt(x * x + 1) * exp(-x)", "sqrt(x^2 + 1) exp(-x)", "-(x^2 - x + 1) exp(-x)/sqrt(x^2 + 1)"),
    ("w", "pow(3 * w - 2, 2)", "(3 w - 2)^2", "18 w - 12"),
    ("p", "-log(1 - p)", "-ln(1 - p)", "1/(1 - p)"),
  ]

  private func shown(_ text: String) -> Output? {
    let outcome = Engine().run(SourceText(name: "cell", text: text))
    #expect(outcome.errors.map(\.message) == [])
    return outcome.outputs.last
  }

  @Test(arguments: functions.indices) func functionsAndTheirDerivatives(_ index: Int) {
    let (name, body, formula, derivative) = Self.functions[index]
    let function = "func f(_ \(name): Double) -> Double { \(body) }\n"
    for (expression, expected) in [("f", formula), ("derivative(of: f)", derivative)] {
      guard case .formula(_, let text)? = shown(function + "formula(of: \(expression))") else {
        Issue.record("\(body) shows no formula")
        continue
      }
      #expect(text == expected)
    }
  }

  @Test func losses() {
    let cases = [
      ("{ w, x, t in pow(w * x - t, 2) }", "(w x - t)^2"),
      ("{ w, x, t in gradient(at: w, x, t, of: { w, x, t in pow(w * x - t, 2) }).0 }", "2 x (w x - t)"),
      ("{ t, p in -(t * log(p) + (1 - t) * log(1 - p)) }", "-(1 - t) ln(1 - p) - t ln(p)"),
      (
        "{ t, p in gradient(at: t, p, of: { t, p in -(t * log(p) + (1 - t) * log(1 - p)) }).1 }",
        "(1 - t)/(1 - p) - t/p"
      ),
      (
        "{ w, x, b in gradient(at: w, x, b, of: { w, x, b in tanh(w * x + b) }).0 }",
        "x (1 - tanh^2(w x + b))"
      ),
      (
        "{ x, mu, sigma in exp(-pow(x - mu, 2) / (2 * sigma * sigma)) / (sigma * sqrt(2 * Double.pi)) }",
        "exp(-(x - mu)^2/(2 sigma^2))/(sqrt(2π) sigma)"
      ),
      ("{ x, y in hypot(x, y) }", "sqrt(x^2 + y^2)"), ("{ y, z in log1p(exp(-y * z)) }", "ln(1 + exp(-y z))"),
    ]
    for (function, expected) in cases {
      guard case .formula(_, let text)? = shown("formula(of: \(function))") else {
        Issue.record("\(function) shows no formula")
        continue
      }
      #expect(text == expected)
    }
  }
}
