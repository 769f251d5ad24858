/// Commutative diagrams, as amscd has them: rows of objects with arrows between them, and rows of vertical arrows.
extension Parser {
  /// An arrow, or nothing where one would be.
  private struct Arrow {
    var nodes: [Node] = []
    var isVertical = false
  }

  /// The rows of `CD` up to its end.
  mutating func diagram(_ layout: TableLayout) throws(FormulaError) -> Table {
    var table = Table(rows: [], layout: layout, gaps: [])
    while true {
      table.rows.append(try diagramRow())
      guard isAtNewline else { break }
      _ = try controlSequence()
      table.gaps.append(try rowGap())
    }
    if table.rows.count > 1, table.rows.last == [[]] {
      table.rows.removeLast()
    } else {
      table.gaps.append(0)
    }
    return table
  }

  /// The cells of a row: objects and arrows in turn, or vertical arrows with empty cells between them.
  private mutating func diagramRow() throws(FormulaError) -> [[Node]] {
    let sign = UInt8(ascii: "@")
    let start = position
    var objects = [try row(endingAt: sign)]
    var arrows: [Arrow] = []
    while peek == sign {
      arrows.append(try arrow())
      objects.append(try row(endingAt: sign))
      guard 2 * arrows.count < Self.maximumColumns else { throw .tooWide(start..<position) }
    }
    if arrows.contains(where: \.isVertical) {
      guard objects.allSatisfy(\.isEmpty), arrows.allSatisfy({ $0.isVertical || $0.nodes.isEmpty }) else {
        throw .verticalArrow(start..<position)
      }
      return Array(arrows.map { [$0.nodes] }.joined(separator: [[]]))
    }
    return zip(objects, arrows).flatMap { [$0, $1.nodes] } + objects.suffix(1)
  }

  /// Reads an arrow, of which `@` comes next.
  private mutating func arrow() throws(FormulaError) -> Arrow {
    let start = position
    position += 1
    guard let sign = peek else { throw .diagramArrow(start..<position) }
    position += 1
    switch sign {
    case UInt8(ascii: "."): return Arrow()
    case UInt8(ascii: "="): return horizontalArrow("=", [], [], start)
    case UInt8(ascii: "|"): return verticalArrow("‖", [], [], start)
    case UInt8(ascii: ">"), UInt8(ascii: "<"):
      let (over, under) = (try label(endingAt: sign, start), try label(endingAt: sign, start))
      return horizontalArrow(sign == UInt8(ascii: ">") ? "→" : "←", over, under, start)
    case UInt8(ascii: "V"), UInt8(ascii: "A"):
      let (left, right) = (try label(endingAt: sign, start), try label(endingAt: sign, start))
      return verticalArrow(sign == UInt8(ascii: "V") ? "↓" : "↑", left, right, start)
    default: throw .diagramArrow(start..<position)
    }
  }

  /// A label, and the sign of the arrow after it.
  private mutating func label(endingAt sign: UInt8, _ start: Int) throws(FormulaError) -> [Node] {
    let nodes = try row(endingAt: sign)
    guard peek == sign else { throw .diagramArrow(start..<position) }
    position += 1
    return nodes
  }

  /// An arrow of at least two and a half ems.
  private func horizontalArrow(_ text: String, _ over: [Node], _ under: [Node], _ start: Int) -> Arrow {
    let range = start..<position
    let width = Node(kind: .space(15_000), range: range)
    let above = over.isEmpty ? width : Self.single(over, range)
    let below = under.isEmpty ? width : Self.single(under, range)
    return Arrow(nodes: [Node(kind: .arrow(text, over: above, under: below), range: range)])
  }

  /// An arrow in the middle of its column, with labels that take no room at its sides.
  private func verticalArrow(_ text: String, _ left: [Node], _ right: [Node], _ start: Int) -> Arrow {
    let range = start..<position
    func node(_ kind: Node.Kind) -> Node { Node(kind: kind, range: range) }
    let gap = node(.space(1667))
    func small(_ nodes: [Node]) -> Node { node(.style(MathStyle(display: false, level: 1), nodes)) }
    var nodes: [Node] = []
    if !left.isEmpty { nodes.append(node(.decorated(.overlap(.left), small(left + [gap])))) }
    nodes.append(
      node(.delimiter(Symbol(text: text, atom: .ordinary, form: .fence), size: 3, atom: .ordinary)))
    if !right.isEmpty { nodes.append(node(.decorated(.overlap(.right), small([gap] + right)))) }
    return Arrow(nodes: [node(.group(nodes))], isVertical: true)
  }
}
