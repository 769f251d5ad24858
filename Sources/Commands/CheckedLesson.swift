import Diagnostics
import Session

/// What is kept of a lesson that was checked: of one without findings, almost nothing, so that a course of any
/// length fits into memory.
struct CheckedLesson: Sendable {
  /// What `trama check` reports, or why the lesson could not be read.
  let findings: [Diagnostic]
  /// The text that they speak of; nil where there are none.
  let source: SourceText?

  /// What the real compiler witnessed; nil where it was not asked.
  let remark: String?

  /// - Parameters:
  ///   - prose: Whether the numbers of the prose are looked at.
  ///   - compiler: Runs the lesson too, where there is one.
  init(_ file: LessonFile, prose: Bool = false, witness compiler: SwiftCompiler? = nil) {
    var witness: LessonWitness?
    if let compiler, let outcome = file.outcome { witness = LessonWitness(outcome, by: compiler) }
    remark = witness?.remark
    findings =
      (file.failure.map { [$0] } ?? []) + (file.outcome?.findings ?? []) + (witness?.findings ?? [])
      + (prose ? file.outcome?.proseWarnings(slips: true) ?? [] : [])
    source = findings.isEmpty ? nil : file.source
  }
}
