import Compiler
import Diagnostics
import Lesson
import Session
import Testing

@testable import Weave

@Suite struct NestingGuardTests {
  @Test(arguments: [
    "(", "[", "{", "A<", "try ", "let ", "inout ", "A->", "a ? ", "~", "#if a\n", "if a {} else ", "macro ",
    "for x in ", "a.b", "a!", "- ",
    "A <",
  ])
  func repetitionNeitherCrashesNorHangs(_ unit: String) {
    for prefix in ["", "let x: "] {
      let code = prefix + String(repeating: unit, count: 20_000 / unit.utf8.count)
      var markup = Markup()
      SwiftHighlighter.write(code, showing: Cell.lines(of: code), to: &markup)
      #expect(Document("<pre>\(markup.string)</pre>").problems == [])
    }
  }

  @Test func ordinaryCellsAreColoured() {
    let line = "let y = values.map { x in f(x, scale: 2.0) }.filter { $0 < 3 }.reduce(0, +)\n"
    #expect(NestingGuard.shallow.allows(Array(String(repeating: line, count: 60).utf8)))
  }
}
