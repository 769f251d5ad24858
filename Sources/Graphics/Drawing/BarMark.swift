/// Draws `Mark.bars` and `Mark.histogram`.
enum BarMark {
  /// Writes a rectangle from zero, or the foot of the plot, to each value; those narrower than a unit are
  /// joined, the higher ones being seen.
  ///
  /// - Parameters:
  ///   - index: The place of the series in its figure, which decides its colour.
  ///   - group: Which of several series with bars side by side this is, from 0.
  static func draw(
    _ series: Series, _ index: Int, in layout: Layout, group: Int, of groups: Int, to svg: inout SVGWriter
  ) {
    let (horizontal, vertical) = (layout.horizontal.scale, layout.vertical.scale)
    let foot = min(max(vertical.place(0) ?? layout.bottom, layout.top), layout.bottom)
    let width = 0.8 / Double(groups)
    let rightEnds = series.channel(0)
    var bars: [(left: Double, right: Double, end: Double)] = []
    for (position, (x, y)) in zip(series.x, series.y).enumerated() {
      let first = series.mark == .histogram ? x : x - 0.4 + Double(group) * width
      let last = rightEnds?[position] ?? first + width
      guard let left = horizontal.place(first), let right = horizontal.place(last),
        let end = vertical.place(y)
      else { continue }
      let bar = (
        left: max(left, layout.left), right: min(right, layout.right),
        end: min(max(end, layout.top), layout.bottom)
      )
      if bar.left > bar.right { continue }
      if let before = bars.last, bar.right - before.left < 1 {
        let isHigher = abs(bar.end - foot) > abs(before.end - foot)
        bars[bars.count - 1] = (before.left, bar.right, isHigher ? bar.end : before.end)
      } else {
        bars.append(bar)
      }
    }
    var path = PathData()
    for bar in bars {
      let gap = bar.right - bar.left > 4 ? 0.5 : 0
      path.move(x: bar.left + gap, y: foot)
      path.line(x: bar.left + gap, y: bar.end)
      path.line(x: bar.right - gap, y: bar.end)
      path.line(x: bar.right - gap, y: foot)
      path.close()
    }
    if path.isEmpty { return }
    svg.empty("path", ["d": path.text, "fill": Style.colour(index), "fill-opacity": ".85"])
  }

  /// Writes a piece of a bar as the legend shows it.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    var path = PathData()
    path.move(x: x + 6, y: y)
    path.line(x: x + width - 6, y: y)
    svg.empty(
      "path",
      ["d": path.text, "stroke": Style.colour(index), "stroke-width": "11", "stroke-opacity": ".85"])
  }
}
