import Diagnostics
import Lesson
import Testing

@testable import Session

/// What check says of a figure that is no longer the recorded one.
@Suite struct FigureWordsTests {
  private func lesson(_ slope: String, recorded: String) -> String {
    "```swift\nfunc f(_ x: Double) -> Double { x == 1 ? \(slope) : x }\nplot(f, over: 0...2)\n```\n\n```output\n\(recorded)\n```\n"
  }

  private func outcome(_ text: String, _ cache: MemoryCache?) -> LessonOutcome {
    LessonRun(Lesson(parsing: SourceText(name: "a.md", text: text))).outcome(cachedIn: cache)
  }

  private func line(_ slope: String) throws -> String {
    try #require(outcome(lesson(slope, recorded: ""), nil).cells[0].recordedLines.first)
  }

  @Test func theCacheTellsWhatMoved() throws {
    let cache = MemoryCache()
    let recorded = try line("1")
    #expect(outcome(lesson("1", recorded: recorded), cache).findings.isEmpty)
    let stale = outcome(lesson("1.25", recorded: recorded), cache).findings
    #expect(stale.map(\.id) == ["recording.stale"])
    #expect(stale[0].notes.last?.message == "line f: 1 of 201 points moved, largest 0.25 at x = 1")
  }

  /// Of two figures that moved, one is accepted: the words for the other are still there.
  @Test func theOtherFigureIsToldAfterOneIsAccepted() throws {
    func lessons(_ slopes: [String], recorded: [String]) -> String {
      zip(slopes, recorded).map { slope, recorded in
        "```swift\nplot({ (x: Double) in x == 1 ? \(slope) : x }, over: 0...2)\n```\n\n```output\n\(recorded)\n```\n\n"
      }.joined()
    }
    func lines(_ slopes: [String]) -> [String] {
      let text = lessons(slopes, recorded: slopes.map { _ in "" })
      return outcome(text, nil).cells.flatMap(\.recordedLines)
    }
    let cache = MemoryCache()
    let (old, new) = (lines(["1", "2"]), lines(["1.25", "2.5"]))
    #expect(old.count == 2 && new.count == 2)
    #expect(outcome(lessons(["1", "2"], recorded: old), cache).findings.isEmpty)
    let both = outcome(lessons(["1.25", "2.5"], recorded: old), cache).findings
    #expect(both.map { $0.notes.last?.message.contains("1 of 201 points moved") } == [true, true])
    let other = outcome(lessons(["1.25", "2.5"], recorded: [new[0], old[1]]), cache).findings
    #expect(other.map { $0.notes.last?.message.contains("1 of 201 points moved, largest 0.5") } == [true])
  }

  @Test func withoutTheFormerDataTheWordsDecideNothing() throws {
    let recorded = try line("1")
    let stale = outcome(lesson("1.25", recorded: recorded), nil).findings
    #expect(stale.map(\.id) == ["recording.stale"])
    #expect(stale[0].notes.last?.message == "the figure's data differ, but not in what its words say of them")
  }

  /// A damaged store is not believed.
  @Test func damagedDataSayNothing() throws {
    let cache = MemoryCache()
    let recorded = try line("1")
    _ = outcome(lesson("1", recorded: recorded), cache)
    cache.damage()
    let stale = outcome(lesson("1.25", recorded: recorded), cache).findings
    #expect(stale[0].notes.last?.message == "the figure's data differ, but not in what its words say of them")
  }
}
