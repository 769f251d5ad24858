/// The order in which terms and factors are written: by falling degree, then by name.
extension Algebraic {
  var sortedTerms: Terms {
    guard terms.count > 1 else { return terms }
    let degrees = terms.keys.map(\.degree)
    var places = Array(terms.indices)
    if zip(degrees, degrees.dropFirst()).allSatisfy({ $0 > $1 }) { return terms }
    let hasEqual = degrees.indices.contains { degrees[..<$0].contains(degrees[$0]) }
    // What terms of one degree are sorted by, which is costly for nested expressions.
    let factors = hasEqual ? terms.keys.map(\.sortedFactors) : []
    places.sort { left, right in
      if degrees[left] != degrees[right] { return degrees[left] > degrees[right] }
      for (p, q) in zip(factors[left], factors[right]) {
        if p.key != q.key { return p.key.precedes(q.key) }
        if p.value != q.value { return p.value > q.value }
      }
      return factors[left].count > factors[right].count
    }
    // 1 - x rather than -x + 1, among terms of one degree.
    if let first = places.first, terms[first].value < 0,
      let place = places.firstIndex(where: { terms[$0].value > 0 && degrees[$0] == degrees[first] })
    {
      places.insert(places.remove(at: place), at: 0)
    }
    return terms.arranged(places)
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

  var sortedFactors: Algebraic.Exponents {
    let isSorted = zip(exponents, exponents.dropFirst()).allSatisfy { !$1.key.precedes($0.key) }
    return isSorted ? exponents : exponents.sorted()
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
