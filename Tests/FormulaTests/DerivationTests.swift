import Foundation
import Testing

@testable import Formula

/// Derivations step by step: every line holds, and it reads as expected.
@Suite struct DerivationTests {
  /// Values of parts, computed from the lines that define them and from nothing else.
  private struct Values {
    let derivation: Derivation

    /// The parts with what they are made of, in order; the whole by its last definition.
    private var definitions: [(name: String, form: Derivation.Expression)] {
      derivation.lines.compactMap { line in
        guard case .form(let left) = line.left, let last = line.right.last else { return nil }
        return (left.text, last)
      }
    }

    func all(_ point: [String: Double]) -> [String: Double] {
      var values = point
      for (name, form) in definitions { values[name] = number(form, values, point) }
      return values
    }

    /// The slope of a part by differences of fourth order.
    private func slope(
      of name: String, by other: String, _ values: [String: Double], _ point: [String: Double]
    )
      -> Double
    {
      let h = 1e-3
      func at(_ step: Double) -> Double {
        if point[other] != nil {
          var moved = point
          moved[other, default: 0] += step
          return all(moved)[name] ?? .nan
        }
        var moved = values
        moved[other, default: 0] += step
        guard let form = definitions.last(where: { $0.name == name })?.form else { return .nan }
        return number(form, moved, point)
      }
      return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
    }

    func number(
      _ expression: Derivation.Expression, _ values: [String: Double], _ point: [String: Double]
    ) -> Double {
      func value(_ inner: Derivation.Expression) -> Double { number(inner, values, point) }
      switch expression {
      case .form(let form): return form.value(at: values)?.value ?? .nan
      case .derivative(let name, let other): return slope(of: name, by: other, values, point)
      case .product(let factors): return factors.map(value).reduce(1, *)
      case .sum(let terms): return terms.map(value).reduce(0, +)
      case .difference(let left, let right): return value(left) - value(right)
      case .quotient(let upper, let lower): return value(upper) / value(lower)
      }
    }
  }

