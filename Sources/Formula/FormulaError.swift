import Diagnostics

/// Why a text is not a formula, and where.
public struct FormulaError: Error, Hashable, Sendable {
  /// A stable name for this kind of error: `formula.command`.
  public let id: String
  /// One sentence without a final period.
  public let message: String
  /// The place in the TeX, in UTF-8 offsets.
  public let range: Range<Int>

  public init(id: String, message: String, range: Range<Int>) {
    self.id = id
    self.message = message
    self.range = range
  }
}

extension FormulaError {
  /// The same error at another place.
  func placed(at range: Range<Int>) -> FormulaError { FormulaError(id: id, message: message, range: range) }

  static func unknownCommand(_ name: String, _ range: Range<Int>) -> FormulaError {
    let known = nearest(name, among: CommandTable.names).map { "; did you mean `\\\($0)`?" } ?? ""
    return FormulaError(
      id: "formula.command", message: "unknown command `\\\(shortened(name))`\(known)", range: range)
  }

  static func strayBackslash(_ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.command", message: "a backslash needs a command after it", range: range)
  }

  static func misplacedCommand(_ name: String, needs: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.command", message: "`\\\(name)` needs \(needs)", range: range)
  }

  static func unsupportedCommand(_ name: String, _ reason: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.command", message: "`\\\(name)` is not supported: \(reason)", range: range)
  }

  static func unknownEnvironment(_ name: String, _ range: Range<Int>) -> FormulaError {
    let known = nearest(name, among: EnvironmentTable.names).map { "; did you mean `\($0)`?" } ?? ""
    return FormulaError(
      id: "formula.environment", message: "unknown environment `\(shortened(name))`\(known)", range: range)
  }

