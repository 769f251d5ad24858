import Diagnostics
import Lesson

/// One execution of a lesson: its cells in order, in one scope, and each inline cell after the cells before
/// it.
///
/// A cell that fails does not stop the run, because the cells after it may be independent of it.
/// `LessonOutcome.failures` tells which later failures are only its consequences.
///
///     let outcome = LessonRun(lesson).outcome()
///     outcome.cells[0].outputs // [.value("6.0")]
public struct LessonRun {
  /// What runs.
  public let lesson: Lesson
  /// The limits of cells that name none.
  public let limits: Engine.Limits

  /// Prepares a run.
  public init(_ lesson: Lesson, limits: Engine.Limits = .standard) {
    self.lesson = lesson
    self.limits = limits
  }

  /// Runs every cell.
  ///
  /// A cell with `eval=false`, and a cell whose own options or fence are in error, is not run.
  ///
  /// - Returns: The outcome, with all ranges in the lesson's Markdown.
  /// - Complexity: That of the cells, which the limits bound; compiling is linear in the size of the source.
  public func outcome() -> LessonOutcome {
    let errors = LessonErrors(of: lesson)
    // Making an engine compiles the prelude, which a lesson without cells need not wait for.
    lazy var engine = Engine(seed: lesson.frontMatter.seed ?? 0)
    var formulas = LessonFormulas(of: lesson)
    var sources = CellSources(of: lesson)
    var outcome = LessonOutcome(
      lesson: lesson,
      cells: lesson.cells.map { _ in CellOutcome() },
      inlineCells: lesson.inlineCells.map { _ in CellOutcome() })
    var inlineAfter = [[InlineCell]](repeating: [], count: lesson.cells.count + 1)
    for cell in lesson.inlineCells { inlineAfter[min(cell.cellsBefore, lesson.cells.count)].append(cell) }

    for count in 0...lesson.cells.count {
      if count > 0 {
        let cell = lesson.cells[count - 1]
        if cell.options.eval && !errors.touch(cell.range) {
          let source = sources.source(of: cell)
          let result = engine.run(source, mode: .cell, limits: limits.with(cell.options))
          outcome.cells[cell.index] = sources.inLesson(result)
          formulas.collect(cell: cell.index, from: engine)
        }
      }
      for cell in inlineAfter[count] where !errors.touch(cell.range) {
        let source = sources.source(of: cell)
        let result = engine.run(source, mode: .expression, limits: limits)
        outcome.inlineCells[cell.index] = sources.inLesson(result)
      }
    }
    outcome.formulas = formulas.verdicts(lesson.cells.isEmpty ? nil : engine)
    return outcome
  }
}

extension CellSources {
  fileprivate func inLesson(_ outcome: CellOutcome) -> CellOutcome {
    var outcome = outcome
    outcome.diagnostics = outcome.diagnostics.map(inLesson)
    return outcome
  }
}

extension Engine.Limits {
  /// These limits where a cell's options don't set their own.
  fileprivate func with(_ options: CellOptions) -> Engine.Limits {
    var limits = self
    limits.fuel = options.fuel ?? fuel
    limits.heap = options.heap ?? heap
    limits.depth = options.depth ?? depth
    limits.printed = options.printed ?? printed
    return limits
  }
}
