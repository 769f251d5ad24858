import Lesson
import Testing

@testable import Session

/// Accepting, over lessons made by chance: nested, with all line endings, fences and texts that look like fences.
@Suite struct AcceptancePropertyTests {
  /// Accepting puts wrong recordings right and changes no other byte; a number within its tolerance stays.
  @Test func acceptingChangesWhatIsWrongAndNothingElse() {
    var (cells, inline, wrong, tolerated, deepest) = (0, 0, 0, 0, 0)
    for seed in 0..<400 {
      let made = RandomLesson(seed: UInt64(seed), mayMiss: false)
      let outcome = outcome(made.text, cells: made.outputs, inline: made.values)
      guard
        outcome.lesson.cells.count == made.outputs.count,
        outcome.lesson.inlineCells.count == made.values.count
      else {
        Issue.record("lesson \(seed) is not read as it was made:\n\(made.text)")
        continue
      }
      let acceptance = Acceptance(of: outcome)
      #expect(acceptance.diagnostics.isEmpty)
      #expect(acceptance.changes.count == made.wrong, "lesson \(seed)")
      #expect(acceptance.text.utf8.elementsEqual(made.accepted.utf8), "lesson \(seed)")
      #expect(outcome.findings.count == made.wrong, "lesson \(seed)")
      Self.expectClean(outcome.with(text: acceptance.text), seed)
      cells += made.outputs.count
      inline += made.values.count
      wrong += made.wrong
      tolerated += made.tolerated
      deepest = max(deepest, made.deepest)
    }
    #expect(cells > 1000 && inline > 400 && wrong > 700 && tolerated > 300 && deepest == 4)
  }

  /// Missing recordings are added where reading finds them, and what stood there before still stands there.
  @Test func missingRecordingsAreAddedBetweenTheOtherBytes() {
    var missing = 0
    for seed in 0..<400 {
      let made = RandomLesson(seed: UInt64(seed), mayMiss: true)
      let outcome = outcome(made.text, cells: made.outputs, inline: made.values)
      let acceptance = Acceptance(of: outcome)
      let changed = outcome.with(text: acceptance.text)
      Self.expectClean(changed, seed)
      #expect(changed.lesson.cells.map(\.code) == outcome.lesson.cells.map(\.code), "lesson \(seed)")
      #expect(
        changed.lesson.inlineCells.map(\.code) == outcome.lesson.inlineCells.map(\.code), "lesson \(seed)")
      var offset = 0
      let old = Array(made.text.utf8)
      let new = Array(acceptance.text.utf8)
      var place = 0
      let edits = acceptance.changes.flatMap(\.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
      for edit in edits {
        let kept = old[offset..<edit.range.lowerBound]
        #expect(new[place..<(place + kept.count)].elementsEqual(kept), "lesson \(seed)")
        place += kept.count + edit.replacement.utf8.count
        offset = edit.range.upperBound
      }
      #expect(new[place...].elementsEqual(old[offset...]), "lesson \(seed)")
      missing += made.missing
    }
    #expect(missing > 300)
  }

  private static func expectClean(_ outcome: LessonOutcome, _ seed: Int) {
    #expect(outcome.findings.isEmpty, "lesson \(seed):\n\(outcome.report)\n\(outcome.lesson.source.text)")
    let again = Acceptance(of: outcome)
    #expect(again.changes.isEmpty && again.text == outcome.lesson.source.text, "lesson \(seed)")
  }
}
