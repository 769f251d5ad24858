import Foundation

/// A random expression of three Doubles, which the test itself can evaluate.
indirect enum DoubleExpression {
  case variable(Int)
  case literal(Double)
  case negated(DoubleExpression)
  case binary(String, DoubleExpression, DoubleExpression)
  case function(String, DoubleExpression)
  case choice(DoubleExpression, DoubleExpression, DoubleExpression, DoubleExpression)

  /// Which operations it is made of.
  struct Vocabulary {
    var binary: [String]
    var functions: [String]
    var hasChoices: Bool

    static let all = Vocabulary(
      binary: ["+", "-", "*", "/", "min", "max", "pow", "atan2", "hypot"],
      functions: ["sqrt", "exp", "log", "sin", "cos", "tan", "atan", "tanh", "abs", "floor", "ceil", "cbrt"],
      hasChoices: true)
    /// Functions with moderate derivatives of all orders.
    static let smooth = Vocabulary(
      binary: ["+", "-", "*"], functions: ["sin", "cos", "atan", "tanh", "bell", "root"], hasChoices: false)
  }

  /// Declares the functions that are not of the prelude.
  static let helpers = """
    func bell(_ x: Double) -> Double { exp(-x * x) }
    func root(_ x: Double) -> Double { sqrt(1 + x * x) }

    """

  static func random(depth: Int, of vocabulary: Vocabulary, _ generator: inout Generator) -> DoubleExpression
  {
    func deeper(_ generator: inout Generator) -> DoubleExpression {
      random(depth: depth - 1, of: vocabulary, &generator)
    }
    if depth == 0 { return .variable(generator.below(3)) }
    switch generator.below(10) {
    case 0: return .variable(generator.below(3))
    case 1: return .negated(deeper(&generator))
    case 2, 3: return .function(generator.pick(vocabulary.functions), deeper(&generator))
    case 4:
      return .binary(generator.pick(vocabulary.binary), deeper(&generator), .literal(literal(&generator)))
    case 5:
      return .binary(generator.pick(vocabulary.binary), .literal(literal(&generator)), deeper(&generator))
    case 6 where vocabulary.hasChoices:
      return .choice(deeper(&generator), deeper(&generator), deeper(&generator), deeper(&generator))
    default: return .binary(generator.pick(vocabulary.binary), deeper(&generator), deeper(&generator))
    }
  }

  private static func literal(_ generator: inout Generator) -> Double {
    generator.pick([0.1, 0.5, 2, 3, 1.75, 0.001, 10])
  }

  var text: String { text(above: 0) }

  /// Behind a prefix operator, which must not touch another.
  private var asOperand: String {
    let text = text(above: 10)
    return text.hasPrefix("-") || text.hasPrefix("~") ? "(\(text))" : text
  }

  private func text(above precedence: Int) -> String {
    switch self {
    case .variable(let index): return IntExpression.names[index]
    // Without a point where Swift takes an integer literal for a Double.
    case .literal(let value): return value == value.rounded() ? String(Int(value)) : String(value)
    case .negated(let operand): return "-" + operand.asOperand
    case .function(let name, let operand): return "\(name)(\(operand.text))"
    case .choice(let left, let right, let yes, let no):
      return
        "(\(left.text(above: 2)) < \(right.text(above: 2)) ? \(yes.text(above: 1)) : \(no.text(above: 1)))"
    case .binary(let symbol, let left, let right):
      let bound: Int
      switch symbol {
      case "+", "-": bound = 2
      case "*", "/": bound = 3
      default: return "\(symbol)(\(left.text), \(right.text))"
      }
      let text = "\(left.text(above: bound)) \(symbol) \(right.text(above: bound + 1))"
      return bound < precedence ? "(\(text))" : text
    }
  }

  func value(_ variables: [Double]) -> Double {
    switch self {
    case .variable(let index): return variables[index]
    case .literal(let value): return value
    case .negated(let operand): return -operand.value(variables)
    case .choice(let left, let right, let yes, let no):
      return left.value(variables) < right.value(variables) ? yes.value(variables) : no.value(variables)
    case .function(let name, let operand):
      return Self.functions[name, default: { _ in .nan }](operand.value(variables))
    case .binary(let symbol, let left, let right):
      return Self.binary[symbol, default: { _, _ in .nan }](left.value(variables), right.value(variables))
    }
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "sqrt": { $0.squareRoot() }, "exp": { exp($0) }, "log": { log($0) }, "sin": { sin($0) },
    "cos": { cos($0) },
    "tan": { tan($0) }, "atan": { atan($0) }, "tanh": { tanh($0) }, "abs": { abs($0) },
    "floor": { $0.rounded(.down) }, "ceil": { $0.rounded(.up) }, "cbrt": { cbrt($0) },
    "bell": { exp(-$0 * $0) }, "root": { (1 + $0 * $0).squareRoot() },
  ]

  private static let binary: [String: @Sendable (Double, Double) -> Double] = [
    "+": { $0 + $1 }, "-": { $0 - $1 }, "*": { $0 * $1 }, "/": { $0 / $1 }, "min": { min($0, $1) },
    "max": { max($0, $1) }, "pow": { pow($0, $1) }, "atan2": { atan2($0, $1) }, "hypot": { hypot($0, $1) },
  ]
}
