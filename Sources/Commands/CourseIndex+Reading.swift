import Lesson
import Session
import Weave

extension CourseIndex {
  /// What pages need to know of the lessons of a course, which are read for it, not run.
  ///
  /// - Parameter known: Lessons that are read already, by their paths in the course; also such as the course
  ///   does not list.
  /// - Complexity: Linear in the size of the lessons.
  init(of folder: CourseFolder, known: [String: LessonOutcome]) {
    var lessons = known
    let others = folder.lessons.filter { known[$0] == nil }
    let macros = folder.course.macros
    for (path, outcome) in zip(
      others, Workers.map(others.map(folder.path)) { LessonFile(reading: $0, macros: macros).outcome })
    {
      if let outcome { lessons[path] = outcome }
    }
    self.init(
      course: folder.course,
      lessons: lessons.sorted { $0.key < $1.key }.map { (path: $0.key, outcome: $0.value) })
  }
}
