import Foundation

/// A number that is not negative, as a reader would write it: a decimal of few digits, a fraction of small whole
/// numbers, a known constant; what stands above the line and what below.
struct WrittenNumber {
  /// As TeX and as text.
  typealias Part = (tex: String, text: String)

  var upper: Part
  /// Nil where there is no line.
  var lower: Part?

  var isWhole: Bool { lower == nil }

  init(_ value: Double) {
    guard value.isFinite else {
      upper = value.isNaN ? ("\\mathrm{NaN}", "NaN") : ("\\infty", "∞")
      return
    }
    if let known = Self.known.first(where: { abs($0.value - value) <= 4e-16 * abs(value) }) {
      (upper, lower) = (known.upper, known.lower)
      return
    }
    upper = Self.decimal(value)
    // Halves, quarters and eighths are fractions; 0.1 and 2.35 stay decimals.
    let eighths = value * 8
    if "\(value)".count <= 8, eighths != eighths.rounded() || value == value.rounded() || abs(value) > 100 {
      return
    }
    for candidate in 2...99 {
      let product = value * Double(candidate)
      if abs(product - product.rounded()) <= 4e-16 * abs(product), abs(product) < 1e6 {
        upper = Self.decimal(product.rounded())
        lower = ("\(candidate)", "\(candidate)")
        return
      }
    }
  }

  private static func decimal(_ value: Double) -> Part {
    if value == value.rounded(), abs(value) < 1e15 { return ("\(Int(value))", "\(Int(value))") }
    let text = "\(value)"
    guard let e = text.firstIndex(of: "e") else { return (text, text) }
    return ("\(text[..<e]) \\cdot 10^{\(text[text.index(after: e)...])}", text)
  }

  private typealias Known = (value: Double, upper: Part, lower: Part?)

  /// π with its multiples and parts up to 12, e, multiples of logarithms up to that of 12, and the factors of normal distributions.
  private static let known: [Known] = {
    let root: Part = ("\\sqrt{\\pi}", "sqrt(π)")
    var known: [Known] = [
      (2 / Double.pi.squareRoot(), ("2", "2"), root), (M_E, ("e", "e"), nil),
      (1 / (2 * Double.pi).squareRoot(), ("1", "1"), ("\\sqrt{2\\pi}", "sqrt(2π)")),
    ]
    for whole in 1...12 {
      let factor = whole == 1 ? "" : "\(whole)"
      known.append((Double(whole) * .pi, (factor + "\\pi", factor + "π"), nil))
      if whole == 1 { continue }
      known.append((.pi / Double(whole), ("\\pi", "π"), ("\(whole)", "\(whole)")))
    }
    for base in [2, 3, 5, 6, 7, 10, 11, 12] {
      let logarithm: Part = ("\\ln(\(base))", "ln(\(base))")
      known.append((1 / log(Double(base)), ("1", "1"), logarithm))
      for times in 1...12 {
        let factor = times == 1 ? ("", "") : ("\(times)", "\(times) ")
        known.append(
          (Double(times) * log(Double(base)), (factor.0 + logarithm.tex, factor.1 + logarithm.text), nil))
      }
    }
    return known
  }()
}
