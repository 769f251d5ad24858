/// A curve on which a field has one height: straight strokes from point to point.
struct LevelCurve: Equatable {
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  /// In data units; a closed curve does not repeat its first point.
  var points: [Point]
  var isClosed: Bool

  /// The points on the page, however far outside the plot they may be.
  func placed(in layout: Layout) -> [PlacedPoint] {
    let (horizontal, vertical) = (layout.horizontal.scale, layout.vertical.scale)
    return points.map { point in
      PlacedPoint(x: horizontal.position(point.x), y: vertical.position(point.y), startsSegment: false)
        .bounded
    }
  }
}

extension Field {
  /// The curves of one level, open ones first, in the order of the grid's edges.
  ///
  /// These are marching squares: W. Lorensen and H. Cline, "Marching Cubes", SIGGRAPH 1987, in two
  /// dimensions. A curve crosses an edge of the grid where the level lies between the values at its ends, at
  /// the place of linear interpolation. In a cell where it crosses all four edges, a saddle, the value at the
  /// centre, the mean of the corners, decides which corners belong together (G. Wyvill, C. McPheeters and B.
  /// Wyvill, "Data Structure for Soft Objects", The Visual Computer 2, 1986). So every curve is closed, or
  /// ends at the border of the grid or of a cell with a corner that is not finite.
  ///
  /// - Complexity: O(values).
  func curves(at level: Double) -> [LevelCurve] {
    var links = EdgeLinks(count: edgeCount)
    for row in 0..<(y.count - 1) {
      for column in 0..<(x.count - 1) { link(column, row, level, &links) }
    }
    return links.chains.map { chain in
      LevelCurve(points: chain.edges.map { point(on: $0, at: level) }, isClosed: chain.isClosed)
    }
  }

  private var edgeCount: Int { horizontalEdgeCount + x.count * (y.count - 1) }
  private var horizontalEdgeCount: Int { (x.count - 1) * y.count }

  /// Joins the edges of one cell between which the level passes.
  private func link(_ column: Int, _ row: Int, _ level: Double, _ links: inout EdgeLinks) {
    let (a, b) = (value(column, row), value(column + 1, row))
    let (d, c) = (value(column, row + 1), value(column + 1, row + 1))
    let isFirstAbove = a >= level
    // Most cells lie on one side.
    if (b >= level) == isFirstAbove, (c >= level) == isFirstAbove, (d >= level) == isFirstAbove { return }
    let corners = [a, b, c, d]
    guard corners.allSatisfy(\.isFinite) else { return }
    let isAbove = corners.map { $0 >= level }
    let upright = horizontalEdgeCount + row * x.count + column
    // The n-th edge goes from the n-th corner to the next.
    let edges = [
      row * (x.count - 1) + column, upright + 1, (row + 1) * (x.count - 1) + column, upright,
    ]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }.map { edges[$0] }
    if crossed.count == 2 { links.join(crossed[0], crossed[1]) }
    if crossed.count == 4 {
      let centre = corners.reduce(0) { $0 + $1 / 4 }
      if (centre >= level) == isAbove[0] {
        links.join(crossed[0], crossed[1])
        links.join(crossed[2], crossed[3])
      } else {
        links.join(crossed[3], crossed[0])
        links.join(crossed[1], crossed[2])
      }
    }
  }

  private func point(on edge: Int, at level: Double) -> LevelCurve.Point {
    if edge < horizontalEdgeCount {
      let (row, column) = edge.quotientAndRemainder(dividingBy: x.count - 1)
      let share = Self.share(of: level, from: value(column, row), to: value(column + 1, row))
      return LevelCurve.Point(x: x[column] * (1 - share) + x[column + 1] * share, y: y[row])
    }
    let (row, column) = (edge - horizontalEdgeCount).quotientAndRemainder(dividingBy: x.count)
    let share = Self.share(of: level, from: value(column, row), to: value(column, row + 1))
    return LevelCurve.Point(x: x[column], y: y[row] * (1 - share) + y[row + 1] * share)
  }

  /// How far a level is on the way from a value on one side of it to one on the other.
  private static func share(of level: Double, from a: Double, to b: Double) -> Double {
    (b - a).isFinite ? (level - a) / (b - a) : (level / 4 - a / 4) / (b / 4 - a / 4)
  }
}

/// Which crossed edges of a grid follow each other; each has at most two neighbours.
private struct EdgeLinks {
  private var first: [Int]
  private var second: [Int]
  private static let none = -1

  init(count: Int) {
    first = Array(repeating: Self.none, count: count)
    second = first
  }

  mutating func join(_ a: Int, _ b: Int) {
    add(b, to: a)
    add(a, to: b)
  }

  private mutating func add(_ neighbour: Int, to edge: Int) {
    if first[edge] == Self.none { first[edge] = neighbour } else { second[edge] = neighbour }
  }

  /// The longest chains of neighbours: those with ends, then the rings.
  var chains: [(edges: [Int], isClosed: Bool)] {
    var isUsed = Array(repeating: false, count: first.count)
    var chains: [(edges: [Int], isClosed: Bool)] = []
    for isClosed in [false, true] {
      for start in first.indices where !isUsed[start] && first[start] != Self.none {
        if !isClosed, second[start] != Self.none { continue }
        var edges: [Int] = []
        var next = start
        while next != Self.none {
          isUsed[next] = true
          edges.append(next)
          let (a, b) = (first[next], second[next])
          next = a != Self.none && !isUsed[a] ? a : (b != Self.none && !isUsed[b] ? b : Self.none)
        }
        chains.append((edges, isClosed))
      }
    }
    return chains
  }
}
