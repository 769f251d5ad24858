import Diagnostics
import Lesson
import Session

/// A lesson on disk, read and run.
struct LessonFile: Sendable {
  let text: LessonText
  /// What running it gave; nil where it could not be read.
  let outcome: LessonOutcome?

  /// As messages show it.
  var path: String { text.path }
  /// Its bytes; empty where it could not be read.
  var bytes: [UInt8] { text.bytes }
  /// Its text, for excerpts; damaged where it is not UTF-8.
  var source: SourceText? { text.source }

  /// Runs a lesson that is read.
  ///
  /// - Parameters:
  ///   - place: Where it stands.
  ///   - cache: Holds the outcomes of lessons that need not run again.
  init(
    _ text: LessonText, at place: LessonPlace, limits: Engine.Limits = .standard,
    cache: (any ContentCache)? = nil
  ) {
    self.init(text, at: place) { LessonRun($0, limits: limits).outcome(cachedIn: cache) }
  }

  /// Reads a lesson and runs nothing.
  init(reading path: String, at place: LessonPlace) {
    self.init(LessonText(path), at: place) { LessonOutcome(lesson: $0, cells: [], inlineCells: []) }
  }

  /// - Parameter run: Makes the outcome of the lesson.
  private init(_ text: LessonText, at place: LessonPlace, run: (Lesson) -> LessonOutcome) {
    self.text = text
    outcome = text.readable.map { run(Lesson(parsing: $0, macros: place.course.macros)) }
  }

  /// Reads and runs lessons, some at the same time.
  ///
  /// - Returns: One for each path, in their order.
  static func run(_ paths: [String], cache: CacheFolder?, on console: Console) -> [LessonFile] {
    defer { cache?.trim() }
    return Workers.map(lessons: LessonPlace.lessons(at: paths), on: console) { path, place in
      LessonFile(LessonText(path), at: place, cache: cache)
    }
  }
}
