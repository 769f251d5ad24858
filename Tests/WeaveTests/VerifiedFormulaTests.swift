import Diagnostics
import Lesson
import Session
import Testing

@testable import Weave

@Suite struct VerifiedFormulaTests {
  private func article(_ prose: String, language: String) -> String {
    let text = "```swift\nfunc f(_ x: Double) -> Double { x * x }\n```\n\n" + prose
    let outcome = LessonRun(Lesson(parsing: SourceText(name: "a.md", text: text))).outcome()
    var writer = ArticleWriter(outcome: outcome, phrases: Phrases(language: language))
    writer.write(outcome.lesson.blocks)
    return writer.markup.string
  }

  @Test func marksSayHow() {
    let proved = article("$f'(x) = 2x$\n", language: "es")
    #expect(proved.contains("<bdi title=\"Demostrada\"><math>"))
    let digits = article("$f(1.1) \\approx 1.2$\n", language: "en")
    #expect(digits.contains("title=\"Verified: agrees to the digits shown\""))
    let display = article("$$f(3) = 9$$\n", language: "en")
    #expect(display.contains("<div class=equation title=\"Proved\"><math"))
    let part = article("$f'(x) = 2x = 0$\n", language: "en")
    #expect(part.contains("<bdi data-part title=\"Verified in part\"><math>"))
  }

  @Test func othersCarryNone() {
    let prose = "$x$, $f'(x) = 3x$, $g(x) = 1$, $f(x) = x^2$<!-- unverified: so -->\n"
    #expect(!article(prose, language: "en").contains("title="))
  }
}
