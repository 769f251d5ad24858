extension Parser {
  /// What follows a command as its argument: a group, or the one thing that comes next.
  ///
  /// A group of one node is that node, so that `\frac{3}{4}` and `\frac34` are the same tree.
  mutating func argument(of name: String, at start: Int) throws(FormulaError) -> Node {
    let nameEnd = min(position, start + name.utf8.count)
    skipSpace()
    let here = position
    if peek == UInt8(ascii: "{") {
      let node = try group()
      if case .group(let nodes) = node.kind, nodes.count == 1 { return nodes[0] }
      return node
    }
    try descend(at: here)
    defer { depth -= 1 }
    switch peek {
    case UInt8(ascii: "\\"):
      let (inner, command) = try controlSequence()
      switch command {
      case .right, .middle, .end, .newline, .silent, .unnumbered, .arrayStretch, .tag, .label, .infix,
        .infixRule, .style,
        .fontSwitch, .colourSwitch, .size, .limits:
        throw .missingArgument(of: name, start..<nameEnd)
      default:
        guard let node = try atom(command, inner, from: here) else {
          throw .missingArgument(of: name, start..<nameEnd)
        }
        return node
      }
    case nil, UInt8(ascii: "}"), UInt8(ascii: "&"):
      throw .missingArgument(of: name, start..<nameEnd)
    default:
      guard let node = try atom(oneDigit: true) else { throw .missingArgument(of: name, start..<nameEnd) }
      return node
    }
  }

  /// The nodes of an argument.
  mutating func arguments(of name: String, at start: Int) throws(FormulaError) -> [Node] {
    let node = try argument(of: name, at: start)
    if case .group(let nodes) = node.kind { return nodes }
    return [node]
  }

  /// `[…]`, where it comes next.
  mutating func optionalArgument() throws(FormulaError) -> Node? {
    let before = position
    skipSpace()
    guard peek == UInt8(ascii: "[") else {
      position = before
      return nil
    }
    let start = position
    position += 1
    let nodes = try row(endingAt: UInt8(ascii: "]"))
    guard peek == UInt8(ascii: "]") else { throw .unclosedBracket(start..<start + 1) }
    position += 1
    return Self.single(nodes, start..<position)
  }

  /// The text in braces after a command, unread as TeX: names, lengths, colours.
  mutating func rawArgument(of name: String, at start: Int) throws(FormulaError) -> (
    text: String, range: Range<Int>
  ) {
    let nameEnd = min(position, start + 1 + name.utf8.count)
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw .missingBraces(of: name, start..<nameEnd) }
    let open = position
    var nesting = 0
    while let byte = peek {
      position += 1
      if byte == UInt8(ascii: "{") { nesting += 1 }
      if byte == UInt8(ascii: "}") {
        nesting -= 1
        if nesting == 0 {
          let text = bytes[open + 1..<position - 1]
          return (String(decoding: text, as: UTF8.self), open + 1..<position - 1)
        }
      }
    }
    throw .unclosedBrace(open..<open + 1)
  }

  /// The address in braces after `\url` and `\href`, as a URL and as it is read.
  mutating func address(of name: String, at start: Int) throws(FormulaError) -> (url: String, text: String) {
    let (text, range) = try rawArgument(of: name, at: start)
    guard let url = LinkAddress.url(text) else { throw .address(text, range) }
    return (url, LinkAddress.shown(text))
  }

  /// A CSS colour's name or its hex digits.
  mutating func colourName(of name: String, at start: Int) throws(FormulaError) -> String {
    let (text, range) = try rawArgument(of: name, at: start)
    let bytes = Array(text.utf8)
    let isName = bytes.count <= 30 && ColourTable.names.contains(text.lowercased())
    let isHex =
      [4, 5, 7, 9].contains(bytes.count) && bytes[0] == UInt8(ascii: "#")
      && bytes.dropFirst().allSatisfy { Self.isHexDigit($0) }
    // KaTeX takes six digits without the sign, too.
    if bytes.count == 6, !isName, bytes.allSatisfy({ Self.isHexDigit($0) }) { return "#" + text }
    guard isName || isHex else { throw .colour(text, range) }
    return text
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  /// A length after `\kern`, or in braces after `\hspace`, in ten-thousandths of an em.
  mutating func length(of name: String, at start: Int) throws(FormulaError) -> Int {
    skipSpace()
    if peek == UInt8(ascii: "*") { position += 1 }
    skipSpace()
    if peek == UInt8(ascii: "{") {
      let (text, range) = try rawArgument(of: name, at: start)
      return try Self.length(text, range)
    }
    let begin = position
    while let byte = peek, isDigit(at: position) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
      position += 1
    }
    for _ in 0..<2 where isLetter(at: position) { position += 1 }
    let text = String(decoding: bytes[begin..<position], as: UTF8.self)
    return try Self.length(text, begin..<max(position, min(begin + 1, bytes.count)))
  }

  /// Reads a number with a unit. A point is a tenth of an em, as in a text set at ten points.
  static func length(_ text: String, _ range: Range<Int>) throws(FormulaError) -> Int {
    let trimmed = text.utf8.filter { $0 != 0x20 }
    var value = 0
    var scale = 1
    var index = 0
    let isNegative = trimmed.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let begin = index
    var sawPoint = false
    while index < trimmed.count, trimmed[index] < UInt8(ascii: "A") {
      let byte = trimmed[index]
      index += 1
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value < 1_000_000 {
        if sawPoint && scale >= 10_000 { continue }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        if sawPoint { scale *= 10 }
      } else {
        throw .dimension(text, range)
      }
    }
    guard index > begin, let unit = units[String(decoding: trimmed[index...], as: UTF8.self)] else {
      throw .dimension(text, range)
    }
    let length = (value * unit / scale + 9) / 18
    guard length <= 1_000_000 else { throw .dimension(text, range) }
    return isNegative ? -length : length
  }

  /// The number in braces after `\arraystretch`, in per cent.
  mutating func stretch(_ name: String, at start: Int) throws(FormulaError) -> Int {
    let (text, range) = try rawArgument(of: name, at: start)
    let digits = text.utf8.allSatisfy {
      $0 == UInt8(ascii: ".") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
    }
    guard digits, let factor = Double(text), factor <= 10 else { throw .stretch(text, range) }
    return Int((factor * 100).rounded())
  }

  /// Units in eighteenths of a ten-thousandth of an em, which makes `mu`, an eighteenth of an em, exact.
  private static let units = [
    "em": 180_000, "ex": 77_580, "mu": 10_000, "pt": 18_000, "px": 11_250, "bp": 18_068, "pc": 216_000,
    "mm": 51_214, "cm": 512_149, "in": 1_300_860, "sp": 0,
  ]
}
