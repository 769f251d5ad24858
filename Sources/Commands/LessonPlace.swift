import Lesson

/// Where a lesson stands: in a course, or alone.
struct LessonPlace: Sendable {
  /// The course that holds it; nil where none does, or where its course file cannot be read.
  let folder: CourseFolder?
  /// Its path in the course; its name where it stands alone.
  let path: String

  /// The course that holds it; an empty one where none does.
  var course: Course { folder?.course ?? Course() }

  /// A lesson of a course.
  ///
  /// - Parameter path: Its path in the course.
  init(_ path: String, in folder: CourseFolder) {
    self.folder = folder
    self.path = path
  }

  /// Finds the course that holds a lesson.
  init(of file: String) {
    var known: [String: CourseFolder] = [:]
    self.init(of: file, &known)
  }

  /// - Parameter known: The courses that are read already, by their folders.
  private init(of file: String, _ known: inout [String: CourseFolder]) {
    guard let (root, path) = CourseFolder.holding(file) else {
      folder = nil
      self.path = Disk.split(file).name
      return
    }
    let folder = known[root] ?? CourseFolder(root)
    known[root] = folder
    self.folder = folder.source == nil ? nil : folder
    self.path = path
  }

  /// Finds the courses that hold some lessons.
  ///
  /// - Returns: The path and the place of each, in their order.
  /// - Complexity: Reads each course file once.
  static func lessons(at paths: [String]) -> [(path: String, place: LessonPlace)] {
    var known: [String: CourseFolder] = [:]
    return paths.map { ($0, LessonPlace(of: $0, &known)) }
  }
}
