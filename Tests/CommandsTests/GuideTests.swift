import Foundation
import Testing

@testable import Commands

/// What the guide tells authors to write does what it says, as far as a machine without those services can show.
@Suite struct GuideTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../notebooks/en/guide/checking.md")

  /// The value of the first line of the page that starts with a key.
  private static func value(_ key: String) throws -> String {
    let text = try String(contentsOf: page, encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.drop { " -".contains($0) }.hasPrefix(key + ": trama") }
    return String(try #require(line).drop { " -".contains($0) }.dropFirst(key.count + 2))
  }

  private static func run(_ command: String, _ recorded: String, at course: String) throws -> Ended {
    let workspace = Workspace([
      "\(course)/course.yml": "title: C\nparts:\n  - title: P\n    lessons: [a.md]\n",
      "\(course)/a.md": "# A\n\n```swift\n1.0\n```\n\n```output\n\(recorded)\n```\n",
    ])
    let words = command.split(separator: " ").map(String.init)
    #expect(words.first == "trama")
    return try Executable.run(Array(words.dropFirst()), in: workspace.path)
  }

  @Test(.enabled(if: Executable.path != nil)) func theWorkflowFailsForFindingsOnly() throws {
    let command = try Self.value("run")
    let fine = try Self.run(command, "1.0", at: "notebooks")
    #expect(fine == Ended(output: "", errors: "", status: 0))
    let stale = try Self.run(command, "2.0", at: "notebooks")
    #expect(stale.status == 1)
    #expect(stale.output.hasPrefix("::error file=notebooks/a.md,line=8,"))
  }

  /// pre-commit appends the names of the changed files to the entry.
  @Test(.enabled(if: Executable.path != nil)) func theHookChecksTheFilesThatItIsGiven() throws {
    let command = try Self.value("entry") + " notebooks/a.md"
    #expect(try Self.run(command, "1.0", at: "notebooks").status == 0)
    #expect(try Self.run(command, "2.0", at: "notebooks").status == 1)
  }

  @Test func theNumberOfWitnessedFramesIsAsItSays() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8).replacing("\n", with: " ")
    #expect(text.contains("more than \(FrameWitness.most) frames, \(FrameWitness.most) are run"))
  }
}
