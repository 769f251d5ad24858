import Foundation
import Testing

@testable import Formula

/// Every rule by which expressions are simplified, differentiated and written, by its values.
@Suite struct AlgebraicRulesTests {
  private let points = [0.3, 0.7, 1.3, 2.1].map { ["x": $0, "y": 2.3 - $0 / 2, "z": 0.4 + $0 * $0] }
  private static let unary = [
    "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan",
    "sinh",
    "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "abs", "sqrt", "cbrt",
  ]

  private func number(_ form: Algebraic, _ point: [String: Double]) -> Double {
    form.value(at: point)?.value ?? .nan
  }

  /// The rule of each function against a central difference of the function itself.
  @Test(arguments: unary) func derivativesOfFunctions(_ name: String) throws {
    let form = Algebraic.function(name, [.variable("x")])
    let derivative = try #require(form.derivative(by: "x"))
    var compared = 0
    for x in [0.2, 0.6, 1.4, 2.2] {
      let h = 1e-5
      let slope = (number(form, ["x": x + h]) - number(form, ["x": x - h])) / (2 * h)
      guard slope.isFinite else { continue }
      compared += 1
      #expect(abs(number(derivative, ["x": x]) - slope) <= 1e-8 * max(1, abs(slope)), "\(name) at \(x)")
    }
    #expect(compared >= 2)
  }

  @Test(arguments: ["pow", "atan2", "hypot"]) func derivativesOfFunctionsOfTwo(_ name: String) throws {
    let x = Algebraic.variable("x")
    let form = Algebraic.function(name, [x * x, x * .variable("y")])
    for variable in ["x", "y"] {
      let derivative = try #require(form.derivative(by: variable))
      for point in points {
        var (left, right) = (point, point)
        left[variable, default: 0] -= 1e-5
        right[variable, default: 0] += 1e-5
        let slope = (number(form, right) - number(form, left)) / 2e-5
        #expect(abs(number(derivative, point) - slope) <= 1e-7 * max(1, abs(slope)), "\(name) by \(variable)")
      }
    }
  }

  @Test func functionsWithoutRuleHaveNoDerivative() {
    let x = Algebraic.variable("x")
    #expect(Algebraic.function("fmod", [x, .number(2)]).derivative(by: "x") == nil)
    #expect(Algebraic.function("fmod", [x, .number(2)]).derivative(by: "y") == .number(0))
  }

  /// What a rule makes of an expression, against the expression itself computed with numbers.
  @Test func simplifications() {
    let x = Algebraic.variable("x")
    let y = Algebraic.variable("y")
    func f(_ name: String, _ argument: Algebraic) -> Algebraic { .function(name, [argument]) }
    let sum = x + x + .number(1)
    func check(_ form: Algebraic, _ text: String, _ expected: (Double, Double) -> Double) {
      #expect(form.text == text)
      for point in points {
        let value = expected(point["x"] ?? 0, point["y"] ?? 0)
        #expect(abs(number(form, point) - value) <= 1e-13 * abs(value), "\(text) at \(point)")
      }
    }
    check(f("exp", x) * f("exp", y), "exp(x + y)") { exp($0) * exp($1) }
    check(f("exp", x).power(3), "exp(3 x)") { x, _ in pow(exp(x), 3) }
    check(f("exp", x) / f("exp", x), "1") { _, _ in 1 }
    check(f("log", f("exp", x * y)), "x y") { log(exp($0 * $1)) }
    check(f("log1p", x), "ln(x + 1)") { x, _ in log1p(x) }
    check(f("expm1", x), "exp(x) - 1") { x, _ in expm1(x) }
    check(f("exp2", x), "2^x") { x, _ in exp2(x) }
    check(.function("hypot", [x, y]), "sqrt(x^2 + y^2)") { hypot($0, $1) }
    check(x * x.power(y - .number(1)), "x^y") { $0 * pow($0, $1 - 1) }
    check(x.power(y) / x, "x^(y - 1)") { pow($0, $1) / $0 }
    check(sum * sum * sum, "(2 x + 1)^3") { x, _ in (2 * x + 1) * (2 * x + 1) * (2 * x + 1) }
    check(f("sin", -x), "-sin(x)") { x, _ in sin(-x) }
    check(f("cos", -x * y - x), "cos(x y + x)") { x, y in cos(-x * y - x) }
    check(f("erf", -x), "-erf(x)") { x, _ in erf(-x) }
    check(f("abs", -x), "|x|") { x, _ in abs(-x) }
    check((.number(1) + x.power(-2)).power(-1), "x^2/(x^2 + 1)") { x, _ in 1 / (1 + 1 / (x * x)) }
    check((.number(1) + y / x).power(-2), "x^2/(x + y)^2") { x, y in 1 / ((1 + y / x) * (1 + y / x)) }
    let one = Algebraic.number(1)
    let quotient = (x + one).power(2) / (x + .number(2))
    if let slope = quotient.derivative(by: "x") {
      check(slope, "(x^2 + 4 x + 3)/(x + 2)^2") { x, _ in
        (2 * (x + 1) * (x + 2) - (x + 1) * (x + 1)) / pow(x + 2, 2)
      }
    }
    check(f("sin", x).power(2) * y + f("cos", x).power(2) * y, "y") { x, y in
      sin(x) * sin(x) * y + cos(x) * cos(x) * y
    }
  }

