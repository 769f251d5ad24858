/// Reads TeX's math mode by recursive descent over UTF-8 bytes.
///
/// A row ends at anything that could close it; what opened the row then demands what it needs, so that each
/// unbalanced piece is reported where it is, in the words of what was opened.
struct Parser {
  /// How deep rows, arguments and environments may nest.
  static let maximumDepth = 100
  /// How many bytes a formula may have.
  static let maximumLength = 20_000
  /// How many columns an array may have.
  static let maximumColumns = 100

  /// How many bytes may stand between two columns.
  static let maximumBetween = 40

  let bytes: [UInt8]
  var position = 0
  var depth = 0
  /// What the row that is being read says of itself.
  var marks = RowMarks()
  /// How far the rows of arrays stand apart, in per cent of the usual.
  var stretch = 100
  /// Every `\label` read so far.
  var labels: [FormulaLabel] = []
  /// Every `\ref` and `\eqref` read so far.
  var references: [FormulaReference] = []

  /// Reads some TeX, or goes on inside a formula: between the dollar signs of a text.
  ///
  /// - Parameter bytes: Well-formed UTF-8.
  init(_ bytes: [UInt8], position: Int = 0, depth: Int = 0) {
    self.bytes = bytes
    self.position = position
    self.depth = depth
  }

  /// The whole formula.
  mutating func formula() throws(FormulaError) -> [Node] {
    try checkCharacters()
    let first = try row()
    guard isAtNewline || marks.needsTable else {
      try demandEnd()
      return first
    }
    var table = Table(rows: [[first]], layout: EnvironmentTable.lines, gaps: [])
    try takeMarks(into: &table)
    while isAtNewline {
      _ = try controlSequence()
      table.gaps.append(try rowGap())
      table.rows.append([try row()])
      try takeMarks(into: &table)
    }
    try demandEnd()
    if table.rows.last == [[]] { table.rows.removeLast() } else { table.gaps.append(0) }
    return [Node(kind: .table(table), range: 0..<bytes.count)]
  }

  /// Everything up to something that closes a row: `}`, `&`, `\\`, `\right`, `\middle`, `\end`, the end, and what
  /// closes it where it stands, such as `]` after an optional argument. The closer is left unread.
  mutating func row(endingAt closer: UInt8? = nil) throws(FormulaError) -> [Node] {
    try descend(at: position)
    var nodes: [Node] = []
    var infix: (form: FractionForm, numerator: [Node], start: Int)?
    let start = position
    reading: while true {
      skipSpace()
      guard let byte = peek else { break }
      let here = position
      switch byte {
      case UInt8(ascii: "}"), UInt8(ascii: "&"):
        break reading
      case closer:
        break reading
      case UInt8(ascii: "\\"):
        let (name, command) = try controlSequence()
        switch command {
        case .right, .middle, .end, .newline:
          position = here
          break reading
        case .silent:
          continue
        case .arrayStretch:
          stretch = try stretch(name, at: here)
        case .unnumbered:
          marks.unnumbered = here..<position
        case .tag:
          try readTag(name, from: here)
        case .label:
          try readLabel(name, from: here)
        case .infix(let form):
          guard infix == nil else { throw .doubleFraction(name, here..<position) }
          infix = (form, nodes, start)
          nodes = []
        case .infixRule:
          guard infix == nil else { throw .doubleFraction(name, here..<position) }
          infix = (FractionForm(bar: try length(of: name, at: here) != 0), nodes, start)
          nodes = []
        case .style(let style):
          let rest = try row(endingAt: closer)
          nodes.append(Node(kind: .style(style, rest), range: here..<position))
        case .fontSwitch(let font):
          let rest = try row(endingAt: closer)
          nodes.append(Node(kind: .font(font, rest), range: here..<position))
        case .colourSwitch:
          let colour = try colourName(of: name, at: here)
          let rest = try row(endingAt: closer)
          nodes.append(Node(kind: .dressed(.colour(colour), rest), range: here..<position))
        case .size(let percent):
          let rest = try row(endingAt: closer)
          nodes.append(Node(kind: .dressed(.size(percent), rest), range: here..<position))
        default:
          let base = try atom(command, name, from: here)
          nodes.append(try scripted(base, from: here))
        }
      default:
        nodes.append(try scripted(try atom(), from: here))
      }
    }
    depth -= 1
    guard let infix else { return nodes }
    let fraction = Fraction(
      numerator: Self.single(infix.numerator, infix.start..<infix.start),
      denominator: Self.single(nodes, position..<position), form: infix.form)
    return [Node(kind: .fraction(fraction), range: infix.start..<position)]
  }

