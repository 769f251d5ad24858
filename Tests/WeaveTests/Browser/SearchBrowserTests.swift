import Testing

extension BrowserTests {
  @Suite struct Searching {
    /// What a query finds on the search page of a language: the title and the heading of each result.
    private func results(_ query: String, in page: String = "search.html") async throws -> [String] {
      let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      let browser = try await BrowserTests.open("\(page)?q=\(encoded)")
      try await browser.wait("document.querySelector('[role=status]').textContent !== ''")
      return try await browser.value(
        """
        Array.from(document.querySelectorAll('.results a'), (link) =>
          Array.from(link.querySelectorAll('b, span'), (part) => part.textContent).join(' › '))
        """)
    }

    @Test(arguments: [
      // Words as they stand come before those that they start, and these before misspelt ones; else the
      // order is that of reading.
      (
        "telar",
        [
          "El telar", "El telar › Un peine", "La urdimbre", "La urdimbre › Tensión",
          "La urdimbre › Hilos de lana", "El telar › La lanzadera",
        ]
      ),
      // Titles come before headings, and headings before text.
      ("urdimbre", ["La urdimbre", "El telar › Qué es la urdimbre"]),
      ("hilos", ["La urdimbre › Hilos de lana", "El telar", "La urdimbre"]),
      ("tension", ["La urdimbre › Tensión", "La urdimbre"]),
      ("lanzadera", ["El telar › La lanzadera", "El telar › Cuidados y limpieza"]),
      // Accents and capitals do not matter, in either direction.
      ("COMPRENSION", ["El telar › Cuidados y limpieza"]),
      ("pólvo", ["El telar › Cuidados y limpieza"]),
      // A word that has been begun.
      ("urdi", ["La urdimbre", "El telar › Qué es la urdimbre"]),
      // One edit in words of four to seven letters: replaced, left out, put in, swapped; not in shorter ones.
      ("penie", ["El telar › Un peine", "El telar › Cuidados y limpieza"]),
      ("obeja", ["La urdimbre › Hilos de lana"]),
      ("ovja", ["La urdimbre › Hilos de lana"]),
      ("oveeja", ["La urdimbre › Hilos de lana"]),
      ("obexa", []),
      ("pca", []),
      // Two in longer ones.
      ("lansadero", ["El telar › La lanzadera", "El telar › Cuidados y limpieza"]),
      ("lamsadero", []),
      // All words must be there, in the title, the heading or the text.
      ("urdimbre lana", ["La urdimbre › Hilos de lana"]),
      ("lana polvo", []),
      // Code counts.
      ("vueltas", ["El telar › La lanzadera"]),
      ("<script>", []),
    ])
    func finds(_ query: String, _ expected: [String]) async throws {
      #expect(try await results(query) == expected, "\(query)")
    }

    @Test func everyLanguageHasItsOwnIndex() async throws {
      #expect(try await results("shuttle", in: "en/search.html").first == "The loom › The shuttle")
      #expect(try await results("shuttle") == [])
    }

    @Test func resultsAreCountedMarkedAndLead() async throws {
      #expect(try await results("polvo").count == 1)
      let browser = try #require(Browser.current)
      let status: String = try await browser.value("document.querySelector('[role=status]').textContent")
      #expect(status == "1 resultado")
      let marks: [String] = try await browser.value(
        "Array.from(document.querySelectorAll('.results mark'), (mark) => mark.textContent)")
      #expect(marks == ["polvo"])
      #expect(try await browser.value("document.querySelector('.catalogue').hidden") == true)
      try await browser.click(".results a")
      try await browser.wait("location.pathname.endsWith('/es/telar.html')")
      #expect(try await browser.value("decodeURIComponent(location.hash)") == "#cuidados-y-limpieza")
    }

    @Test func theDialogWorksByKeyboardAlone() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.press("/")
      try await browser.wait("document.activeElement.matches('dialog input')")
      try await browser.press("telar")
      try await browser.wait("document.querySelector('dialog [role=status]').textContent === '6 resultados'")
      try await browser.press(.down)
      try await browser.press(.down)
      let second = "document.activeElement === document.querySelectorAll('dialog .results a')[1]"
      #expect(try await browser.value(second) == true)
      try await browser.press(.up)
      try await browser.press(.up)
      #expect(try await browser.value("document.activeElement.matches('dialog input')") == true)
      // A letter on a result goes on with the query.
      try await browser.press(.down)
      try await browser.press("es")
      try await browser.wait("document.activeElement.value === 'telares'")
      try await browser.wait("document.querySelector('dialog [role=status]').textContent === '1 resultado'")
      try await browser.press(.enter)
      try await browser.wait("location.pathname.endsWith('/es/urdimbre.html')")
      #expect(try await browser.value("location.hash") == "#hilos-de-lana")
    }

    @Test func escapeClosesAndGivesFocusBack() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.focus(".version")
      try await browser.press("k", holding: .control)
      try await browser.wait("document.querySelector('dialog')?.open === true")
      try await browser.press("nada")
      try await browser.press(.escape)
      try await browser.wait("document.querySelector('dialog').open === false")
      #expect(try await browser.value("document.activeElement.matches('.version')") == true)
    }

    @Test func aResultOnTheSamePageClosesTheDialog() async throws {
      let browser = try await BrowserTests.open("es/telar.html", width: 500)
      try await browser.click(#"label:has([id=":nav"])"#)
      try await browser.wait("getComputedStyle(document.querySelector('.sidebar')).visibility === 'visible'")
      try await browser.click(".find input")
      try await browser.wait("document.activeElement.matches('dialog input')")
      try await browser.press("patron")
      try await browser.wait("document.querySelectorAll('dialog .results a').length === 1")
      try await browser.press(.enter)
      try await browser.wait("decodeURIComponent(location.hash) === '#lectura-de-un-patron'")
      try await browser.wait("!document.querySelector('dialog').open")
      try await browser.wait("!document.getElementById(':nav').checked")
    }

    @Test func theButtonAndTheFieldOpenIt() async throws {
      let browser = try await BrowserTests.open("en/telar.html")
      try await browser.click(".bar [data-index]")
      try await browser.wait("document.activeElement.matches('dialog input')")
      try await browser.click("dialog button")
      try await browser.wait("!document.querySelector('dialog').open")
      try await browser.focus(".find input")
      try await browser.press("comb")
      #expect(try await browser.value("document.querySelector('dialog').open") == false)
      try await browser.press(.enter)
      try await browser.wait("document.querySelector('dialog [role=status]').textContent === '1 result'")
    }

    @Test func slashesAreTypedInFields() async throws {
      let browser = try await BrowserTests.open("search.html")
      try await browser.press("/")
      try await browser.wait("document.activeElement.closest('main') !== null")
      try await browser.press("a/b")
      #expect(try await browser.value("document.activeElement.value") == "a/b")
    }

    @Test func withoutScriptsThePageSaysSoAndListsTheLessons() async throws {
      let browser = try #require(Browser.current)
      try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": true])
      let said: String
      do {
        _ = try await BrowserTests.open("en/search.html?q=loom")
        said = try await browser.text("main")
      } catch {
        try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": false])
        throw error
      }
      try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": false])
      #expect(said.contains("JavaScript"))
      #expect(said.contains("The loom"))
    }

    @Test func aMissingIndexIsSaid() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.run("document.querySelector('[data-index]').dataset.index = 'none.js'")
      try await browser.press("/")
      try await browser.press("telar")
      try await browser.wait("document.querySelector('dialog [role=status]').textContent.includes('índice')")
    }
  }
}
