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

  /// - Parameter compiler: Runs the lesson too, where there is one.
  init(_ file: LessonFile, witness compiler: SwiftCompiler? = nil) {
    var witness: LessonWitness?
    if let compiler, let outcome = file.outcome { witness = LessonWitness(outcome, by: compiler) }
    remark = witness?.remark
    findings =
      (file.failure.map { [$0] } ?? []) + (file.outcome?.findings ?? []) + (witness?.findings ?? [])
    source = findings.isEmpty ? nil : file.source
  }
}
