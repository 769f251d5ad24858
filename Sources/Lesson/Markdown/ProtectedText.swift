import Diagnostics

/// A lesson's text as libcmark gets it, with everything that libcmark would damage replaced by tokens.
///
/// A formula, an inline cell or a reference becomes its number between two private-use scalars, which to
/// CommonMark are letters. The source's own uses of that scalar, and NUL, which libcmark replaces, become
/// tokens too, so the way back is exact. A token stands on one line even where its span has several:
/// `line(_:)` maps lines back.
struct ProtectedText {
  /// U+F0000, which opens and closes every token.
  static let delimiter: Unicode.Scalar = "\u{F0000}"
  private static let delimiterBytes = Array("\u{F0000}".utf8)

  private(set) var bytes: [UInt8] = []
  /// What each token stands for.
  private(set) var tokens: [ProtectedSpan] = []
  /// The source line on which each line starts.
  private var sourceLines: [Int]
  private let lines: SourceLines
  /// Where the text starts, which behind a byte order mark is not the start of a line.
  private let start: Int

  /// Protects the source from `start` to `end`, or to its own end.
  ///
  /// - Parameter spans: Ascending and disjoint.
  /// - Complexity: Linear in the length of the source.
  init(_ lines: SourceLines, from start: Int, to end: Int? = nil, spans: [ProtectedSpan]) {
    self.lines = lines
    self.start = start
    sourceLines = [lines.source.lineIndex(of: start)]
    bytes.reserveCapacity(lines.bytes.count - start + 16 * spans.count)
    var offset = start
    for span in spans {
      copy(offset..<span.range.lowerBound)
      append(span)
      offset = span.range.upperBound
    }
    copy(offset..<(end ?? lines.bytes.count))
  }

  /// The source line (from 0) on which a line of the protected text starts.
  func line(_ line: Int) -> Int { sourceLines[min(line, sourceLines.count - 1)] }

  /// The last source line that a line of the protected text holds.
  func lastLine(_ line: Int) -> Int {
    line + 1 < sourceLines.count ? sourceLines[line + 1] - 1 : lines.count - 1
  }

  /// The source offset of a place in the protected text that stands before any token of its line.
  func offset(line: Int, column: Int) -> Int {
    let content = lines.content(of: self.line(line))
    return min((line == 0 ? start : content.lowerBound) + column, content.upperBound)
  }

  private mutating func copy(_ range: Range<Int>) {
    var offset = range.lowerBound
    var line = lines.source.lineIndex(of: offset)
    let mark = Self.delimiterBytes[0]
    while offset < range.upperBound {
      let byte = lines.bytes[offset]
      switch byte {
      case .newline, .carriageReturn:
        let isPair =
          byte == .carriageReturn && offset + 1 < lines.bytes.count && lines.bytes[offset + 1] == .newline
        offset += isPair ? 2 : 1
        bytes.append(.newline)
        line += 1
        sourceLines.append(line)
      case 0:
        append(ProtectedSpan(range: offset..<offset + 1, content: .source))
        offset += 1
      case mark where lines.bytes[offset...].starts(with: Self.delimiterBytes):
        append(ProtectedSpan(range: offset..<offset + 4, content: .source))
        offset += 4
      default:
        let first = offset
        offset += 1
        while offset < range.upperBound, !Self.isSpecial(lines.bytes[offset], mark) { offset += 1 }
        bytes += lines.bytes[first..<offset]
      }
    }
  }

  /// Whether a byte may be more than itself.
  private static func isSpecial(_ byte: UInt8, _ mark: UInt8) -> Bool {
    byte == .newline || byte == .carriageReturn || byte == 0 || byte == mark
  }

  private mutating func append(_ span: ProtectedSpan) {
    if case .footnoteDefinition = span.content { bytes += Array(FootnoteMark.itemPrefix.utf8) }
    bytes += Self.delimiterBytes
    bytes += Array(String(tokens.count).utf8)
    bytes += Self.delimiterBytes
    tokens.append(span)
  }

  /// A piece of text that came back from libcmark.
  enum Piece {
    case text(String)
    /// An index into `tokens`.
    case token(Int)
  }

  /// Splits text that came back from libcmark at its tokens.
  func pieces(of text: String) -> [Piece] {
    guard text.unicodeScalars.contains(Self.delimiter) else { return [.text(text)] }
    var pieces: [Piece] = []
    let parts = text.unicodeScalars.split(separator: Self.delimiter, omittingEmptySubsequences: false)
    var isInside = false
    for (index, part) in parts.enumerated() {
      if isInside, index + 1 < parts.count, let token = Int(String(part)), tokens.indices.contains(token) {
        pieces.append(.token(token))
        isInside = false
        continue
      }
      // A character reference (`&#xF0000;`) can name the delimiter; it then stands for itself.
      let text = (isInside ? String(Self.delimiter) : "") + String(part)
      if !text.isEmpty { pieces.append(.text(text)) }
      isInside = true
    }
    return pieces
  }

  /// Text that came back from libcmark with the source's text for each token.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(Self.delimiter) else { return text }
    return pieces(of: text).reduce(into: "") { result, piece in
      switch piece {
      case .text(let text): result += text
      case .token(let index): result += lines.string(tokens[index].range)
      }
    }
  }
}

/// A span of the source that libcmark must not read.
struct ProtectedSpan {
  enum Content {
    case formula(FormulaSpan)
    case cell(InlineCell)
    case reference(label: String)
    case footnote(label: String)
    /// What opens a definition; `mark` is `[^label]:`.
    case footnoteDefinition(label: String, mark: Range<Int>)
    /// All of a table.
    case table(TableSource)
    /// The source's own text.
    case source
  }

  var range: Range<Int>
  var content: Content
}
