import Graphics
import Session

/// The figures of a lesson's cells as SVG, each drawn once for all that show it.
struct FigureDrawings: Sendable {
  private struct Key: Hashable {
    var figure: Figure
    var alternative: String?
  }

  /// Of the words in figures and of their descriptions.
  let language: String
  private var drawings: [Key: String] = [:]

  /// None drawn yet.
  init(language: String) { self.language = language }

  /// Draws the figures that the cells show.
  ///
  /// - Complexity: Linear in the size of the figures.
  init(of outcome: LessonOutcome, language: String) {
    self.language = language
    for (cell, shown) in zip(outcome.lesson.cells, outcome.cells)
    where cell.options.include && cell.options.output {
      for case .figure(let figure) in shown.outputs {
        let key = Key(figure: figure, alternative: cell.options.figureAlternative)
        drawings[key] = figure.svg(language: language, alternative: key.alternative)
      }
    }
  }

  /// A figure as an SVG element: a new one where no cell shows it as it stands.
  func svg(of figure: Figure, alternative: String?) -> String {
    drawings[Key(figure: figure, alternative: alternative)]
      ?? figure.svg(language: language, alternative: alternative)
  }
}
