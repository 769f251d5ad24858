extension PlacedPoint {
  /// The point, or one so far away that it makes no difference.
  var bounded: PlacedPoint {
    PlacedPoint(x: min(max(x, -1e9), 1e9), y: min(max(y, -1e9), 1e9), startsSegment: startsSegment)
  }
}

extension Layout {
  /// Whether a place is inside the plot or on its edge.
  func contains(_ point: PlacedPoint) -> Bool {
    left - 0.01 <= point.x && point.x <= right + 0.01 && top - 0.01 <= point.y && point.y <= bottom + 0.01
  }

  /// The parts of lines that are inside the plot.
  func clipped(_ points: [PlacedPoint]) -> [[PlacedPoint]] {
    var parts: [[PlacedPoint]] = []
    for (a, b) in zip(points, points.dropFirst()) where !b.startsSegment {
      guard let (start, end) = clipped(from: a, to: b), !start.isSamePlace(as: end) else { continue }
      if let pen = parts.last?.last, pen.isSamePlace(as: start) {
        parts[parts.count - 1].append(end)
      } else {
        parts.append([start, end])
      }
    }
    return parts
  }

  /// The part of a stroke that is inside the plot; nil where there is none.
  ///
  /// Y.-D. Liang and B. Barsky, "A New Concept and Method for Line Clipping", ACM Transactions on Graphics 3,
  /// 1984.
  private func clipped(from a: PlacedPoint, to b: PlacedPoint) -> (PlacedPoint, PlacedPoint)? {
    var (enter, leave) = (0.0, 1.0)
    let (width, height) = (b.x - a.x, b.y - a.y)
    for (move, room) in [
      (-width, a.x - left), (width, right - a.x), (-height, a.y - top), (height, bottom - a.y),
    ] {
      if move == 0, room < 0 { return nil }
      if move < 0 { enter = max(enter, room / move) }
      if move > 0 { leave = min(leave, room / move) }
    }
    if enter > leave { return nil }
    func point(_ share: Double) -> PlacedPoint {
      if share == 0 { return a }
      return share == 1
        ? b : PlacedPoint(x: a.x + share * width, y: a.y + share * height, startsSegment: false)
    }
    return (point(enter), point(leave))
  }
}

extension Layout {
  /// The part of an area that is inside the plot.
  ///
  /// I. Sutherland and G. Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17, 1974.
  func clippedArea(_ points: [PlacedPoint]) -> [PlacedPoint] {
    if points.allSatisfy(contains) { return points }
    var area = points
    for (side, isUpright, isLeast) in [
      (left, true, true), (right, true, false), (top, false, true), (bottom, false, false),
    ] {
      func depth(_ point: PlacedPoint) -> Double {
        let distance = (isUpright ? point.x : point.y) - side
        return isLeast ? distance : -distance
      }
      var inside: [PlacedPoint] = []
      guard var before = area.last else { return [] }
      for point in area {
        let (from, to) = (depth(before), depth(point))
        if (from < 0) != (to < 0) {
          let share = from / (from - to)
          inside.append(
            PlacedPoint(
              x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y),
              startsSegment: false))
        }
        if to >= 0 { inside.append(point) }
        before = point
      }
      area = inside
    }
    return area
  }
}
