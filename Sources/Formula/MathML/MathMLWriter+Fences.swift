extension MathMLWriter {
  /// Writes brackets around bodies, which grow where a body is higher than they are.
  ///
  /// Brackets that need not grow say so: WebKit would raise them, and Chromium give them the room of the widest.
  mutating func writeFence(_ fence: Fence) {
    let grows = !fence.bodies.allSatisfy { $0.allSatisfy(Self.isLow) }
    output += "<mrow>"
    if let open = fence.open { writeDelimiter(open, grows: grows) }
    for (index, body) in fence.bodies.enumerated() {
      if index > 0 { writeSeparator(fence.separators[index - 1], grows: grows) }
      if body.count > 1, style.display, body.contains(where: Self.isLarge) {
        // Firefox fits brackets to everything in their row but large operators, unless these are in a row of their own.
        writeElement(body)
      } else {
        writeChildren(
          body, hasBefore: index > 0 || fence.open != nil,
          hasAfter: index < fence.bodies.count - 1 || fence.close != nil)
      }
    }
    if let close = fence.close { writeDelimiter(close, grows: grows) }
    output += "</mrow>"
  }

  private mutating func writeDelimiter(_ symbol: Symbol, grows: Bool) {
    if !grows, symbol.form == .fence {
      writeSymbol(symbol, at: OperatorPlace())
    } else {
      writeGrowing(symbol)
    }
  }

  /// A separator that grows says so, unlike a bracket: browsers take it for an infix operator.
  private mutating func writeSeparator(_ symbol: Symbol, grows: Bool) {
    if !grows, symbol.form == .fence { return writeSymbol(symbol, at: OperatorPlace()) }
    output += "<mo stretchy=true lspace=0 rspace=0>"
    escape(symbol.text)
    output += "</mo>"
  }

  /// Writes a delimiter that grows with the row it stands in.
  mutating func writeGrowing(_ symbol: Symbol) {
    let grows = symbol.isCommonBracket || symbol.isBar
    output += grows ? "<mo>" : "<mo stretchy=true lspace=0 rspace=0>"
    escape(symbol.text)
    output += "</mo>"
  }

  /// Writes a delimiter of one of the sizes of `\big`, `\Big`, `\bigg`, `\Bigg`.
  mutating func writeDelimiter(_ symbol: Symbol, size: Int, at place: OperatorPlace) {
    let height = Self.length(6000 + 6000 * size)
    output += "<mo stretchy=true minsize=\(height) maxsize=\(height)"
    output += " lspace=\(Self.ems(place.left)) rspace=\(Self.ems(place.right))>"
    escape(symbol.text)
    output += "</mo>"
  }

  /// Whether a node is certainly no higher or deeper than a bracket that has not grown.
  ///
  /// Fences in it count as high, so that every node is asked for one fence only.
  private static func isLow(_ node: Node) -> Bool {
    switch node.kind {
    case .symbol(let symbol): symbol.form != .large && symbol.form != .integral
    case .number, .name, .text, .space: true
    case .operatorName(let nodes, _), .group(let nodes), .font(_, let nodes): nodes.allSatisfy(isLow)
    case .classed(_, let inner): isLow(inner)
    case .scripts(let scripts):
      scripts.sup == nil && scripts.primes == 0 && scripts.placement == .automatic
        && scripts.base.map(isLetter) ?? true && scripts.sub.map(isLow) ?? true
    default: false
    }
  }

  /// Whether a node is one letter, whatever its alphabet: its subscript stands beside it.
  private static func isLetter(_ node: Node) -> Bool {
    switch node.kind {
    case .symbol(let symbol): symbol.form == .letter || symbol.form == .uprightLetter
    case .font(_, let nodes), .group(let nodes): nodes.count == 1 && isLetter(nodes[0])
    default: false
    }
  }

  /// Whether a node is a large operator, with or without scripts.
  private static func isLarge(_ node: Node) -> Bool {
    switch node.kind {
    case .symbol(let symbol): symbol.form == .large || symbol.form == .integral
    case .scripts(let scripts): scripts.base.map(isLarge) ?? false
    default: false
    }
  }
}
