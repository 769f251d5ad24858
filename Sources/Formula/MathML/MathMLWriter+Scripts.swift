extension MathMLWriter {
  mutating func writeScripts(_ scripts: Scripts, at place: OperatorPlace) {
    let isLimits = standsAsLimits(scripts)
    let hasSup = scripts.sup != nil || (isLimits && scripts.primes > 0)
    let element: String
    switch (scripts.sub != nil, hasSup) {
    case (true, true): element = isLimits ? "munderover" : "msubsup"
    case (true, false): element = isLimits ? "munder" : "msub"
    case (false, true): element = isLimits ? "mover" : "msup"
    case (false, false):
      // Primes alone, or `\limits` without anything to place.
      return writeBase(scripts, isLimits: isLimits, at: place)
    }
    output += "<\(element)>"
    writeBase(scripts, isLimits: isLimits, at: place)
    within(scriptStyle) { writer in
      if let sub = scripts.sub { writer.writeElement(sub) }
      if isLimits, scripts.primes > 0 {
        writer.writePrimes(scripts.primes, before: scripts.sup)
      } else if let sup = scripts.sup {
        writer.writeElement(sup)
      }
    }
    output += "</\(element)>"
  }

  /// Writes what carries the scripts, with its primes.
  ///
  /// A prime is a full-size postfix operator rather than a superscript: fonts raise it already, and only Firefox
  /// takes the variant of the glyph that is meant to be raised.
  private mutating func writeBase(
    _ scripts: Scripts, isLimits: Bool, at place: OperatorPlace
  ) {
    let hasPrimes = scripts.primes > 0 && !isLimits
    var inner = place
    if hasPrimes {
      output += "<mrow>"
      inner.form = .prefix
    }
    if let base = scripts.base {
      writeBase(base, isLimits: isLimits, at: inner)
    } else if !hasPrimes {
      output += "<mrow></mrow>"
    }
    if hasPrimes {
      // A subscript stands under the primes, which take no room of their own before it.
      let isOver = scripts.sub != nil && scripts.sup == nil && scripts.base != nil
      if isOver { output += "<mpadded width=\(Self.noRoom)>" }
      writePrimes(scripts.primes)
      output += isOver ? "</mpadded></mrow>" : "</mrow>"
    }
  }

  private mutating func writeBase(
    _ base: Node, isLimits: Bool, at place: OperatorPlace
  ) {
    if case .delimiter = base.kind {
      // Chromium does not enlarge one that carries scripts itself.
      output += "<mrow>"
      write(base, at: place)
      output += "</mrow>"
      return
    }
    guard isLimits, !style.display, case .symbol(let symbol) = base.kind, symbol.form == .large else {
      return write(base, at: place)
    }
    // In text style browsers would move the limits of a sum to its side.
    output +=
      "<mo movablelimits=false lspace=\(Self.ems(place.left)) rspace=\(Self.ems(place.right))>"
    escape(symbol.text)
    output += "</mo>"
  }

  private func standsAsLimits(_ scripts: Scripts) -> Bool {
    switch scripts.placement {
    case .limits: true
    case .beside: false
    case .automatic: scripts.base.map { Self.takesLimits($0, in: style) } ?? false
    }
  }

  private static func takesLimits(_ base: Node, in style: MathStyle) -> Bool {
    switch base.kind {
    case .symbol(let symbol): symbol.form == .large && style.display
    case .name(_, let limits), .operatorName(_, let limits): limits && style.display
    case .accent(let accent, _): accent.brace
    case .classed(let atom, _): atom == .large && style.display
    default: false
    }
  }

  /// Writes a base with primes and no other scripts as two elements of the row around it.
  ///
  /// - Returns: false, with nothing written, for other nodes.
  mutating func writeUnboxed(_ node: Node, at place: OperatorPlace) -> Bool {
    guard case .scripts(let scripts) = node.kind, scripts.sub == nil, scripts.sup == nil, scripts.primes > 0,
      let base = scripts.base, !standsAsLimits(scripts)
    else { return false }
    write(base, at: place)
    writePrimes(scripts.primes)
    return true
  }

  private mutating func writePrimes(_ count: Int) {
    output += "<mo>"
    switch count {
    case 1: output += "′"
    case 2: output += "″"
    case 3: output += "‴"
    case 4: output += "⁗"
    default: output += String(repeating: "′", count: count)
    }
    output += "</mo>"
  }

  /// Writes primes over an operator with limits, as one element with what else stands there.
  private mutating func writePrimes(_ count: Int, before sup: Node?) {
    guard let sup else { return writePrimes(count) }
    output += "<mrow>"
    writePrimes(count)
    if case .group(let nodes) = sup.kind {
      writeChildren(nodes, hasBefore: true)
    } else {
      writeChildren([sup], hasBefore: true)
    }
    output += "</mrow>"
  }

  mutating func writeAccent(_ accent: Accent, _ base: Node) {
    if accent.isLine {
      let (side, gap) = accent.under ? ("bottom", "0.1em") : ("top", "0.15em")
      output += "<mrow style=\"border-\(side):0.06em solid;padding-\(side):\(gap)\">"
      if case .group(let nodes) = base.kind { writeChildren(nodes) } else { writeChildren([base]) }
      output += "</mrow>"
      return
    }
    let element = accent.under ? "munder" : "mover"
    output += "<\(element) accent\(accent.under ? "under" : "")=true>"
    writeElement(base)
    var mark = accent.mark
    var isStretchy = accent.stretchy
    if isStretchy, let small = accent.narrow, Self.isNarrow(base) {
      mark = small
      isStretchy = false
    }
    output += "<mo stretchy=\(isStretchy)"
    // WebKit would put the space of a relation at the sides of an arrow.
    if Self.arrows.contains(mark) { output += " lspace=0 rspace=0" }
    if mark == "→" && !isStretchy { output += " mathsize=60%" }
    output += ">"
    escape(mark)
    output += "</mo></\(element)>"
  }

  /// The marks over and under letters that are relations elsewhere.
  private static let arrows: Set<String> = ["→", "←", "↔", "⇒", "⇀", "↼"]

  /// Whether a mark that does not stretch covers a base: one letter or digit.
  private static func isNarrow(_ base: Node) -> Bool {
    switch base.kind {
    case .symbol: true
    case .number(let text): text.utf8.count == 1
    case .font(_, let nodes), .group(let nodes): nodes.count == 1 && isNarrow(nodes[0])
    default: false
    }
  }

  mutating func writeStack(
    _ base: Node, _ over: Node?, _ under: Node?, at place: OperatorPlace
  ) {
    let element = over == nil ? "munder" : under == nil ? "mover" : "munderover"
    output += "<\(element)>"
    write(base, at: place)
    within(scriptStyle) { writer in
      if let under { writer.writeElement(under) }
      if let over { writer.writeElement(over) }
    }
    output += "</\(element)>"
  }

  mutating func writeArrow(_ text: String, _ over: Node?, _ under: Node?, at place: OperatorPlace) {
    let element = over == nil ? "munder" : under == nil ? "mover" : "munderover"
    output += "<\(element)><mo stretchy=true lspace=\(Self.ems(place.left))"
    output += " rspace=\(Self.ems(place.right))>\(text)</mo>"
    within(scriptStyle) { writer in
      if let under { writer.writeArrowLabel(under) }
      if let over { writer.writeArrowLabel(over) }
    }
    output += "</\(element)>"
  }

  /// A label with room at both ends, which makes the arrow longer than it.
  private mutating func writeArrowLabel(_ label: Node) {
    output += "<mrow><mspace width=0.5em />"
    if case .group(let nodes) = label.kind {
      writeChildren(nodes, hasBefore: true, hasAfter: true)
    } else {
      writeChildren([label], hasBefore: true, hasAfter: true)
    }
    output += "<mspace width=0.5em /></mrow>"
  }
}
