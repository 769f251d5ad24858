import Diagnostics
import Session

/// What is kept of a lesson that was checked: of one without findings, almost nothing, so that a course of any
/// length fits into memory.
struct CheckedLesson: Sendable {
  /// What `trama check` reports, or why the lesson could not be read.
  let findings: [Diagnostic]
  /// The text that they speak of; nil where there are none.
  let source: SourceText?

  init(_ file: LessonFile) {
    findings = (file.failure.map { [$0] } ?? []) + (file.outcome?.findings ?? [])
    source = findings.isEmpty ? nil : file.source
  }
}
