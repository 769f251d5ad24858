/// The lines of a formula.
extension Statement {
  /// The lines of aligned formulas, also within a single line that has a tag or a label; otherwise the formula
  /// itself.
  static func rows(of nodes: [Node]) -> [[Node]] {
    var nodes = nodes
    while true {
      if let table = lines(of: nodes) {
        guard table.rows.count == 1 else { return table.rows.map { $0.flatMap { $0 } } }
        nodes = table.rows[0].flatMap { $0 }
      } else if case .decorated(.box, let inner)? = visible(nodes).first?.kind, visible(nodes).count == 1 {
        nodes = TermReader.row(inner)
      } else {
        return [nodes]
      }
    }
  }

  private static func visible(_ nodes: [Node]) -> [Node] {
    nodes.filter { node in if case .space = node.kind { false } else { true } }
  }

  /// The table of lines that is all there is; nil where something else is written.
  private static func lines(of nodes: [Node]) -> Table? {
    let visible = visible(nodes)
    guard visible.count == 1, case .table(let table) = visible[0].kind, table.layout.open == nil,
      table.layout.close == nil
    else { return nil }
    switch table.layout.spacing {
    case .pairs, .lines: return table
    case .even: return isAligned(table) ? table : nil
    default: return nil
    }
  }

  /// Whether the columns of a table do no more than stand relations below one another, as in `f(x) &=& x^2`: one
  /// relation in each row, alone or at an end of its cell.
  private static func isAligned(_ table: Table) -> Bool {
    let rows = table.rows.filter { !$0.allSatisfy(\.isEmpty) }
    return !rows.isEmpty
      && rows.allSatisfy { row in
        let cells = row.map { TermReader.flattened($0).filter { !TermReader.isSpace($0) } }
        let relations = cells.map { cell in cell.indices.filter { isRelation(cell[$0]) } }
        guard row.count > 1 else { return !relations[0].isEmpty }
        guard relations.reduce(0, { $0 + $1.count }) == 1,
          let column = relations.firstIndex(where: { !$0.isEmpty })
        else { return false }
        let place = relations[column][0]
        let joins =
          cells[column].count == 1
          ? [column - 1, column, column + 1]
          : place == 0
            ? [column - 1, column] : place == cells[column].count - 1 ? [column, column + 1] : [column]
        return cells.indices.allSatisfy { joins.contains($0) || cells[$0].isEmpty }
      }
  }
}
