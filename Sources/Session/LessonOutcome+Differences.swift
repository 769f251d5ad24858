import Lesson

extension LessonOutcome {
  /// How a cell's output differs from its recording, or from none; nil for a cell that is not run.
  func difference(of cell: Cell) -> LineDifference? {
    guard cell.options.eval else { return nil }
    return LineDifference(
      recorded: cell.recording?.lines ?? [], actual: cells[cell.index].recordedLines,
      tolerance: cell.recording?.tolerance ?? .exact)
  }

  /// How the value of an inline cell differs from what stands after its `=>`; nil where it has no `=>` or no
  /// value.
  func difference(of cell: InlineCell) -> LineDifference? {
    guard let recorded = cell.recorded, let value = inlineCells[cell.index].recordedLines.last else {
      return nil
    }
    return LineDifference(
      recorded: recorded.isEmpty ? [] : [recorded], actual: [InlineCell.storable(value)], tolerance: .exact)
  }
}

extension Recording {
  /// The recorded lines; none where the recording is empty or one blank line, which Markdown does not tell
  /// apart.
  var lines: [String] {
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0) ?? "" }
  }

  /// The UTF-8 offset of a recorded line; that of the closing fence where the line is one past the last.
  func offset(ofLine line: Int) -> Int {
    line < lineOffsets.count ? lineOffsets[line] : bodyRange.upperBound
  }
}
