/// A finite number as decimal digits, from which every text that Graphics writes is made.
///
/// Formatting starts from the shortest digits that identify the value (`Double.description`), so it depends
/// on no locale and no C library.
struct DecimalNumber: Equatable {
  /// Whether a minus sign belongs before it; false for zero.
  private(set) var isNegative: Bool
  /// Significant digits, 0 to 9, without leading or trailing zeros; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit: 1 for 25, −2 for 0.025; 0 for zero.
  private(set) var exponent: Int

  /// The digits of a finite value. Values that are not finite read as zero.
  init(_ value: Double) {
    isNegative = false
    digits = []
    exponent = 0
    guard value.isFinite, value != 0 else { return }
    isNegative = value < 0
    var point: Int?
    var written = 0
    let parts = value.magnitude.description.split(separator: "e")
    for byte in parts[0].utf8 {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    if parts.count > 1 { written = Int(parts[1]) ?? 0 }
    exponent = written + (point ?? digits.count) - 1
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    dropTrailingZeros()
  }

  /// The same number with at most `count` significant digits, ties away from zero.
  func rounded(to count: Int) -> DecimalNumber {
    guard digits.count > count else { return self }
    var result = self
    let roundsUp = digits[count] >= 5
    result.digits.removeSubrange(count...)
    if roundsUp {
      result.dropTrailing(9)
      if let last = result.digits.indices.last {
        result.digits[last] += 1
      } else {
        result.digits = [1]
        result.exponent += 1
      }
    }
    result.dropTrailingZeros()
    return result
  }

  /// The least number of digits, but not under `least`, with which two different values are written
  /// differently.
  static func digits(tellingApart a: Double, _ b: Double, atLeast least: Int) -> Int {
    let (first, second) = (DecimalNumber(a), DecimalNumber(b))
    guard first != second else { return least }
    return (least..<17).first { first.rounded(to: $0) != second.rounded(to: $0) } ?? 17
  }

  private mutating func dropTrailingZeros() { dropTrailing(0) }

  private mutating func dropTrailing(_ digit: UInt8) {
    while digits.last == digit { digits.removeLast() }
  }
}

extension DecimalNumber {
  /// As program text: `-0.25`, `123456`, `1.5e300`, `2e-7`.
  ///
  /// Scientific where the first digit is at 10⁶ or above, or below 10⁻⁴.
  var code: String {
    guard let (mantissa, power) = written else { return "0" }
    return (isNegative ? "-" : "") + mantissa + (power == 0 ? "" : "e\(power)")
  }

  /// As printed mathematics: `−0.25`, `123456`, `1.5×10³⁰⁰`.
  var typeset: String {
    guard let (mantissa, power) = written else { return "0" }
    return (isNegative ? "−" : "") + mantissa + (power == 0 ? "" : "×10" + superscript(power))
  }

  private var written: (mantissa: String, power: Int)? {
    if digits.isEmpty { return nil }
    if exponent >= 6 || exponent < -4 { return (Self.text(digits, firstAt: 0), exponent) }
    return (Self.text(digits, firstAt: exponent), 0)
  }

  private static func text(_ digits: [UInt8], firstAt exponent: Int) -> String {
    var text = exponent < 0 ? "0." + String(repeating: "0", count: -exponent - 1) : ""
    for (index, digit) in digits.enumerated() {
      if index == exponent + 1, exponent >= 0 { text += "." }
      text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + digit))
    }
    if exponent >= digits.count { text += String(repeating: "0", count: exponent + 1 - digits.count) }
    return text
  }
}

/// An integer in superscript digits: `⁻³⁰⁰`.
func superscript(_ number: Int) -> String {
  let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  var text = number < 0 ? "⁻" : ""
  for byte in String(number.magnitude).utf8 { text.append(digits[Int(byte - UInt8(ascii: "0"))]) }
  return text
}
