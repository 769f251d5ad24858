import Lesson

/// How the lines of an output differ from its recording, with the fewest lines changed.
///
/// A recorded line that is just `...` stands for any lines. Lines that differ in their numbers alone are
/// paired, so that a number within its tolerance keeps its recorded spelling while its neighbour is replaced.
///
/// The pairing is the shortest edit script by Wagner and Fischer's table, after common first and last lines
/// are set aside. Where the table would be too large, everything between those counts as replaced.
struct LineDifference {
  /// What happens to one line, or to the lines of one `...`.
  enum Step: Hashable {
    /// The actual line agrees with the recorded one.
    case same(recorded: Int, actual: Int)
    /// A recorded `...` stands for these actual lines.
    case wildcard(recorded: Int, actual: Range<Int>)
    /// The text agrees, but some number does not.
    case changed(recorded: Int, actual: Int)
    case removed(recorded: Int)
    /// The actual line stands in no recorded place; `before` is the recorded line that follows it.
    case added(actual: Int, before: Int)
  }

  /// The most entries that the table may have.
  static let tableLimit = 4_000_000
  /// The line that stands for any lines.
  static let wildcard = "..."

  let recorded: [String]
  let actual: [String]
  let tolerance: Tolerance
  /// Every recorded and every actual line, in order.
  private(set) var steps: [Step] = []

  /// Compares.
  ///
  /// - Complexity: Linear where the lines agree one by one; else O(recorded × actual), bounded.
  init(recorded: [String], actual: [String], tolerance: Tolerance) {
    self.recorded = recorded
    self.actual = actual
    self.tolerance = tolerance
    var low = 0
    let common = min(recorded.count, actual.count)
    while low < common, recorded[low] != Self.wildcard, agree(low, low) { low += 1 }
    var tail = 0
    while tail < common - low {
      let last = recorded.count - 1 - tail
      guard recorded[last] != Self.wildcard, agree(last, actual.count - 1 - tail) else { break }
      tail += 1
    }
    steps = (0..<low).map { .same(recorded: $0, actual: $0) }
    let recordedMiddle = low..<(recorded.count - tail)
    let actualMiddle = low..<(actual.count - tail)
    if let found = matched(recordedMiddle, actualMiddle) {
      steps += found
    } else if Self.size(recorded[recordedMiddle]) * Self.size(actual[actualMiddle]) <= Self.tableLimit {
      steps += aligned(recordedMiddle, actualMiddle)
    } else {
      steps += recordedMiddle.map { .removed(recorded: $0) }
      steps += actualMiddle.map { .added(actual: $0, before: recordedMiddle.upperBound) }
    }
    steps += (0..<tail).reversed().map {
      .same(recorded: recorded.count - 1 - $0, actual: actual.count - 1 - $0)
    }
  }

  /// Whether the output agrees with the recording.
  var isEmpty: Bool { firstDifference == nil }

  /// The recorded line at which they first differ; `recorded.count` where the output goes on after the last.
  var firstDifference: Int? {
    for step in steps {
      switch step {
      case .same, .wildcard: continue
      case .changed(let line, _), .removed(let line), .added(_, let line): return line
      }
    }
    return nil
  }

  /// The lines that a recording must have to agree: recorded lines where they do, actual ones elsewhere.
  var acceptedLines: [String] {
    steps.compactMap { step in
      switch step {
      case .same(let line, _), .wildcard(let line, _): recorded[line]
      case .changed(let old, let new):
        tolerance.merged(NumericLine(actual[new]), into: NumericLine(recorded[old]))
      case .removed: nil
      case .added(let line, _): actual[line]
      }
    }
  }

  /// The rows or columns that lines take in the table; a long line, which takes longer to compare, counts for
  /// more.
  private static func size(_ lines: ArraySlice<String>) -> Int {
    lines.reduce(1) { $0 + 1 + $1.utf8.count / 256 }
  }

  /// Whether a recorded and an actual line agree.
  func agree(_ old: Int, _ new: Int) -> Bool {
    if recorded[old] == actual[new] { return recorded[old].utf8.elementsEqual(actual[new].utf8) }
    guard tolerance != .exact else { return false }
    return tolerance.agrees(NumericLine(actual[new]), with: NumericLine(recorded[old]))
  }
}
