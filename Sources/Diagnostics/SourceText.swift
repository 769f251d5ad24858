/// A named text with fast look-up of lines and columns.
///
/// Offsets everywhere in Trama are UTF-8 offsets into such a text.
public struct SourceText: Sendable, Hashable {
  /// The name shown in diagnostics: a path as the user gave it.
  public let name: String
  /// The whole text.
  public let text: String
  /// The offset at which each line starts; never empty.
  public let lineStarts: [Int]

  /// Wraps a text.
  ///
  /// - Complexity: Linear in the length of the text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    var starts = [0]
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if byte == 0x0A {
          starts.append(offset)
        } else if byte == 0x0D {
          if offset < bytes.count && bytes[offset] == 0x0A { offset += 1 }
          starts.append(offset)
        }
      }
    }
    self.lineStarts = starts
  }

  /// Decodes a file's bytes.
  ///
  /// - Throws: A diagnostic (`encoding.utf8`) at the first byte that is not UTF-8.
  public init(name: String, bytes: [UInt8]) throws(Diagnostic) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.init(name: name, text: text)
      return
    }
    let (valid, offset) = Self.validPrefix(of: bytes)
    let prefix = SourceText(name: name, text: valid)
    let position = prefix.position(of: offset)
    throw Diagnostic(
      .error, "encoding.utf8", file: name, range: offset..<offset,
      "byte \(offset) (line \(position.line), column \(position.column)) is not valid UTF-8; save the file as UTF-8"
    )
  }

  /// The longest valid prefix, and its length in bytes.
  private static func validPrefix(of bytes: [UInt8]) -> (String, Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var text = ""
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      text.unicodeScalars.append(scalar)
      length += UTF8.width(scalar)
    }
    return (text, length)
  }

  /// A line and a column, both from 1; columns count Unicode scalars, as editors show them.
  public struct Position: Sendable, Hashable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The index into `lineStarts` of the line that holds an offset.
  ///
  /// - Complexity: O(log lines).
  public func lineIndex(of offset: Int) -> Int { lineStarts.line(holding: offset) }

  /// The line and column of a UTF-8 offset (clamped to the text).
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), text.utf8.count)
    let line = lineIndex(of: offset)
    let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[line])
    let end = text.utf8.index(text.startIndex, offsetBy: offset)
    let column = text.utf8[start..<end].count { $0 & 0xC0 != 0x80 }
    return Position(line: line + 1, column: column + 1)
  }

  /// The text of a line (from index 0) without its line ending.
  public func line(_ index: Int) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[index])
    var end =
      index + 1 < lineStarts.count
      ? utf8.index(utf8.startIndex, offsetBy: lineStarts[index + 1]) : utf8.endIndex
    while end > start {
      let before = utf8.index(before: end)
      guard utf8[before] == 0x0A || utf8[before] == 0x0D else { break }
      end = before
    }
    return text[start..<end]
  }

  /// The text of a range of UTF-8 offsets.
  public subscript(range: Range<Int>) -> Substring {
    let utf8 = text.utf8
    return text[
      utf8.index(
        utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    ]
  }
}
