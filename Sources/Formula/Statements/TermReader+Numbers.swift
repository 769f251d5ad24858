/// Numbers as they are written.
extension TermReader {
  /// A decimal number; nil where it is none. Whether what stands before three digits separates thousands is asked
  /// where it matters.
  static func number(_ text: String) -> Term? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var digits = text
    if parts.count == 2, !text.contains(".") {
      digits = parts.joined(separator: ".")
    } else if parts.count > 2 {
      return nil
    }
    guard digits.utf8.count <= 40, let value = Double(digits) else { return nil }
    let decimals =
      digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return .number(value, unit: raise(10, to: -Double(decimals)))
  }

  /// The number at the start of some nodes that has its power of ten behind an e: `3\text{e}{-4}`.
  static func powerOfTen(_ nodes: ArraySlice<Node>) -> Term? {
    guard let number = nodes.first, case .number(let digits) = number.kind,
      case .number(let value, let unit)? = Self.number(digits), let e = nodes.dropFirst().first,
      plainText(e) == "e" || plainText(e) == "E", let exponent = nodes.dropFirst(2).first,
      case .group(let inner) = exponent.kind
    else { return nil }
    let sign = inner.count == 2 ? symbol(of: inner[0])?.text : "+"
    guard sign == "−" || sign == "+", inner.count <= 2, case .number(let text)? = inner.last?.kind,
      let power = Int(text), power < 300
    else { return nil }
    let scale = raise(10, to: sign == "−" ? -Double(power) : Double(power))
    return .number(value * scale, unit: unit * scale)
  }

  /// Whether all there is reads `3e-4`.
  var mayBePowerOfTen: Bool {
    guard nodes.count == 4, case .number = nodes[0].kind, Self.plainText(nodes[1]) == "e",
      let sign = Self.symbol(of: nodes[2])?.text, case .number = nodes[3].kind
    else { return false }
    return (sign == "−" || sign == "+") && nodes[1].range.upperBound == nodes[2].range.lowerBound
  }
}
