import Diagnostics
import Lesson
import Session
import Weave

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
  /// What was checked in it, by name and place, in the order of the text.
  let checks: [(name: String, range: Range<Int>)]
  let verifiedFormulas: Int
  /// Why formulas are not verified.
  let notes: [Diagnostic.Note]
  /// What the real compiler witnessed; nil where it was not asked.
  let remark: String?

  /// - Parameters:
  ///   - place: Where the lesson stands.
  ///   - prose: Whether the numbers of the prose are looked at.
  ///   - compiler: Runs the lesson too, where there is one.
  init(
    _ file: LessonFile, at place: LessonPlace, prose: Bool = false, witness compiler: SwiftCompiler? = nil
  ) {
    var witness: LessonWitness?
    if let compiler, let outcome = file.outcome { witness = LessonWitness(outcome, by: compiler) }
    path = file.path
    lesson = file.outcome?.lesson
    source = file.source
    remark = witness?.remark
    checks = file.outcome?.checks ?? []
    verifiedFormulas = file.outcome?.verifiedFormulas ?? 0
    notes = file.outcome?.unreadFormulas ?? []
    let sliders = file.outcome.map { SliderFindings(of: $0, at: place.path, in: place.course).diagnostics }
    findings =
      (file.failure.map { [$0] } ?? []) + (file.outcome?.findings ?? []) + (sliders ?? [])
      + (witness?.findings ?? [])
      + (prose ? file.outcome?.proseWarnings(slips: true) ?? [] : [])
  }
}

extension LessonOutcome {
  /// The cells with their recordings, the inline cells, and the formulas that say something.
  fileprivate var checks: [(name: String, range: Range<Int>)] {
    let cells = lesson.cells.filter(\.options.eval).map { cell in
      (cell.name, cell.range.lowerBound..<(cell.recording?.range.upperBound ?? cell.range.upperBound))
    }
    let inlineCells = lesson.inlineCells.map { ($0.name, $0.range) }
    let read = zip(lesson.formulas, formulas).compactMap { span, verdict -> (String, Range<Int>)? in
      switch verdict {
      case .verified, .contradicted: ("formula \(span.tex)", span.range)
      case .silent, .unread, .unreadable, .exempt: nil
      }
    }
    return (cells + inlineCells + read).sorted { $0.1.lowerBound < $1.1.lowerBound }
  }
}
