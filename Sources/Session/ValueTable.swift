/// A table of values that a cell shows.
public struct ValueTable: Sendable, Hashable {
  /// One column.
  public struct Column: Sendable, Hashable {
    public var name: String
    /// Whether all of its cells that are not empty read as numbers.
    public var isNumeric: Bool

    public init(name: String, isNumeric: Bool) {
      self.name = name
      self.isNumeric = isNumeric
    }
  }

  /// Empty for none.
  public var caption: String
  /// At least one.
  public var columns: [Column]
  /// The rows shown, each with a text for each column.
  public var rows: [[String]]
  /// Whether the first column names the rows.
  public var hasRowNames: Bool
  /// How many rows more there are.
  public var omittedRows: Int
  /// All of it as aligned lines, without a line end at the end: what a compiled cell prints.
  public var text: String
  /// Whether it is the value of the cell's last expression.
  public var isResult: Bool

  public init(
    caption: String = "", columns: [Column], rows: [[String]], hasRowNames: Bool = false,
    omittedRows: Int = 0,
    text: String, isResult: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hasRowNames = hasRowNames
    self.omittedRows = omittedRows
    self.text = text
    self.isResult = isResult
  }
}
