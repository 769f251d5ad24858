import Diagnostics

extension FormulaSpan {
  /// The UTF-8 offsets in the lesson of a range of `tex`.
  ///
  /// - Complexity: Linear in the length of `tex`.
  public func lessonRange(of range: Range<Int>) -> Range<Int> {
    lessonRanges(of: [range])[0]
  }

  /// The UTF-8 offsets in the lesson of ranges of `tex`.
  ///
  /// - Complexity: Linear in the length of `tex`, and logarithmic in it for each range.
  public func lessonRanges(of ranges: [Range<Int>]) -> [Range<Int>] {
    let starts = lineStarts
    return ranges.map { range in
      let lower = lessonOffset(of: range.lowerBound, starts)
      return lower..<max(lower, lessonOffset(of: range.upperBound, starts))
    }
  }

  private func lessonOffset(of offset: Int, _ starts: [Int]) -> Int {
    let line = starts.line(holding: offset)
    guard line < lineOffsets.count else { return range.upperBound }
    return min(lineOffsets[line] + (min(offset, tex.utf8.count) - starts[line]), range.upperBound)
  }

  /// Where the lines of `tex` start in it.
  private var lineStarts: [Int] {
    var starts = [0]
    for (position, byte) in tex.utf8.enumerated() where byte == 0x0A { starts.append(position + 1) }
    return starts
  }
}
