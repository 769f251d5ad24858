import Diagnostics

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020).
struct SARIFReport {
  private let log: Log

  init(_ report: Report) {
    let findings = report.sorted
    let ids = Set(findings.map(\.id)).sorted()
    let indices = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    let results = findings.map { finding in
      Result(
        ruleId: finding.id, ruleIndex: indices[finding.id] ?? 0, level: finding.severity.rawValue,
        message: Message(text: finding.messageWithNotes), locations: [Location(finding.place, in: report)],
        relatedLocations: Self.relatedLocations(of: finding, in: report),
        fixes: finding.fix.flatMap { Fix($0, of: finding.file, in: report) }.map { [$0] })
    }
    let driver = Driver(version: Version.current, rules: ids.map(Rule.init))
    log = Log(runs: [Run(tool: Tool(driver: driver), results: results)])
  }

  var text: String { log.indentedJSON }

  /// The places of the notes, each once, as the schema asks.
  private static func relatedLocations(of finding: Diagnostic, in report: Report) -> [Location] {
    var told: Set<Diagnostic.Note> = []
    return finding.notes.compactMap { note in
      guard let place = note.place, told.insert(note).inserted else { return nil }
      var location = Location(place, in: report)
      location.message = Message(text: note.message)
      return location
    }
  }

  // The names are the standard's.

  private struct Log: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  private struct Tool: Encodable {
    var driver: Driver
  }

  private struct Driver: Encodable {
    var name = "trama"
    var version: String
    var rules: [Rule]
  }

  private struct Rule: Encodable {
    var id: String
  }

  private struct Message: Encodable {
    var text: String
  }

  private struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]
    var fixes: [Fix]?
  }

  private struct Fix: Encodable {
    struct Change: Encodable {
      var artifactLocation: Location.Artifact
      var replacements: [Replacement]
    }

    struct Replacement: Encodable {
      var deletedRegion: Location.Lines
      var insertedContent: Message
    }

    var description: Message
    var artifactChanges: [Change]

    /// Nil where the text is not at hand, so that its lines are not known.
    init?(_ fix: Diagnostic.Fix, of file: String, in report: Report) {
      let location = Location(Diagnostic.Place(file: file, range: fix.range), in: report).physicalLocation
      guard let region = location.region else { return nil }
      description = Message(text: fix.message)
      artifactChanges = [
        Change(
          artifactLocation: location.artifactLocation,
          replacements: [
            Replacement(deletedRegion: region, insertedContent: Message(text: fix.replacement))
          ])
      ]
    }
  }

  private struct Location: Encodable {
    struct Physical: Encodable {
      var artifactLocation: Artifact
      var region: Lines?
    }

    struct Artifact: Encodable {
      var uri: String
    }

    struct Lines: Encodable {
      var startLine: Int
      var startColumn: Int
      var endLine: Int
      var endColumn: Int
    }

    var physicalLocation: Physical
    var message: Message?

    init(_ place: Diagnostic.Place, in report: Report) {
      let lines = report.region(of: place).map { region in
        Lines(
          startLine: region.line, startColumn: region.column, endLine: region.endLine,
          endColumn: region.endColumn)
      }
      physicalLocation = Physical(artifactLocation: Artifact(uri: SARIFReport.uri(place.file)), region: lines)
    }
  }

  /// A path as a URI reference: relative paths stay so.
  private static func uri(_ path: String) -> String {
    let path = Report.repositoryPath(path)
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    let encoded = path.utf8.map { byte in
      plain.contains(byte)
        ? String(Unicode.Scalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
