/// What stands behind a factor and belongs to it: `%`, `!`, `°`.
extension TermReader {
  /// A factor with the signs behind it.
  mutating func postfixed(_ factor: Term) throws(Unreadable) -> Term {
    guard let node = peek else { return factor }
    let scripts = Self.scripts(of: node)
    guard let base = scripts.base, case .symbol(let symbol) = base.kind else { return factor }
    switch symbol.text {
    case "%":
      index += 1
      // Of 5% the last digit shown is that of 0.05.
      if case .number(let value, let unit) = factor { return .number(value / 100, unit: unit / 100) }
      return .quotient(factor, .number(100, unit: 1))
    case "°":
      guard case .number(let value, let unit) = factor else { throw unreadable() }
      index += 1
      return .number(value * .pi / 180, unit: unit * .pi / 180)
    case "!":
      guard scripts.sub == nil, scripts.primes == 0 else { throw unreadable() }
      if case .power = factor { throw Unreadable("whether '!' belongs to the exponent is not clear") }
      index += 1
      guard !isNext("!") else { throw Unreadable("'!!' is not read") }
      return try Self.raised(.function("factorial", [factor]), scripts.sup)
    default: return factor
    }
  }

  /// An angle in degrees: `30^\circ`.
  static func degrees(_ base: Node, _ scripts: Scripts) -> Term? {
    guard case .number(let text) = base.kind, case .number(let value, let unit)? = number(text),
      let sup = scripts.sup, ["∘", "°"].contains(plainText(sup)), scripts.sub == nil, scripts.primes == 0
    else { return nil }
    return .number(value * .pi / 180, unit: unit * .pi / 180)
  }
}
