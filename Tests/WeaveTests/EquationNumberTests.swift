import Lesson
import Session
import Testing
import Weave

/// The numbers of labelled lines of formulas, among those of labelled blocks.
@Suite struct EquationNumberTests {
  private static let markdown = #"""
    By $\eqref{eq:b}$, $\ref{eq:c}$, $\ref{eq:d}$, $x \overset{\eqref{eq:d}}{=} y$ and @eq:c.

    <!-- #eq:a -->
    $$x$$

    $$
    \begin{align}
    a &= b \label{eq:b} \\
      &= c \\
      &= d \tag{T} \label{eq:c}
    \end{align}
    $$

    > And $$y = z \label{eq:d}$$ here, [by $\eqref{eq:b}$](#eq:b).
    """#

  private static let html: String = {
    let outcome = LessonOutcome(recorded: markdown)
    let index = CourseIndex(course: Course.of(["lesson.md"]), lessons: [("lesson.md", outcome)])
    return Article(weaving: outcome, at: "lesson.md", in: index).html
      .replacing("%3A", with: ":")
  }()

  @Test func linesAreCountedWithBlocks() {
    #expect(Self.html.contains("<span class=number>(1)</span>"))
    #expect(Self.html.contains("<mtext>(2)</mtext>"))
    #expect(Self.html.contains("<mtext>(3)</mtext>"))
    #expect(!Self.html.contains("<mtext>(4)</mtext>"))
  }

  @Test func referencesShowNumbersAndTags() {
    for (label, shown) in [("b", "(2)"), ("c", "T"), ("d", "3")] {
      #expect(Self.html.contains(##"<a href="#eq:\##(label)">\##(shown)</a>"##))
    }
    #expect(Self.html.contains("Ecuación\u{A0}T"))
  }

  @Test func formulasHoldNoLinks() {
    #expect(Self.html.contains("<mo>=</mo><mtext>(3)</mtext></mover>"))
  }

  @Test func linksInLinksAreNone() {
    #expect(
      Self.html.contains("by (2)</a>"))
    #expect(Self.html.matches(of: /href="#eq:b"/).count == 2)
  }

  @Test func everyLinkHasItsLine() {
    for match in Self.html.matches(of: /href="#([^"]*)"/) {
      #expect(Self.html.matches(of: /id="([^"]*)"/).count { $0.output.1 == match.output.1 } == 1)
    }
  }
}
