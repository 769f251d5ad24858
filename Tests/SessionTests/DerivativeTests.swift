import Diagnostics
import Testing

@testable import Session

/// Derivatives of what cells define, of any order and any shape of argument.
@Suite struct DerivativeTests {
  private func lines(_ text: String) -> [String] {
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    guard case .text(let printed)? = outcome.outputs.first else { return [] }
    return printed.split(separator: "\n").map(String.init)
  }

  /// Functions with their first three derivatives, written out.
  private static let families: [(name: String, f: [String])] = [
    ("cube", ["x * x * x", "3 * x * x", "6 * x", "6.0"]),
    ("reciprocal", ["1 / x", "-1 / (x * x)", "2 / (x * x * x)", "-6 / (x * x * x * x)"]),
    ("sin", ["sin(x)", "cos(x)", "-sin(x)", "-cos(x)"]),
    ("cos", ["cos(x)", "-sin(x)", "-cos(x)", "sin(x)"]),
    (
      "tan",
      [
        "tan(x)", "1 + tan(x) * tan(x)", "2 * tan(x) * (1 + tan(x) * tan(x))",
        "(1 + tan(x) * tan(x)) * (2 + 6 * tan(x) * tan(x))",
      ]
    ),
    ("exp", ["exp(x)", "exp(x)", "exp(x)", "exp(x)"]),
    ("exp2", ["exp2(x)", "log(2) * exp2(x)", "log(2) * log(2) * exp2(x)", "pow(log(2), 3) * exp2(x)"]),
    ("expm1", ["expm1(x)", "exp(x)", "exp(x)", "exp(x)"]),
    ("log", ["log(x)", "1 / x", "-1 / (x * x)", "2 / (x * x * x)"]),
    ("log2", ["log2(x)", "1 / (x * log(2))", "-1 / (x * x * log(2))", "2 / (x * x * x * log(2))"]),
    ("log10", ["log10(x)", "1 / (x * log(10))", "-1 / (x * x * log(10))", "2 / (x * x * x * log(10))"]),
    ("log1p", ["log1p(x)", "1 / (1 + x)", "-1 / pow(1 + x, 2)", "2 / pow(1 + x, 3)"]),
    ("sqrt", ["sqrt(x)", "0.5 / sqrt(x)", "-0.25 / (x * sqrt(x))", "0.375 / (x * x * sqrt(x))"]),
    (
      "cbrt",
      ["cbrt(x)", "cbrt(x) / (3 * x)", "-2 * cbrt(x) / (9 * x * x)", "10 * cbrt(x) / (27 * x * x * x)"]
    ),
    ("pow", ["pow(x, 2.5)", "2.5 * pow(x, 1.5)", "3.75 * pow(x, 0.5)", "1.875 * pow(x, -0.5)"]),
    (
      "exponential",
      ["pow(3, x)", "log(3) * pow(3, x)", "log(3) * log(3) * pow(3, x)", "pow(log(3), 3) * pow(3, x)"]
    ),
    ("sinh", ["sinh(x)", "cosh(x)", "sinh(x)", "cosh(x)"]),
    ("cosh", ["cosh(x)", "sinh(x)", "cosh(x)", "sinh(x)"]),
    (
      "tanh",
      [
        "tanh(x)", "1 / pow(cosh(x), 2)", "-2 * tanh(x) / pow(cosh(x), 2)",
        "(6 * tanh(x) * tanh(x) - 2) / pow(cosh(x), 2)",
      ]
    ),
    (
      "atan",
      [
        "atan(x)", "1 / (1 + x * x)", "-2 * x / pow(1 + x * x, 2)", "(6 * x * x - 2) / pow(1 + x * x, 3)",
      ]
    ),
    (
      "asin",
      [
        "asin(x)", "pow(1 - x * x, -0.5)", "x * pow(1 - x * x, -1.5)",
        "(1 + 2 * x * x) * pow(1 - x * x, -2.5)",
      ]
    ),
    (
      "acos",
      [
        "acos(x)", "-pow(1 - x * x, -0.5)", "-x * pow(1 - x * x, -1.5)",
        "-(1 + 2 * x * x) * pow(1 - x * x, -2.5)",
      ]
    ),
    (
      "asinh",
      [
        "asinh(x)", "pow(1 + x * x, -0.5)", "-x * pow(1 + x * x, -1.5)",
        "(2 * x * x - 1) * pow(1 + x * x, -2.5)",
      ]
    ),
    (
      "atanh",
      [
        "atanh(x)", "1 / (1 - x * x)", "2 * x / pow(1 - x * x, 2)", "(2 + 6 * x * x) / pow(1 - x * x, 3)",
      ]
    ),
    (
      "erf",
      [
        "erf(x)", "2 / sqrt(Double.pi) * exp(-x * x)", "-4 * x / sqrt(Double.pi) * exp(-x * x)",
        "(8 * x * x - 4) / sqrt(Double.pi) * exp(-x * x)",
      ]
    ),
    (
      "erfc",
      [
        "erfc(x)", "-2 / sqrt(Double.pi) * exp(-x * x)", "4 * x / sqrt(Double.pi) * exp(-x * x)",
        "-(8 * x * x - 4) / sqrt(Double.pi) * exp(-x * x)",
      ]
    ),
    (
      "hypot",
      ["hypot(x, 2)", "x / hypot(x, 2)", "4 / pow(hypot(x, 2), 3)", "-12 * x / pow(hypot(x, 2), 5)"]
    ),
    (
      "atan2",
      [
        "atan2(x, 2)", "2 / (x * x + 4)", "-4 * x / pow(x * x + 4, 2)",
        "(12 * x * x - 16) / pow(x * x + 4, 3)",
      ]
    ),
  ]

