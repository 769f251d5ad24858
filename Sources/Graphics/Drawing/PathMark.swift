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
    svg.open("g", ["stroke": Style.colour(index), "stroke-linecap": "round"])
    let strokes = strokes(points.simplified(limit: limit), in: layout)
    if !strokes.isEmpty { svg.empty("path", ["d": strokes, "stroke-width": "1.5"]) }
    let dots = dots(points.filter(layout.contains))
    if !dots.isEmpty { svg.empty("path", ["d": dots, "stroke-width": "5"]) }
    if layout.contains(last) { drawDisc(x: last.x, y: last.y, radius: discRadius, index, to: &svg) }
    if layout.contains(first) { drawRing(x: first.x, y: first.y, radius: ringRadius, to: &svg) }
    svg.close()
  }

  /// Writes what the legend shows for a path: from its ring to its disc.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    svg.open("g", ["fill": "none", "stroke": Style.colour(index)])
    let (ring, disc) = (ringRadius - 1.5, discRadius - 1)
    let start = "M\(SVGWriter.length(x + 2 * ring)) \(SVGWriter.length(y))"
    let stroke = start + "H\(SVGWriter.length(x + width - disc))"
    svg.empty("path", ["d": stroke, "stroke-width": "1.5"])
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

  private static func strokes(_ points: [PlacedPoint], in layout: Layout) -> String {
    var text = ""
    var pen = ""
    for (a, b) in zip(points, points.dropFirst()) where !b.startsSegment {
      guard let (start, end) = layout.clipped(from: a, to: b) else { continue }
      let (from, to) = (place(start), place(end))
      if from == to { continue }
      text += from == pen ? " " + to : "M" + from + "L" + to
      pen = to
    }
    return text
  }

  private static func dots(_ points: [PlacedPoint]) -> String {
    var cells: Set<[Int]> = []
    let apart = points.filter { cells.insert([Int($0.x / 2), Int($0.y / 2)]).inserted }
    let length = max(1, (apart.count + dotLimit - 1) / dotLimit)
    return apart.enumerated().filter { $0.offset % length == 0 }.map { "M" + place($0.element) + "h0" }
      .joined()
  }

  private static func place(_ point: PlacedPoint) -> String {
    "\(SVGWriter.length(point.x)) \(SVGWriter.length(point.y))"
  }
}

extension PlacedPoint {
  /// The point, or one so far away that it makes no difference.
  fileprivate var bounded: PlacedPoint {
    PlacedPoint(x: min(max(x, -1e9), 1e9), y: min(max(y, -1e9), 1e9), startsSegment: startsSegment)
  }
}

extension Layout {
  /// Whether a place is inside the plot or on its edge.
  fileprivate func contains(_ point: PlacedPoint) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  /// The part of a stroke that is inside the plot; nil where there is none.
  ///
  /// Y.-D. Liang and B. Barsky, "A New Concept and Method for Line Clipping", ACM Transactions on Graphics 3,
  /// 1984.
  fileprivate func clipped(from a: PlacedPoint, to b: PlacedPoint) -> (PlacedPoint, PlacedPoint)? {
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
