import Diagnostics
import Foundation
import Session
import Testing

/// A folder of the corpus: a `main.swift.txt` and what it must give.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  /// Its path in the corpus: `Programs/arrays/append`.
  let name: String
  let folder: URL

  var testDescription: String { name }

  /// The program; its name in diagnostics is `main.swift`.
  var source: SourceText {
    get throws { SourceText(name: "main.swift", text: try text("main.swift.txt")) }
  }

  func text(_ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }
}

/// The programs of this folder: those that run, those that do not compile, those that trap.
///
/// `Programs/…/expected.txt` holds what the program prints when the real compiler has compiled it.
/// `Rejected/…/expected.txt` has a line `number: words` for each line that must have an error.
/// `Traps/…` has what the program prints before it traps and in `line.txt` the line where it does.
enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  static let programs = cases(in: "Programs")
  static let rejected = cases(in: "Rejected")
  static let traps = cases(in: "Traps")

  /// Why each case of `Unsupported.txt` is there: it needs something that cells do not understand.
  static let unsupported: [String: String] = {
    let text = (try? String(contentsOf: folder.appending(path: "Unsupported.txt"), encoding: .utf8)) ?? ""
    var reasons: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      reasons[String(parts[0])] = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    }
    return reasons
  }()

  private static func cases(in part: String) -> [CorpusCase] {
    let paths = FileManager.default.enumerator(atPath: folder.appending(path: part).path)
    return (paths?.compactMap { $0 as? String } ?? []).sorted().compactMap { path in
      guard path.hasSuffix("/main.swift.txt") else { return nil }
      let name = part + "/" + path.dropLast("/main.swift.txt".count)
      return CorpusCase(name: name, folder: folder.appending(path: name))
    }
  }
}

extension CellOutcome {
  /// What it printed, and the text of values that it showed.
  var printed: String {
    outputs.map { output in
      switch output {
      case .text(let text): text
      case .value(let value): value + "\n"
      case .formula(_, let text): text + "\n"
      case .table(let table): table.text + "\n"
      case .figure: ""
      }
    }.joined()
  }

  /// Whether it shows a table.
  var showsTable: Bool { outputs.contains { if case .table = $0 { true } else { false } } }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// Whether it was refused before it ran.
  var isRefused: Bool {
    failed && !errors.contains { error in Self.runtime.contains { error.id.hasPrefix($0) } }
  }

  /// What errors of a run begin with; other limits are of the compiler.
  private static let runtime = [
    "trap.", "limit.fuel", "limit.heap", "limit.depth", "limit.printed", "limit.tape",
  ]

  /// The numbers of the lines with errors, each once.
  func errorLines(in source: SourceText) -> [Int] {
    Set(errors.map { source.position(of: $0.range.lowerBound).line }).sorted()
  }

  /// The errors as lines for a failed expectation.
  func explained(in source: SourceText) -> String {
    errors.map { "\(source.position(of: $0.range.lowerBound).line): [\($0.id)] \($0.message)" }
      .joined(separator: "\n")
  }
}

/// Runs a source in an engine of its own.
func run(_ source: SourceText, mode: Engine.Mode = .program, limits: Engine.Limits = .standard) -> CellOutcome
{
  Engine().run(source, mode: mode, limits: limits)
}

/// The same for a text.
func run(_ text: String, mode: Engine.Mode = .program, limits: Engine.Limits = .standard) -> CellOutcome {
  run(SourceText(name: "main.swift", text: text), mode: mode, limits: limits)
}
