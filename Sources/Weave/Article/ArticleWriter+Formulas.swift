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

extension FormulaSpan {
  /// The UTF-8 offset in the lesson of an offset in `tex`.
  fileprivate func lessonOffset(of offset: Int) -> Int {
    var line = 0
    var start = 0
    for (position, byte) in tex.utf8.enumerated() {
      if position == offset { break }
      if byte == 0x0A {
        line += 1
        start = position + 1
      }
    }
    guard line < lineOffsets.count else { return range.upperBound }
    return min(lineOffsets[line] + (min(offset, tex.utf8.count) - start), range.upperBound)
  }
}
