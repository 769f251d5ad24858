import Diagnostics
import Lesson

/// A folder with a `course.yml`.
struct CourseFolder {
  /// The name of the course file.
  static let fileName = "course.yml"

  /// As the user gave it.
  let path: String
  let course: Course
  /// The course file, for excerpts.
  let source: SourceText?
  /// What is wrong with the course file, lessons that it lists and that don't exist included.
  let diagnostics: [Diagnostic]
  /// The lessons that exist, relative to the folder: home pages first, then those listed, in reading order.
  let lessons: [String]

  /// Reads the course file.
  init(_ path: String) {
    self.path = path
    let file = Disk.join(path, Self.fileName)
    do throws(FileFailure) {
      let bytes = try Self.read(file, in: path)
      let source = SourceText(name: file, text: String(decoding: bytes, as: UTF8.self))
      self.source = source
      do throws(Diagnostic) {
        let course = Course(parsing: try SourceText(name: file, bytes: bytes))
        self.course = course
        let missing = Self.missing(course, in: path, file: file)
        diagnostics = course.diagnostics + missing.map(\.diagnostic)
        let absent = Set(missing.map(\.lesson))
        let listed = course.lessonPaths.filter { !absent.contains($0) }
        let homes = course.homePaths.filter {
          Disk.kind(of: Disk.join(path, $0)) == .file && !listed.contains($0)
        }
        lessons = homes + listed
      } catch {
        course = Course()
        diagnostics = [error]
        lessons = []
      }
    } catch {
      course = Course()
      source = nil
      diagnostics = [Diagnostic(error)]
      lessons = []
    }
  }

  private static func read(_ file: String, in folder: String) throws(FileFailure) -> [UInt8] {
    switch Disk.kind(of: folder) {
    case .folder?: break
    case nil:
      throw FileFailure(
        folder, "there is no course folder here", advice: "name the folder that holds '\(fileName)'")
    case .file?, .special?:
      throw FileFailure(
        folder, "this is not a course folder", advice: "name the folder that holds '\(fileName)'")
    }
    guard Disk.exists(file) else {
      throw FileFailure(
        file, "the course file is missing",
        advice: "write one with 'title' and 'parts', or name another course folder")
    }
    return try Disk.read(file, limit: Lesson.maximumSize)
  }

  private static func missing(
    _ course: Course, in folder: String, file: String
  ) -> [(lesson: String, diagnostic: Diagnostic)] {
    var missing: [(String, Diagnostic)] = []
    for part in course.allParts {
      for (index, lesson) in part.lessons.enumerated()
      where Disk.kind(of: Disk.join(folder, lesson)) != .file {
        let range = index < part.lessonRanges.count ? part.lessonRanges[index] : 0..<0
        missing.append(
          (
            lesson,
            Diagnostic(.error, "course.lesson", file: file, range: range, "there is no lesson '\(lesson)'")
          ))
      }
    }
    return missing
  }

  /// The path of a lesson as messages show it.
  func path(of lesson: String) -> String { Disk.join(path, lesson) }

  /// The bytes of a file that a lesson shows or links to; nil where the course has none.
  func resource(_ name: String) -> [UInt8]? {
    guard let target = target(of: name) else { return nil }
    return try? Disk.read(target)
  }

  /// The name of the folder with the course's own templates and styles.
  static let themeFolder = "theme"

  /// The files of the theme folder, with their paths as messages show them; none where there is no such folder.
  ///
  /// Names that start with a dot are left out.
  ///
  /// - Throws: What keeps a file from being read; one that lies outside the course, or is too long, is not.
  func themeFiles() throws(FileFailure) -> [(path: String, bytes: [UInt8])] {
    guard let folder = target(of: Self.themeFolder), Disk.kind(of: folder) == .folder else { return [] }
    var files: [(String, [UInt8])] = []
    for name in try Disk.names(in: folder) where !name.hasPrefix(".") {
      let file = Disk.join(Self.themeFolder, name)
      guard let target = target(of: file) else {
        throw FileFailure(self.path(of: file), "this file lies outside the course", advice: "copy it here")
      }
      let bytes = try Disk.read(target, limit: Self.largestThemeFile)
      guard bytes.count <= Self.largestThemeFile else {
        throw FileFailure(
          self.path(of: file), "this file of a theme has more than \(Self.largestThemeFile) bytes",
          advice: "keep in it only what the pages need")
      }
      files.append((self.path(of: file), bytes))
    }
    return files
  }

  static let largestThemeFile = 256 << 10

  /// The resolved path of something in the course; nil where there is nothing.
  ///
  /// Symbolic links that lead out of the course are not followed.
  func target(of name: String) -> String? {
    guard let root = Disk.resolved(path), let target = Disk.resolved(self.path(of: name)),
      target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    else { return nil }
    return target
  }
}
