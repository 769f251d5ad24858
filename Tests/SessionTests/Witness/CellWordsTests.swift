import Testing

@testable import Session

@Suite struct CellWordsTests {
  @Test(arguments: [
    (#"print("Descent", x)"#, ["print", "x"]),
    (#"print("a \(f(g("b", y))) Descent") + z"#, ["f", "g", "print", "y", "z"]),
    (#"let a = "\\" + b // it's "late"#, ["a", "b", "it", "let", "s"]),
    (#"let a = "\"q\"" + b"#, ["a", "b", "let"]),
    ("let a = \"\"\"\n  \\(x)\n  \"\"\" + y", ["a", "let", "x", "y"]),
    ("f(\"open\ng(h)", ["f", "g", "h"]),
  ])
  func wordsOfTextsAreNoCode(_ code: String, _ words: [String]) {
    #expect(CellWords(code).all.sorted() == words)
  }
}
