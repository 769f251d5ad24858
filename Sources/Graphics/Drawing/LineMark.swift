/// Draws `Mark.line`.
enum LineMark {
  /// Writes the strokes and lone points of a series; curves of close points stay within a tenth of a unit.
  ///
  /// - Parameters:
  ///   - index: The place of the series in its figure, which decides its colour and dashes.
  ///   - limit: About how many points to write at most.
  static func draw(_ series: Series, _ index: Int, in layout: Layout, limit: Int, to svg: inout SVGWriter) {
    let points = series.placed(x: layout.horizontal.scale, y: layout.vertical.scale).simplified(limit: limit)
    let segments =
      points.allSatisfy(layout.contains) ? points.segments : layout.clipped(points.map(\.bounded))
    var strokes = PathData()
    var dots = PathData()
    for segment in segments {
      let first = segment[0]
      if segment.allSatisfy({ $0.isSamePlace(as: first) }) {
        dots.dot(x: first.x, y: first.y)
      } else {
        strokes.stroke(segment, within: 0.1)
      }
    }
    if !strokes.isEmpty { stroke(strokes, index, to: &svg) }
    if !dots.isEmpty {
      svg.empty("path", ["d": dots.text, "stroke": Style.colour(index), "stroke-width": "6"])
    }
  }

  /// Writes a piece of the line that starts at a place, as the legend shows it.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    var path = PathData()
    path.move(x: x, y: y)
    path.line(x: x + width, y: y)
    stroke(path, index, to: &svg)
  }

  private static func stroke(_ path: PathData, _ index: Int, to svg: inout SVGWriter) {
    var attributes: SVGAttributes = ["d": path.text, "stroke": Style.colour(index)]
    if let dashes = Style.dashes(index) {
      attributes.add("stroke-dasharray", dashes)
      attributes.add("stroke-linecap", "butt")
    }
    svg.empty("path", attributes)
  }
}
