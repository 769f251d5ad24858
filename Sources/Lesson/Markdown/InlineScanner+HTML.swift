extension InlineScanner {
  /// The position after the autolink or raw HTML that starts at a `<` (CommonMark 0.30, 6.5 and 6.6); nil
  /// where it is just a character.
  mutating func endOfHTML(at start: Int) -> Int? {
    guard start + 1 < text.count else { return nil }
    let next = text.bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return endOfDeclaration(at: start) }
    return endOfAutolink(at: start) ?? endOfTag(at: start)
  }

  /// A comment, CDATA section, declaration or processing instruction.
  private mutating func endOfDeclaration(at start: Int) -> Int? {
    let rest = text.bytes[start...]
    let closer: String
    if rest.starts(with: "<!--".utf8) {
      closer = "-->"
    } else if rest.starts(with: "<![CDATA[".utf8) {
      closer = "]]>"
    } else if rest.starts(with: "<?".utf8) {
      closer = "?>"
    } else {
      guard start + 2 < text.count, text.bytes[start + 2].isASCIILetter else { return nil }
      closer = ">"
    }
    return find(closer, from: start + 2).map { $0 + closer.utf8.count }
  }

  /// `<scheme:…>` or `<someone@somewhere>`.
  private func endOfAutolink(at start: Int) -> Int? {
    var position = start + 1
    var isAddress = false
    while position < text.count {
      let byte = text.bytes[position]
      if byte == UInt8(ascii: ">") { return isAddress ? position + 1 : nil }
      guard byte > 0x20, byte != UInt8(ascii: "<") else { return nil }
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@") { isAddress = true }
      position += 1
    }
    return nil
  }

  /// An opening or closing tag.
  private mutating func endOfTag(at start: Int) -> Int? {
    var position = start + 1
    let isClosing = text.bytes[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    guard position < text.count, text.bytes[position].isASCIILetter else { return nil }
    position = skip(from: position) { $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    while true {
      let spaced = skip(from: position, while: \.isSpace)
      guard spaced < text.count else { return nil }
      switch text.bytes[spaced] {
      case UInt8(ascii: ">"):
        return spaced + 1
      case UInt8(ascii: "/") where !isClosing:
        return spaced + 1 < text.count && text.bytes[spaced + 1] == UInt8(ascii: ">") ? spaced + 2 : nil
      default:
        guard !isClosing, spaced > position, let end = endOfAttribute(at: spaced) else { return nil }
        position = end
      }
    }
  }

  private mutating func endOfAttribute(at start: Int) -> Int? {
    let name = skip(from: start) {
      $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") || "_:.".utf8.contains($0)
    }
    guard name > start, !text.bytes[start].isDigit else { return nil }
    let equals = skip(from: name, while: \.isSpace)
    guard equals < text.count, text.bytes[equals] == UInt8(ascii: "=") else { return name }
    let value = skip(from: equals + 1, while: \.isSpace)
    guard value < text.count else { return nil }
    switch text.bytes[value] {
    case UInt8(ascii: "\""): return find("\"", from: value + 1).map { $0 + 1 }
    case UInt8(ascii: "'"): return find("'", from: value + 1).map { $0 + 1 }
    default:
      let end = skip(from: value) { !$0.isSpace && !"\"'=<>`".utf8.contains($0) }
      return end > value ? end : nil
    }
  }

  private func skip(from start: Int, while matches: (UInt8) -> Bool) -> Int {
    var position = start
    while position < text.count, matches(text.bytes[position]) { position += 1 }
    return position
  }
}
