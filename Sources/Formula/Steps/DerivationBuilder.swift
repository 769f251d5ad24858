/// Takes an expression apart and writes the lines of its derivation.
struct DerivationBuilder {
  typealias Expression = Derivation.Expression

  private let variables: [String]
  private(set) var lines: [Derivation.Line] = []
  /// The names of parts, by what they stand for.
  private var names: [Algebraic: String] = [:]
  private var freeNames: [String]
  private let result: String
  /// The parts in the variables alone, and their derivatives by each variable.
  private var parts: [String: (form: Algebraic, derivatives: [String: Algebraic])] = [:]

  /// Names of parts, in the order in which they are given away, and of the whole.
  private static let namesOfParts = [
    "u", "v", "w", "p", "q", "r", "s", "a", "b", "c", "g", "h", "k", "m", "n",
  ]
  private static let namesOfResults = ["y", "z", "f", "F", "G"]
  /// The deepest nesting of parts.
  private static let deepest = 15

  init(_ variables: [String], _ form: Algebraic) {
    self.variables = variables
    let taken = form.variables.union(variables)
    result = Self.namesOfResults.first { !taken.contains($0) } ?? "y"
    freeNames = Self.namesOfParts.filter { !taken.contains($0) }
  }

  mutating func derive(_ form: Algebraic) throws(Derivation.Failure) {
    let start = lines.count
    let shape = try shape(of: form, depth: 0)
    if shape != .elementary { lines.insert(line(.form(.variable(result)), .form(form)), at: start) }
    try write(form, shape, as: result)
  }

  /// The name of a part, which is derived where it is new.
  mutating func name(of form: Algebraic, depth: Int) throws(Derivation.Failure) -> String {
    if let name = names[form] { return name }
    guard depth < Self.deepest else { throw .tooManyParts }
    let shape = try shape(of: form, depth: depth + 1)
    guard !freeNames.isEmpty else { throw .tooManyParts }
    let name = freeNames.removeFirst()
    names[form] = name
    try write(form, shape, as: name)
    return name
  }

  private func line(_ left: Expression, _ right: Expression...) -> Derivation.Line {
    Derivation.Line(left: left, right: right)
  }

  /// Writes what a part is and its derivatives.
  private mutating func write(
    _ form: Algebraic, _ shape: DerivationShape, as name: String
  ) throws(Derivation.Failure) {
    switch shape {
    case .elementary: lines.append(line(.form(.variable(name)), .form(form)))
    case .composed(let outer): lines.append(line(.form(.variable(name)), .form(outer)))
    case .exponential(let outer, let original):
      lines.append(line(.form(.variable(name)), .form(original), .form(outer)))
    case .product(let factor, let first, let second):
      let product = [Algebraic.number(factor) * .variable(first), .variable(second)]
      lines.append(line(.form(.variable(name)), .product(product.map { .form($0) })))
    case .quotient(let upper, let lower):
      lines.append(line(.form(.variable(name)), .form(.variable(upper) / .variable(lower))))
    }
    let chain = try writeOuterDerivative(shape, as: name)
    var derivatives: [String: Algebraic] = [:]
    for variable in variables {
      let (steps, value) = try derivative(of: form, shape, chain, name, by: variable)
      derivatives[variable] = value
      let left = Expression.derivative(of: name, by: variable)
      lines.append(
        Derivation.Line(left: left, right: value.number == 0 ? [.form(value)] : steps + [.form(value)]))
    }
    parts[name] = (form, derivatives)
  }

  /// What the chain rule needs: the one part that an expression depends on, and the derivative by it.
  private typealias Chain = (part: String, derivative: Algebraic)

  private mutating func writeOuterDerivative(
    _ shape: DerivationShape, as name: String
  ) throws(Derivation.Failure) -> Chain? {
    guard let outer = shape.outer, outer.variables.count == 1, let part = outer.variables.first,
      !variables.contains(part)
    else { return nil }
    let derivative = try derived(outer, by: part)
    if derivative.number != nil { return nil }
    lines.append(line(.derivative(of: name, by: part), .form(derivative)))
    return (part, derivative)
  }

