extension Figure {
  /// The figure as an SVG element, to stand in an HTML page or, as it is, in a file.
  ///
  /// Texts are selectable and inherit the page's font. Colours come from CSS variables (`--figure-ink`,
  /// `--figure-axis`, `--figure-grid`, `--figure-1` … `--figure-7`) with fallbacks that are legible on light
  /// and dark pages. The element has the class `figure`, is 560 units wide, and carries its title and the words
  /// of `description(language:)` for readers who do not see it.
  ///
  /// A figure of 200 points has about 2 kB. Series of over 2000 points are simplified without visible change,
  /// and further where many series share a figure, so the number of points does not matter beyond.
  ///
  /// - Parameters:
  ///   - language: A language tag, as for `description(language:)`.
  ///   - alternative: What readers who do not see the figure are told instead of its description.
  ///   - isStandalone: Whether it stands in a file of its own, which needs what else the page says: the name
  ///     space of SVG, and that the figure shrinks with its container.
  /// - Returns: The same bytes for equal figures, ending in a line end.
  /// - Complexity: O(points).
  public func svg(language: String, alternative: String? = nil, isStandalone: Bool = false) -> String {
    Drawing(self, language: language, alternative: alternative, isStandalone: isStandalone).text
  }
}

/// One figure being written.
private struct Drawing {
  private let figure: Figure
  private let layout: Layout
  private let words: Words
  private var svg = SVGWriter()

  var text: String { svg.text }

  init(_ figure: Figure, language: String, alternative: String?, isStandalone: Bool) {
    self.figure = figure
    words = Words(language: language)
    layout = Layout(figure, words: words)
    let (width, height) = (length(Style.width), length(layout.height))
    var attributes: SVGAttributes = [
      "class": "figure", "viewBox": "0 0 \(width) \(height)", "width": width, "height": height, "role": "img",
      "font-size": length(Style.tickSize), "fill": Style.ink,
    ]
    if isStandalone {
      attributes.add("xmlns", "http://www.w3.org/2000/svg")
      attributes.add("style", "max-width:100%;height:auto;font-variant-numeric:lining-nums tabular-nums")
    }
    if let alternative { attributes.add("aria-label", alternative) }
    svg.open("svg", attributes)
    if alternative == nil {
      svg.element("title", text: words.heading(of: figure))
      svg.element("desc", text: words.account(of: figure, namesKind: words.hasTitle(figure)))
    }
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
    guard layout.hasData else { return }
    var path = PathData()
    for tick in layout.vertical.ticks { addRule(across: tick.position, to: &path) }
    for tick in layout.horizontal.ticks { addRule(upwards: tick.position, to: &path) }
    writeRules(path, Style.grid)
  }

  /// The lines of both axes: through zero where that is in sight, and always one at the foot of the plot.
  private mutating func writeAxes() {
    var path = PathData()
    addRule(across: layout.bottom, to: &path)
    if let zero = layout.vertical.zero, zero < layout.bottom - 0.5 { addRule(across: zero, to: &path) }
    addRule(upwards: layout.horizontal.zero ?? layout.left, to: &path)
    writeRules(path, Style.axis)
  }

  private func addRule(across y: Double, to path: inout PathData) {
    path.rule(from: (layout.left, y), to: (layout.right, y))
  }

  private func addRule(upwards x: Double, to path: inout PathData) {
    path.rule(from: (x, layout.bottom), to: (x, layout.top))
  }

  /// Writes straight lines that are equally thick at every size of the figure.
  private mutating func writeRules(_ path: PathData, _ colour: String) {
    if path.isEmpty { return }
    svg.empty(
      "path",
      [
        "d": path.text, "stroke": colour, "shape-rendering": "crispEdges",
        "vector-effect": "non-scaling-stroke",
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
    svg.open("g", ["font-size": length(Style.titleSize), "font-weight": "600"])
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
    svg.open("g", ["stroke-width": "2"])
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
    let ends = [
      ("middle", "translate(0 \(length(layout.bottom + 15 + Style.tickDrop)))"),
      ("end", "translate(\(length(layout.left - 8)) \(length(Style.tickDrop)))"),
    ]
    for (isVertical, (anchor, place)) in ends.enumerated() {
      let ticks = isVertical == 0 ? layout.horizontal.ticks : layout.vertical.ticks
      if ticks.isEmpty { continue }
      svg.open("g", ["text-anchor": anchor, "transform": place])
      for tick in ticks {
        svg.element("text", [isVertical == 0 ? "x" : "y": length(tick.position)], text: tick.label)
      }
      svg.close()
    }
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
    svg.element("text", ["x": length(x), "y": length(y + Style.tickDrop)], text: text)
  }

  /// Writes a text centred on a place, to be read rightwards or, turned, upwards.
  private mutating func writeLabel(_ text: String, x: Double, y: Double, turned: Bool = false) {
    let drop = Style.labelSize * Style.drop
    var attributes: SVGAttributes = ["font-size": length(Style.labelSize), "text-anchor": "middle"]
    if turned {
      attributes.add("transform", "translate(\(length(x + drop)) \(length(y))) rotate(-90)")
    } else {
      attributes.add("x", length(x))
      attributes.add("y", length(y + drop))
    }
    svg.element("text", attributes, text: text)
  }
}
