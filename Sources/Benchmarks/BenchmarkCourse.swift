import Foundation

/// A course of lessons that differ from a given one in their constants, for `trama check` and `trama build`.
struct BenchmarkCourse {
  static let lessons = 100
  /// The goal of a check with no cache or an empty one, in seconds.
  static let coldGoal = 0.5
  /// The goal of a check with a full cache, in seconds.
  static let checkGoal = 0.15

  private let folder: URL
  private let executable: URL
  private let lesson: BenchmarkLesson
  private var course: String { folder.appending(path: "course").path }
  private var cache: URL { folder.appending(path: "cache") }

  /// Writes the course into a temporary folder, its recordings accepted.
  ///
  /// - Returns: Nil where the course cannot be written, or where `trama` is not beside this program.
  init?(of lesson: BenchmarkLesson) {
    guard let own = Bundle.main.executableURL else { return nil }
    self.lesson = lesson
    executable = own.deletingLastPathComponent().appending(path: "trama")
    folder = FileManager.default.temporaryDirectory.appending(path: "trama-checks-\(UUID().uuidString)")
    do {
      let course = folder.appending(path: "course")
      try FileManager.default.createDirectory(at: course, withIntermediateDirectories: true)
      var list = ""
      for number in 1...Self.lessons {
        try lesson.variant(number)
          .write(to: course.appending(path: "\(number).md"), atomically: false, encoding: .utf8)
        list += "\n      - \(number).md"
      }
      try "title: Checks\nparts:\n  - title: All\n    lessons:\(list)\n"
        .write(to: course.appending(path: "course.yml"), atomically: false, encoding: .utf8)
    } catch {
      remove()
      return nil
    }
    guard trama("accept", "--no-cache") != nil else {
      remove()
      return nil
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func checkWithoutCache() -> Double? { trama("check", "--no-cache") }

  /// The cache before is put aside, not removed: ext4 is slow to make files just after others were removed.
  func coldCheck() -> Double? {
    try? FileManager.default.moveItem(at: cache, to: folder.appending(path: "cache-\(UUID().uuidString)"))
    return trama("check")
  }

  /// Needs a `coldCheck` before it.
  func warmCheck() -> Double? { trama("check") }

  func buildWithoutCache() -> Double? { trama("build", "--no-cache") }

  /// Builds the course with a cache that holds all of it but for one lesson, whose cells have changed.
  func buildAfterEdit() -> Double? {
    let edited = lesson.variant(.random(in: 1_000...9_999))
    let file = URL(fileURLWithPath: course).appending(path: "1.md")
    guard trama("build") != nil,
      (try? edited.write(to: file, atomically: false, encoding: .utf8)) != nil
    else { return nil }
    return trama("build")
  }

  /// Builds the same Markdown, of which it runs nothing, by Hugo, with pages that list all others; nil where it is not
  /// on the path.
  func hugo() -> Double? {
    let site = folder.appending(path: "hugo")
    let layouts = site.appending(path: "layouts/_default")
    let page = """
      <!doctype html><html><head><title>{{.Title}}</title></head><body>
      {{range .Site.RegularPages}}<a href="{{.RelPermalink}}">{{.Title}}</a>{{end}}{{.TableOfContents}}{{.Content}}
      </body></html>

      """
    do {
      try? FileManager.default.removeItem(at: site)
      try FileManager.default.createDirectory(at: layouts, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: course, toPath: site.appending(path: "content").path)
      for name in ["single", "list"] {
        try Data(page.utf8).write(to: layouts.appending(path: "\(name).html"))
      }
      try Data("title = \"Builds\"\n".utf8).write(to: site.appending(path: "hugo.toml"))
    } catch {
      return nil
    }
    return ProcessorTime.of(
      URL(fileURLWithPath: "/usr/bin/env"), ["hugo", "--quiet", "--source", site.path], environment: [:])
  }

  /// The processor time of a command; nil where it fails.
  private func trama(_ arguments: String...) -> Double? {
    let named = arguments.first == "build" ? [course] : ["--course", course]
    return ProcessorTime.of(executable, arguments + named, environment: ["TRAMA_CACHE": cache.path])
  }
}
