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
  /// Something in a lesson that has, or may have, a recording: an index into the lesson's cells or inline cells.
  public enum Item: Sendable, Hashable {
    case cell(Int)
    case inlineCell(Int)
  }

  /// One rewritten or added recording.
  public struct Change: Sendable, Hashable {
    /// What it belongs to.
    public var item: Item
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
  private let lesson: Lesson

  /// Works out the changes.
  ///
  /// - Parameter chosen: Which recordings may change; nil for all.
  /// - Complexity: Linear in the size of the lesson where recordings hold; see `LessonOutcome.findings`.
  public init(of outcome: LessonOutcome, only chosen: Set<Item>? = nil) {
    lesson = outcome.lesson
    guard !outcome.problems.contains(where: { $0.severity == .error }) else { return }
    for cell in lesson.cells where chosen?.contains(.cell(cell.index)) ?? true {
      if cell.recording != nil || cell.isShown { add(cell, outcome) }
    }
    for cell in lesson.inlineCells where chosen?.contains(.inlineCell(cell.index)) ?? true {
      add(cell, outcome)
    }
    changes.sort { $0.offset < $1.offset }
  }

  /// The lesson's text after all changes.
  public var text: String { text(accepting: Set(changes.map(\.item))) }

  /// The lesson's text after some of the changes, every other byte as it was.
  ///
  /// - Complexity: Linear in the length of the text.
  public func text(accepting chosen: Set<Item>) -> String {
    lesson.replacing(changes.filter { chosen.contains($0.item) }.flatMap(\.edits))
  }

  private mutating func add(_ cell: Cell, _ outcome: LessonOutcome) {
    guard let difference = outcome.difference(of: cell), let line = difference.firstDifference else { return }
    let edits = cell.recordingEdits(difference.acceptedLines.joined(separator: "\n"))
    guard !edits.isEmpty else { return }
    guard !edits.contains(where: \.addsConflictMarker) else {
      refuse(
        "recording.conflict", cell.openingRange(in: lesson),
        "the output of \(cell.name) has a line that would read as the marker of a merge conflict",
        "indent the fence of the cell by a space, or print something before that line")
      return
    }
    let offset = cell.recording.map { $0.offset(ofLine: line) } ?? cell.range.lowerBound
    changes.append(
      Change(
        item: .cell(cell.index), name: cell.name, offset: offset, difference: difference.text(), edits: edits)
    )
  }

  private mutating func add(_ cell: InlineCell, _ outcome: LessonOutcome) {
    guard let difference = outcome.difference(of: cell), !difference.isEmpty,
      let value = difference.actual.first
    else { return }
    guard let edits = cell.recordingEdits(value) else {
      refuse(
        "inline.unwritable", cell.range,
        "the value of \(cell.name) cannot be written here; show it in a cell of its own",
        "the value is \(value)")
      return
    }
    changes.append(
      Change(
        item: .inlineCell(cell.index), name: cell.name, offset: cell.range.lowerBound,
        difference: difference.text(), edits: edits))
  }

  private mutating func refuse(_ id: String, _ range: Range<Int>, _ message: String, _ note: String) {
    diagnostics.append(
      Diagnostic(
        .error, id, file: lesson.source.name, range: range, message, notes: [Diagnostic.Note(note)]))
  }
}

extension Edit {
  /// Whether it adds a line that starts or ends a conflict. One of the two would do no harm alone, but a later
  /// change could make it complete.
  fileprivate var addsConflictMarker: Bool {
    replacement.utf8.split { $0 == 0x0A || $0 == 0x0D }.contains {
      let marker = ConflictMarker($0)
      return marker == .start || marker == .end
    }
  }
}
