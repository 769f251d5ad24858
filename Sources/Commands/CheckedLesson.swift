import Diagnostics
import Lesson
import Session
import Weave

/// What is kept of a lesson that was checked: what others need that link to it or translate it, and what was found;
/// not what its cells showed.
///
/// The cache holds the facts of lessons in which nothing was found. Of such a lesson that did not change, only the text
/// is read.
struct CheckedLesson: Sendable {
  let text: LessonText
  let place: LessonPlace
  /// What is known of it; nil where it could not be read.
  let facts: LessonFacts?
  /// What `trama check` reports, or why the lesson could not be read.
  let findings: [Diagnostic]
  /// What the real compiler witnessed; nil where it was not asked.
  let remark: String?
  /// Where the cache holds what follows from it; nil without a cache.
  let cached: CachedLesson?
  /// Nil where the cache made parsing it unnecessary.
  private let parsed: Lesson?

  /// As messages show it.
  var path: String { text.path }
  /// The text that the findings speak of.
  var source: SourceText? { text.source }
  /// What was checked in it, by name and place, in the order of the text.
  var checks: [LessonFacts.Check] { facts?.checks ?? [] }
  var verifiedFormulas: Int { facts?.verifiedFormulas ?? 0 }
  /// Why formulas are not verified.
  var notes: [Diagnostic.Note] { facts?.notes ?? [] }

  /// Reads a lesson, and runs it unless the cache knows that nothing is to be found in it.
  ///
  /// - Parameters:
  ///   - place: Where the lesson stands.
  ///   - prose: Whether the numbers of the prose are looked at.
  ///   - compiler: Runs the lesson too, where there is one.
  init(
    _ path: String, at place: LessonPlace, cache: CacheFolder?, prose: Bool, witness compiler: SwiftCompiler?
  ) {
    text = LessonText(path)
    self.place = place
    cached = text.readable.flatMap { CachedLesson($0, at: place, in: cache) }
    let key = cached?.key(of: prose ? "checked lesson with its prose" : "checked lesson")
    if compiler == nil, let key, let facts = cached?.cache.lessonFacts(for: key) {
      (self.facts, findings, remark, parsed) = (facts, [], nil, nil)
      return
    }
    guard let outcome = LessonFile(text, at: place, cache: cache).outcome else {
      (facts, findings, remark, parsed) = (nil, text.failure.map { [$0] } ?? [], nil, nil)
      return
    }
    let facts = LessonFacts(of: outcome, at: place)
    let witness = compiler.map { LessonWitness(outcome, by: $0) }
    let found =
      outcome.findings + SliderFindings(of: outcome, at: place.path, in: place.course).diagnostics
      + (prose ? outcome.proseWarnings(slips: true) : [])
    self.facts = facts
    findings = found + (witness?.findings ?? [])
    remark = witness?.remark
    parsed = outcome.lesson
    if found.isEmpty, let key { cached?.cache.keep(facts, for: key) }
  }

  /// The lesson; nil where it could not be read.
  ///
  /// - Complexity: Linear in the size of the lesson where the cache knew it, because it is parsed then.
  func lesson() -> Lesson? {
    parsed ?? text.readable.map { Lesson(parsing: $0, macros: place.course.macros) }
  }
}
