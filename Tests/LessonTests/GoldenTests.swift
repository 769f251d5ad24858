import Diagnostics
import Foundation
import Testing

@testable import Lesson

/// Every folder of `Golden` holds a `lesson.md` or a `course.yml` and the `expected.txt` that it must give.
///
/// `TRAMA_RECORD=1 swift test --filter GoldenTests` rewrites the expectations; read the difference before you
/// keep it.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  @Test func someCasesAreFound() {
    #expect(Self.cases.count >= 20)
  }

  @Test(arguments: cases) func agrees(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let course = folder.appending(path: "course.yml")
    let actual: String
    if let bytes = try? Data(contentsOf: course) {
      actual = try dump(Course(parsing: SourceText(name: "course.yml", bytes: Array(bytes))), bytes)
    } else {
      let bytes = try Data(contentsOf: folder.appending(path: "lesson.md"))
      actual = LessonDump.dump(try Lesson(parsing: SourceText(name: "lesson.md", bytes: Array(bytes))))
    }
    let file = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["TRAMA_RECORD"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == (try String(contentsOf: file, encoding: .utf8)))
  }

  private func dump(_ course: Course, _ bytes: Data) throws -> String {
    let source = try SourceText(name: "course.yml", bytes: Array(bytes))
    let formatter = DiagnosticFormatter { $0 == source.name ? source : nil }
    var text = course.diagnostics.map { "[\($0.id)] " + formatter.format($0) }.joined()
    text += "title: \(dump(course.title))\ndescription: \(dump(course.description))\n"
    text += "authors: \(course.authors)\n"
    text += "languages: \(course.languages)\nrepository: \(course.repository ?? "-")\n"
    text += "branch: \(course.branch ?? "-")\nrepository folder: \(course.repositoryFolder ?? "-")\n"
    text += "announcement: \(dump(course.announcement))\nhtml: \(course.allowsHTML ? "allow" : "safe")\n"
    text += "site: \(course.site ?? "-")\n"
    for redirect in course.redirects {
      text += "redirect \(formatter.location(redirect.place)): \(redirect.page) to \(redirect.lesson)\n"
    }
    for (name, tex) in course.macros.sorted(by: { $0.key < $1.key }) { text += "macro: \(name) = \(tex)\n" }
    for part in course.allParts {
      text += "part: \(dump(part.title))\(part.isCollapsed ? " (collapsed)" : "")\n"
      for (path, range) in zip(part.lessons, part.lessonRanges) {
        text += "  \(path) at \(formatter.location(Diagnostic.Place(file: source.name, range: range)))\n"
      }
    }
    return text
  }

  private func dump(_ text: LocalizedText?) -> String {
    switch text {
    case nil: "-"
    case .common(let text): text
    case .versions(let versions):
      versions.map { "\($0.language) \($0.text.debugDescription)" }.joined(separator: ", ")
    }
  }
}
