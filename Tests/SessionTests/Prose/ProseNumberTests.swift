import Diagnostics
import Foundation
import Lesson
import Testing

@testable import Session

@Suite struct ProseNumberTests {
  private func warned(_ prose: String, shows: String, recorded: String, slips: Bool = true) -> [String] {
    let found = outcome(
      "```swift\nx\n```\n\n```output\n\(recorded)\n```\n\n\(prose)\n", cells: [[.value(shows)]])
    return found.proseWarnings(slips: slips).map { String(found.lesson.source[$0.range]) }
  }

  @Test(arguments: ["0.76", "0,76", "0.75", "0,7599", "−0.76", "**0.760**", "unos 0.76.", "0"])
  func valuesToTheDigitsShownAreFine(_ number: String) {
    #expect(warned(number, shows: "0.7599", recorded: "0.7599") == [])
  }

  @Test func numbersOfRecordingsThatNoLongerHoldAreStale() {
    #expect(
      warned("Sale 0,85 o 0.851.", shows: "0.7599", recorded: "0.851", slips: false) == ["0,85", "0.851"])
    #expect(warned("Sale 0.76.", shows: "0.7599", recorded: "0.851", slips: false) == [])
    #expect(warned("Son 1\u{202F}234.", shows: "99", recorded: "1234", slips: false) == ["1\u{202F}234"])
    #expect(warned("Es 8.", shows: "9", recorded: "8", slips: false) == ["8"])
  }

  @Test func slipsResembleAValue() {
    #expect(warned("Sale 2.8576.", shows: "2.8756", recorded: "2.8756") == [])
    #expect(warned("Sale 2.8765.", shows: "2.8756", recorded: "2.8756") == ["2.8765"])
    #expect(warned("Sale 2,8765.", shows: "2.8756", recorded: "2.8756", slips: false) == [])
    #expect(warned("En 1986.", shows: "2.8756", recorded: "2.8756") == [])
  }

  @Test func onlyProseCounts() {
    for text in ["`8`", "$8$", "[a](8.md)", "v8", "8.1.2", "<b id=\"8\">", "```text\n8\n```"] {
      #expect(warned(text, shows: "9", recorded: "8") == [], "\(text)")
    }
    #expect(warned("`8` y [8](8.md) `8`", shows: "9", recorded: "8") == ["8"])
  }

  /// Any bytes give some answer.
  @Test func hostileProseIsRead() {
    var dice = Dice(state: 7)
    let parts = ["9", ",", ".", "\u{202F}", "e", "-", "`", "*", "[", "](", "ñ", "\n", "1e999", "$", " ", "_"]
    for _ in 0..<300 {
      let prose = (0..<30).map { _ in parts[Int.random(in: 0..<parts.count, using: &dice)] }.joined()
      let found = outcome("```swift\nx\n```\n\n```output\n99\n```\n\n\(prose)\n", cells: [[.value("98")]])
      for warning in found.proseWarnings(slips: true) {
        #expect(found.lesson.source.text.utf8.count >= warning.range.upperBound)
      }
    }
  }

  @Test func theFirstLessonHasNone() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "notebooks/es/derivada-y-descenso-del-gradiente.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let outcome = LessonRun(Lesson(parsing: SourceText(name: "a.md", text: text))).outcome()
    #expect(ProseNumbers(outcome.lesson).all.count > 40)
    #expect(outcome.proseWarnings(slips: true).map(\.message) == [])
  }
}
