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
    if formula.isReference, let reference = formula.references.first,
      let anchor = anchorsByLabel[reference.label]
    {
      return writeLink(to: anchor) { $0.text(reference.text(of: anchor.number)) }
    }
    let mathML = formula.mathML(display: span.isDisplay, numbers: numbers(of: formula, index))
    writeVerified(index, isDisplay: span.isDisplay) { $0.raw(mathML) }
  }

  /// What a formula's labels and references show.
  ///
  /// References are links, and text, only where a formula holds nothing else: those who hear a formula take it as a
  /// whole, and a link that holds one has no name for them.
  private func numbers(of formula: Formula, _ index: Int) -> EquationNumbers {
    let lines = formula.labels.isEmpty ? [] : FormulaLabels(of: lesson).lines(ofFormula: index)
    return EquationNumbers(
      lines: lines.map { label in
        label.flatMap { blockAnchors[$0.range] }.map { anchor in
          EquationNumbers.Line(anchor.number, identifier: makesLinks ? anchor.identifier : nil)
        }
      },
      references: formula.references.map { reference in
        anchorsByLabel[reference.label].map { reference.text(of: $0.number) }
      })
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
