import Foundation

/// The value of an expression at a point, with a bound on its rounding error.
extension Algebraic {
  /// A computed number.
  public struct Computed: Hashable, Sendable {
    public var value: Double
    /// How far rounding may have moved `value`: a running error analysis (Higham, "Accuracy and Stability of
    /// Numerical Algorithms", 2002, section 3.3), first order.
    public var error: Double
  }

  /// The value at a point; nil where a variable has none, or where a function is not known.
  ///
  /// Outside of its domain an expression is not a number or infinite.
  ///
  ///     (x * x).value(at: ["x": 3])?.value  // 9, where x is .variable("x")
  ///
  /// - Complexity: Linear in the size of the expression.
  ///
  /// - Parameter opaque: The values of functions that only running them tells, whose names start with `@`.
  public func value(
    at point: [String: Double], opaque: ((String, [Double]) -> Double?)? = nil
  ) -> Computed? {
    var sum = Computed(value: 0, error: 0)
    for (product, coefficient) in sortedTerms {
      var term = Computed(value: coefficient, error: abs(coefficient) * Self.rounding)
      for (factor, exponent) in product.sortedFactors {
        guard let base = factor.value(at: point, opaque) else { return nil }
        term = Self.product(term, exponent == 1 ? base : Self.power(base, exponent))
      }
      sum.value += term.value
      sum.error += term.error + abs(sum.value) * Self.rounding
    }
    return sum
  }

  fileprivate static let rounding = Double.ulpOfOne

  private static func product(_ a: Computed, _ b: Computed) -> Computed {
    let value = a.value * b.value
    return Computed(
      value: value, error: abs(a.value) * b.error + abs(b.value) * a.error + abs(value) * rounding)
  }

  private static func power(_ base: Computed, _ exponent: Double) -> Computed {
    spread(base, relative: 1 + abs(exponent)) { raise($0, to: exponent) }
  }

  /// A function of a computed number: its error is how far it moves over that of its argument, and its own.
  fileprivate static func spread(
    _ argument: Computed, relative: Double = 4, _ function: (Double) -> Double
  ) -> Computed {
    let value = function(argument.value)
    let moves = [function(argument.value - argument.error), function(argument.value + argument.error)]
    let moved = moves.map { $0.isFinite ? abs($0 - value) : abs(value) }.max() ?? 0
    return Computed(value: value, error: moved + relative * abs(value) * rounding)
  }

  /// The functions of one argument, by their names in C.
  private static let unary: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "exp2": { exp2($0) }, "expm1": { expm1($0) }, "log": { log($0) },
    "log2": { log2($0) }, "log10": { log10($0) }, "log1p": { log1p($0) }, "sin": { sin($0) },
    "cos": { cos($0) }, "tan": { tan($0) }, "asin": { asin($0) }, "acos": { acos($0) }, "atan": { atan($0) },
    "sinh": { sinh($0) }, "cosh": { cosh($0) }, "tanh": { tanh($0) }, "asinh": { asinh($0) },
    "acosh": { acosh($0) }, "atanh": { atanh($0) }, "erf": { erf($0) }, "erfc": { erfc($0) },
    "abs": { abs($0) }, "floor": { $0.rounded(.down) }, "ceil": { $0.rounded(.up) },
    "round": { $0.rounded() }, "trunc": { $0.rounded(.towardZero) },
    "roundEven": { $0.rounded(.toNearestOrEven) },
  ]

  /// The product of the whole numbers up to one; other numbers have none.
  private static func factorial(_ number: Computed) -> Computed {
    let whole = number.value.rounded()
    guard whole >= 0, whole <= 170, abs(number.value - whole) <= 4 * number.error else {
      return Computed(value: .nan, error: 0)
    }
    let value = (0..<Int(whole)).reduce(1) { $0 * Double($1 + 1) }
    return Computed(value: value, error: whole * value * rounding)
  }

  /// The functions of two arguments, by their names in C.
  private static let binary: [String: @Sendable (Double, Double) -> Double] = [
    "pow": { pow($0, $1) }, "atan2": { atan2($0, $1) }, "hypot": { hypot($0, $1) }, "fmod": { fmod($0, $1) },
    "remainder": { remainder($0, $1) }, "fmax": { fmax($0, $1) }, "fmin": { fmin($0, $1) },
  ]

  fileprivate static func apply(_ name: String, _ arguments: [Computed]) -> Computed? {
    if name == "factorial", arguments.count == 1 { return factorial(arguments[0]) }
    if arguments.count == 1, let function = unary[name] { return spread(arguments[0], function) }
    guard arguments.count == 2, let function = binary[name] else { return chosen(name, arguments) }
    let (a, b) = (arguments[0], arguments[1])
    let first = spread(a) { function($0, b.value) }
    let second = spread(b) { function(a.value, $0) }
    return Computed(value: first.value, error: first.error + second.error)
  }
}

extension Algebraic.Factor {
  fileprivate func value(
    at point: [String: Double], _ opaque: ((String, [Double]) -> Double?)?
  ) -> Algebraic.Computed? {
    switch self {
    case .variable(let name):
      guard let value = point[name] else { return nil }
      return Algebraic.Computed(value: value, error: 0)
    case .sum(let inner): return inner.value(at: point, opaque: opaque)
    case .function(let name, let arguments):
      let values = arguments.compactMap { $0.value(at: point, opaque: opaque) }
      guard values.count == arguments.count else { return nil }
      if name.utf8.first == UInt8(ascii: "@") {
        guard let value = opaque?(name, values.map(\.value)) else { return nil }
        // How running it rounds is not known.
        return Algebraic.Computed(value: value, error: abs(value) * 1e-12)
      }
      return Algebraic.apply(name, values)
    }
  }
}
