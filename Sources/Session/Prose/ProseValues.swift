import Lesson

/// The numbers that a lesson's prose may speak of.
struct ProseValues {
  /// Those of outputs, of recordings that hold, of sources and of formulas.
  private(set) var current: [Numeral] = []
  /// Those of recorded lines that no longer hold.
  private(set) var former: [Numeral] = []
  /// Those that each cell shows, by its index.
  private var shown: [[Numeral]] = []

  init(of outcome: LessonOutcome) {
    let lesson = outcome.lesson
    for cell in lesson.cells {
      shown.append(Self.numbers(in: outcome.cells[cell.index].recordedLines))
      current += shown[cell.index] + Self.numbers(in: [cell.code])
      if let difference = outcome.difference(of: cell) { add(difference) }
    }
    for cell in lesson.inlineCells {
      current += Self.numbers(in: outcome.inlineCells[cell.index].recordedLines + [cell.code])
      if let difference = outcome.difference(of: cell) { add(difference) }
    }
    current += Self.numbers(in: lesson.formulas.map(\.tex))
  }

  private mutating func add(_ difference: LineDifference) {
    for step in difference.steps {
      switch step {
      case .same(let recorded, _): current += Self.numbers(in: [difference.recorded[recorded]])
      case .changed(let recorded, _), .removed(let recorded):
        former += Self.numbers(in: [difference.recorded[recorded]])
      case .wildcard, .added: break
      }
    }
  }

  private static func numbers(in texts: [String]) -> [Numeral] {
    texts.flatMap { Numeral.all(in: $0, isProse: false).flatMap(\.readings) }
  }

  func holds(_ number: Numeral) -> Bool { current.contains(where: number.shows) }

  /// A value that a number resembles, of the two cells before a place or the one after it.
  func near(_ offset: Int, in lesson: Lesson, like readings: [Numeral]) -> Numeral? {
    let before = lesson.cells.prefix { $0.range.lowerBound < offset }.count
    let near = shown[max(0, before - 2)..<min(shown.count, before + 1)]
    return near.joined().first { value in readings.contains { $0.resembles(value) } }
  }
}
