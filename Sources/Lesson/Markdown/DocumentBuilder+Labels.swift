import Diagnostics

extension DocumentBuilder {
  /// A label whose block has not come yet.
  struct PendingLabel {
    var label: String
    var caption: [Inline]?
    var range: Range<Int>
  }

  /// Takes up a comment, which is a label where it starts with `#` and a word.
  ///
  /// - Parameters:
  ///   - content: What stands between `<!--` and `-->`.
  ///   - start: The UTF-8 offset behind which the comment stands.
  mutating func readLabel(_ content: Substring, from start: Int) {
    let text = content.drop(while: \.isWhitespace)
    guard text.first == "#", let first = text.dropFirst().first, !first.isWhitespace, first != "#" else {
      return
    }
    let label = String(text.dropFirst().prefix { !$0.isWhitespace })
    let mark = Array("#\(label)".utf8)
    // Labels come in the order of the source, so each is looked for behind the one before it.
    let start = max(start, endOfLastLabel)
    let offset = (start..<max(start, lines.bytes.count - mark.count + 1)).first {
      lines.bytes[$0] == mark[0] && lines.bytes[$0..<$0 + mark.count].elementsEqual(mark)
    }
    let range = offset.map { $0 + 1..<$0 + mark.count } ?? start..<start
    endOfLastLabel = range.upperBound
    let rest = text.dropFirst(label.count + 1).trimmed
    guard Label.isValid(label) else {
      report(
        "label.name", range,
        "'\(label)' is no label; write a letter, then letters, digits, '-', '_', ':' or '.', the last a letter or digit"
      )
      return
    }
    guard rest.isEmpty || rest.hasPrefix("caption:") else {
      report("label.caption", range, "behind a label stands 'caption:' and a text, or nothing")
      return
    }
    dropLabel()
    let caption = readCaption(rest.dropFirst("caption:".count).trimmed, of: range)
    pendingLabel = PendingLabel(label: label, caption: caption, range: range)
  }

  /// Reads what stands behind `caption:`; nil where that is nothing.
  ///
  /// - Parameter label: Where the label stands that it follows.
  private mutating func readCaption(_ text: Substring, of label: Range<Int>) -> [Inline]? {
    guard !text.isEmpty else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var caption = MarkdownLine(text: words, range: label)
    // Behind the label stand blanks and `caption:`, on other lines also what they are nested in.
    let bytes = Array(text.utf8)
    let line = lines.content(of: lines.source.lineIndex(of: label.upperBound))
    let start = lines.skippingBlanks(from: label.upperBound, to: line.upperBound) + "caption:".utf8.count
    let first = lines.skippingBlanks(from: min(start, line.upperBound), to: line.upperBound)
    if first + bytes.count <= line.upperBound, lines.bytes[first..<first + bytes.count].elementsEqual(bytes) {
      caption.verbatim = (.comment, first..<first + bytes.count)
    }
    return inlines(of: caption, "caption", "label.caption")
  }

  /// Reports the label that stands before nothing that can have one.
  mutating func dropLabel() {
    guard let label = pendingLabel else { return }
    pendingLabel = nil
    orphan(label)
  }

  private mutating func orphan(_ label: PendingLabel) {
    report(
      "label.orphan", label.range,
      "the label '\(label.label)' stands before no table, image or displayed formula")
  }

  /// Blocks with a label where there is one for them: one table, displayed formula or image.
  mutating func labelled(_ blocks: [Block], by label: PendingLabel?) -> [Block] {
    guard let label else { return blocks }
    let kind: BlockLabel.Kind
    switch blocks.first {
    case .table where blocks.count == 1: kind = .table
    case .formula where blocks.count == 1: kind = .equation
    case .paragraph(let content) where blocks.count == 1 && Self.isImage(content): kind = .figure
    default:
      orphan(label)
      return blocks
    }
    let found = BlockLabel(kind: kind, label: label.label, caption: label.caption, range: label.range)
    return [.labelled(found, blocks[0])]
  }

  private static func isImage(_ content: [Inline]) -> Bool {
    guard content.count == 1, case .image = content[0] else { return false }
    return true
  }
}
