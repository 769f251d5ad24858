extension InlineCell {
  /// Reads a code span of a region as an inline cell.
  ///
  /// - Parameters:
  ///   - span: Positions with the backticks.
  ///   - delimiter: How many backticks stand at each end.
  /// - Returns: A cell whose index comes later; nil where the span does not start with `{swift}`.
  init?(codeSpan span: Range<Int>, delimiter: Int, in text: RegionText) {
    var content = span.lowerBound + delimiter..<span.upperBound - delimiter
    if content.count > 2, text.bytes[content.lowerBound].isSpace {
      content = content.lowerBound + 1..<content.upperBound
    }
    guard text.bytes[content].starts(with: "{swift}".utf8) else { return nil }
    content = content.lowerBound + 7..<content.upperBound
    guard content.isEmpty || text.bytes[content.lowerBound].isSpace else { return nil }
    let arrow = Self.lastArrow(in: text.bytes[content])
    let code = text.trimmed(content.lowerBound..<(arrow ?? content.upperBound))
    let recorded = arrow.map { text.trimmed($0 + 2..<content.upperBound) }
    self.init(
      index: 0, code: text.flattened(code), codeOffset: text.offset(code.lowerBound),
      recorded: recorded.map(text.flattened), recordedRange: recorded.map(text.source),
      range: text.source(span), cellsBefore: 0, delimiterLength: delimiter,
      codeEnd: text.source(code).upperBound, quoting: nil)
  }

  /// The index of the last `=>` that stands in no string literal and no brackets.
  static func lastArrow(in bytes: ArraySlice<UInt8>) -> Int? {
    var last: Int?
    var depth = 0
    var isInString = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case _ where isInString: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "=") where depth <= 0 && index + 1 < bytes.endIndex:
        if bytes[index + 1] == UInt8(ascii: ">") { last = index }
      default: break
      }
      index += 1
    }
    return last
  }
}

extension RegionText {
  /// A range without the white space at its ends.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isSpace { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last].isSpace { range = range.lowerBound..<last }
    return range
  }

  /// Text whose line endings are spaces, as in a code span.
  fileprivate func flattened(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { $0 == .newline ? 0x20 : $0 }, as: UTF8.self)
  }
}
