import Testing

@testable import Commands

/// `trama check` of a course with a cache says what it says without one, whatever changed in between.
@Suite struct CachedCourseCheckTests {
  private let course = [
    "notebooks/course.yml": """
    title: Curso
    languages: [es, en]
    macros:
      \\paso: \\eta
    parts:
      - title: Uno
        lessons: [es/uno.md, es/dos.md, en/uno.md]

    """,
    "notebooks/es/uno.md": """
    # Uno

    ## Primero

    Véase [dos](dos.md#segundo), donde había 407.0, y $f(2) = 4$ con $\\paso$.

    ```swift
    func f(_ x: Double) -> Double { x * x }
    f(3)
    ```

    ```output
    9.0
    ```

    """,
    "notebooks/es/dos.md": "# Dos\n\n## Segundo\n\nUn [archivo](datos.csv) y `{swift} 6 * 7 => 42`.\n",
    "notebooks/es/datos.csv": "x,y\n",
    "notebooks/en/uno.md": """
    ---
    translation-of: ../es/uno.md
    ---

    # One

    ## First

    See [two](../es/dos.md#segundo), where 407.0 was, and $f(2) = 4$ with $\\paso$.

    ```swift
    func f(_ x: Double) -> Double { x * x }
    f(3)
    ```

    ```output
    9.0
    ```

    """,
  ]

  /// Checks with the cache and without it in every way of saying it, and expects the same.
  ///
  /// - Returns: Whether the cache had all of it already, and what was said.
  @discardableResult
  private func expectSame(_ folder: Workspace, status: Int32 = 0) -> (isCached: Bool, said: Ended) {
    let cache = folder.cache()
    let checked = folder.trama("check", "--verbose", "--course", "@notebooks", cache: cache)
    #expect(checked == folder.trama("check", "--verbose", "--no-cache", "--course", "@notebooks"))
    #expect(checked.status == status, "\(checked.output)")
    let isCached = !cache.hasWritten
    for arguments in [["--format", "json"], ["--format", "junit"], ["--prose", "--fail-on", "warning"]] {
      let all = ["check", "--course", "@notebooks"] + arguments
      #expect(folder.trama(all, cache: cache) == folder.trama(all + ["--no-cache"]))
    }
    return (isCached, checked)
  }

  @Test func nothingIsCheckedTwice() {
    let folder = Workspace(course)
    #expect(!expectSame(folder).isCached)
    let again = expectSame(folder)
    #expect(again.isCached)
    #expect(again.said.output.contains("2 formulas verified, no findings"))
  }

  @Test func findingsAreFoundAgain() throws {
    let folder = Workspace(course)
    expectSame(folder)
    let lesson = "notebooks/es/dos.md"
    try folder.replace("=> 42", with: "=> 41", in: lesson)
    for _ in 0..<2 {
      #expect(expectSame(folder, status: 1).said.output.contains("41"))
    }
    try folder.replace("=> 41", with: "=> 42", in: lesson)
    #expect(expectSame(folder).isCached)
  }

  /// What is wrong in a lesson that did not change is found where another one did.
  @Test func linksIntoEditedLessonsAreFollowed() throws {
    let folder = Workspace(course)
    expectSame(folder)
    try folder.replace("Segundo", with: "Tercero", in: "notebooks/es/dos.md")
    for _ in 0..<2 {
      let said = expectSame(folder, status: 1).said.output
      #expect(said.contains("es/uno.md:5") && said.contains("en/uno.md:9"))
    }
  }

  @Test func missingFilesAreFoundWithFullCaches() {
    let folder = Workspace(course)
    expectSame(folder)
    folder.remove("notebooks/es/datos.csv")
    expectSame(folder, status: 1)
  }

  /// A translation that did not change differs where its original did.
  @Test func translationsOfEditedLessonsAreCompared() throws {
    let folder = Workspace(course)
    expectSame(folder)
    let lesson = "notebooks/es/uno.md"
    try folder.replace("f(2) = 4", with: "f(4) = 16", in: lesson)
    for _ in 0..<2 {
      #expect(expectSame(folder, status: 1).said.output.contains("f(4) = 16"))
    }
    try folder.replace("f(4) = 16", with: "f(2) = 4", in: lesson)
    #expect(expectSame(folder).isCached)
  }

  @Test func theCourseFileCounts() throws {
    let folder = Workspace(course)
    expectSame(folder)
    try folder.replace("\\eta", with: "\\nada", in: "notebooks/course.yml")
    expectSame(folder, status: 1)
  }

  @Test(arguments: [0, 3, 40, 100]) func damagedEntriesAreNotBelieved(_ position: Int) {
    let folder = Workspace(course)
    expectSame(folder)
    folder.damage("cache", at: position)
    #expect(!expectSame(folder).isCached)
    #expect(expectSame(folder).isCached)
  }
}
