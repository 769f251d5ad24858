/// Integrals without bounds, which are compared by what they are the derivatives of.
extension Statement.Chain {
  /// The chain of the derivatives of all sides by what the integrals in it run over, with that; nil where there are none, or they
  /// run over several names.
  var derived: (chain: Statement.Chain, name: String)? {
    var names: Set<String> = []
    for side in sides {
      side.term?.visit { if case .antiderivative(_, let name) = $0 { names.insert(name) } }
    }
    guard names.count == 1, let name = names.first, relations.allSatisfy({ $0 == .equal }) else { return nil }
    var chain = self
    for side in sides.indices {
      guard let term = sides[side].term else { continue }
      chain.sides[side].term = term.derivative(by: name)
      if chain.sides[side].term == nil { chain.sides[side].reason = "an integral without bounds is a factor" }
    }
    return (chain, name)
  }
}

extension Term {
  /// What has the integrals without bounds in it derived, and the rest as what is to be derived; nil where one is a factor of what
  /// varies.
  fileprivate func derivative(by name: String) -> Term? {
    guard hasAntiderivative else { return .differential(withoutConstants, by: [name], isPartial: false) }
    switch self {
    // A name alone would be one to which the chain gives a meaning.
    case .antiderivative(let part, _): return .product([part, .number(1, unit: 1)])
    case .negative(let part): return part.derivative(by: name).map { .negative($0) }
    case .sum(let parts):
      let found = parts.filter { !$0.isConstantOfIntegration }.map { $0.derivative(by: name) }
      return found.contains(nil) ? nil : .sum(found.compactMap { $0 })
    case .product(let parts):
      guard parts.count(where: \.hasAntiderivative) == 1,
        parts.allSatisfy({ $0.hasAntiderivative || !$0.names.contains(name) })
      else { return nil }
      let found = parts.map { $0.hasAntiderivative ? $0.derivative(by: name) : $0 }
      return found.contains(nil) ? nil : .product(found.compactMap { $0 })
    case .quotient(let above, let below) where !below.hasAntiderivative && !below.names.contains(name):
      return above.derivative(by: name).map { .quotient($0, below) }
    default: return nil
    }
  }

  private var hasAntiderivative: Bool {
    contains { if case .antiderivative = $0 { true } else { false } }
  }

  /// Without the constant at its end.
  private var withoutConstants: Term {
    guard case .sum(let parts) = self else { return self }
    let rest = parts.filter { !$0.isConstantOfIntegration }
    return rest.isEmpty ? self : .sum(rest)
  }

  /// Whether it is what stands behind an integral for any number: `+ C`.
  private var isConstantOfIntegration: Bool {
    guard case .name(let name) = self else { return false }
    return ["C", "c", "K", "k", "const", "cte", "constante", "constant"].contains(
      SubscriptedName(name)?.base ?? name)
  }
}
