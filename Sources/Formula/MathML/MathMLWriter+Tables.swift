extension MathMLWriter {
  mutating func writeTable(_ table: Table) {
    let layout = table.layout
    let isBracketed = layout.open != nil || layout.close != nil
    if isBracketed { output += "<mrow>" }
    if let open = layout.open { writeGrowing(open) }
    let inner = layout.style ?? MathStyle(display: false, level: style.level)
    let isSmaller = inner.level > style.level
    if isSmaller { openStyle(inner) }
    let isTagged = !table.tags.isEmpty || table.labels.values.contains { numbers.line($0) != nil }
    let names = Self.names(of: layout) + (isTagged ? ["tagged"] : [])
    output +=
      names.count > 1 ? "<mtable class=\"\(names.joined(separator: " "))\"" : "<mtable class=\(names[0])"
    output += inner.display ? " displaystyle=true>" : ">"
    let columns = table.rows.map(\.count).max() ?? 0
    within(MathStyle(display: inner.display, level: max(inner.level, style.level))) { writer in
      for (index, row) in table.rows.enumerated() {
        if table.interludes.contains(index) {
          writer.writeInterlude(row[0], across: columns + layout.betweenCells(columns) + (isTagged ? 3 : 0))
        } else {
          writer.writeRow(row, index, of: table, columns: columns, isTagged: isTagged)
        }
      }
    }
    output += "</mtable>"
    if isSmaller { output += "</mstyle>" }
    if let close = layout.close { writeGrowing(close) }
    if isBracketed { output += "</mrow>" }
  }

  /// Writes words between lines, in one cell.
  private mutating func writeInterlude(_ words: [Node], across columns: Int) {
    output += "<mtr><mtd columnspan=\(columns) style=\"text-align:left;justify-items:start;padding:.6em 0\">"
    writeChildren(words)
    output += "</mtd></mtr>"
  }

  /// Writes what stands between columns, if anything does, in a cell of its own.
  private mutating func writeBetween(_ place: Int, of table: Table) {
    guard let nodes = table.layout.between[place], !nodes.isEmpty else { return }
    output += "<mtd style=padding-inline:0>"
    writeChildren(nodes)
    output += "</mtd>"
  }

  /// - Parameter isTagged: Whether something stands at the right of the table's rows.
  private mutating func writeRow(
    _ row: [[Node]], _ index: Int, of table: Table, columns: Int, isTagged: Bool
  ) {
    let line = table.labels[index].flatMap { numbers.line($0) }
    output += line?.identifier.map { "<mtr id=\"\($0)\">" } ?? "<mtr>"
    // Two cells before, so that odd columns stay odd.
    if isTagged { output += "<mtd></mtd><mtd></mtd>" }
    for (column, cell) in row.enumerated() {
      writeBetween(column, of: table)
      let style = Self.cellStyle(row: index, column: column, of: table, columns: columns)
      output += style.isEmpty ? "<mtd>" : "<mtd style=\(style)>"
      let followsPoint = table.layout.spacing == .pairs && column % 2 == 1
      writeChildren(cell, after: followsPoint ? .ordinary : nil)
      output += "</mtd>"
    }
    if row.count == columns { writeBetween(columns, of: table) }
    if isTagged {
      for _ in row.count..<max(columns, row.count) { output += "<mtd></mtd>" }
      output += "<mtd>"
      if let tag = table.tags[index] {
        writeElement(tag)
      } else if let line {
        writeText("(\(line.number))", .plain)
      }
      output += "</mtd>"
    }
    output += "</mtr>"
  }

  /// The classes that the style sheet gives paddings and alignments to.
  private static func names(of layout: TableLayout) -> [String] {
    switch layout.spacing {
    case .even: [layout.takesColumns ? "array" : "matrix"]
    case .pairs: layout.takesCount ? ["aligned", "at"] : ["aligned"]
    case .cases: ["cases"]
    case .lines: ["lines"]
    case .stacked: ["stacked"]
    }
  }

  /// What the style sheet puts above and below the cells of an array, in ten-thousandths of an em.
  private static let usualRoom = 2200
  /// Half the distance of base lines in TeX, which `\arraystretch` multiplies.
  private static let stretchedRoom = 6000

  /// The CSS of a cell, without spaces, where it differs from what the table's class says.
  private static func cellStyle(row: Int, column: Int, of table: Table, columns: Int) -> String {
    let layout = table.layout
    var style: [String] = []
    // Chromium aligns the content of cells by `justify-items`, the others by `text-align`.
    func align(_ alignment: TableLayout.Alignment) {
      switch alignment {
      case .left: style.append("text-align:left;justify-items:start")
      case .right: style.append("text-align:right;justify-items:end")
      case .center: break
      }
    }
    if layout.spacing == .even || layout.spacing == .stacked {
      align(layout.columns[column % layout.columns.count])
    } else if layout.isStaggered, table.rows.count > 1 {
      align(row == 0 ? .left : row == table.rows.count - 1 ? .right : .center)
    }
    if layout.between[column] != nil { style.append("padding-left:0") }
    if layout.between[column + 1] != nil { style.append("padding-right:0") }
    let gap = table.gaps[row]
    var room = 3000
    if layout.spacing == .even, table.stretch != 100 {
      room = max(0, usualRoom + (table.stretch - 100) * stretchedRoom / 100)
      style.append("padding-block:\(length(room))")
    }
    if gap > 0 { style.append("padding-bottom:\(length(gap + room))") }
    func addLine(_ side: String, _ rule: TableRule?) {
      if let rule { style.append("border-\(side)-style:\(rule.rawValue)") }
      if rule == .double { style.append("border-\(side)-width:.18em") }
    }
    addLine("left", layout.rules[column])
    if column == columns - 1 { addLine("right", layout.rules[columns]) }
    addLine("top", table.lines[row])
    if row == table.rows.count - 1 { addLine("bottom", table.lines[row + 1]) }
    return style.joined(separator: ";")
  }
}

extension TableLayout {
  /// How many cells stand between columns, or at their sides, besides the columns' own.
  fileprivate func betweenCells(_ columns: Int) -> Int {
    between.count { $0.key <= columns && !$0.value.isEmpty }
  }
}
