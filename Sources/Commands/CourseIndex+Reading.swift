import Lesson
import Session
import Weave

extension CourseIndex {
  /// What pages need to know of the lessons of a course, which are read for it, not run.
  ///
  /// - Parameter known: What an index says of lessons that are read already; also such as the course does not list.
  /// - Complexity: Linear in the size of the lessons.
  init(of folder: CourseFolder, known: [Entry]) {
    let paths = Set(known.map(\.path))
    let others = folder.lessons.filter { !paths.contains($0) }.map { LessonPlace($0, in: folder) }
    let read = Workers.map(others) { place in
      LessonFile(reading: folder.path(of: place.path), at: place).outcome.map {
        Entry(of: $0, at: place.path, in: folder.course)
      }
    }
    self.init(course: folder.course, entries: known + read.compactMap(\.self))
  }
}
