/// The names of the field and the series, each after a piece of how it is drawn, in rows.
struct Legend {
  struct Entry: Equatable {
    /// The series it names; nil for the field.
    var series: Int?
    var name: String
    /// Where its sample begins, from the left of the legend.
    var x: Double
    var row: Int
  }

  static let rowHeight = 20.0
  static let sampleWidth = 24.0
  static let gap = 8.0
  private static let rowLimit = 4

  private(set) var entries: [Entry] = []
  /// Named series for which there was no room.
  private(set) var omitted = 0
  /// Where the note on the omitted ones begins.
  private(set) var end = 0.0
  private(set) var rows = 0

  /// A legend is made where there is a field or several series, and one has a name; it has at most four rows.
  init(_ figure: Figure, width: Double, words: Words = .english) {
    guard figure.hasLegend else { return }
    var names: [(series: Int?, name: String)] = []
    if let field = figure.field, field.style == .contours { names.append((nil, words.legend(of: field))) }
    for (index, series) in figure.series.enumerated() where series.mark.isColoured {
      names.append((index, words.legend(of: series)))
    }
    guard names.count > 1 || figure.field?.style == .contours else { return }
    var x = 0.0
    for (index, fullName) in names {
      let name = fullName.onOneLine(limit: 60)
      if name.isEmpty { continue }
      let room = width - Self.sampleWidth - Self.gap
      let shown = TextMetrics.truncated(name, to: room, size: Style.narrowSize)
      let length = Self.sampleWidth + Self.gap + TextMetrics.width(of: shown, size: Style.narrowSize)
      guard omitted == 0 else {
        omitted += 1
        continue
      }
      // The last row keeps room for the note.
      let isFull = rows == 0 || x + length > (rows == Self.rowLimit ? width - 60 : width)
      if isFull, rows == Self.rowLimit {
        omitted = 1
        continue
      }
      if isFull {
        rows += 1
        x = 0
      }
      entries.append(Entry(series: index, name: shown, x: x, row: rows - 1))
      x += length + 20
      end = x
    }
  }

  var height: Double { Double(rows) * Self.rowHeight }
}
