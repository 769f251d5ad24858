/// A figure without panels being written.
struct PanelDrawing {
  private let figure: Figure
  private let layout: Layout
  private let words: Words
  private var svg: SVGWriter

  /// Writes a figure where its layout says.
  static func draw(_ figure: Figure, _ layout: Layout, _ words: Words, to svg: inout SVGWriter) {
    svg = PanelDrawing(figure, layout, words, svg).svg
  }

  /// Writes the lines of a title.
  static func drawHeading(_ lines: [String], to svg: inout SVGWriter) {
    for (index, line) in lines.enumerated() {
      let y = 18 + Double(index) * Layout.titleLineHeight
      let place: SVGAttributes = ["x": SVGWriter.length(Layout.margin), "y": SVGWriter.length(y)]
      svg.element("text", .part(.heading) + place, text: line)
    }
  }

  private init(_ figure: Figure, _ layout: Layout, _ words: Words, _ svg: SVGWriter) {
    self.figure = figure
    self.layout = layout
    self.words = words
    self.svg = svg
    let isOnTop = figure.field.map { $0.style != .contours } ?? false
    if !isOnTop { writeGrid() }
    if figure.field?.style.hasCells != true, !isOnTop { writeAxes() }
    writeMarks()
    if isOnTop, figure.field?.style.hasCells == false { writeAxes() }
    if let colours = layout.colours, let bar = layout.bar {
      ColourBar.draw(colours, bar, layout, to: &self.svg)
    }
    Self.drawHeading(layout.titleLines, to: &self.svg)
    writeLegend()
    writeTickLabels()
    writeAxisLabels()
  }

  private func length(_ value: Double) -> String { SVGWriter.length(value) }

  private mutating func writeGrid() {
    guard layout.hasData, figure.hasGrid else { return }
    var path = PathData()
    for tick in layout.vertical.ticks { addRule(across: tick.position, to: &path) }
    for tick in layout.horizontal.ticks { addRule(upwards: tick.position, to: &path) }
    writeRules(path, .grid)
  }

  /// The lines of both axes: through zero where that is in sight, and always one at the foot of the plot.
  private mutating func writeAxes() {
    var path = PathData()
    addRule(across: layout.bottom, to: &path)
    if let zero = layout.vertical.zero, zero < layout.bottom - 0.5 { addRule(across: zero, to: &path) }
    let hasBars = figure.series.contains { $0.mark == .bars || $0.mark == .histogram }
    addRule(upwards: hasBars ? layout.left : layout.horizontal.zero ?? layout.left, to: &path)
    for x in layout.horizontal.minor { path.rule(from: (x, layout.bottom), to: (x, layout.bottom - 4)) }
    for y in layout.vertical.minor { path.rule(from: (layout.left, y), to: (layout.left + 4, y)) }
    writeRules(path, .axes)
  }

  private func addRule(across y: Double, to path: inout PathData) {
    path.rule(from: (layout.left, y), to: (layout.right, y))
  }

  private func addRule(upwards x: Double, to path: inout PathData) {
    path.rule(from: (x, layout.bottom), to: (x, layout.top))
  }

  private mutating func writeRules(_ path: PathData, _ part: FigurePart) {
    if path.isEmpty { return }
    svg.empty("path", .part(part) + ["d": path.text])
  }

  private mutating func writeMarks() {
    guard layout.hasData else {
      let x = (layout.left + layout.right) / 2
      writeLabel(words.noData, x: x, y: (layout.top + layout.bottom) / 2)
      return
    }
    svg.open("g", .part(.marks))
    let limit = min(2000, max(100, 30_000 / max(1, figure.series.count)))
    if let field = figure.field {
      switch field.style {
      case .contours: ContourMark.draw(field, in: layout, to: &svg)
      case .filled: FilledMark.draw(field, in: layout, to: &svg)
      case .cells, .annotatedCells: CellsMark.draw(field, in: layout, to: &svg)
      }
    }
    let groups = figure.series.count { $0.mark == .bars }
    var group = 0
    for (index, series) in figure.series.enumerated() {
      switch series.mark {
      case .line: LineMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      case .path: PathMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      case .scatter: ScatterMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      case .bars:
        BarMark.draw(series, place(index), in: layout, group: group, of: groups, to: &svg)
        group += 1
      case .histogram: BarMark.draw(series, place(index), in: layout, group: 0, of: 1, to: &svg)
      case .band: BandMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      case .vectors, .arrow: ArrowMark.draw(series, place(index), in: layout, limit: limit, to: &svg)
      case .text: TextMark.draw(series, in: layout, to: &svg)
      case .horizontal, .vertical: RuleMark.draw(series, in: layout, to: &svg)
      }
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
    let (place, width) = (place(index), Legend.sampleWidth)
    switch figure.series[index].mark {
    case .path: PathMark.drawSample(place, x: x, y: y, width: width, to: &svg)
    case .scatter: ScatterMark.drawSample(place, x: x, y: y, width: width, to: &svg)
    case .bars, .histogram: BarMark.drawSample(place, x: x, y: y, width: width, to: &svg)
    case .band: BandMark.drawSample(place, x: x, y: y, width: width, to: &svg)
    case .vectors: ArrowMark.drawSample(place, x: x, y: y, width: width, to: &svg)
    case .line, .arrow, .text, .horizontal, .vertical:
      LineMark.drawSample(place, x: x, y: y, width: width, to: &svg)
    }
  }

  /// The place of a series among all that has a colour, which decides its looks; level curves take the first.
  private func place(_ index: Int) -> Int {
    figure.series[..<index].count { $0.mark.isColoured } + (figure.field?.style == .contours ? 1 : 0)
  }

  private mutating func writeTickLabels() {
    writeTickLabels(layout.horizontal.ticks, .x, right: 0, down: layout.bottom + 15 + Style.tickDrop)
    writeTickLabels(layout.vertical.ticks, .y, right: layout.left - 8, down: Style.tickDrop)
  }

  private mutating func writeTickLabels(
    _ ticks: [Axis.Tick], _ part: FigurePart, right: Double, down: Double
  ) {
    if ticks.isEmpty { return }
    svg.open("g", .part(part) + ["transform": "translate(\(length(right)),\(length(down)))"])
    svg.elements("text", ticks.map { ([part.rawValue: length($0.position)], text: $0.label) })
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
    svg.element("text", ["x": length(x), "y": length(y + Style.tickDrop)], text: text)
  }

  /// Writes a text centred on a place, to be read rightwards or, turned, upwards.
  private mutating func writeLabel(_ text: String, x: Double, y: Double, turned: Bool = false) {
    let drop = Style.labelSize * Style.drop
    var attributes: SVGAttributes = .part(.name)
    if turned {
      attributes.add("transform", "rotate(-90)")
      attributes.add("x", length(-y))
      attributes.add("y", length(x + drop))
    } else {
      attributes.add("x", length(x))
      attributes.add("y", length(y + drop))
    }
    svg.element("text", attributes, text: text)
  }
}
