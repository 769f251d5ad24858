/// Rows of cells: a matrix, an array, aligned lines.
struct Table: Hashable, Sendable {
  /// The cells' contents, row by row; rows may differ in length.
  var rows: [[[Node]]]
  var layout: TableLayout
  /// `\hline` and `\hdashline`, by the indices of the rows that they stand above (the number of rows: below the
  /// last).
  var lines: [Int: TableRule] = [:]
  /// Extra space after each row (`\\[1em]`), in ten-thousandths of an em.
  var gaps: [Int]
  /// `\tag`: what stands at the right of rows, by their indices.
  var tags: [Int: Node] = [:]
  /// `\label`: indices into the formula's labels, by the rows' own.
  var labels: [Int: Int] = [:]
  /// `\intertext`: the indices of the rows that hold one cell of words, across all columns.
  var interludes: Set<Int> = []
  /// How far rows stand apart, in per cent of the usual.
  var stretch = 100
}

/// How a line between rows or columns is drawn, as CSS calls it.
enum TableRule: String, Hashable, Sendable {
  case solid, dashed
  /// Two solid lines.
  case double

  /// The line that stands where another one stands already.
  func beside(_ other: TableRule?) -> TableRule { self == .solid && other == .solid ? .double : self }
}

/// What distinguishes the environments.
struct TableLayout: Hashable, Sendable {
  /// The horizontal place of a cell's content.
  enum Alignment: UInt8, Hashable, Sendable {
    case left, center, right
  }

  /// How far columns stand apart.
  enum Spacing: Hashable, Sendable {
    /// The same everywhere: matrices, arrays.
    case even
    /// Pairs that meet at the alignment point: `aligned`.
    case pairs
    /// `cases`.
    case cases
    /// One column, no space at the sides: `gathered`.
    case lines
    /// `\substack`.
    case stacked
  }

  /// The alignments of the columns, repeated as often as needed; never empty.
  var columns: [Alignment] = [.center]
  /// The widths of columns of lines of words (`p{5em}`) by their indices, in ten-thousandths of an em.
  var paragraphs: [Int: Int] = [:]
  /// Vertical lines, by the indices of the columns that they stand before (the number of columns: after the last).
  var rules: [Int: TableRule] = [:]
  /// What stands between columns instead of space (`@{…}`), by the indices of the columns that it stands before.
  var between: [Int: [Node]] = [:]
  var spacing = Spacing.even
  var open: Symbol?
  var close: Symbol?
  /// The style of the cells; nil: text style at the level around.
  var style: MathStyle?
  /// The columns are written after `\begin{array}`.
  var takesColumns = false
  /// One alignment for all columns may be written after `\begin{matrix*}`.
  var takesAlignment = false
  /// The first line stands at the left and the last one at the right.
  var isStaggered = false
  /// A number of columns is written after `\begin{alignat}`, and says nothing.
  var takesCount = false
  /// Arrows stand between the cells: `CD`.
  var isDiagram = false
}
