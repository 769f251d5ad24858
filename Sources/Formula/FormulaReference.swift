/// A label that `\ref` or `\eqref` names.
public struct FormulaReference: Hashable, Sendable {
  public var label: String
  /// Whether it is an `\eqref`, which puts the number in parentheses.
  public var hasParentheses: Bool
  /// UTF-8 offsets of the label in the TeX.
  public var range: Range<Int>

  /// What shows.
  public func text(of number: String) -> String { hasParentheses ? "(\(number))" : number }
}
