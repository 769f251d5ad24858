import Compiler
import Diagnostics
import Testing

@testable import Session

/// The prelude itself; the programs of the corpus call each of its functions.
@Suite struct EnginePreludeTests {
  @Test func preludeHasNoProblems() {
    #expect(Compiler(hosts: HostFunction.all.map(\.name)).preludeDiagnostics == [])
  }

  @Test func hostFunctionsHaveNamesOfTheirOwn() {
    let names = HostFunction.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func derivatives() {
    let cases = [
      ("gradient(at: 3.0) { $0 * $0 }", "6.0"),
      ("gradient(at: 3.0, 2.0) { $0 * $1 }", "(2.0, 3.0)"),
      ("gradient(at: 1.0, 2.0, 3.0) { $0 * $1 * $2 }", "(6.0, 3.0, 2.0)"),
      ("gradient(at: [1.0, 2.0]) { $0[0] * $0[0] + $0[1] }", "[2.0, 1.0]"),
      ("gradient(of: { $0 * $0 })(4.0)", "8.0"),
      ("derivative(at: 3.0) { $0 * $0 * $0 }", "27.0"),
      ("derivative(of: { (x: Double) in x * x })(5.0)", "10.0"),
      ("valueWithGradient(at: 3.0) { $0 * $0 }", "(value: 9.0, gradient: 6.0)"),
      ("valueWithDerivative(at: 3.0) { $0 * $0 }", "(value: 9.0, derivative: 6.0)"),
      ("derivative(at: 3.0) { _ in 7.0 }", "0.0"),
      ("derivative(at: 3.0) { $0 }", "1.0"),
    ]
    let engine = Engine()
    for (text, value) in cases {
      let outcome = engine.run(SourceText(name: "cell", text: text))
      #expect(outcome.errors.map(\.message) == [], "\(text)")
      #expect(outcome.outputs == [.value(value)], "\(text)")
    }
  }

  @Test func failuresSayWhatTheProgramSays() {
    let cases = [
      ("precondition(1 > 2)", "precondition failed"),
      ("precondition(1 > 2, \"no\")", "precondition failed: no"),
      ("assert(false, \"no\")", "assertion failed: no"), ("fatalError()", "fatal error"),
      ("fatalError(\"no \\(1 + 1)\")", "fatal error: no 2"),
      ("preconditionFailure(\"no\")", "precondition failed: no"),
    ]
    for (text, message) in cases {
      let outcome = Engine().run(SourceText(name: "cell", text: text))
      #expect(outcome.errors.map(\.message) == [message], "\(text)")
      #expect(outcome.errors.map(\.id) == ["trap.fatal"], "\(text)")
    }
  }
}
