/// `[^label]`, which names a footnote, or with a colon at the start of a line, defines it.
///
/// libcmark gets a definition as an item of a list whose text is indented by four, as the further paragraphs
/// of a footnote are.
enum FootnoteMark {
  /// What libcmark reads in place of `[^label]:`.
  static let itemPrefix = "+   "
  private static let longest = 100

  /// The end of the mark that starts at an index, and where its label stands; nil where there is none.
  static func mark(at start: Int, in bytes: ArraySlice<UInt8>) -> (label: Range<Int>, end: Int)? {
    guard bytes[start...].starts(with: "[^".utf8) else { return nil }
    var end = start + 2
    while end < bytes.endIndex, end - start <= longest {
      let byte = bytes[end]
      guard byte.isASCIILetter || byte.isDigit || byte >= 0x80 || "-_.:".utf8.contains(byte) else { break }
      end += 1
    }
    guard end > start + 2, end < bytes.endIndex, bytes[end] == UInt8(ascii: "]") else { return nil }
    return (start + 2..<end, end + 1)
  }

  /// The definitions of a document, outside code and HTML and at the start of lines that nest in nothing.
  static func definitions(
    _ tree: CommonMarkTree, _ text: ProtectedText, _ lines: SourceLines, from start: Int
  )
    -> [ProtectedSpan]
  {
    var hidden: [Bool] = Array(repeating: false, count: lines.count + 1)
    for node in tree.nodes where node.kind == .code || node.kind == .html {
      // libcmark's last line may be one too far.
      let last = max(text.lastLine(node.lastLine), text.line(node.line) + 1)
      for line in text.line(node.line)..<min(last, lines.count) { hidden[line] = true }
    }
    var spans: [ProtectedSpan] = []
    for line in lines.source.lineIndex(of: start)..<lines.count where !hidden[line] {
      let content = max(lines.start(of: line), start)..<lines.content(of: line).upperBound
      guard content.lowerBound < content.upperBound else { continue }
      let first = lines.skippingBlanks(from: content.lowerBound, to: content.upperBound)
      guard first - content.lowerBound <= 3, first < content.upperBound,
        let mark = mark(at: first, in: lines.bytes[..<content.upperBound]), mark.end < content.upperBound,
        lines.bytes[mark.end] == UInt8(ascii: ":")
      else { continue }
      let end = lines.skippingBlanks(from: mark.end + 1, to: content.upperBound)
      spans.append(
        ProtectedSpan(
          range: content.lowerBound..<end,
          content: .footnoteDefinition(label: lines.string(mark.label), mark: first..<mark.end + 1)))
    }
    return spans
  }
}

extension [ProtectedSpan] {
  /// These and others, in order; of two that overlap, the one of these.
  func merged(with others: [ProtectedSpan]) -> [ProtectedSpan] {
    var result: [ProtectedSpan] = []
    var own = self[...]
    for span in others {
      while let first = own.first, first.range.upperBound <= span.range.lowerBound {
        result.append(first)
        own = own.dropFirst()
      }
      if let first = own.first, first.range.overlaps(span.range) { continue }
      result.append(span)
    }
    return result + own
  }

  /// Those that overlap none of others; both in order.
  func disjoint(from others: [ProtectedSpan]) -> [ProtectedSpan] {
    var rest = others[...]
    return filter { span in
      while let first = rest.first, first.range.upperBound <= span.range.lowerBound {
        rest = rest.dropFirst()
      }
      return rest.first.map { !$0.range.overlaps(span.range) } ?? true
    }
  }
}

extension ProtectedSpan {
  var isFormula: Bool { if case .formula = content { true } else { false } }
}
