import Testing

@testable import Commands

@Suite struct AcceptSelectionTests {
  /// Lines: cell #uno 1–7, inline cells 9, cell #dos 11–17.
  private let lesson = """
    ```swift #uno
    1.0
    ```

    ```output
    0
    ```

    Vale `{swift} 2.0 => 0` y `{swift} 3.0 => 0`.

    ```swift #dos
    4.0
    ```

    ```output
    0
    ```

    Fin.

    """

  /// The lesson with some of its recordings accepted: `uno`, `inline`, `dos`.
  private func accepted(_ parts: Set<String>) -> String {
    var lesson = lesson
    if parts.contains("uno") {
      lesson = lesson.replacing("1.0\n```\n\n```output\n0", with: "1.0\n```\n\n```output\n1.0")
    }
    if parts.contains("inline") {
      lesson = lesson.replacing("2.0 => 0", with: "2.0 => 2.0").replacing("3.0 => 0", with: "3.0 => 3.0")
    }
    if parts.contains("dos") {
      lesson = lesson.replacing("4.0\n```\n\n```output\n0", with: "4.0\n```\n\n```output\n4.0")
    }
    return lesson
  }

  @Test(arguments: [
    ("@a.md#uno", ["uno"]), ("@a.md#dos", ["dos"]), ("@a.md:1", ["uno"]),
    ("@a.md:4", ["uno"]), ("@a.md:7", ["uno"]), ("@a.md:9", ["inline"]), ("@a.md:17", ["dos"]),
    ("@a.md", ["uno", "inline", "dos"]),
  ])
  func onlyTheNamedPartChanges(_ argument: String, _ parts: [String]) {
    let folder = Workspace(["a.md": lesson])
    let ended = folder.trama("accept", argument)
    #expect(ended.errors == "")
    #expect(ended.status == 0)
    #expect(folder.text("a.md") == accepted(Set(parts)))
  }

  @Test func partsAddUp() {
    let folder = Workspace(["a.md": lesson, "b.md": lesson])
    #expect(folder.trama("accept", "@a.md#uno", "@a.md:12", "@b.md").status == 0)
    #expect(folder.text("a.md") == accepted(["uno", "dos"]))
    #expect(folder.text("b.md") == accepted(["uno", "inline", "dos"]))
  }

  @Test func aLabelAloneMeansTheCourse() {
    let folder = Workspace([
      "c/course.yml": "title: T\nparts:\n  - title: P\n    lessons: [a.md, b.md]\n", "c/a.md": lesson,
      "c/b.md": lesson.replacing("#uno", with: "#tres"),
    ])
    let ended = folder.trama("accept", "#uno", "#tres", "--course", "@c")
    #expect(ended.output.hasSuffix("accepted 2 outputs in 2 lessons\n"))
    #expect(folder.text("c/a.md") == accepted(["uno"]))
    #expect(folder.text("c/b.md") == accepted(["uno"]).replacing("#uno", with: "#tres"))
  }

  @Test func aPathThatExistsWins() {
    let folder = Workspace(["a.md:9": lesson, "a.md": lesson, "b#uno": lesson])
    #expect(folder.trama("accept", "@a.md:9", "@b#uno").status == 0)
    #expect(folder.text("a.md") == lesson)
    #expect(folder.text("a.md:9") == accepted(["uno", "inline", "dos"]))
    #expect(folder.text("b#uno") == accepted(["uno", "inline", "dos"]))
  }

  @Test(arguments: [
    ("@a.md#unos", "a.md: error: no cell has the label '#unos'\n  note: did you mean '#uno'?\n"),
    ("@a.md#nada", "a.md: error: no cell has the label '#nada'\n  note: the labels are #uno, #dos\n"),
    (
      "@a.md:19",
      """
      a.md:19:1: error: this line is in no cell, recording or inline cell
         19 | Fin.
            | ^~~~
        note: the nearest is cell #dos in line 11

      """
    ),
    (
      "@a.md:8",
      """
      a.md:8:1: error: this line is blank, and in no cell, recording or inline cell
        note: the nearest is cell #uno in line 1

      """
    ),
    ("@a.md:99", "a.md: error: there is no line 99\n  note: the file has 20 lines\n"),
    ("@b.md:1", "b.md: error: there is no such file or folder\n  note: check the path\n"),
    ("@d:1", "d: error: a folder has no line 1\n  note: name a lesson before the ':'\n"),
    (
      "@d#uno",
      "d: error: no cell has the label '#uno'\n  note: no cell has a label here; name a line with FILE:LINE\n"
    ),
  ])
  func whatNamesNothingIsAnError(_ argument: String, _ message: String) {
    let folder = Workspace(["a.md": lesson, "d/b.txt": ""])
    let ended = folder.trama("accept", argument)
    #expect(ended.errors == message + "1 error; lessons with errors were not changed\n")
    #expect(ended.status == 1)
    #expect(folder.text("a.md") == lesson)
  }

  @Test(arguments: ["@a.md#", "#", ":3", "@a.md:0", "@a.md:x", "@a.md:", "@a.md:99999999999999999999", ""])
  func malformedArgumentsAreWrongUsage(_ argument: String) {
    let folder = Workspace(["a.md": lesson])
    #expect(folder.trama("accept", argument).status == 64)
    #expect(folder.text("a.md") == lesson)
  }
}
