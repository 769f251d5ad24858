import Diagnostics
import Testing

@testable import Session

@Suite struct FailuresTests {
  private static let markdown = """
    ```swift #f
    func f(_ x: Int) -> Int { y }
    ```

    ```swift
    f(1)
    ```

    `{swift} f(2)`

    ```swift
    let g = f(3)
    ```

    ```swift
    g + z
    ```

    """

  /// An outcome whose cells fail at the places where the markdown holds some words.
  private func failing(_ markdown: String, _ words: [String], inline: [String] = []) -> LessonOutcome {
    var found = outcome(markdown)
    let text = Array(markdown.utf8)
    func error(_ word: String) -> [Diagnostic] {
      let start = text.indices.first { text[$0...].starts(with: word.utf8) } ?? 0
      let end = start + (word.split(whereSeparator: { !$0.isLetter }).first?.utf8.count ?? 0)
      return [
        Diagnostic(.error, "name.unknown", file: "lesson.md", range: start..<end, "cannot find '\(word)'")
      ]
    }
    for (index, word) in words.enumerated() where !word.isEmpty {
      found.cells[index].diagnostics = error(word)
    }
    for (index, word) in inline.enumerated() where !word.isEmpty {
      found.inlineCells[index].diagnostics = error(word)
    }
    return found
  }

  @Test func consequencesAreFoldedIntoNotes() {
    let found = failing(Self.markdown, ["y }", "f(1", "f(3", "g +"], inline: ["f(2"])
    #expect(found.failures.map(\.message) == ["cannot find 'y }'"])
    #expect(
      found.failures.first?.notes.map(\.message) == [
        "cell 2, inline cell `f(2)`, cell 3 and cell 4 fail too, for want of what it declares"
      ])
  }

  @Test func independentFailuresAreReported() {
    let found = failing(Self.markdown, ["y }", "f(1", "f(3", "z"], inline: [""])
    #expect(found.failures.map(\.message) == ["cannot find 'y }'", "cannot find 'z'"])
    #expect(
      found.failures.first?.notes.map(\.message) == [
        "cell 2 and cell 3 fail too, for want of what it declares"
      ])
  }

  @Test func expectedFailuresAreNone() {
    let found = failing("```swift error=true\nlet a = y\n```\n\n```swift\na\n```\n", ["y\n", "a\n```\n"])
    #expect(found.failures.map(\.message) == ["cannot find 'a\n```\n'"])
  }

  @Test func cellsWithErrorsOfTheFormatExplainLaterOnes() {
    let markdown = "```swift fule=3\nlet a = 1\n```\n\n```swift\na\n```\n"
    let found = failing(markdown, ["", "a\n```"])
    #expect(found.failures.isEmpty)
    #expect(found.findings.count == 1)
    #expect(found.findings.first?.range.lowerBound ?? 99 < 16)
  }

  @Test func declaredNames() {
    let cell = outcome(
      "```swift\nlet (a, b) = (1, c)\nvar d: Int = e\nfunc g(h: Int) { i }\nstruct J { let k = l }\n```\n"
    )
    .lesson.cells[0]
    #expect(cell.declaredNames == ["a", "b", "d", "g", "J", "k"])
  }
}
