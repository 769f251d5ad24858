import Formula
import Lesson

/// What the formulas of a lesson label and refer to, with UTF-8 offsets in the lesson.
struct FormulaLabels {
  private let lesson: Lesson
  private let macros: Macros
  /// Whether a macro of the lesson holds one of the commands.
  private let macrosMayLabel: Bool

  init(of lesson: Lesson) {
    self.lesson = lesson
    macros = Macros(lesson.frontMatter.macros)
    macrosMayLabel = lesson.frontMatter.macros.values.contains(where: Self.mayLabel)
  }

  /// The labels that `\label` gives in a formula and those that its `\ref`s name.
  ///
  /// There are none where the TeX cannot be read, which is an error of its own.
  ///
  /// - Complexity: Linear in the size of the formula.
  func labels(ofFormula index: Int) -> (given: [FormulaLabel], named: [FormulaReference]) {
    let span = lesson.formulas[index]
    guard macrosMayLabel || Self.mayLabel(span.tex),
      let formula = try? Formula(parsing: span.tex, macros: macros)
    else { return ([], []) }
    var (given, named) = (formula.labels, formula.references)
    for (index, range) in span.lessonRanges(of: given.map(\.range)).enumerated() {
      given[index].range = range
    }
    for (index, range) in span.lessonRanges(of: named.map(\.range)).enumerated() {
      named[index].range = range
    }
    return (given, named)
  }

  /// What each `\label` of a formula names; nil for one that gives no number: in a line of text, with a name that no
  /// label has, or made by the same use of a macro as the one before it.
  func lines(ofFormula index: Int) -> [BlockLabel?] {
    var taken: Set<Range<Int>> = []
    return labels(ofFormula: index).given.map { label in
      guard lesson.formulas[index].isDisplay, BlockLabel.isLabel(label.name),
        taken.insert(label.range).inserted
      else { return nil }
      return BlockLabel(
        kind: .equation, label: label.name, caption: nil, tag: label.tag, range: label.range)
    }
  }

  /// The commands, without their backslashes.
  private static let commands = ["label", "ref", "eqref"].map { Array($0.utf8) }

  /// Whether TeX holds one of the commands: most does not, and need not be read.
  private static func mayLabel(_ tex: String) -> Bool {
    var rest = tex.utf8[...]
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      rest = rest[backslash...].dropFirst()
      if commands.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }
}
