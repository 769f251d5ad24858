extension Parser {
  /// `\text{…}`, with formulas between dollar signs in it.
  mutating func text(_ style: TextStyle, _ name: String, from start: Int) throws(FormulaError) -> Node.Kind {
    let nameEnd = min(position, start + 1 + name.utf8.count)
    skipSpace()
    if isLetter(at: position) || isDigit(at: position) {
      return .text(String(readScalar()), style)
    }
    guard peek == UInt8(ascii: "{") else { throw .missingBraces(of: name, start..<nameEnd) }
    let nodes = try textPieces(style)
    if nodes.isEmpty { return .text("", style) }
    if nodes.count == 1 { return nodes[0].kind }
    return .group(nodes)
  }

  /// The words and formulas of a cell in a column of paragraphs, up to what closes the cell.
  mutating func paragraph(width: Int) throws(FormulaError) -> [Node] {
    skipSpace()
    let start = position
    let nodes = try textPieces(.plain, inCell: true)
    return nodes.isEmpty ? [] : [Node(kind: .paragraph(width: width, nodes), range: start..<position)]
  }

  /// What stands in the braces here, as texts and formulas in turn.
  private mutating func textPieces(_ style: TextStyle) throws(FormulaError) -> [Node] {
    try descend(at: position)
    defer { depth -= 1 }
    let open = position
    position += 1
    let nodes = try textPieces(style, inCell: false)
    guard peek == UInt8(ascii: "}") else { throw .unclosedBrace(open..<open + 1) }
    position += 1
    return nodes
  }

  /// Texts and formulas in turn up to `}`, which is left unread, as is what closes a cell where they are in one.
  private mutating func textPieces(_ style: TextStyle, inCell: Bool) throws(FormulaError) -> [Node] {
    var nodes: [Node] = []
    var words = ""
    var begin = position
    func flush(_ end: Int) {
      if !words.isEmpty { nodes.append(Node(kind: .text(words, style), range: begin..<end)) }
      words = ""
    }
    while let byte = peek {
      let here = position
      switch byte {
      case UInt8(ascii: "}"):
        flush(here)
        return nodes
      case UInt8(ascii: "&") where inCell:
        flush(here)
        return nodes
      case UInt8(ascii: "{"):
        flush(here)
        nodes += try textPieces(style)
        begin = position
      case UInt8(ascii: "$"):
        flush(here)
        nodes.append(try formulaInText())
        begin = position
      case UInt8(ascii: "%"):
        skipComment()
        skipSpace()
      case UInt8(ascii: "~"):
        words += "\u{A0}"
        position += 1
      case UInt8(ascii: "'"), UInt8(ascii: "`"):
        words += quotationMark()
      case 0x20, 0x09, 0x0A, 0x0D:
        if words.last != " " { words += " " }
        position += 1
      case UInt8(ascii: "\\"):
        let (name, command) = try controlSequence()
        if inCell, command.closesCell {
          position = here
          flush(here)
          return nodes
        }
        if case .textAccent(let mark) = command {
          words += try accentedLetter(mark, name, from: here)
          continue
        }
        if let literal = Self.literal(command) {
          words += literal
          skipSpaceAfterWord(name)
          continue
        }
        flush(here)
        nodes.append(try commandInText(name, command, from: here))
        begin = position
      default:
        words.unicodeScalars.append(readScalar())
      }
    }
    flush(position)
    return nodes
  }

  /// TeX's quotation marks: one or two apostrophes or backquotes.
  private mutating func quotationMark() -> String {
    let byte = bytes[position]
    position += 1
    let isDouble = peek == byte
    if isDouble { position += 1 }
    if byte == UInt8(ascii: "'") { return isDouble ? "”" : "’" }
    return isDouble ? "“" : "‘"
  }

  /// What a control sequence says inside text, where that is characters only.
  private static func literal(_ command: Command) -> String? {
    switch command {
    case .symbol(let symbol): symbol.text
    case .newline: " "
    case .space(let width) where width > 0: "\u{A0}"
    default: nil
    }
  }

  private mutating func commandInText(
    _ name: String, _ command: Command, from start: Int
  ) throws(FormulaError) -> Node {
    switch command {
    case .text(let style):
      return Node(kind: try text(style, name, from: start), range: start..<position)
    case .space(let width):
      return Node(kind: .space(width), range: start..<position)
    case .colour:
      let colour = try colourName(of: name, at: start)
      let inner = try textNode(name, from: start)
      return Node(kind: .dressed(.colour(colour), [inner]), range: start..<position)
    case .accent(let accent) where accent.isLine:
      return Node(kind: .accent(accent, try textNode(name, from: start)), range: start..<position)
    case .verbatim, .address, .rule, .raised, .colourBox, .frameBox, .textBox, .textOverlap, .measuredSpace,
      .operatorName, .characterCode, .reference:
      guard let node = try atom(command, name, from: start) else { break }
      return node
    default: break
    }
    throw .misplacedCommand(name, needs: "dollar signs around it inside text", start..<position)
  }

  /// The letter after an accent of text, with its combining mark.
  private mutating func accentedLetter(
    _ mark: String, _ name: String, from start: Int
  ) throws(FormulaError) -> String {
    let nameEnd = position
    skipSpace()
    var isBraced = false
    if peek == UInt8(ascii: "{") {
      isBraced = true
      position += 1
    }
    let letter: String
    switch peek {
    case nil, UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: "$"):
      throw .missingArgument(of: "\\" + name, start..<nameEnd)
    case UInt8(ascii: "\\"):
      let (_, command) = try controlSequence()
      guard let text = Self.literal(command) else { throw .missingArgument(of: "\\" + name, start..<nameEnd) }
      letter = text
    default: letter = String(readScalar())
    }
    if isBraced {
      skipSpace()
      guard peek == UInt8(ascii: "}") else { throw .missingArgument(of: "\\" + name, start..<nameEnd) }
      position += 1
    }
    return letter + mark
  }

  /// TeX drops the space that ends a control word.
  private mutating func skipSpaceAfterWord(_ name: String) {
    guard let first = name.utf8.first, (first | 0x20) >= UInt8(ascii: "a"),
      (first | 0x20) <= UInt8(ascii: "z")
    else { return }
    skipSpace()
  }

  /// `$…$` inside text. Its bytes are read apart, so that nothing in it can close what is open around it.
  private mutating func formulaInText() throws(FormulaError) -> Node {
    let start = position
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "$") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count else { throw .dollar(start..<start + 1) }
    var inner = Parser(Array(bytes[..<end]), position: start + 1, depth: depth)
    inner.references = references
    let nodes = try inner.row()
    try inner.demandEnd()
    if let label = inner.labels.first {
      throw .misplacedCommand("label", needs: "to stand outside texts", label.range)
    }
    references = inner.references
    position = end + 1
    return Node(kind: .group(nodes), range: start..<position)
  }
}

extension Command {
  /// Whether it stands behind the words of a cell.
  fileprivate var closesCell: Bool {
    switch self {
    case .newline, .end: true
    default: false
    }
  }
}
