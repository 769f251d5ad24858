/// A fence of Swift that the engine runs.
public struct Cell: Sendable, Hashable {
  /// Its place among the lesson's cells, from 0.
  public var index: Int
  /// The source without fence, nesting prefixes and option lines.
  public var code: String
  /// For each line of `code`, the UTF-8 offset in the lesson at which that line's text starts.
  public var lineOffsets: [Int]
  public var options: CellOptions
  /// UTF-8 offsets of the whole fence, from its first backtick to the end of its last line's text.
  public var range: Range<Int>
  /// What stood before each of its lines in the Markdown (`> `, indentation), for writing a recording after
  /// it.
  public var linePrefix: String
  /// The line ending that the fence uses.
  public var lineEnding: String
  /// The fence right after it with info string `output`.
  public var recording: Recording?
  /// Whether a new recording must follow without a blank line, which would make its list loose.
  var isInTightList: Bool
  /// Whether the fence has its closing line.
  var isClosed: Bool

  /// The UTF-8 offset in the lesson of an offset in `code`.
  public func lessonOffset(of offset: Int) -> Int {
    var line = 0
    var start = 0
    var position = 0
    for byte in code.utf8 {
      if position == offset { break }
      position += 1
      if byte == 0x0A {
        line += 1
        start = position
      }
    }
    guard line < lineOffsets.count else { return range.upperBound }
    return lineOffsets[line] + (position - start)
  }
}

/// The recorded output of a cell.
public struct Recording: Sendable, Hashable {
  /// The recorded lines without nesting prefixes, joined by `\n`; no final newline.
  public var text: String
  /// UTF-8 offsets of the body: from the start of the line after the opening fence to the start of the
  /// closing fence's line.
  public var bodyRange: Range<Int>
  /// UTF-8 offsets of the whole fence.
  public var range: Range<Int>
  /// For each recorded line, the UTF-8 offset in the lesson at which its text starts.
  public var lineOffsets: [Int]
  /// What stands before each line of the body (`> `, indentation).
  public var linePrefix: String
  public var lineEnding: String
  public var tolerance: Tolerance
  /// `error` stands in its info string.
  public var expectsError: Bool
  /// The backticks or tildes of the opening fence and of the closing one, which is nil where it is missing.
  var openingFence: Range<Int>
  var closingFence: Range<Int>?
  var fenceCharacter: Character
}

/// How closely a number must agree with its recording: |actual − recorded| ≤ atol + rtol·|recorded|.
public struct Tolerance: Sendable, Hashable {
  public var relative: Double
  public var absolute: Double

  public init(relative: Double = 0, absolute: Double = 0) {
    self.relative = relative
    self.absolute = absolute
  }

  /// Numbers must be written alike.
  public static let exact = Tolerance()
}

/// `` `{swift} expr => recorded` `` in prose.
public struct InlineCell: Sendable, Hashable {
  /// Its place among the lesson's inline cells, from 0.
  public var index: Int
  public var code: String
  /// The UTF-8 offset in the lesson at which `code` starts.
  public var codeOffset: Int
  /// What stands after `=>`, trimmed; nil where there is no `=>`.
  public var recorded: String?
  /// UTF-8 offsets of the recorded text.
  public var recordedRange: Range<Int>?
  /// UTF-8 offsets of the whole code span with its backticks.
  public var range: Range<Int>
  /// How many of the lesson's cells stand before it: it runs after those.
  public var cellsBefore: Int
  /// How many backticks open and close the code span.
  var delimiterLength: Int
  /// UTF-8 offset of the end of the code in the lesson.
  var codeEnd: Int
  /// For one in a title or a caption, how that is written.
  var quoting: Quoting?

  /// How a text outside the paragraphs is written: as a YAML scalar, or in a comment.
  enum Quoting: Sendable, Hashable {
    case plain, single, double, comment
  }
}

/// A formula in the prose.
public struct FormulaSpan: Sendable, Hashable {
  /// Its place among the lesson's formulas, from 0.
  public var index: Int
  /// The TeX between the delimiters, nesting prefixes removed.
  public var tex: String
  public var isDisplay: Bool
  /// UTF-8 offset in the lesson of each line of `tex`.
  public var lineOffsets: [Int]
  /// UTF-8 offsets with the delimiters.
  public var range: Range<Int>
  /// The reason of an `<!-- unverified: reason -->` right after it.
  public var unverified: String?
}
