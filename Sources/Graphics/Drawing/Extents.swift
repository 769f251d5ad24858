/// The ranges of what a figure shows.
struct Extents {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  /// The edges of the field and the ranges of the finite points; those of paths count only where nothing else
  /// is drawn. Nil where there is nothing.
  init?(_ figure: Figure) {
    let edges = figure.field.map { field in
      Series(x: [field.x[0], field.x[field.x.count - 1]], y: [field.y[0], field.y[field.y.count - 1]])
    }
    let background = figure.series.filter { $0.mark != .path } + (edges.map { [$0] } ?? [])
    guard let bounds = Self.bounds(of: background) ?? Self.bounds(of: figure.series) else { return nil }
    (x, y) = bounds
  }

  private static func bounds(of series: [Series]) -> (x: ClosedRange<Double>, y: ClosedRange<Double>)? {
    var bounds: (left: Double, right: Double, low: Double, high: Double)?
    for series in series {
      for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
        guard let known = bounds else {
          bounds = (x, x, y, y)
          continue
        }
        bounds = (min(known.left, x), max(known.right, x), min(known.low, y), max(known.high, y))
      }
    }
    return bounds.map { ($0.left...$0.right, $0.low...$0.high) }
  }
}
