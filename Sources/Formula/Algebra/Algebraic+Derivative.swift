import Foundation

/// Derivatives and substitution, as expressions.
extension Algebraic {
  /// The partial derivative by a variable; nil where a function has no rule, such as `fmod`.
  ///
  ///     let x = Algebraic.variable("x")
  ///     (x * x).derivative(by: "x")?.text  // "2 x"
  ///
  /// - Complexity: The number of factors, times the cost of their products.
  public func derivative(by variable: String) -> Algebraic? {
    var sum = Algebraic.number(0)
    for (product, coefficient) in sortedTerms {
      for (factor, exponent) in product.sortedFactors {
        guard let inner = factor.derivative(by: variable) else { return nil }
        if inner.number == 0 { continue }
        var rest = product
        rest.exponents[factor] = exponent == 1 ? nil : exponent - 1
        sum = sum + Algebraic(rest, coefficient * exponent) * inner
      }
    }
    return sum
  }

  /// The names of the variables in it.
  public var variables: Set<String> {
    var names: Set<String> = []
    addVariables(to: &names)
    return names
  }

  private func addVariables(to names: inout Set<String>) {
    for product in terms.keys {
      for factor in product.exponents.keys {
        switch factor {
        case .variable(let name): names.insert(name)
        case .sum(let inner): inner.addVariables(to: &names)
        case .function(_, let arguments): for argument in arguments { argument.addVariables(to: &names) }
        }
      }
    }
  }

  /// The expression with others in the place of some of its variables, simplified anew.
  public func substituting(_ values: [String: Algebraic]) -> Algebraic {
    var sum = Algebraic.number(0)
    for (product, coefficient) in sortedTerms {
      var term = Algebraic.number(coefficient)
      for (factor, exponent) in product.sortedFactors {
        let base: Algebraic
        switch factor {
        case .variable(let name): base = values[name] ?? .variable(name)
        case .sum(let inner): base = inner.substituting(values)
        case .function(let name, let arguments):
          base = .function(name, arguments.map { $0.substituting(values) })
        }
        term = term * base.power(exponent)
      }
      sum = sum + term
    }
    return sum
  }

  /// The partial derivative of a function by one of its arguments; nil where there is no rule.
  ///
  /// The rules are those of the machine's own derivatives, so that both write alike.
  static func derivative(of name: String, _ arguments: [Algebraic], by index: Int) -> Algebraic? {
    if name.utf8.first == UInt8(ascii: "@") { return function("\(name).\(index)", arguments) }
    let x = arguments[0]
    let itself = function(name, arguments)
    let one = Algebraic.number(1)
    if arguments.count == 2 {
      let y = arguments[1]
      switch (name, index) {
      case ("pow", 0): return y * x.power(y - one)
      case ("pow", _): return itself * function("log", [x])
      case ("atan2", 0): return y / (x * x + y * y)
      case ("atan2", _): return -x / (x * x + y * y)
      case ("hypot", _): return arguments[index] / itself
      default: return nil
      }
    }
    switch name {
    case "exp": return itself
    case "exp2": return .number(log(2)) * itself
    case "expm1": return function("exp", [x])
    case "log": return one / x
    case "log2": return one / (.number(log(2)) * x)
    case "log10": return one / (.number(log(10)) * x)
    case "log1p": return one / (x + one)
    case "sin": return function("cos", [x])
    case "cos": return -function("sin", [x])
    case "tan": return one + itself * itself
    case "asin": return (one - x * x).power(-0.5)
    case "acos": return -(one - x * x).power(-0.5)
    case "atan": return one / (one + x * x)
    case "sinh": return function("cosh", [x])
    case "cosh": return function("sinh", [x])
    case "tanh": return one - itself * itself
    case "asinh": return (one + x * x).power(-0.5)
    case "acosh": return (x * x - one).power(-0.5)
    case "atanh": return one / (one - x * x)
    case "erf": return .number(2 / Double.pi.squareRoot()) * function("exp", [-(x * x)])
    case "erfc": return .number(-2 / Double.pi.squareRoot()) * function("exp", [-(x * x)])
    case "abs": return x / itself
    default: return nil
    }
  }
}

extension Algebraic.Factor {
  fileprivate func derivative(by variable: String) -> Algebraic? {
    switch self {
    case .variable(let name): return .number(name == variable ? 1 : 0)
    case .sum(let inner): return inner.derivative(by: variable)
    case .function(let name, let arguments):
      var sum = Algebraic.number(0)
      for (index, argument) in arguments.enumerated() {
        guard let inner = argument.derivative(by: variable) else { return nil }
        if inner.number == 0 { continue }
        guard let outer = Algebraic.derivative(of: name, arguments, by: index) else { return nil }
        sum = sum + outer * inner
      }
      return sum
    }
  }
}
