import Testing

@testable import Commands

@Suite struct StaleProseTests {
  private let lesson = """
    Se queda en 0,85.

    ```swift
    0.75
    ```

    ```output
    0.8512
    ```

    """

  @Test func checkWarnsWhereItIsAsked() {
    let folder = Workspace(["a.md": lesson])
    #expect(!folder.trama("check", "@a.md").output.contains("warning"))
    let ended = folder.trama("check", "--prose", "@a.md")
    #expect(
      ended.output.hasPrefix("a.md:1:13: warning: '0,85' was an output, 0.8512, that no cell shows any more"))
    #expect(ended.output.hasSuffix("1 lesson checked, 1 finding, 1 warning\n"))
  }

  /// The line is that of the new text.
  @Test func acceptSaysWhichNumbersItMadeStale() {
    let folder = Workspace(["a.md": lesson.replacing("0.8512\n", with: "0.8512\n1\n2\n") + "\nY en 0.851.\n"])
    let ended = folder.trama("accept", "@a.md")
    #expect(ended.status == 0)
    #expect(ended.output.contains("a.md:1:13: warning: '0,85' was an output, 0.8512"))
    #expect(ended.output.contains("a.md:11:6: warning: '0.851' was an output, 0.8512"))
    #expect(folder.text("a.md") == lesson.replacing("0.8512", with: "0.75") + "\nY en 0.851.\n")
    #expect(!folder.trama("check", "--prose", "@a.md").output.contains("was an output"))
  }

  /// A recording that was not accepted still stands, so nothing is said of its numbers.
  @Test func onlyAcceptedRecordingsAreGone() {
    let folder = Workspace(["a.md": lesson + "\n```swift #otra\n2\n```\n\n```output\n3\n```\n"])
    #expect(!folder.trama("accept", "@a.md#otra").output.contains("warning"))
    #expect(folder.trama("accept", "@a.md:5").output.contains("'0,85' was an output"))
  }
}
