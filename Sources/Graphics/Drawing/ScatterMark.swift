/// Draws `Mark.scatter`.
enum ScatterMark {
  private static let diameter = 6.0

  /// Writes a dot for each point: a disc for every second series, a square for the others, and a disc
  /// where colours mean values. Where colours of the figure do, dots have a rim.
  ///
  /// Dots of the same colour and size that would cover each other are drawn once. The area of a dot is,
  /// in steps, proportional to its size, the largest four times as wide as dots without sizes.
  ///
  /// - Parameters:
  ///   - index: The place of the series in its figure, which decides colour and shape.
  ///   - limit: About how many dots to draw at most.
  static func draw(_ series: Series, _ index: Int, in layout: Layout, limit: Int, to svg: inout SVGWriter) {
    let (values, sizes) = (series.channel(0), series.channel(1))
    let largest = (sizes ?? []).filter(\.isFinite).max() ?? 0
    var groups: [Group: [PlacedPoint]] = [:]
    for (position, (x, y)) in zip(series.x, series.y).enumerated() {
      guard let across = layout.horizontal.scale.place(x), let up = layout.vertical.scale.place(y) else {
        continue
      }
      let point = PlacedPoint(x: across, y: up, startsSegment: false)
      guard layout.contains(point) else { continue }
      var group = Group(step: nil, tenths: SVGWriter.tenths(diameter))
      if let values {
        guard values[position].isFinite, let colours = layout.colours else { continue }
        group.step = colours.step(values[position])
      }
      if let sizes {
        guard sizes[position].isFinite, sizes[position] > 0 else { continue }
        let width = 4 * diameter * (sizes[position] / largest).squareRoot()
        group.tenths = max(20, 30 * (SVGWriter.tenths(width) / 30))
      }
      groups[group, default: []].append(point)
    }
    let attributes: SVGAttributes = [
      "stroke": Style.colour(index), "stroke-linecap": values == nil ? cap(index) : "round",
      "stroke-opacity": values != nil ? "1" : sizes == nil ? ".85" : ".6",
    ]
    svg.open("g", attributes)
    let most = max(1, limit / max(1, groups.count))
    for (group, points) in groups.sorted(by: { $0.key < $1.key }) {
      var path = PathData()
      for point in points.apart(limit: most) { path.dot(x: point.x, y: point.y) }
      if layout.colours != nil {
        // A rim, since the colour of a dot may be that of what is around it.
        svg.empty(
          "path",
          [
            "d": path.text, "stroke-width": SVGWriter.length(tenths: group.tenths + 15),
            "stroke": group.step == nil ? Style.paper : Style.axis,
          ])
      }
      var attributes: SVGAttributes = [
        "d": path.text, "stroke-width": SVGWriter.length(tenths: group.tenths),
      ]
      if let step = group.step, let colours = layout.colours {
        attributes.add("stroke", colours.colour(ofStep: step))
      }
      svg.empty("path", attributes)
    }
    svg.close()
  }

  /// Writes a dot as the legend shows it.
  static func drawSample(_ index: Int, x: Double, y: Double, width: Double, to svg: inout SVGWriter) {
    var path = PathData()
    path.dot(x: x + width / 2, y: y)
    svg.empty(
      "path",
      [
        "d": path.text, "stroke": Style.colour(index), "stroke-linecap": cap(index),
        "stroke-width": SVGWriter.length(diameter + 1),
      ])
  }

  private static func cap(_ index: Int) -> String { index % 2 == 0 ? "round" : "square" }

  /// Dots of one colour and size; larger ones come first, so that they do not cover smaller ones.
  private struct Group: Hashable, Comparable {
    var step: Int?
    var tenths: Int

    static func < (a: Group, b: Group) -> Bool {
      a.tenths == b.tenths ? (a.step ?? -1) < (b.step ?? -1) : a.tenths > b.tenths
    }
  }
}
