/// Where everything in a figure without panels goes, in SVG units.
///
/// From top to bottom: title, legend, the plot with its axes, tick labels, the label of the horizontal axis.
/// The left edge of the plot leaves room for the labels of the vertical axis, the right one for a colour bar.
struct Layout {
  let titleLines: [String]
  let legend: Legend
  let horizontal: Axis
  let vertical: Axis
  /// Colours that stand for values; nil where none does.
  let colours: ColourScale?
  /// The axis of the colour bar; nil where there is none.
  let bar: Axis?
  let xLabel: String?
  let yLabel: String?
  /// The edges of the plot.
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The size of the whole figure.
  let width: Double
  let height: Double
  /// Whether there is a point to draw.
  let hasData: Bool

  static let margin = 8.0
  static let titleLineHeight = 22.0
  /// Between the plot and the colour bar, and how wide that is.
  static let barGap = 14.0
  static let barWidth = 12.0

  /// - Parameters:
  ///   - width: The width of the figure; one of cells may become narrower.
  ///   - plotHeight: The height of the plot; one of cells may become higher or lower.
  init(_ figure: Figure, words: Words, width: Double = Style.width, plotHeight: Double = Style.plotHeight) {
    let extents = Extents(figure)
    hasData = extents != nil
    let textWidth = width - 2 * Self.margin
    // Bold letters are about a tenth wider.
    titleLines = TextMetrics.lines(
      figure.title?.onOneLine(limit: 400) ?? "", width: textWidth, size: Style.titleSize * 1.1, limit: 3)
    legend = Legend(figure, width: textWidth, words: words)
    let heading = Double(titleLines.count) * Self.titleLineHeight + legend.height
    let top = heading == 0 ? 14 : heading + 20
    self.top = top
    let margin = Self.margin + ((figure.yLabel ?? "").isEmpty ? 0 : 22)
    colours = extents == nil ? nil : ColourScale(figure)
    let barContent = colours?.bar
    let barLabels = max(0, min(Self.barLabelShare * width, width - Self.leastPanelWidth))
    let barRoom =
      barContent.map {
        let labels =
          Axis.vertical($0, from: plotHeight, to: 0, labelWidth: barLabels).ticks.map(\.width).max() ?? 0
        return Self.barGap + Self.barWidth + labels - 4
      } ?? 0
    let end = width - 16 - barRoom
    guard let extents else {
      bottom = top + plotHeight
      vertical = Axis(Axis.Content(0...1), from: bottom, to: top)
      horizontal = Axis(Axis.Content(0...1), from: margin, to: end)
      (left, right) = (margin, end)
      bar = nil
      self.width = width
      xLabel = Self.label(figure.xLabel, width: end - margin)
      yLabel = Self.label(figure.yLabel, width: plotHeight)
      height = bottom + 27 + (xLabel == nil ? 2 : 24)
      return
    }
    let x = Axis.Content(
      extents.x, figure.xOptions, hasMargin: figure.series.contains { $0.mark == .vectors })
    let y = Axis.Content(extents.y, figure.yOptions, hasMargin: figure.field == nil)
    let labels = max(0, end - margin - 8 - width * Self.plotShare)
    func start(_ vertical: Axis) -> Double {
      (margin + (vertical.ticks.map(\.width).max() ?? 0) + 8).rounded(.up)
    }
    if let field = figure.field, field.style.hasCells {
      let first = start(Axis.vertical(y, from: 0, to: plotHeight, labelWidth: labels))
      let names = x.options.names.map { TextMetrics.width(of: $0, size: Style.narrowSize) }
      let widest = min(max(Self.largestCell, (names.max() ?? 0) + 12), Self.widestCell)
      let across = min((end - first) / Double(field.x.count), widest)
      let down = min(1.25 * plotHeight / Double(field.y.count), Self.largestCell)
      let cell = (width: min(across, 2 * down), height: min(down, 2 * across))
      bottom = top + cell.height * Double(field.y.count)
      vertical = Axis.vertical(y, from: top, to: bottom, labelWidth: labels)
      horizontal = Axis.horizontal(
        x, left: first, right: first + cell.width * Double(field.x.count), width: width)
      let needed = max(horizontal.scale.end + barRoom + 16, 200)
      let titleWidth = titleLines.map { TextMetrics.width(of: $0, size: Style.titleSize * 1.1) }.max() ?? 0
      self.width = width < Style.width ? width : min(width, max(needed, titleWidth + 2 * Self.margin))
    } else {
      bottom = top + plotHeight
      vertical = Axis.vertical(y, from: bottom, to: top, labelWidth: labels)
      horizontal = Axis.horizontal(x, left: start(vertical), right: end, width: end + 16)
      self.width = width
    }
    bar = barContent.map { [top, bottom] in Axis.vertical($0, from: bottom, to: top, labelWidth: barLabels) }
    left = horizontal.scale.start
    right = horizontal.scale.end
    xLabel = Self.label(figure.xLabel, width: max(right - left, 120))
    yLabel = Self.label(figure.yLabel, width: max(bottom - top, 120))
    height = bottom + 27 + (xLabel == nil ? 2 : 24)
  }

  private static let largestCell = 64.0
  /// How wide cells become for the sake of their columns' names.
  private static let widestCell = 2 * largestCell
  /// The share of the width that names left of the plot leave to it.
  private static let plotShare = 0.25
  /// The share of the width that the names of the colour bar may have.
  private static let barLabelShare = 0.4
  /// The width of a panel in which nothing is left for the names of the colour bar.
  private static let leastPanelWidth = 90.0

  private static func label(_ text: String?, width: Double) -> String? {
    let line = text?.onOneLine(limit: 200) ?? ""
    return line.isEmpty ? nil : TextMetrics.truncated(line, to: width, size: Style.narrowSize)
  }
}

extension Figure {
  /// What is asked of the horizontal axis, with the names of bars and cells.
  fileprivate var xOptions: AxisOptions {
    var options = x
    if options.names.isEmpty, let bars = series.first(where: { $0.mark == .bars }) {
      options.names = bars.texts
    }
    if let field, field.style.hasCells, options.names.isEmpty { options.ticks = options.ticks ?? field.x }
    return options
  }

  fileprivate var yOptions: AxisOptions {
    var options = y
    if let field, field.style.hasCells, options.names.isEmpty { options.ticks = options.ticks ?? field.y }
    return options
  }
}
