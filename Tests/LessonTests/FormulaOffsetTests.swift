import Diagnostics
import Testing

@testable import Lesson

/// Every byte of a formula's TeX has its place in the lesson, also within quotes and lists.
@Suite struct FormulaOffsetTests {
  private static let lesson = Lesson(
    parsing: SourceText(
      name: "lesson.md",
      text: "Uno $a + é$ y $b$.\n\n> - $$\n>   x &= 1 \\\\\n>   y\n>   $$\n\n$$\nz\n$$\n"))

  @Test(arguments: lesson.formulas.indices) func bytesAreWhereTheyStand(_ index: Int) {
    let formula = Self.lesson.formulas[index]
    let tex = Array(formula.tex.utf8)
    let source = Array(Self.lesson.source.text.utf8)
    let ranges = tex.indices.filter { tex[$0] != 0x0A }.map { $0..<$0 + 1 }
    #expect(!ranges.isEmpty)
    for (range, place) in zip(ranges, formula.lessonRanges(of: ranges)) {
      #expect(source[place.lowerBound] == tex[range.lowerBound])
      #expect(place.count == 1 && place == formula.lessonRange(of: range))
      #expect(formula.range.contains(place.lowerBound))
    }
  }

  @Test func formulasAreFound() { #expect(Self.lesson.formulas.count == 4) }
}
