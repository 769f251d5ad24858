import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Findings as JSON, for programs.
///
/// `version` is that of this format, 1; a new one may add keys without changing it. Lines and columns count from 1,
/// columns in Unicode scalars, and ends are behind the last. Places without lines mean the whole file.
struct JSONReport: Encodable {
  struct Lesson: Encodable {
    var file: String
    var cells: Int
    var inlineCells: Int
    var formulas: Int
    var verifiedFormulas: Int
  }

  struct Finding: Encodable {
    var severity: String
    var id: String
    var message: String
    var file: String
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?
    var notes: [Note]
    var fix: Fix?
  }

  struct Note: Encodable {
    var message: String
    var file: String?
    var line: Int?
    var column: Int?
  }

  struct Fix: Encodable {
    var message: String
    var replacement: String
    var region: Region?
  }

  var version = 1
  var tool = ["name": "trama", "version": Version.current]
  var lessons: [Lesson]
  var errors: Int
  var warnings: Int
  var findings: [Finding]

  init(_ report: Report, _ checked: [CheckedLesson]) {
    lessons = checked.map { lesson in
      Lesson(
        file: lesson.path, cells: lesson.facts?.cells ?? 0, inlineCells: lesson.facts?.inlineCells ?? 0,
        formulas: lesson.facts?.formulas ?? 0, verifiedFormulas: lesson.verifiedFormulas)
    }
    errors = report.errors
    warnings = report.warnings
    findings = report.sorted.map { finding in
      let region = report.region(of: finding.place)
      return Finding(
        severity: finding.severity.rawValue, id: finding.id, message: finding.message, file: finding.file,
        line: region?.line, column: region?.column, endLine: region?.endLine, endColumn: region?.endColumn,
        notes: finding.notes.map { note in
          let place = note.place.flatMap(report.region)
          return Note(message: note.message, file: note.place?.file, line: place?.line, column: place?.column)
        },
        fix: finding.fix.map { fix in
          Fix(
            message: fix.message, replacement: fix.replacement,
            region: report.region(of: Diagnostic.Place(file: finding.file, range: fix.range)))
        })
    }
  }

  var text: String { self.indentedJSON }
}

extension Encodable {
  /// As JSON with sorted keys, one a line, so that differences between two reports can be read.
  var indentedJSON: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("reports hold finite numbers and texts only")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
