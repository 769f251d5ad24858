import Diagnostics

/// A place in a text by lines and columns, both from 1; columns count Unicode scalars, and the end is behind the last.
struct Region: Encodable, Hashable {
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int
}

extension Report {
  /// The lines and columns of a place; nil where its text is not at hand, so that the whole file is meant.
  func region(of place: Diagnostic.Place) -> Region? {
    guard let text = text(named: place.file) else { return nil }
    let start = text.position(of: place.range.lowerBound)
    let end = text.position(of: place.range.upperBound)
    return Region(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// The line, from 1, on which a place starts; nil where its text is not at hand.
  func line(of place: Diagnostic.Place) -> Int? {
    text(named: place.file).map { $0.lineIndex(of: place.range.lowerBound) + 1 }
  }
}

extension Diagnostic {
  /// The message with the notes that speak of no other place, each on lines of its own.
  var messageWithNotes: String {
    ([message] + notes.filter { $0.place == nil }.map { "note: \($0.message)" }
      + (fix.map { ["fix: \($0.message)"] } ?? []))
      .joined(separator: "\n")
  }
}
