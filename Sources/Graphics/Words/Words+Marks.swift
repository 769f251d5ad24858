/// The sentences about kinds of figures and about marks other than lines and paths.
extension Words {
  /// The templates of the language.
  var marks: MarkWords {
    switch self {
    case .english: .english
    case .spanish: .spanish
    case .french: .french
    }
  }

  /// A template with its places filled.
  static func filled(_ template: String, _ values: String...) -> String {
    var text = ""
    for (index, part) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let place = part.first?.wholeNumberValue, place < values.count else {
        text += part
        continue
      }
      text += values[place] + part.dropFirst(2)
    }
    return text
  }

  /// What sort of figure it is, by what it shows first.
  func kind(of figure: Figure) -> String {
    if !figure.panels.isEmpty { return Self.filled(marks.panels, "\(figure.panels.count)") }
    if let field = figure.field { return field.style.hasCells ? marks.heatmap : marks.contourPlot }
    switch figure.series.first(where: { ![.text, .arrow, .horizontal, .vertical].contains($0.mark) })?.mark {
    case .bars: return marks.barChart
    case .histogram: return marks.histogram
    case .vectors: return marks.vectorField
    case .scatter where figure.series.allSatisfy({ $0.mark != .line && $0.mark != .path }):
      return marks.scatterPlot
    default: return marks.lineChart
    }
  }

  /// What is said of points that a logarithmic axis cannot show; empty where there are none.
  func withoutPlace(_ series: Series, _ figure: Figure) -> String {
    var text = ""
    let count = zip(series.x, series.y).count { x, y in
      x.isFinite && y.isFinite
        && (figure.x.scale.transformed(x) == nil || figure.y.scale.transformed(y) == nil)
    }
    if count > 0 { text += Self.filled(marks.withoutPlace, "\(count)") }
    if series.mark == .scatter {
      if let colours = ends(series.channel(0)) { text += Self.filled(marks.colours, colours) }
      if let sizes = ends(series.channel(1)) { text += Self.filled(marks.sizes, sizes) }
    }
    return text
  }

  /// The sentence about a series; nil for lines, paths and points.
  func account(ofMark series: Series, in figure: Figure) -> String? {
    let name = series.name.onOneLine(limit: 40)
    func named(_ text: String) -> String { name.isEmpty ? capitalised(text) : name + lines.colon + text }
    switch series.mark {
    case .line, .path, .scatter: return nil
    case .bars: return named(account(ofBars: series)) + withoutPlace(series, figure)
    case .histogram: return named(account(ofBins: series)) + withoutPlace(series, figure)
    case .band:
      let (x, low, high) = (ends(series.x), ends(series.y), ends(series.channel(0)))
      let text = Self.filled(marks.band, x ?? noData, low ?? noData, high ?? noData)
      return named(text) + withoutPlace(series, figure)
    case .vectors:
      return named(
        Self.filled(
          marks.vectors, "\(series.count)", ends(series.x) ?? noData, ends(series.y) ?? noData))
    case .arrow:
      guard let x = series.x.first, let y = series.y.first, let toX = series.channel(0)?.first,
        let toY = series.channel(1)?.first
      else { return named(noData) }
      return named(Self.filled(marks.arrow, pair(x, y), pair(toX, toY)))
    case .text:
      guard let x = series.x.first, let y = series.y.first, let text = series.texts.first else {
        return named(noData)
      }
      return named(Self.filled(marks.text, text.onOneLine(limit: 100), pair(x, y)))
    case .horizontal: return named(Self.filled(marks.rule, "y", series.y.first.map { number($0) } ?? noData))
    case .vertical: return named(Self.filled(marks.rule, "x", series.x.first.map { number($0) } ?? noData))
    }
  }

  /// The extremes of a field's cells and where they are, counted from 1.
  func account(ofCells field: Field) -> String {
    let finite = field.values.indices.filter { field.values[$0].isFinite }
    guard let least = finite.min(by: { field.values[$0] < field.values[$1] }),
      let greatest = finite.max(by: { field.values[$0] < field.values[$1] })
    else { return noData }
    func place(_ index: Int) -> [String] {
      [number(field.values[index]), "\(index / field.x.count + 1)", "\(index % field.x.count + 1)"]
    }
    let (low, high) = (place(least), place(greatest))
    let text = Self.filled(
      marks.cells, "\(field.y.count)", "\(field.x.count)", low[0], low[1], low[2], high[0], high[1], high[2])
    let missing = field.values.count - finite.count
    return missing == 0 ? text : text + Self.filled(marks.cellsNotFinite, "\(missing)")
  }

  private func account(ofBars series: Series) -> String {
    func bar(_ index: Int) -> String {
      let name = index < series.texts.count ? series.texts[index].onOneLine(limit: 30) : "\(index + 1)"
      return name + " " + number(series.y[index])
    }
    if series.count <= 8 {
      let bars = series.y.indices.map(bar).joined(separator: ", ")
      return Self.filled(marks.bars, "\(series.count)", bars)
    }
    let finite = series.y.indices.filter { series.y[$0].isFinite }
    guard let lowest = finite.min(by: { series.y[$0] < series.y[$1] }),
      let highest = finite.max(by: { series.y[$0] < series.y[$1] })
    else { return noData }
    return Self.filled(marks.manyBars, "\(series.count)", bar(lowest), bar(highest))
  }

  private func account(ofBins series: Series) -> String {
    guard let rights = series.channel(0), let first = series.x.first, let last = rights.last,
      let fullest = series.y.indices.max(by: { series.y[$0] < series.y[$1] })
    else { return noData }
    return Self.filled(
      marks.bins, "\(series.count)", number(first), number(last), number(series.y.reduce(0, +)),
      number(series.x[fullest]), number(rights[fullest]), number(series.y[fullest]))
  }

  private func pair(_ x: Double, _ y: Double) -> String { "(\(number(x)), \(number(y)))" }

  /// A number with so many significant digits at most.
  func number(_ value: Double, digits: Int = 4) -> String {
    value.isFinite
      ? DecimalNumber(value).rounded(to: digits).typeset : value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞"
  }

  /// The least and the greatest finite number; nil without any.
  private func ends(_ numbers: [Double]?) -> String? {
    let finite = (numbers ?? []).filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return range(least, greatest)
  }
}
