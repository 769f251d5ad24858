/// Draws `Mark.text`.
enum TextMark {
  /// Writes the text right of and above its point, or left of it where there is no room, over a rim that
  /// keeps it legible on whatever is below.
  static func draw(_ series: Series, in layout: Layout, to svg: inout SVGWriter) {
    for (position, point) in zip(series.x, series.y).enumerated() {
      guard let x = layout.horizontal.scale.place(point.0), let y = layout.vertical.scale.place(point.1),
        layout.contains(PlacedPoint(x: x, y: y, startsSegment: false)), position < series.texts.count
      else { continue }
      let text = TextMetrics.truncated(
        series.texts[position].onOneLine(limit: 100), to: (layout.right - layout.left) / 2,
        size: Style.narrowSize)
      let isLeft = x + 8 + TextMetrics.width(of: text, size: Style.narrowSize) > layout.right
      let isBelow = y - 20 < layout.top
      var attributes = Self.legible
      attributes.add("x", SVGWriter.length(isLeft ? x - 7 : x + 7))
      attributes.add("y", SVGWriter.length(isBelow ? y + 16 : y - 7))
      if isLeft { attributes.add("text-anchor", "end") }
      svg.element("text", attributes, text: text)
    }
  }

  /// The looks of a text that lies over marks.
  static let legible: SVGAttributes = [
    "fill": Style.ink, "stroke": Style.paper, "stroke-width": "3", "style": "paint-order:stroke",
  ]
}
