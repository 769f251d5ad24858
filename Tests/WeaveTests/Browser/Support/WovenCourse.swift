import Diagnostics
import Foundation
import Lesson
import Session
import Testing

@testable import Weave

/// A course on disk that has been run and woven into a temporary folder.
final class WovenCourse: Sendable {
  /// The course that comes with Trama.
  static let notebooks = Result {
    try WovenCourse(URL(filePath: #filePath).appending(path: "../../../../../notebooks").standardized)
  }

  /// Relative to the site, sorted.
  let pages: [String]
  private let folder: URL

  init(_ source: URL) throws {
    func text(_ path: String) throws -> SourceText {
      SourceText(name: path, text: try String(contentsOf: source.appending(path: path), encoding: .utf8))
    }
    let course = Course(parsing: try text("course.yml"))
    let lessons = try course.parts.flatMap(\.lessons).map { path in
      (path: path, outcome: LessonRun(Lesson(parsing: try text(path))).outcome())
    }
    let (site, diagnostics) = Site.weave(course: course, lessons: lessons) {
      try? Array(Data(contentsOf: source.appending(path: $0)))
    }
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    folder = FileManager.default.temporaryDirectory.appending(path: "trama-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    for file in site.files {
      let place = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
    pages = site.files.map(\.path).filter { $0.hasSuffix(".html") }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The folder of the site.
  var path: String { folder.path }

  /// The address of a page, on disk.
  func callAsFunction(_ page: String) -> String { "file://\(path)/\(page)" }
}
