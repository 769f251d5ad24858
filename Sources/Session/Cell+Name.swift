import Lesson

extension Cell {
  /// What messages call it: `cell #parabola`, or `cell 3` where it has no label.
  public var name: String { options.label.map { "cell #\($0)" } ?? "cell \(index + 1)" }

  /// Whether it must fail: `error: true`, or `error` on its recording.
  public var mustFail: Bool { options.error || recording?.expectsError == true }

  /// Whether readers see its output.
  var isShown: Bool { options.include && options.output }

  /// UTF-8 offsets of the first line of its fence.
  func openingRange(in lesson: Lesson) -> Range<Int> {
    let source = lesson.source
    let line = source.lineIndex(of: range.lowerBound)
    let start = source.lineStarts[line]
    return range.lowerBound..<max(range.lowerBound, start + source.line(line).utf8.count)
  }
}

extension InlineCell {
  /// What messages call it.
  public var name: String { "inline cell `\(code)`" }
}
