import Lesson

/// Where a lesson stands: in a course, or alone.
struct LessonPlace: Sendable {
  /// The course that holds it; an empty one where none does.
  let course: Course
  /// Its path in the course; its name where it stands alone.
  let path: String

  /// Finds the course that holds a lesson.
  init(of file: String) {
    var known: [String: Course] = [:]
    self.init(of: file, &known)
  }

  /// - Parameter known: The courses that are read already, by their folders.
  private init(of file: String, _ known: inout [String: Course]) {
    guard let (root, path) = CourseFolder.holding(file) else {
      course = Course()
      self.path = Disk.split(file).name
      return
    }
    let course = known[root] ?? CourseFolder(root).course
    known[root] = course
    self.course = course
    self.path = path
  }

  /// Finds the courses that hold some lessons.
  ///
  /// - Returns: The place of each, in their order.
  /// - Complexity: Reads each course file once.
  static func places(of files: [String]) -> [LessonPlace] {
    var known: [String: Course] = [:]
    return files.map { LessonPlace(of: $0, &known) }
  }
}
