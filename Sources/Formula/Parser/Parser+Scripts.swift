extension Parser {
  /// Reads the scripts, primes and limits that follow a base.
  mutating func scripted(_ base: Node?, from start: Int) throws(FormulaError) -> Node {
    var scripts = Scripts(base: base)
    var found = false
    var hasSup = false
    var end = position
    reading: while true {
      skipSpace()
      let here = position
      switch peek {
      case UInt8(ascii: "^"):
        guard !hasSup else { throw .doubleScript("superscript", here..<here + 1) }
        position += 1
        let (primes, rest) = Self.leadingPrimes(try argument(of: "^", at: here))
        scripts.primes += primes
        scripts.sup = rest
        hasSup = true
      case UInt8(ascii: "_"):
        guard scripts.sub == nil else { throw .doubleScript("subscript", here..<here + 1) }
        position += 1
        scripts.sub = try argument(of: "_", at: here)
      case UInt8(ascii: "'"):
        guard !hasSup else { throw .doubleScript("superscript", here..<here + 1) }
        position += 1
        scripts.primes += 1
      case UInt8(ascii: "\\"):
        guard let placement = try limitsPlacement() else { break reading }
        guard let base, Self.takesLimits(base) else {
          let name = String(decoding: bytes[here + 1..<position], as: UTF8.self)
          throw .misplacedCommand(name, needs: "an operator such as `\\sum` before it", here..<position)
        }
        scripts.placement = placement
      default:
        guard let (script, isSuper) = raisedCharacters() else { break reading }
        guard isSuper ? !hasSup : scripts.sub == nil else {
          throw .doubleScript(isSuper ? "superscript" : "subscript", here..<position)
        }
        if isSuper { scripts.sup = script } else { scripts.sub = script }
        hasSup = hasSup || isSuper
      }
      found = true
      end = position
    }
    position = end
    if !found, let base { return base }
    return Node(kind: .scripts(scripts), range: start..<end)
  }

  /// `\limits` and relatives, where they come next.
  private mutating func limitsPlacement() throws(FormulaError) -> Scripts.Placement? {
    guard position + 1 < bytes.count else { return nil }
    switch bytes[position + 1] {
    case UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "d"): break
    default: return nil
    }
    let (_, command) = try controlSequence()
    guard case .limits(let placement) = command else { return nil }
    return placement
  }

  /// Takes apart `^{\prime\prime 2}`, which is another way to write `''^2`.
  private static func leadingPrimes(_ sup: Node) -> (count: Int, rest: Node?) {
    let nodes: [Node]
    if case .group(let inner) = sup.kind { nodes = inner } else { nodes = [sup] }
    let count = nodes.prefix { node in
      if case .symbol(let symbol) = node.kind { symbol.text == "′" } else { false }
    }.count
    guard count > 0 else { return (0, sup) }
    return (count, count == nodes.count ? nil : single(Array(nodes[count...]), sup.range))
  }

  private static func takesLimits(_ base: Node) -> Bool {
    switch base.kind {
    case .symbol(let symbol): symbol.atom == .large
    case .name, .operatorName, .accent: true
    case .classed(let atom, _): atom == .large
    default: false
    }
  }
}
