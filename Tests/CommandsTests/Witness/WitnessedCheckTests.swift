import Foundation
import Testing

@testable import Commands

@Suite(.serialized, .enabled(if: RealCompiler.isAvailable, "no 'swiftc' on the path to compare with"))
struct WitnessedCheckTests {
  private static let course = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "notebooks").path

  private func check(_ lesson: String) -> Ended {
    Workspace(["a.md": lesson]).trama("check", "--witness", "swiftc", "@a.md")
  }

  /// The first lesson, every page of the reference, and those about tables: the outputs that agree, at least, and those in all.
  @Test(arguments: [
    ("es/derivada-y-descenso-del-gradiente.md", 22, 30), ("en/reference/text.md", 10, 11),
    ("en/reference/types.md", 9, 10), ("en/reference/numbers.md", 8, 10),
    ("en/reference/collections.md", 13, 13), ("en/reference/statements.md", 8, 10),
    ("en/reference/declarations.md", 15, 15), ("en/reference/errors.md", 3, 8),
    ("en/reference/derivatives.md", 1, 25), ("en/reference/unsupported.md", 0, 15),
    ("en/guide/outputs.md", 5, 7), ("en/showcase/values.md", 6, 7), ("en/showcase/sliders.md", 1, 2),
  ])
  func theCourseIsWitnessed(_ lesson: String, _ agreeing: Int, _ all: Int) throws {
    let ended = Workspace().trama("check", "--witness", "swiftc", Self.course + "/" + lesson)
    #expect(ended.status == 0, "\(ended.output)")
    let words = try #require(ended.output.firstRange(of: lesson + ": "))
    let counts = ended.output[words.upperBound...].split(separator: " ", maxSplits: 3)
    #expect(Int(counts[0]).map { $0 >= agreeing } == true, "\(ended.output)")
    #expect(counts[1] == "of" && Int(counts[2]) == all, "\(ended.output)")
  }

  /// A compiler that changes a program on its way to the real one makes the two disagree.
  @Test func aDifferenceIsAFinding() throws {
    let lesson = "```swift\nprint(\"uno\")\nlet x = 2\n```\n\n```output\nuno\n```\n\nVale `{swift} x => 2`.\n"
    let same = try RealCompiler.check(lesson, changing: "")
    #expect(same.output == "note: a.md: 2 of 2 outputs agree with swiftc\n1 lesson checked, no findings\n")
    let ended = try RealCompiler.check(lesson, changing: "s/print(\"uno\")/print(\"dos\")/")
    #expect(
      ended.output == """
        a.md:1:1: error: cell 1 shows something else when 'swiftc' compiles it
            1 | ```swift
              | ^~~~~~~~
          note: here (-) and with swiftc (+)
            - uno
            + dos
        note: a.md: 1 of 2 outputs agree with swiftc
        1 lesson checked, 1 finding

        """)
    #expect(ended.status == 1)
    // What came before a stop counts.
    let stopped = try RealCompiler.check(lesson, changing: "s/debugPrint(x)/fatalError()/")
    #expect(stopped.output.contains("inline cell `x` does not come to its end when 'swiftc' compiles it"))
    #expect(
      stopped.output.hasSuffix(
        "note: a.md: 1 of 2 outputs agree with swiftc\n1 lesson checked, 1 finding\n"))
  }

  @Test func whatCannotBeWitnessedIsSaid() {
    let lesson = """
      ```swift
      var total = 1
      let set: Set = [1, 2, 3, 4, 5, 6, 7, 8]
      ```

      ```swift error=true
      total = 5
      fatalError("no")
      ```

      ```output
      error[trap.fatal]: fatal error: no
      ```

      ```swift
      total
      ```

      ```output
      5
      ```

      """
    let ended = check(lesson)
    #expect(ended.output.contains("0 of 2 outputs agree with swiftc; not witnessed: cell 2 (it fails), "))
    #expect(ended.output.contains("cell 3 (it needs 'total' of a cell that is left out)"))
  }

  @Test func anOutputThatChangesFromRunToRunIsNoWitness() {
    let ended = check("```swift\nprint(Array(Set(0..<64)))\n```\n")
    #expect(ended.output.contains("cell 1 (its output is another in each run)"))
    #expect(!ended.output.contains("swiftc' compiles it"))
  }

  @Test func withoutACompilerThereIsAnError() throws {
    let folder = Workspace(["a.md": "Prosa.\n"])
    let ended = try Executable.run(
      ["check", "--witness", "swiftc", "a.md"], in: folder.path, environment: ["PATH": "/nowhere"])
    #expect(ended.status == 1)
    #expect(ended.output.contains("swiftc: error: there is no 'swiftc' in a folder of PATH"))
  }
}
