/// What a lesson records of a figure: words for readers and a digest for the checker, on one line.
///
///     [figure] line f: 200 points, x -5…5, y 2.875…69 · 3f9a2c1e5b7d0a14
public struct FigureRecording: Sendable, Hashable {
  /// The words, as `Figure.summary` makes them.
  public var summary: String
  /// Sixteen lower-case hexadecimal digits, as `Figure.digest` makes them; nil where the line had none.
  public var digest: String?

  /// The recording of a figure.
  public init(_ figure: Figure) {
    summary = figure.summary
    digest = figure.digest
  }

  /// Reads a recorded line; white space at its ends does not count.
  ///
  /// - Returns: nil where the line does not begin with `[figure] `.
  public init?(line: String) {
    var text = Substring(line)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.hasPrefix(Self.opening) else { return nil }
    text.removeFirst(Self.opening.count)
    let tail = text.suffix(Self.separator.count + 16)
    if tail.hasPrefix(Self.separator), tail.count == Self.separator.count + 16,
      tail.dropFirst(Self.separator.count).utf8.allSatisfy(Self.isLowercaseHexadecimal)
    {
      digest = String(tail.dropFirst(Self.separator.count))
      text.removeLast(tail.count)
    }
    summary = String(text)
  }

  /// The recorded line, without a line end.
  public var line: String { Self.opening + summary + (digest.map { Self.separator + $0 } ?? "") }

  private static let opening = "[figure] "
  private static let separator = " · "

  private static func isLowercaseHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
