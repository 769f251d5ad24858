extension DocumentBuilder {
  /// Reads the cells of a table. Rows with fewer cells than columns get empty ones.
  mutating func table(_ source: TableSource) -> Table {
    let width = source.alignments.count
    var rows: [[[Inline]]] = []
    for row in source.rows {
      if row.count > width, let first = row.dropFirst(width).first, let last = row.last {
        report(
          "table.columns", first.lowerBound..<max(first.lowerBound, last.upperBound),
          "this row has \(row.count) cells, but the table has \(width) columns; write '\\|' for a pipe in a cell"
        )
      }
      var cells = row.prefix(width).map { $0.isEmpty ? [] : Self.withoutEscapes(inlines(of: $0)) }
      while cells.count < width { cells.append([]) }
      rows.append(cells)
    }
    return Table(
      alignments: source.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()),
      range: source.range)
  }

  /// In the code spans of a table, as elsewhere in it, `\|` is a pipe. The parser bounds how deep inlines nest.
  private static func withoutEscapes(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .code(let code): .code(code.replacing("\\|", with: "|"))
      case .emphasis(let content): .emphasis(withoutEscapes(content))
      case .strong(let content): .strong(withoutEscapes(content))
      case .link(let destination, let title, let content, let range):
        .link(destination: destination, title: title, content: withoutEscapes(content), range: range)
      default: inline
      }
    }
  }

  /// The paragraph that starts a list item with the box of a task, `[ ]` or `[x]`, as such.
  func task(_ frame: Frame) -> [Inline] {
    guard fixedPlace == nil, frame.range.lowerBound < lines.bytes.count,
      lines.bytes[frame.range.lowerBound] == UInt8(ascii: "["), case .text(let text) = frame.inlines.first,
      let mark = ["[ ] ", "[x] ", "[X] "].first(where: { text.hasPrefix($0) })
    else { return frame.inlines }
    var inlines: [Inline] = [.checkbox(isChecked: mark != "[ ] ")]
    inlines.append(text: String(text.dropFirst(4)))
    return inlines + frame.inlines.dropFirst()
  }
}
