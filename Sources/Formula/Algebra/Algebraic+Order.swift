/// The order in which terms and factors are written: by falling degree, then by name.
extension Algebraic {
  var sortedTerms: [(product: Product, coefficient: Double)] {
    // Each term with what it is sorted by, which is costly for nested expressions.
    let keyed = terms.map { (term: (product: $0.key, coefficient: $0.value), factors: $0.key.sortedFactors) }
    var sorted =
      keyed.count < 2
      ? keyed.map(\.term)
      : keyed.sorted { left, right in
        let (a, b) = (left.term.product, right.term.product)
        if a.degree != b.degree { return a.degree > b.degree }
        for (p, q) in zip(left.factors, right.factors) {
          if p.factor != q.factor { return p.factor.precedes(q.factor) }
          if p.exponent != q.exponent { return p.exponent > q.exponent }
        }
        return left.factors.count > right.factors.count
      }.map(\.term)
    // 1 - x rather than -x + 1, among terms of one degree.
    if let first = sorted.first, first.coefficient < 0,
      let place = sorted.firstIndex(where: { $0.coefficient > 0 && $0.product.degree == first.product.degree }
      )
    {
      sorted.insert(sorted.remove(at: place), at: 0)
    }
    return sorted
  }
}

extension Algebraic.Product {
  /// The sum of the exponents of variables.
  var degree: Double {
    exponents.reduce(0) { sum, part in
      if case .variable = part.key { return sum + part.value }
      return sum
    }
  }

  var sortedFactors: [(factor: Algebraic.Factor, exponent: Double)] {
    let factors = exponents.map { (factor: $0.key, exponent: $0.value) }
    return factors.count < 2 ? factors : factors.sorted { $0.factor.precedes($1.factor) }
  }
}

extension Algebraic.Factor {
  /// Variables come first, then functions, then sums; by name, then by size, then by what they are written as.
  ///
  /// - Complexity: Linear in the size, but for factors of one name and size: those are written out, which is
  ///   quadratic, as each is then at most half of what they stand in.
  func precedes(_ other: Algebraic.Factor) -> Bool {
    switch (self, other) {
    case (.variable(let a), .variable(let b)): return a < b
    case (.function(let a, let x), .function(let b, let y)):
      if a != b { return a < b }
      let (m, n) = (x.reduce(0) { $0 + $1.size }, y.reduce(0) { $0 + $1.size })
      return m != n ? m < n : x.map(\.text).lexicographicallyPrecedes(y.map(\.text))
    case (.sum(let a), .sum(let b)):
      let (m, n) = (a.size, b.size)
      return m != n ? m < n : a.text < b.text
    default: return kind < other.kind
    }
  }

  private var kind: Int {
    switch self {
    case .variable: 0
    case .function: 1
    case .sum: 2
    }
  }
}
