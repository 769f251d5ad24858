import Diagnostics

/// Findings as workflow commands of GitHub Actions.
enum GitHubReport {
  static func text(of report: Report) -> String {
    report.sorted.map { command(for: $0, in: report) + "\n" }.joined()
  }

  private static func command(for finding: Diagnostic, in report: Report) -> String {
    var properties = [("file", Report.repositoryPath(finding.file))]
    if let region = report.region(of: finding.place) {
      properties.append(("line", "\(region.line)"))
      properties.append(("endLine", "\(region.endLine)"))
      // Columns of an annotation over several lines are ignored, and refused by some.
      if region.line == region.endLine {
        properties.append(("col", "\(region.column)"))
        properties.append(("endColumn", "\(region.endColumn)"))
      }
    }
    properties.append(("title", finding.id))
    let list = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
    return "::\(finding.severity.rawValue) \(list)::\(escaped(message(of: finding, in: report)))"
  }

  /// The message with all notes: an annotation has one place only, so that notes name theirs.
  private static func message(of finding: Diagnostic, in report: Report) -> String {
    let formatter = report.formatter(colour: false)
    let placed = finding.notes.compactMap { note in
      note.place.map { "note: \(formatter.location($0)): \(note.message)" }
    }
    return ([finding.messageWithNotes] + placed).joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  private static func escapedProperty(_ text: String) -> String {
    replacing(escaped(text)) { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }

  private static func replacing(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = replacement(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
