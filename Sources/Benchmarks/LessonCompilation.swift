import Diagnostics
import Lesson
import Session

/// How long compiling all cells of a lesson takes once the process is warm.
struct LessonCompilation {
  /// The cells and inline cells in the order in which they run.
  private let sources: [(source: SourceText, mode: Engine.Mode)]

  /// The goal, in seconds.
  static let goal = 0.002

  init(_ lesson: BenchmarkLesson) {
    let lesson = Lesson(parsing: SourceText(name: lesson.name, text: lesson.text))
    var sources: [(source: SourceText, mode: Engine.Mode)] = []
    func addInlineCells(after count: Int) {
      for cell in lesson.inlineCells where cell.cellsBefore == count {
        sources.append((SourceText(name: "inline cell", text: cell.code), .expression))
      }
    }
    addInlineCells(after: 0)
    for cell in lesson.cells {
      sources.append((SourceText(name: "cell \(cell.index + 1)", text: cell.code), .cell))
      addInlineCells(after: cell.index + 1)
    }
    self.sources = sources
  }

  var count: Int { sources.count }

  /// The processor time of making an engine with its prelude, and of one compilation of all cells by it.
  ///
  /// - Returns: Nil where a cell does not compile.
  func measure() -> (engine: Double, cells: Double)? {
    let first = ProcessorTime.own
    let engine = Engine()
    let start = ProcessorTime.own
    var isRefused = false
    for (source, mode) in sources {
      isRefused = engine.compile(source, mode: mode).contains { $0.severity == .error } || isRefused
    }
    let end = ProcessorTime.own
    return isRefused ? nil : (start - first, end - start)
  }
}
