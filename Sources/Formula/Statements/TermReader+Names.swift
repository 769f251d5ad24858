/// Names, and the arguments of functions.
extension TermReader {
  /// The name that a node is, with its subscript; nil where it is none.
  func name(of node: Node, _ subscripted: Node?) -> String? {
    guard let name = Self.name(of: node) else { return nil }
    guard let subscripted else { return name }
    return name + "_" + Self.plainText(subscripted)
  }

  static func name(of node: Node) -> String? {
    switch node.kind {
    case .symbol(let symbol):
      guard symbol.isLetter, symbol.text != "∂", symbol.text != "∇" else { return nil }
      return GreekNames.names[symbol.text] ?? symbol.text
    case .text(let text, _):
      return isWord(text) && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? text : nil
    case .operatorName(let inner, _), .font(_, let inner):
      let text = inner.map(plainText).joined()
      return text.first?.isLetter == true ? text : nil
    // Cells call a vector what its letter says.
    case .accent(let accent, let base) where accent.mark == "→": return name(of: base)
    case .accent(let accent, let base):
      // The mark over x_1 is that of x.
      if let inner = onlyNode(row(base)), case .scripts(let scripts) = inner.kind, let letter = scripts.base,
        let sub = scripts.sub, scripts.sup == nil, scripts.primes == 0, let name = name(of: letter)
      {
        return "\(name)\(accent.mark)_\(plainText(sub))"
      }
      return name(of: base).map { "\($0)\(accent.mark)" }
    default: return nil
    }
  }

  /// The signs of a node, one after the other.
  static func plainText(_ node: Node) -> String {
    switch node.kind {
    case .symbol(let symbol): GreekNames.names[symbol.text] ?? symbol.text
    case .number(let text), .text(let text, _), .name(let text, _): text
    case .group(let inner), .font(_, let inner), .style(_, let inner), .operatorName(let inner, _),
      .dressed(_, let inner):
      inner.map(plainText).joined()
    case .scripts(let scripts):
      [scripts.base, scripts.sub, scripts.sup].compactMap { $0.map(plainText) }.joined(separator: "_")
    case .fraction(let fraction): plainText(fraction.numerator) + "/" + plainText(fraction.denominator)
    default: "·"
    }
  }

  /// What follows a name: primes, an exponent, arguments.
  mutating func named(_ name: String, _ scripts: Scripts) throws(Unreadable) -> Term {
    var name = name
    var order = scripts.primes
    var sup = scripts.sup
    // x^* is a name.
    if let node = sup, Self.plainText(node) == "∗" {
      name += "∗"
      sup = nil
    }
    if let product = try transposedProduct(name, scripts) { return product }
    if let node = sup, Self.isTransposition(node), let base = scripts.base,
      Self.plainText(node) == "⊤" || Self.isTransposable(base)
    {
      return .transposed(.name(name))
    }
    // f^{(3)} is the third derivative.
    if order == 0, let node = sup, case .group(let inner) = node.kind, inner.count == 3,
      case .symbol(let open) = inner[0].kind, open.text == "(", case .number(let text) = inner[1].kind,
      let count = Int(text), count > 0, count < 10
    {
      order = count
      sup = nil
    }
    let exponent = try sup.map { node throws(Unreadable) in try Self.exponent(node) }
    var found = try arguments()
    if found == nil { found = try argumentInSquareBrackets() }
    guard let arguments = found else {
      if order > 0 { return .derivative(name, order: order, nil, exponent: exponent) }
      return exponent.map { .power(.name(name), $0) } ?? .name(name)
    }
    if let exponent, order == 0 {
      guard arguments.terms.count == 1 else {
        throw Unreadable("'\(name)' has an exponent before its arguments")
      }
      let factor = arguments.terms[0]
      return .raised(name, exponent, times: arguments.exponent.map { .power(factor, $0) } ?? factor)
    }
    guard exponent == nil || arguments.exponent == nil else { throw Unreadable("there are two exponents") }
    // In \dot x (m \ddot x + k x) the brackets hold a factor.
    if order > 0, arguments.terms.count == 1, arguments.terms[0].isFactor(besides: name) {
      let factor = arguments.terms[0]
      return .product([
        .derivative(name, order: order, nil, exponent: exponent),
        arguments.exponent.map { .power(factor, $0) } ?? factor,
      ])
    }
    if order > 0 {
      return .derivative(name, order: order, arguments.terms, exponent: exponent ?? arguments.exponent)
    }
    return .applied(name, arguments.terms, exponent: arguments.exponent)
  }

  /// The arguments in the brackets that come next, and the exponent at their end; nil where there are none.
  mutating func arguments() throws(Unreadable) -> (terms: [Term], exponent: Term?)? {
    guard let node = peek else { return nil }
    var lists: [[Node]]
    var scripts = Self.scripts(of: node)
    if case .fenced(let fence)? = scripts.base?.kind {
      guard fence.open?.text == "(", fence.close?.text == ")", fence.bodies.count == 1 else { return nil }
      lists = Self.separated(fence.bodies[0][...])
      index += 1
    } else if case .symbol(let symbol) = node.kind, symbol.text == "(", symbol.atom == .open {
      let (inner, end) = try content(from: index)
      lists = Self.separated(inner)
      scripts = Self.scripts(of: nodes[end])
      index = end + 1
    } else {
      return nil
    }
    guard scripts.sub == nil, scripts.primes == 0 else {
      throw Unreadable("scripts at brackets are not read")
    }
    var terms: [Term] = []
    for list in lists { terms.append(try Self.term(list)) }
    return (terms, try scripts.sup.map { node throws(Unreadable) in try Self.exponent(node) })
  }

  /// The argument in the square brackets that come next, as in `E[X^2]`, and the exponent at their end; nil where there
  /// are none.
  private mutating func argumentInSquareBrackets() throws(Unreadable) -> (terms: [Term], exponent: Term?)? {
    guard let node = peek else { return nil }
    var scripts = Self.scripts(of: node)
    var inner: [Node]
    var next = index + 1
    if case .fenced(let fence)? = scripts.base?.kind {
      guard fence.open?.text == "[", fence.close?.text == "]", fence.bodies.count == 1 else { return nil }
      inner = fence.bodies[0]
    } else if case .symbol(let symbol) = node.kind, symbol.text == "[", symbol.atom == .open {
      let (content, end) = try content(from: index)
      inner = Array(content)
      scripts = Self.scripts(of: nodes[end])
      next = end + 1
    } else {
      return nil
    }
    guard scripts.sub == nil, scripts.primes == 0, Self.separated(inner[...]).count == 1 else { return nil }
    let term = try Self.term(inner)
    index = next
    return ([term], try scripts.sup.map { node throws(Unreadable) in try Self.exponent(node) })
  }

  /// The parts between commas outside of brackets.
  static func separated(_ nodes: ArraySlice<Node>) -> [[Node]] {
    var lists: [[Node]] = [[]]
    var depth = 0
    for node in flattened(Array(nodes)) {
      depth += nesting(of: node)
      if depth == 0, case .symbol(let symbol) = node.kind, symbol.text == "," || symbol.text == ";" {
        lists.append([])
      } else {
        lists[lists.count - 1].append(node)
      }
    }
    return lists
  }
}
