import Diagnostics
import Lesson
import Session
import Weave

/// Checks the links of lessons against the courses that hold them. Other lessons are read for it, not run.
struct LinkCheck {
  /// A course with what links need of it.
  private struct Known {
    let folder: CourseFolder
    let index: CourseIndex
  }

  /// By the resolved path of the folder.
  private var courses: [String: Known] = [:]

  /// What is wrong with the links of each lesson, in their order.
  ///
  /// - Complexity: Linear in the size of the lessons of all courses that hold one of these.
  static func findings(of files: [CheckedLesson]) -> [Diagnostic] {
    var check = LinkCheck()
    let placed = files.map { ($0, CourseFolder.holding($0.path)) }
    return placed.flatMap { check.findings(of: $0, at: $1, among: placed) }
  }

  /// A lesson with the course that holds it, and its path there; nil where none does.
  private typealias Placed = (file: CheckedLesson, place: (root: String, path: String)?)

  private mutating func findings(
    of file: CheckedLesson, at place: (root: String, path: String)?, among files: [Placed]
  ) -> [Diagnostic] {
    guard let lesson = file.lesson else { return [] }
    guard let place, let known = course(at: place.root, files) else {
      return LinkFindings(of: lesson, at: Disk.split(file.path).name, in: nil).diagnostics
    }
    let found = LinkFindings(of: lesson, at: place.path, in: known.index)
    let missing = found.resources.filter { !known.folder.has($0.path) }.map {
      Diagnostic.missing($0, known: known.folder.names(beside: $0.path))
    }
    return found.diagnostics + missing
  }

  private mutating func course(at root: String, _ files: [Placed]) -> Known? {
    if let known = courses[root] { return known }
    let folder = CourseFolder(root)
    guard folder.source != nil else { return nil }
    var read: [String: LessonOutcome] = [:]
    for (file, place) in files {
      guard let lesson = file.lesson, let place, place.root == root else { continue }
      read[place.path] = LessonOutcome(lesson: lesson, cells: [], inlineCells: [])
    }
    let others = folder.lessons.filter { read[$0] == nil }
    let macros = folder.course.macros
    let lessons = Workers.map(others.map(folder.path)) { LessonOutcome(reading: $0, macros: macros) }
    for (path, outcome) in zip(others, lessons) { if let outcome { read[path] = outcome } }
    let index = CourseIndex(
      course: folder.course,
      lessons: read.sorted { $0.key < $1.key }.map { (path: $0.key, outcome: $0.value) })
    let known = Known(folder: folder, index: index)
    courses[root] = known
    return known
  }
}

extension LessonOutcome {
  /// A lesson that is read and not run; nil where it cannot be read.
  fileprivate init?(reading path: String, macros: [String: String]) {
    guard let bytes = try? Disk.read(path, limit: 8 * Lesson.maximumSize),
      let source = try? SourceText(name: path, bytes: bytes)
    else { return nil }
    self.init(lesson: Lesson(parsing: source, macros: macros), cells: [], inlineCells: [])
  }
}

extension CourseFolder {
  /// The course that holds a file: the nearest folder above it with a course file.
  ///
  /// - Returns: The folder and the file's path in it, both without symbolic links; nil where there is none.
  static func holding(_ file: String) -> (root: String, path: String)? {
    guard let resolved = Disk.resolved(file) else { return nil }
    var folder = Disk.split(resolved).folder
    while true {
      if Disk.kind(of: Disk.join(folder, fileName)) == .file {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return (folder, String(resolved.dropFirst(prefix.count)))
      }
      guard folder != "/", folder != "." else { return nil }
      folder = Disk.split(folder).folder
    }
  }

  /// Whether the course has a file that a page may show or link to.
  func has(_ name: String) -> Bool { target(of: name).map { Disk.kind(of: $0) == .file } ?? false }

  /// The files in the folder of a file, relative to the course.
  func names(beside name: String) -> [String] {
    guard let slash = name.lastIndex(of: "/") else { return (try? Disk.names(in: path)) ?? [] }
    let folder = String(name[..<slash])
    guard let target = target(of: folder) else { return [] }
    return ((try? Disk.names(in: target)) ?? []).map { Disk.join(folder, $0) }
  }
}