  @Test func oddAndEvenFunctions() {
    let x = Algebraic.variable("x")
    for name in Self.unary {
      let (form, mirrored) = (Algebraic.function(name, [-x]), Algebraic.function(name, [x]))
      for at in [0.2, 0.6, 1.7] {
        let (found, expected) = (number(form, ["x": at]), number(mirrored, ["x": -at]))
        #expect(found == expected || (found.isNaN && expected.isNaN), "\(name) at \(at)")
      }
    }
  }

  @Test func numbersThatAreNone() {
    let x = Algebraic.variable("x")
    #expect((x / .number(0)).isFinite == false)
    #expect((x / .number(0)).text == "∞ x")
    #expect((.number(1) / (x - x)).isFinite == false)
    #expect(x.isFinite)
  }

  /// A random sum of products of the kinds that factoring knows.
  private func randomSum(_ generator: inout Generator) -> Algebraic {
    let x = Algebraic.variable("x")
    let y = Algebraic.variable("y")
    let base = x * x + .number(1)
    let pieces: [Algebraic] = [
      x, y, .variable("z"), .function("exp", [x]), .function("sin", [y]), x.power(-1), base.power(0.5),
      base.power(-0.5), base.power(-1), x - .number(1), x.power(0.5), .function("log", [y]),
    ]
    let common = pieces.randomElement(using: &generator) ?? x
    var sum = Algebraic.number(0)
    for _ in 0..<Int.random(in: 2...4, using: &generator) {
      var term = Algebraic.number(Double(Int.random(in: -6...6, using: &generator)) / 2)
      for _ in 0..<2 { term = term * (pieces.randomElement(using: &generator) ?? y) }
      sum = sum + (Bool.random(using: &generator) ? term * common : term * common * common)
    }
    return sum
  }

  @Test func factorsAndGroupsKeepTheValue() {
    var generator = Generator(seed: 17)
    var (factored, grouped) = (0, 0)
    for _ in 0..<2000 {
      let form = randomSum(&generator)
      for point in points {
        guard let whole = form.value(at: point), whole.value.isFinite else { continue }
        let tolerance = 1e-12 * max(1, abs(whole.value)) + 10 * whole.error
        if let (product, coefficient) = form.factored {
          factored += 1
          let value = number(Algebraic(product, coefficient), point)
          #expect(abs(value - whole.value) <= tolerance, "\(form.text)")
        }
        let groups = form.grouped
        if groups.count < form.terms.count { grouped += 1 }
        let value = groups.reduce(0) { $0 + number(Algebraic($1.product, $1.coefficient), point) }
        #expect(abs(value - whole.value) <= tolerance, "\(form.text)")
      }
    }
    #expect(factored > 1000)
    #expect(grouped > 100)
  }

  @Test func derivativesOfSumsAgreeWithDifferences() throws {
    var generator = Generator(seed: 19)
    for _ in 0..<300 {
      let form = randomSum(&generator)
      let derivative = try #require(form.derivative(by: "x"))
      for point in points {
        var (left, right) = (point, point)
        left["x", default: 0] -= 1e-5
        right["x", default: 0] += 1e-5
        let (a, b) = (number(form, left), number(form, right))
        let slope = (b - a) / 2e-5
        #expect(
          abs(number(derivative, point) - slope) <= 1e-6 * max(1, abs(a), abs(slope)),
          "\(form.text) at \(point)")
      }
    }
  }

  @Test func substitutionIsCompositionOfValues() {
    var generator = Generator(seed: 23)
    for _ in 0..<300 {
      let form = randomSum(&generator)
      let inner = Algebraic.function("exp", [.variable("y")]) + .number(1)
      for point in points {
        var outer = point
        outer["x"] = number(inner, point)
        let expected = number(form, outer)
        let found = number(form.substituting(["x": inner]), point)
        #expect(abs(found - expected) <= 1e-10 * max(1, abs(expected)), "\(form.text)")
      }
    }
  }

  /// The bound holds: it covers the distance to the value of the same expression in another form.
  @Test func errorsAreBounds() {
    let x = Algebraic.variable("x")
    let difference = (x + .number(1)).power(7)
    for k in 0..<200 {
      let at = -1 + Double(k) / 100
      guard let found = difference.value(at: ["x": at]) else { continue }
      var product = 1.0
      for _ in 0..<7 { product *= at + 1 }
      #expect(abs(found.value - product) <= 4 * found.error + 1e-300)
    }
  }
}
