import Compiler
import Lesson

/// A cell, an inline cell or a formula, as the tokens that a translation must keep.
struct TranslatedPart {
  /// A token and its UTF-8 offsets in the lesson.
  struct Token {
    var text: String
    var range: Range<Int>
  }

  /// What messages call it.
  var name: String
  /// UTF-8 offsets of its first line in the lesson.
  var range: Range<Int>
  var tokens: [Token]
  var texts: [String] { tokens.map(\.text) }
  /// The place behind its last token.
  var end: Range<Int> {
    let end = tokens.last?.range.upperBound ?? range.upperBound
    return end..<end
  }

  init(_ cell: Cell, in lesson: Lesson) {
    name = cell.name
    range = cell.openingRange(in: lesson)
    tokens = Self.tokens(of: cell.code, cell.lineOffsets)
  }

  init(_ cell: InlineCell) {
    name = cell.name
    range = cell.range
    tokens = Self.tokens(of: cell.code, [cell.codeOffset])
  }

  init(_ formula: FormulaSpan, in lesson: Lesson) {
    name = "formula $\(Self.shortened(formula.tex))$"
    let line = lesson.source.lineIndex(of: formula.range.lowerBound)
    let lineEnd = lesson.source.lineStarts[line] + lesson.source.line(line).utf8.count
    range = formula.range.lowerBound..<min(formula.range.upperBound, max(lineEnd, formula.range.lowerBound))
    let isLong = formula.tex.utf8.count > Self.longestFormula
    let found = isLong ? [] : NormalisedTeX.tokens(of: formula.tex)
    tokens = Self.placed(found, in: formula.tex, formula.lineOffsets)
    if isLong { tokens = [Token(text: formula.tex, range: range.lowerBound..<range.lowerBound)] }
  }

  /// Longer formulas, in bytes, are compared as a whole.
  private static let longestFormula = 20_000

  /// The tokens of a cell; one for all of it where it cannot be parsed.
  private static func tokens(of code: String, _ lineOffsets: [Int]) -> [Token] {
    guard let found = CellTokens(of: code) else {
      let start = lineOffsets.first ?? 0
      return [Token(text: code, range: start..<start)]
    }
    return placed(found.tokens.map { ($0.text, $0.range) }, in: code, lineOffsets)
  }

  /// Tokens with their places in the lesson.
  ///
  /// - Parameters:
  ///   - tokens: In order, with UTF-8 offsets in the text.
  ///   - lineOffsets: The UTF-8 offset in the lesson at which each line of the text starts.
  /// - Complexity: Linear in the length of the text.
  private static func placed(
    _ tokens: [(text: String, range: Range<Int>)], in text: String, _ lineOffsets: [Int]
  ) -> [Token] {
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    var line = 0
    return tokens.map { token in
      while line + 1 < starts.count, starts[line + 1] <= token.range.lowerBound { line += 1 }
      let lineStart = line < lineOffsets.count ? lineOffsets[line] : lineOffsets.last ?? 0
      let start = lineStart + token.range.lowerBound - starts[line]
      return Token(text: token.text, range: start..<start + token.range.count)
    }
  }

  /// A text on one line, cut where it is long.
  static func shortened(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 60 ? words : words.prefix(59) + "…"
  }
}