  /// The first three derivatives of every elementary function, by nesting, against their closed forms.
  @Test(arguments: families.indices) func nestedDerivativesAgreeWithClosedForms(_ index: Int) {
    let (name, forms) = Self.families[index]
    var text = ""
    for (order, form) in forms.enumerated() {
      text += "func f\(order)(_ x: Double) -> Double { \(form) }\n"
    }
    text += """
      let d1 = derivative(of: f0)
      let d2 = derivative(of: d1)
      let d3 = derivative(of: d2)
      for x in [0.125, 0.3, 0.5, 0.875] {
        print(d1(x), f1(x))
        print(d2(x), f2(x))
        print(d3(x), f3(x))
      }
      """
    for line in lines(text) {
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 2 else {
        Issue.record("\(name): \(line)")
        continue
      }
      let error = abs(numbers[0] - numbers[1]) / max(abs(numbers[1]), 1e-3)
      #expect(error <= 1e-12, "\(name): \(numbers[0]) is not \(numbers[1])")
    }
  }

  @Test func perturbationsAreNotConfused() {
    // d/dx (x · d/dy (x + y)) is 1, not 2: the example of Siskind and Pearlmutter, "Perturbation confusion" (2005).
    #expect(
      lines("print(derivative(at: 1.0) { x in x * derivative(at: 1.0) { y in x + y } })") == ["1.0"])
    #expect(
      lines("print(derivative(at: 2.0) { x in x * derivative(at: 3.0) { y in x * y * y } })") == ["24.0"])
  }

  @Test func everyShapeOfArgument() {
    let text = """
      print(gradient(at: [[1.0, 2], [3]], of: { m in m[0][0] * m[1][0] + m[0][1] }))
      print(valueWithGradient(at: 3.0, [1.0, 2.0]) { x, w in x * w[0] + w[1] })
      print(gradient(at: [1.0], 2.0, [[3.0]]) { a, b, c in a[0] * b * c[0][0] })
      print(derivative(at: 2.0, of: { x in [x, x * x, x * x * x] }))
      print(jacobian(at: [1, 2]) { v in [v[0] * v[1], v[0], 7] })
      print(hessian(at: [1, 2]) { v in v[0] * v[0] * v[1] + v[1] * v[1] * v[1] })
      print(hessian(at: 1, 2) { x, y in x * y * y })
      """
    #expect(
      lines(text) == [
        "[[3.0, 1.0], [1.0]]", "(value: 5.0, gradient: (1.0, [3.0, 1.0]))", "([6.0], 3.0, [[2.0]])",
        "[1.0, 4.0, 12.0]", "[[2.0, 1.0], [1.0, 0.0], [0.0, 0.0]]", "[[4.0, 2.0], [2.0, 12.0]]",
        "[[0.0, 4.0], [4.0, 2.0]]",
      ])
  }

  @Test func linearMaps() {
    let text = """
      var calls = 0
      func f(_ v: [Double]) -> [Double] {
        calls += 1
        return [v[0] * v[1], v[0] + v[1], v[1]]
      }
      let (value, back) = valueWithPullback(at: [2.0, 3.0], of: f)
      print(value, back([1, 0, 0]), back([0, 1, 0]), back([1, 1, 1]))
      let forth = differential(at: [2.0, 3.0], of: f)
      print(forth([1, 0]), forth([0, 1]), calls)
      print(derivative(at: 2.0) { x in pullback(at: [x, 3.0], of: f)([x, 0, 0])[0] })
      """
    #expect(
      lines(text) == [
        "[6.0, 5.0, 3.0] [3.0, 2.0] [1.0, 1.0] [4.0, 4.0]", "[3.0, 1.0, 0.0] [2.0, 1.0, 1.0] 2", "3.0",
      ])
  }

  @Test func throughEverythingThatCellsHave() {
    let text = """
      final class Scale { var factor = 1.0 }
      struct Line { var slope: Double; var offset: Double; func at(_ x: Double) -> Double { slope * x + offset } }
      func throughMany(_ x: Double) -> Double {
        let scale = Scale()
        scale.factor = x
        var list = [x, 2 * x]
        list[0] *= scale.factor
        list.append(Line(slope: x, offset: 1).at(3))
        func add(_ y: inout Double) { y += x }
        add(&list[1])
        let named = ["a": x, "b": x * x]
        var optional: Double? = x
        optional? += 1
        let sum = list.map { $0 * x }.reduce(0, +) + zip(list, list).map { $0 * $1 }.max()!
        return sum + named["b", default: 0] + (optional ?? 0) + abs(-x) + max(x, 1) + min(x, 9)
      }
      print(derivative(at: 2.0, of: throughMany))
      let h = 1e-6
      print((throughMany(2 + h) - throughMany(2 - h)) / (2 * h))
      """
    let found = lines(text).compactMap { Double($0) }
    #expect(found.count == 2)
    if found.count == 2 { #expect(abs(found[0] - found[1]) < 1e-6 * abs(found[1])) }
  }

  @Test func kinksAndEdges() {
    let text = """
      print(gradient(at: 1.0, 1.0) { x, y in max(x, y) }, gradient(at: 1.0, 1.0) { x, y in min(x, y) })
      print(derivative(at: 0.0) { x in abs(x) }, derivative(at: 0.0) { x in pow(x, 2) })
      print(derivative(at: 2.0) { x in x * withoutDerivative(at: x) })
      print(derivative(at: 2.0) { x in x.rounded() }, derivative(at: 2.0) { _ in 3.0 })
      let d = derivative(of: derivative(of: derivative(of: derivative(of: derivative { x in pow(x, 4) }))))
      print(d(0), d(2))
      """
    #expect(lines(text) == ["(0.0, 1.0) (1.0, 0.0)", "1.0 0.0", "2.0", "0.0 0.0", "0.0 0.0"])
  }

  @Test func linearMapsOfTwoAndThreeArguments() {
    let text = """
      func f(_ x: Double, _ y: Double) -> Double { x * x * y }
      func g(_ x: Double, _ w: [Double], _ z: Double) -> [Double] { [x * w[0], w[1] * z, x * z] }
      print(pullback(at: 2, 3, of: f)(1), differential(at: 2, 3, of: f)(1, 0), valueWithPullback(at: 2, 3, of: f).value)
      print(valueWithDifferential(at: 2, 3, of: f).value, differential(at: 1, [3, 4], 5, of: g)(2, [1, 1], 0))
      let (value, pull) = valueWithPullback(at: 2, [3, 4], 5, of: g)
      print(value, pull([1, 1, 1]), pullback(at: 2, [3, 4], 5, of: g)([0, 1, 0]))
      let (same, push) = valueWithDifferential(at: 2, [3, 4], 5, of: g)
      print(same, push(1, [0, 0], 0), push(0, [1, 1], 1))
      print(derivative(of: f)(2, 3), valueWithDerivative(at: 2, 3, of: f))
      print(valueWithDerivative(at: 1, 2, 3) { x, y, z in x * y * z })
      print(derivative(of: { (x: Double, y: Double, z: Double) in x * y * z })(1, 2, 3))
      """
    #expect(
      lines(text) == [
        "(12.0, 4.0) 12.0 12.0", "12.0 [7.0, 5.0, 10.0]",
        "[6.0, 20.0, 10.0] (8.0, [2.0, 5.0], 6.0) (0.0, [0.0, 5.0], 4.0)",
        "[6.0, 20.0, 10.0] [3.0, 0.0, 5.0] [2.0, 9.0, 2.0]", "16.0 (value: 12.0, derivative: 16.0)",
        "(value: 6.0, derivative: 11.0)", "11.0",
      ])
  }

  /// A sum of products is one operation; written in two steps it is two. Their derivatives are the same.
  @Test func sumsOfProductsAreWhatTheyAreInSteps() {
    func program(_ add: (String) -> String) -> String {
      """
      func square(_ x: Double) -> Double { x > 2 ? 1 : x * x }
      func f(_ a: [Double], _ b: [Double]) -> Double {
        var s = 0.0
        for i in 0..<3 {
          \(add("a[i] * b[i]"))
          \(add("square(a[i])"))
          \(add("s * a[i]"))
          \(add("2 * b[i]"))
          \(add("i * 3.0".replacing("i", with: "Double(i)")))
        }
        return s
      }
      print(valueWithGradient(at: [1.5, 2, 3], [1, 2, -3], of: f), hessian(at: [1.5, 2, 3]) { f($0, [1, 2, 3]) })
      print(jacobian(at: [1.5]) { x in [f([x[0], 1, x[0]], x + x + x), f(x + x + x, [1, 2, 3]), x[0]] })
      func g(_ x: Double, _ y: Double) -> Double { var s = 1.0; \(add("x * y")); \(add("2 * x")); \(add("s * s")); return s }
      print(formula(of: g), gradient(at: 2, 3, of: g))
      """
    }
    let one = lines(program { "s += \($0)" })
    #expect(one.count == 3)
    #expect(one == lines(program { "do { let t = \($0); s += t }" }))
  }
}
