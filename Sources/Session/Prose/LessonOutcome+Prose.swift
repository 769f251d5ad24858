import Diagnostics
import Lesson

extension LessonOutcome {
  /// Warnings (`prose.number`) about numbers of the prose that are no value of the cells, but look like one.
  ///
  /// A number is a value where it equals one of an output, an inline value, a recording that holds, a cell's source
  /// or a formula, rounded or cut off to the digits that it shows. One that is none is reported where a recording
  /// that no longer holds has it, and, for `slips`, where its first digits are those of a value of a cell near by.
  ///
  /// - Parameters:
  ///   - slips: Whether slips in copying are looked for too.
  ///   - text: The lesson after its recordings were rewritten; nil for the lesson as it is.
  ///   - accepted: Whose recordings were rewritten; nil for all that differ.
  /// - Complexity: O(numbers of the prose × log numbers of the cells).
  public func proseWarnings(
    slips: Bool, in text: Lesson? = nil, accepting accepted: Set<Acceptance.Item>? = nil
  ) -> [Diagnostic] {
    let lesson = text ?? lesson
    let values = ProseValues(of: self, accepting: accepted)
    guard !values.current.isEmpty || !values.former.isEmpty else { return [] }
    var warnings: [Diagnostic] = []
    for (range, readings) in ProseNumbers(lesson).all {
      guard let number = readings.first, !readings.contains(where: values.holds) else { continue }
      var message: String?
      if let former = readings.lazy.compactMap({ values.former(by: $0) }).first {
        message =
          "'\(number.text)' was an output, \(former.text), that no cell shows any more; write the new value"
      } else if slips, let near = values.near(range.lowerBound, in: lesson, like: readings) {
        message =
          "'\(number.text)' is no value of the cells, but resembles \(near.text); was it copied wrongly?"
      }
      guard let message else { continue }
      warnings.append(
        Diagnostic(.warning, "prose.number", file: lesson.source.name, range: range, message))
    }
    return warnings
  }
}

extension ProseValues {
  /// An old value that a number shows: to the last digit where it has only one.
  fileprivate func former(by number: Numeral) -> Numeral? {
    guard let old = former(shownBy: number) else { return nil }
    return number.digits.utf8.count >= 2 || number.size == old.size ? old : nil
  }
}
