import Diagnostics
import Session
import Testing

/// Loops that add up products run in one go; they do what they do step by step.
@Suite struct SumsOfProductsTests {
  /// Bodies of loops over `i`, with `k` and `m` for indices of their own.
  private static let bodies: [(adding: String, after: String)] = [
    ("a[i] * b[i]", ""), ("a[i] * a[i]", ""), ("a[i] * b[2]", ""), ("a[k] * b[i]", "k += 1"),
    ("a[i + 1] * b[i]", ""), ("a[i] * b[i - 1]", ""), ("a[k] * b[m]", "k += 1; m += 1"),
    ("a[k] * b[i]", "m += 1"), ("a[i] * b[k]", "k += 2"), ("a[i] * b[k]", "k -= 1"),
  ]

  private func program(_ body: (adding: String, after: String), inSteps: Bool) -> String {
    let adding = inSteps ? "do { let t = \(body.adding); s += t }" : "s += \(body.adding)"
    return """
      func sum(_ a: [Double], _ b: [Double], _ start: Double, _ from: Int, _ to: Int, _ first: Int) -> Double {
        var s = start
        var k = first
        var m = 1
        for i in from..<to {
          \(adding)
          \(body.after)
        }
        return s + Double(k) + Double(m)
      }
      let a = [0.1, -0.2, 1e300, 3.5, .infinity, -0.0, 7], b = [2.5, -1.5, 1e-300, 1e10, 0, -0.0, 1]
      for (from, to) in [(0, 0), (1, 2), (1, 4), (2, 6), (1, 6)] {
        for start in [0.0, -0.0, 1.5, .nan] { print(sum(a, b, start, from, to, 0), sum(b, a, start, from, to, 1)) }
      }
      print(valueWithGradient(at: [1.0, 2, 3, 4, 5, 6, 7], [2.0, 3, 5, 7, 11, 13, 17], 0.5) { a, b, s in sum(a, b, s, 1, 5, 1) })
      print(gradient(at: [1.0, 2, 3, 4, 5, 6, 7]) { a in sum(a, b, 0, 1, 5, 1) })
      print(hessian(at: [1.0, 2, 3, 4, 5]) { a in let s = sum(a + a, a + a, a[0], 1, 3, 0); return s * s })
      print(jacobian(at: [2.0]) { x in [sum(x + x + x + x, b, x[0], 1, 2, 0), sum(b, x + x + x + x, 1, 1, 2, 1)] })
      """
  }

  @Test(arguments: 0..<bodies.count) func theyAreWhatTheyAreInSteps(_ index: Int) {
    let body = Self.bodies[index]
    let whole = run(program(body, inSteps: false))
    let steps = run(program(body, inSteps: true))
    #expect(!whole.printed.isEmpty && whole.printed == steps.printed)
    #expect(whole.errors.map(\.id) == steps.errors.map(\.id))
  }

  @Test func theyRunInOneGo() {
    let source = SourceText(name: "dot", text: program(Self.bodies[0], inSteps: false))
    #expect(Engine().disassemble(source).text.contains("sumProducts"))
    let inSteps = SourceText(name: "dot", text: program(Self.bodies[0], inSteps: true))
    #expect(!Engine().disassemble(inSteps).text.contains("sumProducts"))
  }

  /// Where one of the elements is missing, the loop stops at it, with all that was done before.
  @Test func theyTrapWhereTheyWould() {
    let text = """
      func dot(_ a: [Double], _ b: [Double], _ n: Int) -> Double {
        var s = 0.0
        for i in 0..<n {
          s += a[i] * b[i]
        }
        return s
      }
      print(dot([1, 2], [3, 4], 2))
      print(dot([1, 2], [3], 2))
      """
    let outcome = run(text)
    let source = SourceText(name: "main.swift", text: text)
    #expect(outcome.printed == "11.0\n")
    #expect(outcome.errors.map(\.id) == ["trap.index"])
    #expect(outcome.errorLines(in: source) == [4])
  }

  /// A long loop counts as much as it does in steps, and stops where its instructions are used up.
  @Test func theyUseUpInstructions() {
    let text = """
      func dot(_ a: [Double], _ rounds: Int) -> Double {
        var s = 0.0
        for _ in 0..<rounds {
          for i in 0..<a.count { s += a[i] * a[i] }
        }
        return s
      }
      print(dot([Double](repeating: 1, count: 10_000), ROUNDS))
      """
    var limits = Engine.Limits()
    limits.fuel = 1_000_000
    let few = run(text.replacing("ROUNDS", with: "10"), limits: limits)
    #expect(few.printed == "100000.0\n" && few.fuel > 100_000)
    let many = run(text.replacing("ROUNDS", with: "30"), limits: limits)
    #expect(many.errors.map(\.id) == ["limit.fuel"])
  }
}
