/// The order in which terms and factors are written: by falling degree, then by name.
extension Algebraic {
  var sortedTerms: [(product: Product, coefficient: Double)] {
    var sorted = terms.map { (product: $0.key, coefficient: $0.value) }.sorted { left, right in
      let (a, b) = (left.product, right.product)
      if a.degree != b.degree { return a.degree > b.degree }
      let (x, y) = (a.sortedFactors, b.sortedFactors)
      for (p, q) in zip(x, y) {
        let (m, n) = (p.factor.sortKey, q.factor.sortKey)
        if m != n { return m < n }
        if p.exponent != q.exponent { return p.exponent > q.exponent }
      }
      return x.count > y.count
    }
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
    exponents.map { (factor: $0.key, exponent: $0.value) }.sorted { $0.factor.sortKey < $1.factor.sortKey }
  }
}

extension Algebraic.Factor {
  /// Variables come first, then functions, then sums.
  var sortKey: String {
    switch self {
    case .variable(let name): "0" + name
    case .function(let name, let arguments): "1" + name + arguments.map(\.text).joined(separator: ",")
    case .sum(let sum): "2" + sum.text
    }
  }
}