  static func environmentName(after command: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.environment", message: "`\\\(command)` needs an environment's name in braces", range: range
    )
  }

  static func unclosedEnvironment(_ name: String, found: String?, _ range: Range<Int>) -> FormulaError {
    let found = found.map { ", not \($0)," } ?? ""
    return FormulaError(
      id: "formula.environment", message: "`\\begin{\(name)}` must be closed\(found) by `\\end{\(name)}`",
      range: range)
  }

  static func strayEnd(_ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.environment", message: "`\\end` without `\\begin`", range: range)
  }

  static func unclosedBrace(_ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.brace", message: "`{` is never closed", range: range)
  }

  static func strayBrace(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.brace", message: "`}` without `{`; write `\\}` for a brace that shows", range: range)
  }

  static func unclosedBracket(_ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.brace", message: "`[` is never closed", range: range)
  }

  static func missingArgument(of name: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.argument", message: "`\(name)` needs an argument after it", range: range)
  }

  static func missingBraces(of name: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.argument", message: "`\\\(name)` needs an argument in braces", range: range)
  }

  static func doubleScript(_ which: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.script",
      message: "a second \(which) on the same base; use braces to say which belongs where",
      range: range)
  }

  static func doubleFraction(_ name: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.fraction", message: "a second `\\\(name)` in the same group; use braces or `\\frac`",
      range: range)
  }

  static func delimiter(after name: String, found: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.delimiter",
      message: "`\\\(name)` needs a delimiter such as `(`, `|`, `\\{` or `.`\(found)",
      range: range)
  }

  static func unknownDelimiter(_ name: String, after command: String, _ range: Range<Int>) -> FormulaError {
    let known = nearest(name, among: DelimiterTable.names).map { "; did you mean `\\\($0)`?" } ?? ""
    return FormulaError(
      id: "formula.delimiter",
      message: "unknown delimiter `\\\(shortened(name))` after `\\\(command)`\(known)", range: range)
  }

  static func unclosedLeft(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.delimiter",
      message: "`\\left` without `\\right` in the same group; `\\right.` closes invisibly",
      range: range)
  }

  static func strayRight(_ name: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.delimiter", message: "`\\\(name)` without `\\left` in the same group", range: range)
  }

  static func strayAmpersand(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.alignment",
      message: "`&` belongs in an environment such as `aligned`; write `\\&` for an ampersand", range: range)
  }

  static func smashedSide(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.argument", message: "`\\smash[…]` takes `t` for the top or `b` for the bottom",
      range: range)
  }

  static func verbatim(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.argument", message: "`\\verb` needs its text between two equal signs, as in `\\verb|x|`",
      range: range)
  }

  static func characterCode(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.character", message: "`\\char` needs a character's code, as in `\\char\"41` or `\\char65`",
      range: range)
  }

  static func secondTag(_ range: Range<Int>) -> FormulaError {
    FormulaError(id: "formula.tag", message: "a second `\\tag` on the same line", range: range)
  }

  static func secondLabel(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.label", message: "a second `\\label` on the same line; a line has one number", range: range
    )
  }

  static func labelledTag(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.tag",
      message: "references show the `\\tag` of a line with a `\\label`; write it in letters and digits only",
      range: range)
  }

  static func unnumberedLabel(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.label",
      message: "the line has no number that `\\label` could name; leave `\\nonumber` or `\\notag` out",
      range: range)
  }

  static func column(_ found: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.column",
      message: "unknown column `\(found)`; columns are `l`, `c`, `r`, `|`, `:`, `p{…}`, `@{…}` and `*{n}{…}`",
      range: range)
  }

  static func betweenColumns(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.column",
      message:
        "between columns, `@{…}` takes at most \(Parser.maximumBetween) bytes, without labels and references",
      range: range)
  }

  static func diagramArrow(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.diagram",
      message:
        "an arrow of `CD` is written `@>>>`, `@<<<`, `@VVV`, `@AAA`, `@=`, `@|` or `@.`, labels between the signs",
      range: range)
  }

  static func verticalArrow(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.diagram", message: "the vertical arrows of `CD` stand in a row of their own", range: range)
  }

  static func stretch(_ found: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.dimension",
      message: "`\(shortened(found))` is no value of `\\arraystretch`, which is a number from 0 to 10",
      range: range)
  }

  static func dimension(_ found: String, _ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.dimension",
      message: "`\(shortened(found))` is not a length such as `1em`, `4pt` or `-3mu` (at most 100em)",
      range: range)
  }

  static func address(_ found: String, _ range: Range<Int>) -> FormulaError {
    let starts = LinkAddress.starts.map { "`\($0)`" }.joined(separator: ", ")
    return FormulaError(
      id: "formula.address",
      message: "`\(shortened(found))` is no address for a formula, which starts with one of \(starts); "
        + "write links to other pages of the course outside of formulas", range: range)
  }

  static func colour(_ found: String, _ range: Range<Int>) -> FormulaError {
    let hint =
      nearest(found, among: ColourTable.names.sorted()).map { "did you mean `\($0)`?" }
      ?? "write a CSS name such as `teal`, or `#` and hex digits"
    return FormulaError(
      id: "formula.colour", message: "`\(shortened(found))` is not a colour; \(hint)", range: range)
  }

  static func character(_ scalar: Unicode.Scalar, _ hint: String, _ range: Range<Int>) -> FormulaError {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(4 - code.count, 0)) + code
    return FormulaError(
      id: "formula.character", message: "the character U+\(padded) has no meaning in a formula\(hint)",
      range: range)
  }

  static func dollar(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.character", message: "`$` inside a formula; write `\\$` for a dollar sign", range: range)
  }

  static func tooDeep(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.depth", message: "nested more than \(Parser.maximumDepth) levels deep", range: range)
  }

  static func tooLong(_ length: Int) -> FormulaError {
    FormulaError(
      id: "formula.size",
      message: "a formula of \(length) bytes; the limit is \(Parser.maximumLength)", range: 0..<0)
  }

  static func tooWide(_ range: Range<Int>) -> FormulaError {
    FormulaError(
      id: "formula.size", message: "more than \(Parser.maximumColumns) columns", range: range)
  }

  /// A name short enough to quote.
  private static func shortened(_ name: String) -> String {
    name.count <= 40 ? name : name.prefix(40) + "…"
  }
}
