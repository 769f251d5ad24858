/// How sums are put into factors where they are written; the normal form itself stays a sum of products.
extension Algebraic {
  /// A sum as one product, where its terms have in common
  ///
  /// - a function or a sum: x e^x + e^x = (x + 1) e^x;
  /// - a denominator, in sums with functions: (cos x)/x − (sin x)/x² = (x cos x − sin x)/x²;
  /// - a variable, in sums with functions, in three terms, or among three variables: 2 w x + 2 b x − 2 t x is
  ///   2 x (w + b − t);
  /// - one and the same coefficient, in three terms of several variables.
  ///
  /// Polynomials of one variable stay multiplied out.
  var factored: (product: Product, coefficient: Double)? {
    guard terms.count > 1 else { return nil }
    let isPolynomial = terms.keys.allSatisfy(\.isOfVariables)
    let isLong = (terms.count > 2 && variables.count > 1) || variables.count > 2
    var common = Product()
    for factor in commonFactors {
      let exponents = terms.keys.compactMap { $0.exponents[factor] }
      guard let lowest = exponents.min(), let highest = exponents.max() else { continue }
      if case .variable = factor {
        if lowest > 0 ? !isPolynomial || isLong : highest < 0 && !isPolynomial {
          common.exponents[factor] = lowest
        }
      } else if lowest > 0 || highest < 0 || exponents.allSatisfy({ $0 != $0.rounded() }) {
        common.exponents[factor] = lowest
      }
    }
    let scale = common.isOne ? (isPolynomial && isLong ? sharedCoefficient ?? 1 : 1) : content
    if common.isOne, scale == 1 { return nil }
    var inner = Algebraic()
    for (product, coefficient) in sortedTerms {
      let ratio = coefficient / scale
      let isWhole = abs(ratio - ratio.rounded()) <= 4e-16 * abs(ratio)
      var rest = Algebraic.number(isWhole ? ratio.rounded() : ratio)
      for (factor, exponent) in product.sortedFactors {
        let left = exponent - (common.exponents[factor] ?? 0)
        let power = factor.asExpression.power(left)
        rest = rest * (left == 2 ? factor.asExpression * factor.asExpression : power)
      }
      inner = inner + rest
    }
    if inner.terms.count == 1, let (product, coefficient) = inner.terms.first {
      let whole = Algebraic(common, scale) * Algebraic(product, coefficient)
      return whole.terms.count == 1 ? whole.terms.first.map { ($0.key, $0.value) } : nil
    }
    guard inner.terms.count > 1 else { return nil }
    // -(x² - x + 1) e^x rather than (-x² + x - 1) e^x.
    let startsWithMinus = inner.terms.count > 2 && (inner.sortedTerms.first?.value ?? 0) < 0
    let isPolynomialInside = inner.terms.keys.allSatisfy(\.isOfVariables)
    let isNegative = inner.terms.values.allSatisfy { $0 < 0 } || (startsWithMinus && isPolynomialInside)
    common.multiply(bySum: isNegative ? -inner : inner)
    return (common, isNegative ? -scale : scale)
  }

  /// The factors of all terms.
  private var commonFactors: [Factor] {
    guard let first = terms.keys.first else { return [] }
    return first.sortedFactors.keys.filter { factor in
      terms.keys.allSatisfy { $0.exponents[factor] != nil }
    }
  }

  /// The size of all coefficients, where it is the same.
  private var sharedCoefficient: Double? {
    let sizes = terms.values.map(abs)
    guard let least = sizes.min(), let most = sizes.max() else { return nil }
    return most - least <= 4e-16 * most ? least : nil
  }

  /// The largest number of which all coefficients are small whole multiples; 1 where there is none.
  private var content: Double {
    if let sharedCoefficient { return sharedCoefficient }
    for denominator in 1...12 {
      let whole = terms.values.map { abs($0) * Double(denominator) }
      guard whole.allSatisfy({ $0 == $0.rounded() && $0 < 1e9 }) else { continue }
      return Double(whole.map { Int($0) }.reduce(0, Self.greatestCommonDivisor)) / Double(denominator)
    }
    return 1
  }

  /// Whether it is some term less 1.
  var isLessOne: Bool { terms.count == 2 && terms[Product()] == -1 && terms.values.contains { $0 > 0 } }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The terms in groups of the same functions, each with the polynomial that stands before them:
  /// x² sin x + x sin x + 1 has the groups (x² + x) sin x and 1.
  ///
  /// - Returns: The terms of the written sum, in order; the sum of a group is a factor of its product.
  var grouped: [(product: Product, coefficient: Double)] {
    let sorted = sortedTerms.map { (product: $0.key, coefficient: $0.value) }
    guard !sorted.allSatisfy(\.product.isOfVariables) else { return sorted }
    var written: Set<Product> = []
    var groups: [(product: Product, coefficient: Double)] = []
    for term in sorted {
      let functions = term.product.withoutVariables
      let group = sorted.filter { $0.product.withoutVariables == functions }
      guard !functions.isOne, group.count > 1,
        group.allSatisfy({ $0.product.exponents.allSatisfy { $0.key.isVariable ? $0.value > 0 : true } })
      else {
        groups.append(Self.withoutDoubleMinus(term))
        continue
      }
      guard written.insert(functions).inserted else { continue }
      var polynomial = Algebraic()
      for (product, coefficient) in group {
        polynomial = polynomial + Algebraic(product.ofVariables, coefficient)
      }
      // Minus 1 − t rather than t − 1 beside other variables, as shares and probabilities are written.
      let isComplement = polynomial.isLessOne && variables.count > 1
      let isNegative = isComplement || polynomial.terms.values.allSatisfy { $0 < 0 }
      var product = functions
      product.multiply(bySum: isNegative ? -polynomial : polynomial)
      groups.append((product, isNegative ? -1 : 1))
    }
    return groups
  }

  /// (1 − t)/u rather than −(t − 1)/u.
  private static func withoutDoubleMinus(
    _ term: (product: Product, coefficient: Double)
  ) -> (product: Product, coefficient: Double) {
    guard term.coefficient < 0 else { return term }
    for (factor, exponent) in term.product.sortedFactors where exponent == 1 {
      guard case .sum(let sum) = factor, sum.isLessOne else { continue }
      var product = term.product
      product.exponents[factor] = nil
      product.multiply(bySum: -sum)
      return (product, -term.coefficient)
    }
    return term
  }
}

extension Algebraic.Product {
  /// Adds a sum to the factors, where it may be one already.
  fileprivate mutating func multiply(bySum sum: Algebraic) {
    let exponent = (exponents[.sum(sum)] ?? 0) + 1
    exponents[.sum(sum)] = exponent == 0 ? nil : exponent
  }

  var isOfVariables: Bool { exponents.keys.allSatisfy(\.isVariable) }

  fileprivate var ofVariables: Self { Self(exponents: exponents.filter { $0.key.isVariable }) }

  fileprivate var withoutVariables: Self { Self(exponents: exponents.filter { !$0.key.isVariable }) }
}

extension Algebraic.Factor {
  var isVariable: Bool {
    if case .variable = self { return true }
    return false
  }

  var asExpression: Algebraic {
    if case .sum(let sum) = self { return sum }
    return Algebraic(Algebraic.Product(exponents: [self: 1]))
  }
}
