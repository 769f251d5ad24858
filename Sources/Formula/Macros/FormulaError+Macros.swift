extension FormulaError {
  static func expandsTooFar(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.macro",
      message: "macros expand without end here: more than \(MacroExpander.maximumExpansions) expansions or "
        + "\(Parser.maximumLength) bytes", range: range)
  }

  static func macroName(_ definer: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.macro",
      message: "`\\\(definer)` needs the command that it defines, as in `\\\(definer){\\R}`",
      range: range)
  }

  static func definedAlready(_ name: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.macro",
      message: "`\\\(name)` is defined already; `\\renewcommand` gives it another meaning",
      range: range)
  }

  static func notDefined(_ name: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.macro", message: "`\\\(name)` is not defined yet; `\\newcommand` defines it", range: range)
  }

  static func parameters(_ definer: String, _ range: Range<Int>) -> FormulaError {
    let form = definer.hasSuffix("def") ? "`#1#2` before its text" : "a count from 1 to 9 in brackets"
    return FormulaError(
      id: "formula.macro", message: "the parameters of `\\\(definer)` are written as \(form)", range: range)
  }

  static func parameterCount(_ number: Int, of count: Int, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.macro", message: "`#\(number)` in a macro with \(count) parameters", range: range)
  }
}
