/// A part of a line, from where the one before it ended.
enum LinePiece: Equatable {
  /// A straight stroke.
  case stroke(to: PlacedPoint)
  /// A cubic Bézier curve with its two control points.
  case curve(PlacedPoint, PlacedPoint, to: PlacedPoint)
}

extension [PlacedPoint] {
  /// A connected line in as few pieces as stay within a distance of its points and of the middles of its
  /// strokes.
  ///
  /// From the first point on, the longest run is taken that one stroke or one curve draws, and so on. Curves
  /// are fitted by least squares with both control points free, over the lengths of the chords as parameters,
  /// which Newton's method then betters: P. Schneider, "An Algorithm for Automatically Fitting Digitized
  /// Curves", Graphics Gems, 1990, without his tangents, which coarse data do not have.
  ///
  /// - Complexity: O(points × logarithm).
  func pieces(within tolerance: Double) -> [LinePiece] {
    var pieces: [LinePiece] = []
    var start = 0
    while start < count - 1 {
      let straight = longestRun(from: start, startingWith: 1) { isStraight(start, $0, tolerance) ? () : nil }
      let bent = longestRun(from: start, startingWith: 4) { fittedCurve(start, $0, tolerance) }
      if let bent, bent.end > (straight?.end ?? start) + 2 {
        pieces.append(.curve(bent.value.0, bent.value.1, to: self[bent.end]))
        start = bent.end
      } else {
        start = straight?.end ?? start + 1
        pieces.append(.stroke(to: self[start]))
      }
    }
    return pieces
  }

  /// The farthest point, at least a number of strokes away, to which one piece reaches: found by doubling,
  /// then by halving.
  private func longestRun<Value>(
    from start: Int, startingWith strokes: Int, _ piece: (Int) -> Value?
  ) -> (end: Int, value: Value)? {
    guard start + strokes < count, let first = piece(start + strokes) else { return nil }
    var best = (end: start + strokes, value: first)
    var failed = count
    while best.end < count - 1 {
      let doubled = start + 2 * (best.end - start)
      let next =
        failed == count ? Swift.min(doubled, count - 1) : best.end + (failed - best.end) / 2
      if next == best.end { break }
      if let value = piece(next) { best = (next, value) } else { failed = next }
    }
    return best
  }

  private func isStraight(_ start: Int, _ end: Int, _ tolerance: Double) -> Bool {
    self[start...end].allSatisfy {
      $0.squaredDistance(from: self[start], to: self[end]) <= tolerance * tolerance
    }
  }

  /// The control points of a curve from one point to another that passes those between them and the middles
  /// of their strokes; nil where it would not stay within the tolerance.
  private func fittedCurve(_ start: Int, _ end: Int, _ tolerance: Double) -> (PlacedPoint, PlacedPoint)? {
    var places = [self[start]]
    var shares = [0.0]
    places.reserveCapacity(2 * (end - start) + 1)
    shares.reserveCapacity(2 * (end - start) + 1)
    var whole = 0.0
    for index in start..<end {
      let (a, b) = (self[index], self[index + 1])
      for place in [PlacedPoint(x: a.x / 2 + b.x / 2, y: a.y / 2 + b.y / 2, startsSegment: false), b] {
        let last = places[places.count - 1]
        let (dx, dy) = (place.x - last.x, place.y - last.y)
        whole += (dx * dx + dy * dy).squareRoot()
        places.append(place)
        shares.append(whole)
      }
    }
    guard whole > 0 else { return nil }
    for index in shares.indices { shares[index] /= whole }
    for _ in 0..<10 {
      guard let curve = CubicCurve(through: places, at: shares) else { return nil }
      var error = 0.0
      for index in places.indices {
        let distance = curve.squaredDistance(at: shares[index], from: places[index])
        // Not a number is no small one.
        if !(distance <= error) { error = distance }
      }
      if error <= tolerance * tolerance { return curve.staysNear(places) ? (curve.b, curve.c) : nil }
      if !(error < 2500 * tolerance * tolerance) { return nil }
      for index in places.indices { shares[index] = curve.nearerShare(shares[index], to: places[index]) }
    }
    return nil
  }
}

extension PlacedPoint {
  /// The square of the distance from the stroke between two places.
  fileprivate func squaredDistance(from a: PlacedPoint, to b: PlacedPoint) -> Double {
    let (width, height) = (b.x - a.x, b.y - a.y)
    let square = width * width + height * height
    let along =
      square == 0 ? 0 : Swift.min(Swift.max(((x - a.x) * width + (y - a.y) * height) / square, 0), 1)
    let (dx, dy) = (x - a.x - along * width, y - a.y - along * height)
    return dx * dx + dy * dy
  }
}
