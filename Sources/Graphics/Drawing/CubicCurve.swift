/// A cubic Bézier curve on the page.
struct CubicCurve {
  let a: PlacedPoint
  let b: PlacedPoint
  let c: PlacedPoint
  let d: PlacedPoint

  /// The curve with the ends of a line that is nearest, by least squares, to its places at shares of its
  /// length; nil where the places do not decide it.
  init?(through places: [PlacedPoint], at shares: [Double]) {
    guard let first = places.first, let last = places.last else { return nil }
    var (bb, bc, cc) = (0.0, 0.0, 0.0)
    var (bx, by, cx, cy) = (0.0, 0.0, 0.0, 0.0)
    for (place, share) in zip(places, shares) {
      let (wa, wb, wc, wd) = Self.weights(at: share)
      let x = place.x - wa * first.x - wd * last.x
      let y = place.y - wa * first.y - wd * last.y
      bb += wb * wb
      bc += wb * wc
      cc += wc * wc
      bx += wb * x
      by += wb * y
      cx += wc * x
      cy += wc * y
    }
    let determinant = bb * cc - bc * bc
    guard determinant > 1e-9 else { return nil }
    a = first
    b = PlacedPoint(
      x: (bx * cc - cx * bc) / determinant, y: (by * cc - cy * bc) / determinant, startsSegment: false)
    c = PlacedPoint(
      x: (cx * bb - bx * bc) / determinant, y: (cy * bb - by * bc) / determinant, startsSegment: false)
    d = last
  }

  /// Whether the control points lie around places, at most half their spread beyond: a curve that bulges
  /// farther has nothing to do with them between those that it was fitted to.
  func staysNear(_ places: [PlacedPoint]) -> Bool {
    guard let left = places.map(\.x).min(), let right = places.map(\.x).max(),
      let top = places.map(\.y).min(), let bottom = places.map(\.y).max()
    else { return false }
    let margin = max(right - left, bottom - top) / 2
    return [b, c].allSatisfy {
      left - margin <= $0.x && $0.x <= right + margin && top - margin <= $0.y && $0.y <= bottom + margin
    }
  }

  /// The square of the distance between a place and the curve's point at a share.
  func squaredDistance(at share: Double, from place: PlacedPoint) -> Double {
    let (dx, dy) = difference(at: share, from: place)
    return dx * dx + dy * dy
  }

  /// A share at which the curve is nearer to a place: one step of Newton's method.
  func nearerShare(_ share: Double, to place: PlacedPoint) -> Double {
    let rest = 1 - share
    let (dx, dy) = difference(at: share, from: place)
    let (u, v, w) = (3 * rest * rest, 6 * rest * share, 3 * share * share)
    let slopeX = u * (b.x - a.x) + v * (c.x - b.x) + w * (d.x - c.x)
    let slopeY = u * (b.y - a.y) + v * (c.y - b.y) + w * (d.y - c.y)
    let bendX = 6 * rest * (c.x - 2 * b.x + a.x) + 6 * share * (d.x - 2 * c.x + b.x)
    let bendY = 6 * rest * (c.y - 2 * b.y + a.y) + 6 * share * (d.y - 2 * c.y + b.y)
    let slope = slopeX * slopeX + slopeY * slopeY + dx * bendX + dy * bendY
    guard slope > 0 else { return share }
    return min(max(share - (dx * slopeX + dy * slopeY) / slope, 0), 1)
  }

  private func difference(at share: Double, from place: PlacedPoint) -> (Double, Double) {
    let (wa, wb, wc, wd) = Self.weights(at: share)
    return (
      wa * a.x + wb * b.x + wc * c.x + wd * d.x - place.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y - place.y
    )
  }

  /// How much each of the four points counts at a share: Bernstein's polynomials of degree 3.
  private static func weights(at share: Double) -> (Double, Double, Double, Double) {
    let rest = 1 - share
    return (
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share
    )
  }
}
