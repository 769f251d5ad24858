/// Where the panels of a figure stand; a figure without any is its only panel.
struct PanelLayout {
  let titleLines: [String]
  let panels: [(x: Double, y: Double, layout: Layout)]
  let width: Double
  let height: Double

  private static let gap = 12.0
  private static let mostColumns = 4

  init(_ figure: Figure, words: Words) {
    if figure.panels.isEmpty {
      let layout = Layout(figure, words: words)
      (titleLines, panels, width, height) = ([], [(0, 0, layout)], layout.width, layout.height)
      return
    }
    titleLines = TextMetrics.lines(
      figure.title?.onOneLine(limit: 400) ?? "", width: Style.width - 2 * Layout.margin,
      size: Style.titleSize * 1.1, limit: 3)
    let columns = min(max(1, figure.columns), Self.mostColumns, figure.panels.count)
    let panelWidth = (Style.width - Double(columns - 1) * Self.gap) / Double(columns)
    var places: [(x: Double, y: Double, layout: Layout)] = []
    var top = titleLines.isEmpty ? 0 : Double(titleLines.count) * Layout.titleLineHeight + 10
    for start in stride(from: 0, to: figure.panels.count, by: columns) {
      let row = figure.panels[start..<min(start + columns, figure.panels.count)].map {
        Layout($0, words: words, width: panelWidth, plotHeight: columns == 1 ? 200 : 0.62 * panelWidth)
      }
      for (column, layout) in row.enumerated() {
        places.append((Double(column) * (panelWidth + Self.gap), top, layout))
      }
      top += (row.map(\.height).max() ?? 0) + Self.gap
    }
    (panels, width, height) = (places, Style.width, top - Self.gap)
  }
}
