/// Expressions as TeX and as plain text.
extension Algebraic {
  /// As TeX: `\frac{3}{4}x^{2} - \sin x`.
  public var tex: String { AlgebraicWriter(isTeX: true).sum(self) }

  /// As one line of text: `3/4 x^2 - sin(x)`.
  public var text: String { AlgebraicWriter(isTeX: false).sum(self) }
}

/// Writes expressions as a teacher would.
///
/// Sums are put into factors as `Algebraic.factored` and `grouped` say. A sum of two terms, or one with functions,
/// does not start with a minus; polynomials fall by degree. In products numbers come first, then variables, sums,
/// powers of e, and functions.
struct AlgebraicWriter {
  let isTeX: Bool

  func sum(_ form: Algebraic) -> String {
    if form.terms.isEmpty { return "0" }
    if let (product, coefficient) = form.factored {
      return (coefficient < 0 ? "-" : "") + term(product, abs(coefficient))
    }
    var out = ""
    for (product, coefficient) in inOrder(form.grouped) {
      let isNegative = coefficient < 0
      if out.isEmpty { out = isNegative ? "-" : "" } else { out += isNegative ? " - " : " + " }
      out += term(product, abs(coefficient))
    }
    return out
  }

  private typealias Term = (product: Algebraic.Product, coefficient: Double)

  private func inOrder(_ terms: [Term]) -> [Term] {
    var terms = terms
    guard terms.count > 1 else { return terms }
    let hasFunctions = !terms.allSatisfy(\.product.isOfVariables)
    if terms[0].coefficient < 0, terms.count == 2 || hasFunctions,
      let place = terms.firstIndex(where: { $0.coefficient > 0 })
    {
      terms.insert(terms.remove(at: place), at: 0)
    }
    // 1 + e^x, but ln x + 1.
    if terms.count == 2, terms[1].product.isOne, terms[1].coefficient > 0, hasFunctions,
      !terms[0].product.exponents.keys.contains(where: { $0.isLogarithm || $0.isVariable })
    {
      terms.swapAt(0, 1)
    }
    return terms
  }

  /// A product with a coefficient that is not negative.
  private func term(_ product: Algebraic.Product, _ coefficient: Double) -> String {
    let number = WrittenNumber(coefficient)
    if product.isOne { return write(number) }
    let factors = product.writtenFactors
    let above = factors.filter { $0.exponent > 0 }
    let below = factors.filter { $0.exponent < 0 }
    let needsNumber = write(number.upper) != "1" || above.isEmpty
    let hasLine = !below.isEmpty || number.lower != nil
    // What divides goes under the line, and so does what divides in the coefficient. The line of TeX holds a lone
    // sum together.
    let isLoneAbove = isTeX && hasLine && !needsNumber && above.count == 1
    let isLoneBelow = isTeX && number.lower == nil && below.count == 1
    var upper = above.map { power($0.factor, $0.exponent, isHeld: isLoneAbove) }
    var lower = below.map { power($0.factor, -$0.exponent, isHeld: isLoneBelow) }
    if needsNumber { upper.insert(write(number.upper), at: 0) }
    if let divisor = number.lower { lower.insert(write(divisor), at: 0) }
    if !hasLine { return join(upper) }
    if isTeX { return "\\frac{\(join(upper))}{\(join(lower))}" }
    return join(upper) + "/" + (lower.count > 1 ? "(\(join(lower)))" : lower[0])
  }

