/// Draws a `Field`.
enum ContourMark {
  /// About how many points all curves of a figure may have.
  private static let limit = 4000

  /// Writes the level curves, thin; the lower the level, the stronger its colour.
  ///
  /// Points are left out where the stroke stays within a quarter of a unit. Of a field so rough that over
  /// 4000 would remain, the longest curves are drawn.
  static func draw(_ field: Field, in layout: Layout, to svg: inout SVGWriter) {
    var curves: [(level: Int, points: [PlacedPoint], isClosed: Bool)] = []
    for (index, level) in field.levels.enumerated() {
      for curve in field.curves(at: level) {
        let points = curve.points.map { point in
          PlacedPoint(
            x: layout.horizontal.scale.position(point.x), y: layout.vertical.scale.position(point.y),
            startsSegment: false)
        }
        curves.append((index, points.straightened(within: 0.25, isClosed: curve.isClosed), curve.isClosed))
      }
    }
    var room = limit
    var isKept = Array(repeating: false, count: curves.count)
    let byLength = curves.indices.sorted { a, b in
      curves[a].points.count == curves[b].points.count
        ? a < b : curves[a].points.count > curves[b].points.count
    }
    for index in byLength where curves[index].points.count <= room {
      isKept[index] = true
      room -= curves[index].points.count
    }
    svg.open("g", ["stroke": Style.colour(0), "stroke-width": "1.25"])
    for level in field.levels.indices {
      var path = ""
      for (index, curve) in curves.enumerated() where curve.level == level && isKept[index] {
        path += self.path(curve.points, isClosed: curve.isClosed)
      }
      if path.isEmpty { continue }
      svg.empty("path", ["d": path, "stroke-opacity": opacity(level, of: field.levels.count)])
    }
    svg.close()
  }

  /// Writes what the legend shows for the curves.
  static func drawSample(x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    let place = "M\(SVGWriter.length(x)) \(SVGWriter.length(y - 3))h\(SVGWriter.length(width))"
    let lower = "M\(SVGWriter.length(x)) \(SVGWriter.length(y + 3))h\(SVGWriter.length(width))"
    svg.empty("path", ["d": place + lower, "stroke": Style.colour(0), "stroke-width": "1.25"])
  }

  private static func opacity(_ level: Int, of count: Int) -> String {
    SVGWriter.length(count < 2 ? 1 : 1 - 0.5 * Double(level) / Double(count - 1))
  }

  private static func path(_ points: [PlacedPoint], isClosed: Bool) -> String {
    var places: [String] = []
    for point in points {
      let place = "\(SVGWriter.length(point.x)) \(SVGWriter.length(point.y))"
      if places.last != place { places.append(place) }
    }
    if places.count < 2 { return "" }
    return "M" + places[0] + "L" + places.dropFirst().joined(separator: " ") + (isClosed ? "Z" : "")
  }
}
