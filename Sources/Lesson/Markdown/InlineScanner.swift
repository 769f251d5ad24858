/// Finds formulas, inline cells and references in a region's text, before libcmark reads it.
///
/// It follows CommonMark where it must, leftmost first: backslash escapes, code spans, autolinks and raw HTML
/// hide what they hold. Every search that can fail is remembered, so a scan is linear in the length of the
/// region.
struct InlineScanner {
  let text: RegionText
  let lines: SourceLines
  /// Ascending and disjoint.
  private(set) var spans: [ProtectedSpan] = []
  /// The position of a `$$` that starts a line of the region and is not closed in it.
  private(set) var openDisplay: Int?

  /// The last start of a run of backticks by its length.
  private lazy var lastRuns: [Int: Int] = backtickRuns()
  /// Byte sequences that the rest of the text is known to lack.
  private var absent: Set<String> = []
  /// Whether a `\text{` in a formula was found to have no end; `\text` is then nothing special.
  var hasOpenText = false

  init(_ text: RegionText, _ lines: SourceLines) {
    self.text = text
    self.lines = lines
  }

  mutating func scan() {
    var position = 0
    while position < text.count {
      switch text.bytes[position] {
      case UInt8(ascii: "\\"):
        position += position + 1 < text.count && text.bytes[position + 1].isPunctuation ? 2 : 1
      case UInt8(ascii: "`"):
        position = scanCode(at: position)
      case UInt8(ascii: "<"):
        position = endOfHTML(at: position) ?? position + 1
      case UInt8(ascii: "$"):
        position = scanFormula(at: position)
      case UInt8(ascii: "@"):
        position = scanReference(at: position)
      case UInt8(ascii: "["):
        position = scanFootnote(at: position)
      default:
        position += 1
      }
    }
  }

  /// `[^label]`.
  private mutating func scanFootnote(at start: Int) -> Int {
    guard let mark = FootnoteMark.mark(at: start, in: text.bytes[...]) else { return start + 1 }
    let span = text.source(start..<mark.end)
    spans.append(ProtectedSpan(range: span, content: .footnote(label: text.string(mark.label))))
    return mark.end
  }

  /// The number of equal bytes from a position on.
  func run(at position: Int) -> Int {
    var end = position
    while end < text.count, text.bytes[end] == text.bytes[position] { end += 1 }
    return end - position
  }

  /// Like `text.position(of:from:)`, but remembers that there is none.
  mutating func find(_ sequence: String, from position: Int) -> Int? {
    guard !absent.contains(sequence) else { return nil }
    let found = text.position(of: sequence, from: position)
    if found == nil { absent.insert(sequence) }
    return found
  }

  private func backtickRuns() -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var position = 0
    while position < text.count {
      guard text.bytes[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let length = run(at: position)
      runs[length] = position
      position += length
    }
    return runs
  }

  /// A code span: skipped, or an inline cell.
  private mutating func scanCode(at start: Int) -> Int {
    let length = run(at: start)
    guard let last = lastRuns[length], last > start else { return start + length }
    var close = start + length
    while close < last {
      guard text.bytes[close] == UInt8(ascii: "`") else {
        close += 1
        continue
      }
      let found = run(at: close)
      if found == length { break }
      close += found
    }
    if let cell = InlineCell(codeSpan: start..<close + length, delimiter: length, in: text) {
      spans.append(ProtectedSpan(range: cell.range, content: .cell(cell)))
    }
    return close + length
  }

  /// `@label`, unless it stands in a word, an address or a path.
  private mutating func scanReference(at start: Int) -> Int {
    // `_@label_` is emphasis, but `some_@label` is a word.
    var before = start
    while before > 0, start - before < 3, text.bytes[before - 1] == UInt8(ascii: "_") { before -= 1 }
    if before > 0 {
      let byte = text.bytes[before - 1]
      let isWord = byte.isASCIILetter || byte.isDigit || byte >= 0x80
      if isWord || "_@/.+-".utf8.contains(byte) { return start + 1 }
    }
    let end = Label.end(in: text.bytes, from: start + 1)
    guard end > start + 1 else { return start + 1 }
    if end < text.count, text.bytes[end] == UInt8(ascii: "@") { return end }
    let label = text.string(start + 1..<end)
    spans.append(ProtectedSpan(range: text.source(start..<end), content: .reference(label: label)))
    return end
  }

  private mutating func scanFormula(at start: Int) -> Int {
    let dollars = run(at: start)
    let bounds: FormulaBounds?
    switch dollars {
    case 1: bounds = inlineFormula(at: start)
    case 2: bounds = displayFormula(at: start)
    default: bounds = nil
    }
    guard let bounds else {
      let startsLine = start == 0 || text.bytes[start - 1] == .newline
      if dollars == 2, startsLine { openDisplay = openDisplay ?? start }
      return start + dollars
    }
    var formula = FormulaSpan(text: text, bounds: bounds)
    formula.unverified = lines.exemption(after: formula.range.upperBound)
    spans.append(ProtectedSpan(range: formula.range, content: .formula(formula)))
    return bounds.whole.upperBound
  }
}

/// What may be a label: a letter, then letters, digits, `-`, `_`, `:` and `.`; the last is a letter or digit.
enum Label {
  /// The end of the longest label that starts at a position; that position where there is none.
  static func end(in bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count, bytes[start].isASCIILetter || bytes[start] >= 0x80 else { return start }
    var end = start
    var last = start
    while end < bytes.count {
      let byte = bytes[end]
      let isWord = byte.isASCIILetter || byte.isDigit || byte >= 0x80
      guard isWord || "-_:.".utf8.contains(byte) else { break }
      end += 1
      if isWord { last = end }
    }
    return last
  }

  static func isValid(_ label: String) -> Bool {
    let bytes = Array(label.utf8)
    return !bytes.isEmpty && end(in: bytes, from: 0) == bytes.count
  }
}
