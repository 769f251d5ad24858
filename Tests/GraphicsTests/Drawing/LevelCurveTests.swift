import Testing

@testable import Graphics

@Suite struct LevelCurveTests {
  private static func field(
    _ values: [Double], columns: Int, levels: [Double] = []
  ) throws -> Field {
    let x = (0..<columns).map { Double($0) * 1.5 - 2 }
    let y = (0..<(values.count / columns)).map { Double($0) * Double($0) / 2 }
    return try #require(Field(x: x, y: y, values: values, levels: levels))
  }

  /// The edges of the grid that a point lies on, as pairs of corners; none where it lies on no edge.
  private static func edges(of point: LevelCurve.Point, in field: Field) -> [((Int, Int), (Int, Int))] {
    var found: [((Int, Int), (Int, Int))] = []
    for row in field.y.indices where field.y[row] == point.y {
      for column in 1..<field.x.count where field.x[column - 1] <= point.x && point.x <= field.x[column] {
        found.append(((column - 1, row), (column, row)))
      }
    }
    for column in field.x.indices where field.x[column] == point.x {
      for row in 1..<field.y.count where field.y[row - 1] <= point.y && point.y <= field.y[row] {
        found.append(((column, row - 1), (column, row)))
      }
    }
    return found
  }

  private static func height(
    at point: LevelCurve.Point, on edge: ((Int, Int), (Int, Int)), in field: Field
  ) -> Double {
    let ((a, b), (c, d)) = edge
    let length = field.x[c] - field.x[a] + field.y[d] - field.y[b]
    let share = (point.x - field.x[a] + point.y - field.y[b]) / length
    return field.value(a, b) * (1 - share) + field.value(c, d) * share
  }

  /// Whether an edge belongs to only one cell whose corners are all finite.
  private static func isBorder(_ edge: ((Int, Int), (Int, Int)), in field: Field) -> Bool {
    let ((column, row), (other, _)) = edge
    let cells = other > column ? [(column, row - 1), (column, row)] : [(column - 1, row), (column, row)]
    let finite = cells.filter { column, row in
      guard field.x.indices.dropLast().contains(column), field.y.indices.dropLast().contains(row) else {
        return false
      }
      return [(0, 0), (1, 0), (0, 1), (1, 1)].allSatisfy { field.value(column + $0.0, row + $0.1).isFinite }
    }
    return finite.count == 1
  }

  @Test func `every vertex lies on the level, and every curve is closed or ends on a border`() throws {
    var random = SeededGenerator(state: 11)
    var (closed, open) = (0, 0)
    for round in 0..<200 {
      let columns = Int.random(in: 2...9, using: &random)
      let rows = Int.random(in: 2...9, using: &random)
      let values = (0..<(columns * rows)).map { _ in
        // Whole numbers now and then, so that corners lie on the level; a hole now and then.
        let value = Double.random(in: -4...4, using: &random)
        return round % 3 == 0 ? value.rounded() : (round % 3 == 1 && value > 3.6 ? .nan : value)
      }
      let field = try Self.field(values, columns: columns)
      for level in [-1.0, 0.25, 2] {
        for curve in field.curves(at: level) {
          #expect(curve.points.count > 1)
          for point in curve.points {
            let edges = Self.edges(of: point, in: field)
            #expect(
              edges.contains { abs(Self.height(at: point, on: $0, in: field) - level) < 1e-12 },
              "round \(round)")
          }
          if curve.isClosed {
            closed += 1
            continue
          }
          open += 1
          let ends = [curve.points[0], curve.points[curve.points.count - 1]]
          for end in ends {
            #expect(
              Self.edges(of: end, in: field).contains { Self.isBorder($0, in: field) }, "round \(round)")
          }
        }
      }
    }
    #expect(closed > 100 && open > 100)
  }

  @Test func `each edge that the level crosses is one vertex`() throws {
    var random = SeededGenerator(state: 12)
    for _ in 0..<100 {
      let values = (0..<42).map { _ in Double.random(in: -1...1, using: &random) }
      let field = try Self.field(values, columns: 7)
      var crossed = 0
      for row in 0..<6 {
        for column in 0..<7 {
          if column > 0, (field.value(column - 1, row) < 0) != (field.value(column, row) < 0) { crossed += 1 }
          if row > 0, (field.value(column, row - 1) < 0) != (field.value(column, row) < 0) { crossed += 1 }
        }
      }
      #expect(field.curves(at: 0).map(\.points.count).reduce(0, +) == crossed)
    }
  }

  /// Two opposite corners are high; the mean of all says whether the ridge or the valley goes through.
  @Test func `the centre decides a saddle`() throws {
    let ridge = try Self.field([3, -1, -1, 3], columns: 2).curves(at: 0)
    let valley = try Self.field([1, -3, -3, 1], columns: 2).curves(at: 0)
    #expect(ridge.count == 2 && valley.count == 2)
    // Through the ridge, the low corners, at the right of the bottom and the left of the top, are cut off.
    #expect(ridge.contains { $0.points.contains { $0.y == 0 } && $0.points.contains { $0.x == -0.5 } })
    #expect(ridge.contains { $0.points.contains { $0.y == 0.5 } && $0.points.contains { $0.x == -2 } })
    #expect(valley.contains { $0.points.contains { $0.y == 0 } && $0.points.contains { $0.x == -2 } })
    #expect(valley.contains { $0.points.contains { $0.y == 0.5 } && $0.points.contains { $0.x == -0.5 } })
  }

  @Test func `a circle is one closed curve`() throws {
    let sides = (0...40).map { Double($0) / 20 - 1 }
    let values = sides.flatMap { y in sides.map { x in x * x + y * y } }
    let field = try #require(Field(x: sides, y: sides, values: values, levels: [0.5]))
    let curves = field.curves(at: 0.5)
    #expect(curves.map(\.isClosed) == [true])
    for point in curves.flatMap(\.points) {
      #expect(abs(point.x * point.x + point.y * point.y - 0.5) < 0.002)
    }
    #expect(field.curves(at: 3).isEmpty)
    // The corners are higher, so a greater circle is cut into four.
    #expect(field.curves(at: 1.5).map(\.isClosed) == [false, false, false, false])
  }

  @Test func `huge and tiny values have curves`() throws {
    let huge = Double.greatestFiniteMagnitude
    #expect(try Self.field([-huge, huge, -huge, huge], columns: 2).curves(at: 0).map(\.points.count) == [2])
    let tiny = Double.leastNonzeroMagnitude
    #expect(try Self.field([0, tiny, 0, tiny], columns: 2).curves(at: tiny).map(\.points.count) == [2])
  }
}
