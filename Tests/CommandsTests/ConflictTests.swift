import Testing

@testable import Commands

@Suite struct ConflictTests {
  private let conflict = """
    ```swift
    1.0
    ```

    ```output
    <<<<<<< HEAD
    2.0
    =======
    3.0
    >>>>>>> branch
    ```

    """

  private let message = """
    a.md:6:1: error: a merge left a conflict here, in lines 6 to 10
        6 | <<<<<<< HEAD
          | ^~~~~~~~~~~~
      note: keep one of the sides, which line 8 separates, and remove the three marker lines

    """

  @Test func checkAndAcceptNameThePlace() {
    let folder = Workspace(["a.md": conflict])
    #expect(folder.trama("check", "@a.md").output == message + "1 lesson checked, 1 finding\n")
    let ended = folder.trama("accept", "@a.md")
    #expect(ended.errors == message + "1 error; lessons with errors were not changed\n")
    #expect(ended.status == 1)
    #expect(folder.text("a.md") == conflict)
  }

  /// The rest of the lesson is read as ever, so that what leads to it or translates it is no finding too.
  @Test func theRestOfTheLessonIsRead() {
    let folder = Workspace(oneLesson)
    let lesson = (oneLesson["notebooks/es/uno.md"] ?? "")
      .replacing("13.25\n```\n\n>", with: "<<<<<<< a\n13.25\n=======\n13.5\n>>>>>>> b\n```\n\n>")
      .replacing("=> 3.5", with: "=> 4.5")
    folder.write(lesson, to: "notebooks/es/uno.md")
    let output = folder.trama("check", "@notebooks").output
    #expect(output.contains("notebooks/es/uno.md:13:1: error: a merge left a conflict here"))
    #expect(output.contains("notebooks/es/uno.md:28:22: error: the value of inline cell `3.5` differs"))
    #expect(output.hasSuffix("1 lesson checked, 2 findings\n"))
    #expect(folder.trama("build", "@notebooks").status == 1)
    #expect(folder.trama("accept", "@notebooks").status == 1)
    #expect(folder.text("notebooks/es/uno.md") == lesson)
  }

  @Test func carriageReturnsHideNothing() {
    let text = conflict.replacing("\n", with: "\r\n")
    let folder = Workspace(["a.md": text])
    #expect(folder.trama("accept", "@a.md").errors.hasPrefix(message))
    #expect(folder.text("a.md") == text)
  }

  /// Underlines of headings, single markers and nested ones are no conflict.
  @Test(arguments: [
    "Título\n=======\n", "<<<<<<< a\n\n>>>>>>> b\n", ">>>>>>> b\n\n=======\n\n<<<<<<< a\n",
    "    <<<<<<< a\n    =======\n    >>>>>>> b\n", "<<<<<<<\n\n=======\n\n>>>>>>>\n",
    "```text\n<<<<<<< a\n======= x\n>>>>>>> b\n```\n",
  ])
  func othersAreNoConflict(_ text: String) {
    let folder = Workspace(["a.md": "# T\n\n" + text])
    #expect(!folder.trama("check", "@a.md").output.contains("conflict"))
    #expect(folder.trama("accept", "@a.md").status == 0)
  }

  /// What `accept` would write and `check` then refuse is refused at once; the fence may be indented instead.
  @Test func printedMarkersNeedAnIndentedFence() {
    let cell = "```swift\nprint(\"<<<<<<< a\\n=======\\n>>>>>>> b\")\n```\n"
    let folder = Workspace(["a.md": cell, "b.md": " " + cell.replacing("\n", with: "\n ") + "\n"])
    let ended = folder.trama("accept", "@a.md")
    #expect(ended.status == 1)
    #expect(ended.errors.hasPrefix("a.md:1:1: error: the output of cell 1 has a line that would read as"))
    #expect(folder.text("a.md") == cell)
    #expect(folder.trama("accept", "@b.md").status == 0)
    #expect(folder.trama("check", "@b.md").status == 0)
  }
}
