import Foundation
import Testing

@testable import Commands

@Suite struct LinkCheckTests {
  private func course(_ lesson: String, _ others: [String: String] = [:]) -> Workspace {
    let files = [
      "c/course.yml": "title: C\nlanguages: [es]\nparts:\n  - title: P\n    lessons: [es/a.md, es/b.md]\n",
      "c/es/a.md": lesson,
      "c/es/b.md": "## La derivada\n\n```swift #recta\n1.0\n```\n\n```output\n1.0\n```\n",
    ]
    return Workspace(files.merging(others) { $1 })
  }

  /// The first lines of findings.
  private func findings(_ ended: Ended) -> [String] {
    ended.output.split(separator: "\n").filter { $0.contains(": error: ") || $0.contains(": warning: ") }
      .map(String.init)
  }

  @Test func soundLinksAreNoFindings() {
    let folder = course(
      "# A\n\n[b](b.md) [c](b.md#la-derivada) [d](b.md#recta) [e](#a) [f](../d.csv) ![Un punto](p.svg)\n",
      ["c/d.csv": "1\n", "c/es/p.svg": "<svg/>"])
    #expect(folder.trama("check", "@c/es/a.md").output == "1 lesson checked, no findings\n")
    #expect(folder.trama("check", "--course", "@c").output == "2 lessons checked, no findings\n")
  }

  /// The links of one lesson are checked against its course, also where the check does not name that.
  @Test(arguments: [["@c/es/a.md"], ["--course", "@c"]])
  func eachProblemHasItsPlace(_ arguments: [String]) {
    let folder = course(
      """
      # A

      [x](b.md) [y](B.md) [z](b.md#la-derivda)
      y [y](B.md) otra vez.

      ### Salto

      ![](p.svgz) [fuera](../../x) [j](javascript:x) @rect

      # Otra

      [t][r]

      [r]: bb.md

      ```swift #otra
      let x = 1
      ```
      """, ["c/es/p.svg": "<svg/>"])
    let ended =
      arguments.count == 1
      ? folder.trama("check", arguments[0]) : folder.trama("check", arguments[0], arguments[1])
    #expect(
      findings(ended) == [
        "c/es/a.md:3:15: error: the course has no lesson 'es/B.md'; did you mean 'es/b.md'?",
        "c/es/a.md:3:25: error: 'es/b.md' has no heading or label 'la-derivda'; did you mean 'la-derivada'?",
        "c/es/a.md:4:7: error: the course has no lesson 'es/B.md'; did you mean 'es/b.md'?",
        "c/es/a.md:6:1: warning: this heading of level 3 skips a level; write '##'",
        "c/es/a.md:8:5: warning: the image 'p.svgz' has no alternative text",
        "c/es/a.md:8:5: error: the course has no file 'es/p.svgz'; did you mean 'es/p.svg'?",
        "c/es/a.md:8:21: error: the link '../../x' leads out of the course",
        "c/es/a.md:8:34: error: a link cannot have the scheme 'javascript'; use one of http, https, mailto, tel",
        "c/es/a.md:8:48: error: nothing in this lesson has the label 'rect'",
        "c/es/a.md:10:1: warning: this is a second heading of level 1; a lesson has one, its title",
        "c/es/a.md:12:2: error: the course has no lesson 'es/bb.md'; did you mean 'es/b.md'?",
        "c/es/a.md:16:11: error: the label 'otra' is also the anchor of a heading; give it a name of its own",
      ])
    #expect(ended.status == 1)
  }

  @Test func labelsAreUnique() {
    let folder = course("```swift #uno\nlet x = 1\n```\n\n```swift #uno\nlet y = 2\n```\n")
    #expect(
      findings(folder.trama("check", "@c/es/a.md")) == [
        "c/es/a.md:5:11: error: the label 'uno' is given twice; labels are unique in a lesson"
      ])
  }

  @Test func withoutCourseOnlyTheLessonItselfIsFollowed() {
    let folder = Workspace(["x/a.md": "# A\n\n[b](../y.md) [c](#nada)\n"])
    #expect(
      findings(folder.trama("check", "@x")) == [
        "x/a.md:3:18: error: this lesson has no heading or label 'nada'"
      ])
  }

  @Test func filesOutsideTheCourseAreNotInIt() throws {
    let folder = course("[x](../d.csv)\n", ["secret.csv": "1\n"])
    try FileManager.default.createSymbolicLink(
      atPath: folder("c/d.csv"), withDestinationPath: folder("secret.csv"))
    #expect(
      findings(folder.trama("check", "@c/es/a.md")) == [
        "c/es/a.md:1:5: error: the course has no file 'd.csv'"
      ])
  }

  @Test func externalLinksAreListedWithTheirPlaces() {
    let folder = course(
      "[x](https://b.example/) <https://a.example>\n\n```swift\nwhile true {}\n```\n\n> [y](https://b.example/)\n"
    )
    let ended = folder.trama("check", "--list-external", "--course", "@c")
    #expect(
      ended
        == Ended(
          output:
            "https://a.example\n  c/es/a.md:1:26\nhttps://b.example/\n  c/es/a.md:1:5\n  c/es/a.md:7:7\n",
          errors: "", status: 0))
  }
}
