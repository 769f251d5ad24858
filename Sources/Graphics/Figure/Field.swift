/// A function of two numbers, known at the points of a grid, and the levels at which its curves are drawn.
///
///     Field(name: "f", x: [0, 1], y: [0, 1], values: [0, 1, 1, 2], levels: [0.5, 1.5])
///
/// Any values are allowed; no curve passes a cell of the grid with a corner that is not finite.
public struct Field: Sendable {
  /// How a field is drawn; the raw value is the word that recordings use.
  public enum Style: String, Sendable, CaseIterable {
    /// Curves on which it has one height.
    case contours
    /// Areas between such curves, coloured by height.
    case filled = "filled contours"
    /// A coloured cell for each point, the first row on top.
    case cells = "heatmap"
    /// The same with the value written into each cell.
    case annotatedCells = "annotated heatmap"

    /// Whether it has cells, whose places are numbers or names of rows and columns.
    public var hasCells: Bool { self == .cells || self == .annotatedCells }
  }

  /// What the descriptions call it; may be empty.
  public var name: String
  /// The abscissae of the columns, finite and ascending.
  public let x: [Double]
  /// The ordinates of the rows, finite and ascending.
  public let y: [Double]
  /// The values, row by row: `values[row * x.count + column]`.
  public let values: [Double]
  /// The heights of the level curves, finite and ascending.
  public let levels: [Double]
  /// How it is drawn.
  public let style: Style

  /// A field.
  ///
  /// - Returns: nil unless there are two columns and rows or more, or one of cells, in ascending order and
  ///   finite, and as many values as points. Levels that are not finite are left out, and the others sorted.
  public init?(
    name: String = "", x: [Double], y: [Double], values: [Double], levels: [Double], style: Style = .contours
  ) {
    guard min(x.count, y.count) >= (style.hasCells ? 1 : 2), Self.isAscending(x), Self.isAscending(y),
      values.count == x.count * y.count
    else { return nil }
    self.name = name
    self.x = x
    self.y = y
    self.values = values
    self.style = style
    var ascending: [Double] = []
    for level in levels.filter(\.isFinite).sorted() where ascending.last != level { ascending.append(level) }
    self.levels = ascending
  }

  private static func isAscending(_ numbers: [Double]) -> Bool {
    numbers.allSatisfy(\.isFinite)
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  func value(_ column: Int, _ row: Int) -> Double { values[row * x.count + column] }
}

extension Field: Hashable {
  /// Equality by bits, as for series.
  public static func == (a: Field, b: Field) -> Bool {
    a.style == b.style && a.name.hasSameBytes(as: b.name)
      && zip(a.numbers, b.numbers).allSatisfy { first, second in
        first.elementsEqual(second) { $0.canonicalBits == $1.canonicalBits }
      }
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(style)
    hasher.combine(name)
    for list in numbers { hasher.combine(list.map(\.canonicalBits)) }
  }

  private var numbers: [[Double]] { [x, y, values, levels] }
}
