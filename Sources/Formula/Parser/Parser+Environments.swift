extension Parser {
  /// `\begin{name} … \end{name}`; `\begin` has been read.
  mutating func environment(from start: Int) throws(FormulaError) -> Node.Kind {
    let (name, nameRange) = try environmentName(after: "begin", from: start)
    guard var layout = EnvironmentTable.layout(name) else { throw .unknownEnvironment(name, nameRange) }
    let opening = start..<position
    skipVerticalPlace()
    if layout.takesColumns { try readColumns(into: &layout, of: name, from: start) }
    if layout.takesAlignment { try readAlignment(into: &layout) }
    if layout.takesCount { _ = try rawArgument(of: "begin{\(name)}", at: start) }
    try descend(at: start)
    let table = layout.isDiagram ? try diagram(layout) : try rows(layout)
    depth -= 1
    let here = position
    guard peek == UInt8(ascii: "\\"), let (_, command) = try? controlSequence(), case .end = command else {
      throw .unclosedEnvironment(name, found: closer(at: here), opening)
    }
    let (closed, _) = try environmentName(after: "end", from: here)
    guard closed == name else {
      throw .unclosedEnvironment(name, found: "`\\end{\(closed.prefix(40))}`", here..<position)
    }
    return .table(table)
  }

  /// `[t]`, `[c]` or `[b]` after `\begin{aligned}`, which says where a line of text meets it: always its axis here.
  private mutating func skipVerticalPlace() {
    guard position + 2 < bytes.count, bytes[position] == UInt8(ascii: "["),
      bytes[position + 2] == UInt8(ascii: "]"),
      [UInt8(ascii: "t"), UInt8(ascii: "b")].contains(bytes[position + 1])
    else { return }
    position += 3
  }

  /// The lines of `\substack{…}`.
  mutating func stackedLines(_ name: String, from start: Int) throws(FormulaError) -> Table {
    let nameEnd = position
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw .missingBraces(of: name, start..<nameEnd) }
    let open = position
    position += 1
    try descend(at: start)
    let table = try rows(EnvironmentTable.stacked)
    depth -= 1
    guard peek == UInt8(ascii: "}") else { throw .unclosedBrace(open..<open + 1) }
    position += 1
    return table
  }

  /// Cells between `&`, rows between `\\`.
  private mutating func rows(_ layout: TableLayout) throws(FormulaError) -> Table {
    var table = Table(rows: [[]], layout: layout, gaps: [], stretch: stretch)
    let takesTags = layout.spacing == .pairs || layout.spacing == .lines
    let outer = marks
    if takesTags { marks = RowMarks() }
    defer { if takesTags { marks = outer } }
    try readBetweenRows(&table, takesWords: takesTags)
    while true {
      let cell = try cell(table.rows[table.rows.count - 1].count, of: layout)
      table.rows[table.rows.count - 1].append(cell)
      if peek == UInt8(ascii: "&") {
        guard table.rows[table.rows.count - 1].count < Self.maximumColumns else {
          throw .tooWide(position..<position + 1)
        }
        position += 1
        continue
      }
      if takesTags { try takeMarks(into: &table) }
      guard isAtNewline else { break }
      _ = try controlSequence()
      table.gaps.append(try rowGap())
      table.rows.append([])
      try readBetweenRows(&table, takesWords: takesTags)
    }
    if table.rows.count > 1, table.rows.last == [[]] {
      table.rows.removeLast()
    } else {
      table.gaps.append(0)
    }
    return table
  }

  /// What a cell of a column holds.
  private mutating func cell(_ column: Int, of layout: TableLayout) throws(FormulaError) -> [Node] {
    guard let width = layout.paragraphs[column % layout.columns.count] else { return try row() }
    return try paragraph(width: width)
  }

  /// Reads what stands before a row and nowhere else: `\hline`s, `\hdashline`s and, between lines, `\intertext`s.
  private mutating func readBetweenRows(_ table: inout Table, takesWords: Bool) throws(FormulaError) {
    while true {
      let before = position
      skipSpace()
      let here = position
      guard peek == UInt8(ascii: "\\"), let (name, command) = try? controlSequence() else {
        position = before
        return
      }
      let row = table.rows.count - 1
      switch command {
      case .line(let rule):
        table.lines[row] = rule.beside(table.lines[row])
      case .interlude where takesWords:
        table.rows[row] = [[try textNode(name, from: here)]]
        table.interludes.insert(row)
        table.gaps.append(0)
        table.rows.append([])
      default:
        position = before
        return
      }
    }
  }

  /// `[length]` after `\\`.
  mutating func rowGap() throws(FormulaError) -> Int {
    if peek == UInt8(ascii: "*") { position += 1 }
    guard peek == UInt8(ascii: "[") else { return 0 }
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else {
      throw .unclosedBracket(position..<position + 1)
    }
    let range = position + 1..<end
    position = end + 1
    return try Self.length(String(decoding: bytes[range], as: UTF8.self), range)
  }

  private mutating func environmentName(
    after command: String, from start: Int
  ) throws(FormulaError) -> (name: String, range: Range<Int>) {
    let end = position
    skipSpace()
    guard peek == UInt8(ascii: "{"), let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
      throw .environmentName(after: command, start..<end)
    }
    let range = position + 1..<close
    position = close + 1
    return (String(decoding: bytes[range], as: UTF8.self), range)
  }

  /// What stands where an environment should be closed, in words; nil at the end.
  private func closer(at offset: Int) -> String? {
    guard offset < bytes.count else { return nil }
    guard bytes[offset] == UInt8(ascii: "\\") else { return "`\(Unicode.Scalar(bytes[offset]))`" }
    var copy = self
    copy.position = offset
    return (try? copy.controlSequence()).map { "`\\\($0.name)`" }
  }
}
