/// Units behind numbers: those of the SI without prefixes, in which functions of cells compute, so that a number with one may be
/// compared.
enum Units {
  private static let names: Set<String> = [
    "m", "s", "kg", "J", "N", "W", "V", "Hz", "Pa", "Ω", "m/s", "m/s²", "N/m", "kg·m/s", "bit", "bits",
  ]

  /// Whether a node is a unit: `\text{J}`, `\mathrm{m/s}`, `\text{m/s}^2`.
  static func isUnit(_ node: Node) -> Bool {
    let scripts = TermReader.scripts(of: node)
    guard let base = scripts.base, scripts.sub == nil, scripts.primes == 0 else { return false }
    var text: String
    switch base.kind {
    case .text(let word, _): text = word
    case .font(.roman, let inner), .operatorName(let inner, _):
      text = inner.map(TermReader.plainText).joined()
    default: return false
    }
    text.removeAll { $0 == " " || $0 == "\u{A0}" }
    if let sup = scripts.sup {
      guard TermReader.plainText(sup) == "2" else { return false }
      text += "²"
    }
    return names.contains(text)
  }
}
