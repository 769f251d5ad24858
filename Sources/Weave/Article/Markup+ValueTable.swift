import Session

extension Markup {
  /// Writes a table of values that a cell shows. It may be wider than the page, so it scrolls in a region that the
  /// keyboard reaches.
  ///
  /// - Complexity: Linear in the length of its texts.
  mutating func write(_ table: ValueTable, _ phrases: Phrases) {
    raw("<div class=\"output table\" role=group tabindex=0")
    attribute("aria-label", table.caption.isEmpty ? phrases.table : table.caption)
    raw("><table>\n")
    if !table.caption.isEmpty {
      raw("<caption>")
      text(table.caption)
      raw("</caption>\n")
    }
    raw("<thead>\n<tr>")
    for column in table.columns {
      write(column.name, heads: column.name.isEmpty ? nil : "col", isRight: column.isNumeric)
    }
    raw("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      raw("<tr>")
      for (index, (cell, column)) in zip(row, table.columns).enumerated() {
        let heads = index == 0 && table.hasRowNames && !cell.isEmpty
        write(cell, heads: heads ? "row" : nil, isRight: column.isNumeric)
      }
      raw("</tr>\n")
    }
    raw("</tbody>\n")
    if table.omittedRows > 0 {
      raw("<tfoot>\n<tr><td")
      attribute("colspan", "\(table.columns.count)")
      raw(">")
      text(phrases.moreRows(table.omittedRows))
      raw("</td></tr>\n</tfoot>\n")
    }
    raw("</table></div>\n")
  }

  /// Writes a cell of a table, which may be a heading. An empty heading names nothing, so it is none.
  private mutating func write(_ text: String, heads: StaticString?, isRight: Bool) {
    raw(heads == nil ? "<td" : "<th")
    if let heads { attribute("scope", "\(heads)") }
    if isRight { attribute("class", "right") }
    raw(">")
    self.text(text)
    raw(heads == nil ? "</td>" : "</th>")
  }
}
