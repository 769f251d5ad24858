/// The numbers of a mark or field of a figure, or of lines over the same places, as a table for readers.
public struct FigureData: Sendable, Hashable {
  /// One column.
  public struct Column: Sendable, Hashable {
    public var name: String
    /// Whether it holds numbers, written to the digits with which figures describe themselves.
    public var isNumeric: Bool
    /// The text of each row.
    public var texts: [String]
  }

  /// What it is of: the name of the series, or of the axis that several share, after the panel where there are several;
  /// may be empty.
  public var name: String
  /// How many marks and fields it holds the data of.
  public var series = 1
  /// At least one; as many texts in each.
  public var columns: [Column]
  /// Whether the first column names the rows.
  public var hasRowNames = false
  /// What is left out, in words; nil where nothing is.
  public var omission: String?

  /// The number of rows.
  public var count: Int { columns.first?.texts.count ?? 0 }
}
