import Testing

@testable import Formula

@Suite struct DocumentTests {
  @Test func inlineFormulaIsOneElementWithItsSource() throws {
    let formula = try Formula(parsing: #"\sqrt{3}"#)
    #expect(
      formula.mathML(display: false) == #"<math data-tex="\sqrt{3}"><msqrt><mn>3</mn></msqrt></math>"#)
  }

  @Test func displayedFormulaSaysSo() throws {
    #expect(try Formula(parsing: "x").mathML(display: true).hasPrefix("<math display=block><mi>"))
  }

  @Test func markupInTheSourceIsEscaped() throws {
    let mathML = try Formula(parsing: #"a<b \text{</math> & "x"}"#.replacing("&", with: #"\&"#)).mathML(
      display: false)
    #expect(mathML.contains(#"<mtext>&lt;/math&gt; &amp; "x"</mtext>"#))
    #expect(mathML.contains(#"<math data-tex="a&lt;b \text{&lt;/math&gt; \&amp; &quot;x&quot;}">"#))
  }

  @Test func marksDoNotCombineWithTags() throws {
    #expect(
      try Formula(parsing: "\\text{\u{301}a}").mathML(display: false).contains("<mtext>&#x301;a</mtext>"))
    #expect(try Formula(parsing: #"\widehat{ab}"#).mathML(display: false).contains(">&#x302;</mo>"))
  }

  @Test func sourceIsKeptAsWritten() throws {
    let tex = "  a % note\n + b "
    #expect(try Formula(parsing: tex).tex == tex)
  }

  @Test func emptyFormulaIsAnEmptyRow() throws {
    #expect(try Formula(parsing: " ").mathML(display: false).contains("<math></math>"))
    #expect(try Formula(parsing: "{}").mathML(display: false).contains("><mrow></mrow></math>"))
  }

  @Test(arguments: [
    "x", "2h", #"\text{a < b}"#, "x = 1", "f'(x) - 1", "a, b; c! < d", #"\frac{3}{4}"#,
    #"\frac{\partial y}{\partial a}"#,
    "x^2 + y^{10}",
    #"x_{\text{nuevo}} = 2 - 5 \times 0.1"#, #"a \implies b \cdot \alpha^{\beta}"#,
    #"\begin{aligned} y &= x^2 \\ &= \frac{1}{2} \end{aligned}"#, "a_i", #"e^- + \Delta_{\alpha}"#,
  ])
  func whatShowsItselfIsNotWrittenTwice(_ tex: String) throws {
    let mathML = try Formula(parsing: tex).mathML(display: false)
    #expect(!mathML.contains("data-tex"))
  }

  @Test(arguments: [
    #"\dfrac{3}{4}"#, #"\binom{3}{4}"#, "x^{2}", "x^{+}", #"\mathbf{x}"#, #"\sin x"#,
    #"\left(a\right)"#,
    #"\mathrm{d}x"#, "a_i^2",
    #"\color{red} x"#, #"a \quad b"#, #"\begin{matrix} a & b \end{matrix}"#, "x % note",
  ])
  func whatDoesNotShowItselfIsWritten(_ tex: String) throws {
    #expect(try Formula(parsing: tex).mathML(display: false).contains("data-tex="))
  }
}
