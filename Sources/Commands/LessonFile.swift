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
  /// Why it could not be read.
  var failure: Diagnostic? { text.failure }

  /// Reads and runs a lesson.
  ///
  /// - Parameters:
  ///   - macros: Those of the course that holds it.
  ///   - cache: Holds the outcomes of lessons that need not run again.
  init(
    _ path: String, macros: [String: String], limits: Engine.Limits = .standard,
    cache: (any ContentCache)? = nil
  ) {
    self.init(path, macros: macros) { LessonRun($0, limits: limits).outcome(cachedIn: cache) }
  }

  /// Reads a lesson and runs nothing.
  init(reading path: String, macros: [String: String]) {
    self.init(path, macros: macros) { LessonOutcome(lesson: $0, cells: [], inlineCells: []) }
  }

  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - run: Makes the outcome of the lesson.
  private init(_ path: String, macros: [String: String], run: (Lesson) -> LessonOutcome) {
    text = LessonText(path)
    outcome = text.readable.map { run(Lesson(parsing: $0, macros: macros)) }
  }

  /// Reads and runs lessons, some at the same time.
  ///
  /// - Parameter transform: What is kept of each, which stands at some place.
  /// - Returns: One for each path, in their order.
  static func run<Result: Sendable>(
    _ paths: [String], jobs: Int = Workers.processors, cache: CacheFolder?, on console: Console,
    _ transform: @escaping @Sendable (LessonFile, LessonPlace) -> Result = { (file: LessonFile, _) in file }
  ) -> [Result] {
    let progress = Progress(of: paths.count, on: console)
    defer { cache?.trim() }
    let lessons = Array(zip(paths, LessonPlace.places(of: paths)))
    return Workers.map(lessons, jobs: jobs) { path, place in
      progress.start(path)
      return transform(LessonFile(path, macros: place.course.macros, cache: cache), place)
    }
  }
}
