import Testing

@testable import Commands

/// The macros of `course.yml` hold in every lesson of the course, whichever command reads it.
@Suite struct CourseMacroTests {
  private let folder = Workspace([
    "notebooks/course.yml": #"""
    title: C
    macros:
      '\R': '\mathbb{R}'
      '\who': 'course'
      '\two': '2'
    parts:
      - title: P
        lessons: [en/a.md]
    """#,
    "notebooks/en/a.md": #"""
    ---
    title: A
    lang: en
    macros:
      '\who': 'lesson'
    ---

    There is $x \in \R$, said by $\who$.

    """#,
  ])

  @Test func buildAndCheckSeeThem() throws {
    #expect(folder.trama("build", "@notebooks").status == 0)
    let page = try #require(folder.text("site/en/a.html"))
    #expect(page.contains("ℝ"))
    #expect(!page.contains("class=\"failed\""))
    #expect(folder.trama("check", "--course", "@notebooks").status == 0)
    folder.write("Here $1 + 2 = \\two$.\n", to: "notebooks/en/a.md")
    for ended in [
      folder.trama("check", "--course", "@notebooks"), folder.trama("check", "@notebooks/en/a.md"),
    ] {
      #expect(ended.status == 1)
      #expect(ended.output.contains("notebooks/en/a.md:1:"))
    }
  }

  @Test func theLessonsOwnTakePrecedence() {
    let files: [LessonFile] = LessonFile.run(
      [folder("notebooks/en/a.md")], cache: nil, on: .capturing())
    #expect(
      files.first?.outcome?.lesson.frontMatter.macros == [
        "\\who": "lesson", "\\R": "\\mathbb{R}", "\\two": "2",
      ])
  }

  @Test func lessonsOutsideHaveNone() {
    folder.write("Here $1 + 2 = \\two$.\n", to: "elsewhere/a.md")
    #expect(
      LessonPlace.lessons(at: [folder("elsewhere/a.md"), folder("notebooks/en/a.md")])
        .map(\.place.course.macros.count) == [0, 3])
    let ended = folder.trama("check", "@elsewhere/a.md")
    #expect(ended.status == 1)
    #expect(ended.output.contains(#"unknown command `\two`"#))
  }

  @Test func aBadOneIsAnErrorAtItsPlace() {
    folder.write(
      "title: C\nmacros:\n  R: x\nparts:\n  - title: P\n    lessons: [en/a.md]\n", to: "notebooks/course.yml")
    for ended in [folder.trama("build", "@notebooks"), folder.trama("check", "--course", "@notebooks")] {
      #expect((ended.errors + ended.output).contains("notebooks/course.yml:3:3: error: 'R' is no command"))
    }
  }
}
