import Diagnostics
import Session
import Testing

/// Random expressions have the value that the same operations have in Swift.
@Suite struct ArithmeticPropertyTests {
  private static let ints = [0, 1, -1, 2, 7, -9, 63, 64, 100, -1000, 1 << 31, 1 << 62, Int.max, Int.min]
  private static let doubles = [0, -0.0, 1, -1, 0.1, 2.5, -3.75, 1e-9, 1e300, -1e20, .infinity, .nan]

  @Test func intsAgreeAndTrapAlike() throws {
    var generator = Generator(seed: 11)
    let expressions = (0..<150).map { _ in IntExpression.random(depth: 4, &generator) }
    let engine = Engine()
    let functions = expressions.enumerated()
      .map { "func e\($0.offset)(_ a: Int, _ b: Int, _ c: Int) -> Int { \($0.element.text) }" }
    let declared = engine.run(SourceText(name: "functions", text: functions.joined(separator: "\n")))
    try #require(declared.errors.map(\.message) == [])
    var traps = 0
    for (index, expression) in expressions.enumerated() {
      let values = (0..<3).map { _ in
        generator.below(3) == 0 ? generator.pick(Self.ints) : generator.below(40) - 20
      }
      let call = "e\(index)(\(values.map(Self.written).joined(separator: ", ")))"
      let outcome = engine.run(SourceText(name: "call", text: call), mode: .expression)
      do throws(IntExpression.Failure) {
        let value = try expression.value(values)
        #expect(outcome.outputs == [.value(String(value))], "\(expression.text) at \(values)")
      } catch {
        traps += 1
        #expect(outcome.errors.map(\.id) == [error.id], "\(expression.text) at \(values)")
      }
    }
    #expect((10...100).contains(traps), "\(traps) of \(expressions.count) trap")
  }

  @Test func doublesAgree() throws {
    var generator = Generator(seed: 12)
    let expressions = (0..<150).map { _ in DoubleExpression.random(depth: 4, of: .all, &generator) }
    let engine = Engine()
    let functions = expressions.enumerated()
      .map { "func e\($0.offset)(_ a: Double, _ b: Double, _ c: Double) -> Double { \($0.element.text) }" }
    let declared = engine.run(SourceText(name: "functions", text: functions.joined(separator: "\n")))
    try #require(declared.errors.map(\.message) == [])
    for (index, expression) in expressions.enumerated() {
      let values = (0..<3).map { _ in
        generator.below(3) == 0 ? generator.pick(Self.doubles) : Double.random(in: -5...5, using: &generator)
      }
      let call = "e\(index)(\(values.map(Self.written).joined(separator: ", ")))"
      let outcome = engine.run(SourceText(name: "call", text: call), mode: .expression)
      // The sign of a NaN is not defined.
      let shown = outcome.printed.replacing("-nan", with: "nan")
      let expected = expression.value(values)
      #expect(
        shown == (expected.isNaN ? "nan" : expected.debugDescription) + "\n",
        "\(expression.text) at \(values)")
    }
  }

  private static func written(_ value: Int) -> String { value == .min ? "Int.min" : String(value) }

  private static func written(_ value: Double) -> String {
    value.isNaN ? "Double.nan" : value.isInfinite ? "Double.infinity" : String(value)
  }
}
