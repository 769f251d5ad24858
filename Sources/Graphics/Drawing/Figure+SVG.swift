extension Figure {
  /// The figure as an SVG element, to stand in an HTML page or, as it is, in a file.
  ///
  /// Texts are selectable and inherit the page's font. Colours come from CSS variables (`--figure-ink`,
  /// `--figure-axis`, `--figure-grid`, `--figure-1` … `--figure-7`) with fallbacks that are legible on light
  /// and dark pages. The element has the class `figure`, is 560 units wide, shrinks with its container, and
  /// carries its title and the words of `description(language:)` for readers who do not see it.
  ///
  /// A figure of 200 points has about 5 kB. Series of over 2000 points are simplified without visible change,
  /// and further where many series share a figure, so the number of points does not matter beyond.
  ///
  /// - Parameters:
  ///   - id: A name unique in the page, from which the ids of the title and description are made: letters,
  ///     digits,
  ///     `-` and `_`; anything else becomes `-`.
  ///   - language: A language tag, as for `description(language:)`.
  /// - Returns: The same bytes for equal figures, ending in a line end.
  /// - Complexity: O(points).
  public func svg(id: String, language: String) -> String {
    Drawing(self, id: id, language: language).text
  }
}

/// One figure being written.
private struct Drawing {
  private let figure: Figure
  private let layout: Layout
  private let words: Words
  private var svg = SVGWriter()

  var text: String { svg.text }

