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
    /// The key of where links into its lessons lead.
    let linksKey: CacheKey
  }

  /// What is wrong with the links of each lesson, in their order.
  private(set) var diagnostics: [Diagnostic] = []
  /// By the resolved path of the folder.
  private var courses: [String: Known] = [:]
  /// The files that lessons show or link to, by the resolved path of the course and that of the lesson in it.
  private var resources: [String: [String: [Page.Resource]]] = [:]

  /// Checks; call on a thread with a deep stack.
  ///
  /// - Parameter folders: Courses that are read already.
  /// - Complexity: Linear in the size of the lessons of all courses that hold one of these.
  init(of lessons: [CheckedLesson], in folders: [CourseFolder]) {
    for folder in folders {
      if let root = Disk.resolved(folder.path) { add(folder, at: root, lessons) }
    }
    for lesson in lessons { check(lesson, among: lessons) }
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

  private mutating func check(_ lesson: CheckedLesson, among lessons: [CheckedLesson]) {
    let place = lesson.place
    if let folder = place.folder, courses[folder.path] == nil { add(folder, at: folder.path, lessons) }
    let known = place.folder.flatMap { courses[$0.path] }
    guard let found = Self.findings(of: lesson, in: known) else { return }
    diagnostics += found.diagnostics
    guard let known, let root = place.folder?.path else { return }
    for resource in found.resources {
      if known.folder.has(resource.path) {
        resources[root, default: [:]][place.path, default: []].append(resource)
      } else {
        diagnostics.append(.missing(resource, known: known.folder.names(beside: resource.path)))
      }
    }
  }

  /// What is wrong with the links of a lesson, unless a file is missing; nil where it could not be read.
  private static func findings(of lesson: CheckedLesson, in course: Known?) -> LinkFindings? {
    let key = lesson.cached?.key(of: "links of lesson", with: course.map { [$0.linksKey] } ?? [])
    if let key,
      let found = lesson.cached?.cache.value(
        for: key, { (reader) throws(ByteReader.Damage) in try reader.linkFindings() })
    {
      return found
    }
    guard let parsed = lesson.lesson() else { return nil }
    let found = LinkFindings(of: parsed, at: lesson.place.path, in: course?.index)
    if let key { lesson.cached?.cache.keep(for: key) { $0.write(found) } }
    return found
  }

  private mutating func add(_ folder: CourseFolder, at root: String, _ lessons: [CheckedLesson]) {
    guard folder.source != nil else { return }
    let known = lessons.filter { $0.place.folder?.path == root }.compactMap(\.facts?.entry)
    let index = CourseIndex(of: folder, known: known)
    courses[root] = Known(folder: folder, index: index, linksKey: index.linksKey)
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
