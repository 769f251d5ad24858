/// Definite integrals.
extension TermReader {
  /// `∫_0^1 x^2 dx`, `∫ x^2 dx`: what stands before the first `d` with a name behind it, which may stand over a divisor.
  mutating func integral(_ scripts: Scripts) throws(Unreadable) -> Term {
    guard scripts.primes == 0, (scripts.sub == nil) == (scripts.sup == nil) else {
      throw Unreadable("an integral with one bound is not read")
    }
    let (integrand, name) = try integrand()
    guard let below = scripts.sub, let above = scripts.sup else {
      return .antiderivative(integrand, over: name)
    }
    return .integral(
      integrand, over: name, from: try Self.bound(Self.row(below)), to: try Self.bound(Self.row(above)))
  }

  /// What stands behind the sign of an integral, and over what it is integrated.
  private mutating func integrand() throws(Unreadable) -> (Term, over: String) {
    let start = index + 1
    var depth = 0
    for end in start..<max(start, nodes.count) {
      depth += Self.nesting(of: nodes[end])
      guard depth == 0 else { continue }
      let before = Array(nodes[start..<end])
      if case .fraction(var fraction) = nodes[end].kind,
        let (rest, name) = Self.differential(at: fraction.numerator)
      {
        let range = nodes[end].range
        fraction.numerator = Node(
          kind: .group(rest.isEmpty ? [Node(kind: .number("1"), range: range)] : rest), range: range)
        index = end + 1
        return (try Self.term(before + [Node(kind: .fraction(fraction), range: range)]), name)
      }
      guard Self.plainText(nodes[end]) == "d", end + 1 < nodes.count, let name = Self.name(of: nodes[end + 1])
      else {
        continue
      }
      index = end + 2
      return (before.isEmpty ? .number(1, unit: 1) : try Self.term(before), name)
    }
    throw Unreadable("over what an integral runs is not read")
  }

  /// The `dx` at the end of what stands over a divisor, and what is before it; nil where there is none.
  private static func differential(at numerator: Node) -> (rest: [Node], name: String)? {
    let nodes = row(numerator)
    guard nodes.count > 1, plainText(nodes[nodes.count - 2]) == "d",
      let name = name(of: nodes[nodes.count - 1])
    else { return nil }
    return (Array(nodes.dropLast(2)), name)
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
