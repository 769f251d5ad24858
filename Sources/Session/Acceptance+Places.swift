import Diagnostics
import Lesson

extension Acceptance.Item {
  /// The cell with a label; nil where there is none.
  public static func labelled(_ label: String, in lesson: Lesson) -> Self? {
    lesson.cells.first { $0.options.label == label }.map { .cell($0.index) }
  }

  /// What covers a line: a cell, from its opening fence to the end of its recording, or all inline cells there.
  ///
  /// - Parameter line: From 1.
  /// - Complexity: Linear in the number of cells.
  public static func atLine(_ line: Int, of lesson: Lesson) -> [Self] {
    let cells = lesson.cells.filter { lesson.lines(of: $0).contains(line) }
    if !cells.isEmpty { return cells.map { .cell($0.index) } }
    return lesson.inlineCells.filter { lesson.lines($0.range).contains(line) }.map { .inlineCell($0.index) }
  }
}

extension Lesson {
  /// The lines, from 1, of a cell and its recording.
  public func lines(of cell: Cell) -> ClosedRange<Int> {
    lines(cell.range.lowerBound..<max(cell.range.upperBound, cell.recording?.range.upperBound ?? 0))
  }

  /// The lines, from 1, that a range of UTF-8 offsets touches.
  func lines(_ range: Range<Int>) -> ClosedRange<Int> {
    let last = max(range.lowerBound, range.upperBound - 1)
    return (source.lineIndex(of: range.lowerBound) + 1)...(source.lineIndex(of: last) + 1)
  }
}
