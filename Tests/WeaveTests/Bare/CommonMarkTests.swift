import CCommonMark
import Diagnostics
import Foundation
import Lesson
import Testing
import Weave

/// The witness is libcmark's own renderer.
@Suite struct CommonMarkTests {
  /// What libcmark writes of a document, raw HTML included.
  private static func reference(_ markdown: String) -> String {
    var copy = markdown
    return copy.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let html = cmark_markdown_to_html(characters.baseAddress, characters.count, CMARK_OPT_UNSAFE)
        else { return "" }
        defer { free(html) }
        return String(cString: html)
      }
    }
  }

  private static func woven(_ markdown: String) -> String {
    Lesson(parsing: SourceText(name: "lesson.md", text: markdown)).commonMarkHTML
  }

  /// Lines of every kind of block, some of which mean something else behind others.
  private static let lines = [
    "", "a", "    a", "\ta", "# a #", "===", "---", "***", "> a", ">", "- a", "-", "  - a", "   a", "+ a",
    "2. a",
    "10) a", "     a", "```", "~~~ c&amp;\\* d", "<div>", "</div>", "<!-- a", "b -->", "<!-- a --> *b*",
    "[a]: /b 'c'",
    "[a]: <", "\\", "a  ", "&nbsp;",
  ]

  @Test func linesInAnyOrder() {
    var seen = 0
    for first in Self.lines where first != "---" {
      for second in Self.lines {
        for third in Self.lines {
          let markdown = [first, second, third, "[a] z"].joined(separator: "\n")
          let woven = Self.woven(markdown)
          let expected = Self.reference(markdown)
          if woven != expected {
            Issue.record(
              "\(markdown.debugDescription): \(woven.debugDescription), not \(expected.debugDescription)")
          }
          seen += 1
        }
      }
    }
    #expect(seen == 29 * 30 * 30)
  }

  /// Pieces of running text.
  private static let pieces = [
    "a", " ", "*", "**", "_", "`", "``", "[a]", "[", "]", "(b)", "(<c d> \"e&f\")", "![", "<b c='d'>",
    "<!-- e -->",
    "<f:g'h>", "&amp;", "&", "\"", "'", "\\", "\\*", "\n", "  \n", "é", "!", "<i@j.org>", "%20[x](y&z 'w')",
    "http://a.b",
  ]

  @Test func piecesInAnyOrder() {
    for first in Self.pieces {
      for second in Self.pieces {
        for third in Self.pieces {
          let markdown = "x " + first + second + third + " y*_`\n\n[a]: /url"
          let woven = Self.woven(markdown)
          let expected = Self.reference(markdown)
          if woven != expected {
            Issue.record(
              "\(markdown.debugDescription): \(woven.debugDescription), not \(expected.debugDescription)")
          }
        }
      }
    }
  }

  /// An example of the CommonMark specification, as its JSON file holds them.
  struct Example: Decodable {
    var example: Int
    var markdown: String
  }

  /// The examples that mean something else in a lesson: they start with front matter.
  private static let redefined: Set<Int> = [96, 98]

  /// `COMMONMARK_SPEC` names the file of the specification's examples.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["COMMONMARK_SPEC"] != nil)) func specification()
    throws
  {
    let file = try #require(ProcessInfo.processInfo.environment["COMMONMARK_SPEC"])
    let examples = try JSONDecoder().decode(
      [Example].self, from: Data(contentsOf: URL(filePath: file)))
    #expect(examples.count >= 652)
    var differing: Set<Int> = []
    for example in examples where Self.woven(example.markdown) != Self.reference(example.markdown) {
      differing.insert(example.example)
    }
    #expect(differing == Self.redefined)
  }

  @Test(arguments: [
    ("$a$ and $`b`$", "<p>$a$ and $`b`$</p>\n"),
    ("$$\na < b\n$$", "<p>$$\na &lt; b\n$$</p>\n"),
    ("```math\na\n```", "<p>```math\na\n```</p>\n"),
    ("`{swift} 1 + 1 => 2`", "<p><code>{swift} 1 + 1 =&gt; 2</code></p>\n"),
    (
      "```swift #a\n//| echo: false\n1\n```\n\n```output\n1\n```\n\nSee @a.",
      """
      <pre><code class="language-swift">1
      </code></pre>
      <pre><code class="language-output">1
      </code></pre>
      <p>See @a.</p>

      """
    ),
    (
      "| a | b |\n|--|:-:|\n| *c* | d |",
      """
      <table>
      <tr><th>a</th><th>b</th></tr>
      <tr><td><em>c</em></td><td>d</td></tr>
      </table>

      """
    ),
    (
      "> [!TIP]- Try *it*\n> now",
      "<blockquote>\n<p>[!TIP]- Try <em>it</em></p>\n<p>now</p>\n</blockquote>\n"
    ),
    ("a[^n]\n\n[^n]: b\n\n    c", "<p>a[^n]</p>\n<p>[^n]: b</p>\n<p>c</p>\n"),
    ("- [ ] a\n- [x] b", "<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n</ul>\n"),
  ])
  func whatCommonMarkDoesNotKnow(_ markdown: String, _ html: String) {
    #expect(Self.woven(markdown) == html)
  }
}