  /// The one thing at this place that is no control sequence; nil where a script has no base.
  mutating func atom(oneDigit: Bool = false) throws(FormulaError) -> Node? {
    guard let byte = peek else { return nil }
    let start = position
    if byte >= 0x80, RaisedCharacters.holds(nextScalar) { return nil }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      position += 1
      let symbol = Symbol(text: String(Unicode.Scalar(byte)), atom: .ordinary, form: .letter)
      return Node(kind: .symbol(symbol), range: start..<position)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return number(oneDigit: oneDigit)
    case UInt8(ascii: ".") where !oneDigit && isDigit(at: position + 1):
      return number(oneDigit: false)
    case UInt8(ascii: "{"):
      return try group()
    case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "'"):
      return nil
    case UInt8(ascii: "~"):
      position += 1
      return Node(kind: .space(2500), range: start..<position)
    case UInt8(ascii: "$"):
      throw .dollar(start..<start + 1)
    default:
      if let symbol = SymbolTable.character(byte) {
        position += 1
        return Node(kind: .symbol(symbol), range: start..<position)
      }
      return try otherCharacter()
    }
  }

  /// Digits with decimal and `{,}` separators between them.
  private mutating func number(oneDigit: Bool) -> Node {
    let start = position
    var text = ""
    var hasPoint = false
    repeat {
      let byte = bytes[position]
      if byte == UInt8(ascii: ".") { hasPoint = true }
      if byte == UInt8(ascii: "{") {
        text.unicodeScalars.append(Unicode.Scalar(bytes[position + 1]))
        position += 3
      } else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
        position += 1
      }
    } while !oneDigit && continuesNumber(afterPoint: hasPoint)
    return Node(kind: .number(text), range: start..<position)
  }

  private func continuesNumber(afterPoint: Bool) -> Bool {
    guard let byte = peek else { return false }
    if isDigit(at: position) { return true }
    if byte == UInt8(ascii: ".") { return !afterPoint && isDigit(at: position + 1) }
    guard byte == UInt8(ascii: "{"), isDigit(at: position + 3) else { return false }
    let separator = bytes[position + 1]
    return (separator == UInt8(ascii: ",") || separator == UInt8(ascii: "."))
      && bytes[position + 2] == UInt8(ascii: "}")
  }

  /// A character outside ASCII, or one without a meaning.
  private mutating func otherCharacter() throws(FormulaError) -> Node {
    let start = position
    let scalar = readScalar()
    if let symbol = CommandTable.symbol(scalar) ?? Self.typed(scalar) {
      return Node(kind: .symbol(symbol), range: start..<position)
    }
    guard let form = Self.form(scalar) else {
      throw .character(scalar, "; write it inside `\\text{…}`", start..<position)
    }
    let symbol = Symbol(text: String(scalar), atom: .ordinary, form: form)
    return Node(kind: .symbol(symbol), range: start..<position)
  }

  /// How a character without a control sequence is shown; nil for those that mean nothing in a formula.
  private static func form(_ scalar: Unicode.Scalar) -> Symbol.Form? {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: .letter
    case .decimalNumber, .otherNumber, .currencySymbol: .sign
    default: nil
    }
  }

  /// Characters that people type for a sign with another code.
  private static func typed(_ scalar: Unicode.Scalar) -> Symbol? {
    switch scalar {
    case "−", "–": SymbolTable.character(UInt8(ascii: "-"))
    case "·": Symbol(text: "⋅", atom: .binary, form: .explicit)
    case "∕": SymbolTable.character(UInt8(ascii: "/"))
    // The wide signs of Chinese and Japanese texts.
    case "\u{FF01}"..."\u{FF5E}": SymbolTable.character(UInt8(scalar.value - 0xFEE0))
    default: nil
    }
  }

  /// `{…}`.
  mutating func group() throws(FormulaError) -> Node {
    let start = position
    position += 1
    let nodes = try row()
    guard peek == UInt8(ascii: "}") else {
      if position == bytes.count { throw .unclosedBrace(start..<start + 1) }
      try demandEnd()
      throw .unclosedBrace(start..<start + 1)
    }
    position += 1
    return Node(kind: .group(nodes), range: start..<position)
  }

  /// Reports what closes something that is not open here.
  func demandEnd() throws(FormulaError) {
    guard let byte = peek else { return }
    switch byte {
    case UInt8(ascii: "}"): throw .strayBrace(position..<position + 1)
    case UInt8(ascii: "&"): throw .strayAmpersand(position..<position + 1)
    default:
      var copy = self
      let start = position
      let (name, command) = try copy.controlSequence()
      if case .end = command { throw .strayEnd(start..<copy.position) }
      if case .newline = command {
        throw .misplacedCommand(name, needs: "an environment or a formula's top level", start..<copy.position)
      }
      throw .strayRight(name, start..<copy.position)
    }
  }

  /// One node for a row: itself where it is one.
  static func single(_ nodes: [Node], _ range: Range<Int>) -> Node {
    if nodes.count == 1 { return nodes[0] }
    let range = nodes.isEmpty ? range : nodes[0].range.lowerBound..<nodes[nodes.count - 1].range.upperBound
    return Node(kind: .group(nodes), range: range)
  }

  mutating func descend(at offset: Int) throws(FormulaError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw .tooDeep(offset..<min(offset + 1, bytes.count)) }
  }
}
