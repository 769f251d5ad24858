import Diagnostics
import Testing

@testable import Session

/// Derivatives where there is none, or only from one side: what is answered there.
@Suite struct DerivativeKinkTests {
  private func lines(_ text: String) -> [String] {
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    #expect(outcome.errors.map(\.message) == [])
    guard case .text(let printed)? = outcome.outputs.first else { return [] }
    // The sign of a NaN is not defined.
    return printed.replacing("-nan", with: "nan").split(separator: "\n").map(String.init)
  }

  /// A tie of `max` goes to the last argument, one of `min` to the first; those of arrays to the first element.
  @Test func ties() {
    let text = """
      print(gradient(at: 1, 1) { x, y in max(x, y) }, gradient(at: 1, 1) { x, y in min(x, y) })
      print(gradient(at: 0, -0.0) { x, y in max(x, y) }, gradient(at: 0, -0.0) { x, y in min(x, y) })
      print(gradient(at: 1, 1) { x, y in Double.maximum(x, y) }, gradient(at: 1, 1) { x, y in Double.minimum(x, y) })
      print(gradient(at: 1, 1, 1) { x, y, z in max(x, y, z) }, gradient(at: 1, 1, 1) { x, y, z in min(x, y, z) })
      print(gradient(at: [1, 1, 1]) { v in v.max()! }, gradient(at: [1, 1, 1]) { v in v.min()! })
      """
    #expect(
      lines(text) == [
        "(0.0, 1.0) (1.0, 0.0)", "(0.0, 1.0) (1.0, 0.0)", "(0.0, 1.0) (1.0, 0.0)",
        "(0.0, 0.0, 1.0) (1.0, 0.0, 0.0)", "[1.0, 0.0, 0.0] [1.0, 0.0, 0.0]",
      ])
  }

  /// The slope of `abs` at either zero is 1, and its own slope is 0 everywhere.
  @Test func magnitudes() {
    let text = """
      let slope = derivative { x in abs(x) }
      print(slope(0), slope(-0.0), slope(5e-324), slope(-5e-324), derivative(of: slope)(0))
      print(derivative(at: 0) { x in x.magnitude }, derivative(at: -2) { x in x.magnitude })
      print(gradient(at: 0, 0) { x, y in hypot(x, y) }, derivative(at: 0) { x in sqrt(x * x) })
      """
    #expect(lines(text) == ["1.0 1.0 1.0 -1.0 0.0", "1.0 -1.0", "(nan, nan) nan"])
  }

  /// By the base a power has the derivative of the polynomial, at 0 too; by the exponent it has none for a base
  /// that is not positive, and 0 is answered.
  @Test func powers() {
    let text = """
      print([0, 0.5, 1, 1.5, 2, 3].map { y in derivative(at: 0) { x in pow(x, y) } })
      print([0, 1, 2, 3].map { y in gradient(at: -2, y) { x, y in pow(x, y) } })
      print([0, 1, 2, 3].map { y in derivative(at: -2, of: derivative { x in pow(x, y) }) })
      print(gradient(at: 0, 2) { x, y in pow(x, y) }, gradient(at: 0, 0) { x, y in pow(x, y) })
      """
    #expect(
      lines(text) == [
        "[0.0, inf, 1.0, 0.0, 0.0, 0.0]", "[(0.0, 0.0), (1.0, 0.0), (-4.0, 0.0), (12.0, 0.0)]",
        "[0.0, 0.0, 2.0, -12.0]", "(0.0, 0.0) (0.0, 0.0)",
      ])
  }

  @Test func endsOfDomains() {
    let text = """
      print(derivative(at: 0) { x in sqrt(x) }, derivative(at: -1) { x in sqrt(x) }, derivative(at: 0) { x in cbrt(x) })
      print(derivative(at: 1) { x in asin(x) }, derivative(at: -1) { x in acos(x) })
      print(derivative(at: 1) { x in atanh(x) }, derivative(at: 1) { x in acosh(x) }, derivative(at: 2) { x in asin(x) })
      print(derivative(at: 0) { x in log(x) }, derivative(at: 0) { x in 1 / x }, derivative(at: 0) { x in x / x })
      """
    #expect(lines(text) == ["inf nan inf", "inf -inf", "inf inf nan", "inf -inf nan"])
  }

  /// An angle has a gradient on the axes, at the cut of `atan2` too, and none at the origin.
  @Test func angles() {
    let text = """
      let axes = [(0.0, 1.0), (1, 0), (0, -1), (-1, 0), (-0.0, -1)]
      print(axes.map { p in gradient(at: p.0, p.1) { y, x in atan2(y, x) } })
      print(gradient(at: 0, 0) { y, x in atan2(y, x) })
      """
    #expect(
      lines(text) == [
        "[(1.0, 0.0), (0.0, -1.0), (-1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]", "(nan, nan)",
      ])
  }

  /// Steps are flat, also at the step itself; a remainder has the slope of the side that it is computed on.
  @Test func steps() {
    let text = """
      for x in [2, 2.5, -0.5, 0] {
        print([floor, ceil, round, trunc, rint].map { f in derivative(at: x) { f($0) } })
      }
      print(derivative(at: 2.5) { x in Double(Int(x)) * x })
      print(gradient(at: 6, 2) { x, y in fmod(x, y) }, gradient(at: 6, 4) { x, y in remainder(x, y) })
      """
    #expect(
      lines(text) == Array(repeating: "[0.0, 0.0, 0.0, 0.0, 0.0]", count: 4) + [
        "2.0", "(1.0, -3.0) (1.0, -2.0)",
      ])
  }

  /// Functions that the host computes.
  @Test func functionsOutsideTheMachine() {
    let text = """
      print(gradient(at: 2, 3, 5) { x, y, z in fma(x, y, z) }, hessian(at: 2, 3, 5) { x, y, z in fma(x, y, z) })
      print(valueWithDerivative(at: 0.1) { x in x.addingProduct(x, 10 * x) })
      print(derivative(at: 2) { x in x.nextUp * x.nextDown }, derivative(at: 2) { x in x.ulp + x })
      print(derivative(at: 2) { x in x * tgamma(withoutDerivative(at: x) + 1) })
      print(formula(of: { x in fma(x, x, 3) }))
      """
    #expect(
      lines(text) == [
        "(3.0, 2.0, 1.0) [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]",
        "(value: 0.2, derivative: 3.0)", "4.0 1.0", "2.0", "x^2 + 3",
      ])
    let outcome = Engine().run(
      SourceText(name: "cell", text: "derivative(at: 2) { x in tgamma(x) }"), mode: .program)
    #expect(outcome.errors.map(\.message) == ["'tgamma' has no derivative"])
  }
}
