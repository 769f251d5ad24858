import Diagnostics
import Lesson
import Session

/// What is wrong with what the sliders of a lesson show: `slider.bytes`, where that is too much for readers to load.
public struct SliderFindings: Sendable {
  public let diagnostics: [Diagnostic]

  /// Writes what a page would load for each cell with sliders; nothing in a lesson without such cells.
  ///
  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - course: The course that holds it, which decides on the language of the page.
  /// - Complexity: Linear in the size of the frames.
  public init(of outcome: LessonOutcome, at path: String, in course: Course) {
    let moved = zip(outcome.lesson.cells, outcome.cells).filter { $1.frames != nil && $0.shows($1) }
    guard !moved.isEmpty else {
      diagnostics = []
      return
    }
    let language = CourseIndex.Entry.language(of: outcome.lesson, at: path, in: course)
    var writer = ArticleWriter(outcome: outcome, phrases: Phrases(language: language), path: path)
    for case (let cell, let frames?) in moved.map({ ($0, $1.frames) }) {
      _ = writer.script(of: frames, of: cell, writer.anchors[cell.index])
    }
    diagnostics = writer.diagnostics
  }
}
