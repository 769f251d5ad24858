import Diagnostics
import Lesson

/// What accepting the outputs of a lesson changes in its text.
///
/// Only recordings change that differ from what the cells show: a number within its tolerance, and a `...`
/// that still stands for what it should, stay as they are. A lesson with an error other than a recording is
/// not changed at all, because its later cells may show what they show only for that error.
///
///     let acceptance = Acceptance(of: outcome)
///     acceptance.changes.map(\.name) // ["cell #parabola"]
public struct Acceptance: Sendable {
  /// One rewritten or added recording.
  public struct Change: Sendable, Hashable {
    /// Whose recording it is: `cell #parabola`.
    public var name: String
    /// The UTF-8 offset in the old text of the first difference.
    public var offset: Int
    /// What the recording loses (`- `) and gains (`+ `).
    public var difference: String
    /// The bytes that change in the old text.
    public var edits: [Edit]
  }

  /// In the order of the text.
  public private(set) var changes: [Change] = []
  /// Values that differ from their recordings and that cannot be written there.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The lesson's text after all changes.
  public private(set) var text: String

  /// Works out the changes.
  ///
  /// - Complexity: Linear in the size of the lesson where recordings hold; see `LessonOutcome.findings`.
  public init(of outcome: LessonOutcome) {
    let lesson = outcome.lesson
    text = lesson.source.text
    guard !outcome.problems.contains(where: { $0.severity == .error }) else { return }
    for cell in lesson.cells where cell.recording != nil || cell.isShown { add(cell, outcome) }
    for cell in lesson.inlineCells { add(cell, outcome) }
    changes.sort { $0.offset < $1.offset }
    text = lesson.replacing(changes.flatMap(\.edits))
  }

  private mutating func add(_ cell: Cell, _ outcome: LessonOutcome) {
    guard let difference = outcome.difference(of: cell), let line = difference.firstDifference else { return }
    let edits = cell.recordingEdits(difference.acceptedLines.joined(separator: "\n"))
    guard !edits.isEmpty else { return }
    let offset = cell.recording.map { $0.offset(ofLine: line) } ?? cell.range.lowerBound
    changes.append(Change(name: cell.name, offset: offset, difference: difference.text(), edits: edits))
  }

  private mutating func add(_ cell: InlineCell, _ outcome: LessonOutcome) {
    guard let difference = outcome.difference(of: cell), !difference.isEmpty,
      let value = difference.actual.first
    else { return }
    guard let edits = cell.recordingEdits(value) else {
      diagnostics.append(
        Diagnostic(
          .error, "inline.unwritable", file: outcome.lesson.source.name, range: cell.range,
          "the value of \(cell.name) cannot be written here; show it in a cell of its own",
          notes: [Diagnostic.Note("the value is \(value)")]))
      return
    }
    changes.append(
      Change(name: cell.name, offset: cell.range.lowerBound, difference: difference.text(), edits: edits))
  }
}
