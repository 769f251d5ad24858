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
    markup.raw(
      formula.mathML(display: span.isDisplay, numbers: numbers(of: formula, index), makesLinks: makesLinks))
  }

  /// Writes the start tag of what holds a formula. Its title says how the formula is verified; the style sheet adds a
  /// small mark that has the title as its name, in brackets where it is verified in part.
  mutating func openBox(_ element: StaticString, ofFormula index: Int, identifier: String? = nil) {
    markup.raw("<")
    markup.raw(element)
    if let identifier { markup.attribute("id", identifier) }
    if let evidence = evidence(for: index) {
      if case .part = evidence { markup.raw(" data-part") }
      markup.attribute("title", phrases.verified(evidence))
    }
    markup.raw(">")
  }

  /// Writes a displayed formula, with its number at the side where it has one.
  mutating func writeEquation(_ index: Int, _ anchor: Anchor? = nil) {
    openBox("div class=equation", ofFormula: index, identifier: anchor?.identifier)
    writeFormula(index)
    if let anchor {
      markup.raw("<span class=number>(")
      markup.text(anchor.number)
      markup.raw(")</span>")
    }
    markup.raw("</div>\n")
  }

  /// How a formula is verified; nil where it is not, or where marks do not belong.
  func evidence(for index: Int) -> FormulaVerdict.Evidence? {
    guard makesLinks, outcome.formulas.indices.contains(index),
      case .verified(let evidence) = outcome.formulas[index]
    else { return nil }
    return evidence
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
}
