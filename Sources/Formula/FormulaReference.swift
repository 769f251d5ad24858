/// A label that `\ref` or `\eqref` names.
public struct FormulaReference: Hashable, Sendable {
  public var label: String
  /// UTF-8 offsets of the label in the TeX.
  public var range: Range<Int>
}
