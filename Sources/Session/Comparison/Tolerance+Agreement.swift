import Lesson

extension Tolerance {
  /// Whether a number agrees with its recording: |actual − recorded| ≤ atol + rtol·|recorded|.
  ///
  /// Without a tolerance, numbers agree when they are written alike. Infinities agree with themselves, and
  /// nan with nan.
  func agrees(_ actual: String, with recorded: String) -> Bool {
    if actual == recorded { return true }
    guard self != .exact, let a = Double(actual), let r = Double(recorded) else { return false }
    if a.isNaN || r.isNaN { return a.isNaN && r.isNaN }
    if a == r { return true }
    guard a.isFinite, r.isFinite else { return false }
    return (a - r).magnitude <= absolute + relative * r.magnitude
  }

  /// What must be the same of two lines, numbers aside: with a tolerance, not how many blanks stand in a place.
  func text(_ line: NumericLine) -> [UInt8] { self == .exact ? line.skeleton : line.shape }

  /// Whether a line agrees with its recording: the same text around numbers that agree one by one.
  func agrees(_ actual: NumericLine, with recorded: NumericLine) -> Bool {
    text(actual) == text(recorded) && actual.numbers.count == recorded.numbers.count
      && zip(actual.numbers, recorded.numbers).allSatisfy { agrees($0, with: $1) }
  }

  /// The recorded line with those numbers replaced that don't agree.
  ///
  /// Both lines must have the same skeleton.
  func merged(_ actual: NumericLine, into recorded: NumericLine) -> String {
    recorded.line(
      with: zip(actual.numbers, recorded.numbers).map { agrees($0, with: $1) ? $1 : $0 })
  }
}
