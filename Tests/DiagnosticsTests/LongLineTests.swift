import Diagnostics
import Testing

/// Excerpts of lines that are too long to be shown as a whole.
@Suite struct LongLineTests {
  private func excerpt(_ line: String, marking marked: String) -> [Substring] {
    let text = SourceText(name: "lesson.md", text: line)
    let bytes = Array(line.utf8)
    let wanted = Array(marked.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    let diagnostic = Diagnostic(
      .error, "test", file: "lesson.md", range: start..<(start + wanted.count), "wrong")
    return DiagnosticFormatter { _ in text }.format(diagnostic).split(separator: "\n")
  }

  @Test func whatIsAroundTheColumnIsShown() {
    let line =
      String(repeating: "á very long line ", count: 40) + "WRONG" + String(repeating: " and on", count: 90)
    let lines = excerpt(line, marking: "WRONG")
    #expect(lines.count == 3)
    let (shown, marks) = (lines[1], lines[2])
    #expect(shown.count < 160)
    #expect(shown.contains("…") && shown.hasSuffix("…"))
    let place = shown.firstRange(of: "WRONG")
    let caret = marks.firstRange(of: "^~~~~")
    #expect(
      place.map { shown.distance(from: shown.startIndex, to: $0.lowerBound) }
        == caret.map { marks.distance(from: marks.startIndex, to: $0.lowerBound) })
  }

  @Test func endsOfLinesAreShownToTheirEnds() {
    let long = String(repeating: "x", count: 500)
    #expect(excerpt("START " + long, marking: "START")[1].hasPrefix("    1 | START x"))
    #expect(excerpt(long + " END", marking: "END")[1].hasSuffix("x END"))
    #expect(excerpt("short WRONG line", marking: "WRONG")[1] == "    1 | short WRONG line")
    // Of what is marked itself the start is shown.
    #expect(excerpt(long, marking: long)[1].count < 160)
  }
}
