import Diagnostics

extension SourceLines {
  /// Why libcmark must not get this text, which only an attack on it would hold; nil for all others.
  ///
  /// libcmark compares every line with the containers open before it, and every `]` with the brackets open
  /// before it in its paragraph, so some texts of a few megabytes would take it hours. Both costs are
  /// estimated from above here; the bounds stand for about a second.
  ///
  /// - Complexity: Linear in the length of the text.
  func refusal(from start: Int) -> Diagnostic? {
    var work = 0
    var open = 0
    var brackets = 0
    var bracketWork = 0
    for line in source.lineIndex(of: start)..<count {
      let content = content(of: line)
      let prefix = prefix(of: content)
      let isBlank =
        prefix.length == content.count && !bytes[content].contains { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      if !content.isEmpty { open = prefix.length }
      work += open
      if prefix.marks > 10 * Lesson.maximumDepth || work > 200_000_000 {
        return Diagnostic(
          .error, "lesson.nesting", file: source.name, range: content,
          "this nests more than \(Lesson.maximumDepth) levels deep, the most that a lesson may")
      }
      if isBlank {
        bracketWork += brackets * brackets
        brackets = 0
      }
      brackets += bytes[content].count { $0 == UInt8(ascii: "[") }
      if bracketWork + brackets * brackets > 200_000_000 {
        return Diagnostic(
          .error, "lesson.brackets", file: source.name, range: content,
          "there are \(brackets) opening brackets since the last blank line, too many to look for links"
        )
      }
    }
    return nil
  }

  /// What a line starts with that may open or continue containers: its length, and how many quote and list
  /// marks it has.
  private func prefix(of content: Range<Int>) -> (length: Int, marks: Int) {
    var marks = 0
    for offset in content {
      let byte = bytes[offset]
      let isMark = ">-+*.)".utf8.contains(byte)
      guard isMark || byte.isBlank || byte.isDigit else { return (offset - content.lowerBound, marks) }
      let isFollowed = offset + 1 < content.upperBound && bytes[offset + 1].isBlank
      if isMark, isFollowed || byte == UInt8(ascii: ">") { marks += 1 }
    }
    return (content.count, marks)
  }
}
