import Lesson
import Session
import Testing
import Weave

/// Links in formulas, which stand in no other link.
@Suite struct FormulaLinkTests {
  private func html(_ markdown: String) -> String {
    let outcome = LessonOutcome(recorded: markdown)
    let index = CourseIndex(course: Course.of(["lesson.md"]), lessons: [("lesson.md", outcome)])
    return Article(weaving: outcome, at: "lesson.md", in: index).html
  }

  @Test func aPartOfAFormulaLeadsElsewhere() {
    let html = html(#"With $x + \href{https://swift.org/?a=1&b=2}{y^2}$."#)
    #expect(html.contains(#"<a href="https://swift.org/?a=1&amp;b=2" aria-label="y²"><math>"#))
  }

  @Test func aFormulaThatIsALinkStandsInIt() {
    let html = html(#"See $\href{https://swift.org}{y^2}$ and $\url{mailto:a@b.org}$."#)
    #expect(html.contains(#"<a href="https://swift.org" aria-label="y²"><math data-tex="#))
    #expect(html.contains(#"<a href="mailto:a@b.org" aria-label="mailto:a@b.org"><math data-tex="#))
    #expect(!html.contains("<mtext><a"))
  }

  @Test func aLinkHoldsNoLinkOfAFormula() {
    let html = html(#"[With $\href{https://swift.org}{y^2}$](https://example.org)"#)
    #expect(html.contains("https://example.org") && html.contains("<msup>"))
    #expect(!html.contains(#"href="https://swift.org""#))
  }

  @Test func aHeadingWithOneIsALinkBesideIt() {
    let html = html(#"## On $\url{https://swift.org}$"#)
    #expect(html.contains(#"<a href="https://swift.org""#))
    #expect(html.contains("<a class=anchor"))
  }
}
