import Diagnostics
import Lesson

/// Which cells of an outcome failed that should not, and why.
struct Failures {
  /// The errors that are no consequences of others.
  private(set) var diagnostics: [Diagnostic] = []
  /// The indices of cells that failed, or that could not run for errors of the lesson.
  private(set) var cells: Set<Int> = []
  /// The same of inline cells.
  private(set) var inlineCells: Set<Int> = []

  /// What kept a cell from running to its end.
  private enum Cause {
    /// An error of the lesson format in the cell.
    case format
    /// An index into `diagnostics`.
    case error(Int)
  }

  /// The names that failed cells were to declare.
  private var lostNames: [String: Cause] = [:]
  /// The names of the cells that fail only because of an error in `diagnostics`.
  private var consequences: [Int: [String]] = [:]

  init(of outcome: LessonOutcome) {
    let lesson = outcome.lesson
    let errors = LessonErrors(of: lesson)
    var inlineAfter = [[InlineCell]](repeating: [], count: lesson.cells.count + 1)
    for cell in lesson.inlineCells { inlineAfter[min(cell.cellsBefore, lesson.cells.count)].append(cell) }

    for count in 0...lesson.cells.count {
      if count > 0 {
        let cell = lesson.cells[count - 1]
        let result = outcome.cells[cell.index]
        if errors.touch(cell.range) {
          cells.insert(cell.index)
          lose(namesOf: cell, cause: .format)
        } else if result.failed && !cell.mustFail {
          cells.insert(cell.index)
          lose(namesOf: cell, cause: add(result, of: cell.name, in: lesson))
        }
      }
      for cell in inlineAfter[count] {
        let result = outcome.inlineCells[cell.index]
        guard errors.touch(cell.range) || result.failed else { continue }
        inlineCells.insert(cell.index)
        _ = add(result, of: cell.name, in: lesson)
      }
    }
    for (index, names) in consequences.sorted(by: { $0.key < $1.key }) {
      let verb = names.count == 1 ? "fails" : "fail"
      let shown =
        names.count <= 4 ? Self.list(names) : Self.list(names.prefix(3) + ["\(names.count - 3) others"])
      diagnostics[index].notes.append(Diagnostic.Note("\(shown) \(verb) too, for want of what it declares"))
    }
  }

  /// Takes up the errors of a failed cell.
  ///
  /// - Returns: The cause of the failure.
  private mutating func add(_ result: CellOutcome, of name: String, in lesson: Lesson) -> Cause? {
    var first: Cause?
    var lost: Cause?
    for error in result.diagnostics where error.severity == .error {
      if let cause = lostNames[Self.text(of: error, in: lesson)] {
        lost = lost ?? cause
      } else {
        first = first ?? .error(diagnostics.count)
        diagnostics.append(error)
      }
    }
    if first == nil, case .error(let index) = lost { consequences[index, default: []].append(name) }
    return first ?? lost
  }

  private mutating func lose(namesOf cell: Cell, cause: Cause?) {
    guard let cause else { return }
    for name in cell.declaredNames where lostNames[name] == nil { lostNames[name] = cause }
  }

  private static func text(of error: Diagnostic, in lesson: Lesson) -> String {
    let range = error.range
    guard error.file == lesson.source.name, range.lowerBound >= 0,
      range.upperBound <= lesson.source.text.utf8.count, range.count <= 200
    else { return "" }
    return String(lesson.source[range])
  }

  private static func list(_ names: some BidirectionalCollection<String>) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
