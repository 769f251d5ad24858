import Diagnostics

/// A source's bytes by line, which every stage of parsing reads.
struct SourceLines: Sendable {
  let source: SourceText
  let bytes: [UInt8]

  init(_ source: SourceText) {
    self.source = source
    self.bytes = Array(source.text.utf8)
  }

  /// How many lines there are; a final line ending opens one more, empty line.
  var count: Int { source.lineStarts.count }

  func start(of line: Int) -> Int { source.lineStarts[line] }

  /// The offset after a line's ending.
  func end(of line: Int) -> Int {
    line + 1 < count ? source.lineStarts[line + 1] : bytes.count
  }

  /// A line without its ending.
  func content(of line: Int) -> Range<Int> {
    let start = start(of: line)
    var end = end(of: line)
    while end > start, bytes[end - 1] == .newline || bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  /// The line ending of a line, or the source's first one where it has none, or `\n`.
  func ending(of line: Int) -> String {
    let own = string(content(of: line).upperBound..<end(of: line))
    guard own.isEmpty, line > 0 else { return own.isEmpty ? "\n" : own }
    return string(content(of: 0).upperBound..<end(of: 0))
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The first offset from `offset` on, below `end`, whose byte is not a space or tab.
  func skippingBlanks(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end, bytes[offset].isBlank { offset += 1 }
    return offset
  }

  /// Where the text of a paragraph's continuation line starts, behind up to `quotes` quote marks and all
  /// indentation.
  func textStart(ofLine line: Int, quotes: Int) -> Int {
    let content = content(of: line)
    var offset = skippingBlanks(from: content.lowerBound, to: content.upperBound)
    var left = quotes
    while left > 0, offset < content.upperBound, bytes[offset] == UInt8(ascii: ">") {
      offset = skippingBlanks(from: offset + 1, to: content.upperBound)
      left -= 1
    }
    return offset
  }
}

extension UInt8 {
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Space, tab or line ending.
  var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// CommonMark's ASCII punctuation, all of which a backslash escapes.
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
