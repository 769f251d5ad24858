import Diagnostics
import Foundation
import Lesson
import Session
import Testing

/// The reference says what is true: its index is complete, and what it calls unsupported is refused.
///
/// `WitnessTests` compares what its examples show with what the real compiler prints.
@Suite struct ReferenceTests {
  private static let folder = LessonProgram.course.appending(path: "en/reference")

  /// `TRAMA_ACCEPT=index` writes the page anew.
  @Test func indexNamesEverything() throws {
    let file = Self.folder.appending(path: "names.md")
    if ProcessInfo.processInfo.environment["TRAMA_ACCEPT"] == "index" {
      try Data(ReferenceIndex.page.utf8).write(to: file)
    }
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page == ReferenceIndex.page, "write it anew with TRAMA_ACCEPT=index")
  }

  @Test func whatIsCalledUnsupportedIsRefused() throws {
    let lesson = try LessonProgram.lesson(at: Self.folder.appending(path: "unsupported.md"))
    let outcome = LessonRun(lesson).outcome()
    #expect(lesson.cells.count >= 10)
    for cell in lesson.cells {
      #expect(cell.options.error, "\(cell.code)")
      #expect(outcome.cells[cell.index].isRefused, "\(cell.code)")
    }
  }
}
