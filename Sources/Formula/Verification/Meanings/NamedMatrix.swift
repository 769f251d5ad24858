/// An array of arrays of numbers, all of one length, that a cell names.
public struct NamedMatrix: Hashable, Sendable {
  /// As formulas write it.
  public var name: String
  /// Its rows.
  public var values: [[Double]]
  /// The index of the cell that makes it.
  public var cell: Int

  /// How many entries it may have to be compared.
  public static let mostEntries = 36

  public init(name: String, values: [[Double]], cell: Int) {
    self.name = name
    self.values = values
    self.cell = cell
  }
}
