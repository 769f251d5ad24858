import Session
import Testing

@testable import Weave

@Suite struct SearchSectionTests {
  private func sections(_ markdown: String, title: String = "Título") -> [SearchSection] {
    SearchSection.sections(of: LessonOutcome(recorded: markdown), title: title)
  }

  @Test func aLessonIsCutAtItsHeadings() {
    let found = sections(
      """
      ---
      title: Título
      description: De qué trata
      ---

      Antes de *todo*, con $x^2$.

      ## Uno & `dos`

      - punto
        - [enlace](https://example.org)

      > ### Dentro
      >
      > cita

      | a | b |
      |---|---|
      | c | **d** |

      $$y = 1$$

      # Fin
      """)
    #expect(
      found == [
        SearchSection(slug: "", heading: "", text: "De qué trata Antes de todo, con x²."),
        SearchSection(slug: "uno--dos", heading: "Uno & dos", text: "punto enlace"),
        SearchSection(slug: "dentro", heading: "Dentro", text: "cita a b c d"),
        SearchSection(slug: "fin", heading: "Fin", text: ""),
      ])
  }

  @Test func theTitleAtTheStartMakesNoSection() {
    #expect(sections("# Título\n\nTexto").map(\.heading) == [""])
    #expect(sections("# Otro\n\nTexto").map(\.heading) == ["", "Otro"])
    #expect(sections("Texto\n\n# Título").map(\.heading) == ["", "Título"])
  }

  @Test func codeCountsAsReadersSeeIt() {
    let text = sections(
      """
      ```swift #a
      //| fig-cap: Pie
      let shown = 1
      let hidden = 2 // hide
      ```

      ```swift
      //| echo: false
      let silent = 3
      ```

      ```swift
      //| include: false
      let absent = 4
      ```

      ```python
      other = 5
      ```
      """)[0].text
    #expect(text == "let shown = 1 Pie other = 5")
  }

  @Test func footnotesAndCalloutsCount() {
    let text = sections("> [!TIP] Un consejo\n> Dentro[^1].\n\n[^1]: La nota.\n")[0].text
    #expect(text == "Un consejo Dentro. La nota.")
  }

  @Test func nestedBlocksCount() {
    let deep = String(repeating: "> ", count: 50) + "hondo"
    #expect(sections(deep).map(\.text) == ["hondo"])
  }
}
