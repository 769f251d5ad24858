import Foundation

/// A mathematical expression in normal form: a sum of products of powers, with numbers as coefficients.
///
/// Building one simplifies it; the rules are those of the operations below and no others, so that two expressions
/// that a teacher would write alike are equal values. Sums are multiplied out where that keeps them short.
///
///     let x = Algebraic.variable("x")
///     (x * x / .number(2) - x).tex  // \frac{x^{2}}{2} - x
public struct Algebraic: Hashable, Sendable {
  /// What a product is made of.
  enum Factor: Hashable, Sendable {
    case variable(String)
    /// A function of one or two arguments, by its name in C: `sin`, `atan2`.
    case function(String, [Algebraic])
    /// A sum with an exponent other than 1.
    case sum(Algebraic)
  }

  /// A product of powers; the empty one is 1.
  struct Product: Hashable, Sendable {
    var exponents: Exponents = [:]

    var isOne: Bool { exponents.isEmpty }
  }

  /// The terms by their products; no coefficient is 0.
  var terms = Terms()

  /// The most terms to which products of sums are multiplied out.
  private static let longestSum = 24

  init() {}

  init(_ product: Product, _ coefficient: Double = 1) {
    add(coefficient, product)
  }

  mutating func add(_ coefficient: Double, _ product: Product) {
    terms.add(coefficient, product)
  }

  // MARK: Making

  public static func number(_ value: Double) -> Algebraic { Algebraic(Product(), value) }

  public static func variable(_ name: String) -> Algebraic {
    Algebraic(Product(exponents: [.variable(name): 1]))
  }

