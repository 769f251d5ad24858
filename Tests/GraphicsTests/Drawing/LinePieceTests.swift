import Testing

@testable import Graphics

@Suite struct LinePieceTests {
  @Test func `pieces stay near every point, in order`() {
    var random = SeededGenerator(state: 13)
    for round in 0..<100 {
      var place = (x: 100.0, y: 100.0)
      let roughness = Double(round % 10) / 10
      let points = (0..<60).map { step in
        place.x += 2 + Double.random(in: -1...1, using: &random) * roughness
        place.y += Double(step - 30) / 15 + Double.random(in: -2...2, using: &random) * roughness
        return PlacedPoint(x: place.x, y: place.y, startsSegment: false)
      }
      let pieces = points.pieces(within: 0.1)
      let drawn = Self.places(on: pieces, from: points[0])
      var reached = 0
      for point in points {
        guard let next = drawn[reached...].firstIndex(where: { Self.distance($0, point) < 0.15 }) else {
          Issue.record("round \(round): nothing is drawn near \(point)")
          break
        }
        reached = next
      }
      for place in drawn {
        let nearest = zip(points, points.dropFirst()).map { Self.distance(place, $0, $1) }.min() ?? 9
        #expect(nearest < 0.4, "round \(round): \(place)")
      }
    }
  }

  @Test func `smooth lines take few pieces, corners stay corners`() {
    func points(_ places: [(x: Double, y: Double)]) -> [PlacedPoint] {
      places.map { PlacedPoint(x: $0.x, y: $0.y, startsSegment: false) }
    }
    let parabola = points(
      (0...200).map { (step) -> (x: Double, y: Double) in
        let x = Double(step - 100)
        return (x: 2 * x, y: x * x / 40)
      })
    #expect(parabola.pieces(within: 0.1).count <= 4)
    let straight = points((0...200).map { (x: Double($0), y: Double($0) / 3) })
    #expect(straight.pieces(within: 0.1) == [.stroke(to: straight[200])])
    let corners = points((0...20).map { (x: Double($0) * 20, y: Double($0 % 2) * 50) })
    #expect(corners.pieces(within: 0.1) == corners.dropFirst().map { .stroke(to: $0) })
    #expect(points([(3, 4)]).pieces(within: 0.1) == [])
    let same = points([(3, 4), (3, 4), (3, 4), (3, 4), (3, 4), (3, 4)])
    #expect(same.pieces(within: 0.1) == [.stroke(to: same[5])])
  }

  private static func places(on pieces: [LinePiece], from start: PlacedPoint) -> [PlacedPoint] {
    var pen = start
    var places = [start]
    for piece in pieces {
      let end =
        switch piece {
        case .stroke(let end), .curve(_, _, let end): end
        }
      let steps = 20 + Int(20 * distance(pen, end))
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let u = 1 - t
        switch piece {
        case .stroke(let end):
          places.append(
            PlacedPoint(x: u * pen.x + t * end.x, y: u * pen.y + t * end.y, startsSegment: false))
        case .curve(let a, let b, let end):
          let (i, j, k, l) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
          places.append(
            PlacedPoint(
              x: i * pen.x + j * a.x + k * b.x + l * end.x, y: i * pen.y + j * a.y + k * b.y + l * end.y,
              startsSegment: false))
        }
      }
      pen = places[places.count - 1]
    }
    return places
  }

  private static func distance(_ place: PlacedPoint, _ a: PlacedPoint, _ b: PlacedPoint? = nil) -> Double {
    let (width, height) = ((b?.x ?? a.x) - a.x, (b?.y ?? a.y) - a.y)
    let square = width * width + height * height
    let along = square == 0 ? 0 : ((place.x - a.x) * width + (place.y - a.y) * height) / square
    let share = min(max(along, 0), 1)
    let (dx, dy) = (a.x + share * width - place.x, a.y + share * height - place.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