  /// The steps to the derivative by a variable, and the derivative itself.
  private func derivative(
    of form: Algebraic, _ shape: DerivationShape, _ chain: Chain?, _ name: String, by variable: String
  ) throws(Derivation.Failure) -> (steps: [Expression], value: Algebraic) {
    func value(_ part: String) -> Algebraic { parts[part]?.form ?? .variable(part) }
    func slope(_ part: String) -> Algebraic { parts[part]?.derivatives[variable] ?? .number(0) }
    func d(_ part: String) -> Expression { .derivative(of: part, by: variable) }
    switch shape {
    case .elementary: return ([], try derived(form, by: variable))
    case .composed(let outer), .exponential(let outer, _):
      if let (part, derivative) = chain {
        var whole = derivative.substituting([part: value(part)])
        if case .exponential = shape { whole = form }
        return (
          [
            .product([.derivative(of: name, by: part), d(part)]),
            .product([.form(derivative), .form(slope(part))]),
          ],
          whole * slope(part)
        )
      }
      return try sumRule(outer, by: variable, value, slope)
    case .product(let factor, let u, let v):
      let k = Algebraic.number(factor)
      return (
        [
          .sum([.product([d(u), .form(k * .variable(v))]), .product([.form(k * .variable(u)), d(v)])]),
          .sum([
            .product([.form(slope(u)), .form(k * value(v))]),
            .product([.form(k * value(u)), .form(slope(v))]),
          ]),
        ],
        k * (slope(u) * value(v) + value(u) * slope(v))
      )
    case .quotient(let u, let v):
      return (
        [
          .quotient(
            .difference(.product([d(u), .form(.variable(v))]), .product([.form(.variable(u)), d(v)])),
            .form(Algebraic.variable(v).power(2))),
          .quotient(
            .difference(
              .product([.form(slope(u)), .form(value(v))]), .product([.form(value(u)), .form(slope(v))])),
            .form(value(v).power(2))),
        ],
        (slope(u) * value(v) - value(u) * slope(v)) / value(v).power(2)
      )
    }
  }

  /// The derivative of an expression in variables and several parts: the sum of those by each.
  private func sumRule(
    _ outer: Algebraic, by variable: String, _ value: (String) -> Algebraic, _ slope: (String) -> Algebraic
  ) throws(Derivation.Failure) -> (steps: [Expression], value: Algebraic) {
    var (named, inserted): ([Expression], [Expression]) = ([], [])
    let own = try derived(outer, by: variable)
    var whole = own
    if own.number != 0 {
      named.append(.form(own))
      inserted.append(.form(own))
    }
    let used = outer.variables.subtracting(variables)
    for part in names.values.filter(used.contains).sorted(by: { order($0) < order($1) }) {
      let factor = try derived(outer, by: part)
      let inner = slope(part)
      if inner.number == 0 { continue }
      let isOne = factor.number == 1
      named.append(
        isOne
          ? .derivative(of: part, by: variable)
          : .product([.form(factor), .derivative(of: part, by: variable)]))
      inserted.append(isOne ? .form(inner) : .product([.form(factor), .form(inner)]))
      whole =
        whole + factor.substituting(Dictionary(uniqueKeysWithValues: used.map { ($0, value($0)) })) * inner
    }
    func sum(_ parts: [Expression]) -> Expression { parts.count == 1 ? parts[0] : .sum(parts) }
    return named.isEmpty ? ([], whole) : ([sum(named), sum(inserted)], whole)
  }

  private func order(_ name: String) -> Int { Self.namesOfParts.firstIndex(of: name) ?? 0 }

  private func derived(_ form: Algebraic, by variable: String) throws(Derivation.Failure) -> Algebraic {
    guard let derivative = form.derivative(by: variable) else {
      throw .noRule(form.functionWithoutRule(by: variable) ?? "this function")
    }
    return derivative
  }
}
