import Foundation

/// Expressions as TeX and as plain text.
extension Algebraic {
  /// As TeX: `\frac{3}{4}x^{2} - \sin(x)`.
  public var tex: String { Writer(isTeX: true).sum(self) }

  /// As one line of text: `3/4 x^2 - sin(x)`.
  public var text: String { Writer(isTeX: false).sum(self) }
}

private struct Writer {
  let isTeX: Bool

  func sum(_ form: Algebraic) -> String {
    if form.terms.isEmpty { return "0" }
    var out = ""
    for (product, coefficient) in form.sortedTerms {
      let isNegative = coefficient < 0
      if out.isEmpty { out = isNegative ? "-" : "" } else { out += isNegative ? " - " : " + " }
      out += term(product, abs(coefficient))
    }
    return out
  }

  /// A product with a coefficient that is not negative.
  private func term(_ product: Algebraic.Product, _ coefficient: Double) -> String {
    let number = Number(coefficient)
    var above: [String] = []
    var below: [String] = []
    for (factor, exponent) in product.sortedFactors {
      if exponent > 0 {
        above.append(power(factor, exponent))
      } else {
        below.append(power(factor, -exponent))
      }
    }
    if product.isOne { return write(number) }
    if below.isEmpty, number.denominator == 1 || number.name != nil {
      if coefficient == 1 { return join(above) }
      return join([write(number)] + above)
    }
    // What divides goes under the line, and so does a whole denominator of the coefficient.
    if number.numerator != 1 || above.isEmpty { above.insert(write(Number(number.numerator)), at: 0) }
    if number.denominator != 1 { below.insert("\(number.denominator)", at: 0) }
    if isTeX { return "\\frac{\(join(above))}{\(join(below))}" }
    return join(above) + "/" + (below.count > 1 ? "(\(join(below)))" : below[0])
  }

  private func join(_ factors: [String]) -> String {
    var out = ""
    for factor in factors {
      if !isTeX {
        out += out.isEmpty ? factor : " " + factor
      } else if let last = out.last, last.isNumber, factor.first?.isNumber == true {
        out += " \\cdot " + factor
      } else {
        // A command must not run into a letter.
        let needsSpace = out.last?.isLetter == true && factor.first?.isLetter == true && endsWithCommand(out)
        out += (needsSpace ? " " : "") + factor
      }
    }
    return out
  }

  private func endsWithCommand(_ text: String) -> Bool {
    guard let slash = text.lastIndex(of: "\\") else { return false }
    return text[text.index(after: slash)...].allSatisfy(\.isLetter)
  }

  private func power(_ factor: Algebraic.Factor, _ exponent: Double) -> String {
    if exponent == 0.5 { return root(factor, "") }
    if abs(exponent - 1 / 3) < 1e-15 { return root(factor, isTeX ? "[3]" : "cbrt") }
    let exponentText = exponent == 1 ? "" : isTeX ? "^{\(write(Number(exponent)))}" : "^" + inline(exponent)
    switch factor {
    case .variable(let name): return variable(name) + exponentText
    case .sum(let inner): return "(" + sum(inner) + ")" + exponentText
    case .function("pow", let arguments) where arguments.count == 2:
      let base = base(arguments[0])
      let upper = sum(arguments[1])
      let power =
        isTeX ? "\(base)^{\(upper)}" : base + "^" + (upper.allSatisfy(\.isLetter) ? upper : "(\(upper))")
      return exponent == 1 ? power : "(\(power))" + exponentText
    case .function("exp", let arguments):
      let whole = isTeX ? "e^{\(sum(arguments[0]))}" : "exp(\(sum(arguments[0])))"
      return exponent == 1 ? whole : isTeX ? "(\(whole))" + exponentText : whole + exponentText
    case .function("exp2", let arguments):
      let whole = isTeX ? "2^{\(sum(arguments[0]))}" : "2^(\(sum(arguments[0])))"
      return exponent == 1 ? whole : "(\(whole))" + exponentText
    case .function("abs", let arguments):
      return (isTeX ? "\\left|\(sum(arguments[0]))\\right|" : "|\(sum(arguments[0]))|") + exponentText
    case .function(let name, let arguments):
      let inner = arguments.map(sum).joined(separator: ", ")
      return functionName(name) + exponentText + (isTeX ? "\\left(\(inner)\\right)" : "(\(inner))")
    }
  }

