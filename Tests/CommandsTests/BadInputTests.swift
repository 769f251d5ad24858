import Testing

@testable import Commands

/// What bad input gets: a message with its place, exit code 1, and nothing lost or half-written.
@Suite struct BadInputTests {
  /// Checks and builds a course whose lesson is the given bytes; both must say the same.
  private func problems(_ lesson: [UInt8]) -> String {
    let folder = Workspace(oneLesson)
    folder.write(lesson, to: "notebooks/es/uno.md")
    let before = folder.snapshot()
    let check = folder.trama("check", "@notebooks")
    #expect(check.status == 1)
    let build = folder.trama("build", "@notebooks")
    #expect(build.status == 1)
    let accept = folder.trama("accept", "@notebooks")
    #expect(accept.status == 1)
    #expect(folder.snapshot() == before)
    let message = check.output.replacing("1 lesson checked, 1 finding\n", with: "")
    #expect(build.errors == message + "1 error; the site was not changed\n")
    #expect(accept.errors == message + "1 error; lessons with errors were not changed\n")
    return message
  }

  private func problems(_ lesson: String) -> String { problems(Array(lesson.utf8)) }

  @Test func invalidUTF8() {
    #expect(
      problems(Array("# Hola\n\nun ".utf8) + [0xFF] + Array(" byte\n".utf8)) == """
        notebooks/es/uno.md:3:4: error: byte 11 (line 3, column 4) is not valid UTF-8; save the file as UTF-8
            3 | un \u{FFFD} byte
              |    ^

        """)
  }

  @Test func unclosedFence() {
    #expect(
      problems("# Hola\n\n```swift\n1.0\n") == """
        notebooks/es/uno.md:3:1: error: the fence that starts here is never closed; end it with a line of '```'
            3 | ```swift
              | ^~~

        """)
  }

  @Test func brokenFrontMatter() {
    #expect(
      problems("---\ntitle: [a\n---\n") == """
        notebooks/es/uno.md:2:1: error: the front matter is not valid YAML: did not find expected ',' or ']'
            2 | title: [a
              | ^~~~~~~~~
        notebooks/es/uno.md:2:8: note: while parsing a flow sequence
            2 | title: [a
              |        ^~

        """)
  }

  @Test func unknownOption() {
    #expect(
      problems("```swift\n//| fule: 3\n1.0\n```\n") == """
        notebooks/es/uno.md:2:5: error: 'fule' is no option of a cell; did you mean 'fuel'?
            2 | //| fule: 3
              |     ^~~~~~~
          fix: replace 'fule' with 'fuel'

        """)
  }

  @Test func endlessLoop() {
    #expect(
      problems("```swift\n//| fuel: 1000\nwhile true {}\n```\n") == """
        notebooks/es/uno.md:3:7: error: the cell used up its 1000 instructions; it may loop for ever, or needs \
        '//| fuel: 2000'
            3 | while true {}
              |       ^~~~

        """)
  }

  @Test func endlessRecursion() {
    let message = problems("```swift\nfunc f(_ x: Int) -> Int { f(x) + 1 }\n_ = f(1)\n```\n")
    // The notes, which show the calls, are the machine's business.
    let start = """
      notebooks/es/uno.md:2:27: error: more than 20000 calls within calls; the function may call itself for ever, \
      or the cell needs '//| depth: 40000'
          2 | func f(_ x: Int) -> Int { f(x) + 1 }
            |                           ^~~~

      """
    #expect(message.hasPrefix(start), "\(message)")
  }

  @Test func hugeLesson() {
    let line = "Una línea de texto que se repite.\n"
    #expect(
      problems(String(repeating: line, count: (10 << 20) / line.utf8.count)) == """
        notebooks/es/uno.md:1:1: error: the file has 10485755 bytes; at most 8388608 (8 MiB) are read
            1 | Una línea de texto que se repite.
              | ^

        """)
  }

  @Test func missingCourseFile() {
    let folder = Workspace(["notebooks/es/uno.md": "# Uno\n"])
    let message = """
      notebooks/course.yml: error: the course file is missing
        note: write one with 'title' and 'parts', or name another course folder

      """
    #expect(folder.trama("build", "@notebooks").errors == message + "1 error; the site was not changed\n")
    #expect(
      folder.trama("check", "--course", "@notebooks").output == message + "0 lessons checked, 1 finding\n")
    #expect(folder.text("site/index.html") == nil)
  }

  @Test func missingCourseFolder() {
    let folder = Workspace()
    #expect(
      folder.trama("build", "@notebooks").errors == """
        notebooks: error: there is no course folder here
          note: name the folder that holds 'course.yml'
        1 error; the site was not changed

        """)
  }

  @Test func missingLesson() {
    let folder = Workspace(oneLesson)
    folder.write(
      "title: C\nparts:\n  - title: P\n    lessons: [es/uno.md, es/dos.md]\n", to: "notebooks/course.yml")
    #expect(
      folder.trama("check", "--course", "@notebooks").output == """
        notebooks/course.yml:4:26: error: there is no lesson 'es/dos.md'
            4 |     lessons: [es/uno.md, es/dos.md]
              |                          ^~~~~~~~~~
        1 lesson checked, 1 finding

        """)
  }

  @Test func missingPaths() {
    let folder = Workspace()
    let message = "nada.md: error: there is no such file or folder\n  note: check the path\n"
    #expect(folder.trama("check", "@nada.md").output == message + "0 lessons checked, 1 finding\n")
    #expect(folder.trama("accept", "@nada.md").errors.hasPrefix(message))
    #expect(
      folder.trama("run", "@nada.swift").errors
        == "nada.swift: error: cannot read this file: it does not exist\n  note: check the path\n")
    #expect(folder.trama("run", "@").errors == ".: error: cannot read this file: it is a folder\n")
  }

  @Test func unwritableOutput() {
    let folder = Workspace(oneLesson)
    folder.write("a file", to: "blocked")
    #expect(
      folder.trama("build", "@notebooks", "--output", "@blocked").errors == """
        blocked: error: cannot write the site here: it is a file
          note: choose a folder with '--output'
        1 error; the site was not changed

        """)
    #expect(
      folder.trama("build", "@notebooks", "--output", "@blocked/site").errors == """
        blocked: error: cannot make this folder: a part of the path is not a folder
          note: a file is where a folder should be; move it away or choose another path
        1 error; the site was not changed

        """)
    #expect(folder.text("blocked") == "a file")
  }

  @Test func allProblemsComeOutTogether() {
    let folder = Workspace(oneLesson)
    folder.write("```swift\nnada\n```\n\n```swift fule=3\n1.0\n```\n", to: "notebooks/es/uno.md")
    folder.write([0xFE], to: "notebooks/es/dos.md")
    folder.write(
      "title: C\ntitel: D\nlanguages: [es]\nparts:\n  - title: P\n    lessons: [es/uno.md, es/dos.md, es/tres.md]\n",
      to: "notebooks/course.yml")
    let places = folder.trama("build", "@notebooks").errors.split(separator: "\n").compactMap { line in
      line.contains(": error: ") ? String(line.prefix { $0 != " " }) : nil
    }
    #expect(
      places == [
        "notebooks/course.yml:2:1:", "notebooks/course.yml:6:37:", "notebooks/es/uno.md:2:1:",
        "notebooks/es/uno.md:5:10:", "notebooks/es/dos.md:1:1:",
      ])
  }
}
