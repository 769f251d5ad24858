import Diagnostics
import Testing

@Suite struct WordDifferenceTests {
  /// The marked parts of both lines.
  private func marks(_ old: String, _ new: String) -> [[String]] {
    let found = WordDifference(old, new)
    func text(_ line: String, _ range: Range<Int>) -> String {
      String(decoding: Array(line.utf8)[range], as: UTF8.self)
    }
    return [found.removed.map { text(old, $0) }, found.added.map { text(new, $0) }]
  }

  @Test func numbersAreWholeWords() {
    #expect(
      marks("loss = 0.26, rate 1e-3", "loss = 0.25, rate 1e-4") == [["0.26", "1e-3"], ["0.25", "1e-4"]])
    #expect(marks("[-1.0, 2.0]", "[1.0, 2.0]") == [["-1.0"], ["1.0"]])
    #expect(marks("x-1", "x-2") == [["1"], ["2"]])
    #expect(marks("1...3", "1...4") == [["3"], ["4"]])
  }

  @Test func wordsComeAndGo() {
    #expect(marks("uno dos tres", "uno tres") == [["dos "], []])
    #expect(marks("la función f", "la fórmula f") == [["función"], ["fórmula"]])
    #expect(marks("a b", "a  b") == [[" "], ["  "]])
    #expect(marks("", "") == [[], []])
    #expect(marks("", "a b") == [[], ["a b"]])
  }

  @Test func onlyAlikeLinesArePairs() {
    #expect(WordDifference("x = 1", "x = 2").areAlike)
    #expect(WordDifference("13.26", "13.25").areAlike)
    #expect(!WordDifference("hola 12", "la media es 3").areAlike)
    #expect(!WordDifference("a", "").areAlike)
  }

  /// What is left of both lines without the marks is the same, but for numbers that stand in for each other.
  @Test func theRestIsCommon() {
    let words = ["a", "ñ", " ", "  ", ",", "e", "(", "=", "é", "b_1"]
    var state: UInt64 = 5
    func line() -> String {
      (0..<12).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }.joined()
    }
    func rest(_ line: String, without ranges: [Range<Int>]) -> String {
      let bytes = line.utf8.enumerated().filter { byte in !ranges.contains { $0.contains(byte.offset) } }
      return String(decoding: bytes.map(\.element), as: UTF8.self)
    }
    var marked = 0
    for _ in 0..<2_000 {
      let (old, new) = (line(), line())
      let found = WordDifference(old, new)
      #expect(rest(old, without: found.removed) == rest(new, without: found.added))
      marked += found.removed.count
    }
    #expect(marked > 2_000)
  }

  @Test func hugeLinesAreNotCompared() {
    let line = String(repeating: "a ", count: 100_000)
    #expect(!WordDifference(line, line + "b").areAlike)
  }

  @Test func formatterMarksWords() {
    let plain = DiagnosticFormatter { _ in nil }
    let colour = DiagnosticFormatter(colour: true) { _ in nil }
    let text = "  uno\n- x = 1\n- fin\n+ x = 2\n  …"
    #expect(plain.difference(text) == text)
    #expect(
      colour.difference(text)
        == "  uno\n\u{1B}[31m- x = \u{1B}[0m\u{1B}[31;7m1\u{1B}[0m\n\u{1B}[31m- fin\u{1B}[0m\n"
        + "\u{1B}[32m+ x = \u{1B}[0m\u{1B}[32;7m2\u{1B}[0m\n  …")
  }

  @Test func pairsSkipUnlikeLines() {
    let colour = DiagnosticFormatter(colour: true) { _ in nil }
    #expect(
      colour.difference("- otra cosa\n- y = 3\n+ y = 4\n- z")
        == "\u{1B}[31m- otra cosa\u{1B}[0m\n\u{1B}[31m- y = \u{1B}[0m\u{1B}[31;7m3\u{1B}[0m\n"
        + "\u{1B}[32m+ y = \u{1B}[0m\u{1B}[32;7m4\u{1B}[0m\n\u{1B}[31m- z\u{1B}[0m")
  }
}
