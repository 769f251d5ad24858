import Diagnostics
import Lesson

@testable import Session

/// A lesson whose cells gave the outputs that a test says, without an engine.
func outcome(_ markdown: String, cells: [[Output]] = [], inline: [String] = []) -> LessonOutcome {
  let lesson = Lesson(parsing: SourceText(name: "lesson.md", text: markdown))
  return LessonOutcome(
    lesson: lesson,
    cells: lesson.cells.indices.map { CellOutcome(outputs: $0 < cells.count ? cells[$0] : []) },
    inlineCells: lesson.inlineCells.indices.map { index in
      CellOutcome(outputs: index < inline.count ? [.value(inline[index])] : [])
    })
}

extension LessonOutcome {
  /// The findings as a terminal shows them.
  var report: String {
    let source = lesson.source
    let formatter = DiagnosticFormatter { $0 == source.name ? source : nil }
    return findings.map(formatter.format).joined()
  }

  /// The same outcome for a changed text with the same cells.
  func with(text: String) -> LessonOutcome {
    let lesson = Lesson(parsing: SourceText(name: lesson.source.name, text: text))
    return LessonOutcome(lesson: lesson, cells: cells, inlineCells: inlineCells)
  }
}

/// A deterministic generator: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators").
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
