/// Functions that have a command of their own, and limits.
extension TermReader {
  /// The names in C of TeX's functions.
  static let functions = [
    "sin": "sin", "cos": "cos", "tan": "tan", "tg": "tan", "arcsin": "asin", "arccos": "acos",
    "arctan": "atan",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "exp": "exp", "ln": "log", "log": Term.anyLogarithm,
    "max": "fmax", "det": TermMatrix.determinant, "tr": TermMatrix.trace,
    "min": "fmin",
  ]

  /// The names of TeX's functions in texts whose language has others: `\operatorname{sen} x`.
  static let otherNames = [
    "sen": "sin", "tg": "tan", "arcsen": "arcsin", "arctg": "arctan", "senh": "sinh", "tgh": "tanh",
    "tr": "tr",
    "traza": "tr",
  ]

  mutating func namedFunction(_ name: String, _ scripts: Scripts) throws(Unreadable) -> Term {
    if name == "lim" { return try limit(scripts) }
    guard var function = Self.functions[name] else { throw Unreadable("'\(name)' is not read") }
    if scripts.primes > 0 { return try derivative(of: function, scripts) }
    var logarithmBase: Term?
    if let base = scripts.sub {
      switch (name, Self.plainText(base)) {
      case ("log", "2"): function = "log2"
      case ("log", "10"): function = "log10"
      case ("log", "e"): function = "log"
      case ("log", let text) where Int(text).map({ $0 > 2 }) ?? false:
        function = "log"
        logarithmBase = try Self.term([base])
      default: throw Unreadable("the subscript of '\(name)' is not read")
      }
    }
    index += 1
    var power = try scripts.sup.map { node throws(Unreadable) in try Self.exponent(node) }
    if power == .negative(.number(1, unit: 1)) {
      guard ["sin", "cos", "tan", "sinh", "cosh", "tanh"].contains(function) else {
        throw Unreadable("the exponent −1 of '\(name)' is not read")
      }
      function = "a" + function
      power = nil
    }
    var value: Term
    if let arguments = try arguments() {
      guard arguments.terms.count == (function.hasPrefix("fm") ? 2 : 1) else {
        throw Unreadable("'\(name)' has another number of arguments than is read")
      }
      value = .function(function, arguments.terms)
      if let exponent = arguments.exponent {
        // ln(x)^2 is (ln x)^2 to some and ln(x^2) to others.
        throw Unreadable(
          "whether the exponent \(exponent.literal.map { "\($0.value) " } ?? "")belongs to '\(name)' or to its argument is not clear"
        )
      }
    } else {
      value = .function(function, [try bareArgument(of: name)])
    }
    if let logarithmBase { value = .quotient(value, .function("log", [logarithmBase])) }
    if let power { value = .power(value, power) }
    return value
  }

  /// `\tanh'(z)`: of a function that has a command.
  private mutating func derivative(of function: String, _ scripts: Scripts) throws(Unreadable) -> Term {
    index += 1
    guard scripts.sub == nil, scripts.sup == nil, function != Term.anyLogarithm,
      let arguments = try arguments(),
      arguments.terms.count == 1, arguments.exponent == nil
    else { throw Unreadable("of what the derivative is taken is not read") }
    let argument = arguments.terms[0]
    var name = "x"
    if case .name(let written) = argument { name = written }
    let names = [String](repeating: name, count: scripts.primes)
    let derivative = Term.differential(.function(function, [.name(name)]), by: names, isPartial: false)
    return argument == .name(name) ? derivative : .at(derivative, name, argument)
  }

  /// What a function without brackets applies to: the factors up to a sign or another function.
  mutating func bareArgument(of name: String) throws(Unreadable) -> Term {
    var factors: [Term] = []
    while let node = peek, startsFactor(node) {
      let base = Self.scripts(of: node).base ?? node
      if case .name = base.kind {
        guard factors.isEmpty else { break }
      }
      factors.append(try factor())
    }
    guard !factors.isEmpty else { throw Unreadable("'\(name)' has no argument") }
    return factors.count == 1 ? factors[0] : .product(factors)
  }

  mutating func limit(_ scripts: Scripts) throws(Unreadable) -> Term {
    guard let below = scripts.sub, scripts.sup == nil else {
      throw Unreadable("the limit does not say of what")
    }
    let parts = Self.withDifferences(
      Self.flattened([below]).flatMap { node in
        if case .group(let inner) = node.kind { Self.flattened(inner) } else { [node] }
      }.filter { !Self.isSpace($0) })
    guard parts.count >= 3, let variable = Self.name(of: parts[0]), case .symbol(let arrow) = parts[1].kind,
      arrow.text == "→" || arrow.text == "⟶"
    else { throw Unreadable("what approaches what is not read") }
    let (target, side) = try Self.target(Array(parts[2...]))
    index += 1
    return .limit(try operand(), variable, to: target, side: side)
  }

  /// What a limit approaches: a value, one of its sides, or an end of the line.
  private static func target(_ nodes: [Node]) throws(Unreadable) -> (Term, side: Double?) {
    if symbol(of: nodes[nodes.count - 1])?.text == "∞", case .symbol = nodes[nodes.count - 1].kind {
      switch nodes.count == 2 ? symbol(of: nodes[0])?.text : "+" {
      case "+" where nodes.count <= 2: return (.number(.infinity, unit: 1), nil)
      case "−": return (.negative(.number(.infinity, unit: 1)), nil)
      default: throw Unreadable("what approaches what is not read")
      }
    }
    var nodes = nodes
    guard case .scripts(var last)? = nodes.last?.kind, let sup = last.sup,
      let sign = row(sup).first.flatMap(symbol(of:)),
      row(sup).count == 1, sign.text == "+" || sign.text == "−"
    else { return (try term(nodes), nil) }
    last.sup = nil
    guard let base = last.base, last.sub == nil, last.primes == 0 else {
      throw Unreadable("what approaches what is not read")
    }
    nodes[nodes.count - 1] = base
    return (try term(nodes), sign.text == "+" ? 1 : -1)
  }

  /// The product that a limit or a derivative applies to.
  mutating func operand() throws(Unreadable) -> Term {
    let first = peek
    let term = try product()
    guard isNext("+", "−") else { return term }
    // Whether it reaches over the next sign only its author knows, unless it is one thing.
    guard let first, Self.isOneThing(first) else {
      throw Unreadable("how far a limit or derivative reaches is not clear")
    }
    return term
  }

  /// Whether a node is, or begins, something that holds together.
  static func isOneThing(_ node: Node) -> Bool {
    switch node.kind {
    case .fraction, .fenced: true
    default: nesting(of: node) == 1
    }
  }
}
