import Diagnostics
import Formula
import Lesson

extension ArticleWriter {
  /// Writes a formula as MathML; its TeX where it cannot be read, which the outcome's problems tell.
  mutating func writeFormula(_ index: Int) {
    let span = lesson.formulas[index]
    guard let formula = try? Formula(parsing: span.tex, macros: macros) else {
      markup.raw("<code class=failed>")
      markup.text(span.tex)
      markup.raw("</code>")
      return
    }
    let numbers = numbers(of: formula, index)
    writeVerified(index, isDisplay: span.isDisplay) {
      $0.raw(formula.mathML(display: span.isDisplay, numbers: numbers))
    }
  }

  /// What a formula's labels and references show.
  private func numbers(of formula: Formula, _ index: Int) -> EquationNumbers {
    func number(_ anchor: Anchor) -> EquationNumbers.Number {
      EquationNumbers.Number(anchor.number, identifier: makesLinks ? anchor.identifier : nil)
    }
    let lines = formula.labels.isEmpty ? [] : lesson.lineLabels(ofFormula: index)
    return EquationNumbers(
      lines: lines.map { $0.flatMap { blockAnchors[$0.range] }.map(number) },
      references: formula.references.map { anchorsByLabel[$0.label].map(number) })
  }

  /// Writes a formula with a small mark where it is verified; the mark says how.
  private mutating func writeVerified(_ index: Int, isDisplay: Bool, _ write: (inout Markup) -> Void) {
    guard outcome.formulas.indices.contains(index), case .verified(let evidence) = outcome.formulas[index],
      makesLinks
    else {
      write(&markup)
      return
    }
    markup.raw(isDisplay ? "<div class=v>" : "<span class=v>")
    write(&markup)
    markup.raw("<i role=img")
    // The title is the name of the mark, too.
    markup.attribute("title", phrases.verified(evidence))
    markup.raw(isDisplay ? "></i></div>" : "></i></span>")
  }
}
