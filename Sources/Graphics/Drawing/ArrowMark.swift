/// Draws `Mark.arrow` and `Mark.vectors`.
enum ArrowMark {
  /// Writes arrows: those of a field of vectors about their points, the longest as long as the points are
  /// apart; single ones from their points to others.
  ///
  /// - Parameters:
  ///   - index: The place of the series in its figure, which decides the colour of a field.
  ///   - limit: The most arrows that are drawn, evenly chosen.
  static func draw(_ series: Series, _ index: Int, in layout: Layout, limit: Int, to svg: inout SVGWriter) {
    let arrows = series.mark == .arrow ? connections(series, layout) : vectors(series, layout)
    let limit = min(limit, 1000)
    let step = max(1, (arrows.count + limit - 1) / limit)
    var path = PathData()
    for (position, arrow) in arrows.enumerated() where position % step == 0 {
      add(from: arrow.from, to: arrow.to, to: &path)
    }
    if path.isEmpty { return }
    let isField = series.mark == .vectors
    svg.empty(
      "path",
      [
        "d": path.text, "stroke": isField ? Style.colour(index) : Style.ink,
        "stroke-width": isField ? "1.25" : "1.5",
      ])
  }

  /// Writes an arrow as the legend shows it.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    var path = PathData()
    let end = PlacedPoint(x: x + width, y: y, startsSegment: false)
    add(from: PlacedPoint(x: x, y: y, startsSegment: false), to: end, to: &path)
    svg.empty(
      "path",
      [
        "d": path.text, "stroke": Style.colour(index), "fill": "none", "stroke-width": "1.25",
        "stroke-linecap": "round",
      ])
  }

  private static func connections(
    _ series: Series, _ layout: Layout
  ) -> [(from: PlacedPoint, to: PlacedPoint)] {
    let (horizontal, vertical) = (layout.horizontal.scale, layout.vertical.scale)
    let starts = series.placed(x: horizontal, y: vertical)
    let ends = Series(x: series.channel(0) ?? [], y: series.channel(1) ?? []).placed(
      x: horizontal, y: vertical)
    return zip(starts, ends).compactMap { start, end in
      guard let part = layout.clipped([start.bounded, continuing(end.bounded)]).first else { return nil }
      return (part[0], part[part.count - 1])
    }
  }

  private static func continuing(_ point: PlacedPoint) -> PlacedPoint {
    PlacedPoint(x: point.x, y: point.y, startsSegment: false)
  }

  private static func vectors(_ series: Series, _ layout: Layout) -> [(from: PlacedPoint, to: PlacedPoint)] {
    guard let u = series.channel(0), let v = series.channel(1) else { return [] }
    let (horizontal, vertical) = (layout.horizontal.scale, layout.vertical.scale)
    // Directions are those of the page, so that an arrow of slope 1 lies along the line of slope 1.
    let ratio = (vertical.start - vertical.end) / (vertical.domain.upper / 2 - vertical.domain.lower / 2)
    let across =
      (horizontal.end - horizontal.start) / (horizontal.domain.upper / 2 - horizontal.domain.lower / 2)
    let largest = zip(u, v).reduce(0) {
      max($0, $1.0.isFinite ? $1.0.magnitude : 0, $1.1.isFinite ? $1.1.magnitude : 0)
    }
    guard largest > 0 else { return [] }
    let steepest = max(ratio, across)
    var found: [(place: PlacedPoint, dx: Double, dy: Double)] = []
    for (index, (x, y)) in zip(series.x, series.y).enumerated() where u[index].isFinite && v[index].isFinite {
      guard let placeX = horizontal.place(x), let placeY = vertical.place(y) else { continue }
      let place = PlacedPoint(x: placeX, y: placeY, startsSegment: false)
      guard layout.contains(place) else { continue }
      found.append(
        (place, u[index] / largest * (across / steepest), -(v[index] / largest) * (ratio / steepest)))
    }
    let longest = found.reduce(0) { max($0, ($1.dx * $1.dx + $1.dy * $1.dy).squareRoot()) }
    guard longest > 0 else { return [] }
    let area = (layout.right - layout.left) * (layout.bottom - layout.top)
    let room = min(0.9 * (area / Double(found.count)).squareRoot(), 60) / longest
    return found.map { place, dx, dy in
      (
        PlacedPoint(x: place.x - dx * room / 2, y: place.y - dy * room / 2, startsSegment: false),
        PlacedPoint(x: place.x + dx * room / 2, y: place.y + dy * room / 2, startsSegment: false)
      )
    }
  }

  /// A stroke with a head of two short ones at its end; a dot where there is no length.
  private static func add(from: PlacedPoint, to: PlacedPoint, to path: inout PathData) {
    if from.isSamePlace(as: to) { return path.dot(x: from.x, y: from.y) }
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let head = min(7, 0.4 * length) / length
    path.move(x: from.x, y: from.y)
    path.line(x: to.x, y: to.y)
    path.move(x: to.x - head * (dx + 0.55 * dy), y: to.y - head * (dy - 0.55 * dx))
    path.line(x: to.x, y: to.y)
    path.line(x: to.x - head * (dx - 0.55 * dy), y: to.y - head * (dy + 0.55 * dx))
  }
}
