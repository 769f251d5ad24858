import Formula
import Lesson

/// Where the formulas of a lesson stand.
extension Lesson {
  /// The formulas of each paragraph. A displayed formula belongs to the words before it, and so does a list behind a colon.
  var paragraphs: [Range<Int>] {
    var starts: [Int] = []
    var end = 0
    for (index, span) in formulas.enumerated() {
      if index == 0 || !span.isDisplay && hasEmptyLine(between: end, and: span.range.lowerBound) {
        starts.append(index)
      }
      end = span.range.upperBound
    }
    return zip(starts, starts.dropFirst() + [formulas.count]).map { $0..<$1 }
  }

  /// What the words around each formula say of it.
  ///
  /// - Complexity: Linear in the length of the paragraphs that have formulas.
  var surroundings: [Surroundings] { SurroundingsReader(self, paragraphs: paragraphs).surroundings }

  /// Whether an empty line stands between two offsets; one with the sign of a quote is empty.
  ///
  /// - Complexity: Linear in the number of lines between them, and logarithmic in that of the lesson's.
  fileprivate func hasEmptyLine(between start: Int, and end: Int) -> Bool {
    let (first, last) = (source.lineIndex(of: start), source.lineIndex(of: end))
    guard first + 1 < last else { return false }
    func isEmpty(_ line: Int) -> Bool { source.line(line).utf8.allSatisfy { " \t>".utf8.contains($0) } }
    guard let empty = (first + 1..<last).first(where: isEmpty) else { return false }
    // A list behind a colon belongs to it.
    guard let item = (empty + 1...last).first(where: { !isEmpty($0) }), isListItem(item),
      !(item + 1..<max(last, item + 1)).contains(where: isEmpty)
    else { return true }
    return source.line(empty - 1).utf8.last { !" *\r\n".utf8.contains($0) } != UInt8(ascii: ":")
  }

  private func isListItem(_ line: Int) -> Bool {
    let text = source.line(line).utf8.drop { " \t>".utf8.contains($0) }
    return text.starts(with: "- ".utf8) || text.starts(with: "* ".utf8) || text.starts(with: "+ ".utf8)
  }

  /// How many cells begin before an offset.
  func cells(before offset: Int) -> Int { cells.count { $0.range.lowerBound < offset } }
}
