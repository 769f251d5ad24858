import Lesson

extension ArticleWriter {
  /// Writes a table. It may be wider than the page, so it scrolls in a region that the keyboard reaches.
  mutating func write(_ table: Table) {
    markup.raw("<div class=table role=group tabindex=0")
    markup.attribute("aria-label", phrases.table)
    markup.raw("><table>\n<thead>\n")
    writeRow(table.header, of: table, isHeader: true)
    markup.raw("</thead>\n")
    if !table.rows.isEmpty {
      markup.raw("<tbody>\n")
      for row in table.rows { writeRow(row, of: table, isHeader: false) }
      markup.raw("</tbody>\n")
    }
    markup.raw("</table></div>\n")
  }

  private mutating func writeRow(_ cells: [[Inline]], of table: Table, isHeader: Bool) {
    markup.raw("<tr>")
    for (cell, alignment) in zip(cells, table.alignments) {
      // An empty heading names nothing, so it is none.
      let isHeading = isHeader && !cell.isEmpty
      markup.raw(isHeading ? "<th scope=\"col\"" : "<td")
      if let alignment, alignment != .left { markup.attribute("class", alignment.rawValue) }
      markup.raw(">")
      nested { $0.write(cell) }
      markup.raw(isHeading ? "</th>" : "</td>")
    }
    markup.raw("</tr>\n")
  }
}
