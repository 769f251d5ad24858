/// Draws what the colours of a figure mean: a bar of its steps with an axis beside it.
enum ColourBar {
  /// Writes the bar right of the plot, as high as the plot: each step up to the top, over those below it, so that
  /// nothing shows between them.
  static func draw(_ colours: ColourScale, _ axis: Axis, _ layout: Layout, to svg: inout SVGWriter) {
    let left = layout.right + Layout.barGap
    svg.open("g", ["stroke-width": SVGWriter.length(Layout.barWidth), "shape-rendering": "crispEdges"])
    for step in 0..<colours.stepCount {
      var path = PathData()
      path.move(x: left + Layout.barWidth / 2, y: axis.scale.position(colours.barPlace(ofStep: step)))
      path.line(x: left + Layout.barWidth / 2, y: axis.scale.end)
      svg.empty("path", ["d": path.text, "stroke": colours.colour(ofStep: step)])
    }
    svg.close()
    guard !axis.ticks.isEmpty else { return }
    let place = "\(SVGWriter.length(left + Layout.barWidth + 6)) \(SVGWriter.length(Style.tickDrop))"
    svg.open("g", ["transform": "translate(\(place))"])
    svg.elements("text", axis.ticks.map { (["y": SVGWriter.length($0.position)], text: $0.label) })
    svg.close()
  }
}
