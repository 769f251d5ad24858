import Foundation
import Testing

@testable import Commands

@Suite struct CheckTests {
  @Test func cleanCoursesPass() {
    let folder = Workspace(oneLesson)
    let ended = folder.trama("check", "--course", "@notebooks")
    #expect(ended == Ended(output: "1 lesson checked, no findings\n", errors: "", status: 0))
  }

  /// Whatever digit of a recording is changed, check names file, line and cell, and accept restores every
  /// byte.
  @Test func everyRecordedDigitCounts() throws {
    let folder = Workspace(oneLesson)
    let original = try #require(folder.bytes("notebooks/es/uno.md"))
    let lines = String(decoding: original, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var offset = 0
    var changed = 0
    for (index, line) in lines.enumerated() {
      defer { offset += line.utf8.count + 1 }
      let isRecorded = [11, 12, 20].contains(index) || line.contains("=>")
      guard isRecorded else { continue }
      let from = line.contains("=>") ? line.utf8.count - 5 : 0
      for (column, byte) in line.utf8.enumerated() where column >= from && byte >= 0x30 && byte <= 0x39 {
        var bytes = original
        bytes[offset + column] = byte == 0x39 ? 0x30 : byte + 1
        folder.write(bytes, to: "notebooks/es/uno.md")
        let ended = folder.trama("check", "@notebooks/es/uno.md")
        #expect(ended.status == 1)
        #expect(ended.output.hasPrefix("notebooks/es/uno.md:\(index + 1):"))
        let cell = line.contains("=>") ? "inline cell `3.5`" : index == 20 ? "cell 2" : "cell #saludo"
        #expect(ended.output.contains(cell))
        #expect(ended.output.hasSuffix("1 lesson checked, 1 finding\n"))
        #expect(folder.bytes("notebooks/es/uno.md") == bytes)
        #expect(folder.trama("accept", "@notebooks/es/uno.md").status == 0)
        #expect(folder.bytes("notebooks/es/uno.md") == original)
        changed += 1
      }
    }
    #expect(changed == 12)
  }

  @Test func findingsAreShownWithASmallDifference() {
    let folder = Workspace(oneLesson)
    folder.write(
      (oneLesson["notebooks/es/uno.md"] ?? "").replacing("\n13.25\n```\n\n>", with: "\n13.26\n```\n\n>"),
      to: "notebooks/es/uno.md")
    let ended = folder.trama("check", "@notebooks")
    #expect(
      ended.output == """
        notebooks/es/uno.md:13:1: error: the output of cell #saludo differs from its recording
           13 | 13.26
              | ^~~~~
          note: recorded (-) and actual (+)
              hola 12
            - 13.26
            + 13.25
        1 lesson checked, 1 finding

        """)
    #expect(ended.errors == "")
    #expect(ended.status == 1)
  }

  /// Whatever reads a lesson says the same of TeX that cannot be read, once.
  @Test func unreadableFormulasAreFound() {
    let folder = Workspace([
      "notebooks/course.yml": "title: C\nparts:\n  - title: P\n    lessons: [en/a.md]\n",
      "notebooks/en/a.md": "---\ntitle: A\nlang: en\nformulas: ignore\n---\n\nSee $a + \\lnagle$.\n",
    ])
    for ended in [
      folder.trama("check", "--course", "@notebooks"), folder.trama("build", "@notebooks"),
      folder.trama("weave", "@notebooks/en/a.md"), folder.trama("run", "@notebooks/en/a.md"),
    ] {
      #expect(ended.status == 1)
      let said = (ended.output + ended.errors).components(separatedBy: "en/a.md:7:10: error: ")
      #expect(said.count == 2)
      #expect(said.last?.hasPrefix(#"unknown command `\lnagle`; did you mean `\langle`?"#) == true)
    }
  }

  @Test func terminalsGetColourAndProgress() {
    let folder = Workspace(oneLesson)
    folder.write("```swift\n1.0\n```\n", to: "notebooks/es/uno.md")
    let ended = folder.trama("check", "@notebooks", terminal: true)
    #expect(ended.output.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(ended.errors.hasPrefix("[1/1] notebooks/es/uno.md\r"))
  }

  @Test func foldersWithoutCourseFileStandForTheirLessons() {
    let folder = Workspace([
      "a/z.md": unclosed, "a/b/c.md": unclosed, "a/.git/x.md": unclosed, "a/note.txt": unclosed,
    ])
    let ended = folder.trama("check", "@a", "@a/z.md")
    #expect(files(ended.output) == ["a/b/c.md", "a/z.md"])
    #expect(ended.output.hasSuffix("2 lessons checked, 2 findings\n"))
  }

  @Test func manyLessonsKeepTheirOrder() {
    let lessons = (10..<60).map { "l\($0).md" }
    let folder = Workspace(Dictionary(uniqueKeysWithValues: lessons.map { ("c/\($0)", unclosed) }))
    folder.write(
      "title: T\nparts:\n  - title: P\n    lessons: [\(lessons.reversed().joined(separator: ", "))]\n",
      to: "c/course.yml")
    let output = folder.trama("check", "--course", "@c").output
    #expect(files(output) == lessons.reversed().map { "c/\($0)" })
  }

  /// A lesson with an error that no cell has to run for.
  private let unclosed = "```swift\n1.0\n"

  /// The files that findings name, in their order.
  private func files(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.contains(": error:") }.map { String($0.prefix { $0 != ":" }) }
  }
}
