import Foundation
import Testing

@testable import Formula

/// Expressions in normal form keep their values, however they were built.
@Suite struct AlgebraicTests {
  private static func apply(_ name: String, _ values: [Double]) -> Double {
    switch name {
    case "sin": sin(values[0])
    case "cos": cos(values[0])
    case "exp": exp(values[0])
    case "log": log(values[0])
    case "abs": abs(values[0])
    case "pow": pow(values[0], values[1])
    default: .nan
    }
  }

  /// A random expression, as it is built and as it is computed.
  private func random(_ depth: Int, _ point: [String: Double], _ generator: inout Generator) -> (
    Algebraic, Double
  ) {
    let choice =
      depth == 0 ? Int.random(in: 0...1, using: &generator) : Int.random(in: 0...9, using: &generator)
    switch choice {
    case 0:
      let number = Double(Int.random(in: -4...4, using: &generator)) / 2
      return (.number(number), number)
    case 1:
      let name = ["x", "y"].randomElement(using: &generator) ?? "x"
      return (.variable(name), point[name] ?? 0)
    case 2, 3:
      let (a, b) = (random(depth - 1, point, &generator), random(depth - 1, point, &generator))
      return (a.0 + b.0, a.1 + b.1)
    case 4:
      let (a, b) = (random(depth - 1, point, &generator), random(depth - 1, point, &generator))
      return (a.0 - b.0, a.1 - b.1)
    case 5, 6:
      let (a, b) = (random(depth - 1, point, &generator), random(depth - 1, point, &generator))
      return (a.0 * b.0, a.1 * b.1)
    case 7:
      let (a, b) = (random(depth - 1, point, &generator), random(depth - 1, point, &generator))
      return (a.0 / b.0, a.1 / b.1)
    case 8:
      let a = random(depth - 1, point, &generator)
      let exponent = Double(Int.random(in: -2...3, using: &generator))
      return (a.0.power(exponent), pow(a.1, exponent))
    default:
      let a = random(depth - 1, point, &generator)
      let name = ["sin", "cos", "exp", "abs"].randomElement(using: &generator) ?? "sin"
      return (.function(name, [a.0]), Self.apply(name, [a.1]))
    }
  }

  @Test func normalFormsKeepTheirValues() throws {
    var generator = Generator(seed: 7)
    var compared = 0
    for _ in 0..<3000 {
      let point = [
        "x": Double.random(in: 0.3...2, using: &generator),
        "y": Double.random(in: -2...(-0.3), using: &generator),
      ]
      let (form, value) = random(4, point, &generator)
      guard value.isFinite, abs(value) < 1e6, form.size < 200 else { continue }
      let found = try #require(form.value(point, Self.apply))
      guard found.isFinite else { continue }
      compared += 1
      #expect(
        abs(found - value) <= 1e-6 * max(1, abs(value)), "\(form.text) is \(found), not \(value), at \(point)"
      )
    }
    #expect(compared > 2000)
  }

  @Test func whatIsWrittenCanBeRead() throws {
    var generator = Generator(seed: 11)
    for _ in 0..<1000 {
      let (form, value) = random(4, ["x": 1.5, "y": -0.7], &generator)
      guard value.isFinite, form.size < 200 else { continue }
      #expect(throws: Never.self) { try Formula(parsing: form.tex) }
    }
  }

  @Test func orderDoesNotMatter() {
    var generator = Generator(seed: 13)
    for _ in 0..<500 {
      let point = ["x": 1.5, "y": -0.7]
      let (a, first) = random(2, point, &generator)
      let (b, second) = random(2, point, &generator)
      // What divides by 0 has no normal form.
      guard first.isFinite, second.isFinite else { continue }
      #expect(a * b == b * a)
      #expect(a - a == .number(0))
    }
  }

  @Test func asATeacherWouldWrite() {
    let x = Algebraic.variable("x")
    let y = Algebraic.variable("y")
    func n(_ value: Double) -> Algebraic { .number(value) }
    let sin = Algebraic.function("sin", [x])
    let cos = Algebraic.function("cos", [x])
    let cases: [(Algebraic, String, String)] = [
      (n(2) * x * x - n(3) * x + n(4), "2 x^2 - 3 x + 4", "2x^2 - 3x + 4"),
      ((x + n(1)) * (x - n(1)), "x^2 - 1", "x^2 - 1"),
      ((x + n(1)) / (x - n(1)), "(x + 1)/(x - 1)", "\\frac{x + 1}{x - 1}"),
      (n(1) / (x - n(1)) - (x + n(1)) / (x - n(1)).power(2), "-2/(x - 1)^2", "-\\frac{2}{(x - 1)^2}"),
      (sin * sin + cos * cos, "1", "1"), (x * x / n(2), "x^2/2", "\\frac{x^2}{2}"),
      (n(0.1) * x, "0.1 x", "0.1x"), (x / n(3), "x/3", "\\frac{x}{3}"),
      (x.power(0.5), "sqrt(x)", "\\sqrt{x}"),
      ((x * x).power(0.5), "sqrt(x^2)", "\\sqrt{x^2}"), (n(1) - x * y / y - n(1) + x, "0", "0"),
      (.function("exp", [-x]), "exp(-x)", "e^{-x}"), (n(.pi) * x, "π x", "\\pi x"),
      (.function("log", [x]), "ln(x)", "\\ln x"),
      (sin.power(2), "sin^2(x)", "\\sin^2 x"),
      (.variable("alpha") * .variable("w1"), "alpha w1", "\\alpha w_{1}"), (n(2).power(x), "2^x", "2^x"),
    ]
    for (form, text, tex) in cases {
      #expect(form.text == text)
      #expect(form.tex == tex)
    }
  }
}
