/// Definite integrals.
extension TermReader {
  /// `∫_0^1 x^2 dx`: what stands before the first `d` with a name behind it.
  mutating func integral(_ scripts: Scripts) throws(Unreadable) -> Term {
    guard let below = scripts.sub, let above = scripts.sup, scripts.primes == 0 else {
      throw Unreadable("an integral without bounds is not read")
    }
    let start = index + 1
    var depth = 0
    for end in start..<max(start, nodes.count - 1) {
      depth += Self.nesting(of: nodes[end])
      guard depth == 0, Self.plainText(nodes[end]) == "d", let name = Self.name(of: nodes[end + 1]) else {
        continue
      }
      let integrand = end > start ? try Self.term(Array(nodes[start..<end])) : .number(1, unit: 1)
      index = end + 2
      return .integral(
        integrand, over: name, from: try Self.bound(Self.row(below)), to: try Self.bound(Self.row(above)))
    }
    throw Unreadable("over what an integral runs is not read")
  }

  static func bound(_ nodes: [Node]) throws(Unreadable) -> Term {
    guard let last = nodes.last, case .symbol(let sign) = last.kind, sign.text == "∞" else {
      return try term(nodes)
    }
    let infinity = Term.number(.infinity, unit: 1)
    switch nodes.count == 2 ? symbol(of: nodes[0])?.text : "+" {
    case "+" where nodes.count <= 2: return infinity
    case "−": return .negative(infinity)
    default: throw Unreadable("up to where an integral runs is not read")
    }
  }

  /// `\left[ x^3 \right]_0^1`: how much a term of one name changes between two of its values; nil where it is none.
  func difference(_ fence: Fence, _ scripts: Scripts) throws(Unreadable) -> Term? {
    guard fence.open?.text == "[", fence.close?.text == "]", fence.bodies.count == 1, scripts.primes == 0,
      let below = scripts.sub, let above = scripts.sup
    else { return nil }
    let term = try Self.term(fence.bodies[0])
    var names: Set<String> = []
    term.visit { if case .name(let name) = $0 { names.insert(name) } }
    guard names.count == 1, let name = names.first else {
      throw Unreadable("which of its names has the values at the bracket is not clear")
    }
    let (from, to) = (try Self.term([below]), try Self.term([above]))
    return .sum([.at(term, name, to), .negative(.at(term, name, from))])
  }
}
