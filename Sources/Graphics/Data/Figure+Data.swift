extension Figure {
  /// The data of a figure as tables for readers, one for each mark or field or for some lines over the same places: at
  /// most 8 tables, with some 240 numbers together.
  ///
  ///     Figure(series: [Series(name: "f", x: [0, 1], y: [0, 2])]).data(language: "en").tables.count // 1
  ///
  /// Of longer data there are rows at equal distances, of large fields columns too; each table says so.
  ///
  /// - Parameter language: A language tag, as for `description(language:)`.
  /// - Returns: The tables, and what is said of marks without one; nil where all have theirs.
  /// - Complexity: O(points).
  public func data(language: String) -> (tables: [FigureData], omission: String?) {
    let words = Words(language: language)
    let figures = panels.isEmpty ? [self] : panels
    let writers = figures.map { FigureDataWriter(figure: $0, words: words) }
    let most = min(writers.reduce(0) { $0 + $1.tableCount }, Self.mostTables)
    var tables: [FigureData] = []
    for (index, writer) in writers.enumerated() where tables.count < most {
      let panel = panels.isEmpty ? "" : words.panel(index, of: writer.figure)
      for var table in writer.tables(atMost: most - tables.count, cells: Self.mostCells / most) {
        table.name = [panel, table.name].filter { !$0.isEmpty }.joined(separator: " ")
        tables.append(table)
      }
    }
    let count = figures.reduce(0) { $0 + $1.series.count + ($1.field == nil ? 0 : 1) }
    let omitted = count - tables.reduce(0) { $0 + $1.series }
    return (tables, omitted == 0 ? nil : words.counted(omitted, words.lines.moreSeries))
  }

  private static let mostTables = 8
  private static let mostCells = 240
}
