import Diagnostics
import Formula
import Lesson

extension ArticleWriter {
  /// Writes a formula as MathML; its TeX, with a diagnostic, where it cannot be read.
  mutating func writeFormula(_ index: Int) {
    let span = lesson.formulas[index]
    do throws(FormulaError) {
      let formula = try Formula(parsing: span.tex)
      markup.raw(formula.mathML(display: span.isDisplay))
    } catch {
      let range =
        span.lessonOffset(of: error.range.lowerBound)..<span.lessonOffset(of: error.range.upperBound)
      report(.error, error.id, range, error.message)
      markup.raw("<code class=\"failed\">")
      markup.text(span.tex)
      markup.raw("</code>")
    }
  }
}
