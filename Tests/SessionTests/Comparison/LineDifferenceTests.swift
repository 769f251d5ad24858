import Lesson
import Testing

@testable import Session

@Suite struct LineDifferenceTests {
  private func difference(
    _ recorded: [String], _ actual: [String], _ tolerance: Tolerance = .exact
  ) -> LineDifference {
    LineDifference(recorded: recorded, actual: actual, tolerance: tolerance)
  }

  @Test(arguments: [
    ([], [], true),
    (["a"], ["a"], true),
    (["a"], ["b"], false),
    (["a"], [], false),
    ([], ["a"], false),
    (["..."], [], true),
    (["..."], ["a", "b"], true),
    (["a", "...", "c"], ["a", "c"], true),
    (["a", "...", "c"], ["a", "b", "b", "c"], true),
    (["a", "...", "c"], ["a", "c", "b"], false),
    (["...", "a", "...", "a"], ["a", "b", "a"], true),
    (["...", "a", "b"], ["a", "a", "b"], true),
    (["...", "..."], ["a"], true),
    (["... "], ["a"], false),
    (["a "], ["a"], false),
    (["e\u{301}"], ["\u{E9}"], false),
  ])
  func decidesAgreement(_ recorded: [String], _ actual: [String], _ agrees: Bool) {
    #expect(difference(recorded, actual).isEmpty == agrees)
  }

  @Test func toleranceHoldsAcrossLines() {
    let tolerance = Tolerance(relative: 1e-3)
    #expect(difference(["a = 1.0", "...", "b = 2.0"], ["a = 1.0001", "x", "b = 2.0001"], tolerance).isEmpty)
    #expect(!difference(["a = 1.0"], ["b = 1.0"], tolerance).isEmpty)
  }

  /// A number that is written longer moves what is aligned with it.
  @Test func blanksThatAlignAreNotComparedWithATolerance() {
    let recorded = ["n      x", "a  9.999", "b  1.000"]
    let actual = ["n       x", "a  10.001", "b   1.000"]
    #expect(difference(recorded, actual, Tolerance(relative: 1e-3)).isEmpty)
    #expect(!difference(recorded, actual).isEmpty)
    #expect(!difference(["a b  1.0"], ["ab 1.0"], Tolerance(relative: 1e-3)).isEmpty)
    // The recorded line stays where another one has changed.
    let changed = difference(recorded + ["c  5.000"], actual + ["c   7.000"], Tolerance(relative: 1e-3))
    #expect(changed.acceptedLines == recorded + ["c   7.000"])
    #expect(changed.firstDifference == 3)
  }

  @Test func namesTheFirstRecordedLineThatDiffers() {
    #expect(difference(["a", "b", "c"], ["a", "x", "c"]).firstDifference == 1)
    #expect(difference(["a", "b"], ["a", "b", "c"]).firstDifference == 2)
    #expect(difference(["a", "b"], ["x", "a", "b"]).firstDifference == 0)
    #expect(difference(["a", "b"], ["a"]).firstDifference == 1)
    #expect(difference(["...", "1.0"], ["a", "b", "2.0"]).firstDifference == 1)
  }

  @Test func keepsRecordedSpellingsWithinTolerance() {
    let found = difference(
      ["x = 1.0", "y = 2.0", "...", "z = 3.0"], ["x = 1.0001", "y = 5.0", "?", "z = 3.0001"],
      Tolerance(relative: 1e-3))
    #expect(found.acceptedLines == ["x = 1.0", "y = 5.0", "...", "z = 3.0"])
  }

  @Test func showsGroupsWithContext() {
    let recorded = ["1", "2", "3", "4", "5", "6", "7"]
    let actual = ["1", "b", "3", "4", "5", "6", "8", "9 "]
    #expect(
      difference(recorded, actual).text() == """
          1
        - 2
        + b
          3
          …
          6
        - 7
        + 8
        + 9·
        """)
  }

  @Test func cutsLongDifferences() {
    let text = difference((1...100).map { "a\($0)b" }, []).text(limit: 4)
    #expect(text == "- a1b\n- a2b\n- a3b\n… and 97 lines more")
  }

  /// Accepting always leads to agreement, and to the actual lines where there is neither tolerance nor `...`.
  @Test(arguments: [Tolerance.exact, Tolerance(absolute: 0.5)])
  func acceptedLinesAgree(_ tolerance: Tolerance) {
    var dice = Dice(state: 1)
    let words = ["...", "a", "b", "x = 1", "x = 1.2", "x = 3", "y = 1, z = 2", "y = 1.1, z = 9", ""]
    for _ in 0..<3000 {
      let recorded = (0..<Int.random(in: 0...7, using: &dice)).map { _ in
        words.randomElement(using: &dice) ?? ""
      }
      let actual = (0..<Int.random(in: 0...7, using: &dice)).map { _ in
        words.randomElement(using: &dice) ?? ""
      }
      let found = difference(recorded, actual, tolerance)
      let accepted = found.acceptedLines
      let again = difference(accepted, actual, tolerance)
      #expect(again.isEmpty, "\(recorded) / \(actual) gave \(accepted)")
      #expect(again.acceptedLines == accepted)
      if found.isEmpty { #expect(accepted == recorded) }
      if tolerance == .exact, !recorded.contains("..."), !actual.contains("...") {
        #expect(accepted == actual)
      }
      #expect(found.isEmpty == (found.text() == ""))
    }
  }

  @Test func hugeDifferencesAreReplacedAsAWhole() {
    let recorded = (0..<5000).map { "old \($0) line" }
    let actual = (0..<5000).map { "new \($0) text" }
    let found = difference(["same"] + recorded + ["end"], ["same"] + actual + ["end"])
    #expect(found.firstDifference == 1)
    #expect(found.acceptedLines == ["same"] + actual + ["end"])
  }

  @Test func hostileWildcardsEnd() {
    let recorded = (0..<2000).flatMap { _ in ["...", "a"] } + ["b"]
    let actual = [String](repeating: "a", count: 20_000)
    #expect(!difference(recorded, actual).isEmpty)
  }
}
