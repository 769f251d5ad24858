import Foundation

/// Reads a formula as cells print it, `-x exp(-x^2/2) sin^2(x)`, and computes it at a point.
///
/// What stands side by side is multiplied, from the left, and a quotient divides by the next factor only.
struct FormulaReading {
  private var rest: Substring
  private let variables: [String: Double]

  /// The value of a formula; nil where it cannot be read.
  static func value(of text: String, at variables: [String: Double]) -> Double? {
    var reading = FormulaReading(rest: text[...], variables: variables)
    let value = reading.sum()
    return reading.rest.isEmpty ? value : nil
  }

  private mutating func skip(_ symbol: Character) -> Bool {
    rest = rest.drop { $0 == " " }
    guard rest.first == symbol else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func sum() -> Double? {
    let isNegative = skip("-")
    guard var value = product() else { return nil }
    if isNegative { value = -value }
    while true {
      if skip("+") {
        guard let next = product() else { return nil }
        value += next
      } else if skip("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while true {
      if skip("/") {
        guard let next = factor() else { return nil }
        value /= next
      } else {
        rest = rest.drop { $0 == " " || $0 == "*" || $0 == "·" }
        guard let first = rest.first, first.isLetter || first.isNumber || first == "(" else { return value }
        guard let next = factor() else { return nil }
        value *= next
      }
    }
  }

  private mutating func factor() -> Double? {
    guard let base = atom() else { return nil }
    guard let exponent = exponent() else { return base }
    return pow(base, exponent)
  }

  private mutating func exponent() -> Double? {
    skip("^") ? atom() : nil
  }

  private mutating func atom() -> Double? {
    if skip("(") {
      guard let value = sum(), skip(")") else { return nil }
      return value
    }
    if let first = rest.first, first.isNumber { return number() }
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    rest = rest.dropFirst(name.count)
    if let value = variables[name] { return value }
    switch name {
    case "": return nil
    case "e": return M_E
    case "π": return Double.pi
    default: break
    }
    guard let function = Self.functions[name] else { return nil }
    // In `sin^2(x)` the exponent stands before the argument.
    let exponent = exponent()
    _ = skip(" ")
    guard let argument = atom() else { return nil }
    return pow(function(argument), exponent ?? 1)
  }

  private mutating func number() -> Double? {
    var digits = rest.prefix { $0.isNumber || $0 == "." }
    let behind = rest.dropFirst(digits.count)
    if behind.first == "e", let next = behind.dropFirst().first, next == "-" || next == "+" || next.isNumber {
      let power = behind.dropFirst(2).prefix { $0.isNumber }
      digits = rest[digits.startIndex..<power.endIndex]
    }
    rest = rest[digits.endIndex...]
    return Double(digits)
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "sqrt": { $0.squareRoot() }, "cbrt": { cbrt($0) }, "exp": { exp($0) }, "ln": { log($0) },
    "sin": { sin($0) },
    "cos": { cos($0) }, "tan": { tan($0) }, "atan": { atan($0) }, "tanh": { tanh($0) },
    "sinh": { sinh($0) }, "cosh": { cosh($0) },
  ]
}
