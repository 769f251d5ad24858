extension Cell {
  /// The edits that make the cell's recording read `text`.
  ///
  /// An existing recording keeps its fence, which grows where `text` has a line that would close it. A
  /// missing one is added after the cell, nested as the cell is. Parsing the result gives
  /// `Recording.storable(text)`.
  ///
  /// - Parameter text: Without the final newline.
  /// - Returns: Disjoint edits; none where the cell's fence or its recording's is not closed.
  public func recordingEdits(_ text: String) -> [Edit] {
    if let recording { return recording.edits(text) }
    guard isClosed else { return [] }
    let text = Recording.storable(text)
    let fence = String(repeating: "`", count: max(3, Recording.longestCloser("`", in: text) + 1))
    let blank = isInTightList ? "" : lineEnding + Recording.trimmedEnd(linePrefix)
    let insertion =
      blank + lineEnding + linePrefix + fence + "output" + lineEnding
      + Recording.body(text, prefix: linePrefix, lineEnding: lineEnding) + linePrefix + fence
    return [Edit(range: range.upperBound..<range.upperBound, replacement: insertion)]
  }
}

extension Recording {
  /// A text as a recording can hold it: `\n` for every line ending, the replacement character for NUL.
  public static func storable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == .carriageReturn || $0 == 0 }) else { return text }
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n" where isAfterReturn: break
      case "\0": scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(scalars)
  }

  /// The edits that make it read `text`; see `Cell.recordingEdits(_:)`.
  func edits(_ text: String) -> [Edit] {
    guard let closingFence else { return [] }
    let text = Self.storable(text)
    if text == self.text { return [] }
    let body = Self.body(text, prefix: linePrefix, lineEnding: lineEnding)
    var edits = [Edit(range: bodyRange, replacement: body)]
    let length = Self.longestCloser(fenceCharacter, in: text) + 1
    for fence in [openingFence, closingFence] where fence.count < length {
      edits.append(
        Edit(
          range: fence.upperBound..<fence.upperBound,
          replacement: String(repeating: fenceCharacter, count: length - fence.count)))
    }
    return edits
  }

  /// The longest run of a fence character that stands alone on a line, and so would close a fence no longer
  /// than it.
  static func longestCloser(_ character: Character, in text: String) -> Int {
    let byte = character.asciiValue ?? UInt8(ascii: "`")
    var longest = 0
    for line in text.utf8.split(separator: .newline) {
      let rest = line.drop(while: \.isBlank)
      let run = rest.prefix { $0 == byte }.count
      if rest.dropFirst(run).allSatisfy(\.isBlank) { longest = max(longest, run) }
    }
    return longest
  }

  /// The lines of a text as they stand in the Markdown.
  static func body(_ text: String, prefix: String, lineEnding: String) -> String {
    if text.isEmpty { return "" }
    // A quote mark eats the space after it, so it must have one.
    let prefix = prefix.hasSuffix(">") ? prefix + " " : prefix
    let blank = trimmedEnd(prefix)
    return text.utf8.split(separator: .newline, omittingEmptySubsequences: false)
      .map { ($0.isEmpty ? blank : prefix + String(decoding: $0, as: UTF8.self)) + lineEnding }.joined()
  }

  static func trimmedEnd(_ prefix: String) -> String {
    var prefix = prefix
    while prefix.utf8.last?.isBlank == true { prefix.removeLast() }
    return prefix
  }
}
