import Graphics
import Session
import Testing

@testable import Weave

@Suite struct ValueTableTests {
  private func html(_ table: ValueTable, language: String = "en") -> String {
    var markup = Markup()
    markup.write(table, Phrases(language: language))
    return markup.string
  }

  private func table(caption: String = "", hasRowNames: Bool = false, omitted: Int = 0) -> ValueTable {
    ValueTable(
      caption: caption,
      columns: [
        ValueTable.Column(name: "", isNumeric: false), ValueTable.Column(name: "x < 1", isNumeric: true),
      ],
      rows: [["a&b", "2.0"], ["", "-1"]], hasRowNames: hasRowNames, omittedRows: omitted, text: "")
  }

  @Test func headingsHaveScopesAndNumbersStandToTheRight() {
    #expect(
      html(table(caption: "\"All\"", hasRowNames: true)) == """
        <div class="output table" role=group tabindex=0 aria-label="&quot;All&quot;"><table>
        <caption>"All"</caption>
        <thead>
        <tr><td></td><th scope="col" class="right">x &lt; 1</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">a&amp;b</th><td class="right">2.0</td></tr>
        <tr><td></td><td class="right">-1</td></tr>
        </tbody>
        </table></div>

        """)
  }

  @Test(arguments: [
    ("en", 1, "… 1 more row"), ("en", 5, "… 5 more rows"), ("es", 1, "… 1 fila más"),
    ("es", 2, "… 2 filas más"),
    ("fr", 1, "… 1 autre ligne"), ("fr", 2, "… 2 autres lignes"),
  ])
  func whatIsLeftOutIsSaid(_ language: String, _ count: Int, _ words: String) {
    let html = html(table(omitted: count), language: language)
    #expect(html.contains("<tfoot>\n<tr><td colspan=\"2\">\(words)</td></tr>\n</tfoot>"))
    #expect(Document(html).problems == [])
  }

  @Test func aTableWithoutCaptionIsCalledOne() {
    #expect(html(table(), language: "fr").contains("aria-label=\"Tableau\""))
  }

  /// Three long lines take less than 10 kB, and no figure takes much more.
  @Test func dataOfFiguresAreBounded() {
    func size(_ figure: Figure) -> Int {
      var markup = Markup()
      for table in figure.data(language: "en").tables { markup.write(table, Phrases(language: "en")) }
      #expect(Document(markup.string).problems == [])
      return markup.bytes.count
    }
    let steps = (0..<1_000).map { Double($0) }
    let line = Series(name: "a", x: steps, y: steps.map { -$0 / 7 })
    let lines = size(Figure(series: [line, line, line]))
    #expect(lines > 1_000 && lines < 10_000)
    let numbers = steps.map { $0 * -1e-100 / 7 }
    let arrows = Series(
      name: String(repeating: "<", count: 100), x: numbers, y: numbers, mark: .vectors,
      channels: [numbers, numbers])
    #expect(size(Figure(series: Array(repeating: arrows, count: 200))) < 20_000)
  }
}
