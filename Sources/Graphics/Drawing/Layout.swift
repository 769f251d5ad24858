/// Where everything in a figure goes, in SVG units.
///
/// From top to bottom: title, legend, the plot with its axes, tick labels, the label of the horizontal axis.
/// The plot has always the same height; its left edge leaves room for the labels of the vertical axis.
struct Layout {
  let titleLines: [String]
  let legend: Legend
  let horizontal: Axis
  let vertical: Axis
  let xLabel: String?
  let yLabel: String?
  /// The edges of the plot.
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The height of the whole figure.
  let height: Double
  /// Whether there is a point to draw.
  let hasData: Bool

  static let margin = 8.0
  static let titleLineHeight = 22.0

  init(_ figure: Figure, words: Words) {
    let extents = Extents(figure)
    hasData = extents != nil
    let textWidth = Style.width - 2 * Self.margin
    // Bold letters are about a tenth wider.
    titleLines = TextMetrics.lines(
      figure.title?.onOneLine(limit: 400) ?? "", width: textWidth, size: Style.titleSize * 1.1, limit: 3)
    legend = Legend(figure, width: textWidth, words: words)
    let heading = Double(titleLines.count) * Self.titleLineHeight + legend.height
    top = heading == 0 ? 14 : heading + 20
    bottom = top + Style.plotHeight
    yLabel = Self.label(figure.yLabel, width: Style.plotHeight)
    let margin = Self.margin + (yLabel == nil ? 0 : 22)
    let end = Style.width - 16
    if let extents {
      let domain = Domain(extents.y)
      vertical = Axis.vertical(figure.field == nil ? domain.withMargin() : domain, top: top, bottom: bottom)
      let labelsWidth = vertical.ticks.map(\.width).max() ?? 0
      let start = (margin + labelsWidth + 8).rounded(.up)
      horizontal = Axis.horizontal(Domain(extents.x), left: start, right: end, width: Style.width)
    } else {
      vertical = Axis(Domain(0...1), from: bottom, to: top)
      horizontal = Axis(Domain(0...1), from: margin, to: end)
    }
    left = horizontal.scale.start
    right = horizontal.scale.end
    xLabel = Self.label(figure.xLabel, width: right - left)
    height = bottom + 27 + (xLabel == nil ? 2 : 24)
  }

  private static func label(_ text: String?, width: Double) -> String? {
    let line = text?.onOneLine(limit: 200) ?? ""
    return line.isEmpty ? nil : TextMetrics.truncated(line, to: width, size: Style.labelSize)
  }
}