  private func join(_ factors: [String]) -> String {
    var out = ""
    for factor in factors {
      if !isTeX {
        out += out.isEmpty ? factor : " " + factor
      } else if !out.isEmpty, factor.first?.isNumber == true {
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

  /// An expression in parentheses, which grow with it.
  func parenthesised(_ text: String) -> String {
    isTeX && (text.contains("\\frac") || text.contains("\\left")) ? "\\left(\(text)\\right)" : "(\(text))"
  }

  /// A power with a positive exponent; `isHeld` where something else holds a sum together.
  private func power(_ factor: Algebraic.Factor, _ exponent: Double, isHeld: Bool = false) -> String {
    if exponent == 0.5 { return root(factor, "") }
    if abs(exponent - 1 / 3) < 1e-15 { return root(factor, isTeX ? "[3]" : "cbrt") }
    let upper = exponent == 1 ? "" : "^" + (isTeX ? Self.braced(inline(exponent)) : inlineInText(exponent))
    switch factor {
    case .variable(let name): return variable(name) + upper
    case .sum(let inner): return isHeld && exponent == 1 ? sum(inner) : parenthesised(sum(inner)) + upper
    case .function("pow", let arguments) where arguments.count == 2:
      return raised(exponential(base(arguments[0]), arguments[1]), exponent, upper)
    case .function("exp", let arguments):
      return raised(
        isTeX ? "e^" + Self.braced(sum(arguments[0])) : "exp(\(sum(arguments[0])))", exponent, upper)
    case .function("exp2", let arguments): return raised(exponential("2", arguments[0]), exponent, upper)
    case .function("abs", let arguments):
      return (isTeX ? "\\left|\(sum(arguments[0]))\\right|" : "|\(sum(arguments[0]))|") + upper
    case .function(let name, let arguments):
      let function = functionName(name) + upper
      if isTeX, arguments.count == 1, arguments[0].isShort, !function.hasPrefix("\\operatorname") {
        return function + " " + sum(arguments[0])
      }
      return function + parenthesised(arguments.map(sum).joined(separator: ", "))
    }
  }

  /// A script as TeX takes it: a single sign stands without braces.
  private static func braced(_ script: String) -> String { script.utf8.count == 1 ? script : "{\(script)}" }

  private func raised(_ text: String, _ exponent: Double, _ upper: String) -> String {
    exponent == 1 ? text : parenthesised(text) + upper
  }

  private func exponential(_ base: String, _ exponent: Algebraic) -> String {
    let upper = sum(exponent)
    if isTeX { return base + "^" + Self.braced(upper) }
    return base + "^" + (upper.allSatisfy { $0.isLetter || $0.isNumber } ? upper : "(\(upper))")
  }

  private func base(_ form: Algebraic) -> String {
    if let number = form.number, number >= 0, number == number.rounded() {
      return write(WrittenNumber(number))
    }
    if let only = form.terms.first, form.terms.count == 1, only.value == 1, only.key.exponents.count == 1,
      only.key.isOfVariables, only.key.exponents.values.first == 1
    {
      return sum(form)
    }
    return parenthesised(sum(form))
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

  func variable(_ name: String) -> String {
    guard isTeX, name.count > 1 else { return name }
    // A letter with digits is written with an index.
    if let first = name.first, first.isLetter, name.dropFirst().allSatisfy(\.isNumber) {
      return "\(first)_{\(name.dropFirst())}"
    }
    return Self.greek.contains(name) ? "\\\(name)" : "\\mathit{\(name)}"
  }

  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
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

  /// A number in an exponent of TeX: fractions with a slash.
  private func inline(_ exponent: Double) -> String {
    let number = WrittenNumber(exponent)
    return write(number.upper) + (number.lower.map { "/" + write($0) } ?? "")
  }

  private func inlineInText(_ exponent: Double) -> String {
    let number = WrittenNumber(exponent)
    return number.isWhole ? write(number) : "(\(write(number)))"
  }

  private func write(_ part: WrittenNumber.Part) -> String { isTeX ? part.tex : part.text }

  private func write(_ number: WrittenNumber) -> String {
    guard let lower = number.lower else { return write(number.upper) }
    return isTeX
      ? "\\frac{\(write(number.upper))}{\(write(lower))}" : "\(write(number.upper))/\(write(lower))"
  }
}

extension Algebraic {
  /// Whether it is written without parentheses after the name of a function: x and 2x.
  fileprivate var isShort: Bool {
    guard terms.count == 1, let (product, coefficient) = terms.first, coefficient > 0,
      coefficient == coefficient.rounded(), product.exponents.count == 1, let part = product.exponents.first
    else { return false }
    return part.key.isVariable && part.value == 1
  }
}

extension Algebraic.Factor {
  fileprivate var isLogarithm: Bool {
    if case .function(let name, _) = self { return name.hasPrefix("log") }
    return false
  }

  /// The place in a product.
  fileprivate var rank: Int {
    switch self {
    case .variable: 0
    case .sum(let inner): inner.terms.keys.allSatisfy(\.isOfVariables) ? 1 : 3
    case .function("exp", _), .function("exp2", _), .function("pow", _): 2
    case .function("cos", _): 5
    case .function: 4
    }
  }
}

extension Algebraic.Product {
  /// In the order in which they are written: by rank, then the higher powers of functions; sin x cos x, cos² x sin x.
  var writtenFactors: [(factor: Algebraic.Factor, exponent: Double)] {
    let factors = sortedFactors.map { (factor: $0.key, exponent: $0.value) }
    guard factors.count > 1, !isOfVariables else { return factors }
    return factors.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let (m, n) = (a.factor.rank, b.factor.rank)
      if m >= 4, n >= 4, a.exponent != b.exponent { return a.exponent > b.exponent }
      return m != n ? m < n : left.offset < right.offset
    }.map(\.element)
  }
}
