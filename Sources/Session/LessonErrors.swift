import Diagnostics
import Lesson

/// Where a lesson's own errors stand: what a cell there says cannot be trusted to be what its author meant.
struct LessonErrors {
  /// UTF-8 offsets, ascending.
  private let offsets: [Int]

  init(of lesson: Lesson) {
    offsets = lesson.diagnostics
      .filter { $0.severity == .error && $0.file == lesson.source.name }
      .map(\.range.lowerBound)
      .sorted()
  }

  /// Whether an error starts in a range.
  ///
  /// - Complexity: O(log errors).
  func touch(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] < range.upperBound
  }
}
