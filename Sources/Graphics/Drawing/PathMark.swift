/// Draws `Mark.path`.
enum PathMark {
  /// The most dots that are drawn.
  private static let dotLimit = 1000
  private static let ringRadius = 6.0
  private static let discRadius = 4.5

  /// Writes the strokes between the points, a dot on each, a ring on the first and a disc on the last.
  ///
  /// What lies outside the plot is cut off. Dots that would cover each other are drawn once.
  ///
  /// - Parameters:
  ///   - index: The place of the series among what the figure shows, which decides its colour.
  ///   - limit: About how many points to join at most.
  static func draw(_ series: Series, _ index: Int, in layout: Layout, limit: Int, to svg: inout SVGWriter) {
    let points = series.placed(x: layout.horizontal.scale, y: layout.vertical.scale).map(\.bounded)
    guard let first = points.first, let last = points.last else { return }
    svg.open("g", ["stroke": Style.colour(index)])
    let strokes = strokes(points.simplified(limit: limit), in: layout)
    if !strokes.isEmpty { svg.empty("path", ["d": strokes.text, "stroke-width": "1.5"]) }
    let dots = dots(points.filter(layout.contains))
    if !dots.isEmpty { svg.empty("path", ["d": dots.text, "stroke-width": "5"]) }
    if layout.contains(last) { drawDisc(x: last.x, y: last.y, radius: discRadius, index, to: &svg) }
    if layout.contains(first) { drawRing(x: first.x, y: first.y, radius: ringRadius, to: &svg) }
    svg.close()
  }

  /// Writes what the legend shows for a path: from its ring to its disc.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    svg.open("g", ["fill": "none", "stroke": Style.colour(index)])
    let (ring, disc) = (ringRadius - 1.5, discRadius - 1)
    var stroke = PathData()
    stroke.move(x: x + 2 * ring, y: y)
    stroke.line(x: x + width - disc, y: y)
    svg.empty("path", ["d": stroke.text, "stroke-width": "1.5"])
    drawDisc(x: x + width - disc, y: y, radius: disc, index, to: &svg)
    drawRing(x: x + ring, y: y, radius: ring, to: &svg)
    svg.close()
  }

  private static func drawRing(x: Double, y: Double, radius: Double, to svg: inout SVGWriter) {
    let (x, y) = (SVGWriter.length(x), SVGWriter.length(y))
    svg.empty("circle", ["cx": x, "cy": y, "r": SVGWriter.length(radius)])
  }

  private static func drawDisc(
    x: Double, y: Double, radius: Double, _ index: Int, to svg: inout SVGWriter
  ) {
    let (x, y) = (SVGWriter.length(x), SVGWriter.length(y))
    svg.empty(
      "circle",
      ["cx": x, "cy": y, "r": SVGWriter.length(radius), "fill": Style.colour(index), "stroke": "none"])
  }

  private static func strokes(_ points: [PlacedPoint], in layout: Layout) -> PathData {
    var path = PathData()
    for segment in layout.clipped(points) { path.stroke(segment, within: 0.1) }
    return path
  }

  private static func dots(_ points: [PlacedPoint]) -> PathData {
    var path = PathData()
    for point in points.apart(limit: dotLimit) { path.dot(x: point.x, y: point.y) }
    return path
  }
}
