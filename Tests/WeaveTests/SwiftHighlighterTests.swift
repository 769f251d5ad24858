import Lesson
import Testing

@testable import Weave

@Suite struct SwiftHighlighterTests {
  private func html(_ code: String, _ lines: [Range<Int>]? = nil) -> String {
    var markup = Markup()
    SwiftHighlighter.write(code, showing: lines ?? Cell.lines(of: code), to: &markup)
    return markup.string
  }

  @Test func everyClass() {
    #expect(
      html("@inline(never) func f(by n: Int) -> Double { return 1.5 } // c")
        == "<bdi>@inline</bdi>(never) <b>func</b> <u>f</u>"
        + "(by n: <i>Int</i>) -&gt; <i>Double</i> "
        + "{ <b>return</b> 1.5 } <small>// c</small>")
  }

  @Test func stringsWithInterpolation() {
    #expect(
      html(#""a \(b) c""#) == #"<q>"a </q>\(b)<q> c"</q>"#)
  }

  @Test func aSpanOverLinesIsClosedOnEachLine() {
    let code = "\"\"\"\nuno\ndos\n\"\"\""
    #expect(Document("<pre>\(html(code))</pre>").problems == [])
    #expect(html(code).split(separator: "\n").count == 4)
  }

  @Test func hiddenLinesKeepTheirEffect() {
    let code = "/* abre\nuno\n*/ let x = 1"
    #expect(html(code, [8..<11]) == "<small>uno</small>")
  }

  /// Without the markup, what is shown is what was written, whatever it is.
  @Test(arguments: [
    "", "let", "let \u{301}x = \"é\u{0}\u{7}\"", "a<b>&\"'", "\"\"\"\n", "#if", "/*", "`", "\\(",
    "日本 = 3",
    "\r\n\r",
    "let s = \"\u{1F600}\" + 'x'",
  ])
  func textIsKept(_ code: String) {
    var shown = ""
    var inTag = false
    for character in html(code).unicodeScalars {
      if character == "<" { inTag = true }
      if !inTag { shown.unicodeScalars.append(character) }
      if character == ">" { inTag = false }
    }
    shown = shown.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    let expected = String(
      String.UnicodeScalarView(
        code.unicodeScalars.map {
          $0.value < 32 && $0 != "\n" && $0 != "\t" && $0 != "\r" ? "\u{FFFD}" : $0
        }))
    #expect(Array(shown.utf8) == Array(expected.utf8))
  }
}
