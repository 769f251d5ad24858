import Diagnostics
import Foundation
import Lesson
import Session
import Testing
import Weave

/// Each folder of `Goldens` holds a lesson, `article.html` as it must be woven, and `diagnostics.txt` where
/// weaving must find something wrong. `GOLDENS=overwrite swift test` writes what is woven now.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func goldensAreFound() {
    #expect(Self.names.count >= 12)
  }

  @Test(arguments: names) func article(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let markdown = try String(contentsOf: folder.appending(path: "lesson.md"), encoding: .utf8)
    let outcome = LessonOutcome(recorded: markdown)
    let other = LessonOutcome(recorded: "---\ntitle: La otra\n---\n## Una sección\n", name: "otra.md")
    var course = Course.of(["lesson.md", "otra.md"])
    course.allowsHTML = name.hasSuffix("-allowed")
    let index = CourseIndex(course: course, lessons: [("lesson.md", outcome), ("otra.md", other)])
    let article = Article(weaving: outcome, at: "lesson.md", in: index)
    let formatter = DiagnosticFormatter { $0 == "lesson.md" ? outcome.lesson.source : nil }
    let problems = (outcome.lesson.diagnostics + article.diagnostics).map(formatter.format).joined()

    try expect(Self.simplified(article.html), in: folder.appending(path: "article.html"))
    try expect(problems, in: folder.appending(path: "diagnostics.txt"))
    if !course.allowsHTML { #expect(Document(article.html).problems == []) }
  }

  private func expect(_ actual: String, in file: URL) throws {
    if ProcessInfo.processInfo.environment["GOLDENS"] == "overwrite" {
      try? FileManager.default.removeItem(at: file)
      if !actual.isEmpty { try actual.write(to: file, atomically: true, encoding: .utf8) }
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(actual == expected, "\(file.lastPathComponent)")
  }

  /// Without the inside of formulas and figures, which have tests of their own.
  private static func simplified(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    while let start = rest.range(of: "<svg") ?? rest.range(of: "<math") {
      let first =
        [rest.range(of: "<svg"), rest.range(of: "<math")].compactMap(\.self)
        .min { $0.lowerBound < $1.lowerBound } ?? start
      let name = rest[first.lowerBound...].hasPrefix("<svg") ? "svg" : "math"
      guard let tagEnd = rest[first.lowerBound...].range(of: ">"),
        let end = rest[first.lowerBound...].range(of: "</\(name)>")
      else { break }
      result += rest[..<first.lowerBound]
      result += name == "svg" ? "<svg>" : rest[first.lowerBound..<tagEnd.upperBound]
      result += "…</\(name)>"
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
