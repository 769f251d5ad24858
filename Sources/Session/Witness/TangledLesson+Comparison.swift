import Crypto
import Lesson

extension TangledLesson {
  /// The lesson's name, as messages show it.
  public var lessonName: String { lesson.source.name }

  /// The parts whose output differs from what they show here.
  ///
  /// - Parameter printed: What each part printed; nil where it did not come to its end.
  public func differing(from printed: [String?]) -> [Int] {
    parts.indices.filter { differs(printed[$0], from: parts[$0].expected) }
  }

  /// Whether an output differs from what is shown here; all lines count, and all digits but the last of derivatives,
  /// whose sums may be taken in another order.
  ///
  /// - Parameter printed: Nil for one that did not come to its end.
  public func differs(_ printed: String?, from expected: String) -> Bool {
    guard let printed else { return true }
    return printed != expected && !lineDifference(expected, printed).isEmpty
  }

  /// The difference of an output from what is shown here, as findings show it.
  public func difference(_ expected: String, from printed: String?) -> String {
    lineDifference(expected, printed ?? "").text()
  }

  private func lineDifference(_ expected: String, _ printed: String) -> LineDifference {
    LineDifference(
      recorded: CellOutcome(outputs: [.text(expected)]).recordedLines,
      actual: CellOutcome(outputs: [.text(printed)]).recordedLines,
      tolerance: usesDerivatives ? Tolerance(relative: 1e-12) : .exact)
  }
}

extension LessonOutcome {
  /// The SHA-256 digest of the lesson in hexadecimal digits.
  public var witnessMarker: String {
    CacheKey.hexadecimal(Array(SHA256.hash(data: Array(lesson.source.text.utf8))))
  }
}
