/// Draws `Mark.band`.
enum BandMark {
  /// Writes the area between the lower and the upper line of a series, pale.
  ///
  /// - Parameters:
  ///   - index: The place of the series in its figure, which decides its colour.
  ///   - limit: About how many points each line has at most.
  static func draw(_ series: Series, _ index: Int, in layout: Layout, limit: Int, to svg: inout SVGWriter) {
    let (horizontal, vertical) = (layout.horizontal.scale, layout.vertical.scale)
    let upper = series.channel(0) ?? series.y
    // A point counts only where both lines have one.
    let isWhole = zip(series.y, upper).map { vertical.place($0) != nil && vertical.place($1) != nil }
    let lines = [series.y, upper].map { y in
      Series(x: zip(series.x, isWhole).map { $1 ? $0 : .nan }, y: y).placed(x: horizontal, y: vertical)
        .simplified(limit: limit).segments
    }
    var path = PathData()
    for (low, high) in zip(lines[0], lines[1]) {
      let rim = layout.clippedArea((low + high.reversed()).map(\.bounded))
      path.stroke(rim, within: 0.1, isClosed: true)
    }
    if path.isEmpty { return }
    svg.empty("path", ["d": path.text, "fill": Style.colour(index), "fill-opacity": ".22"])
  }

  /// Writes a piece of the area as the legend shows it.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    var path = PathData()
    path.move(x: x, y: y)
    path.line(x: x + width, y: y)
    svg.empty(
      "path",
      ["d": path.text, "stroke": Style.colour(index), "stroke-width": "12", "stroke-opacity": ".22"])
  }
}
