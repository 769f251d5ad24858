/// Draws `Mark.horizontal` and `Mark.vertical`.
enum RuleMark {
  /// Writes dashed lines through the plot, with the name of the series at the first one's end.
  static func draw(_ series: Series, in layout: Layout, to svg: inout SVGWriter) {
    let isAcross = series.mark == .horizontal
    let scale = isAcross ? layout.vertical.scale : layout.horizontal.scale
    let (low, high) = isAcross ? (layout.top, layout.bottom) : (layout.left, layout.right)
    let places = (isAcross ? series.y : series.x).compactMap(scale.place)
      .filter { low - 0.01 <= $0 && $0 <= high + 0.01 }.prefix(200)
    guard let first = places.first else { return }
    var path = PathData()
    for place in places {
      if isAcross {
        path.rule(from: (layout.left, place), to: (layout.right, place))
      } else {
        path.rule(from: (place, layout.bottom), to: (place, layout.top))
      }
    }
    svg.empty(
      "path",
      [
        "d": path.text, "stroke": Style.ink, "stroke-width": "1.25", "stroke-dasharray": "5 4",
        "stroke-linecap": "butt",
      ])
    if series.name.isEmpty { return }
    let name = TextMetrics.truncated(
      series.name.onOneLine(limit: 60), to: (layout.right - layout.left) / 2, size: Style.narrowSize)
    var attributes = TextMark.legible
    let width = TextMetrics.width(of: name, size: Style.narrowSize)
    let isRight = isAcross || first + 6 + width > layout.right
    attributes.add("x", SVGWriter.length(isAcross ? layout.right - 2 : isRight ? first - 5 : first + 5))
    attributes.add(
      "y", SVGWriter.length(isAcross ? (first - 18 < layout.top ? first + 15 : first - 5) : layout.top + 11))
    if isRight { attributes.add("text-anchor", "end") }
    svg.element("text", attributes, text: name)
  }
}
