import Compiler
import Testing

@Suite struct ConstantLiteralTests {
  @Test(arguments: [
    ("let a = 0.1", "0.1", false), ("var a = -3", "-3", true),
    ("let b = 2, a: Double = 1_000", "1_000", true),
    ("// a = 2\nlet ñ = 3; let a = 2.5e3 // x", "2.5e3", false), ("func f() {}\nlet a = - 3.5", nil, false),
    ("if true { let a = 1 }", nil, false), ("let a = 1 + 2", nil, false), ("let (a, b) = (1, 2)", nil, false),
    ("let a: Int", nil, false), ("let a = \"1\"", nil, false), ("a = 3", nil, false),
    ("let a = (3)", nil, false),
    ("let a = 0x10", nil, false), ("let a = +1", nil, false), ("", nil, false), ("let a = ", nil, false),
  ])
  func theNumberIsFound(_ code: String, _ text: String?, _ isInteger: Bool) {
    let literal = ConstantLiteral(of: "a", in: code)
    #expect(literal.map { String(decoding: Array(code.utf8)[$0.range], as: UTF8.self) } == text)
    guard let literal, let text else { return }
    #expect(literal.value == Double(text.replacing("_", with: "")))
    #expect(literal.isInteger == isInteger)
  }
}
