/// Derivatives in Leibniz' notation.
extension TermReader {
  /// `dy/dx` and its relatives; nil where the fraction is an ordinary one.
  mutating func differential(_ fraction: Fraction, _ scripts: Scripts) throws(Unreadable) -> Term? {
    guard fraction.form.bar, let above = Differential(numerator: Self.row(fraction.numerator)),
      let below = Differential.variables(Self.row(fraction.denominator), isPartial: above.isPartial),
      below.count == above.order
    else { return nil }
    guard scripts.sub == nil, scripts.primes == 0 else {
      throw Unreadable("scripts at a derivative are not read")
    }
    index += 1
    var term: Term
    if above.rest.isEmpty {
      term = .differential(try operand(), by: below, isPartial: above.isPartial)
    } else {
      term = .differential(try Self.term(above.rest), by: below, isPartial: above.isPartial)
    }
    if let place = try place() {
      term = try Self.evaluation(term, place)
    } else if !above.rest.isEmpty, below.allSatisfy({ $0 == below[0] }), let found = try arguments() {
      guard found.exponent == nil else { throw unreadable() }
      if found.terms.count == 1 {
        term = .at(term, below[0], found.terms[0])
      } else if case .differential(.name(let name), _, _) = term, below.count == 1 {
        term = .applied("\(name)_\(below[0])", found.terms, exponent: nil)
      } else {
        throw unreadable()
      }
    }
    return try Self.raised(term, scripts.sup)
  }

  /// `dy/dx` and `∂f/∂x` on one line; nil where something else comes next.
  mutating func inlineDerivative() -> Term? {
    guard let (function, above, behind) = differentialPair(at: index), behind < nodes.count,
      case .symbol(let slash) = nodes[behind].kind, slash.text == "/",
      let (variable, below, end) = differentialPair(at: behind + 1), above.order == 1, below == above
    else { return nil }
    index = end
    return .differential(.name(function), by: [variable], isPartial: above.isPartial)
  }

  /// The name in a `df` or `{\partial f}` that begins at a place, its sign, and where it ends; nil where none does.
  private func differentialPair(at place: Int)
    -> (name: String, sign: (isPartial: Bool, order: Int), end: Int)?
  {
    guard place < nodes.count else { return nil }
    var pair = Array(nodes[place...].prefix(2))
    var end = place + 2
    if case .group = nodes[place].kind {
      pair = Self.row(nodes[place])
      end = place + 1
    }
    guard pair.count == 2, let sign = Differential.sign(pair[0]), let name = plainName(pair[1]) else {
      return nil
    }
    return (name, sign, end)
  }

  /// The name that a node is, which has no more than a subscript; nil where it is none.
  private func plainName(_ node: Node) -> String? {
    let scripts = Self.scripts(of: node)
    guard let base = scripts.base, scripts.sup == nil, scripts.primes == 0 else { return nil }
    return name(of: base, scripts.sub)
  }

  static func row(_ node: Node) -> [Node] {
    var nodes = [node]
    if case .group(let inner) = node.kind { nodes = inner }
    return flattened(nodes).filter { !isSpace($0) }
  }

  /// The `x = 2` at a bar that comes next.
  mutating func place() throws(Unreadable) -> Node? {
    guard case .scripts(let scripts)? = peek?.kind, let place = scripts.sub, scripts.sup == nil else {
      return nil
    }
    switch scripts.base?.kind {
    case .symbol(let symbol) where symbol.isBar: break
    case .delimiter(let symbol, _, _) where symbol.isBar: break
    default: return nil
    }
    index += 1
    return place
  }

  static func evaluation(_ term: Term, _ place: Node) throws(Unreadable) -> Term {
    let nodes = row(place)
    guard let equals = nodes.firstIndex(where: { symbol(of: $0)?.text == "=" }), equals == 1,
      let variable = name(of: nodes[0])
    else { throw Unreadable("where the derivative is taken is not read") }
    return .at(term, variable, try Self.term(Array(nodes[(equals + 1)...])))
  }

  /// The numerator of `d²y/dx²`.
  struct Differential {
    var order = 1
    var isPartial: Bool
    var rest: [Node]

    init?(numerator: [Node]) {
      guard let first = numerator.first, let (isPartial, order) = Self.sign(first) else { return nil }
      self.isPartial = isPartial
      self.order = order
      rest = Array(numerator.dropFirst())
    }

    /// Whether a node is `d` or `∂`, and its exponent.
    static func sign(_ node: Node) -> (isPartial: Bool, order: Int)? {
      let scripts = TermReader.scripts(of: node)
      guard let base = scripts.base, scripts.sub == nil, scripts.primes == 0 else { return nil }
      let text = TermReader.plainText(base)
      guard text == "d" || text == "∂" || text == "partial" else { return nil }
      guard let sup = scripts.sup else { return (text != "d", 1) }
      guard case .number(let digits) = sup.kind, let order = Int(digits), (1...9).contains(order) else {
        return nil
      }
      return (text != "d", order)
    }

    /// The names in `dx²` or `∂x∂y`, one for each time.
    static func variables(_ nodes: [Node], isPartial: Bool) -> [String]? {
      var names: [String] = []
      var index = 0
      while index + 1 < nodes.count {
        guard let (partial, order) = sign(nodes[index]), order == 1, partial == isPartial else { return nil }
        let scripts = TermReader.scripts(of: nodes[index + 1])
        guard let base = scripts.base, var name = TermReader.name(of: base), scripts.primes == 0 else {
          return nil
        }
        if let sub = scripts.sub { name += "_" + TermReader.plainText(sub) }
        var times = 1
        if let sup = scripts.sup {
          guard case .number(let digits) = sup.kind, let count = Int(digits), (1...9).contains(count) else {
            return nil
          }
          times = count
        }
        names += [String](repeating: name, count: times)
        index += 2
      }
      return index == nodes.count && !names.isEmpty ? names : nil
    }
  }
}
