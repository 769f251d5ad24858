/// Names of several letters that are written as letters in a row: `cost(w)`.
extension Node {
  /// Nodes with the letters that spell a word as one name each, in all that they hold.
  static func joiningLetters(of words: Set<String>, in nodes: [Node]) -> [Node] {
    var found: [Node] = []
    var rest = nodes[...]
    while let node = rest.first {
      if let numbered = numbered(rest, among: words) {
        found.append(numbered)
        rest = rest.dropFirst(2)
        continue
      }
      let letters = lettersInARow(rest)
      let text = letters.compactMap { $0.letter }.joined()
      guard letters.count > 1, words.contains(text), let last = letters.last else {
        for node in rest.prefix(max(letters.count, 1)) {
          found.append(node.mappingRows { joiningLetters(of: words, in: $0) })
        }
        rest = rest.dropFirst(max(letters.count, 1))
        continue
      }
      rest = rest.dropFirst(letters.count)
      let bases = letters.map { TermReader.scripts(of: $0).base ?? $0 }
      let start = node.range.lowerBound
      let word = Node(kind: .font(.italic, bases), range: start..<(bases.last ?? last).range.upperBound)
      guard case .scripts(var scripts) = last.kind else {
        found.append(word)
        continue
      }
      scripts.base = word
      scripts.sub = scripts.sub?.mappingRows { joiningLetters(of: words, in: $0) }
      scripts.sup = scripts.sup?.mappingRows { joiningLetters(of: words, in: $0) }
      found.append(Node(kind: .scripts(scripts), range: start..<last.range.upperBound))
    }
    return found
  }

  /// The letter and the digits on the line behind it, as in `z2`, that are a name together; nil where they are none.
  private static func numbered(_ nodes: ArraySlice<Node>, among words: Set<String>) -> Node? {
    guard let first = nodes.first, let next = nodes.dropFirst().first, case .symbol = first.kind,
      let letter = first.letter, first.range.upperBound == next.range.lowerBound
    else { return nil }
    var scripts = TermReader.scripts(of: next)
    guard let digits = scripts.base, case .number(let text) = digits.kind, words.contains(letter + text),
      scripts.sub == nil, scripts.primes == 0
    else { return nil }
    scripts.base = first
    scripts.sub = digits
    return Node(kind: .scripts(scripts), range: first.range.lowerBound..<next.range.upperBound)
  }

  /// The letters at the start of some nodes that stand side by side; the last may have scripts.
  private static func lettersInARow(_ nodes: ArraySlice<Node>) -> ArraySlice<Node> {
    var end = nodes.startIndex
    while end < nodes.endIndex, nodes[end].letter != nil {
      guard end == nodes.startIndex || nodes[end - 1].range.upperBound == nodes[end].range.lowerBound else {
        break
      }
      end += 1
      if case .scripts = nodes[end - 1].kind { break }
    }
    return nodes[..<end]
  }

  /// The Latin letter that it is, or that its scripts stand at.
  private var letter: String? {
    guard let base = TermReader.scripts(of: self).base, case .symbol(let symbol) = base.kind, symbol.isLetter,
      symbol.text.utf8.count == 1
    else { return nil }
    return symbol.text
  }

  /// With what a function makes of the nodes that stand side by side in it.
  func mappingRows(_ body: ([Node]) -> [Node]) -> Node {
    func inner(_ node: Node) -> Node { node.mappingRows(body) }
    var node = self
    switch kind {
    case .group(let nodes): node.kind = .group(body(nodes))
    case .style(let style, let nodes): node.kind = .style(style, body(nodes))
    case .dressed(let dress, let nodes): node.kind = .dressed(dress, body(nodes))
    case .scripts(var scripts):
      scripts.base = scripts.base.map(inner)
      scripts.sub = scripts.sub.map(inner)
      scripts.sup = scripts.sup.map(inner)
      node.kind = .scripts(scripts)
    case .fraction(var fraction):
      fraction.numerator = inner(fraction.numerator)
      fraction.denominator = inner(fraction.denominator)
      node.kind = .fraction(fraction)
    case .root(let radicand, let index): node.kind = .root(radicand: inner(radicand), index: index)
    case .fenced(var fence):
      fence.bodies = fence.bodies.map(body)
      node.kind = .fenced(fence)
    case .table(var table):
      table.rows = table.rows.map { $0.map(body) }
      node.kind = .table(table)
    default: break
    }
    return node
  }
}
