import Diagnostics
import Session
import Testing

/// Derivatives agree with what they are.
@Suite struct GradientPropertyTests {
  @Test func straightLineProgramsAgreeWithCentralDifferences() throws {
    var generator = Generator(seed: 21)
    let engine = Engine()
    for index in 0..<40 {
      let steps = (0..<4).map { _ in DoubleExpression.random(depth: 2, of: .smooth, &generator) }
      // Each step reads the results of the ones before through the three variables, kept small by `sin`.
      var text = index == 0 ? DoubleExpression.helpers : ""
      text += "func f\(index)(_ a: Double, _ b: Double, _ c: Double) -> Double {\n"
      text += "  var a = a, b = b, c = c\n"
      for (step, expression) in steps.enumerated() {
        // A variable is not assigned to itself alone.
        text += "  \(["a", "b", "c"][step % 3]) = 0 + \(expression.text)\n"
      }
      text += "  return sin(a) + b * c\n}\n"
      func value(_ point: [Double]) -> Double {
        var point = point
        for (step, expression) in steps.enumerated() { point[step % 3] = expression.value(point) }
        return DoubleExpression.function("sin", .variable(0)).value(point) + point[1] * point[2]
      }
      let point = (0..<3).map { _ in Double.random(in: -1...1, using: &generator) }
      text += "let g\(index) = gradient(at: \(point[0]), \(point[1]), \(point[2]), of: f\(index))\n"
      text += "print(g\(index).0)\nprint(g\(index).1)\nprint(g\(index).2)"
      let outcome = engine.run(SourceText(name: "cell \(index)", text: text))
      try #require(outcome.errors.map(\.message) == [], "\(text)")
      let gradient = outcome.printed.split(separator: "\n").compactMap { Double($0) }
      try #require(gradient.count == 3)
      for variable in 0..<3 {
        let h = 1e-5
        var left = point
        var right = point
        left[variable] -= h
        right[variable] += h
        let difference = (value(right) - value(left)) / (2 * h)
        let scale = max(1, abs(difference), abs(value(point)))
        #expect(
          abs(gradient[variable] - difference) < 2e-6 * scale,
          "by \(["a", "b", "c"][variable]) at \(point): \(gradient[variable]), not \(difference), in\n\(text)"
        )
      }
    }
  }

  /// With small integers every operation is exact, so the derivative must be too.
  @Test func polynomialsAreExact() {
    var generator = Generator(seed: 22)
    let engine = Engine()
    let horner = """
      func p(_ x: Double, _ coefficients: [Double]) -> Double {
        var sum = 0.0
        for c in coefficients { sum = sum * x + c }
        return sum
      }
      """
    #expect(engine.run(SourceText(name: "horner", text: horner)).errors.map(\.message) == [])
    for _ in 0..<40 {
      let coefficients = (0..<(2 + generator.below(6))).map { _ in Double(generator.below(19) - 9) }
      let x = Double(generator.below(17) - 8) / 4
      var value = 0.0
      var slope = 0.0
      for c in coefficients {
        slope = slope * x + value
        value = value * x + c
      }
      let call = "derivative(at: \(x)) { x in p(x, \(coefficients)) }"
      let outcome = engine.run(SourceText(name: "call", text: call), mode: .expression)
      #expect(
        Double(outcome.printed.dropLast()) == slope,
        "\(call): \(outcome.explained(in: SourceText(name: "", text: call)))")
    }
  }

  /// Values taken while a derivative is recorded are those of the plain run.
  @Test func valueWithDerivativeIsTheValue() {
    let text = """
      func f(_ x: Double) -> Double {
        var terms: [Double] = []
        var total = 0.0
        for k in 0..<20 {
          terms.append(k % 3 == 0 ? sin(x * Double(k)) : max(x, Double(k)) / (1 + x * x))
          total += terms[k / 2] * (terms.last ?? 0)
        }
        let squares = terms.map { $0 * $0 }
        return squares.reduce(0, +) + total
      }
      let (value, slope) = valueWithDerivative(at: 0.7, of: f)
      print(value == f(0.7), slope == derivative(at: 0.7, of: f))
      """
    let outcome = run(text)
    #expect(outcome.explained(in: SourceText(name: "", text: text)) == "")
    #expect(outcome.printed == "true true\n")
  }

  @Test func gradientOfAnArray() {
    let text = """
      func f(_ v: [Double]) -> Double {
        var w = v
        w[0] = w[0] * w[1]
        w.append(w[2] * 3)
        return w.reduce(0, +)
      }
      print(gradient(at: [2, 5, 7], of: f))
      """
    let outcome = run(text)
    #expect(outcome.explained(in: SourceText(name: "", text: text)) == "")
    #expect(outcome.printed == "[5.0, 3.0, 4.0]\n")
  }
}
