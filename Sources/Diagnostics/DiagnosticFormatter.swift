/// Renders diagnostics for a terminal or a log.
///
///     lesson.md:12:9: error: cannot find 'y' in this lesson
///        12 | let x = y + 1
///           |         ^
public struct DiagnosticFormatter: Sendable {
  /// Whether to use terminal colours.
  public var colour: Bool
  /// Looks up a text by its name, for excerpts.
  public var texts: @Sendable (String) -> SourceText?

  public init(colour: Bool = false, texts: @escaping @Sendable (String) -> SourceText?) {
    self.colour = colour
    self.texts = texts
  }

  /// One diagnostic with excerpt, notes and fix; ends with a newline.
  public func format(_ diagnostic: Diagnostic) -> String {
    let label = diagnostic.severity.rawValue
    var out = head(
      diagnostic.place, label: paint(label, diagnostic.severity == .error ? "1;31" : "1;33"),
      message: diagnostic.message)
    for note in diagnostic.notes {
      if let place = note.place {
        out += head(place, label: paint("note", "1;36"), message: note.message)
      } else {
        let message =
          note.holdsDifference
          ? difference(note.message.withVisibleControls) : note.message.withVisibleControls
        out += "  " + paint("note", "1;36") + ": " + indented(message) + "\n"
      }
    }
    if let fix = diagnostic.fix {
      out += "  " + paint("fix", "1;32") + ": " + fix.message.withVisibleControls + "\n"
    }
    return out
  }

  /// `file:line:column`, or the file alone where its text is not at hand.
  public func location(_ place: Diagnostic.Place) -> String {
    guard let text = texts(place.file) else { return place.file }
    let position = text.position(of: place.range.lowerBound)
    return "\(place.file):\(position.line):\(position.column)"
  }

  private func head(_ place: Diagnostic.Place, label: String, message: String) -> String {
    var out =
      "\(paint(location(place).withVisibleControls, "1")): \(label): \(indented(message.withVisibleControls))\n"
    if let text = texts(place.file) { out += excerpt(text, place.range) }
    return out
  }

  /// How many characters of a long line are shown before, in and behind what is marked.
  private static let window = (before: 60, marked: 120, after: 60)
  /// How many bytes a line may have that is shown as a whole.
  private static let longestLine = 400

  /// The line that holds the start of a range, or what is around it of a long one, with the range marked below.
  private func excerpt(_ source: SourceText, _ range: Range<Int>) -> String {
    let index = source.lineIndex(of: range.lowerBound)
    let line = source.line(index)
    let start = range.lowerBound - source.lineStarts[index]
    guard !line.isEmpty, start <= line.utf8.count else { return "" }
    let end = min(max(range.upperBound - source.lineStarts[index], start), line.utf8.count)
    var before = String(decoding: line.utf8.prefix(start), as: UTF8.self)
    var marked = String(decoding: line.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
    var after = String(decoding: line.utf8.dropFirst(end), as: UTF8.self)
    if line.utf8.count > Self.longestLine {
      if before.count > Self.window.before { before = "…" + before.suffix(Self.window.before) }
      if marked.count > Self.window.marked {
        marked = String(marked.prefix(Self.window.marked))
        after = "…"
      } else if after.count > Self.window.after {
        after = after.prefix(Self.window.after) + "…"
      }
    }
    let padding = before.map { $0 == "\t" ? $0 : " " }
    let width = max(marked.count, 1)
    let number = String(index + 1)
    let gutter = String(repeating: " ", count: max(5 - number.count, 0)) + number
    let blank = String(repeating: " ", count: gutter.count)
    let caret = "^" + String(repeating: "~", count: width - 1)
    return
      "\(paint("\(gutter) |", "2")) \((before + marked + after).withVisibleControls)\n\(paint("\(blank) |", "2")) "
      + String(padding) + paint(caret, "1;32") + "\n"
  }

  private func indented(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
  }

  func paint(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
