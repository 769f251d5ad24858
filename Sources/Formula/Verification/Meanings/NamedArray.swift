/// An array of numbers that a cell names.
public struct NamedArray: Hashable, Sendable {
  /// As formulas write it: `y`, with an index `y_i`.
  public var name: String
  public var values: [Double]
  /// The index of the cell that makes it.
  public var cell: Int

  public init(name: String, values: [Double], cell: Int) {
    self.name = name
    self.values = values
    self.cell = cell
  }
}
