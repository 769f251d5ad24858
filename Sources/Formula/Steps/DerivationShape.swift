/// How an expression is made from parts that have names.
enum DerivationShape: Hashable {
  /// Polynomials and elementary functions of variables: derived in one line.
  case elementary
  /// A function of parts and variables.
  case composed(Algebraic)
  /// b^v as e^(v ln b), where both depend on variables; as composed and as written.
  case exponential(Algebraic, original: Algebraic)
  /// A number times two parts.
  case product(Double, String, String)
  /// One part over another.
  case quotient(String, String)

  var outer: Algebraic? {
    switch self {
    case .composed(let outer), .exponential(let outer, _): outer
    default: nil
    }
  }
}

extension DerivationBuilder {
  /// Takes an expression apart as it is written: in factors and groups, see `Algebraic.factored`.
  mutating func shape(of form: Algebraic, depth: Int) throws(Derivation.Failure) -> DerivationShape {
    if form.isElementary { return .elementary }
    let terms = form.factored.map { [$0] } ?? form.grouped
    if terms.count == 1 { return try shape(of: terms[0].product, terms[0].coefficient, depth) }
    var outer = Algebraic.number(0)
    for (product, coefficient) in terms {
      let term = Algebraic(product, coefficient)
      if term.isElementary {
        outer = outer + term
      } else if let factor = product.onlyFunction {
        outer = outer + .number(coefficient) * (try composed(factor.factor, factor.exponent, depth))
      } else {
        outer = outer + .number(coefficient) * .variable(try name(of: Algebraic(product), depth: depth))
      }
    }
    return .composed(outer)
  }

  private mutating func shape(
    of product: Algebraic.Product, _ coefficient: Double, _ depth: Int
  ) throws(Derivation.Failure) -> DerivationShape {
    if let (factor, exponent) = product.onlyFunction {
      if exponent == 1, case .function("pow", let arguments) = factor, arguments[0].number == nil {
        let logarithm = arguments[1] * .function("log", [arguments[0]])
        let part = Algebraic.variable(try name(of: logarithm, depth: depth))
        return .exponential(
          .number(coefficient) * .function("exp", [part]), original: Algebraic(product, coefficient))
      }
      return .composed(.number(coefficient) * (try composed(factor, exponent, depth)))
    }
    let upper = product.exponents.filter { $0.value > 0 }
    let lower = product.exponents.filter { $0.value < 0 }
    if !lower.isEmpty {
      let denominator = Algebraic(Algebraic.Product(exponents: lower.mapValues { -$0 })).asWritten
      if upper.isEmpty {
        let part = Algebraic.variable(try name(of: denominator, depth: depth))
        return .composed(.number(coefficient) / part)
      }
      let numerator = Algebraic(Algebraic.Product(exponents: upper), coefficient).asWritten
      let first = try name(of: numerator, depth: depth)
      return .quotient(first, try name(of: denominator, depth: depth))
    }
    // A polynomial in front is one factor, its number with it.
    let polynomial = upper.filter { $0.key.isPolynomial && ($0.key.isVariable || $0.value == 1) }
    if !polynomial.isEmpty {
      let front = Algebraic(Algebraic.Product(exponents: polynomial), coefficient).asWritten
      let rest = Algebraic.Product(exponents: upper.filter { polynomial[$0.key] == nil })
      let first = try name(of: front, depth: depth)
      return .product(1, first, try name(of: Algebraic(rest).asWritten, depth: depth))
    }
    guard let (factor, exponent) = product.writtenFactors.first else { return .elementary }
    var rest = product
    rest.exponents[factor] = nil
    let front = Algebraic(Algebraic.Product(exponents: [factor: exponent])).asWritten
    let first = try name(of: front, depth: depth)
    return .product(coefficient, first, try name(of: Algebraic(rest).asWritten, depth: depth))
  }

  /// A power of a function or of a sum, of parts.
  private mutating func composed(
    _ factor: Algebraic.Factor, _ exponent: Double, _ depth: Int
  ) throws(Derivation.Failure) -> Algebraic {
    guard exponent == 1, case .function(let name, let arguments) = factor else {
      return .variable(try self.name(of: factor.asExpression, depth: depth)).power(exponent)
    }
    var parts: [Algebraic] = []
    for argument in arguments {
      if argument.isBare {
        parts.append(argument)
      } else {
        parts.append(.variable(try self.name(of: argument, depth: depth)))
      }
    }
    return .function(name, parts)
  }
}

extension Algebraic {
  /// A variable or a number.
  fileprivate var isBare: Bool { number != nil || onlyVariable != nil }

  /// A polynomial, roots and quotients of variables included, or a sum of such and of functions of one variable.
  fileprivate var isElementary: Bool {
    terms.keys.allSatisfy { product in
      if product.isOfVariables { return true }
      guard product.exponents.count == 1, let (factor, exponent) = product.exponents.first, exponent == 1,
        case .function(let name, let arguments) = factor
      else { return false }
      return arguments.allSatisfy(\.isBare) && (name != "pow" || arguments[0].number != nil)
    }
  }

  /// A product of one sum as that sum.
  fileprivate var asWritten: Algebraic {
    guard terms.count == 1, let (product, coefficient) = terms.first, product.exponents.count == 1,
      let (factor, exponent) = product.exponents.first, exponent == 1, case .sum(let sum) = factor
    else { return self }
    return .number(coefficient) * sum
  }

  /// The name of a function in it that has no derivative by a variable.
  func functionWithoutRule(by variable: String) -> String? {
    for factor in sortedTerms.keys.flatMap(\.sortedFactors.keys) {
      switch factor {
      case .variable: continue
      case .sum(let inner):
        if let name = inner.functionWithoutRule(by: variable) { return name }
      case .function(let name, let arguments):
        for (index, argument) in arguments.enumerated() where argument.variables.contains(variable) {
          if let inner = argument.functionWithoutRule(by: variable) { return inner }
          if Algebraic.derivative(of: name, arguments, by: index) == nil { return name }
        }
      }
    }
    return nil
  }
}

extension Algebraic.Product {
  /// The factor of a product that has only one, which is no variable.
  fileprivate var onlyFunction: (factor: Algebraic.Factor, exponent: Double)? {
    guard exponents.count == 1, let (factor, exponent) = exponents.first, !factor.isVariable else {
      return nil
    }
    return (factor, exponent)
  }
}

extension Algebraic.Factor {
  fileprivate var isPolynomial: Bool {
    switch self {
    case .variable: true
    case .sum(let sum): sum.terms.keys.allSatisfy(\.isOfVariables)
    case .function: false
    }
  }
}