  /// The value of an expression without variables and functions; nil for others.
  public var number: Double? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 ? terms[Product()] : nil
  }

  // MARK: Sums and products

  public static func + (left: Algebraic, right: Algebraic) -> Algebraic {
    var sum = left
    for (product, coefficient) in right.terms { sum.add(coefficient, product) }
    return sum.withPythagoras.withCommonDenominators
  }

  public static prefix func - (form: Algebraic) -> Algebraic { .number(-1) * form }

  public static func - (left: Algebraic, right: Algebraic) -> Algebraic { left + -right }

  public static func * (left: Algebraic, right: Algebraic) -> Algebraic {
    // 0 · ∞ has no value.
    if left.terms.isEmpty && !right.isFinite || right.terms.isEmpty && !left.isFinite { return .number(.nan) }
    // What is a factor already gets a higher exponent: s² · s = s³.
    if let raised = left.raising(right) ?? right.raising(left) { return raised }
    // A numerator stays whole above a denominator that is a sum.
    if left.isFraction, right.terms.count > 1 { return left * right.asFactor }
    if right.isFraction, left.terms.count > 1 { return left.asFactor * right }
    if left.terms.count > 1, right.terms.count > 1 {
      if left == right { return left.power(2) }
      guard left.terms.count * right.terms.count <= longestSum else {
        return left.asFactor * right.asFactor
      }
    }
    var product = Algebraic()
    for (a, x) in left.terms {
      for (b, y) in right.terms { product.add(x * y, a.times(b)) }
    }
    return product.withoutFirstPowersOfSums
  }

  /// The product with a sum that is one of its factors, to a power above 1.
  private func raising(_ sum: Algebraic) -> Algebraic? {
    guard terms.count == 1, sum.terms.count > 1, let first = terms.first,
      let exponent = first.key.exponents[.sum(sum)], exponent > 1
    else { return nil }
    var product = first.key
    product.exponents[.sum(sum)] = exponent + 1
    return Algebraic(product, first.value)
  }

  public static func / (left: Algebraic, right: Algebraic) -> Algebraic {
    if let divisor = right.number { return .scaled(left, by: divisor) }
    return left * right.power(-1)
  }

  private static func scaled(_ form: Algebraic, by divisor: Double) -> Algebraic {
    var quotient = Algebraic()
    for (product, coefficient) in form.terms { quotient.add(coefficient / divisor, product) }
    return quotient
  }

  /// Whether it is one term with a sum in its denominator.
  private var isFraction: Bool {
    terms.count == 1 && terms.keys.allSatisfy { $0.exponents.contains { $0.key.isSum && $0.value < 0 } }
  }

  /// A sum as one factor, its largest common coefficient aside.
  var asFactor: Algebraic {
    terms.count < 2 ? self : Algebraic(Product(exponents: [.sum(self): 1]))
  }

  /// Multiplies out what has become a sum without an exponent.
  var withoutFirstPowersOfSums: Algebraic {
    for (product, coefficient) in terms {
      for (factor, exponent) in product.exponents where exponent == 1 {
        guard case .sum(let sum) = factor else { continue }
        var rest = product
        rest.exponents[factor] = nil
        if rest.exponents.contains(where: { $0.key.isSum && $0.value < 0 }) { continue }
        guard terms.count == 1 || sum.terms.count + terms.count <= Self.longestSum else { continue }
        if rest.isOne, coefficient == 1, terms.count == 1 { return sum }
        guard sum.terms.count <= Self.longestSum / 4, !rest.exponents.keys.contains(where: \.isSum) else {
          continue
        }
        var others = self
        others.terms[product] = nil
        return others + Algebraic(rest, coefficient) * sum
      }
    }
    return self
  }

  /// A power with a constant exponent.
  public func power(_ exponent: Double) -> Algebraic {
    if exponent == 0 { return .number(1) }
    if exponent == 1 { return self }
    guard terms.count == 1, let (product, coefficient) = terms.first else {
      if terms.isEmpty { return exponent > 0 ? self : .number(.infinity) }
      if exponent < 0, exponent == exponent.rounded(), let (whole, divisor) = withoutInnerFractions {
        return whole.power(exponent) * divisor.power(-exponent)
      }
      return Algebraic(Product(exponents: [.sum(self): exponent]))
    }
    // An even power under a root loses the sign of its base: (x²)^½ is |x|.
    let isWhole = exponent == exponent.rounded()
    if !isWhole,
      product.exponents.values.contains(where: { $0.truncatingRemainder(dividingBy: 2) == 0 })
        || coefficient < 0
    {
      return product.isOne
        ? .number(raise(coefficient, to: exponent)) : Algebraic(Product(exponents: [.sum(self): exponent]))
    }
    let powers = Product(exponents: product.exponents.mapValues { $0 * exponent }).withMergedPowers
    return Algebraic(powers, raise(coefficient, to: exponent))
  }

  /// A sum with quotients of variables as one over a power of them: 1 + 1/x² = (x² + 1)/x².
  private var withoutInnerFractions: (whole: Algebraic, divisor: Algebraic)? {
    var divisor = Product()
    for (factor, exponent) in terms.keys.flatMap(\.exponents)
    where factor.isVariable && exponent < 0 && exponent == exponent.rounded() {
      divisor.exponents[factor] = max(divisor.exponents[factor] ?? 0, -exponent)
    }
    guard !divisor.isOne else { return nil }
    let factor = Algebraic(divisor)
    let whole = sortedTerms.reduce(Algebraic()) { $0 + Algebraic($1.key, $1.value) * factor }
    return whole.terms.count > 1 ? (whole, factor) : nil
  }

  /// A power whose exponent is an expression.
  public func power(_ exponent: Algebraic) -> Algebraic {
    if let number = exponent.number { return power(number) }
    return Algebraic(Product(exponents: [.function("pow", [self, exponent]): 1]))
  }

  /// A function of one or two arguments, by its name in C.
  public static func function(_ name: String, _ arguments: [Algebraic]) -> Algebraic {
    switch (name, arguments.count) {
    case ("sqrt", 1): return arguments[0].power(0.5)
    case ("cbrt", 1): return arguments[0].power(1 / 3)
    case ("pow", 2): return arguments[0].power(arguments[1])
    case ("exp2", 1): return number(2).power(arguments[0])
    case ("expm1", 1): return function("exp", arguments) - number(1)
    case ("log1p", 1): return function("log", [arguments[0] + number(1)])
    case ("hypot", 2): return (arguments[0] * arguments[0] + arguments[1] * arguments[1]).power(0.5)
    case ("exp", 1) where arguments[0].number == 0: return .number(1)
    case ("factorial", 1):
      guard let number = arguments[0].number, (0...20).contains(number), number == number.rounded() else {
        break
      }
      return .number((0..<Int(number)).reduce(1) { $0 * Double($1 + 1) })
    case ("log", 1):
      if let number = arguments[0].number { return .number(Foundation.log(number)) }
      return arguments[0].exponent ?? Algebraic(Product(exponents: [.function(name, arguments): 1]))
    default: break
    }
    // sin(-u) = -sin(u), cos(-u) = cos(u).
    if arguments.count == 1, let sign = parity[name], arguments[0].hasOnlyMinus {
      return number(sign) * function(name, [-arguments[0]])
    }
    return Algebraic(Product(exponents: [.function(name, arguments): 1]))
  }

  /// The sign of odd and even functions at the negative of an argument.
  private static let parity: [String: Double] = [
    "sin": -1, "tan": -1, "asin": -1, "atan": -1, "sinh": -1, "tanh": -1, "asinh": -1, "atanh": -1, "erf": -1,
    "cos": 1, "cosh": 1, "abs": 1,
  ]

  private var hasOnlyMinus: Bool { !terms.isEmpty && terms.values.allSatisfy { $0 < 0 } }

  /// The factor of an expression that is one variable.
  var onlyVariable: Factor? {
    guard terms.count == 1, let (product, coefficient) = terms.first, coefficient == 1,
      product.exponents.count == 1, let (factor, power) = product.exponents.first, power == 1,
      factor.isVariable
    else { return nil }
    return factor
  }

  /// The u of e^u; nil for other expressions: ln(e^u) = u.
  private var exponent: Algebraic? {
    guard terms.count == 1, let (product, coefficient) = terms.first, coefficient == 1,
      product.exponents.count == 1, product.exponents.values.first == 1,
      case .function("exp", let arguments)? = product.exponents.keys.first
    else { return nil }
    return arguments.first
  }

  /// Whether all numbers in it are: an expression that divides by 0 has others.
  public var isFinite: Bool {
    terms.allSatisfy { product, coefficient in
      coefficient.isFinite
        && product.exponents.allSatisfy { factor, exponent in
          guard exponent.isFinite else { return false }
          switch factor {
          case .variable: return true
          case .sum(let inner): return inner.isFinite
          case .function(_, let arguments): return arguments.allSatisfy(\.isFinite)
          }
        }
    }
  }

  /// How many terms and factors it has, those inside of others included.
  public var size: Int {
    terms.keys.reduce(0) { sum, product in
      product.exponents.keys.reduce(sum + 1) { sum, factor in
        switch factor {
        case .variable: sum + 1
        case .sum(let inner): sum + inner.size
        case .function(_, let arguments): arguments.reduce(sum + 1) { $0 + $1.size }
        }
      }
    }
  }

  /// The value at a point; nil where a variable has none.
  public func value(_ variables: [String: Double], _ function: (String, [Double]) -> Double) -> Double? {
    var sum = 0.0
    for (product, coefficient) in sortedTerms {
      var term = coefficient
      for (factor, exponent) in product.exponents.sorted(by: { "\($0.key)" < "\($1.key)" }) {
        let base: Double?
        switch factor {
        case .variable(let name): base = variables[name]
        case .sum(let inner): base = inner.value(variables, function)
        case .function(let name, let arguments):
          let values = arguments.compactMap { $0.value(variables, function) }
          base = values.count == arguments.count ? function(name, values) : nil
        }
        guard let base else { return nil }
        term *= exponent == 1 ? base : raise(base, to: exponent)
      }
      sum += term
    }
    return sum
  }
}

extension Algebraic.Factor {
  var isSum: Bool {
    if case .sum = self { return true }
    return false
  }
}

/// A power of numbers; whole exponents by multiplication, as cells mostly write them.
func raise(_ base: Double, to exponent: Double) -> Double {
  if exponent == -1 { return 1 / base }
  if exponent == 0.5 { return base.squareRoot() }
  guard exponent == exponent.rounded(), abs(exponent) <= 64 else { return pow(base, exponent) }
  var product = 1.0
  for _ in 0..<Int(abs(exponent)) { product *= base }
  return exponent < 0 ? 1 / product : product
}
