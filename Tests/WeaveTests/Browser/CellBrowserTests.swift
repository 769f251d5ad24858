import Testing

extension BrowserTests {
  /// Cells that readers move and questions that they answer.
  @Suite struct Cells {
    private static let shown = ".slider + pre"

    @Test func aSliderMovesByKeyboard() async throws {
      let browser = try await BrowserTests.open("es/nudos.html")
      #expect(try await browser.text(Self.shown) == "2 cabos de 0.5")
      try await browser.focus(".slider input")
      try await browser.press(.end)
      try await browser.wait("document.querySelector('\(Self.shown)').textContent === '5 cabos de 0.5'")
      #expect(try await browser.text(".slider samp") == "5")
      let spoken = "document.activeElement.getAttribute('aria-valuetext')"
      #expect(try await browser.value(spoken) == "5")
      try await browser.press(.tab)
      try await browser.press(.up)
      #expect(try await browser.text(Self.shown) == "5 cabos de 1.5")
      #expect(try await browser.value(spoken) == "1.5")
      #expect(
        try await browser.value("document.querySelectorAll('.cell pre:has(samp)').length", as: Int.self) == 1)
    }

    @Test func aSliderMovesByMouse() async throws {
      let browser = try await BrowserTests.open("es/nudos.html")
      try await browser.click(".slider input")
      try await browser.wait("document.querySelector('\(Self.shown)').textContent !== '2 cabos de 0.5'")
      #expect(try await browser.text(Self.shown) == "3 cabos de 0.5")
    }

    @Test func withoutScriptsASliderIsNotSeen() async throws {
      let browser = try await BrowserTests.open("es/telar.html")
      try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": true])
      try await browser.open(try BrowserTests.course.get()("es/nudos.html"))
      let (slider, output) = (try await browser.text(".slider"), try await browser.text(Self.shown))
      try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": false])
      #expect(slider == "")
      #expect(output == "2 cabos de 0.5")
    }

    @Test func optionsThatArrowKeysPassAreNoAnswers() async throws {
      let browser = try await BrowserTests.open("es/nudos.html")
      try await browser.stopMoving()
      let score = "document.querySelector('.quiz .score').textContent"
      try await browser.focus(".quiz fieldset input")
      try await browser.press(.down)
      try await browser.press(.up)
      try await browser.press(.down)
      #expect(try await browser.value(score) == "")
      try await browser.press(.tab)
      #expect(try await browser.value(score) == "Correcto. Aciertos: 1 de 2")
    }

    @Test func answersAreJudgedAtOnceAndCounted() async throws {
      let browser = try await BrowserTests.open("es/nudos.html")
      try await browser.stopMoving()
      let score = "document.querySelector('.quiz .score').textContent"
      let isOpen = "document.querySelector('.quiz details').open"
      try await browser.focus(".quiz fieldset input")
      try await browser.press(.space)
      #expect(try await browser.value(score) == "No es correcto. Aciertos: 0 de 2")
      #expect(try await browser.value(isOpen) == false)
      // The first answer counts, but a reader may go on until the right one.
      try await browser.press(.down)
      #expect(try await browser.value(score) == "Correcto. Aciertos: 0 de 2")
      #expect(try await browser.value(isOpen) == true)
      try await browser.click(".quiz fieldset:nth-of-type(2) label:nth-of-type(1)")
      #expect(try await browser.value(score) == "Aciertos: 0 de 2")
      try await browser.click(".quiz fieldset:nth-of-type(2) label:nth-of-type(3)")
      #expect(try await browser.value(score) == "Correcto. Aciertos: 1 de 2")
    }
  }
}
