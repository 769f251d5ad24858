extension [PlacedPoint] {
  /// As few of the points as draw the same line within a distance: U. Ramer, "An Iterative Procedure for the
  /// Polygonal Approximation of Plane Curves", 1972; D. Douglas and T. Peucker, 1973.
  ///
  /// The ends stay; of a closed line, the first point and the one farthest from it.
  ///
  /// - Complexity: O(points × logarithm) for smooth lines, at most O(points × kept points).
  func straightened(within tolerance: Double, isClosed: Bool) -> [PlacedPoint] {
    guard count > 2, let start = first else { return self }
    let line = isClosed ? self + [start] : self
    let last = line.count - 1
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[last] = true
    var pending = [(0, last)]
    while let (from, to) = pending.popLast() {
      guard to - from > 1 else { continue }
      let distances = (from + 1..<to).map { line[$0].squaredDistance(from: line[from], to: line[to]) }
      guard let farthest = distances.max(), let place = distances.firstIndex(of: farthest) else { continue }
      if farthest <= tolerance * tolerance { continue }
      let middle = from + 1 + place
      isKept[middle] = true
      pending.append((from, middle))
      pending.append((middle, to))
    }
    return line.indices.filter { isKept[$0] && !(isClosed && $0 == last) }.map { line[$0] }
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
