import Diagnostics
import Foundation
import Testing

@testable import Lesson

/// The same lesson, however its lines end, reads the same.
@Suite struct LineEndingTests {
  @Test(arguments: GoldenTests.cases.filter { !$0.hasPrefix("course") }, ["\r\n", "\r"])
  func endingsDoNotMatter(_ name: String, _ ending: String) throws {
    let file = GoldenTests.folder.appending(path: name).appending(path: "lesson.md")
    let text = try SourceText(name: "x.md", bytes: Array(Data(contentsOf: file))).text
    let expected = LessonDump.dump(Lesson(parsing: SourceText(name: "x.md", text: text)))
    let changed = text.replacing("\n", with: ending)
    let actual = LessonDump.dump(Lesson(parsing: SourceText(name: "x.md", text: changed)))
    // A formula's own line endings are as in the file.
    let normalised = actual.replacing("\\r\\n", with: "\\n").replacing("\\r", with: "\\n")
    #expect(normalised.replacing("\r\n", with: "\n") == expected)
  }

  @Test(arguments: GoldenTests.cases.filter { !$0.hasPrefix("course") })
  func aByteOrderMarkDoesNotMatter(_ name: String) throws {
    let file = GoldenTests.folder.appending(path: name).appending(path: "lesson.md")
    let text = try SourceText(name: "x.md", bytes: Array(Data(contentsOf: file))).text
    let plain = Lesson(parsing: SourceText(name: "x.md", text: text))
    let marked = Lesson(parsing: SourceText(name: "x.md", text: "\u{FEFF}" + text))
    #expect(marked.blocks.count == plain.blocks.count)
    #expect(marked.frontMatter.language == plain.frontMatter.language)
    #expect(marked.cells.map(\.range.lowerBound) == plain.cells.map { $0.range.lowerBound + 3 })
    #expect(marked.cells.map(\.code) == plain.cells.map(\.code))
    #expect(marked.formulas.map(\.range.lowerBound) == plain.formulas.map { $0.range.lowerBound + 3 })
    #expect(marked.inlineCells.map(\.codeOffset) == plain.inlineCells.map { $0.codeOffset + 3 })
    #expect(marked.diagnostics.map(\.range.lowerBound) == plain.diagnostics.map { $0.range.lowerBound + 3 })
  }

  @Test func theLastLineNeedsNoEnding() {
    for text in [
      "```swift\n1\n```", "> $x$", "# a", "`{swift} a`", "- a\n  ```output\n  1\n  ```", "---\ntitle: a\n---",
    ] {
      let open = Lesson(parsing: SourceText(name: "x.md", text: text))
      let ended = Lesson(parsing: SourceText(name: "x.md", text: text + "\n"))
      #expect(open.blocks == ended.blocks)
      #expect(open.cells.map(\.range) == ended.cells.map(\.range))
      #expect(open.diagnostics == ended.diagnostics)
    }
  }

  @Test func offsetsOfCodeAreThoseOfTheFile() {
    let text = "> 1. ```swift\n>    let á = 1\n>\n>      é\n>    ```\n"
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
    let cell = lesson.cells[0]
    #expect(cell.code == "let á = 1\n\n  é")
    for (index, offset) in [(0, 19), (4, 23), (10, 29), (11, 31), (12, 37), (14, 39)] {
      #expect(cell.lessonOffset(of: index) == offset)
    }
    #expect(cell.linePrefix == ">    ")
  }

  @Test func theCourseLanguageIsTheDefault() {
    let source = SourceText(name: "x.md", text: "---\ntitle: a\n---\n")
    #expect(Lesson(parsing: source, language: "es").frontMatter.language == "es")
    let own = SourceText(name: "x.md", text: "---\nlang: fr\n---\n")
    #expect(Lesson(parsing: own, language: "es").frontMatter.language == "fr")
  }
}
