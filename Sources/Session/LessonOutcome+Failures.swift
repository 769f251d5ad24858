import Diagnostics
import Lesson

extension LessonOutcome {
  /// The errors that ended cells which should not fail, the consequences of earlier ones folded into notes.
  ///
  /// An error at a name that a failed cell was to declare is such a consequence: of ten cells that use the
  /// function of a broken one, one error is reported, which says that the others fail too.
  ///
  /// - Complexity: Linear in the size of the lesson's cells.
  public var failures: [Diagnostic] { Failures(of: self).diagnostics }

  /// The compiler's warnings, in document order.
  public var warnings: [Diagnostic] {
    (cells + inlineCells).flatMap(\.diagnostics).filter { $0.severity == .warning }
  }
}
