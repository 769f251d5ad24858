import Diagnostics

/// A fenced code block as it stands in the source.
struct Fence {
  /// From its first backtick or tilde to the end of its last line's text.
  var range: Range<Int>
  /// The run of backticks or tildes that opens it.
  var opening: Range<Int>
  /// The run that closes it; nil where it is missing.
  var closing: Range<Int>?
  /// The info string, trimmed.
  var info: Range<Int>
  /// The body's lines without nesting prefixes, and the source offset at which each starts.
  var text: [String]
  var offsets: [Int]
  /// From the start of the line after the opening fence to the start of the closing fence's line.
  var body: Range<Int>
  /// What stands before the opening run, and before the closing one, on their lines.
  var openingPrefix: String
  var closingPrefix: String
  var lineEnding: String

  /// Reads a code block.
  ///
  /// libcmark does not say whether a code block is fenced, and its last line may be one off, but it gives the
  /// content of every line: a line of the body is an end of its source line.
  ///
  /// - Parameters:
  ///   - start: The offset at which the block starts.
  ///   - literal: The content that libcmark gave, tokens restored.
  ///   - next: The source line on which the next leaf block starts, or the number of lines.
  /// - Returns: Nil for an indented code block.
  init?(at start: Int, literal: String, next: Int, _ lines: SourceLines) {
    let line = lines.source.lineIndex(of: start)
    let first = lines.content(of: line)
    guard start < first.upperBound else { return nil }
    let character = lines.bytes[start]
    guard character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else { return nil }
    opening = start..<lines.endOfRun(at: start)
    guard opening.count >= 3 else { return nil }

    text = literal.utf8.split(separator: .newline, omittingEmptySubsequences: false).map { String($0) ?? "" }
    if text.last?.isEmpty == true { text.removeLast() }
    offsets = []
    for (index, content) in text.enumerated() {
      guard line + 1 + index < min(next, lines.count) else { return nil }
      let source = lines.content(of: line + 1 + index)
      if index + 1 == text.count, !lines.line(source, endsWith: content) { return nil }
      offsets.append(max(source.upperBound - content.utf8.count, 0))
    }

    let last = line + 1 + text.count
    body = lines.end(of: line)..<(last < lines.count ? lines.start(of: last) : lines.bytes.count)
    closing = last < min(next, lines.count) ? lines.closingFence(ofLine: last, matching: opening) : nil
    range = start..<lines.content(of: closing == nil ? last - 1 : last).upperBound
    var info = lines.skippingBlanks(from: opening.upperBound, to: first.upperBound)..<first.upperBound
    while let end = info.last, lines.bytes[end].isBlank { info = info.lowerBound..<end }
    self.info = info
    openingPrefix = lines.string(first.lowerBound..<start)
    closingPrefix = closing.map { lines.string(lines.start(of: last)..<$0.lowerBound) } ?? openingPrefix
    lineEnding = lines.ending(of: line)
  }

  /// The first word of the info string; nil where there is none.
  func language(_ lines: SourceLines) -> Range<Int>? {
    guard !info.isEmpty else { return nil }
    return info.lowerBound..<(info.first { lines.bytes[$0].isBlank } ?? info.upperBound)
  }
}

extension SourceLines {
  /// The offset after a run of equal bytes.
  fileprivate func endOfRun(at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    return end
  }

  /// Whether a line is a nesting prefix and then a content, whose first spaces may come from half a tab.
  fileprivate func line(_ line: Range<Int>, endsWith content: String) -> Bool {
    let words = content.utf8.drop { $0.isBlank }
    let start = line.upperBound - words.count
    guard start >= line.lowerBound, bytes[start..<line.upperBound].elementsEqual(words) else { return false }
    return bytes[line.lowerBound..<start].allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
  }

  /// The run of a line that closes a fence.
  fileprivate func closingFence(ofLine line: Int, matching opening: Range<Int>) -> Range<Int>? {
    let content = content(of: line)
    guard let start = content.first(where: { !bytes[$0].isBlank && bytes[$0] != UInt8(ascii: ">") }) else {
      return nil
    }
    guard bytes[start] == bytes[opening.lowerBound] else { return nil }
    let run = start..<endOfRun(at: start)
    let isAlone = skippingBlanks(from: run.upperBound, to: content.upperBound) == content.upperBound
    return run.count >= opening.count && isAlone ? run : nil
  }
}
