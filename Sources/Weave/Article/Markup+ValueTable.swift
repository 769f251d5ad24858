import Graphics
import Session

/// Tables of what cells compute. They may be wider than the page, so they scroll in a region that the keyboard reaches.
extension Markup {
  /// Writes a table that a cell shows.
  ///
  /// - Complexity: Linear in the length of its texts.
  mutating func write(_ table: ValueTable, _ phrases: Phrases) {
    write(
      caption: table.caption, columns: table.columns.map { ($0.name, $0.isNumeric) }, rows: table.rows,
      hasRowNames: table.hasRowNames,
      footer: table.omittedRows > 0 ? phrases.moreRows(table.omittedRows) : nil, phrases)
  }

  /// Writes data of a figure.
  ///
  /// - Complexity: Linear in the length of its texts.
  mutating func write(_ data: FigureData, _ phrases: Phrases) {
    write(
      caption: data.name, columns: data.columns.map { ($0.name, $0.isNumeric) },
      rows: (0..<data.count).map { row in data.columns.map { $0.texts[row] } },
      hasRowNames: data.hasRowNames, footer: data.omission, phrases)
  }

  private mutating func write(
    caption: String, columns: [(name: String, isNumeric: Bool)], rows: [[String]], hasRowNames: Bool,
    footer: String?, _ phrases: Phrases
  ) {
    raw("<div class=\"output table\" role=group tabindex=0")
    attribute("aria-label", caption.isEmpty ? phrases.table : caption)
    raw("><table>\n")
    if !caption.isEmpty {
      raw("<caption>")
      text(caption)
      raw("</caption>\n")
    }
    raw("<thead>\n<tr>")
    for column in columns { writeCell(column.name, heads: "col", isRight: column.isNumeric) }
    raw("</tr>\n</thead>\n<tbody>\n")
    for row in rows {
      raw("<tr>")
      for (index, (cell, column)) in zip(row, columns).enumerated() {
        writeCell(cell, heads: index == 0 && hasRowNames ? "row" : nil, isRight: column.isNumeric)
      }
      raw("</tr>\n")
    }
    raw("</tbody>\n")
    if let footer {
      raw("<tfoot>\n<tr><td")
      attribute("colspan", "\(columns.count)")
      raw(">")
      text(footer)
      raw("</td></tr>\n</tfoot>\n")
    }
    raw("</table></div>\n")
  }

  /// Writes a cell of a table, which may be a heading. An empty heading names nothing, so it is none.
  private mutating func writeCell(_ text: String, heads scope: String?, isRight: Bool) {
    let scope = text.isEmpty ? nil : scope
    raw(scope == nil ? "<td" : "<th")
    if let scope { attribute("scope", scope) }
    if isRight { attribute("class", "right") }
    raw(">")
    self.text(text)
    raw(scope == nil ? "</td>" : "</th>")
  }
}
