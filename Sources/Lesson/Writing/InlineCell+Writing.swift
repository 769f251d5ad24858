extension InlineCell {
  /// The edits that make the cell's recorded value read `value`.
  ///
  /// ` => value` is added where it is missing. The backticks grow only where `value` has as many in a row.
  ///
  /// - Returns: Disjoint edits; nil where the value cannot be written: an empty one, one with a `=>` of its
  ///   own outside string literals and brackets, or one that would end the title or the caption
  ///   around it.
  public func recordingEdits(_ value: String) -> [Edit]? {
    let value = Self.storable(value)
    guard !value.isEmpty, Self.lastArrow(in: Array(value.utf8)[...]) == nil,
      quoting.map({ Self.canQuote(value, $0) }) ?? true
    else { return nil }
    if value == recorded { return [] }
    let written = value + (value.hasSuffix("`") ? " " : "")
    var edits: [Edit] = []
    if let recordedRange {
      let gap = recorded?.isEmpty == true ? " " : ""
      edits.append(Edit(range: recordedRange, replacement: gap + written))
    } else {
      edits.append(Edit(range: codeEnd..<codeEnd, replacement: " => " + written))
    }
    var length = delimiterLength
    let runs = Self.backtickRuns(code).union(Self.backtickRuns(value))
    while runs.contains(length) { length += 1 }
    if length > delimiterLength {
      let more = String(repeating: "`", count: length - delimiterLength)
      edits.append(Edit(range: range.lowerBound..<range.lowerBound, replacement: more))
      edits.append(Edit(range: range.upperBound..<range.upperBound, replacement: more))
    }
    return edits
  }

  /// A value as an inline cell can hold it: on one line, without spaces at its ends.
  public static func storable(_ value: String) -> String {
    let line = Recording.storable(value).utf8.map { $0 == .newline ? 0x20 : $0 }
    let start = line.drop(while: \.isBlank)
    let end = start.reversed().prefix(while: \.isBlank).count
    return String(decoding: start.dropLast(end), as: UTF8.self)
  }

  private static func backtickRuns(_ text: String) -> Set<Int> {
    Set(text.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count))
  }

  private static func canQuote(_ value: String, _ quoting: Quoting) -> Bool {
    switch quoting {
    case .plain: !value.contains(": ") && !value.contains(" #") && !value.hasSuffix(":")
    case .single: !value.contains("'")
    case .double: !value.contains("\"") && !value.contains("\\")
    case .comment: !value.contains("-->")
    }
  }
}
