extension FormulaSpan {
  /// The UTF-8 offsets in the lesson of a range of `tex`.
  public func lessonRange(of range: Range<Int>) -> Range<Int> {
    let lower = lessonOffset(of: range.lowerBound)
    return lower..<max(lower, lessonOffset(of: range.upperBound))
  }

  /// The UTF-8 offset in the lesson of an offset in `tex`.
  public func lessonOffset(of offset: Int) -> Int {
    var line = 0
    var start = 0
    for (position, byte) in tex.utf8.enumerated() {
      if position == offset { break }
      if byte == 0x0A {
        line += 1
        start = position + 1
      }
    }
    guard line < lineOffsets.count else { return range.upperBound }
    return min(lineOffsets[line] + (min(offset, tex.utf8.count) - start), range.upperBound)
  }
}
