import Diagnostics
import Graphics
import Lesson
import Session

extension LessonOutcome {
  /// What a lesson would give whose cells give just what it has recorded, so that weaving is tested without
  /// an engine.
  ///
  /// A recorded line `[figure] …` is a figure; one line of a cell that prints nothing is a value.
  init(recorded markdown: String, name: String = "lesson.md") {
    let lesson = Lesson(parsing: SourceText(name: name, text: markdown))
    let cells = lesson.cells.map { cell in
      guard let recording = cell.recording, cell.options.eval else { return CellOutcome() }
      if recording.expectsError || cell.options.error {
        let message =
          recording.text.hasPrefix("error: ") ? String(recording.text.dropFirst(7)) : recording.text
        return CellOutcome(diagnostics: [
          Diagnostic(.error, "trap.test", file: name, range: cell.range, message)
        ])
      }
      return CellOutcome(outputs: Self.outputs(recording.text, printed: cell.code.contains("print(")))
    }
    let inline = lesson.inlineCells.map { cell in
      cell.recorded.map { CellOutcome(outputs: [.value($0)]) }
        ?? CellOutcome(diagnostics: [
          Diagnostic(.error, "type.test", file: name, range: cell.range, "no value")
        ])
    }
    self.init(lesson: lesson, cells: cells, inlineCells: inline)
  }

  private static func outputs(_ text: String, printed: Bool) -> [Output] {
    var outputs: [Output] = []
    var lines: [Substring] = []
    func flush() {
      guard !lines.isEmpty else { return }
      let text = lines.joined(separator: "\n")
      outputs.append(printed ? .text(text + "\n") : .value(text))
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("[figure] ") {
        flush()
        outputs.append(
          .figure(Figure(title: String(line.dropFirst(9)), series: [Series(x: [0, 1], y: [0, 1])])))
      } else {
        lines.append(line)
      }
    }
    flush()
    return outputs
  }
}

extension Course {
  /// A course of some lessons in one part.
  static func of(_ lessons: [String], title: String = "Curso") -> Course {
    var course = Course()
    course.title = .common(title)
    course.languages = ["es"]
    course.authors = ["Ana Pérez"]
    course.parts = [Part(title: "Parte", lessons: lessons)]
    return course
  }
}
