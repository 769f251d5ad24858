/// A pipe table.
public struct Table: Sendable, Hashable {
  /// Where the text of a column stands.
  public enum Alignment: String, Sendable {
    case left, center, right
  }

  /// One for each column; nil where the table does not say.
  public var alignments: [Alignment?]
  /// The content of each column's heading.
  public var header: [[Inline]]
  /// The rows below, each with a cell for each column.
  public var rows: [[[Inline]]]
  /// UTF-8 offsets from its first byte to the end of its last row.
  public var range: Range<Int>

  public init(alignments: [Alignment?], header: [[Inline]], rows: [[[Inline]]], range: Range<Int>) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.range = range
  }
}
