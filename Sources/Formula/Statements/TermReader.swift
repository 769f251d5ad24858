/// Reads a row of a formula as a term, by recursive descent over its nodes.
///
/// What could mean two things is not read: better no term than a wrong one.
struct TermReader {
  /// Why something is no term.
  struct Unreadable: Error, Hashable {
    var reason: String

    init(_ reason: String) { self.reason = reason }
  }

  let nodes: [Node]
  var index = 0
  /// The last sum or product of which only what follows tells how far it reaches.
  var openSeries: OpenSeries?

  init(_ nodes: [Node]) {
    let flat = Unit.withoutUnits(Self.withGroupsOfDigits(Self.flattened(nodes)))
    self.nodes = Self.withRaisedPrimes(Self.withDifferences(flat.filter { !Self.isSpace($0) }))
  }

  /// With primes that stand on the line, as in `f\prime(x)`, at what stands before them.
  private static func withRaisedPrimes(_ nodes: [Node]) -> [Node] {
    var found: [Node] = []
    for node in nodes {
      guard case .symbol(let symbol) = node.kind, symbol.text == "′", let base = found.last else {
        found.append(node)
        continue
      }
      var scripts = scripts(of: base)
      guard scripts.sup == nil else {
        found.append(node)
        continue
      }
      scripts.primes += 1
      let range = base.range.lowerBound..<node.range.upperBound
      found[found.count - 1] = Node(kind: .scripts(scripts), range: range)
    }
    return found
  }

