import Diagnostics
import Lesson
import Session
import Weave

/// A lesson of a course on its way into the site.
///
/// What follows from the lesson alone is made once and kept in the cache: what other pages need to know of it and its
/// problems, and what is woven of it. Of a lesson that did not change, only the text is read.
struct SiteLesson: Sendable {
  let text: LessonText
  /// What the index says of it; nil where it could not be read.
  let entry: CourseIndex.Entry?
  /// What keeps it from being built, and warnings.
  let problems: [Diagnostic]
  private let macros: [String: String]
  private let cached: Cached?
  /// What running it gave; nil where the cache made that unnecessary.
  private let outcome: LessonOutcome?

  /// Where the cache keeps what is made of the lesson.
  private struct Cached {
    var cache: CacheFolder
    var key: CacheKey

    /// What is kept of the lesson without its course.
    var summary: (entry: CourseIndex.Entry, problems: [Diagnostic])? {
      cache.value(for: key) { (reader) throws(ByteReader.Damage) in
        let entry = try reader.courseIndexEntry()
        return (entry, try reader.list { (reader) throws(ByteReader.Damage) in try reader.diagnostic() })
      }
    }

    func keep(_ entry: CourseIndex.Entry, _ problems: [Diagnostic]) {
      cache.keep(for: key) { writer in
        writer.write(entry)
        writer.write(problems) { $0.write($1) }
      }
    }
  }

  /// Reads a lesson, and runs it where the cache does not know enough of it.
  ///
  /// - Parameter path: The lesson's path in the course.
  init(_ path: String, in folder: CourseFolder, cache: CacheFolder?) {
    text = LessonText(folder.path(of: path))
    macros = folder.course.macros
    guard let source = text.readable else {
      (entry, problems, cached, outcome) = (nil, [], nil, nil)
      return
    }
    cached = cache.map { Cached(cache: $0, key: Self.key(of: source, at: path, in: folder, by: $0.program)) }
    if let (entry, problems) = cached?.summary {
      (self.entry, self.problems, outcome) = (entry, problems, nil)
      return
    }
    let outcome = Self.run(source, macros, cache)
    let entry = CourseIndex.Entry(of: outcome, at: path, in: folder.course)
    (self.entry, problems, self.outcome) = (entry, outcome.problems, outcome)
    cached?.keep(entry, problems)
  }

  /// Weaves the lesson, unless the cache holds what it is woven to.
  ///
  /// - Returns: Nil where it could not be read, or is no page of the course.
  func woven(by weaver: PageWeaver) -> WovenLesson? {
    guard let source = text.readable, let path = entry?.path, let entry = weaver.index.entry(at: path) else {
      return nil
    }
    let key = cached.map { weaver.key(ofWoven: $0.key) }
    if let key,
      let woven = cached?.cache.value(
        for: key, { (reader) throws(ByteReader.Damage) in try reader.wovenLesson(entry) })
    {
      return woven
    }
    let outcome = outcome ?? Self.run(source, macros, cached?.cache)
    let woven = WovenLesson(outcome, at: path, in: weaver.index)
    if let key { cached?.cache.keep(for: key) { $0.write(woven) } }
    return woven
  }

  private static func run(
    _ source: SourceText, _ macros: [String: String], _ cache: CacheFolder?
  ) -> LessonOutcome {
    LessonRun(Lesson(parsing: source, macros: macros)).outcome(cachedIn: cache)
  }

  /// The key of all that the lesson's own part of the site follows from, but for where its links to others lead.
  private static func key(
    of source: SourceText, at path: String, in folder: CourseFolder, by program: [UInt8]
  ) -> CacheKey {
    CacheKey(of: "lesson") { writer in
      writer.write(bytes: program)
      writer.write(source.name)
      writer.write(path)
      writer.write(source.text)
      writer.write(folder.source?.text)
    }
  }
}
