/// Definitions by cases.
extension TermReader {
  private static let mostPieces = 8
  /// Words before a condition.
  static let introductions: Set<String> = [
    "if", "for", "when", "where", "si", "para", "cuando", "donde", "pour", "quand",
  ]
  /// Words for all other places.
  private static let others: Set<String> = [
    "otherwise", "else", "elsewhere", "en otro caso", "en caso contrario", "en el resto", "si no", "resto",
    "sinon",
  ]

  /// A term for each row, with the condition in its second column.
  static func pieces(_ table: Table) throws(Unreadable) -> Term {
    guard table.rows.count <= mostPieces else { throw Unreadable("it has too many cases") }
    var pieces: [Term.Piece] = []
    for row in table.rows where !row.allSatisfy({ $0.isEmpty }) {
      guard row.count == 2 else { throw Unreadable("a case without a condition is not read") }
      pieces.append(
        Term.Piece(term: try term(withoutComma(row[0])), conditions: try conditions(withoutComma(row[1]))))
    }
    guard pieces.dropLast().allSatisfy({ !$0.conditions.isEmpty }), !pieces.isEmpty else {
      throw Unreadable("which case holds is not clear")
    }
    return .pieces(pieces)
  }

  /// What is left of a cell without a comma or period at its end.
  private static func withoutComma(_ cell: [Node]) -> [Node] {
    var nodes = flattened(cell).filter { !isSpace($0) }
    if let last = nodes.last.flatMap(symbol(of:))?.text, last == "," || last == "." || last == ";" {
      nodes.removeLast()
    }
    return nodes
  }

  /// What stands in the brackets around all nodes; the nodes where none stand around all.
  private static func withoutBrackets(_ nodes: [Node]) -> [Node] {
    guard nodes.count > 2, symbol(of: nodes[0])?.text == "(",
      case .symbol(let last) = nodes[nodes.count - 1].kind,
      last.text == ")"
    else { return nodes }
    let inner = Array(nodes.dropFirst().dropLast())
    var depth = 0
    for node in inner {
      depth += nesting(of: node)
      if depth < 0 { return nodes }
    }
    return inner
  }

  /// What `x ∈ [a, b)` says of `x`; nil where a condition is no such thing.
  private static func interval(_ nodes: [Node]) throws(Unreadable) -> [Term.Condition]? {
    guard let sign = nodes.firstIndex(where: { symbol(of: $0)?.text == "∈" }), sign > 0 else { return nil }
    let name = try term(Array(nodes[..<sign]))
    let (open, close, parts) = brackets(around: Array(nodes[(sign + 1)...]))
    guard let open, let close, ["(", "[", "]"].contains(open), [")", "]", "["].contains(close),
      parts.count == 2
    else { throw Unreadable("the condition of a case is not read") }
    var conditions: [Term.Condition] = []
    if !isInfinite(parts[0]) {
      let relation: Term.Condition.Relation = open == "[" ? .lessOrEqual : .less
      conditions.append(.init(left: try term(parts[0]), relation: relation, right: name))
    }
    if !isInfinite(parts[1]) {
      let relation: Term.Condition.Relation = close == "]" ? .lessOrEqual : .less
      conditions.append(.init(left: name, relation: relation, right: try term(parts[1])))
    }
    guard !conditions.isEmpty else { throw Unreadable("the condition of a case is not read") }
    return conditions
  }

  /// The brackets that stand around nodes, and the parts between the commas within.
  private static func brackets(around nodes: [Node]) -> (open: String?, close: String?, parts: [[Node]]) {
    if let node = onlyNode(nodes), case .fenced(let fence) = node.kind, fence.bodies.count == 1 {
      return (fence.open?.text, fence.close?.text, separated(fence.bodies[0][...]))
    }
    guard nodes.count > 2 else { return (nil, nil, []) }
    let ends = [nodes[0], nodes[nodes.count - 1]].map { symbol(of: $0)?.text }
    return (ends[0], ends[1], separated(nodes.dropFirst().dropLast()))
  }

  private static func isInfinite(_ nodes: [Node]) -> Bool {
    let signs = nodes.filter { !isSpace($0) }.map(plainText)
    return ["∞", "−∞", "+∞"].contains(signs.joined())
  }

  /// `x > 0`, `0 ≤ x < 1`; none where the words stand for all other places.
  private static func conditions(_ nodes: [Node]) throws(Unreadable) -> [Term.Condition] {
    var nodes = nodes.flatMap { node in
      if case .group(let inner) = node.kind { flattened(inner) } else { [node] }
    }
    nodes.removeAll(where: isSpace)
    if case .text(let text, _)? = nodes.first?.kind {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      nodes.removeFirst()
      if nodes.isEmpty, others.contains(words) { return [] }
      guard introductions.contains(words) else { throw Unreadable("the words '\(text)' are not read here") }
    }
    nodes = withoutBrackets(nodes)
    if let found = try interval(nodes) { return found }
    var terms: [Term] = []
    var relations: [String] = []
    var side: [Node] = []
    for node in nodes {
      guard let symbol = symbol(of: node), symbol.atom == .relation, !symbol.isBar else {
        side.append(node)
        continue
      }
      relations.append(symbol.text)
      terms.append(try term(side))
      side = []
    }
    terms.append(try term(side))
    guard (1...2).contains(relations.count) else { throw Unreadable("the condition of a case is not read") }
    var conditions: [Term.Condition] = []
    for (index, relation) in relations.enumerated() {
      let (left, right) = (terms[index], terms[index + 1])
      switch relation {
      case "<": conditions.append(.init(left: left, relation: .less, right: right))
      case ">": conditions.append(.init(left: right, relation: .less, right: left))
      case "≤", "⩽": conditions.append(.init(left: left, relation: .lessOrEqual, right: right))
      case "≥", "⩾": conditions.append(.init(left: right, relation: .lessOrEqual, right: left))
      case "=": conditions.append(.init(left: left, relation: .equal, right: right))
      case "≠": conditions.append(.init(left: left, relation: .unequal, right: right))
      default: throw Unreadable("the condition of a case is not read")
      }
    }
    return conditions
  }
}
