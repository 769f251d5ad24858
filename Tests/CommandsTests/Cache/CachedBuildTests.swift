import Testing

@testable import Commands

/// `trama build` with a cache writes and says what it does without one, whatever changed in between.
@Suite struct CachedBuildTests {
  private let course = [
    "notebooks/course.yml": """
    title: Curso
    languages: [es, en]
    macros:
      \\paso: \\eta
    parts:
      - title: Uno
        lessons: [es/uno.md, es/dos.md, es/tres.md]

    """,
    "notebooks/es/index.md": "# Bienvenida\n\nEmpieza por [uno](uno.md#primero).\n",
    "notebooks/es/uno.md": """
    ---
    title: Uno *y* medio
    description: La primera.
    authors: [Ana]
    date: 2026-05-17
    ---

    # Uno *y* medio

    ## Primero

    Véase [dos](dos.md#segundo)[^nota] y $\\paso$.

    ```swift
    //| label: parabola
    //| fig-cap: Una parábola.
    plot([1.0, 2.0], [1.0, 4.0])
    ```

    ```swift
    //| slider: a in 1...3 step 1
    let a = 1.0
    print(a * 2)
    ```

    ```swift
    let sobra = 1
    sobra + 1
    ```

    [^nota]: Con una *nota*.

    """,
    "notebooks/es/dos.md": "# Dos\n\n### Segundo\n\nUn [archivo](datos.csv) y `{swift} 6 * 7 => 42`.\n",
    "notebooks/es/tres.md": "---\ndraft: true\n---\n\n# Tres\n",
    "notebooks/es/datos.csv": "x,y\n",
  ]

  /// Builds with the cache, and without it into another folder, and expects the same.
  ///
  /// - Returns: Whether the cache had all of it already.
  @discardableResult
  private func expectSame(_ folder: Workspace, status: Int32 = 0, program: UInt8 = 1) -> Bool {
    let cache = folder.cache(program: program)
    let built = folder.trama("build", "@notebooks", cache: cache)
    let site = folder.snapshot("site")
    let anew = folder.trama("build", "--no-cache", "@notebooks")
    #expect(built == anew)
    #expect(built.status == status, "\(built.errors)")
    #expect(site == folder.snapshot("site"))
    return !cache.hasWritten
  }

  @Test func nothingIsMadeTwice() throws {
    let folder = Workspace(course)
    #expect(!expectSame(folder))
    #expect(expectSame(folder))
    let warning = folder.trama("build", "@notebooks", cache: folder.cache()).errors
    #expect(warning.contains("skips a level"))
    #expect(try #require(folder.text("site/es/uno.html")).contains("dos.html#segundo"))
  }

  @Test func editedLessonsAreWovenAnew() throws {
    let folder = Workspace(course)
    expectSame(folder)
    folder.write(try #require(course["notebooks/es/dos.md"]) + "\nMás.\n", to: "notebooks/es/dos.md")
    #expect(!expectSame(folder))
    #expect(try #require(folder.text("site/es/dos.html")).contains("Más."))
    #expect(expectSame(folder))
  }

  /// A lesson that did not change has a broken link where the heading that it leads to has another name.
  @Test func linksIntoEditedLessonsAreFollowed() throws {
    let folder = Workspace(course)
    expectSame(folder)
    let dos = "notebooks/es/dos.md"
    try folder.replace("Segundo", with: "Tercero", in: dos)
    expectSame(folder, status: 1)
    #expect(folder.trama("build", "@notebooks", cache: folder.cache()).errors.contains("no heading"))
    try folder.replace("Tercero", with: "Segundo", in: dos)
    #expect(expectSame(folder))
  }

  @Test func theCourseFileCounts() throws {
    let folder = Workspace(course)
    expectSame(folder)
    try folder.replace("\\eta", with: "\\mu", in: "notebooks/course.yml")
    #expect(!expectSame(folder))
    #expect(try #require(folder.text("site/es/uno.html")).contains("<mi>μ</mi>"))
  }

  /// Another program may make something else of the same lesson.
  @Test func theProgramCounts() {
    let folder = Workspace(course)
    expectSame(folder)
    #expect(!expectSame(folder, program: 2))
    #expect(expectSame(folder, program: 2))
  }

  @Test func missingFilesAreFoundWithFullCaches() {
    let folder = Workspace(course)
    expectSame(folder)
    folder.remove("notebooks/es/datos.csv")
    expectSame(folder, status: 1)
  }

  /// Whichever byte of an entry is wrong, it is made anew.
  @Test(arguments: [0, 3, 40, 200]) func damagedEntriesAreNotBelieved(_ position: Int) {
    let folder = Workspace(course)
    expectSame(folder)
    folder.damage("cache", at: position)
    #expect(!expectSame(folder))
    #expect(expectSame(folder))
  }
}
