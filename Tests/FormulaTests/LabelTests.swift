import Testing

@testable import Formula

/// What `\label`, `\ref` and `\eqref` say to a document, and what they show with the numbers it gives.
@Suite struct LabelTests {
  private static let aligned =
    #"\begin{align} a &= b \label{one} \\ &= c \\ &= d \tag{A} \label{two} \end{align}"#

  @Test func labelsHaveTheirPlaces() throws {
    let formula = try Formula(parsing: Self.aligned)
    #expect(formula.labels.map(\.name) == ["one", "two"])
    #expect(formula.labels.map(\.tag) == [nil, "A"])
    for label in formula.labels { #expect(Self.text(label.range, of: formula.tex) == label.name) }
  }

  @Test(arguments: [#"x \text{ by $y \ref{a}$, } \eqref{b}"#, #"\text{see \ref{a}} \eqref{b}"#])
  func referencesHaveTheirPlaces(_ tex: String) throws {
    let formula = try Formula(parsing: tex)
    #expect(formula.references.map(\.label) == ["a", "b"])
    for reference in formula.references { #expect(Self.text(reference.range, of: tex) == reference.label) }
  }

  @Test func placesInMacrosAreWhereTheyAreUsed() throws {
    let macros = Macros([#"\named"#: #"\label{eq:#1}"#, #"\by"#: #"\eqref{eq:#1}"#])
    let formula = try Formula(parsing: #"x = 1 \named{a}"#, macros: macros)
    #expect(formula.labels.map(\.name) == ["eq:a"])
    #expect(Self.text(formula.labels[0].range, of: formula.tex) == #"\named{a}"#)
    let reference = try #require(try Formula(parsing: #"\by{b}"#, macros: macros).references.first)
    #expect(reference.label == "eq:b")
  }

  @Test func numberedLinesHaveIdentifiersAndTagsWin() throws {
    let numbers = EquationNumbers(
      lines: [.init("3", identifier: "one"), .init("A", identifier: "two")], references: [])
    let rows = try Formula(parsing: Self.aligned).mathML(display: true, numbers: numbers)
      .split(separator: "</mtr>")
    #expect(rows.count == 4)
    #expect(rows[0].contains(#"<mtr id="one">"#) && rows[0].hasSuffix("<mtd><mtext>(3)</mtext></mtd>"))
    #expect(rows[1].contains("<mtr><mtd>") && rows[1].hasSuffix("<mtd></mtd>"))
    #expect(rows[2].contains(#"<mtr id="two">"#) && rows[2].contains(">A<") && !rows[2].contains("(A)"))
  }

  @Test func linesWithoutNumbersShowNone() throws {
    let mathML = try Formula(parsing: #"a = b \label{one}"#).mathML(display: true)
    #expect(!mathML.contains("tagged") && !mathML.contains("id="))
  }

  @Test func referencesShowNumbers() throws {
    let formula = try Formula(parsing: #"\ref{a} \text{ and } \eqref{b}, \ref{c}"#)
    let mathML = formula.mathML(
      display: false, numbers: EquationNumbers(lines: [], references: ["2", "(A)", nil]))
    #expect(formula.references.map { $0.text(of: "1") } == ["1", "(1)", "1"])
    for shown in ["<mtext>2</mtext>", "<mtext>(A)</mtext>", "<mtext>??</mtext>"] {
      #expect(mathML.contains(shown))
    }
  }

  @Test(arguments: [
    (#" \ref{a} "#, true), (#"\eqref{a}"#, true), (#"(\ref{a})"#, false), ("a", false), ("", false),
  ])
  func formulasMayBeReferences(_ tex: String, _ expected: Bool) throws {
    #expect(try Formula(parsing: tex).isReference == expected)
  }

  private static func text(_ range: Range<Int>, of tex: String) -> String {
    String(decoding: Array(tex.utf8)[range], as: UTF8.self)
  }
}
