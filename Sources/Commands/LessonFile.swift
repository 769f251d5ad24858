import Diagnostics
import Lesson
import Session

/// A lesson on disk, read and run.
struct LessonFile: Sendable {
  /// As messages show it.
  let path: String
  /// Its bytes; empty where it could not be read.
  let bytes: [UInt8]
  /// Its text, for excerpts; damaged where it is not UTF-8.
  let source: SourceText?
  /// What running it gave; nil where it could not be read.
  let outcome: LessonOutcome?
  /// Why it could not be read.
  let failure: Diagnostic?

  /// Reads and runs a lesson.
  ///
  /// - Parameters:
  ///   - macros: Those of the course that holds it.
  ///   - cache: Holds the outcomes of lessons that need not run again.
  init(
    _ path: String, macros: [String: String], limits: Engine.Limits = .standard,
    cache: (any RunCache)? = nil
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
    let isInput = path == "-"
    self.path = isInput ? "standard input" : path
    do throws(FileFailure) {
      // The parser says that a lesson is too large; this only keeps a huge file out of memory.
      let limit = 8 * Lesson.maximumSize
      bytes = try isInput ? Disk.read(0, self.path, limit: limit) : Disk.read(path, limit: limit)
    } catch {
      bytes = []
      source = nil
      outcome = nil
      failure = Diagnostic(error)
      return
    }
    do throws(Diagnostic) {
      let text = try SourceText(name: self.path, bytes: bytes)
      source = text
      outcome = run(Lesson(parsing: text, macros: macros))
      failure = nil
    } catch {
      // What stands before the first wrong byte is as in the file, so the place of the diagnostic is right.
      source = SourceText(name: self.path, text: String(decoding: bytes, as: UTF8.self))
      outcome = nil
      failure = error
    }
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
