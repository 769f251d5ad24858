import Diagnostics
import Graphics
import Testing

@testable import Session

@Suite struct RecordedLinesTests {
  @Test func followTheOrderOfTheOutputs() {
    let outcome = CellOutcome(outputs: [.text("a\nb"), .value("13.0"), .text("c\n\n")])
    #expect(outcome.recordedLines == ["a", "b", "13.0", "c", ""])
  }

  @Test(arguments: [
    ("", []), ("\n", []), ("\n\n", ["", ""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc", ["a", "b", "c"]),
    ("tab\there", ["tab\there"]), ("\u{1B}[1m\0", ["\\u{1B}[1m\\u{0}"]),
  ])
  func splitText(_ text: String, _ lines: [String]) {
    #expect(CellOutcome(outputs: [.text(text)]).recordedLines == lines)
  }

  @Test func errorsComeLastWithTheirIDs() {
    let error = Diagnostic(.error, "trap.overflow", file: "f", range: 0..<0, "too large\nmore")
    let warning = Diagnostic(.warning, "unused", file: "f", range: 0..<0, "never used")
    let outcome = CellOutcome(outputs: [.text("a\n")], diagnostics: [warning, error])
    #expect(outcome.recordedLines == ["a", "error[trap.overflow]: too large"])
  }
}
