/// The name that `\label` gives to a line of a formula.
public struct FormulaLabel: Hashable, Sendable {
  public var name: String
  /// UTF-8 offsets of the name in the TeX.
  public var range: Range<Int>
  /// What the line's `\tag` says in place of a number; nil where it has none.
  public var tag: String?
}
