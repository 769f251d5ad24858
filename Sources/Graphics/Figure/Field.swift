/// A function of two numbers, known at the points of a grid, and the levels at which its curves are drawn.
///
///     Field(name: "f", x: [0, 1], y: [0, 1], values: [0, 1, 1, 2], levels: [0.5, 1.5])
///
/// Any values are allowed; no curve passes a cell of the grid with a corner that is not finite.
public struct Field: Sendable {
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

  /// A field.
  ///
  /// - Returns: nil unless there are two columns and rows or more, in ascending order and finite, and as many
  ///   values as points. Levels that are not finite are left out, and the others sorted.
  public init?(name: String = "", x: [Double], y: [Double], values: [Double], levels: [Double]) {
    guard Self.isAscending(x), Self.isAscending(y), values.count == x.count * y.count else { return nil }
    self.name = name
    self.x = x
    self.y = y
    self.values = values
    var ascending: [Double] = []
    for level in levels.filter(\.isFinite).sorted() where ascending.last != level { ascending.append(level) }
    self.levels = ascending
  }

  private static func isAscending(_ numbers: [Double]) -> Bool {
    numbers.count > 1 && numbers.allSatisfy(\.isFinite)
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  func value(_ column: Int, _ row: Int) -> Double { values[row * x.count + column] }
}

extension Field: Hashable {
  /// Equality by bits, as for series.
  public static func == (a: Field, b: Field) -> Bool {
    a.name.hasSameBytes(as: b.name)
      && zip(a.numbers, b.numbers).allSatisfy { first, second in
        first.elementsEqual(second) { $0.canonicalBits == $1.canonicalBits }
      }
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    for list in numbers { hasher.combine(list.map(\.canonicalBits)) }
  }

  private var numbers: [[Double]] { [x, y, values, levels] }
}
