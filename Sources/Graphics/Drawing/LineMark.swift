/// Draws `Mark.line`.
enum LineMark {
  /// Writes the strokes and lone points of a series.
  ///
  /// - Parameters:
  ///   - index: The place of the series in its figure, which decides its colour and dashes.
  ///   - limit: About how many points to write at most.
  static func draw(_ series: Series, _ index: Int, in layout: Layout, limit: Int, to svg: inout SVGWriter) {
    let points = series.placed(x: layout.horizontal.scale, y: layout.vertical.scale).simplified(limit: limit)
    var strokes = ""
    var dots = ""
    var segment: [String] = []
    for (position, point) in points.enumerated() {
      let place = "\(SVGWriter.length(point.x)) \(SVGWriter.length(point.y))"
      if segment.last != place { segment.append(place) }
      if position + 1 < points.count, !points[position + 1].startsSegment { continue }
      if segment.count == 1 {
        dots += "M\(place)h0"
      } else {
        strokes += "M" + segment[0] + "L" + segment.dropFirst().joined(separator: " ")
      }
      segment = []
    }
    if !strokes.isEmpty { stroke(strokes, index, to: &svg) }
    // What has no extent on the page is a stroke of no length, which round ends make a dot.
    if !dots.isEmpty {
      svg.empty(
        "path",
        ["d": dots, "stroke": Style.colour(index), "stroke-width": "6", "stroke-linecap": "round"])
    }
  }

  /// Writes a piece of the line that starts at a place, as the legend shows it.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    let path = "M\(SVGWriter.length(x)) \(SVGWriter.length(y))h\(SVGWriter.length(width))"
    stroke(path, index, to: &svg)
  }

  private static func stroke(_ path: String, _ index: Int, to svg: inout SVGWriter) {
    if let dashes = Style.dashes(index) {
      svg.empty("path", ["d": path, "stroke": Style.colour(index), "stroke-dasharray": dashes])
    } else {
      svg.empty("path", ["d": path, "stroke": Style.colour(index), "stroke-linecap": "round"])
    }
  }
}