  private func base(_ form: Algebraic) -> String {
    let text = sum(form)
    if let number = form.number, number >= 0 { return write(Number(number)) }
    if form.terms.count == 1, let product = form.terms.first?.key, form.terms.first?.value == 1,
      product.exponents.count == 1, case .variable? = product.exponents.keys.first,
      product.exponents.values.first == 1
    {
      return text
    }
    return "(\(text))"
  }

  private func root(_ factor: Algebraic.Factor, _ index: String) -> String {
    let inside: String
    switch factor {
    case .sum(let inner): inside = sum(inner)
    default: inside = power(factor, 1)
    }
    if isTeX { return "\\sqrt\(index){\(inside)}" }
    return (index.isEmpty ? "sqrt" : index) + "(\(inside))"
  }

  private func variable(_ name: String) -> String {
    guard isTeX, name.count > 1 else { return name }
    // A letter with digits is written with an index.
    if let first = name.first, first.isLetter, name.dropFirst().allSatisfy(\.isNumber) {
      return "\(first)_{\(name.dropFirst())}"
    }
    return Self.greek.contains(name) ? "\\\(name)" : "\\mathit{\(name)}"
  }

  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu",
    "xi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
  ]

  private func functionName(_ name: String) -> String {
    guard isTeX else { return name == "log" ? "ln" : name }
    switch name {
    case "log": return "\\ln"
    case "log2": return "\\log_{2}"
    case "log10": return "\\log_{10}"
    case "sin", "cos", "tan", "sinh", "cosh", "tanh": return "\\" + name
    case "asin", "acos", "atan": return "\\arc" + name.dropFirst()
    default: return "\\operatorname{\(name)}"
    }
  }

  // MARK: Numbers

  private func inline(_ exponent: Double) -> String {
    let number = Number(exponent)
    return number.denominator == 1 && exponent >= 0 ? write(number) : "(\(write(number)))"
  }

  private func write(_ number: Number) -> String {
    if let name = number.name { return isTeX ? name.tex : name.text }
    if number.denominator == 1 { return decimal(number.numerator) }
    let top = decimal(abs(number.numerator))
    let sign = number.numerator < 0 ? "-" : ""
    return isTeX ? "\(sign)\\frac{\(top)}{\(number.denominator)}" : "\(sign)\(top)/\(number.denominator)"
  }

  private func decimal(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let text = "\(value)"
    guard isTeX, let e = text.firstIndex(of: "e") else { return text }
    return "\(text[..<e]) \\cdot 10^{\(text[text.index(after: e)...])}"
  }
}

/// A number as a reader would write it: a decimal of few digits, a fraction of small whole numbers, a known constant.
private struct Number {
  var numerator: Double
  var denominator = 1
  var name: (tex: String, text: String)?

  init(_ value: Double) {
    numerator = value
    if let known = Self.known.first(where: { abs($0.value - value) <= 4e-16 * abs(value) }) {
      name = (known.tex, known.text)
      return
    }
    // Halves, quarters and eighths are fractions; 0.1 and 2.35 stay decimals.
    let eighths = value * 8
    if "\(value)".count <= 8, eighths != eighths.rounded() || value == value.rounded() || abs(value) > 100 {
      return
    }
    for candidate in 2...99 {
      let product = value * Double(candidate)
      if abs(product - product.rounded()) <= 4e-16 * abs(product), abs(product) < 1e6 {
        numerator = product.rounded()
        denominator = candidate
        return
      }
    }
  }

  private static let known: [(value: Double, tex: String, text: String)] =
    [
      (.pi, "\\pi", "π"), (2 * .pi, "2\\pi", "2π"), (.pi / 2, "\\frac{\\pi}{2}", "π/2"),
      (1.1283791670955126, "\\frac{2}{\\sqrt{\\pi}}", "2/sqrt(π)"), (2.718281828459045, "e", "e"),
      (0.3989422804014327, "\\frac{1}{\\sqrt{2\\pi}}", "1/sqrt(2π)"),
    ] + (2...10).map { (log(Double($0)), "\\ln \($0)", "ln \($0)") }
}
