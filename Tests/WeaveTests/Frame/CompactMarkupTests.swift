import Session
import Testing

@testable import Weave

@Suite struct CompactMarkupTests {
  private func compact(_ html: String) -> String {
    String(decoding: CompactMarkup.compact(Array(html.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (
      #"<a class="x" href='y' title="a b" alt="" data-x="a=b">"#,
      #"<a class=x href=y title="a b" alt="" data-x="a=b">"#
    ),
    ("<a b=c=\"d\" e= \"f\" g=\n'h>i'>", "<a b=c=\"d\" e= f g=\n'h>i'>"),
    // A slash at the end of a value would be taken for the end of the tag.
    (#"<a href="a/"><path d="1"/><path d="1 2"/>"#, #"<a href="a/"><path d=1 /><path d="1 2"/>"#),
    ("<p>a</p>\n<p>b</p>\n<div>c</div>", "<p>a\n<p>b\n<div>c</div>"),
    (
      "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>",
      "<ul><li>a\n<li>b\n<ul><li>c</ul></ul>"
    ),
    (
      "<div>\n<p>a</p>\n</div>\n<ul></ul>\n<svg></svg>\n<g><path/>\n</g>\n<path/>b</div> c",
      "<div><p>a</div><ul></ul><svg></svg>\n<g><path/></g><path/>b</div> c"
    ),
    ("<p>a</p> b", "<p>a</p> b"), ("<p>a</p><b>c</b>", "<p>a</p><b>c</b>"),
    ("<a><p>a</p></a>", "<a><p>a</p></a>"),
    ("<ul><li>a</li><li-x></li-x></ul>", "<ul><li>a</li><li-x></li-x></ul>"),
    ("a &gt; b &amp; <b title=\"&gt;\">&gt;</b>", "a > b &amp; <b title=&gt;>></b>"),
    (
      "<table><tr><td>a</td><th>b</th></tr><tr><td>c</td></tr></table>",
      "<table><tr><td>a<th>b<tr><td>c</tr></table>"
    ),
    (
      "<!-- <p class=\"x\"></p> --><![CDATA[<p class=\"x\">]]>",
      "<!-- <p class=\"x\"></p> --><![CDATA[<p class=\"x\">]]>"
    ),
    ("<SCRIPT>a<b c=\"d\"</p></Script><p class=\"x\">", "<SCRIPT>a<b c=\"d\"</p></Script><p class=x>"),
    (
      "<pre>\n</pre>\n<textarea>\n<p class=\"x\"></textarea>",
      "<pre>\n</pre>\n<textarea>\n<p class=\"x\"></textarea>"
    ),
    ("<html><head><b></b></head>\n<body>\na</body>\n</html>\n", "<html><head><b></b>\n<body>\na\n"),
    // What is not whole stays as it is.
    ("<p class=\"x\">a</p><p class=\"x", "<p class=x>a<p class=\"x"), ("a < b, c<", "a < b, c<"),
    ("</", "</"), ("", ""),
  ])
  func leavesOutWhatIsNotNeeded(_ html: String, _ expected: String) {
    #expect(compact(html) == expected)
  }

  @Test func aPageIsTheSameDocument() {
    let lesson = """
      # Uno [dos](tres.md)

      ## Cuatro *cinco*

      - a

        b
      - > c

      | a | b |
      |---|---|
      | $x$ | `y > 1` |

      ```swift
      plot([1, 2], [3, 4])
      ```
      """
    var writer = ArticleWriter(
      outcome: LessonOutcome(recorded: lesson, name: "a.md"), phrases: Phrases(language: "es"))
    writer.write(writer.lesson.blocks)
    let (whole, compacted) = (Document(writer.markup.string), Document(compact(writer.markup.string)))
    #expect(whole.problems == [] && compacted.problems == [])
    #expect(whole.elements.map(\.name) == compacted.elements.map(\.name))
    #expect(whole.elements.map(\.attributes) == compacted.elements.map(\.attributes))
  }

  @Test func anyBytesEnd() {
    let pieces = [
      "<", "</", ">", "p", "li", " ", "=", "\"", "'", "/", "\n", "<!--", "-->", "<script", "&gt;", "é",
      "\u{0}",
    ]
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var html = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        html += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(compact(html).utf8.count <= html.utf8.count + html.utf8.count { $0 == UInt8(ascii: "/") })
    }
  }
}
