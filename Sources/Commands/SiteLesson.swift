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
  private let place: LessonPlace
  private let cached: CachedLesson?
  /// What running it gave; nil where the cache made that unnecessary.
  private let outcome: LessonOutcome?

  /// Reads a lesson, and runs it where the cache does not know enough of it.
  init(_ path: String, at place: LessonPlace, cache: CacheFolder?) {
    text = LessonText(path)
    self.place = place
    guard let source = text.readable else {
      (entry, problems, cached, outcome) = (nil, [], nil, nil)
      return
    }
    cached = CachedLesson(source, at: place, in: cache)
    if let (entry, problems) = Self.summary(in: cached) {
      (self.entry, self.problems, outcome) = (entry, problems, nil)
      return
    }
    let outcome = LessonFile(text, at: place, cache: cache).outcome
    entry = outcome.map { CourseIndex.Entry(of: $0, at: place.path, in: place.course) }
    problems = outcome?.problems ?? []
    self.outcome = outcome
    keepSummary()
  }

  /// Weaves the lesson, unless the cache holds what it is woven to.
  ///
  /// - Returns: Nil where it could not be read, or is no page of the course.
  func woven(by weaver: PageWeaver) -> WovenLesson? {
    guard let entry = weaver.index.entry(at: place.path) else { return nil }
    let key = cached?.key(of: "woven lesson", with: [weaver.linksKey])
    if let key,
      let woven = cached?.cache.value(
        for: key, { (reader) throws(ByteReader.Damage) in try reader.wovenLesson(entry) })
    {
      return woven
    }
    guard let outcome = outcome ?? LessonFile(text, at: place, cache: cached?.cache).outcome else {
      return nil
    }
    let woven = WovenLesson(outcome, at: place.path, in: weaver.index)
    if let key { cached?.cache.keep(for: key) { $0.write(woven) } }
    return woven
  }

  private static func summary(
    in cached: CachedLesson?
  ) -> (entry: CourseIndex.Entry, problems: [Diagnostic])? {
    guard let cached else { return nil }
    return cached.cache.value(for: cached.key(of: "site lesson")) { (reader) throws(ByteReader.Damage) in
      (try reader.courseIndexEntry(), try reader.diagnostics())
    }
  }

  private func keepSummary() {
    guard let cached, let entry else { return }
    cached.cache.keep(for: cached.key(of: "site lesson")) { writer in
      writer.write(entry)
      writer.write(problems)
    }
  }
}
