import Crypto
import Lesson

extension TangledLesson {
  /// The lesson's name, as messages show it.
  public var lessonName: String { lesson.source.name }

  /// The parts whose output differs from what they show here; all lines count, and all digits but the last of
  /// derivatives, whose sums may be taken in another order.
  ///
  /// - Parameter printed: What each part printed; nil where it did not come to its end.
  public func differing(from printed: [String?]) -> [Int] {
    parts.indices.filter { index in
      guard let text = printed[index] else { return true }
      return text != parts[index].expected && !lineDifference(index, from: text).isEmpty
    }
  }

  /// The difference of a part, as findings show it.
  public func difference(_ index: Int, from printed: String?) -> String {
    lineDifference(index, from: printed ?? "").text()
  }

  private func lineDifference(_ index: Int, from printed: String) -> LineDifference {
    LineDifference(
      recorded: CellOutcome(outputs: [.text(parts[index].expected)]).recordedLines,
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
