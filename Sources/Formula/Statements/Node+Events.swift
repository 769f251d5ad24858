/// Probabilities of events and expectations, which are names: `P(A \mid B)`, `P(X = 3)`, `E[X^2]`.
extension Node {
  /// Whether TeX may have some.
  static func mayHaveEvents(_ tex: String) -> Bool {
    tex.utf8.contains { $0 == UInt8(ascii: "P") || $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "V") }
  }

  /// Nodes with each probability of an event as one name, in all that they hold.
  ///
  /// - Parameter others: The names that mean something else.
  static func namingEvents(in nodes: [Node], except others: Set<String>) -> [Node] {
    var found: [Node] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      guard let letter = nameOfMeasure(node), !others.contains(letter),
        let (inner, last, count) = brackets(rest),
        isEvent(inner, of: letter)
      else {
        found.append(node.mappingRows { namingEvents(in: $0, except: others) })
        continue
      }
      rest = rest.dropFirst(count)
      let words = inner.filter { !TermReader.isSpace($0) }.map(TermReader.plainText).joined()
      let range = node.range.lowerBound..<last.range.upperBound
      let text = Node(kind: .text("\(letter)(\(words.filter { $0 != "_" }))", .plain), range: range)
      let name = Node(kind: .font(.roman, [text]), range: range)
      guard case .scripts(var scripts) = last.kind else {
        found.append(name)
        continue
      }
      scripts.base = name
      found.append(Node(kind: .scripts(scripts), range: range))
    }
    return found
  }

  /// What a node without scripts calls a probability, an expectation or a variance; nil where it is something else.
  private static func nameOfMeasure(_ node: Node) -> String? {
    switch node.kind {
    case .symbol, .font, .operatorName, .name, .text: break
    default: return nil
    }
    let text = TermReader.plainText(node)
    return measures.contains(text) ? text : nil
  }

  private static let measures: Set<String> = ["P", "Pr", "E", "Var", "Cov"]

  /// What stands in the brackets at the start of some nodes, the node that closes them, and how many nodes they are.
  private static func brackets(_ nodes: ArraySlice<Node>) -> (inner: [Node], last: Node, count: Int)? {
    guard let first = nodes.first else { return nil }
    if case .fenced(let fence)? = TermReader.scripts(of: first).base?.kind {
      guard let open = fence.open?.text, open == "(" || open == "[", fence.bodies.count == 1 else {
        return nil
      }
      return (fence.bodies[0], first, 1)
    }
    guard let open = TermReader.symbol(of: first)?.text, open == "(" || open == "[" else { return nil }
    var depth = 0
    for (place, node) in zip(nodes.indices, nodes) {
      depth += TermReader.nesting(of: node)
      guard depth == 0 else { continue }
      return (Array(nodes[(nodes.startIndex + 1)..<place]), node, place - nodes.startIndex + 1)
    }
    return nil
  }

  /// Whether what stands in brackets is an event, or for others than probabilities a random variable: it is no number that a
  /// function takes.
  private static func isEvent(_ nodes: [Node], of name: String) -> Bool {
    let visible = nodes.filter { !TermReader.isSpace($0) }
    let symbols = visible.compactMap(TermReader.symbol(of:))
    if name.hasPrefix("P"),
      symbols.contains(where: { $0.atom == .relation || $0.isBar || "∩∪".contains($0.text) })
    {
      return true
    }
    func isCapital(_ node: Node) -> Bool {
      let text = TermReader.plainText(TermReader.scripts(of: node).base ?? node)
      if case .accent(_, let letter) = node.kind { return isCapital(letter) }
      return text.count == 1 && events.contains(text)
    }
    guard let first = visible.first else { return false }
    if name.hasPrefix("P") { return visible.count == 1 && isCapital(first) }
    return visible.contains(where: isCapital)
  }

  /// The letters of events and random variables; others, as V and T, are mostly quantities.
  private static let events: Set<String> = ["A", "B", "C", "D", "E", "F", "H", "X", "Y", "Z"]
}