  /// Compares the sides of all lines at a point; how many were compared.
  private func check(_ derivation: Derivation, at point: [String: Double]) -> Int {
    let values = Values(derivation: derivation)
    let all = values.all(point)
    guard all.values.allSatisfy({ $0.isFinite && abs($0) < 1e4 }) else { return 0 }
    var compared = 0
    for line in derivation.lines {
      let left = values.number(line.left, all, point)
      for side in line.right {
        let right = values.number(side, all, point)
        guard left.isFinite, right.isFinite, abs(right) < 1e4 else { continue }
        compared += 1
        #expect(
          abs(left - right) <= 2e-6 * max(1, abs(right)),
          "\(left) is not \(right) at \(point) in a line of\n\(derivation.text)")
      }
    }
    return compared
  }

  private let x = Algebraic.variable("x")
  private let y = Algebraic.variable("y")
  private func f(_ name: String, _ argument: Algebraic) -> Algebraic { .function(name, [argument]) }
  private func n(_ value: Double) -> Algebraic { .number(value) }

  private var examples: [Algebraic] {
    let line = n(2) * x + n(1)
    return [
      line.power(3), n(2) * x * x - n(3) * x + n(4), f("sin", n(3) * x).power(2),
      n(1) / (n(1) + f("exp", -x)),
      x * x * f("sin", x), f("sin", x) / x, (x + n(1)) * f("exp", x), x * (n(1) - x * x / n(9)).power(0.5),
      f("log", n(1) + f("exp", x)), x.power(x), x * x + f("sin", n(3) * x) + f("cos", n(3) * x),
      n(1) + x * f("sin", x), (x * x - n(1)) / (x * x + n(1)), n(1) / (x * f("log", x + n(1))),
      x * f("exp", x) * f("sin", x), n(2).power(x * x), line.power(x), f("tanh", line) / f("cosh", x),
      f("atan", f("sqrt", x)), n(3) / (f("sin", x) * f("cos", x / n(2))), f("erf", x / n(2)),
      n(2) * f("exp", x) * f("cos", n(2) * x) - f("log", x * x + n(1)), x.power(-2) * f("log", x),
      .function("atan2", [x * x, n(2)]), f("exp", f("sin", x * x)), f("abs", x - n(5)),
    ]
  }

  @Test func everyLineHolds() throws {
    for form in examples {
      let derivation = try Derivation(of: form, variables: ["x"])
      var compared = 0
      for at in [0.4, 0.9, 1.3] { compared += check(derivation, at: ["x": at]) }
      #expect(compared >= 3, "\(form.text)")
    }
  }

  @Test func everyLineOfPartialDerivativesHolds() throws {
    let z = Algebraic.variable("z")
    let forms = [
      (x * x + y).power(3), f("exp", x * y) + f("sin", x), x * f("sin", y), (x * y - z).power(2),
      .function("atan2", [y, x]), .function("hypot", [x, y]), x.power(y), f("log", x + y * z) / z,
      f("tanh", x * y + z) * f("exp", -x), (x * x + y * y).power(0.5) * z, n(4),
    ]
    for form in forms {
      let derivation = try Derivation(of: form, variables: ["x", "y", "z"])
      #expect(check(derivation, at: ["x": 0.7, "y": 1.2, "z": 0.5]) >= 4, "\(form.text)")
      #expect(check(derivation, at: ["x": 1.1, "y": 0.6, "z": 1.4]) >= 4, "\(form.text)")
    }
  }

  /// A random expression of functions, products and quotients.
  private func random(_ depth: Int, _ generator: inout Generator) -> Algebraic {
    if depth == 0 { return [x, y, x + n(2), n(2) * x * y, n(3)].randomElement(using: &generator) ?? x }
    let a = random(depth - 1, &generator)
    switch Int.random(in: 0...6, using: &generator) {
    case 0: return a * random(depth - 1, &generator)
    case 1: return a + random(depth - 1, &generator)
    case 2: return a / (random(depth - 1, &generator).power(2) + n(1))
    case 3: return (a * a + n(1)).power([0.5, -1, -0.5, 3].randomElement(using: &generator) ?? 2)
    default:
      return f(["sin", "cos", "tanh", "atan", "exp"].randomElement(using: &generator) ?? "sin", a / n(2))
    }
  }

  @Test func everyLineOfRandomExpressionsHolds() throws {
    var generator = Generator(seed: 29)
    var compared = 0
    for _ in 0..<250 {
      let form = random(3, &generator)
      guard form.size < 60, let derivation = try? Derivation(of: form, variables: ["x", "y"]) else {
        continue
      }
      compared += check(derivation, at: ["x": 0.6, "y": 0.8])
      #expect(throws: Never.self) { try Formula(parsing: derivation.tex) }
    }
    #expect(compared > 2000)
  }

  @Test func asATeacherWouldWrite() throws {
    func text(_ form: Algebraic, _ variables: [String] = ["x"]) throws -> String {
      try Derivation(of: form, variables: variables).text
    }
    #expect(
      try text((n(2) * x + n(1)).power(3)) == """
        y = (2 x + 1)^3
        u = 2 x + 1
        du/dx = 2
        y = u^3
        dy/du = 3 u^2
        dy/dx = dy/du · du/dx = 3 u^2 · 2 = 6 (2 x + 1)^2
        """)
    #expect(try text(n(2) * x * x - n(3) * x + n(4)) == "y = 2 x^2 - 3 x + 4\ndy/dx = 4 x - 3")
    #expect(
      try text(f("sin", n(3) * x).power(2)) == """
        y = sin^2(3 x)
        u = 3 x
        du/dx = 3
        v = sin(u)
        dv/du = cos(u)
        dv/dx = dv/du · du/dx = cos(u) · 3 = 3 cos(3 x)
        y = v^2
        dy/dv = 2 v
        dy/dx = dy/dv · dv/dx = 2 v · 3 cos(3 x) = 6 sin(3 x) cos(3 x)
        """)
    #expect(
      try text(f("sin", x) / x) == """
        y = sin(x)/x
        u = sin(x)
        du/dx = cos(x)
        v = x
        dv/dx = 1
        y = u/v
        dy/dx = (du/dx · v - u · dv/dx)/v^2 = (cos(x) · x - sin(x) · 1)/x^2 = (x cos(x) - sin(x))/x^2
        """)
    #expect(
      try text(x.power(x)) == """
        y = x^x
        u = x
        du/dx = 1
        v = ln(x)
        dv/dx = 1/x
        w = u · v
        dw/dx = du/dx · v + u · dv/dx = 1 · ln(x) + x · 1/x = ln(x) + 1
        y = x^x = exp(w)
        dy/dw = exp(w)
        dy/dx = dy/dw · dw/dx = exp(w) · (ln(x) + 1) = x^x (ln(x) + 1)
        """)
    #expect(
      try text((x * x + y).power(3), ["x", "y"]) == """
        z = (x^2 + y)^3
        u = x^2 + y
        ∂u/∂x = 2 x
        ∂u/∂y = 1
        z = u^3
        dz/du = 3 u^2
        ∂z/∂x = dz/du · ∂u/∂x = 3 u^2 · 2 x = 6 x (x^2 + y)^2
        ∂z/∂y = dz/du · ∂u/∂y = 3 u^2 · 1 = 3 (x^2 + y)^2
        """)
    // The names of variables are not taken for parts.
    #expect(
      try text(.variable("u").power(2) + f("sin", n(2) * .variable("u")), ["u"]) == """
        y = u^2 + sin(2 u)
        v = 2 u
        dv/du = 2
        y = u^2 + sin(v)
        dy/du = 2 u + cos(v) · dv/du = 2 u + cos(v) · 2 = 2 u + 2 cos(2 u)
        """)
  }

  @Test func asTeX() throws {
    let tex = try Derivation(of: f("exp", x * x), variables: ["x"]).tex
    #expect(
      tex
        == #"\begin{aligned} y &= e^{x^2} \\ u &= x^2 \\ \frac{du}{dx} &= 2x \\ y &= e^u \\ "#
        + #"\frac{dy}{du} &= e^u \\ \frac{dy}{dx} &= \frac{dy}{du} \cdot \frac{du}{dx} = e^u \cdot 2x = "#
        + #"2xe^{x^2} \end{aligned}"#)
  }

  @Test func whatHasNoSteps() {
    var deep = x
    for _ in 0..<20 { deep = f("sin", deep) }
    #expect(throws: Derivation.Failure.tooManyParts) { try Derivation(of: deep, variables: ["x"]) }
    let remainder = n(2) * f("exp", .function("fmod", [x, n(2)]))
    #expect(throws: Derivation.Failure.noRule("fmod")) { try Derivation(of: remainder, variables: ["x"]) }
  }
}
