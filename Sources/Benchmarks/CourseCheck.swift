import Foundation

/// `trama check` of a course of lessons that differ from a given one in their constants.
struct CourseCheck {
  static let lessons = 100
  /// The goal of a check with a full cache, in seconds.
  static let goal = 0.15

  private let folder: URL
  private let executable: URL
  private var course: String { folder.appending(path: "course").path }
  private var cache: URL { folder.appending(path: "cache") }

  /// Writes the course into a temporary folder, its recordings accepted.
  ///
  /// - Returns: Nil where the lesson cannot be read, or where `trama` is not beside this program.
  init?(of lesson: String) {
    guard let text = Self.standalone(lesson),
      let own = Bundle.main.executableURL
    else { return nil }
    executable = own.deletingLastPathComponent().appending(path: "trama")
    folder = FileManager.default.temporaryDirectory.appending(path: "trama-checks-\(UUID().uuidString)")
    do {
      let course = folder.appending(path: "course")
      try FileManager.default.createDirectory(at: course, withIntermediateDirectories: true)
      var list = ""
      for number in 1...Self.lessons {
        try Self.variant(number, of: text)
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

  /// The text of a lesson, without its links to others; nil where it cannot be read.
  static func standalone(_ lesson: String) -> String? {
    (try? String(contentsOfFile: lesson, encoding: .utf8))?
      .replacing(/\[([^\]\n]*)\]\(\.\.[^)\n]*\)/) { String($0.output.1) }
  }

  /// The lesson with another parabola and other starts of its searches.
  private static func variant(_ number: Int, of text: String) -> String {
    text.replacingOccurrences(of: "{ 2*x*x - 3*x + 4 }", with: "{ 2*x*x - 3*x + \(number + 4) }")
      .replacingOccurrences(of: "2x^2 - 3x + 4", with: "2x^2 - 3x + \(number + 4)")
      .replacingOccurrences(of: "signDescent(from: 2,", with: "signDescent(from: 2.\(number),")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func withoutCache() -> Double? { trama("check", "--no-cache") }

  func cold() -> Double? {
    try? FileManager.default.removeItem(at: cache)
    return trama("check")
  }

  /// Needs a `cold` before it.
  func warm() -> Double? { trama("check") }

  /// The processor time of a command; nil where it fails.
  private func trama(_ arguments: String...) -> Double? {
    ProcessorTime.of(executable, arguments + ["--course", course], environment: ["TRAMA_CACHE": cache.path])
  }
}
