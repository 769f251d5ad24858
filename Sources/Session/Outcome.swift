import Diagnostics
import Formula
import Graphics
import Lesson

/// One thing that a cell shows.
public enum Output: Sendable, Hashable {
  /// Printed text, exactly as printed.
  case text(String)
  /// The value of the cell's last expression, as `debugDescription` writes it.
  case value(String)
  case figure(Figure)
  /// A table, whose text a compiled cell prints.
  case table(ValueTable)
  /// A formula, as TeX and as one line of text.
  case formula(tex: String, text: String)
}

/// What running a cell gave.
public struct CellOutcome: Sendable {
  /// In the order in which they came; adjacent printed texts are joined.
  public var outputs: [Output]
  /// Compile errors, warnings or the trap, with ranges in the lesson's Markdown.
  public var diagnostics: [Diagnostic]
  /// Instructions executed.
  public var fuel: Int
  /// What it shows for all values of its sliders; nil where it has none.
  public var frames: SliderFrames?

  /// Whether it did not compile or trapped.
  public var failed: Bool { diagnostics.contains { $0.severity == .error } }

  public init(outputs: [Output] = [], diagnostics: [Diagnostic] = [], fuel: Int = 0) {
    self.outputs = outputs
    self.diagnostics = diagnostics
    self.fuel = fuel
  }
}

/// What running a whole lesson gave.
public struct LessonOutcome: Sendable {
  public var lesson: Lesson
  /// One for each of the lesson's cells; cells with `eval=false` have no outputs.
  public var cells: [CellOutcome]
  /// One for each of the lesson's inline cells: its value as `debugDescription` writes it, in one `.value`.
  public var inlineCells: [CellOutcome]
  /// One for each of the lesson's formulas; none where the lesson was not run.
  public var formulas: [FormulaVerdict]
  /// The data of a figure that was shown before, by its digest; nil where they are not known. Only words depend on it,
  /// never whether something is found.
  var formerFigure: @Sendable (_ digest: String) -> Figure? = { _ in nil }

  public init(
    lesson: Lesson, cells: [CellOutcome], inlineCells: [CellOutcome], formulas: [FormulaVerdict] = []
  ) {
    self.lesson = lesson
    self.cells = cells
    self.inlineCells = inlineCells
    self.formulas = formulas
  }
}
