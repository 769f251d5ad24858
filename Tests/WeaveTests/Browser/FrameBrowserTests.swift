import Testing

extension BrowserTests {
  @Suite struct Frames {
    private static let background = "getComputedStyle(document.body).backgroundColor"

    @Test func theThemeIsChosenAndKept() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      let light: String = try await browser.value(Self.background)
      let theme = "document.getElementById(':theme')"
      try await browser.focus("[id=':theme']")
      try await browser.press(.enter)
      #expect(try await browser.value("\(theme).title") == "Tema claro")
      #expect(try await browser.value(Self.background) == light)
      try await browser.press(.enter)
      #expect(try await browser.value("\(theme).title") == "Tema oscuro")
      #expect(try await browser.value(Self.background) != light)
      try await browser.open(try BrowserTests.course.get()("en/telar.html"))
      #expect(try await browser.value("document.documentElement.dataset.theme") == "dark")
      #expect(try await browser.value(Self.background) != light)
      try await browser.click("[id=':theme']")
      #expect(try await browser.value("\(theme).title") == "Automatic theme")
      #expect(try await browser.value(Self.background) == light)
      #expect(try await browser.value("localStorage.length", as: Int.self) == 0)
    }

    @Test(arguments: [(#"[id=":nav"]"#, ".sidebar"), (#"[id=":toc"]"#, ".page-contents")])
    func drawersOpenAndClose(_ toggle: String, _ drawer: String) async throws {
      let browser = try await BrowserTests.open("es/telar.html", width: 500)
      let visible = "getComputedStyle(document.querySelector('\(drawer)')).visibility === 'visible'"
      #expect(try await browser.value(visible) == false)
      try await browser.focus("\(toggle)")
      try await browser.press(.space)
      try await browser.wait(visible)
      try await browser.press(.escape)
      try await browser.wait("!(\(visible))")
      #expect(try await browser.value("document.activeElement.matches(`\(toggle)`)") == true)
    }

    @Test func followingThePageContentsClosesTheirDrawer() async throws {
      let browser = try await BrowserTests.open("es/telar.html", width: 500)
      try await browser.click(#"label:has([id=":toc"])"#)
      try await browser.wait(
        "getComputedStyle(document.querySelector('.page-contents')).visibility === 'visible'")
      try await browser.click(".page-contents a[href='#cuidados-y-limpieza']")
      try await browser.wait(
        "getComputedStyle(document.querySelector('.page-contents')).visibility === 'hidden'")
      #expect(try await browser.value("location.hash") == "#cuidados-y-limpieza")
    }

    @Test func codeIsCopied() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.click(".copy")
      try await browser.wait("document.querySelector('.copy [role=status]').textContent === 'Copiado'")
      let code: String = try await browser.value("document.querySelector('.cell pre').textContent")
      #expect(code == "let vueltas = 3\nvueltas * 2")
      // What was copied shows where it is pasted; a field makes one line of two.
      try await browser.press("/")
      try await browser.wait("document.activeElement.matches('dialog input')")
      try await browser.press("v", holding: .control)
      try await browser.wait("document.activeElement.value !== ''")
      let pasted: String = try await browser.value("document.activeElement.value")
      #expect(pasted == code.replacing("\n", with: " "))
    }

    @Test func aPartOfAFormulaIsALink() async throws {
      let browser = try await BrowserTests.open("es/urdimbre.html")
      let link: String = try await browser.value(
        """
        (() => {
          const shown = document.querySelector("math a mfrac");
          shown.scrollIntoView();
          const box = shown.getBoundingClientRect();
          return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).closest("a").href;
        })()
        """)
      #expect(link == "https://example.org/puntos")
    }

    @Test func formulasAreCopiedAsTeX() async throws {
      let browser = try await BrowserTests.open("es/urdimbre.html")
      let copied: String = try await browser.value(
        """
        (() => {
          getSelection().setBaseAndExtent(
            document.querySelector("p:has(math)"), 0, document.querySelector(".equation:has(mtable)"), 1);
          const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true });
          document.body.dispatchEvent(event);
          return event.clipboardData.getData("text/plain");
        })()
        """)
      #expect(
        copied.split(separator: "\n") == [
          #"Con $n$ puntos, vale $\frac{n}{2}<1$."#,
          #"Además, $f'(x)=x^2-2\times \alpha _{10}$ y $\sqrt{x}$, y en dos pasos"#,
          #"$$\begin{aligned}y&=\frac{x}{2}\\&=1\end{aligned}$$"#,
        ])
    }

    @Test func theLanguageSwitchLeadsToTheTranslationAndBack() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      for (language, title) in [("en", "The loom"), ("es", "El telar")] {
        try await browser.click(".version[hreflang='\(language)']")
        try await browser.wait("document.documentElement.lang === '\(language)'")
        #expect(try await browser.value("document.querySelector('h1').textContent.trim()") == title)
      }
    }

    @Test func theSkipLinkComesFirstAndLeadsToTheContent() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.press(.tab)
      #expect(try await browser.value("document.activeElement.matches('.skip')") == true)
      try await browser.press(.enter)
      #expect(try await browser.value("document.activeElement.matches('main')") == true)
    }

    /// Every stop of the Tab key must be seen, show that it has the focus, and have a name; the last one leads
    /// out of the page, so none holds the reader; and everything that a mouse can use is among them.
    @Test(arguments: [
      ("es/telar.html", 1_440), ("es/telar.html", 500), ("index.html", 1_440), ("search.html", 500),
    ])
    func everythingIsReachedByTab(_ page: String, _ width: Int) async throws {
      let browser = try await BrowserTests.open(page, width: width)
      try await browser.stopMoving()
      let usable: Int = try await browser.value(
        """
        Array.from(document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')).filter((element) =>
          element.checkVisibility({ visibilityProperty: true })).length
        """)
      var stops = 0
      while stops <= usable {
        try await browser.press(.tab)
        let stop: [String: Any] = try await browser.value(
          """
          (() => {
            const element = document.activeElement;
            const ring = element.closest('label, .button') ?? element;
            const box = ring.getBoundingClientRect();
            return {
              isBody: element === document.body,
              isSeen: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
              isMarked: [element, ring].some((each) => getComputedStyle(each).outlineStyle !== 'none'),
              name: element.getAttribute('aria-label') || element.title || element.textContent.trim(),
              markup: element.outerHTML.slice(0, 120),
            };
          })()
          """)
        if stop["isBody"] as? Bool == true { break }
        stops += 1
        let markup = stop["markup"] as? String ?? ""
        #expect(stop["isSeen"] as? Bool == true, "not seen: \(markup)")
        #expect(stop["isMarked"] as? Bool == true, "no focus ring: \(markup)")
        #expect(stop["name"] as? String != "", "no name: \(markup)")
      }
      #expect(stops == usable)
    }
  }
}
