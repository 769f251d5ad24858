/// Draws a `Field`.
enum ContourMark {
  /// About how many pieces all curves of a figure may have.
  private static let limit = 2000

  /// Writes the level curves, thin; the lower the level, the stronger its colour.
  ///
  /// They stay within a quarter of a unit of the strokes between the points that are known. Of a field so
  /// rough that over 2000 pieces would remain, the longest curves are drawn.
  static func draw(_ field: Field, in layout: Layout, to svg: inout SVGWriter) {
    var curves: [(level: Int, points: [PlacedPoint], isClosed: Bool)] = []
    for (index, level) in field.levels.enumerated() {
      for curve in field.curves(at: level) {
        let points = curve.placed(in: layout)
        if points.allSatisfy(layout.contains) {
          curves.append((index, points, curve.isClosed))
        } else {
          let line = curve.isClosed ? points + points.prefix(1) : points
          curves += layout.clipped(line).map { (index, $0, false) }
        }
      }
    }
    let byLength = curves.indices.sorted { a, b in
      curves[a].points.count == curves[b].points.count
        ? a < b : curves[a].points.count > curves[b].points.count
    }
    var paths = Array(repeating: PathData(), count: field.levels.count)
    var room = limit
    for index in byLength where room > 0 {
      let curve = curves[index]
      guard curve.points.contains(where: { !$0.isSamePlace(as: curve.points[0]) }) else { continue }
      room -= paths[curve.level].stroke(curve.points, within: 0.25, isClosed: curve.isClosed)
    }
    svg.open("g", ["stroke": Style.colour(0), "stroke-width": "1.25"])
    for (level, path) in paths.enumerated() where !path.isEmpty {
      var attributes: SVGAttributes = ["d": path.text]
      if level > 0 { attributes.add("stroke-opacity", opacity(level, of: field.levels.count)) }
      svg.empty("path", attributes)
    }
    svg.close()
  }

  /// Writes what the legend shows for the curves.
  static func drawSample(x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    var path = PathData()
    for y in [y - 3, y + 3] {
      path.move(x: x, y: y)
      path.line(x: x + width, y: y)
    }
    svg.empty("path", ["d": path.text, "stroke": Style.colour(0), "stroke-width": "1.25"])
  }

  private static func opacity(_ level: Int, of count: Int) -> String {
    SVGWriter.share(1 - 0.5 * Double(level) / Double(count - 1))
  }
}
