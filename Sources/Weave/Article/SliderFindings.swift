import Diagnostics
import Lesson
import Session

/// What is wrong with what the sliders of a lesson show: `slider.bytes`, where that is too much for readers to load.
public struct SliderFindings: Sendable {
  public let diagnostics: [Diagnostic]

  /// Writes the cells with sliders as they are on the page of the lesson; nothing in a lesson without sliders.
  ///
  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - course: The course that holds it, which decides on the language of the page.
  /// - Complexity: Linear in the size of the frames.
  public init(of outcome: LessonOutcome, at path: String, in course: Course) {
    let moved = outcome.cells.indices.filter { outcome.cells[$0].frames != nil }
    guard !moved.isEmpty else {
      diagnostics = []
      return
    }
    let language = CourseIndex.Entry.language(of: outcome.lesson, at: path, in: course)
    var writer = ArticleWriter(outcome: outcome, phrases: Phrases(language: language), path: path)
    for index in moved { writer.writeCell(index) }
    diagnostics = writer.diagnostics
  }
}
