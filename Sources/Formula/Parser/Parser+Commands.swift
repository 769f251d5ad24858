extension Parser {
  /// What a control sequence makes, with its arguments; it has been read from `start`.
  ///
  /// - Returns: nil only for `\limits` and relatives, which belong to the scripts before them.
  mutating func atom(_ command: Command, _ name: String, from start: Int) throws(FormulaError) -> Node? {
    let kind = try kind(command, name, from: start)
    return Node(kind: kind, range: start..<position)
  }

  private mutating func kind(_ command: Command, _ name: String, from start: Int) throws(FormulaError)
    -> Node.Kind
  {
    switch command {
    case .symbol(let symbol):
      return .symbol(symbol)
    case .dots(let low, let middle):
      return .symbol(nextIsOperator ? middle : low)
    case .name(let text, let limits):
      return .name(text, limits: limits)
    case .operatorName(let limits):
      let isStarred = peek == UInt8(ascii: "*")
      if isStarred { position += 1 }
      return .operatorName(try arguments(of: "\\" + name, at: start), limits: limits || isStarred)
    case .fraction(let form):
      if name == "cfrac" { _ = try optionalArgument() }
      let numerator = try argument(of: "\\" + name, at: start)
      let denominator = try argument(of: "\\" + name, at: start)
      return .fraction(Fraction(numerator: numerator, denominator: denominator, form: form))
    case .generalFraction:
      return .fraction(try generalFraction(name, from: start))
    case .root:
      let index = try optionalArgument()
      return .root(radicand: try argument(of: "\\" + name, at: start), index: index)
    case .accent(let accent):
      return .accent(accent, try argument(of: "\\" + name, at: start))
    case .over, .under, .stackedRelation:
      return try stack(command, name, from: start)
    case .arrow(let text):
      let under = try optionalArgument()
      return .arrow(text, over: try argument(of: "\\" + name, at: start), under: under)
    case .text(let style):
      return try text(style, name, from: start)
    case .font(let font):
      return .font(font, try arguments(of: "\\" + name, at: start))
    case .space(let width):
      return .space(width)
    case .measuredSpace:
      return .space(try length(of: name, at: start))
    case .classed(let atom):
      return .classed(atom, try argument(of: "\\" + name, at: start))
    case .negation:
      return .symbol(try negated(name, from: start))
    case .big(let size, let atom):
      guard let symbol = try delimiter(after: name, from: start) else { return .space(0) }
      return .delimiter(symbol, size: size, atom: atom)
    case .left:
      return .fenced(try fence(from: start))
    case .begin:
      return try environment(from: start)
    case .substack:
      return .table(try stackedLines(name, from: start))
    case .colour:
      let colour = try colourName(of: name, at: start)
      return .dressed(.colour(colour), try arguments(of: "\\" + name, at: start))
    case .colourBox:
      let colour = try colourName(of: name, at: start)
      return .dressed(.background(colour), [try textNode(name, from: start)])
    case .textBox:
      return .decorated(.box, try textNode(name, from: start))
    case .frameBox:
      let border = try colourName(of: name, at: start)
      let background = try colourName(of: name, at: start)
      return .dressed(.frame(border: border, background: background), [try textNode(name, from: start)])
    case .textOverlap(let decoration):
      return .decorated(decoration, try textNode(name, from: start))
    case .raised:
      let (height, range) = try rawArgument(of: name, at: start)
      return .raised(try Self.length(height, range), try textNode(name, from: start))
    case .rule:
      return try rule(name, from: start)
    case .choice:
      var choices: [Node] = []
      for _ in 0..<4 { choices.append(try argument(of: "\\" + name, at: start)) }
      return .choice(choices)
    case .characterCode:
      return .symbol(try characterCode(name, from: start))
    case .address:
      let (url, text) = try address(of: name, at: start)
      return .link(url, [Node(kind: .text(text, .mono), range: start..<position)])
    case .link:
      let (url, _) = try address(of: name, at: start)
      return .link(url, try arguments(of: "\\" + name, at: start))
    case .attributed:
      _ = try rawArgument(of: name, at: start)
      return .group(try arguments(of: "\\" + name, at: start))
    case .coloured(let colour):
      return .dressed(.colour(colour), try arguments(of: "\\" + name, at: start))
    case .verbatim:
      return .text(try verbatim(name, from: start), .mono)
    case .decoration(.smash):
      let side = try smashedSide()
      return .decorated(
        .smash(height: side != "b", depth: side != "t"), try argument(of: "\\" + name, at: start))
    case .decoration(let decoration):
      return .decorated(decoration, try argument(of: "\\" + name, at: start))
    case .modulus(let word, let parentheses):
      return try modulus(word: word, parentheses: parentheses, name, from: start)
    case .binaryWord(let word):
      return .symbol(Symbol(text: word, atom: .binary, form: .explicit))
    case .enclosed(let open, let close):
      let body = try arguments(of: "\\" + name, at: start)
      return .fenced(Fence(open: open, bodies: [body], separators: [], close: close))
    case .reference(let parentheses):
      return try reference(parentheses: parentheses, name, from: start)
    case .tag, .label:
      throw .misplacedCommand(
        name, needs: "to stand in a line of its own, not in an argument", start..<position)
    case .line:
      throw .misplacedCommand(name, needs: "to stand at the start of an array's row", start..<position)
    case .unsupported(let reason):
      throw .unsupportedCommand(name, reason, start..<position)
    case .limits:
      throw .misplacedCommand(name, needs: "an operator such as `\\sum` before it", start..<position)
    case .textAccent:
      throw .misplacedCommand(name, needs: "to stand in `\\text{…}`", start..<position)
    case .interlude:
      throw .misplacedCommand(
        name, needs: "to stand at the start of a line of `align` or another environment of lines",
        start..<position)
    case .infix, .infixRule, .right, .middle, .end, .newline, .silent, .unnumbered, .arrayStretch, .style,
      .fontSwitch, .colourSwitch, .size:
      throw .misplacedCommand(name, needs: "braces around it and what it applies to", start..<position)
    }
  }

  /// Whether a relation or a binary operator comes next, which wants the dots at its height.
  private var nextIsOperator: Bool {
    var copy = self
    copy.skipSpace()
    guard let byte = copy.peek else { return false }
    let symbol: Symbol?
    if byte == UInt8(ascii: "\\") {
      guard let (_, command) = try? copy.controlSequence(), case .symbol(let named) = command else {
        return false
      }
      symbol = named
    } else {
      symbol = SymbolTable.character(byte)
    }
    return symbol?.atom == .relation || symbol?.atom == .binary
  }

  private mutating func stack(_ command: Command, _ name: String, from start: Int) throws(FormulaError)
    -> Node.Kind
  {
    let mark = try argument(of: "\\" + name, at: start)
    let base = try argument(of: "\\" + name, at: start)
    switch command {
    case .under: return .stack(base: base, over: nil, under: mark)
    case .stackedRelation:
      let stacked = Node(kind: .stack(base: base, over: mark, under: nil), range: start..<position)
      return .classed(.relation, stacked)
    default: return .stack(base: base, over: mark, under: nil)
    }
  }

  mutating func textNode(_ name: String, from start: Int) throws(FormulaError) -> Node {
    skipSpace()
    let here = position
    return Node(kind: try text(.plain, name, from: start), range: here..<position)
  }

  private mutating func generalFraction(_ name: String, from start: Int) throws(FormulaError) -> Fraction {
    var form = FractionForm()
    form.open = try genericDelimiter(name, from: start)
    form.close = try genericDelimiter(name, from: start)
    let (thickness, range) = try rawArgument(of: name, at: start)
    if !thickness.utf8.allSatisfy({ $0 == 0x20 }) { form.bar = try Self.length(thickness, range) != 0 }
    let (style, _) = try rawArgument(of: name, at: start)
    switch style {
    case "0": form.style = MathStyle(display: true, level: 0)
    case "1": form.style = MathStyle(display: false, level: 0)
    case "2": form.style = MathStyle(display: false, level: 1)
    case "3": form.style = MathStyle(display: false, level: 2)
    default: break
    }
    let numerator = try argument(of: "\\" + name, at: start)
    let denominator = try argument(of: "\\" + name, at: start)
    return Fraction(numerator: numerator, denominator: denominator, form: form)
  }

  /// A delimiter in braces; nil where the braces are empty.
  private mutating func genericDelimiter(_ name: String, from start: Int) throws(FormulaError) -> Symbol? {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { return try delimiter(after: name, from: start) }
    let (text, range) = try rawArgument(of: name, at: start)
    if text.utf8.allSatisfy({ $0 == 0x20 }) { return nil }
    let end = position
    position = range.lowerBound
    let symbol = try delimiter(after: name, from: start)
    position = end
    return symbol
  }

  /// The sign after `\not`, crossed out.
  private mutating func negated(_ name: String, from start: Int) throws(FormulaError) -> Symbol {
    let node = try argument(of: "\\" + name, at: start)
    guard case .symbol(var symbol) = node.kind else {
      throw .misplacedCommand(name, needs: "one sign after it", start..<position)
    }
    if let crossed = SymbolTable.negations[symbol.text] {
      return Symbol(text: crossed, atom: .relation, form: .regular)
    }
    symbol.text += "\u{338}"
    return symbol
  }

  /// `\pmod{n}` and relatives, in amsmath's layout with the space of text style.
  private mutating func modulus(
    word: Bool, parentheses: Bool, _ name: String, from start: Int
  ) throws(FormulaError) -> Node.Kind {
    let operand = try arguments(of: "\\" + name, at: start)
    let range = start..<position
    func node(_ kind: Node.Kind) -> Node { Node(kind: kind, range: range) }
    var nodes = [node(.space(parentheses ? 4444 : 6667))]
    if parentheses { nodes.append(node(.symbol(SymbolTable.open("(")))) }
    if word { nodes += [node(.text("mod", .plain)), node(.space(3333))] }
    nodes += operand
    if parentheses { nodes.append(node(.symbol(SymbolTable.close(")")))) }
    return .group(nodes)
  }
}
