import Diagnostics
import Lesson
import Testing

@testable import Session

@Suite struct SliderRunTests {
  private func outcome(_ cells: [String], seed: Int = 0) -> LessonOutcome {
    let text = "---\nseed: \(seed)\n---\n\n" + cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
    return LessonRun(Lesson(parsing: SourceText(name: "a.md", text: text))).outcome()
  }

  /// What the last cell shows for each value.
  private func frames(_ cells: String...) throws -> [String] {
    let outcome = outcome(cells)
    #expect(outcome.problems.map(\.message) == [])
    let frames = try #require(outcome.cells.last?.frames)
    #expect(frames.frames[frames.shown] == outcome.cells.last?.outputs)
    return frames.frames.map { CellOutcome(outputs: $0).recordedLines.joined(separator: "|") }
  }

  private func problems(_ cells: String...) -> [String] {
    outcome(cells).problems.map { "\($0.id): \($0.message)" }
  }

  @Test func theCellRunsForEveryValue() throws {
    #expect(try frames("//| slider: n in 1...4\nlet n = 2\nn * n") == ["1", "4", "9", "16"])
    #expect(
      try frames("//| slider: x in -1...1 step 0.5\nlet x = -0.5\nx + x")
        == ["-2.0", "-1.0", "0.0", "1.0", "2.0"])
    #expect(
      try frames("//| slider: a in [1, 3], b in 0...2\nlet a = 3, b = 1\nprint(a, b)")
        == ["1 0", "1 1", "1 2", "3 0", "3 1", "3 2"])
    #expect(try frames("//| slider: x in 0...2\nlet x: Double = 1\nx") == ["0.0", "1.0", "2.0"])
    #expect(try frames("//| slider: n in 0...1\nvar n = 0\nn += 10\nn") == ["10", "11"])
  }

  /// What cells assign is as before in every frame and after all of them.
  @Test func framesDoNotSeeOneAnother() throws {
    let cells = [
      "var total = 1.0\nvar list = [1]\nvar words = [\"a\": 1]\nvar text: String? = \"x\"\nstruct P { var x = 1 }\nvar p = P()",
      """
      //| slider: n in 1...3
      let n = 2
      total += Double(n)
      list.append(n)
      words["b"] = n
      text = n == 1 ? nil : text! + String(n)
      p.x += n
      print(total, list, words.count, text ?? "none", p.x)
      """,
      "//| slider: n in 5...6\nlet n = 5\nprint(total, list, words.count, text ?? \"none\", p.x, n)",
    ]
    let outcome = outcome(cells)
    #expect(outcome.problems == [])
    let shown = outcome.cells.map { cell in
      cell.frames?.frames.map { CellOutcome(outputs: $0).recordedLines.joined() } ?? []
    }
    #expect(
      shown == [
        [], ["2.0 [1, 1] 2 none 2", "3.0 [1, 2] 2 x2 3", "4.0 [1, 3] 2 x3 4"],
        ["3.0 [1, 2] 2 x2 3 5", "3.0 [1, 2] 2 x2 3 6"],
      ])
  }

  @Test func everyFrameDrawsTheSameRandomNumbers() throws {
    let frames = try frames("//| slider: n in 0...3\nlet n = 2\nDouble.random(in: 0...1) + Double(n) * 0")
    #expect(Set(frames).count == 1)
  }

  @Test func whatFramesDeclareIsGone() throws {
    let text = "struct S { var n: Int; static var made = 0 }\nextension S { var twice: Int { 2 * n } }"
    let frames = try frames(
      "//| slider: n in 0...3\nlet n = 2\n\(text)\nS.made += 1\nprint(S(n: n).twice, S.made)",
      "//| slider: n in 0...3\nlet n = 2\n\(text)\nS.made += 1\nprint(S(n: n).twice, S.made)")
    #expect(frames == ["0 1", "2 1", "4 1", "6 1"])
  }

  @Test func objectsOfEarlierCellsMustStayAsTheyAre() {
    let box = "final class Box { var n = 0; var f: (() -> Void)? }\nlet box = Box()"
    #expect(
      problems(box, "//| slider: n in 0...3\nlet n = 2\nbox.n += n\nbox.n").first?.hasPrefix("slider.state")
        == true)
    // What a frame leaves behind in an object still finds its variables.
    let left = "//| slider: n in 0...3\nlet n = 2\nvar text = \"a\\(n)\"\nbox.f?()\nbox.f = { print(text) }"
    #expect(problems(box, left).first?.hasPrefix("slider.state") == true)
    #expect(problems(box, "//| slider: n in 0...3\nlet n = 2\nlet own = Box()\nown.n += n\nown.n") == [])
  }

  @Test func whatKeepsFramesFromBeingMade() {
    let whole = "//| slider: n in 0...3\n"
    #expect(problems(whole + "let m = 2").first?.hasPrefix("slider.constant: ") == true)
    #expect(problems(whole + "let n = 1 + 1").first?.hasPrefix("slider.constant: ") == true)
    #expect(problems(whole + "if true { let n = 1; _ = n }").first?.hasPrefix("slider.constant: ") == true)
    #expect(
      problems(whole + "let n = 7") == [
        "slider.value: 'n' of cell 1 is 7.0 at first, which is none of its slider's values; the nearest is 3"
      ])
    #expect(
      problems("//| slider: n in 0...3 step 0.5\nlet n = 1").first?.hasPrefix("slider.integer: ") == true)
    #expect(
      problems(whole + "let n = 1\n10 / (2 - n)") == [
        "slider.frame: cell 1 fails where n = 2: division by zero"
      ])
    #expect(problems(whole + "let n = 1\nextension Int {}").first?.hasPrefix("slider.frame: ") == true)
    #expect(
      problems("//| slider: n in 0...3\n//| fuel: 100000\nlet n = 0\nif n > 2 { while true {} }").first?
        .hasPrefix("slider.fuel: ") == true)
    #expect(
      problems("//| slider: n in 0...499\nlet n = 0\nprint(String(repeating: \"x\", count: 50_000))").first?
        .hasPrefix("slider.size: ") == true)
  }

  @Test func aCellThatFailsIsReportedOnce() {
    #expect(problems("//| slider: n in 0...3\nlet n = 1\n[1][n]").count == 1)
    #expect(problems("//| slider: n in 0...3\nlet n = 1\nm").count == 1)
  }

  @Test func theRecordingChangesWithAnyFrame() throws {
    func line(_ code: String) throws -> String {
      let cell = try #require(outcome(["//| slider: n in 0...3\nlet n = 0\n" + code]).cells.first)
      return try #require(cell.recordedLines.last)
    }
    let first = try line("n * n")
    #expect(first.hasPrefix("[slider] n 0…3: 4 frames · "))
    #expect(try line("n * n * 1") == first)
    #expect(try line("n == 3 ? 8 : n * n") != first)
  }
}
