/// The rules that look at several factors or terms at once.
extension Algebraic {
  /// sin²u + cos²u = 1 and cosh²u − sinh²u = 1, for terms with equal coefficients and other factors.
  var withPythagoras: Algebraic {
    for (product, coefficient) in terms {
      for (factor, exponent) in product.exponents where exponent == 2 {
        guard case .function(let name, let arguments) = factor, let other = Self.partners[name] else {
          continue
        }
        var partner = product
        partner.exponents[factor] = nil
        let rest = partner
        partner.exponents[.function(other.name, arguments), default: 0] += 2
        guard terms[partner] == other.sign * coefficient else { continue }
        var sum = self
        sum.terms[product] = nil
        sum.terms[partner] = nil
        sum.add(coefficient, rest)
        return sum.withPythagoras
      }
    }
    return self
  }

  /// a/s + b/s² = (a s + b)/s², where the numerator is no longer than the two together.
  var withCommonDenominators: Algebraic {
    func denominator(_ product: Product) -> (sum: Algebraic, exponent: Double)? {
      for (factor, exponent) in product.exponents where exponent < 0 && exponent == exponent.rounded() {
        if case .sum(let sum) = factor { return (sum, -exponent) }
      }
      return nil
    }
    // Sorting costs, and most sums have none.
    guard terms.keys.contains(where: { denominator($0) != nil }) else { return self }
    for (product, _) in sortedTerms {
      guard let (sum, _) = denominator(product) else { continue }
      let factor = Factor.sum(sum)
      let parts = terms.filter { ($0.key.exponents[factor] ?? 0) < 0 }
      guard parts.count > 1, parts.count <= 4,
        let deepest = parts.keys.compactMap({ $0.exponents[factor] }).min(),
        parts.keys.allSatisfy({ $0.exponents[factor] == $0.exponents[factor]?.rounded() })
      else { continue }
      var numerator = Algebraic()
      for (product, coefficient) in parts {
        var rest = product
        rest.exponents[factor] = nil
        var part = Algebraic(rest, coefficient).multipliedOut
        let missing = Int((product.exponents[factor] ?? 0) - deepest)
        guard missing <= 4 else { return self }
        for _ in 0..<missing { part = part * sum }
        for (product, coefficient) in part.terms { numerator.add(coefficient, product) }
      }
      var others = self
      for product in parts.keys { others.terms[product] = nil }
      if let expanded = numerator.expanded, expanded.size < numerator.size { numerator = expanded }
      let whole = numerator.asFactor * Algebraic(Product(exponents: [factor: deepest]))
      guard whole.size <= parts.reduce(0, { $0 + Algebraic($1.key).size }) else { continue }
      return others + whole
    }
    return self
  }

  /// A term whose factors that are sums are multiplied out.
  private var multipliedOut: Algebraic {
    guard terms.count == 1, let (product, coefficient) = terms.first else { return self }
    var plain = product
    var sums: [Algebraic] = []
    for (factor, exponent) in product.exponents where exponent == 1 {
      guard case .sum(let sum) = factor, sum.terms.count <= 4 else { continue }
      plain.exponents[factor] = nil
      sums.append(sum)
    }
    return sums.reduce(Algebraic(plain, coefficient)) { $0 * $1 }
  }

  private static let partners: [String: (name: String, sign: Double)] = [
    "sin": ("cos", 1), "cosh": ("sinh", -1),
  ]
}

extension Algebraic.Product {
  /// The product with another one.
  func times(_ other: Self) -> Self {
    Self(exponents: exponents.adding(other.exponents)).withMergedPowers
  }

  /// e^u · e^v = e^(u + v), (e^u)ⁿ = e^(n u), and x · x^v = x^(v + 1).
  var withMergedPowers: Self {
    guard exponents.count > 1 || exponents.values.first != 1, exponents.keys.contains(where: \.isPower)
    else { return self }
    var rest = self
    var exponent = Algebraic.number(0)
    for (factor, power) in sortedFactors {
      switch factor {
      case .function("exp", let arguments):
        exponent = exponent + .number(power) * arguments[0]
        rest.exponents[factor] = nil
      case .function("pow", let arguments) where power == 1:
        guard let base = arguments[0].onlyVariable, let times = rest.exponents[base] else { continue }
        rest.exponents[factor] = nil
        rest.exponents[base] = nil
        let sum = arguments[1] + .number(times)
        for (factor, power) in arguments[0].power(sum).terms.keys.first?.exponents ?? [:] {
          rest.exponents[factor, default: 0] += power
        }
      default: continue
      }
    }
    if exponent.number != 0 { rest.exponents[.function("exp", [exponent])] = 1 }
    return rest
  }
}

extension Algebraic.Factor {
  /// Whether its exponent is an expression.
  fileprivate var isPower: Bool {
    switch self {
    case .function("exp", _), .function("pow", _): true
    default: false
    }
  }
}
