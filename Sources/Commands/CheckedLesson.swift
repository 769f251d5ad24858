import Diagnostics
import Lesson
import Session

/// What is kept of a lesson that was checked: the lesson, which others may link to or translate, and what was found;
/// not what its cells showed.
struct CheckedLesson: Sendable {
  /// As messages show it.
  let path: String
  /// Nil where it could not be read.
  let lesson: Lesson?
  /// The text that the findings speak of.
  let source: SourceText?
  /// What `trama check` reports, or why the lesson could not be read.
  let findings: [Diagnostic]
  let verifiedFormulas: Int
  /// Why formulas are not verified.
  let notes: [Diagnostic.Note]
  /// What the real compiler witnessed; nil where it was not asked.
  let remark: String?

  /// - Parameters:
  ///   - prose: Whether the numbers of the prose are looked at.
  ///   - compiler: Runs the lesson too, where there is one.
  init(_ file: LessonFile, prose: Bool = false, witness compiler: SwiftCompiler? = nil) {
    var witness: LessonWitness?
    if let compiler, let outcome = file.outcome { witness = LessonWitness(outcome, by: compiler) }
    path = file.path
    lesson = file.outcome?.lesson
    source = file.source
    remark = witness?.remark
    verifiedFormulas = file.outcome?.verifiedFormulas ?? 0
    notes = file.outcome?.unreadFormulas ?? []
    findings =
      (file.failure.map { [$0] } ?? []) + (file.outcome?.findings ?? []) + (witness?.findings ?? [])
      + (prose ? file.outcome?.proseWarnings(slips: true) ?? [] : [])
  }
}
