extension Parser {
  /// Reads the text after `\tag`, which `\tag*` shows without parentheses.
  mutating func readTag(_ name: String, from start: Int) throws(FormulaError) {
    guard tag == nil else { throw .secondTag(start..<position) }
    let isStarred = peek == UInt8(ascii: "*")
    if isStarred { position += 1 }
    let content = try textNode(name, from: start)
    let range = start..<position
    func text(_ text: String) -> Node { Node(kind: .text(text, .plain), range: range) }
    tag = Node(kind: .group(isStarred ? [content] : [text("("), content, text(")")]), range: range)
  }

  /// The tag of the row that ends here, by the row's index; empty where it has none.
  mutating func takenTag(ofRow row: Int) -> [Int: Node] {
    defer { tag = nil }
    return tag.map { [row: $0] } ?? [:]
  }
}
