extension DiagnosticFormatter {
  /// A difference with its removed lines in red, its added ones in green, and the words that differ within a
  /// changed pair of lines reversed; the same text where no colours are wanted.
  ///
  /// Removed lines and the added ones right behind them are paired in order, so that the pairs have most in
  /// common; lines that are not alike stay unpaired.
  ///
  /// - Parameter text: Lines after `- `, `+ ` or something else, which stays as it is.
  /// - Complexity: Linear in the number of lines where groups of changed lines are small, as `trama` shows
  ///   them; the square of their words within a group.
  public func difference(_ text: String) -> String {
    guard colour else { return text }
    var out: [String] = []
    var removed: [String] = []
    var added: [String] = []
    func end() {
      let marks = Self.marks(removed, added)
      for (line, marks) in zip(removed, marks.removed) { out.append(painted("- ", line, marks, "31")) }
      for (line, marks) in zip(added, marks.added) { out.append(painted("+ ", line, marks, "32")) }
      removed = []
      added = []
    }
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: line, as: UTF8.self)
      if line.hasPrefix("- ") {
        if !added.isEmpty { end() }
        removed.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("+ ") {
        added.append(String(line.dropFirst(2)))
      } else {
        end()
        out.append(line)
      }
    }
    end()
    return out.joined(separator: "\n")
  }

  /// One line, the marked ranges of it reversed.
  private func painted(_ prefix: String, _ line: String, _ marks: [Range<Int>], _ code: String) -> String {
    let bytes = Array(line.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var plain = prefix
    var out = ""
    var offset = 0
    for mark in marks {
      plain += text(offset..<mark.lowerBound)
      if !plain.isEmpty { out += paint(plain, code) }
      out += paint(text(mark), code + ";7")
      plain = ""
      offset = mark.upperBound
    }
    plain += text(offset..<bytes.count)
    return plain.isEmpty ? out : out + paint(plain, code)
  }

  /// The words of each line that differ from those of its pair; none where it has no pair.
  private static func marks(
    _ removed: [String], _ added: [String]
  ) -> (removed: [[Range<Int>]], added: [[Range<Int>]]) {
    var old = [[Range<Int>]](repeating: [], count: removed.count)
    var new = [[Range<Int>]](repeating: [], count: added.count)
    guard removed.count * added.count <= 1_000 else { return (old, new) }
    let words = removed.map { line in added.map { WordDifference(line, $0) } }
    // shared[i][j] is the most that pairs of the lines from i and from j on have in common.
    var shared = [[Int]](repeating: [Int](repeating: 0, count: added.count + 1), count: removed.count + 1)
    for i in removed.indices.reversed() {
      for j in added.indices.reversed() {
        let pair = words[i][j].areAlike ? words[i][j].likeness + shared[i + 1][j + 1] : 0
        shared[i][j] = max(shared[i + 1][j], shared[i][j + 1], pair)
      }
    }
    var i = 0
    var j = 0
    while i < removed.count, j < added.count {
      if words[i][j].areAlike, shared[i][j] == words[i][j].likeness + shared[i + 1][j + 1] {
        old[i] = words[i][j].removed
        new[j] = words[i][j].added
        i += 1
        j += 1
      } else if shared[i][j] == shared[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (old, new)
  }
}