  /// With `Δ` and the letter behind it as one name.
  static func withDifferences(_ nodes: [Node]) -> [Node] {
    guard nodes.contains(where: isDifference) else { return nodes }
    var found: [Node] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      guard isDifference(node), let next = rest.first, let letter = scripts(of: next).base,
        case .symbol(let symbol) = letter.kind, symbol.isLetter, let name = name(of: letter)
      else {
        found.append(node)
        continue
      }
      rest.removeFirst()
      let range = node.range.lowerBound..<letter.range.upperBound
      let word = Node(kind: .text("Delta" + name, .plain), range: range)
      guard case .scripts(var scripts) = next.kind else {
        found.append(word)
        continue
      }
      scripts.base = word
      found.append(Node(kind: .scripts(scripts), range: node.range.lowerBound..<next.range.upperBound))
    }
    return found
  }

  private static func isDifference(_ node: Node) -> Bool {
    guard case .symbol(let symbol) = node.kind else { return false }
    return symbol.text == "Δ"
  }

  /// The term of a row.
  static func term(_ nodes: [Node]) throws(Unreadable) -> Term {
    var reader = TermReader(nodes)
    guard !reader.nodes.isEmpty else { throw Unreadable("a side is empty") }
    if case .symbol(let symbol)? = reader.nodes.last?.kind, symbol.text == "." { reader = reader.withoutLast }
    if reader.mayBePowerOfTen {
      throw Unreadable("whether 'e' is Euler's number or stands for a power of ten is not clear")
    }
    let term = try reader.sum()
    if reader.peek != nil { throw reader.unreadable() }
    return term
  }

  var withoutLast: TermReader { TermReader(nodes.dropLast()) }

  // MARK: Nodes

  /// With what only changes looks taken away.
  static func flattened(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node in
      switch node.kind {
      case .style(_, let inner), .dressed(_, let inner), .link(_, let inner): flattened(inner)
      // `\mathit{cost}` is one name.
      case .font(.italic, let inner)
      where inner.count > 1 && inner.allSatisfy({ symbol(of: $0)?.isLetter == true }):
        [node]
      case .font(.normal, let inner), .font(.italic, let inner): flattened(inner)
      case .classed(_, let inner), .decorated(.box, let inner): flattened([inner])
      // What stands over a sign of equality says why the sides are equal.
      case .stack(let base, let over?, nil) where isEqualsSign(base) && isReason(over): [base]
      // What stands at a brace says what it means.
      case .accent(let accent, let inner) where accent.brace: flattened([inner])
      case .scripts(let scripts) where scripts.base.map(isBraced) == true: flattened([scripts.base ?? node])
      case .delimiter(let symbol, _, let atom) where atom == .open || atom == .close:
        [Node(kind: .symbol(Symbol(text: symbol.text, atom: atom, form: symbol.form)), range: node.range)]
      // `\big(` says no more of its side than the bracket does.
      case .delimiter(let symbol, _, .ordinary) where symbol.atom == .open || symbol.atom == .close:
        [Node(kind: .symbol(symbol), range: node.range)]
      default: [node]
      }
    }
  }

  private static func isEqualsSign(_ node: Node) -> Bool { symbol(of: node)?.text == "=" }

  /// Whether what stands over a sign of equality only names a rule or a definition: `!` makes a demand of it, `?` a question,
  /// `d` speaks of distributions, and a relation or "if" of a place where it holds.
  private static func isReason(_ node: Node) -> Bool {
    let parts = row(node)
    let text = parts.map(plainText).joined()
    guard !text.isEmpty, !text.contains(where: { "!?·".contains($0) }), text.lowercased() != "d" else {
      return false
    }
    return parts.allSatisfy { part in
      if case .text(let words, _) = part.kind {
        return words.split(separator: " ").first.map { !introductions.contains($0.lowercased()) } ?? true
      }
      return symbol(of: part)?.atom != .relation
    }
  }

  /// Whether a brace stands over or under a node.
  private static func isBraced(_ node: Node) -> Bool {
    if case .accent(let accent, _) = node.kind { accent.brace } else { false }
  }

  static func isSpace(_ node: Node) -> Bool {
    switch node.kind {
    case .space: true
    case .text(let text, _): text.allSatisfy { $0 == " " || $0 == "\u{A0}" }
    case .decorated(.phantom, _), .decorated(.verticalPhantom, _), .decorated(.horizontalPhantom, _): true
    default: false
    }
  }

  /// Whether a text has letters, and so says something.
  static func isWord(_ text: String) -> Bool { text.contains(where: \.isLetter) }

  /// 1 for an opening bracket, −1 for a closing one, else 0.
  static func nesting(of node: Node) -> Int {
    switch symbol(of: node)?.atom {
    case .open: 1
    case .close where symbol(of: node)?.text != "!": -1
    default: 0
    }
  }

  /// The sign that a node is, or that its scripts belong to.
  static func symbol(of node: Node) -> Symbol? {
    switch node.kind {
    case .symbol(let symbol): symbol
    case .scripts(let scripts): scripts.base.flatMap(symbol(of:))
    default: nil
    }
  }

  var peek: Node? { index < nodes.count ? nodes[index] : nil }

  func isNext(_ texts: String...) -> Bool {
    guard case .symbol(let symbol)? = peek?.kind else { return false }
    return texts.contains(symbol.text)
  }

  func unreadable() -> Unreadable {
    switch peek?.kind {
    case nil: Unreadable("something is missing at its end")
    case .symbol(let symbol): Unreadable("'\(symbol.text)' is not read here")
    case .text(let text, _): Unreadable("the words '\(text)' are not read here")
    case .table: Unreadable("matrices are not read")
    default: Unreadable("a part of it is not read")
    }
  }

  // MARK: Sums and products

  mutating func sum() throws(Unreadable) -> Term {
    var terms: [Term] = []
    var percentages = 0
    // Where dots stand for terms.
    var dots: Int?
    repeat {
      let isNegative = isNext("−")
      let hasEither = isNext("±")
      if hasEither || isNegative || isNext("+") { index += 1 }
      if dots == nil, !isNegative, !hasEither, !terms.isEmpty, isNext("…", "⋯") {
        index += 1
        dots = terms.count
        continue
      }
      let before = openSeries
      let term = try product()
      if before?.excludes(term) == false {
        throw Unreadable("how far a sum or product reaches is not clear")
      }
      if Self.symbol(of: nodes[index - 1])?.text == "%" { percentages += 1 }
      terms.append(hasEither ? .plusMinus(term) : isNegative ? .negative(term) : term)
    } while isNext("+", "−", "±")
    guard percentages == 0 || percentages == terms.count else {
      throw Unreadable("of what a percentage in a sum is taken is not clear")
    }
    if let dots { terms = try Self.withoutDots(terms, dots) }
    return terms.count == 1 ? terms[0] : .sum(terms)
  }

  static let times = ["⋅", "×", "∗"]

  mutating func product() throws(Unreadable) -> Term {
    var term = try factor()
    var factors = [term]
    while let node = peek {
      if case .symbol(let symbol) = node.kind {
        if symbol.text == "∘", case .name(let outer)? = factors.popLast() {
          factors.append(.composition(outer, try composed()))
          continue
        }
        if Self.times.contains(symbol.text) {
          index += 1
          let sign = isNext("−")
          if sign { index += 1 }
          let place = index - 1
          let next = try factor()
          if symbol.text == "⋅", !sign, let left = factors.last,
            let product = innerProduct(left, next, at: place)
          {
            factors[factors.count - 1] = product
            continue
          }
          factors.append(sign ? .negative(next) : next)
          continue
        }
        if symbol.text == "/" || symbol.text == "÷" {
          index += 1
          term = factors.count == 1 ? factors[0] : .product(factors)
          factors = [.quotient(term, try factor())]
          // Whether 1/2x is (1/2)x or 1/(2x) only its author knows.
          if peek.map(startsFactor) == true { throw Unreadable("what stands after '/' needs brackets") }
          continue
        }
      }
      guard startsFactor(node) else { break }
      if case .number = node.kind, Self.symbol(of: nodes[index - 1])?.text != "!" {
        throw Unreadable("two numbers stand side by side")
      }
      if case .number = nodes[index - 1].kind, Self.isFractionOfNumbers(node) {
        throw Unreadable(
          "whether a number before a fraction is added to it or multiplied with it is not clear")
      }
      // dx and Δx are one thing each.
      if case .name(let name)? = factors.last, name == "d" || name == "Delta" {
        throw Unreadable("differentials are not read")
      }
      factors.append(try factor())
    }
    return factors.count == 1 ? factors[0] : .product(factors)
  }

  /// Whether a factor without a sign of multiplication can begin with a node.
  func startsFactor(_ node: Node) -> Bool {
    switch node.kind {
    case .symbol(let symbol):
      symbol.atom == .open || symbol.isLetter
        || (symbol.isBar && symbol.atom == .ordinary) || Self.prefixes.contains(symbol.text)
    case .number, .name, .operatorName, .group, .fraction, .root, .fenced, .font, .accent, .table: true
    case .text(let text, _): Self.isWord(text)
    case .scripts(let scripts): scripts.base.map(startsFactor) ?? false
    default: false
    }
  }

  /// Whether a node is a fraction of two numbers, as in 1½.
  private static func isFractionOfNumbers(_ node: Node) -> Bool {
    guard case .fraction(let fraction) = node.kind else { return false }
    return [fraction.numerator, fraction.denominator].allSatisfy { part in
      let nodes = row(part)
      guard nodes.count == 1, case .number = nodes[0].kind else { return false }
      return true
    }
  }

  // MARK: Factors

  mutating func factor() throws(Unreadable) -> Term {
    try postfixed(plainFactor())
  }

  /// The signs that begin a factor which goes on behind them.
  private static let prefixes: Set<String> = ["∑", "∏", "∫", "∇", "∂"]

  private mutating func plainFactor() throws(Unreadable) -> Term {
    guard let node = peek else { throw unreadable() }
    if let derivative = inlineDerivative() { return derivative }
    var scripts = Scripts(base: node)
    if case .scripts(let found) = node.kind { scripts = found }
    if let symbol = scripts.base.flatMap(Self.symbol(of:)) {
      switch symbol.text {
      case "∑", "∏": return try series(scripts, isProduct: symbol.text == "∏")
      case "∫": return try integral(scripts)
      case "∇": return try gradient(scripts)
      case "∂" where scripts.sub != nil: return try partialDerivative(scripts)
      default: break
      }
    }
    guard let base = scripts.base, scripts.placement == .automatic else { throw unreadable() }
    switch base.kind {
    case .name(let name, _): return try namedFunction(name, scripts)
    case .operatorName:
      if let name = Self.name(of: base), Self.otherNames[name] != nil || Self.functions[name] != nil {
        return try namedFunction(Self.otherNames[name] ?? name, scripts)
      }
    case .font, .text:
      if let name = Self.name(of: base).flatMap({ Self.otherNames[$0] }) {
        return try namedFunction(name, scripts)
      }
    case .fraction(let fraction):
      if let differential = try differential(fraction, scripts) { return differential }
    default: break
    }
    // A dot over a letter is a prime.
    if case .accent(let accent, let letter) = base.kind, let order = ["˙": 1, "¨": 2][accent.mark],
      scripts.primes == 0, let name = name(of: letter, scripts.sub)
    {
      index += 1
      scripts.primes = order
      return try named(name, scripts)
    }
    if let name = name(of: base, scripts.sub) {
      index += 1
      return try named(name, scripts)
    }
    if let symbol = Self.symbol(of: base), symbol.atom == .open || symbol.isBar {
      return try bracketed(symbol)
    }
    var isFenced = false
    if case .fenced = base.kind { isFenced = true }
    guard scripts.primes == 0 || isFenced else { throw Unreadable("what is primed is no function's name") }
    if case .fenced(let fence) = base.kind, fence.open == nil, let place = scripts.sub, scripts.sup == nil {
      index += 1
      return try Self.evaluation(Self.term(fence.bodies.first ?? []), place)
    }
    if case .fenced(let fence) = base.kind, let difference = try difference(fence, scripts) {
      index += 1
      return difference
    }
    let norm = Self.norm(scripts.sub)
    guard scripts.sub == nil || isFenced && norm != nil else {
      throw Unreadable("a subscript stands at something that is no name")
    }
    if let angle = Self.degrees(base, scripts) {
      index += 1
      return angle
    }
    if let number = Self.powerOfTen(nodes[index...]) {
      index += 3
      return number
    }
    var term = try atom(base)
    if scripts.sub != nil, let norm {
      guard case .norm(let vector, _) = term else {
        throw Unreadable("a subscript stands at something that is no name")
      }
      term = .norm(vector, norm)
    }
    index += 1
    if let sup = scripts.sup, Self.isTransposition(sup) {
      switch term {
      case .vector: return term
      case .matrix: return .transposed(term)
      default: break
      }
    }
    if isFenced, let combination = combination(of: term, scripts) { return combination }
    if scripts.primes > 0 { term = .primed(term, order: scripts.primes) }
    return try Self.raised(term, scripts.sup)
  }

  private func atom(_ node: Node) throws(Unreadable) -> Term {
    switch node.kind {
    case .number(let text):
      guard let number = Self.number(text) else { throw Unreadable("'\(text)' is not read as a number") }
      return number
    case .group(let inner): return try Self.term(inner)
    case .fraction(let fraction):
      if !fraction.form.bar, fraction.form.open?.text == "(" {
        return .function(
          "binomial", [try Self.term([fraction.numerator]), try Self.term([fraction.denominator])])
      }
      guard fraction.form.bar, fraction.form.open == nil else { throw unreadable() }
      return .quotient(try Self.term([fraction.numerator]), try Self.term([fraction.denominator]))
    case .root(let radicand, let index):
      let term = try Self.term([radicand])
      guard let index else { return .function("sqrt", [term]) }
      let degree = try Self.term([index])
      if degree.literal?.value == 3 { return .function("cbrt", [term]) }
      return .power(term, .quotient(.number(1, unit: 1), degree))
    case .fenced(let fence) where fence.open?.text == "{" && fence.close == nil && fence.bodies.count == 1:
      guard case .table(let table)? = Self.onlyNode(fence.bodies[0])?.kind else { throw unreadable() }
      return try Self.pieces(table)
    case .table(let table) where table.layout.spacing == .cases && table.layout.close == nil:
      return try Self.pieces(table)
    case .table(let table): return try Self.vector(table)
    case .fenced(let fence):
      guard fence.bodies.count == 1, let open = fence.open?.text, let close = fence.close?.text else {
        throw unreadable()
      }
      if let vector = try Self.vector(fence.bodies[0], open: open) { return vector }
      let term = try Self.term(fence.bodies[0])
      switch (open, close) {
      case ("(", ")"), ("[", "]"), ("{", "}"): return term
      case ("|", "|"): return Self.absolute(term, of: fence.bodies[0])
      case ("‖", "‖"): return .norm(term, .euclidean)
      case ("⌊", "⌋"): return .function("floor", [term])
      case ("⌈", "⌉"): return .function("ceil", [term])
      default: throw Unreadable("the brackets '\(open)…\(close)' are not read")
      }
    default: throw unreadable()
    }
  }

  /// What stands in brackets or bars, with its exponent.
  mutating func bracketed(_ open: Symbol) throws(Unreadable) -> Term {
    let (inner, end) = try content(from: index)
    let scripts = Self.scripts(of: nodes[end])
    let norm = Self.norm(scripts.sub)
    guard scripts.sub == nil || open.text == "‖" && norm != nil else {
      throw Unreadable("scripts at brackets are not read")
    }
    if let vector = try Self.vector(Array(inner), open: open.text) {
      index = end + 1
      guard scripts.primes == 0, scripts.sup.map(Self.isTransposition) != false else { throw unreadable() }
      return vector
    }
    var term = try Self.term(Array(inner))
    switch open.text {
    case "(", "[", "{": break
    case "|": term = Self.absolute(term, of: Array(inner))
    case "‖": term = .norm(term, norm ?? .euclidean)
    case "⌊": term = .function("floor", [term])
    case "⌈": term = .function("ceil", [term])
    default: throw Unreadable("the bracket '\(open.text)' is not read")
    }
    index = end + 1
    if open.text == "(", let sup = scripts.sup,
      Self.plainText(sup) == "⊤" || Self.isTransposition(sup) && inner.contains(where: Self.isTransposable)
    {
      return .transposed(term)
    }
    if open.text == "(", let combination = combination(of: term, scripts) { return combination }
    if scripts.primes > 0 {
      guard ["(", "[", "|"].contains(open.text) else { throw Unreadable("scripts at brackets are not read") }
      term = .primed(term, order: scripts.primes)
    }
    return try Self.raised(term, scripts.sup)
  }

  /// The nodes between the bracket at an index and its partner, and the partner's index.
  func content(from start: Int) throws(Unreadable) -> (ArraySlice<Node>, end: Int) {
    guard let open = Self.symbol(of: nodes[start]) else { throw unreadable() }
    var depth = 0
    for end in (start + 1)..<max(nodes.count, start + 1) {
      guard let symbol = Self.symbol(of: nodes[end]) else { continue }
      if open.isBar, depth == 0, symbol.text == open.text { return (nodes[(start + 1)..<end], end) }
      if symbol.atom == .open { depth += 1 }
      guard symbol.atom == .close, symbol.text != "!" else { continue }
      if depth == 0 {
        let partners = ["(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩"]
        guard !open.isBar, partners[open.text] == symbol.text else { break }
        return (nodes[(start + 1)..<end], end)
      }
      depth -= 1
    }
    throw Unreadable("the bracket '\(open.text)' has no partner")
  }

  static func scripts(of node: Node) -> Scripts {
    if case .scripts(let scripts) = node.kind { return scripts }
    return Scripts(base: node)
  }

  static func raised(_ term: Term, _ exponent: Node?) throws(Unreadable) -> Term {
    guard let exponent else { return term }
    return .power(term, try Self.exponent(exponent))
  }

  static func exponent(_ node: Node) throws(Unreadable) -> Term {
    if case .symbol(let symbol) = node.kind, isTransposition(node) || symbol.text == "∗" {
      throw Unreadable("the exponent '\(symbol.text)' is not read")
    }
    return try term([node])
  }
}
