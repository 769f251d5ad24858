import Testing

@testable import Formula

/// A formula that is wrong, with the error it must give and the bytes that the error must mark.
struct WrongFormula: CustomTestStringConvertible, Sendable {
  let tex: String
  let id: String
  let marked: String
  let message: String
  var testDescription: String { tex }

  init(_ tex: String, _ id: String, _ marked: String, _ message: String) {
    (self.tex, self.id, self.marked, self.message) = (tex, id, marked, message)
  }
}

@Suite struct ErrorTests {
  static let wrong: [WrongFormula] = [
    WrongFormula(
      #"1 + \fracc{1}{2}"#, "command", #"\fracc"#, #"unknown command `\fracc`; did you mean `\frac`?"#),
    WrongFormula(#"\qwertyuiop"#, "command", #"\qwertyuiop"#, #"unknown command `\qwertyuiop`"#),
    WrongFormula(#"á \é"#, "command", #"\é"#, #"unknown command `\é`"#),
    WrongFormula(#"x \"#, "command", #"\"#, "a backslash needs a command after it"),
    WrongFormula(
      #"x\limits_1"#, "command", #"\limits"#, #"`\limits` needs an operator such as `\sum` before it"#),
    WrongFormula(
      #"\text{\frac12}"#, "command", #"\frac"#, #"`\frac` needs dollar signs around it inside text"#),
    WrongFormula(
      #"a \hline b"#, "command", #"\hline"#, #"`\hline` needs to stand at the start of an array's row"#),
    WrongFormula(
      #"\frac{a \\ b}{c}"#, "command", #"\\"#, #"`\\` needs an environment or a formula's top level"#),
    WrongFormula(#"\not{ab}"#, "command", #"\not{ab}"#, #"`\not` needs one sign after it"#),
    WrongFormula(
      #"\begin{pmatrx}a\end{pmatrx}"#, "environment", "pmatrx",
      "unknown environment `pmatrx`; did you mean `pmatrix`?"),
    WrongFormula(#"\begin x"#, "environment", #"\begin"#, #"`\begin` needs an environment's name in braces"#),
    WrongFormula(
      #"\begin{matrix} a"#, "environment", #"\begin{matrix}"#,
      #"`\begin{matrix}` must be closed by `\end{matrix}`"#),
    WrongFormula(
      #"\begin{matrix} a \end{cases}"#, "environment", #"\end{cases}"#,
      #"`\begin{matrix}` must be closed, not `\end{cases}`, by `\end{matrix}`"#),
    WrongFormula(
      #"{\begin{matrix} a }"#, "environment", #"\begin{matrix}"#,
      #"`\begin{matrix}` must be closed, not `}`, by `\end{matrix}`"#),
    WrongFormula(#"a \end{x}"#, "environment", #"\end"#, #"`\end` without `\begin`"#),
    WrongFormula("a{b", "brace", "{", "`{` is never closed"),
    WrongFormula(#"\frac{a}{b"#, "brace", "{", "`{` is never closed"),
    WrongFormula(#"\text{ab"#, "brace", "{", "`{` is never closed"),
    WrongFormula("a}b", "brace", "}", #"`}` without `{`; write `\}` for a brace that shows"#),
    WrongFormula(#"\sqrt[3{x}"#, "brace", "[", "`[` is never closed"),
    WrongFormula(#"\frac{a}"#, "argument", #"\frac"#, #"`\frac` needs an argument after it"#),
    WrongFormula("x^", "argument", "^", "`^` needs an argument after it"),
    WrongFormula("x_ }", "argument", "_", "`_` needs an argument after it"),
    WrongFormula(#"\text (x)"#, "argument", #"\text"#, #"`\text` needs an argument in braces"#),
    WrongFormula(
      "x^a^b", "script", "^", "a second superscript on the same base; use braces to say which belongs where"),
    WrongFormula(
      "x_a_b", "script", "_", "a second subscript on the same base; use braces to say which belongs where"),
    WrongFormula(
      "x^2'", "script", "'", "a second superscript on the same base; use braces to say which belongs where"),
    WrongFormula(#"a \tag{1} \tag{2}"#, "tag", #"\tag"#, #"a second `\tag` on the same line"#),
    WrongFormula(
      #"a \tag{$x$} \label{b}"#, "tag", #"{$x$}"#,
      #"references show the `\tag` of a line with a `\label`; write it in letters and digits only"#),
    WrongFormula(
      #"a \label{b} \label{c}"#, "label", #"\label"#,
      #"a second `\label` on the same line; a line has one number"#),
    WrongFormula(
      #"\begin{align} a \label{b} &= 1 \notag \end{align}"#, "label", "b",
      #"the line has no number that `\label` could name; leave `\nonumber` or `\notag` out"#),
    WrongFormula(
      #"\text{$a \label{b}$}"#, "command", "b", #"`\label` needs to stand outside texts"#),
    WrongFormula(#"\frac{a}\label{b}"#, "argument", #"\frac"#, #"`\frac` needs an argument after it"#),
    WrongFormula(
      #"\sqrt{a \label{b} + \ref}"#, "argument", #"\ref"#, #"`\ref` needs an argument in braces"#),
    WrongFormula(
      #"\frac{a}\tag{1}"#, "argument", #"\frac"#, #"`\frac` needs an argument after it"#),
    WrongFormula(
      #"a \over b \over c"#, "fraction", #"\over"#,
      #"a second `\over` in the same group; use braces or `\frac`"#),
    WrongFormula(
      #"\left x \right)"#, "delimiter", "x",
      #"`\left` needs a delimiter such as `(`, `|`, `\{` or `.`, not `x`"#),
    WrongFormula(
      #"\big\alpha"#, "delimiter", #"\alpha"#,
      #"`\big` needs a delimiter such as `(`, `|`, `\{` or `.`, not `\alpha`"#),
    WrongFormula(
      #"\left\langel x \right)"#, "delimiter", #"\langel"#,
      #"unknown delimiter `\langel` after `\left`; did you mean `\langle`?"#),
    WrongFormula(
      #"\bigl\lflor x"#, "delimiter", #"\lflor"#,
      #"unknown delimiter `\lflor` after `\bigl`; did you mean `\lfloor`?"#),
    WrongFormula(
      #"\begin{alinged} x \end{alinged}"#, "environment", "alinged",
      "unknown environment `alinged`; did you mean `aligned`?"),
    WrongFormula(
      #"\left( x"#, "delimiter", #"\left"#,
      #"`\left` without `\right` in the same group; `\right.` closes invisibly"#),
    WrongFormula(#"x \right)"#, "delimiter", #"\right"#, #"`\right` without `\left` in the same group"#),
    WrongFormula(
      "a & b", "alignment", "&",
      #"`&` belongs in an environment such as `aligned`; write `\&` for an ampersand"#),
    WrongFormula(
      #"\begin{array}{lx} a \end{array}"#, "column", "x",
      "unknown column `x`; columns are `l`, `c`, `r`, `|`, `:`, `p{…}`, `@{…}` and `*{n}{…}`"),
    WrongFormula(
      #"\begin{array}{lp{wide}} a \end{array}"#, "dimension", "wide",
      "`wide` is not a length such as `1em`, `4pt` or `-3mu` (at most 100em)"),
    WrongFormula(
      #"\begin{array}{p{3em}} a } \end{array}"#, "environment", #"\begin{array}"#,
      #"`\begin{array}` must be closed, not `}`, by `\end{array}`"#),
    WrongFormula(
      #"\begin{array}{l@{\label{a}}l} a \end{array}"#, "column", #"\label{a}"#,
      "between columns, `@{…}` takes at most 40 bytes, without labels and references"),
    WrongFormula(
      #"\begin{array}{*{50}{@{a}}c} a \end{array}"#, "column", "@{a}",
      "between columns, `@{…}` takes at most 40 bytes, without labels and references"),
    WrongFormula(
      #"\href{javascript:alert(1)}{x}"#, "address", "javascript:alert(1)",
      "`javascript:alert(1)` is no address for a formula, which starts with one of `https://`, `http://`, `mailto:`, "
        + "`tel:`; write links to other pages of the course outside of formulas"),
    WrongFormula(
      #"\includegraphics{a.png}"#, "command", #"\includegraphics"#,
      #"`\includegraphics` is not supported: formulas hold no pictures; write `![words](file)` outside of them"#
    ),
    WrongFormula(
      #"a \intertext{b} c"#, "command", #"\intertext"#,
      #"`\intertext` needs to stand at the start of a line of `align` or another environment of lines"#),
    WrongFormula(
      #"\begin{CD} A @>>B \end{CD}"#, "diagram", "@>>B ",
      "an arrow of `CD` is written `@>>>`, `@<<<`, `@VVV`, `@AAA`, `@=`, `@|` or `@.`, labels between the signs"
    ),
    WrongFormula(
      #"\begin{CD} A @VVV B \end{CD}"#, "diagram", " A @VVV B ",
      "the vertical arrows of `CD` stand in a row of their own"),
    WrongFormula(
      #"\renewcommand\arraystretch{x}\begin{array}{c}a\end{array}"#, "dimension", "x",
      #"`x` is no value of `\arraystretch`, which is a number from 0 to 10"#),
    WrongFormula(
      #"\hspace{2furlongs}"#, "dimension", "2furlongs",
      "`2furlongs` is not a length such as `1em`, `4pt` or `-3mu` (at most 100em)"),
    WrongFormula(
      #"\color{a;b} x"#, "colour", "a;b",
      "`a;b` is not a colour; write a CSS name such as `teal`, or `#` and hex digits"),
    WrongFormula(#"\textcolor{bleu}{x}"#, "colour", "bleu", "`bleu` is not a colour; did you mean `blue`?"),
    WrongFormula(
      "a 🙂", "character", "🙂",
      #"the character U+1F642 has no meaning in a formula; write it inside `\text{…}`"#),
    WrongFormula("a\u{0}b", "character", "\u{0}", "the character U+0000 has no meaning in a formula"),
    WrongFormula(
      "a#b", "character", "#",
      #"the character U+0023 has no meaning in a formula; write it inside `\text{…}`"#),
    WrongFormula("a $ b", "character", "$", #"`$` inside a formula; write `\$` for a dollar sign"#),
    WrongFormula(
      #"\begin{array}{*{999}{c}} a \end{array}"#, "size", "999", "more than 100 columns"),
  ]

  @Test(arguments: wrong) func isReportedWithItsPlace(_ wrong: WrongFormula) {
    do throws(FormulaError) {
      _ = try Formula(parsing: wrong.tex)
      Issue.record("no error")
    } catch {
      #expect(error.id == "formula." + wrong.id)
      #expect(error.message == wrong.message)
      let marked = String(decoding: Array(wrong.tex.utf8)[error.range], as: UTF8.self)
      #expect(marked == wrong.marked)
    }
  }

  @Test func aLongFormulaIsRefused() {
    let error = #expect(throws: FormulaError.self) {
      try Formula(parsing: String(repeating: "x", count: Parser.maximumLength + 1))
    }
    #expect(error?.message == "a formula of 20001 bytes; the limit is 20000")
  }

  @Test(arguments: [
    "{", #"\frac{1}{"#, "x^{", #"\left("#, #"\begin{matrix}"#, #"\hat"#, #"\sqrt["#, #"\text{$"#, #"\bf "#,
  ])
  func deepNestingIsRefused(_ opening: String) {
    let error = #expect(throws: FormulaError.self) {
      try Formula(parsing: String(repeating: opening, count: 1200))
    }
    #expect(["formula.depth", "formula.brace", "formula.character"].contains(error?.id))
  }

  /// Time and size must not grow faster than the source.
  @Test(
    arguments: [
      ("{", "}"), ("\\displaystyle ", ""), ("\\bf ", ""), ("\\color{red} ", ""), ("\\boldsymbol{", "}"),
      ("\\textcolor{red}{", "}"), ("\\overset{a}{", "}"), ("\\mathrel{", "}"), ("\\hat{", "}"), ("x^{", "}"),
      ("\\left(", "\\right)"), ("\\begin{matrix}", "\\end{matrix}"), ("\\sqrt[", "]{x}"),
      ("\\underbrace{", "}"),
      ("\\displaystyle x \\color{red} ", ""), ("\\text{$", "$}"), ("\\textcolor{red}{x", "x}"),
    ])
  func nestingJustBelowTheLimitIsCheap(_ opening: String, _ closing: String) {
    let tex = String(repeating: opening, count: 45) + "x" + String(repeating: closing, count: 45)
    let clock = ContinuousClock()
    let time = clock.measure {
      guard let formula = try? Formula(parsing: tex) else { return }
      #expect(formula.mathML(display: true).utf8.count < 20_000)
    }
    #expect(time < .seconds(1))
  }

  @Test func nestingUpToTheLimitIsAccepted() throws {
    let tex = String(repeating: #"\frac{1}{"#, count: 98) + "x" + String(repeating: "}", count: 98)
    #expect(try Formula(parsing: tex).mathML(display: true).contains("<mi>x</mi>"))
  }
}
