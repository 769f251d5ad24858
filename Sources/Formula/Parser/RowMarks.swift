/// What a row says of itself besides what it shows.
struct RowMarks {
  /// `\tag`: what stands at its right.
  var tag: (shown: Node, text: Node)?
  /// `\label`: an index into the formula's labels.
  var label: Int?
  /// The place of a `\nonumber`.
  var unnumbered: Range<Int>?

  /// Whether something stands at the right of the row, or may.
  var needsTable: Bool { tag != nil || label != nil }
}
