import Foundation
import Testing

@testable import Formula

/// Whether expressions are equal, and how that is known.
@Suite struct ComparisonTests {
  private let x = Algebraic.variable("x")
  private let y = Algebraic.variable("y")
  private func f(_ name: String, _ argument: Algebraic) -> Algebraic { .function(name, [argument]) }
  private func n(_ value: Double) -> Algebraic { .number(value) }

  @Test func normalFormsDecideFirst() {
    let pairs: [(Algebraic, Algebraic)] = [
      (x + y, y + x), ((x + n(1)).power(2), x * x + n(2) * x + n(1)),
      ((x + n(1)).power(3) * (x - n(1)), (x * x - n(1)) * (x * x + n(2) * x + n(1))),
      (f("sin", x).power(2) + f("cos", x).power(2), n(1)),
      (n(1) / (x - n(1)) - n(1) / (x + n(1)), n(2) / ((x - n(1)) * (x + n(1)))),
      (f("exp", x) * f("exp", y), f("exp", x + y)), (x * x / x, x),
      ((n(1) + x * x).power(0.5) - x * x / (n(1) + x * x).power(0.5), (n(1) + x * x).power(-0.5)),
    ]
    for (left, right) in pairs {
      #expect(left.comparison(with: right) == .identical, "\(left.text) and \(right.text)")
      #expect(right.comparison(with: left) == .identical, "\(left.text) and \(right.text)")
    }
  }

  @Test func thenValuesDecide() {
    let pairs: [(Algebraic, Algebraic)] = [
      (f("sin", n(2) * x), n(2) * f("sin", x) * f("cos", x)),
      (f("tanh", x), (f("exp", n(2) * x) - n(1)) / (f("exp", n(2) * x) + n(1))),
      (f("log", x * y), f("log", x) + f("log", y)), (n(2).power(x), f("exp", n(log(2)) * x)),
      (n(0.1) * x + n(0.2) * x, n(0.3) * x),
      (f("cos", n(3) * x), n(4) * f("cos", x).power(3) - n(3) * f("cos", x)),
      ((x * x).power(0.5), f("abs", x)),
      (
        n(1) / (n(1) + f("exp", -x)) * (n(1) - n(1) / (n(1) + f("exp", -x))),
        f("exp", -x) / (n(1) + f("exp", -x)).power(2)
      ),
      ((n(1) - x).power(10), (x - n(1)).power(10)),
    ]
    for (left, right) in pairs {
      let found = left.comparison(with: right)
      #expect(found.isEqual, "\(left.text) and \(right.text) \(found)")
      if case .agreement(let points) = found { #expect(points >= 50, "\(left.text) and \(right.text)") }
    }
    #expect(f("sin", n(2) * x).comparison(with: n(2) * f("sin", x) * f("cos", x)) == .agreement(points: 100))
  }

  @Test func differencesAreShownAtAPoint() {
    #expect((x * x).comparison(with: x * x + n(1)).description == "differ at x = 1.0: 1.0 against 2.0")
    #expect((x * x).comparison(with: n(2) * x).description == "differ at x = 1.0: 1.0 against 2.0")
    #expect((x * x).comparison(with: x).description == "differ at x = 2.0: 4.0 against 2.0")
    #expect(
      (x * y).comparison(with: x + y).description == "differ at x = 1.0, y = 2.0: 2.0 against 3.0")
    #expect(
      x.comparison(with: n(2) * x, over: ["y", "x"])
        == .difference(at: [.init("y", 1), .init("x", 2)], left: 2, right: 4))
    #expect(n(1).comparison(with: n(2)).description == "differ: 1.0 against 2.0")
  }

  /// Small differences are found, in small numbers and in large ones.
  @Test func smallDifferencesAreFound() {
    let pairs: [(Algebraic, Algebraic)] = [
      (f("sin", x), f("sin", x) + n(1e-12)), (n(1e-30) * x, n(1.0001e-30) * x),
      (f("exp", -x * x), n(1.000_000_1) * f("exp", -x * x)), (n(1e20) * x, n(1e20) * x + n(1e8)),
      (f("log", x), f("log", x + n(1e-9))), ((x * x).power(0.5), x),
    ]
    for (left, right) in pairs {
      let found = left.comparison(with: right)
      guard case .difference = found else {
        Issue.record("\(left.text) and \(right.text) \(found)")
        continue
      }
    }
  }

  @Test func withoutCommonDomain() {
    let left = f("log", x - n(1))
    let right = (-x).power(0.5)
    #expect(left.comparison(with: right) == .noCommonDomain)
    #expect(left.comparison(with: right).description == "no common domain")
    #expect(!left.comparison(with: right).isEqual)
    #expect(Algebraic.Comparison.agreement(points: 1).description == "agree at 1 point")
    #expect(Algebraic.Comparison.identical.description == "identical by normal form")
  }

  /// Random identities are never refuted, and a changed coefficient always is.
  @Test func randomIdentities() {
    var generator = Generator(seed: 31)
    for _ in 0..<300 {
      func polynomial() -> Algebraic {
        (0...3).reduce(n(0)) { sum, power in
          sum + n(Double(Int.random(in: -5...5, using: &generator))) * x.power(Double(power))
        }
      }
      let (a, b) = (polynomial(), polynomial())
      let sum = f("sin", a + b)
      let expansion = f("sin", a) * f("cos", b) + f("cos", a) * f("sin", b)
      let found = sum.comparison(with: expansion)
      #expect(found.isEqual, "\(a.text) and \(b.text): \(found)")
      #expect(!sum.comparison(with: expansion + n(1e-3)).isEqual)
    }
  }
}
