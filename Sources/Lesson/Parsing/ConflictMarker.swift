import Diagnostics

/// A line that a version control system writes around the two sides of a conflict.
public enum ConflictMarker: String, Sendable {
  case start = "<<<<<<<"
  case separator = "======="
  case end = ">>>>>>>"

  /// The marker that a line is, from its first column; nil for all other lines.
  ///
  /// The outer ones are followed by a space, the separator stands alone: as the underline of a heading does,
  /// so it alone says nothing.
  public init?(_ line: some Collection<UInt8>) {
    switch line.first {
    case UInt8(ascii: "<") where line.starts(with: "<<<<<<< ".utf8): self = .start
    case UInt8(ascii: "=") where line.elementsEqual("=======".utf8): self = .separator
    case UInt8(ascii: ">") where line.starts(with: ">>>>>>> ".utf8): self = .end
    default: return nil
    }
  }
}

extension SourceLines {
  /// The conflicts that a merge left: the three markers in their order.
  ///
  /// Cells and recordings are no exception, because that is where merges meet. So a cell that prints all three
  /// at the start of a line needs a fence that is indented or nested, whose lines then start with blanks.
  ///
  /// - Complexity: Linear in the number of lines.
  var conflicts: [Diagnostic] {
    var conflicts: [Diagnostic] = []
    var start: Int?
    var separator: Int?
    for line in 0..<count {
      switch ConflictMarker(bytes[content(of: line)]) {
      case .start?: (start, separator) = (line, nil)
      case .separator? where start != nil: separator = separator ?? line
      case .end?:
        if let start, let separator { conflicts.append(conflict(start, separator, line)) }
        (start, separator) = (nil, nil)
      default: continue
      }
    }
    return conflicts
  }

  private func conflict(_ start: Int, _ separator: Int, _ end: Int) -> Diagnostic {
    Diagnostic(
      .error, "lesson.conflict", file: source.name, range: content(of: start),
      "a merge left a conflict here, in lines \(start + 1) to \(end + 1)",
      notes: [
        Diagnostic.Note(
          "keep one of the sides, which line \(separator + 1) separates, and remove the three marker lines")
      ])
  }
}
