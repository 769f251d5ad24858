/// The ranges of what a figure shows.
struct Extents {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  /// The edges of the field and the ranges of the points that have a place; those of paths count only where
  /// nothing else is drawn, and those beyond limits that are asked for only where all are. Nil where there is
  /// nothing.
  init?(_ figure: Figure) {
    let edges = figure.field.map { field in
      let rim = field.style.hasCells ? 0.5 : 0
      return Series(
        x: [field.x[0] - rim, field.x[field.x.count - 1] + rim],
        y: [field.y[0] - rim, field.y[field.y.count - 1] + rim])
    }
    let background = figure.series.filter { $0.mark != .path } + (edges.map { [$0] } ?? [])
    guard
      let bounds = Bounds(of: background, in: figure, within: true)
        ?? Bounds(of: background, in: figure, within: false)
        ?? Bounds(of: figure.series, in: figure, within: false)
    else { return nil }
    (x, y) = (bounds.x, bounds.y)
  }
}

/// The ranges of points, of which some have only one coordinate.
private struct Bounds {
  private(set) var x: ClosedRange<Double>
  private(set) var y: ClosedRange<Double>

  init?(of series: [Series], in figure: Figure, within isLimited: Bool) {
    func isShown(_ value: Double, _ options: AxisOptions) -> Bool {
      options.scale.transformed(value) != nil && (!isLimited || options.limits?.contains(value) ?? true)
    }
    var (left, right) = (Double.infinity, -Double.infinity)
    var (low, high) = (Double.infinity, -Double.infinity)
    for series in series {
      for outline in series.outlines {
        for (x, y) in zip(outline.x, outline.y) where isShown(x, figure.x) && isShown(y, figure.y) {
          (left, right) = (min(left, x), max(right, x))
          (low, high) = (min(low, y), max(high, y))
        }
      }
    }
    for series in series {
      if series.mark == .horizontal {
        for y in series.y where isShown(y, figure.y) { (low, high) = (min(low, y), max(high, y)) }
      } else if series.mark == .vertical {
        for x in series.x where isShown(x, figure.x) { (left, right) = (min(left, x), max(right, x)) }
      }
    }
    if left > right, low <= high { (left, right) = figure.x.scale == .log ? (1, 10) : (0, 1) }
    if low > high, left <= right { (low, high) = figure.y.scale == .log ? (1, 10) : (0, 1) }
    guard left <= right, low <= high else { return nil }
    (x, y) = (left...right, low...high)
  }
}

extension Series {
  /// The lines of points between which the mark lies; none for what goes through the whole plot.
  fileprivate var outlines: [(x: [Double], y: [Double])] {
    switch mark {
    case .line, .path, .scatter, .vectors, .text: [(x, y)]
    case .bars: [(x.map { $0 - 0.5 }, y), (x.map { $0 + 0.5 }, x.map { _ in 0 })]
    case .histogram: [(x, y), (channel(0) ?? x, x.map { _ in 0 })]
    case .band: [(x, y), (x, channel(0) ?? y)]
    case .arrow: [(x, y), (channel(0) ?? x, channel(1) ?? y)]
    case .horizontal, .vertical: []
    }
  }
}
