import Diagnostics

/// A replacement of some bytes of a lesson.
public struct Edit: Sendable, Hashable {
  /// UTF-8 offsets; empty for an insertion.
  public var range: Range<Int>
  public var replacement: String

  public init(range: Range<Int>, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension Lesson {
  /// The lesson's text with some bytes replaced, and every other byte as it was.
  ///
  ///     lesson.replacing(lesson.cells[0].recordingEdits("13.0"))
  ///
  /// - Parameter edits: In any order. Of two that overlap, the later in the text is left out; of insertions
  ///   at one place, the first given comes first.
  /// - Complexity: Linear in the length of the text, n log n in the number of edits.
  public func replacing(_ edits: [Edit]) -> String {
    if edits.isEmpty { return source.text }
    let bytes = Array(source.text.utf8)
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    for (_, edit) in ordered where edit.range.lowerBound >= offset && edit.range.upperBound <= bytes.count {
      result += bytes[offset..<edit.range.lowerBound]
      result += Array(edit.replacement.utf8)
      offset = edit.range.upperBound
    }
    result += bytes[offset...]
    return String(decoding: result, as: UTF8.self)
  }
}
