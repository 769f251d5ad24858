import Foundation
import Testing

@testable import Commands

/// The built tool, from outside.
@Suite(.enabled(if: Executable.path != nil, "the 'trama' executable is not beside the tests"))
struct ProcessTests {
  @Test func buildsChecksAndAccepts() throws {
    let folder = Workspace(oneLesson)
    #expect(
      try Executable.run(["build"], in: folder.path)
        == Ended(output: "the site is in site; open site/index.html\n", errors: "", status: 0))
    #expect(
      try Executable.run(["check"], in: folder.path)
        == Ended(output: "1 lesson checked, no findings\n", errors: "", status: 0))
    folder.write(
      (oneLesson["notebooks/es/uno.md"] ?? "").replacing("=> 3.5", with: "=> 4.5"), to: "notebooks/es/uno.md")
    let stale = try Executable.run(["check"], in: folder.path)
    #expect(stale.status == 1)
    #expect(stale.output.hasPrefix("notebooks/es/uno.md:24:22: error: "))
    #expect(try Executable.run(["accept"], in: folder.path).status == 0)
    #expect(folder.text("notebooks/es/uno.md") == oneLesson["notebooks/es/uno.md"])
  }

  @Test func exitCodes() throws {
    let folder = Workspace(["p.swift": "print(\"hola\")\nnada\n"])
    #expect(try Executable.run(["--version"], in: folder.path).output == "\(Version.current)\n")
    #expect(try Executable.run(["--help"], in: folder.path).status == 0)
    #expect(try Executable.run(["frobnicate"], in: folder.path).status == 64)
    #expect(try Executable.run(["check"], in: folder.path).status == 1)
    let failed = try Executable.run(["run", "p.swift"], in: folder.path)
    #expect(failed.status == 1)
    #expect(failed.errors.hasPrefix("p.swift:2:1: error: "))
  }

  @Test func readsAnswersFromStandardInput() throws {
    let stale = "```swift\n1.0\n```\n\n```output\n0\n```\n"
    let folder = Workspace(["a.md": stale + "\n" + stale])
    let arguments = ["accept", "--interactive", "a.md"]
    let endless = String(repeating: "y", count: 5_000)
    for (input, left) in [("", 2), (endless, 2), ("n\r\ny", 1), ("y\n", 0)] {
      let ended = try Executable.run(arguments, in: folder.path, input: input)
      #expect(ended.status == 0)
      #expect(folder.text("a.md")?.components(separatedBy: "output\n0\n").count == left + 1)
    }
    #expect(folder.text("a.md") == (stale + "\n" + stale).replacing("\n0\n", with: "\n1.0\n"))
  }

  @Test func readsProgramsFromStandardInput() throws {
    let folder = Workspace()
    let ended = try Executable.run(["run", "-"], in: folder.path, input: "print(\"hola\")\n")
    #expect(ended == Ended(output: "hola\n", errors: "", status: 0))
  }
}
