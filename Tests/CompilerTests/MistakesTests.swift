import Diagnostics
import Foundation
import Session
import Testing

/// What is said of the mistakes that learners make.
///
/// `Mistakes/SUBJECT.txt` holds programs with one mistake each, blank lines between them, and behind each the lines
/// that it is answered with: `-- line:column message`, then its notes and its fix.
/// `TRAMA_RECORD=1 swift test --filter MistakesTests` rewrites them; read the difference before you keep it.
@Suite struct MistakesTests {
  static let folder = Corpus.folder.appending(path: "Mistakes")
  static let subjects = ["calls", "names", "optionals", "rules", "syntax", "types"]

  @Test func subjectsAreFiles() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(files == Self.subjects.map { $0 + ".txt" })
  }

  @Test(arguments: subjects) func answers(_ subject: String) throws {
    let file = Self.folder.appending(path: subject + ".txt")
    let mistakes = try Mistake.all(in: file)
    let answered = mistakes.map { Mistake(program: $0.program, answer: Self.answer(to: $0.program)) }
    if ProcessInfo.processInfo.environment["TRAMA_RECORD"] != nil {
      try answered.map(\.description).joined(separator: "\n\n").appending("\n")
        .write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(mistakes.count >= 15)
    for (mistake, answer) in zip(mistakes, answered.map(\.answer)) {
      #expect(!answer.isEmpty, "nothing is wrong with\n\(mistake.program)")
      #expect(answer == mistake.answer, "\(mistake.program)")
    }
  }

  /// The lines that a program is answered with.
  private static func answer(to program: String) -> [String] {
    let source = SourceText(name: "main.swift", text: program)
    func position(_ range: Range<Int>) -> String {
      let position = source.position(of: range.lowerBound)
      return "\(position.line):\(position.column)"
    }
    return run(source).errors.flatMap { error in
      ["-- \(position(error.range)) \(error.message)"]
        + error.notes.map { "--   note: \($0.message)" }
        + (error.fix.map { ["--   fix: \($0.message)"] } ?? [])
    }
  }
}

/// A program with a mistake, and what is said of it.
struct Mistake: CustomStringConvertible {
  let program: String
  let answer: [String]

  var description: String { ([program] + answer).joined(separator: "\n") }

  /// The programs of a file.
  static func all(in file: URL) throws -> [Mistake] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { block in
      let lines = block.split(separator: "\n").map(String.init)
      return Mistake(
        program: lines.filter { !$0.hasPrefix("--") }.joined(separator: "\n"),
        answer: lines.filter { $0.hasPrefix("--") })
    }
  }
}
