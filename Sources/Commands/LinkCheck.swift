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

  /// What is wrong with the links of each lesson, in their order.
  private(set) var diagnostics: [Diagnostic] = []
  /// By the resolved path of the folder.
  private var courses: [String: Known] = [:]
  /// The files that lessons show or link to, by the resolved path of the course and that of the lesson in it.
  private var resources: [String: [String: [Page.Resource]]] = [:]

  /// A lesson with the course that holds it, and its path there; nil where none does.
  private typealias Placed = (file: CheckedLesson, place: (root: String, path: String)?)

  /// Checks; call on a thread with a deep stack.
  ///
  /// - Parameter folders: Courses that are read already; others are looked for above the lessons.
  /// - Complexity: Linear in the size of the lessons of all courses that hold one of these.
  init(of files: [CheckedLesson], in folders: [CourseFolder]) {
    let placed = files.map { ($0, CourseFolder.holding($0.path)) }
    for folder in folders {
      if let root = Disk.resolved(folder.path) { add(folder, at: root, placed) }
    }
    for (file, place) in placed { check(file, at: place, among: placed) }
  }

  /// The site that the lessons of a course make; nil where the folder is none of a course.
  func sitePlan(of folder: CourseFolder) -> SitePlan? {
    guard let root = Disk.resolved(folder.path), let index = courses[root]?.index else { return nil }
    let resources = resources[root] ?? [:]
    let pages = folder.lessons.compactMap {
      SitePlan.Page(of: $0, in: index, resources: resources[$0] ?? [])
    }
    // What is missing is found with the links, and is not among these.
    return SitePlan(of: index, pages: pages) { _ in true }
  }

  private mutating func check(
    _ file: CheckedLesson, at place: (root: String, path: String)?, among files: [Placed]
  ) {
    guard let lesson = file.lesson else { return }
    if let place, courses[place.root] == nil { add(CourseFolder(place.root), at: place.root, files) }
    guard let place, let known = courses[place.root] else {
      diagnostics += LinkFindings(of: lesson, at: Disk.split(file.path).name, in: nil).diagnostics
      return
    }
    let found = LinkFindings(of: lesson, at: place.path, in: known.index)
    diagnostics += found.diagnostics
    for resource in found.resources {
      if known.folder.has(resource.path) {
        resources[place.root, default: [:]][place.path, default: []].append(resource)
      } else {
        diagnostics.append(.missing(resource, known: known.folder.names(beside: resource.path)))
      }
    }
  }

  private mutating func add(_ folder: CourseFolder, at root: String, _ files: [Placed]) {
    guard folder.source != nil else { return }
    var read: [String: LessonOutcome] = [:]
    for (file, place) in files {
      guard let lesson = file.lesson, let place, place.root == root else { continue }
      read[place.path] = LessonOutcome(lesson: lesson, cells: [], inlineCells: [])
    }
    courses[root] = Known(folder: folder, index: CourseIndex(of: folder, known: read))
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
