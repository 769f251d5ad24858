import Graphics
import VirtualMachine

/// The entries of a cell's figure, from which the figure is made: kinds with texts and columns of numbers.
struct FigureEntries {
  /// All kinds, each followed by its texts.
  let texts: [String]
  /// For each entry, how many texts and columns it has, then how long each column is.
  let counts: [Int]
  /// All columns.
  let numbers: [Double]

  private struct Entry {
    var kind: String
    var texts: [String]
    var columns: [[Double]]

    func column(_ index: Int) -> [Double] { index < columns.count ? columns[index] : [] }
  }

  /// The figure that the entries describe.
  ///
  /// - Throws: What cannot be drawn, in words.
  func figure() throws(Trap.Reason) -> Figure {
    var whole = Figure()
    var panel: Figure?
    for entry in try entries() {
      switch entry.kind {
      case "panels": whole.columns = Self.wholeNumber(entry.column(0)) ?? 1
      case "panel":
        if let panel { whole.panels.append(try Self.checked(panel)) }
        panel = Figure()
      default:
        if var figure = panel {
          try Self.add(entry, to: &figure)
          panel = figure
        } else {
          try Self.add(entry, to: &whole)
        }
      }
    }
    if let panel { whole.panels.append(try Self.checked(panel)) }
    return try Self.checked(whole)
  }

  /// Reads the entries. Cells can reach what a figure keeps, so nothing is taken for granted.
  private func entries() throws(Trap.Reason) -> [Entry] {
    var (texts, counts, numbers) = (self.texts[...], self.counts[...], self.numbers[...])
    var entries: [Entry] = []
    while let kind = texts.popFirst() {
      let textCount = counts.popFirst() ?? -1
      let columnCount = counts.popFirst() ?? -1
      guard 0...texts.count ~= textCount, 0...counts.count ~= columnCount else { throw Self.damage }
      var entry = Entry(kind: kind, texts: Array(texts.prefix(textCount)), columns: [])
      for length in counts.prefix(columnCount) {
        guard 0...numbers.count ~= length else { throw Self.damage }
        entry.columns.append(Array(numbers.prefix(length)))
        numbers = numbers.dropFirst(length)
      }
      entries.append(entry)
      texts = texts.dropFirst(textCount)
      counts = counts.dropFirst(columnCount)
    }
    return entries
  }

  private static let damage = Trap.Reason.message("this figure holds what none of its methods puts there")

  private static func wholeNumber(_ column: [Double]) -> Int? { column.first.flatMap { Int(exactly: $0) } }

  private static func add(_ entry: Entry, to figure: inout Figure) throws(Trap.Reason) {
    let name = entry.texts.first ?? ""
    let (x, y) = (entry.column(0), entry.column(1))
    switch entry.kind {
    case "title": figure.title = name
    case "label of x": figure.xLabel = name
    case "label of y": figure.yLabel = name
    case "names of x": figure.x.names = entry.texts
    case "names of y": figure.y.names = entry.texts
    case "scales":
      figure.x.scale = ScaleKind(rawValue: name) ?? .linear
      figure.y.scale = ScaleKind(rawValue: entry.texts.last ?? "") ?? .linear
    case "limits of x": figure.x.limits = range(x)
    case "limits of y": figure.y.limits = range(x)
    case "ticks of x": figure.x.ticks = x
    case "ticks of y": figure.y.ticks = x
    case "grid": figure.hasGrid = x.first == 1
    case "legend": figure.hasLegend = x.first == 1
    case "verdicts":
      figure.verdicts = Verdict.all(in: x)
    case "histogram": figure.series.append(try histogram(entry, name))
    case "bars":
      figure.series.append(Series(name: name, x: x, y: y, mark: .bars, texts: Array(entry.texts.dropFirst())))
    case "text": figure.series.append(Series(x: x, y: y, mark: .text, texts: entry.texts))
    default:
      if let mark = Mark(rawValue: entry.kind) {
        figure.series.append(
          Series(name: name, x: x, y: y, mark: mark, channels: Array(entry.columns.dropFirst(2))))
      } else if let style = Field.Style(rawValue: entry.kind) {
        try add(entry, name, style, to: &figure)
      }
    }
  }

  private static func add(
    _ entry: Entry, _ name: String, _ style: Field.Style, to figure: inout Figure
  ) throws(Trap.Reason) {
    if let other = figure.field {
      throw .message(
        "a figure has one heatmap or contours, and this one has \(other.style.rawValue) already: "
          + "put each into a panel of its own")
    }
    let (x, y, values) = (entry.column(0), entry.column(1), entry.column(2))
    let asked = entry.column(3)
    if asked.count > 100 {
      throw .message("contours have at most 100 levels: here are \(asked.count)")
    }
    let levels =
      asked.isEmpty && (style == .contours || style == .filled) ? Field.niceLevels(of: values) : asked
    figure.field = Field(name: name, x: x, y: y, values: values, levels: levels, style: style)
  }

  private static func histogram(_ entry: Entry, _ name: String) throws(Trap.Reason) -> Series {
    let bins = wholeNumber(entry.column(0)) ?? 0
    let histogram = Histogram(of: entry.column(1), bins: bins > 0 ? bins : nil)
    return Series(
      name: name, x: histogram.lefts, y: histogram.counts, mark: .histogram, channels: [histogram.rights])
  }

  private static func range(_ ends: [Double]) -> ClosedRange<Double>? {
    ends.count == 2 && ends[0] < ends[1] ? ends[0]...ends[1] : nil
  }

  /// The figure, if its options make sense together.
  private static func checked(_ figure: Figure) throws(Trap.Reason) -> Figure {
    for (name, options) in [("x", figure.x), ("y", figure.y)] {
      if options.scale == .log, let limits = options.limits, limits.lowerBound <= 0 {
        throw .message("a logarithmic axis shows positive numbers: the limits of \(name) begin at or below 0")
      }
      if options.ticks.map({ $0.count > 100 }) ?? false {
        throw .message("an axis has at most 100 ticks: here are \(options.ticks?.count ?? 0) for \(name)")
      }
      if figure.field != nil, options.limits != nil || options.scale != .linear {
        throw .message("contours and heatmaps have linear axes without limits: choose 'over' instead")
      }
    }
    if figure.field?.style.hasCells == true, !figure.series.isEmpty {
      throw .message("a heatmap shows nothing but its cells: put other marks into a panel of their own")
    }
    if figure.series.count > 200 {
      throw .message("a figure has at most 200 marks: here are \(figure.series.count)")
    }
    return figure
  }
}
