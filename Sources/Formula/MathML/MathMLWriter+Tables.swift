extension MathMLWriter {
  mutating func writeTable(_ table: Table) {
    let layout = table.layout
    let isBracketed = layout.open != nil || layout.close != nil
    if isBracketed { output += "<mrow>" }
    if let open = layout.open { writeGrowing(open) }
    let inner = layout.style ?? MathStyle(display: false, level: style.level)
    let isSmaller = inner.level > style.level
    if isSmaller { openStyle(inner) }
    output += inner.display ? "<mtable displaystyle=\"true\"" : "<mtable"
    // Around it may be an HTML table, whose border spacing would be inherited.
    output += " style=\"border-collapse:collapse\">"
    let columns = table.rows.map(\.count).max() ?? 0
    within(MathStyle(display: inner.display, level: max(inner.level, style.level))) { writer in
      for (index, row) in table.rows.enumerated() { writer.writeRow(row, index, of: table, columns: columns) }
    }
    output += "</mtable>"
    if isSmaller { output += "</mstyle>" }
    if let close = layout.close { writeGrowing(close) }
    if isBracketed { output += "</mrow>" }
  }

  private mutating func writeRow(_ row: [[Node]], _ index: Int, of table: Table, columns: Int) {
    output += "<mtr>"
    for (column, cell) in row.enumerated() {
      let style = Self.cellStyle(row: index, column: column, of: table, columns: columns)
      output += style.isEmpty ? "<mtd>" : "<mtd style=\"\(style)\">"
      let followsPoint = table.layout.spacing == .pairs && column % 2 == 1
      writeChildren(cell, after: followsPoint ? .ordinary : nil)
      output += "</mtd>"
    }
    output += "</mtr>"
  }

  /// The CSS of a cell, without what browsers do anyway: centred, with 0.5ex and 0.4em around.
  private static func cellStyle(row: Int, column: Int, of table: Table, columns: Int) -> String {
    let layout = table.layout
    var style: [String] = []
    switch layout.columns[column % layout.columns.count] {
    case .left: style.append("text-align:left")
    // Chromium aligns the content of cells by `justify-items`, the others by `text-align`.
    case .right: style.append("text-align:right;justify-items:end")
    case .center: break
    }
    switch layout.spacing {
    case .even:
      if layout.takesColumns { break }
      if column == 0 { style.append("padding-left:0") }
      if column == columns - 1 { style.append("padding-right:0") }
    case .pairs: style.append(column % 2 == 0 && column > 0 ? "padding:0.3em 0 0.3em 1em" : "padding:0.3em 0")
    case .cases: style.append(column < columns - 1 ? "padding:0.2em 1em 0.2em 0" : "padding:0.2em 0")
    case .lines: style.append("padding:0.3em 0")
    case .stacked: style.append("padding:0.1em 0.1em")
    }
    let gap = table.gaps[row]
    if gap > 0 { style.append("padding-bottom:\(length(gap + 3000))") }
    if layout.rules.contains(column) { style.append("border-left:0.06em solid") }
    if column == columns - 1, layout.rules.contains(columns) { style.append("border-right:0.06em solid") }
    if table.lines.contains(row) { style.append("border-top:0.06em solid") }
    if row == table.rows.count - 1, table.lines.contains(row + 1) {
      style.append("border-bottom:0.06em solid")
    }
    return style.joined(separator: ";")
  }
}
