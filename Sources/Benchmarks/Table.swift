/// Rows of text in columns: the first flush left, the others flush right.
struct Table {
  private var rows: [[String]]

  init(_ heading: [String]) { rows = [heading] }

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let widths = (0..<(rows[0].count)).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let fill = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + fill : fill + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
