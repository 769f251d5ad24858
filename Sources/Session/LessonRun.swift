import Diagnostics
import Formula
import Graphics
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
  /// What the words around each formula say of it.
  let surroundings: [Surroundings]

  /// What the cells gave, with ranges in the sources that the engine was given.
  struct Results {
    var cells: [CellOutcome]
    var inlineCells: [CellOutcome]
    var formulas: [FormulaVerdict] = []
  }

  /// Prepares a run.
  public init(_ lesson: Lesson, limits: Engine.Limits = .standard) {
    self.lesson = lesson
    self.limits = limits
    surroundings = lesson.formulas.isEmpty ? [] : lesson.surroundings
  }

  /// Runs every cell, unless a cache holds what an equal run gave.
  ///
  /// A cell with `eval=false`, and a cell whose own options or fence are in error, is not run.
  ///
  /// - Parameter cache: Where to look first, and where to keep what a run gives.
  /// - Returns: The outcome, with all ranges in the lesson's Markdown.
  /// - Complexity: That of the cells, which the limits bound; compiling is linear in the size of the source.
  public func outcome(cachedIn cache: (any ContentCache)? = nil) -> LessonOutcome {
    guard let cache, !lesson.cells.isEmpty || !lesson.inlineCells.isEmpty || !lesson.formulas.isEmpty else {
      return placed(results())
    }
    let key = CacheKey(of: self, by: cache.program)
    if let results = cache.results(for: key, of: lesson) { return placed(results, figuresIn: cache) }
    let results = results()
    cache.keep(results, for: key)
    cache.keep(figuresOf: results, of: lesson)
    return placed(results, figuresIn: cache)
  }

  private func results() -> Results {
    // Making an engine compiles the prelude, which a lesson without cells need not wait for.
    lazy var engine = Engine(seed: seed)
    var formulas = LessonFormulas(of: lesson, amid: surroundings)
    var results = Results(
      cells: lesson.cells.map { _ in CellOutcome() },
      inlineCells: lesson.inlineCells.map { _ in CellOutcome() })
    let steps = steps
    for step in steps {
      switch step {
      case .cell(let cell):
        results.cells[cell.index] = run(step, in: engine)
        formulas.collect(cell: cell.index, from: engine)
      case .inlineCell(let cell): results.inlineCells[cell.index] = run(step, in: engine)
      }
    }
    results.formulas = formulas.verdicts(lesson.cells.isEmpty ? nil : engine)
    SliderRun(self, steps).add(to: &results)
    return results
  }

  /// One thing that a run executes.
  enum Step {
    case cell(Cell)
    case inlineCell(InlineCell)
  }

  /// What is executed, in order.
  var steps: [Step] {
    let errors = LessonErrors(of: lesson)
    var steps: [Step] = []
    var inlineAfter = [[InlineCell]](repeating: [], count: lesson.cells.count + 1)
    for cell in lesson.inlineCells { inlineAfter[min(cell.cellsBefore, lesson.cells.count)].append(cell) }
    for count in 0...lesson.cells.count {
      if count > 0 {
        let cell = lesson.cells[count - 1]
        if cell.options.eval && !errors.touch(cell.range) { steps.append(.cell(cell)) }
      }
      steps += inlineAfter[count].filter { !errors.touch($0.range) }.map(Step.inlineCell)
    }
    return steps
  }

  /// The seed of an engine for the lesson.
  var seed: UInt64 { lesson.frontMatter.seed ?? 0 }

  func run(_ step: Step, in engine: Engine) -> CellOutcome {
    let sources = CellSources(of: lesson)
    switch step {
    case .cell(let cell):
      if let seed = cell.options.seed { engine.restartRandomNumbers(from: seed) }
      return engine.run(sources.source(of: cell), mode: .cell, limits: limits(of: cell))
    case .inlineCell(let cell):
      return engine.run(sources.source(of: cell), mode: .expression, limits: limits)
    }
  }

  /// What a cell may use: the limits of the run where its options don't set their own.
  func limits(of cell: Cell) -> Engine.Limits {
    var limits = limits
    limits.fuel = cell.options.fuel ?? limits.fuel
    limits.heap = cell.options.heap ?? limits.heap
    limits.depth = cell.options.depth ?? limits.depth
    limits.printed = cell.options.printed ?? limits.printed
    return limits
  }

  /// The results with all ranges in the lesson's Markdown.
  private func placed(_ results: Results, figuresIn cache: (any ContentCache)? = nil) -> LessonOutcome {
    var outcome = LessonOutcome(
      lesson: lesson, cells: results.cells, inlineCells: results.inlineCells, formulas: results.formulas)
    if let cache {
      outcome.formerFigure = { [lesson] in cache.figure($0, among: lesson.recordedFigures) }
    }
    guard (results.cells + results.inlineCells).contains(where: { !$0.diagnostics.isEmpty }) else {
      return outcome
    }
    let origins = CellOrigins(of: lesson)
    outcome.cells = outcome.cells.map(origins.inLesson)
    outcome.inlineCells = outcome.inlineCells.map(origins.inLesson)
    return outcome
  }
}
