import Diagnostics

/// One CommonMark file with its cells, recordings and formulas, all with byte ranges.
public struct Lesson: Sendable {
  /// The whole file.
  public let source: SourceText
  public let frontMatter: FrontMatter
  /// The document after the front matter.
  public let blocks: [Block]
  /// Every cell in document order, also those nested in lists and quotes.
  public let cells: [Cell]
  /// Every inline cell in document order; those of the front-matter title first.
  public let inlineCells: [InlineCell]
  /// Every formula in document order.
  public let formulas: [FormulaSpan]
  /// Every footnote in the order of the definitions; what they hold is in no block of the document.
  public let footnotes: [Footnote]
  /// What the lesson itself gets wrong: unknown options, unclosed fences and the like.
  public let diagnostics: [Diagnostic]
}
