import Foundation
import Testing

@testable import Commands

@Suite struct AcceptInteractiveTests {
  private static func lesson(_ values: [String]) -> String {
    values.enumerated().map { "```swift #c\($0)\n\($0).0\n```\n\n```output\n\($1)\n```\n" }.joined(
      separator: "\n")
  }
  private let stale = lesson(["x", "x", "x"])

  @Test func showsEachChangeAndAsks() {
    let folder = Workspace(["a.md": stale])
    let ended = folder.trama("accept", "-i", "@a.md", input: ["n", "", "?", "maybe", " Y ", "q"])
    #expect(
      ended.output == """
        a.md:6: cell #c0 (1 of 3)
            - x
            + 0.0
        accept? [y,n,a,d,q,?] a.md:14: cell #c1 (2 of 3)
            - x
            + 1.0
        accept? [y,n,a,d,q,?] accept? [y,n,a,d,q,?] \(help)accept? [y,n,a,d,q,?] \(help)\
        accept? [y,n,a,d,q,?] a.md:22: cell #c2 (3 of 3)
            - x
            + 2.0
        accept? [y,n,a,d,q,?] accepted 1 output in 1 lesson, 2 left as they were

        """)
    #expect(ended.status == 0)
    #expect(folder.text("a.md") == Self.lesson(["x", "1.0", "x"]))
  }

  private let help = """
    y  accept this change
    n  skip this change
    a  accept this change and the rest of this file
    d  skip this change and the rest of this file
    q  quit: skip everything that is left; what was accepted before is written

    """

  /// What two lessons record after some answers; the end of the input quits.
  @Test(arguments: [
    (["y", "n", "y", "y", "y", "n"], ["0.0", "x", "2.0"], ["0.0", "1.0", "x"]),
    (["n", "a", "d"], ["x", "1.0", "2.0"], ["x", "x", "x"]),
    (["y", "d", "n", "a"], ["0.0", "x", "x"], ["x", "1.0", "2.0"]),
    (["a", "y", "q"], ["0.0", "1.0", "2.0"], ["0.0", "x", "x"]),
    (["n", "y"], ["x", "1.0", "x"], ["x", "x", "x"]),
    ([], ["x", "x", "x"], ["x", "x", "x"]),
  ])
  func onlyTheChosenChangesAreWritten(_ answers: [String], _ first: [String], _ second: [String]) {
    let folder = Workspace(["a.md": stale, "b.md": stale])
    let ended = folder.trama("accept", "--interactive", "@a.md", "@b.md", input: answers)
    #expect(ended.status == 0)
    #expect(folder.text("a.md") == Self.lesson(first))
    #expect(folder.text("b.md") == Self.lesson(second))
    let accepted = (first + second).count { $0 != "x" }
    let end = accepted == 0 ? "accepted nothing, 6 left" : ", \(6 - accepted) left"
    #expect(ended.output.hasSuffix("\(end) as they were\n"))
  }

  @Test func selectionsAndQuestionsGoTogether() {
    let folder = Workspace(["a.md": stale])
    #expect(folder.trama("accept", "-i", "@a.md#c2", input: ["y"]).output.contains("cell #c2 (1 of 1)"))
    #expect(folder.text("a.md") == Self.lesson(["x", "x", "2.0"]))
    #expect(
      folder.trama("accept", "-i", "@a.md", input: ["a"]).output.hasSuffix("accepted 2 outputs in 1 lesson\n")
    )
    #expect(folder.text("a.md") == Self.lesson(["0.0", "1.0", "2.0"]))
  }

  /// A lesson that is edited while the question stands is left as it was edited.
  @Test func refusesFilesThatChangeMeanwhile() {
    let folder = Workspace(["a.md": stale, "b.md": stale])
    let edited = stale + "\nMás.\n"
    let path = folder("a.md")
    let ended = folder.trama(
      "accept", "-i", "@a.md", "@b.md",
      reader: {
        #expect((try? edited.write(toFile: path, atomically: true, encoding: .utf8)) != nil)
        return "a"
      })
    #expect(ended.status == 1)
    #expect(ended.errors.hasPrefix("a.md: error: this file changed meanwhile, so it was left alone\n"))
    #expect(folder.text("a.md") == edited)
    #expect(folder.text("b.md") == Self.lesson(["0.0", "1.0", "2.0"]))
  }

  @Test func nothingToAskIsNothingToAccept() {
    let folder = Workspace(["a.md": Self.lesson(["0.0"])])
    #expect(
      folder.trama("accept", "-i", "@a.md") == Ended(output: "nothing to accept\n", errors: "", status: 0))
  }

  @Test func terminalsMarkTheWordsThatDiffer() {
    let folder = Workspace(["a.md": "```swift\nprint(\"x = 2\")\n```\n\n```output\nx = 1\n```\n"])
    let ended = folder.trama("accept", "-i", "@a.md", terminal: true, input: ["y"])
    #expect(ended.output.contains("\u{1B}[31m- x = \u{1B}[0m\u{1B}[31;7m1\u{1B}[0m\n"))
    #expect(ended.output.contains("\u{1B}[32m+ x = \u{1B}[0m\u{1B}[32;7m2\u{1B}[0m\n"))
  }
}
