/// A figure as data: what is drawn, not how it looks.
///
///     let figure = Figure(title: "Parabola", xLabel: "x", series: [Series(name: "f", x: xs, y: ys)])
///     figure.summary           // "line f: 200 points, x -5…5, y 2.87501…69"
///     figure.svg(language: "en")
///
/// Everything derived from a figure is a function of its data alone: equal figures give the same words, the
/// same digest and the same bytes of SVG, on every machine.
public struct Figure: Sendable, Hashable {
  /// Shown above the figure.
  public var title: String?
  /// Shown under the horizontal axis.
  public var xLabel: String?
  /// Shown beside the vertical axis, turned to read upwards.
  public var yLabel: String?
  /// The level curves behind the series; nil for a figure without.
  public var field: Field?
  /// What is drawn, back to front.
  public var series: [Series]
  /// What became of the search that the figure shows, for each coordinate; empty where it shows none.
  public var verdicts: [Verdict]
  /// What is asked of the horizontal axis.
  public var x = AxisOptions()
  /// What is asked of the vertical axis.
  public var y = AxisOptions()
  /// Whether lines go through the plot from the values that the axes name.
  public var hasGrid = true
  /// Whether names are explained.
  public var hasLegend = true
  /// Figures side by side in place of what this one would show; they have no panels themselves.
  public var panels: [Figure] = []
  /// How many panels stand in one row.
  public var columns = 1

  /// A figure; what is not given is left out.
  public init(
    title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, field: Field? = nil,
    series: [Series] = [],
    verdicts: [Verdict] = []
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.field = field
    self.series = series
    self.verdicts = verdicts
  }

  /// Whether the texts have the same bytes and everything else is equal.
  public static func == (a: Figure, b: Figure) -> Bool {
    let texts = [(a.title, b.title), (a.xLabel, b.xLabel), (a.yLabel, b.yLabel)]
    return a.x == b.x && a.y == b.y && a.hasGrid == b.hasGrid && a.hasLegend == b.hasLegend
      && a.panels == b.panels && a.columns == b.columns && a.series == b.series && a.field == b.field
      && a.verdicts == b.verdicts
      && texts.allSatisfy { first, second in
        if let first, let second { return first.hasSameBytes(as: second) }
        return first == nil && second == nil
      }
  }
}
