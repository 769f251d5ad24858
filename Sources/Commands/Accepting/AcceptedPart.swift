import ArgumentParser

/// What an argument of `trama accept` names: lessons, or only some recordings in them.
///
/// - `FILE`, or a folder: all recordings. A path that exists is always a path, whatever signs it has.
/// - `FILE#label`: the cell with the label; `#label` looks in all lessons of the course.
/// - `FILE:LINE`: the cell, recording or inline cells at the line.
struct AcceptedPart: Hashable {
  enum Kind: Hashable {
    case all
    case label(String)
    /// From 1.
    case line(Int)
  }

  /// A file or a folder; nil for the course.
  var path: String?
  var kind: Kind

  /// Reads an argument.
  ///
  /// - Throws: Where it is malformed, which is wrong usage.
  init(_ argument: String) throws(ValidationError) {
    (path, kind) = (argument, .all)
    if argument.isEmpty { throw ValidationError("an empty path names no lesson") }
    if Disk.exists(argument) { return }
    if let mark = argument.lastIndex(of: "#") {
      let label = String(argument[argument.index(after: mark)...])
      guard !label.isEmpty else {
        throw ValidationError("'\(argument)' has no label after '#'; write FILE#label or #label")
      }
      path = mark == argument.startIndex ? nil : String(argument[..<mark])
      kind = .label(label)
    } else if let mark = argument.lastIndex(of: ":") {
      let digits = argument[argument.index(after: mark)...]
      guard mark > argument.startIndex, let line = Int(digits), line > 0 else {
        throw ValidationError(
          "'\(argument)' is no file, and '\(digits)' after ':' is no line; write FILE:LINE with a line from 1"
        )
      }
      path = String(argument[..<mark])
      kind = .line(line)
    }
  }
}
