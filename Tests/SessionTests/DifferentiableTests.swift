import Diagnostics
import Testing

@testable import Session

/// Derivatives by structures and tuples, and derivatives that cells write themselves.
@Suite struct DifferentiableTests {
  private func run(_ text: String) -> (text: String, diagnostics: [Diagnostic]) {
    let outcome = Engine().run(SourceText(name: "cell", text: text), mode: .program)
    guard case .text(let printed)? = outcome.outputs.first else { return ("", outcome.diagnostics) }
    return (printed, outcome.diagnostics)
  }

  private func print(_ text: String) -> String {
    let result = run(text)
    #expect(result.diagnostics.map(\.message) == [])
    return result.text
  }

  @Test func tuplesAreOneArgument() {
    #expect(
      print("print(gradient(at: (2, 3)) { (p: (Double, Double)) in p.0 * p.0 * p.1 })") == "(12.0, 4.0)\n")
    #expect(
      print("print(valueWithGradient(at: (2.0, [3.0, 4.0], 5.0)) { p in p.0 * p.1[1] * p.2 })")
        == "(value: 40.0, gradient: (20.0, [0.0, 10.0], 8.0))\n")
  }

  @Test func structuresWorkInEveryMode() {
    let declarations =
      "struct M: Differentiable { var a = 3.0; var b = [1.0, 2.0]; @noDerivative let n = 1 }\n"
    #expect(
      print(
        declarations + "let (v, back) = valueWithPullback(at: M()) { m in m.a * m.b[0] }; print(v, back(2))")
        == "3.0 TangentVector(a: 2.0, b: [6.0, 0.0])\n")
    #expect(
      print(
        declarations
          + "print(differential(at: M(), of: { m in m.a * m.b[1] })(M.TangentVector(a: 1, b: [0, 1])))")
        == "5.0\n")
    #expect(
      print(declarations + "print(gradient(at: [M(), M(a: 1)]) { ms in ms[0].a * ms[1].b[1] })")
        == "[main.M.TangentVector(a: 2.0, b: [0.0, 0.0]), main.M.TangentVector(a: 0.0, b: [0.0, 3.0])]\n")
    #expect(
      print(
        declarations + """
          let end = minimize({ (m: M) in (m.a - 1) * (m.a - 1) + m.b[0] * m.b[0] }, from: M(),
            using: GradientDescent(rate: 0.5), steps: 40).point
          print(end)
          """) == "M(a: 1.0, b: [0.0, 2.0], n: 1)\n")
  }

  @Test func protocolsMayAskForIt() {
    let text = """
      protocol Layer: Differentiable { func callAsFunction(_ x: Double) -> Double }
      struct Dense: Layer { var w = 2.0; var b = 1.0; func callAsFunction(_ x: Double) -> Double { w * x + b } }
      func loss<L: Layer>(_ l: L) -> Double { let d = l(3) - 1; return d * d }
      var dense = Dense()
      dense.move(by: gradient(at: dense, of: loss))
      print(dense, gradient(at: Dense(), of: loss))
      """
    #expect(print(text) == "Dense(w: 38.0, b: 13.0) TangentVector(w: 36.0, b: 12.0)\n")
  }

  @Test func propertiesMayHaveAnyNameAndBePrivate() {
    #expect(
      print(
        """
        struct S: Differentiable {
          private var x = 1.0
          fileprivate var offset = 2.0
          var list = 3.0, next = 4.0, result = 5.0, other = 6.0, factor = 7.0, _part0 = 8.0
          init() {}
          func product() -> Double { x * offset * list * next * result * other * factor * _part0 }
        }
        var s = S()
        let g = gradient(at: s) { s in s.product() }
        print(g == g + .zero, g - g == .zero)
        s.move(by: g)
        print(s)
        """)
          == """
          true true
          S(x: 40321.0, offset: 20162.0, list: 13443.0, next: 10084.0, result: 8069.0, other: 6726.0, factor: 5767.0, _part0: 5048.0)

          """)
    #expect(
      print(
        """
        struct S: Differentiable { var move = 2.0; var zero = 3.0 }
        var s = S()
        s.move(by: gradient(at: s) { s in s.move * s.zero } + S.TangentVector.zero)
        print(s)
        """) == "S(move: 5.0, zero: 5.0)\n")
  }

  /// What is set while a derivative is taken is no change that anybody observes.
  @Test func observersSeeOnlyMoves() {
    let text = """
      struct P: Differentiable { var x = 1.0 { didSet { print("set", x) } }; var y = 2.0 }
      var p = P()
      let g = gradient(at: p) { p in p.x * p.y }
      print(g)
      p.move(by: g)
      """
    #expect(print(text) == "TangentVector(x: 2.0, y: 1.0)\nset 3.0\n")
  }

  @Test func whatHasNoDerivativeIsSaid() {
    let result = run("struct A: Differentiable { var x: Double; let y: Double; var n: Int }")
    #expect(result.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(result.diagnostics.map(\.id) == ["differentiable.property", "differentiable.property"])
    #expect(run("enum E: Differentiable { case a }").diagnostics.map(\.id) == ["unsupported"])
    #expect(
      run(
        """
        struct A: Differentiable {
          var x: Double; var y: Double
          typealias TangentVector = Double
          mutating func move(by offset: Double) {}
        }
        """
      ).diagnostics.map(\.id) == ["differentiable.tangent"])
  }

  @Test func ownDerivativesNest() {
    let text = """
      func f(_ x: Double, _ y: Double) -> Double { x * y * y }
      @derivative(of: f)
      func df(_ x: Double, _ y: Double) -> (value: Double, pullback: (Double) -> (Double, Double)) {
        (f(x, y), { v in (v * y * y, v * 2 * x * y) })
      }
      func s(_ x: Double) -> Double { x * x }
      @derivative(of: s)
      func ds(_ x: Double) -> (value: Double, differential: (Double) -> Double) { (s(x), { d in 2 * x * d }) }
      print(f(2, 3), gradient(at: 2, 3, of: f), hessian(at: 2, 3, of: f))
      print(gradient(at: 3, of: s), derivative(of: derivative(of: s))(3), derivative(of: derivative(of: derivative(of: s)))(3))
      """
    #expect(print(text) == "18.0 (9.0, 12.0) [[0.0, 6.0], [6.0, 4.0]]\n6.0 2.0 0.0\n")
  }

  /// The rule counts, even where it is not what the function's text would give, and only for derivatives.
  @Test func ownDerivativesAreTaken() {
    let text = """
      func step(_ x: Double) -> Double { x > 0 ? 1 : 0 }
      @derivative(of: step)
      func straightThrough(_ x: Double) -> (value: Double, pullback: (Double) -> Double) { (step(x), { $0 }) }
      func total(_ xs: [Double]) -> Double { xs.map { step($0 * 2) }.reduce(0, +) }
      print(total([1, -1]), gradient(at: [1, -1], of: total))
      """
    #expect(print(text) == "1.0 [2.0, 2.0]\n")
  }

  @Test func ownDerivativesHaveNoFormula() {
    let result = run(
      """
      func f(_ x: Double) -> Double { x }
      @derivative(of: f)
      func df(_ x: Double) -> (value: Double, pullback: (Double) -> Double) { (x, { $0 }) }
      print(formula(of: { x in f(x) + 1 }))
      """)
    #expect(result.diagnostics.map(\.id) == ["trap.fatal"])
  }

  /// A rule may call what calls the function: inside, that is as written.
  @Test func ownDerivativesMayCallWhatCallsTheFunction() {
    let text = """
      func power(_ x: Double, _ n: Double) -> Double { n <= 0 ? 1 : x * power(x, n - 1) }
      func square(_ x: Double) -> Double { power(x, 2) }
      @derivative(of: power)
      func dpower(_ x: Double, _ n: Double) -> (value: Double, pullback: (Double) -> (Double, Double)) {
        let slope = n * power(x, n - 1) + square(x) - x * x
        return (power(x, n), { v in (v * slope, 0) })
      }
      print(gradient(at: 2) { x in power(x, 3) }, gradient(at: 2) { x in power(x, 30) / power(x, 27) })
      print(derivative(of: derivative { x in power(x, 3) })(2))
      """
    #expect(print(text) == "12.0 12.0\n12.0\n")
  }

  /// A rule that stops is not under way in the cells after it.
  @Test func ownDerivativesThatStopLeaveNothing() {
    let engine = Engine()
    func run(_ text: String) -> CellOutcome { engine.run(SourceText(name: "cell", text: text)) }
    let first = run(
      """
      func f(_ x: Double) -> Double { x }
      @derivative(of: f)
      func df(_ x: Double) -> (value: Double, pullback: (Double) -> Double) { (x, { v in [v * 7, v * 8][Int(x)] }) }
      derivative(at: 2, of: f)
      """)
    #expect(first.diagnostics.map(\.id) == ["trap.index"])
    let second = run(
      """
      var limit = 0.0
      func g(_ x: Double) -> Double { x }
      @derivative(of: g)
      func dg(_ x: Double) -> (value: Double, pullback: (Double) -> Double) { (x, { v in [v * 7][Int(limit)] }) }
      """)
    #expect(second.diagnostics.map(\.message) == [])
    #expect(run("derivative(at: 2, of: g)").outputs == [.value("7.0")])
    #expect(run("limit = 3\nderivative(at: 2, of: g)").failed)
    #expect(run("limit = 0\nderivative(at: 2, of: g)").outputs == [.value("7.0")])
  }

  @Test func misusedRulesAreRefused() {
    func ids(_ rules: String) -> [String] {
      run("struct E: Error {}\nfunc f(_ x: Double) -> Double { x }\n" + rules).diagnostics.map(\.id)
    }
    let result = "(value: Double, pullback: (Double) -> Double) { (x, { $0 }) }\n"
    #expect(ids("@derivative(of: f) func d(_ x: Double) -> " + result) == [])
    #expect(ids("@derivative(of: f) func d(_ x: Double) throws -> " + result) == ["derivative.of"])
    #expect(ids("@derivative(of: f) func d(_ x: inout Double) -> " + result) == ["derivative.of"])
    #expect(
      ids(
        "@derivative(of: f) func d(_ x: Double) -> " + result + "@derivative(of: f) func e(_ x: Double) -> "
          + result) == ["derivative.redeclared"])
    #expect(
      ids(
        "struct S { func f(_ x: Double) -> Double { x }\n@derivative(of: f) func d(_ x: Double) -> " + result
          + "}") == ["unsupported"])
  }

  /// Where a function has both rules, gradients take the pullback, as Swift's do.
  @Test func thePullbackComesFirst() {
    let text = """
      func f(_ x: Double) -> Double { x }
      @derivative(of: f) func p(_ x: Double) -> (value: Double, pullback: (Double) -> Double) { (x, { 3 * $0 }) }
      @derivative(of: f) func d(_ x: Double) -> (value: Double, differential: (Double) -> Double) { (x, { 4 * $0 }) }
      func g(_ x: Double) -> Double { x }
      @derivative(of: g) func e(_ x: Double) -> (value: Double, differential: (Double) -> Double) { (x, { 4 * $0 }) }
      @derivative(of: g) func q(_ x: Double) -> (value: Double, pullback: (Double) -> Double) { (x, { 3 * $0 }) }
      print(gradient(at: 1, of: f), gradient(at: 1, of: g))
      """
    #expect(print(text) == "3.0 3.0\n")
  }

  @Test func ownInitializersAndTypeParametersDoNotMatter() {
    let text = """
      struct Box<S: Differentiable>: Differentiable { var s: S; var h = 3.0 }
      let t = Box<Double>.TangentVector(s: 1, h: 2)
      print(t == t, t + t, t - t == .zero, Box<Double>.TangentVector.zero)
      struct V: Differentiable, AdditiveArithmetic {
        private var x: Double
        var y = 0.0
        init(_ x: Double) { self.x = x }
        func f() -> Double { x * x * (y + 1) }
      }
      var v = V(3)
      v.move(by: gradient(at: v) { v in v.f() })
      print(v, V.zero, v == V(9), v - v)
      """
    #expect(
      print(text) == """
        true TangentVector(s: 2.0, h: 4.0) true TangentVector(s: 0.0, h: 0.0)
        V(x: 9.0, y: 9.0) V(x: 0.0, y: 0.0) false V(x: 0.0, y: 0.0)

        """)
  }

  @Test func aSecondConformanceIsToldOnce() {
    let result = run(
      "struct P { var x = 1.0 }\nextension P: Differentiable {}\nextension P: Differentiable {}")
    #expect(result.diagnostics.map(\.id) == ["conformance.redundant"])
  }

  /// Layers in layers, some of which have nothing to learn.
  @Test func structuresWithoutPropertiesHaveDerivatives() {
    let text = """
      protocol Module: Differentiable { associatedtype Input; associatedtype Output; func callAsFunction(_ x: Input) -> Output }
      struct Linear: Module { var w = [3.0, 4.0]; func callAsFunction(_ x: [Double]) -> Double { x[0] * w[0] + x[1] * w[1] } }
      struct Square: Module { func callAsFunction(_ x: Double) -> Double { x * x } }
      struct Chain<A: Module, B: Module>: Module where A.Output == B.Input {
        var a: A
        var b: B
        func callAsFunction(_ x: A.Input) -> B.Output { b(a(x)) }
      }
      let g = gradient(at: Chain(a: Linear(), b: Square())) { chain in chain([1, 2]) }
      print(g, Square.TangentVector() == .zero, gradient(at: Square()) { _ in 1 })
      """
    #expect(
      print(text)
        == "TangentVector(a: main.Linear.TangentVector(w: [22.0, 44.0]), b: main.Square.TangentVector()) true TangentVector()\n"
    )
  }
}
