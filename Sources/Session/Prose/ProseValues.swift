import Lesson

/// The numbers that a lesson's prose may speak of.
struct ProseValues {
  /// Those of outputs, of recordings that hold, of sources and of formulas.
  private(set) var current: [Numeral] = []
  /// Those of recorded lines that no longer hold.
  private(set) var former: [Numeral] = []
  /// The most values of one cell that slips are compared with.
  private static let mostNear = 1000
  /// The first that each cell shows, by its index.
  private var shown: [[Numeral]] = []

  /// Collects the numbers.
  ///
  /// - Parameter accepted: Whose recordings are rewritten, so that the others stand as they are; nil for all.
  init(of outcome: LessonOutcome, accepting accepted: Set<Acceptance.Item>? = nil) {
    func isKept(_ item: Acceptance.Item) -> Bool { accepted.map { !$0.contains(item) } ?? false }
    let lesson = outcome.lesson
    for cell in lesson.cells {
      let numbers = Self.numbers(in: outcome.cells[cell.index].recordedLines)
      shown.append(Array(numbers.prefix(Self.mostNear)))
      current += numbers + Self.numbers(in: [cell.code])
      if let difference = outcome.difference(of: cell) {
        add(difference, isKept: isKept(.cell(cell.index)))
      }
    }
    for cell in lesson.inlineCells {
      current += Self.numbers(in: outcome.inlineCells[cell.index].recordedLines + [cell.code])
      if let difference = outcome.difference(of: cell) {
        add(difference, isKept: isKept(.inlineCell(cell.index)))
      }
    }
    current += Self.numbers(in: lesson.formulas.map(\.tex))
    current.sort { $0.size < $1.size }
    former.sort { $0.size < $1.size }
  }

  private mutating func add(_ difference: LineDifference, isKept: Bool) {
    for step in difference.steps {
      switch step {
      case .same(let recorded, _): current += Self.numbers(in: [difference.recorded[recorded]])
      case .changed(let recorded, _), .removed(let recorded):
        let numbers = Self.numbers(in: [difference.recorded[recorded]])
        if isKept { current += numbers } else { former += numbers }
      case .wildcard, .added: break
      }
    }
  }

  private static func numbers(in texts: [String]) -> [Numeral] {
    texts.flatMap { Numeral.all(in: $0, isProse: false).flatMap(\.readings) }
  }

  func holds(_ number: Numeral) -> Bool { Self.first(shownBy: number, in: current) != nil }

  /// The value of a recording that no longer holds that a number shows.
  func former(shownBy number: Numeral) -> Numeral? { Self.first(shownBy: number, in: former) }

  /// The first of some values in ascending order that a number shows.
  ///
  /// - Complexity: O(log values), and the values within one unit of its last digit that it does not show.
  private static func first(shownBy number: Numeral, in values: [Numeral]) -> Numeral? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].size < number.size - number.unit { low = middle + 1 } else { high = middle }
    }
    return values[low...].prefix { $0.size < number.size + 2 * number.unit }.first(where: number.shows)
  }

  /// A value that a number resembles, of the two cells before a place or the one after it.
  func near(_ offset: Int, in lesson: Lesson, like readings: [Numeral]) -> Numeral? {
    var before = 0
    var end = lesson.cells.count
    while before < end {
      let middle = (before + end) / 2
      if lesson.cells[middle].range.lowerBound < offset { before = middle + 1 } else { end = middle }
    }
    let near = shown[max(0, before - 2)..<min(shown.count, before + 1)]
    return near.joined().first { value in readings.contains { $0.resembles(value) } }
  }
}
