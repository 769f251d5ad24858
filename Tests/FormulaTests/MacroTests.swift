import Testing

@testable import Formula

/// Macros say what they stand for, and what is wrong in them is placed where they are used.
@Suite struct MacroTests {
  static let macros = Macros([
    #"\R"#: #"\mathbb{R}"#, #"\norm"#: #"\lVert #1 \rVert"#, #"\pair"#: #"#1#2"#, #"\loop"#: #"\loop x"#,
    #"\twice"#: #"\loop\loop"#, #"\wrong"#: #"{\frac{1}}"#, #"\unknown"#: #"a + \nothing"#, #"\sq"#: "{#1}^2",
    #"\double"#: "#1#1",
  ])

  /// Pairs of formulas that must show the same.
  static let equal: [(macro: String, plain: String)] = [
    (#"x \in \R"#, #"x \in \mathbb{R}"#), (#"\R^n"#, #"\mathbb{R}^n"#),
    (#"\frac\R2"#, #"\frac{\mathbb{R}}2"#),
    (#"\norm{x+y}"#, #"\lVert x+y \rVert"#), (#"\norm x"#, #"\lVert x \rVert"#),
    (#"\pair\alpha x"#, #"\alpha x"#), (#"\pair{\alpha}x"#, #"\alpha x"#),
    (#"\norm{\norm{\R}}"#, #"\lVert \lVert \mathbb{R} \rVert \rVert"#), (#"\sq{\R}"#, #"{\mathbb{R}}^2"#),
    (#"\def\a{\R}\a"#, #"\mathbb{R}"#), (#"\def\f#1#2{#2#1}\f ab"#, "ba"),
    (#"\newcommand{\p}[2][q]{#1_{#2}} \p{1} \p[r]{2}"#, "q_{1} r_{2}"),
    (#"\renewcommand\vec[1]{\mathbf{#1}}\vec x"#, #"\mathbf{x}"#), (#"\providecommand\pi{x}\pi"#, #"\pi"#),
    (#"\let\old\vec\def\vec#1{\old{#1}}\vec x"#, #"\vec x"#),
    (#"\def\a{x}\edef\b{\a}\def\a{y}\b"#, "x"), (#"\def\a{x}\def\b{\a}\def\a{y}\b"#, "y"),
    (#"\def\a{x}\xdef\b#1{\a#1}\def\a{y}\b2"#, "x2"),
    (#"\def\a{{x}{y}}\def\f#1#2{#2#1}\expandafter\f\a"#, "yx"),
    (#"\def\a{\b}\def\b{{x}{y}}\expandafter\expandafter\expandafter\frac\a"#, #"\frac{x}{y}"#),
    (#"\expandafter\frac\alpha2"#, #"\frac\alpha2"#),
    (#"\DeclareMathOperator{\rank}{rank}\rank A"#, #"\operatorname{rank}A"#),
  ]

  @Test(arguments: equal) func showsWhatItStandsFor(_ pair: (macro: String, plain: String)) throws {
    func shown(_ tex: String) throws -> String {
      let mathML = try Formula(parsing: tex, macros: Self.macros).mathML(display: false)
      return mathML.replacing(/\ data-tex="[^"]*"/, with: "").replacing(/<\/?mrow>/, with: "")
    }
    #expect(try shown(pair.macro) == shown(pair.plain))
  }

  /// Formulas with the id of their error and what it must mark.
  @Test(arguments: [
    (#"a + \loop + b"#, "macro", #"\loop"#), (#"a + \twice"#, "macro", #"\twice"#),
    (#"a + \wrong + b"#, "argument", #"\wrong"#), (#"a + \unknown + b"#, "command", #"\unknown"#),
    (#"\norm{x + \nothing}"#, "command", #"\nothing"#), (#"\norm"#, "argument", #"\norm"#),
    (#"\norm{x"#, "brace", "{"), (#"\newcommand\frac{x}"#, "macro", #"\frac"#),
    (#"\renewcommand\nothing{x}"#, "macro", #"\nothing"#), (#"\def x{y}"#, "macro", #"\def x"#),
    (#"\def\a(#1){x}"#, "macro", "("), (#"\newcommand\a[x]{y}"#, "macro", "x"),
    (#"\newcommand\a[1]{#2}"#, "macro", "#"), (#"\expandafter\frac"#, "argument", #"\expandafter"#),
    (#"\def\a{x\a}\edef\b{\a}"#, "macro", #"\a"#), (#"\def\arraystretch{1em}"#, "dimension", "1em"),
    (#"\newcommand\a[1][b{y}"#, "brace", "["),
  ])
  func errorsArePlacedAtTheUse(_ tex: String, _ id: String, _ marked: String) {
    let error = #expect(throws: FormulaError.self) { try Formula(parsing: tex, macros: Self.macros) }
    #expect(error?.id == "formula." + id)
    #expect(error.map { String(decoding: Array(tex.utf8)[$0.range], as: UTF8.self) } == marked)
  }

  @Test func growthIsBounded() {
    let tex = String(repeating: #"\double{"#, count: 60) + "x" + String(repeating: "}", count: 60)
    let error = #expect(throws: FormulaError.self) { try Formula(parsing: tex, macros: Self.macros) }
    #expect(error?.id == "formula.macro")
  }

  @Test func longChainsOfExpansionsEnd() throws {
    let tex = String(repeating: #"\expandafter"#, count: 1500) + #"\alpha\beta"#
    #expect(try Formula(parsing: tex).plainText == "αβ")
    let error = #expect(throws: FormulaError.self) {
      try Formula(parsing: #"\def\a{\expandafter\a\a}\expandafter\a\a"#)
    }
    #expect(error?.id == "formula.macro")
  }

  @Test func statementsReadWhatMacrosSay() throws {
    let macros = Macros([#"\half"#: #"\frac{1}{2}"#])
    let statement = Statement(try Formula(parsing: #"y = \half x"#, macros: macros))
    let plain = Statement(try Formula(parsing: #"y = \frac{1}{2} x"#))
    #expect(statement.chains.map { $0.sides.map(\.term) } == plain.chains.map { $0.sides.map(\.term) })
    #expect(statement.chains[0].sides[1].range == 4..<11)
  }
}
