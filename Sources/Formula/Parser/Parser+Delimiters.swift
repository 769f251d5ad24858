extension Parser {
  /// `\left … \middle … \right`; `\left` has been read.
  mutating func fence(from start: Int) throws(FormulaError) -> Fence {
    let keyword = start..<position
    try descend(at: start)
    var fence = Fence(open: try delimiter(after: "left", from: start), bodies: [], separators: [], close: nil)
    while true {
      fence.bodies.append(try row())
      let here = position
      guard peek == UInt8(ascii: "\\") else { throw .unclosedLeft(keyword) }
      let (name, command) = try controlSequence()
      switch command {
      case .middle:
        guard let separator = try delimiter(after: name, from: here) else {
          throw .delimiter(after: name, found: ", and `.` shows none", here..<position)
        }
        fence.separators.append(separator)
      case .right:
        fence.close = try delimiter(after: name, from: here)
        depth -= 1
        return fence
      default:
        throw .unclosedLeft(keyword)
      }
    }
  }

  /// The delimiter after `\left` or `\big`; nil for the invisible one, a point.
  mutating func delimiter(after name: String, from start: Int) throws(FormulaError) -> Symbol? {
    let nameEnd = position
    skipSpace()
    guard let byte = peek else { throw .delimiter(after: name, found: "", start..<nameEnd) }
    let here = position
    if byte == UInt8(ascii: ".") {
      position += 1
      return nil
    }
    if byte == UInt8(ascii: "\\") {
      let inner = try controlSequenceName()
      guard let command = CommandTable.command(inner) else {
        throw .unknownDelimiter(inner, after: name, here..<position)
      }
      guard case .symbol(let symbol) = command, DelimiterTable.accepts(symbol) else {
        throw .delimiter(after: name, found: ", not `\\\(inner)`", here..<position)
      }
      return symbol
    }
    if let symbol = DelimiterTable.character(byte) {
      position += 1
      return symbol
    }
    let scalar = readScalar()
    guard let symbol = CommandTable.symbol(scalar), byte >= 0x80, DelimiterTable.accepts(symbol) else {
      throw .delimiter(after: name, found: ", not `\(scalar)`", here..<position)
    }
    return symbol
  }
}
