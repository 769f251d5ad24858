import Testing

@testable import Formula

@Suite struct DocumentTests {
  @Test func inlineFormulaIsOneElementWithItsSource() throws {
    let formula = try Formula(parsing: #"\frac{3}{4}"#)
    #expect(
      formula.mathML(display: false)
        == #"<math data-tex="\frac{3}{4}"><mfrac><mn>3</mn><mn>4</mn></mfrac></math>"#)
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

  @Test(arguments: ["x", "2h", "x = 1", "f'(x) - 1", "a, b; c!"])
  func whatShowsItselfIsNotWrittenTwice(_ tex: String) throws {
    let mathML = try Formula(parsing: tex).mathML(display: false)
    #expect(!mathML.contains("data-tex"))
    let shown = mathML.replacing(/<[^>]*>/, with: "").replacing("−", with: "-").replacing("′", with: "'")
    #expect(shown == tex.replacing(" ", with: ""))
  }
}
