import Diagnostics
import Graphics
import Lesson

extension LessonOutcome {
  /// What `trama check` reports: everything that keeps the lesson from being true, in the order of the text.
  ///
  /// That is, the lesson's own diagnostics; cells that fail and should not, or should and do not; recordings
  /// that differ from what the cells show, that are missing, or that nothing can vouch for; inline values
  /// that differ from what stands after `=>`; formulas that cannot be read or that the cells contradict; options of a quiz that say the same; and the compiler's warnings. Recordings of failed cells, and
  /// those with an error of the lesson format, are not compared.
  ///
  /// The ids: `formula.contradicted` and those of `FormulaError`, `recording.stale`, `recording.missing`, `recording.orphan`, `inline.stale`, `quiz.option.same`, `error.absent`, and
  /// those of the lesson format and the engine.
  ///
  /// - Complexity: Linear in the size of the lesson where recordings hold; see `LineDifference` where not.
  public var findings: [Diagnostic] {
    let failures = Failures(of: self)
    let errors = LessonErrors(of: lesson)
    var findings = problems(failures) + contradictions + doubledOptions
    for cell in lesson.cells where !failures.cells.contains(cell.index) {
      // A recording with an error of its own, such as two sides of a merge, says nothing to compare with.
      if let recording = cell.recording, errors.touch(recording.range) { continue }
      if let finding = finding(of: cell) { findings.append(finding) }
    }
    for cell in lesson.inlineCells where !failures.inlineCells.contains(cell.index) {
      if let finding = finding(of: cell) { findings.append(finding) }
    }
    return Self.inOrder(findings)
  }

  /// The findings that say nothing of recordings: what keeps the lesson from being built, and warnings.
  public var problems: [Diagnostic] { Self.inOrder(problems(Failures(of: self))) }

  private func problems(_ failures: Failures) -> [Diagnostic] {
    lesson.diagnostics + warnings + failures.diagnostics + unreadableFormulas
      + lesson.cells.filter { isErrorAbsent($0) && !failures.cells.contains($0.index) }.map(absentError)
  }

  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
  }

  private func isErrorAbsent(_ cell: Cell) -> Bool {
    cell.mustFail && cell.options.eval && !cells[cell.index].failed
  }

  private func absentError(of cell: Cell) -> Diagnostic {
    diagnostic(
      "error.absent", cell.openingRange(in: lesson), "\(cell.name) must fail, as 'error' says, but does not")
  }

  private func finding(of cell: Cell) -> Diagnostic? {
    guard cell.options.eval else {
      return cell.recording.map { recording in
        diagnostic(
          "recording.orphan", recording.range.lowerBound..<recording.range.lowerBound,
          "\(cell.name) is not run, so nothing vouches for its recorded output")
      }
    }
    guard !isErrorAbsent(cell) else { return nil }
    guard let recording = cell.recording else {
      guard cell.isShown, let difference = difference(of: cell), !difference.isEmpty else { return nil }
      return diagnostic(
        "recording.missing", cell.openingRange(in: lesson),
        "\(cell.name) has no recorded output; 'trama accept' adds it", difference)
    }
    guard let difference = difference(of: cell), let line = difference.firstDifference else { return nil }
    let message =
      difference.actual.isEmpty
      ? "\(cell.name) shows nothing, unlike its recording"
      : "the output of \(cell.name) differs from its recording"
    var stale = diagnostic("recording.stale", range(ofLine: line, in: recording), message, difference)
    stale.notes += figureChanges(of: cell, recording).map { Diagnostic.Note($0) }
    return stale
  }

  /// How the figures of a cell differ from the recorded ones, in words.
  private func figureChanges(of cell: Cell, _ recording: Recording) -> [String] {
    let recorded = recording.lines.compactMap { FigureRecording(line: $0) }
    let figures = cells[cell.index].outputs.compactMap { output -> Figure? in
      if case .figure(let figure) = output { figure } else { nil }
    }
    guard recorded.count == figures.count else { return [] }
    return zip(recorded, figures).flatMap { old, new -> [String] in
      guard let digest = old.digest, digest != new.digest else { return [] }
      if let former = formerFigure(digest) { return new.changes(from: former) }
      // What the recorded words say can be seen above.
      return old.summary == new.summary
        ? ["the figure's data differ, but not in what its words say of them"] : []
    }
  }

  private func finding(of cell: InlineCell) -> Diagnostic? {
    guard let range = cell.recordedRange, let difference = difference(of: cell), !difference.isEmpty
    else { return nil }
    return diagnostic(
      "inline.stale", range, "the value of \(cell.name) differs from its recording", difference)
  }

  /// UTF-8 offsets of a recorded line; of the closing fence where the line is one past the last.
  private func range(ofLine line: Int, in recording: Recording) -> Range<Int> {
    let source = lesson.source
    let start = recording.offset(ofLine: line)
    let index = source.lineIndex(of: start)
    return start..<max(start, source.lineStarts[index] + source.line(index).utf8.count)
  }

  private func diagnostic(
    _ id: String, _ range: Range<Int>, _ message: String, _ difference: LineDifference? = nil
  ) -> Diagnostic {
    let notes = difference.map {
      [Diagnostic.Note("recorded (-) and actual (+)\n" + $0.text(), holdsDifference: true)]
    }
    return Diagnostic(.error, id, file: lesson.source.name, range: range, message, notes: notes ?? [])
  }
}
