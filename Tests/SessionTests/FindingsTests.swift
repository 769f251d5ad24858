import Diagnostics
import Testing

@testable import Session

@Suite struct FindingsTests {
  @Test func agreementGivesNone() {
    let found = outcome(
      "```swift\n13.0\n```\n\n```output\n13.0\n```\n\n`{swift} 1 + 1 => 2`\n", cells: [[.value("13.0")]],
      inline: ["2"])
    #expect(found.report == "")
  }

  @Test func staleRecordingsNameTheLine() {
    let found = outcome(
      "```swift #f\nf(3)\n```\n\n```output\na\n14.0\n```\n", cells: [[.text("a\n"), .value("13.0")]])
    #expect(
      found.report == """
        lesson.md:7:1: error: the output of cell #f differs from its recording
            7 | 14.0
              | ^~~~
          note: recorded (-) and actual (+)
              a
            - 14.0
            + 13.0

        """)
  }

  @Test func outputBeyondTheRecordingPointsToTheClosingFence() {
    let found = outcome("> ```swift\n> f(3)\n> ```\n>\n> ```output\n> ```\n", cells: [[.value("13.0")]])
    #expect(
      found.report == """
        lesson.md:6:1: error: the output of cell 1 differs from its recording
            6 | > ```
              | ^~~~~
          note: recorded (-) and actual (+)
            + 13.0

        """)
  }

  @Test func silenceDiffersFromARecording() {
    let found = outcome("```swift\nlet x = 1\n```\n\n```output\n1\n```\n", cells: [[]])
    #expect(found.findings.map(\.message) == ["cell 1 shows nothing, unlike its recording"])
  }

  @Test func missingRecordings() {
    let found = outcome("a\n\n```swift\n13.0\n```\n", cells: [[.value("13.0")]])
    #expect(
      found.report == """
        lesson.md:3:1: error: cell 1 has no recorded output; 'trama accept' adds it
            3 | ```swift
              | ^~~~~~~~
          note: recorded (-) and actual (+)
            + 13.0

        """)
  }

  @Test(arguments: ["output=false", "include=false"])
  func hiddenOutputNeedsNoRecording(_ option: String) {
    #expect(outcome("```swift \(option)\n13.0\n```\n", cells: [[.value("13.0")]]).report == "")
  }

  @Test func recordingsOfCellsThatDoNotRunAreOrphans() {
    let found = outcome("```swift eval=false\n13.0\n```\n\n```output\n13.0\n```\n")
    #expect(found.findings.map(\.id) == ["recording.orphan"])
    #expect(found.findings.map(\.range) == [30..<30])
  }

  @Test func toleranceOfTheRecordingCounts() {
    let markdown = "```swift\nx\n```\n\n```output rtol=1e-3\nx = 1.0\n```\n"
    #expect(outcome(markdown, cells: [[.text("x = 1.0005\n")]]).report == "")
    #expect(outcome(markdown, cells: [[.text("x = 1.005\n")]]).findings.map(\.id) == ["recording.stale"])
    #expect(outcome(markdown, cells: [[.text("y = 1.0\n")]]).findings.map(\.id) == ["recording.stale"])
  }

  @Test func inlineValues() {
    let found = outcome("El valor `{swift} f(2) => 5.0` y `{swift} f(3)`.\n", inline: ["4.0", "6.0"])
    #expect(
      found.report == """
        lesson.md:1:27: error: the value of inline cell `f(2)` differs from its recording
            1 | El valor `{swift} f(2) => 5.0` y `{swift} f(3)`.
              |                           ^~~
          note: recorded (-) and actual (+)
            - 5.0
            + 4.0

        """)
  }

  @Test func expectedErrorsAreOutputs() {
    var found = outcome(
      "```swift error=true\nf(\n```\n\n```output\nerror[syntax]: expected ')'\n```\n", cells: [[]])
    #expect(found.findings.map(\.message) == ["cell 1 must fail, as 'error' says, but does not"])
    found.cells[0].diagnostics = [
      Diagnostic(.error, "syntax", file: "lesson.md", range: 20..<22, "expected ')'\nexcerpt")
    ]
    #expect(found.report == "")
    found.cells[0].diagnostics[0].message = "expected ']'"
    #expect(found.findings.map(\.id) == ["recording.stale"])
  }

  @Test func comeInTheOrderOfTheText() {
    let found = outcome(
      "`{swift} a => 1`\n\n```swift\nb\n```\n\n`{swift} c => 1`\n\n```swift\nd\n```\n",
      cells: [[.value("2")], [.value("2")]], inline: ["2", "2"])
    #expect(
      found.findings.map(\.id) == ["inline.stale", "recording.missing", "inline.stale", "recording.missing"])
  }
}
