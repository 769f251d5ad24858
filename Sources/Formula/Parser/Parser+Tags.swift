extension Parser {
  /// Reads the text after `\tag`, which `\tag*` shows without parentheses.
  mutating func readTag(_ name: String, from start: Int) throws(FormulaError) {
    guard marks.tag == nil else { throw .secondTag(start..<position) }
    let isStarred = peek == UInt8(ascii: "*")
    if isStarred { position += 1 }
    let content = try textNode(name, from: start)
    let range = start..<position
    func text(_ text: String) -> Node { Node(kind: .text(text, .plain), range: range) }
    let shown = Node(kind: .group(isStarred ? [content] : [text("("), content, text(")")]), range: range)
    marks.tag = (shown, content)
  }

  /// Reads the name after `\label`.
  mutating func readLabel(_ name: String, from start: Int) throws(FormulaError) {
    guard marks.label == nil else { throw .secondLabel(start..<position) }
    let (text, range) = try rawArgument(of: name, at: start)
    marks.label = labels.count
    labels.append(FormulaLabel(name: text, range: range, tag: nil))
  }

  /// Reads the label after `\ref` or `\eqref`.
  mutating func reference(
    parentheses: Bool, _ name: String, from start: Int
  ) throws(FormulaError) -> Node.Kind {
    let (text, range) = try rawArgument(of: name, at: start)
    references.append(FormulaReference(label: text, hasParentheses: parentheses, range: range))
    return .reference(references.count - 1)
  }

  /// Gives the last row of a table what has been read of its tag and label.
  mutating func takeMarks(into table: inout Table) throws(FormulaError) {
    let row = table.rows.count - 1
    if let label = marks.label {
      let range = labels[label].range
      if let tag = marks.tag {
        guard let text = Self.words(of: tag.text) else { throw .labelledTag(tag.text.range) }
        labels[label].tag = text
      } else if marks.unnumbered != nil {
        throw .unnumberedLabel(range)
      }
      table.labels[row] = label
    }
    if let tag = marks.tag { table.tags[row] = tag.shown }
    marks = RowMarks()
  }

  /// What a text says; nil where it holds more than words.
  private static func words(of node: Node) -> String? {
    switch node.kind {
    case .text(let text, _): return text
    case .group(let nodes):
      var text = ""
      for node in nodes {
        guard case .text(let piece, _) = node.kind else { return nil }
        text += piece
      }
      return text
    default: return nil
    }
  }
}
