import Testing

@testable import Commands

@Suite struct TranslationCheckTests {
  private func course(_ english: String, named original: String = "../es/a.md") -> Workspace {
    Workspace([
      "c/course.yml":
        "title: C\nlanguages: [es, en]\nparts:\n  - title: P\n    lessons: [es/a.md, en/a.md]\n",
      "c/es/a.md": "Sea $x$.\n\n```swift\nlet n = 1\n```\n",
      "c/en/a.md": "---\ntranslation-of: \(original)\n---\n\(english)", "outside.md": "secret\n",
    ])
  }

  @Test(arguments: [["@c/en/a.md"], ["--course", "@c"]])
  func differencesShowBothPlaces(_ arguments: [String]) {
    let folder = course("Let $x$.\n\n```swift\nlet n = 2\n```\n")
    let ended =
      arguments.count == 1
      ? folder.trama("check", arguments[0]) : folder.trama("check", arguments[0], arguments[1])
    let lessons = arguments.count == 1 ? "1 lesson" : "2 lessons"
    #expect(
      ended.output == """
        c/en/a.md:7:9: error: cell 1 differs from the original: '2' stands here, where that has '1'
            7 | let n = 2
              |         ^
        c/es/a.md:4:9: note: the original has '1' here
            4 | let n = 1
              |         ^
        \(lessons) checked, 1 finding

        """)
  }

  @Test func faithfulTranslationsPass() {
    #expect(course("Let $x$.\n\n```swift\nlet n = 1\n```\n").trama("check", "--course", "@c").status == 0)
  }

  /// What a lesson names is read only where it is a lesson of its course.
  @Test(arguments: ["../es/falta.md", "/etc/passwd", "../../outside.md", "../course.yml", "../es"])
  func originalsAreLessonsOfTheCourse(_ name: String) {
    let ended = course("", named: name).trama("check", "@c/en/a.md")
    #expect(
      ended.output.hasPrefix(
        "c/en/a.md:2:1: error: there is no lesson '\(name)' beside this one in its course"))
    #expect(!ended.output.contains("secret"))
    #expect(ended.status == 1)
  }

  @Test func chainsAreFindings() {
    let folder = course("", named: "a.md")
    #expect(folder.trama("check", "@c/en/a.md").output.contains("a lesson cannot be its own translation"))
    folder.write("---\ntranslation-of: ../en/a.md\n---\n", to: "c/es/b.md")
    #expect(
      folder.trama("check", "@c/es/b.md").output.contains("'../en/a.md' is itself a translation, of 'a.md'"))
  }
}