  init(_ figure: Figure, id: String, language: String) {
    self.figure = figure
    words = Words(language: language)
    layout = Layout(figure, words: words)
    let id = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" ? $0 : "-" })
    svg.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "figure",
        "viewBox": "0 0 \(length(Style.width)) \(length(layout.height))",
        "width": length(Style.width), "height": length(layout.height),
        "style": "max-width:100%;height:auto;font-variant-numeric:lining-nums tabular-nums", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ])
    svg.element("title", ["id": "\(id)-title"], text: words.heading(of: figure))
    svg.element(
      "desc", ["id": "\(id)-desc"], text: words.account(of: figure, namesKind: words.hasTitle(figure)))
    writeGrid()
    writeAxes()
    writeMarks()
    writeHeading()
    writeLegend()
    writeTickLabels()
    writeAxisLabels()
    svg.close()
  }

  private func length(_ value: Double) -> String { SVGWriter.length(value) }

  private mutating func writeGrid() {
    let across = layout.vertical.ticks.map { tick in
      "M\(length(layout.left)) \(length(tick.position))H\(length(layout.right))"
    }
    let upwards = layout.horizontal.ticks.map { tick in
      "M\(length(tick.position)) \(length(layout.top))V\(length(layout.bottom))"
    }
    if layout.hasData { writeRules((across + upwards).joined(), Style.grid) }
  }

  /// The lines of both axes: through zero where that is in sight, and always one at the foot of the plot.
  private mutating func writeAxes() {
    var path = "M\(length(layout.left)) \(length(layout.bottom))H\(length(layout.right))"
    if let zero = layout.vertical.zero, zero < layout.bottom - 0.5 {
      path += "M\(length(layout.left)) \(length(zero))H\(length(layout.right))"
    }
    let upright = layout.horizontal.zero ?? layout.left
    path += "M\(length(upright)) \(length(layout.top))V\(length(layout.bottom))"
    writeRules(path, Style.axis)
  }

  /// Writes straight lines that are equally thick at every size of the figure.
  private mutating func writeRules(_ path: String, _ colour: String) {
    svg.empty(
      "path",
      [
        "d": path, "stroke": colour, "shape-rendering": "crispEdges", "vector-effect": "non-scaling-stroke",
      ])
  }

  private mutating func writeMarks() {
    guard layout.hasData else {
      let x = (layout.left + layout.right) / 2
      writeLabel(words.noData, x: x, y: (layout.top + layout.bottom) / 2)
      return
    }
    svg.open("g", ["fill": "none", "stroke-width": "2", "stroke-linejoin": "round"])
    let limit = min(2000, max(100, 30_000 / max(1, figure.series.count)))
    if let field = figure.field { ContourMark.draw(field, in: layout, to: &svg) }
    for (index, series) in figure.series.enumerated() {
      switch series.mark {
      case .line: LineMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      case .path: PathMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      }
    }
    svg.close()
  }

  private mutating func writeHeading() {
    guard !layout.titleLines.isEmpty else { return }
    svg.open("g", ["font-size": length(Style.titleSize), "font-weight": "600", "fill": Style.ink])
    for (index, line) in layout.titleLines.enumerated() {
      let y = 18 + Double(index) * Layout.titleLineHeight
      svg.element("text", ["x": length(Layout.margin), "y": length(y)], text: line)
    }
    svg.close()
  }

  private mutating func writeLegend() {
    let legend = layout.legend
    guard legend.rows > 0 else { return }
    let top = Double(layout.titleLines.count) * Layout.titleLineHeight + 14
    svg.open("g", ["stroke-width": "2", "font-size": length(Style.tickSize), "fill": Style.ink])
    for entry in legend.entries {
      let x = Layout.margin + entry.x
      let y = top + Double(entry.row) * Legend.rowHeight
      drawSample(of: entry, x: x, y: y)
      writeTick(entry.name, x: x + Legend.sampleWidth + Legend.gap, y: y)
    }
    if legend.omitted > 0 {
      let y = top + Double(legend.rows - 1) * Legend.rowHeight
      writeTick("+ \(legend.omitted)", x: Layout.margin + legend.end, y: y)
    }
    svg.close()
  }

  private mutating func drawSample(of entry: Legend.Entry, x: Double, y: Double) {
    guard let index = entry.series else {
      ContourMark.drawSample(x: x, y: y, width: Legend.sampleWidth, to: &svg)
      return
    }
    switch figure.series[index].mark {
    case .line: LineMark.drawSample(place(index), x: x, y: y, width: Legend.sampleWidth, to: &svg)
    case .path: PathMark.drawSample(place(index), x: x, y: y, width: Legend.sampleWidth, to: &svg)
    }
  }

  /// The place of a series among all that is drawn, which decides its looks; a field takes the first.
  private func place(_ index: Int) -> Int { figure.field == nil ? index : index + 1 }

  private mutating func writeTickLabels() {
    svg.open("g", ["font-size": length(Style.tickSize), "fill": Style.ink, "text-anchor": "middle"])
    for tick in layout.horizontal.ticks {
      writeTick(tick.label, x: tick.position, y: layout.bottom + 15)
    }
    svg.close()
    svg.open("g", ["font-size": length(Style.tickSize), "fill": Style.ink, "text-anchor": "end"])
    for tick in layout.vertical.ticks {
      writeTick(tick.label, x: layout.left - 8, y: tick.position)
    }
    svg.close()
  }

  private mutating func writeAxisLabels() {
    if let label = layout.xLabel {
      writeLabel(label, x: (layout.left + layout.right) / 2, y: layout.height - 13)
    }
    if let label = layout.yLabel {
      writeLabel(label, x: Layout.margin + 7, y: (layout.top + layout.bottom) / 2, turned: true)
    }
  }

  /// Writes a small text, vertically centred on `y`.
  private mutating func writeTick(_ text: String, x: Double, y: Double) {
    svg.element("text", ["x": length(x), "y": length(y), "dy": ".35em"], text: text)
  }

  /// Writes a text centred on a place, to be read rightwards or, turned, upwards.
  private mutating func writeLabel(_ text: String, x: Double, y: Double, turned: Bool = false) {
    let place = "translate(\(length(x)) \(length(y)))" + (turned ? " rotate(-90)" : "")
    svg.element(
      "text",
      [
        "transform": place, "dy": ".35em", "font-size": length(Style.labelSize), "fill": Style.ink,
        "text-anchor": "middle",
      ], text: text)
  }
}
