/// Which words of two lines differ: the longest common subsequence of their words, by Wagner and Fischer's table.
///
///     WordDifference("loss = 0.26", "loss = 0.25").removed // the range of 0.26
///
/// A word is a name, a number with its sign and exponent, a run of blanks, or one other character. Two different
/// numbers are paired rather than removed and added, so that a row of a table keeps its columns.
public struct WordDifference: Sendable, Hashable {
  /// UTF-8 offsets in the old line of what the new one lacks; ascending, neighbours joined.
  public private(set) var removed: [Range<Int>] = []
  /// UTF-8 offsets in the new line of what the old one lacks.
  public private(set) var added: [Range<Int>] = []
  /// Whether the lines have at least half of their words in common, two numbers counting as half a word; marks
  /// in unlike lines would only confuse.
  public let areAlike: Bool
  /// What the lines share: more for whole words than for numbers and blanks.
  let likeness: Int

  /// The most entries that the table may have; lines with more words than that are unlike.
  static let tableLimit = 250_000

  /// Compares two lines.
  ///
  /// - Complexity: O(words of the old line × words of the new one), bounded.
  public init(_ old: String, _ new: String) {
    let old = LineWord.words(of: old)
    let new = LineWord.words(of: new)
    guard (old.count + 1) * (new.count + 1) <= Self.tableLimit else {
      areAlike = false
      likeness = 0
      return
    }
    let width = new.count + 1
    // shared[i * width + j] is the most that the words from i and from j on have in common.
    var shared = [Int](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for j in stride(from: new.count - 1, through: 0, by: -1) {
        shared[i * width + j] = max(
          shared[(i + 1) * width + j], shared[i * width + j + 1],
          shared[(i + 1) * width + j + 1] + old[i].likeness(to: new[j]))
      }
    }
    likeness = shared[0]
    areAlike = 2 * likeness >= max(LineWord.weight(of: old), LineWord.weight(of: new))
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      let common = i < old.count && j < new.count ? old[i].likeness(to: new[j]) : 0
      if common > 0, shared[i * width + j] == shared[(i + 1) * width + j + 1] + common {
        if old[i].bytes != new[j].bytes {
          Self.append(old[i].range, to: &removed)
          Self.append(new[j].range, to: &added)
        }
        i += 1
        j += 1
      } else if i < old.count, shared[i * width + j] == shared[(i + 1) * width + j] {
        Self.append(old[i].range, to: &removed)
        i += 1
      } else {
        Self.append(new[j].range, to: &added)
        j += 1
      }
    }
  }

  private static func append(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
    guard let last = ranges.last, last.upperBound == range.lowerBound else {
      ranges.append(range)
      return
    }
    ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
  }
}
