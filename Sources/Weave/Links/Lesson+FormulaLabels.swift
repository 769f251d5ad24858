import Formula
import Lesson

extension Lesson {
  /// The labels that `\label` gives in a formula and those that its `\ref`s name, with UTF-8 offsets in the lesson.
  ///
  /// There are none where the TeX cannot be read, which is an error of its own.
  func formulaLabels(_ index: Int) -> (given: [FormulaLabel], named: [FormulaReference]) {
    let span = formulas[index]
    let macros = frontMatter.macros
    guard Self.mayLabel(span.tex) || macros.values.contains(where: Self.mayLabel),
      let formula = try? Formula(parsing: span.tex, macros: Macros(macros))
    else { return ([], []) }
    var (given, named) = (formula.labels, formula.references)
    for index in given.indices { given[index].range = span.lessonRange(of: given[index].range) }
    for index in named.indices { named[index].range = span.lessonRange(of: named[index].range) }
    return (given, named)
  }

  /// What each `\label` of a formula names; nil for one that gives no number: in a line of text, with a name that no
  /// label has, or made by the same use of a macro as the one before it.
  func lineLabels(ofFormula index: Int) -> [BlockLabel?] {
    var taken: Set<Range<Int>> = []
    return formulaLabels(index).given.map { label in
      guard formulas[index].isDisplay, BlockLabel.isLabel(label.name), taken.insert(label.range).inserted
      else {
        return nil
      }
      return BlockLabel(
        kind: .equation, label: label.name, caption: nil, tag: label.tag, range: label.range)
    }
  }

  /// Whether TeX holds one of the commands: most does not, and need not be read.
  private static func mayLabel(_ tex: String) -> Bool {
    tex.utf8.split(separator: UInt8(ascii: "\\")).contains { piece in
      ["label", "ref", "eqref"].contains { piece.starts(with: $0.utf8) }
    }
  }
}
