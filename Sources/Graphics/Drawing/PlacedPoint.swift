/// A point of a line on the page, in SVG units.
struct PlacedPoint: Equatable {
  var x: Double
  var y: Double
  /// Whether the line is interrupted before it.
  var startsSegment: Bool

  /// Whether another is at most two units away.
  func isNear(_ other: PlacedPoint) -> Bool {
    let (dx, dy) = (x - other.x, y - other.y)
    return dx * dx + dy * dy <= 4
  }

  /// Whether both are written with the same coordinates.
  func isSamePlace(as other: PlacedPoint) -> Bool {
    SVGWriter.tenths(x) == SVGWriter.tenths(other.x) && SVGWriter.tenths(y) == SVGWriter.tenths(other.y)
  }
}

extension Series {
  /// The points that have a place on the page; a point after one without starts a new segment.
  func placed(x horizontal: Scale, y vertical: Scale) -> [PlacedPoint] {
    var points: [PlacedPoint] = []
    points.reserveCapacity(count)
    var startsSegment = true
    for (x, y) in zip(x, y) {
      guard y.isFinite, let across = horizontal.place(x), let up = vertical.place(y) else {
        startsSegment = true
        continue
      }
      points.append(PlacedPoint(x: across, y: up, startsSegment: startsSegment))
      startsSegment = false
    }
    return points
  }
}

extension [PlacedPoint] {
  /// The points between interruptions, none of them empty.
  var segments: [[PlacedPoint]] {
    var segments: [[PlacedPoint]] = []
    for point in self {
      if point.startsSegment || segments.isEmpty { segments.append([]) }
      segments[segments.count - 1].append(point)
    }
    return segments
  }

  /// At most about `limit` points that draw the same picture.
  ///
  /// Of each run of neighbours in one column, one unit wide, the first, last, highest and lowest are kept: as
  /// much as pixels show (M4; Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB
  /// 2014). Lines that run to and fro, where runs are short, are then thinned to the extremes of equally long
  /// runs. Interruptions inside a run are not seen; those between runs stay.
  ///
  /// - Complexity: O(points).
  func simplified(limit: Int) -> [PlacedPoint] {
    if count <= limit { return self }
    let byColumn = keepingExtremes { $0.x.rounded(.down) == $1.x.rounded(.down) }
    if byColumn.count <= limit { return byColumn }
    let length = Swift.max(1, (byColumn.count * 6 + limit - 1) / limit)
    var position = 0
    return byColumn.keepingExtremes { _, _ in
      position += 1
      return position % length != 0
    }
  }

  /// Cuts the points into runs, wherever `belongTogether` denies it of two neighbours, and keeps of each run
  /// the first, the last and the outermost points, in order.
  private func keepingExtremes(_ belongTogether: (PlacedPoint, PlacedPoint) -> Bool) -> [PlacedPoint] {
    var result: [PlacedPoint] = []
    var start = 0
    for end in 1...Swift.max(1, count) where start < count {
      if end < count, belongTogether(self[end - 1], self[end]) { continue }
      let run = start..<end
      var kept = [start, end - 1]
      if let index = run.min(by: { self[$0].x < self[$1].x }) { kept.append(index) }
      if let index = run.max(by: { self[$0].x < self[$1].x }) { kept.append(index) }
      if let index = run.min(by: { self[$0].y < self[$1].y }) { kept.append(index) }
      if let index = run.max(by: { self[$0].y < self[$1].y }) { kept.append(index) }
      kept.sort()
      for (position, index) in kept.enumerated() where position == 0 || kept[position - 1] != index {
        var point = self[index]
        point.startsSegment = position == 0 && point.startsSegment
        result.append(point)
      }
      start = end
    }
    return result
  }

  /// The points without those that would cover one before, two units or less away, and at most a number of
  /// them.
  func apart(limit: Int) -> [PlacedPoint] {
    // What is two units or less away from a point is in the square of that size around it or in one beside.
    var squares: [SIMD2<Int32>: [PlacedPoint]] = [:]
    let apart = filter { point in
      let square = SIMD2(Int32((point.x / 2).rounded(.down)), Int32((point.y / 2).rounded(.down)))
      for x in Int32(-1)...1 {
        for y in Int32(-1)...1 where squares[square &+ SIMD2(x, y)]?.contains(where: point.isNear) == true {
          return false
        }
      }
      squares[square, default: []].append(point)
      return true
    }
    let length = Swift.max(1, (apart.count + limit - 1) / limit)
    return apart.enumerated().filter { $0.offset % length == 0 }.map(\.element)
  }
}
