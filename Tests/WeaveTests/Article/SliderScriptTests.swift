import Diagnostics
import Foundation
import Lesson
import Session
import Testing

@testable import Weave

@Suite struct SliderScriptTests {
  private func markup(_ html: String) -> Markup {
    var markup = Markup()
    markup.raw(html)
    return markup
  }

  /// Reads a script as a page does.
  private func frames(_ script: SliderScript) throws -> (values: [[String]], frames: [String]) {
    let text = String(decoding: script.bytes, as: UTF8.self)
    let json = try #require(text.wholeMatch(of: /tramaFrames=(.*)\n/)).1
    // JSON lacks the short escapes of control characters.
    let data = Data(json.replacing(/\\x(..)/) { "\\u00\($0.1)" }.utf8)
    let read = try #require(try JSONSerialization.jsonObject(with: data) as? [Any])
    let lines = try #require(read[1] as? [String])
    let lists = try #require(read[2] as? [[Int]])
    return (try #require(read[0] as? [[String]]), lists.map { $0.map { lines[$0] }.joined() })
  }

  @Test func framesComeBack() throws {
    let html = ["<p>\n\"a\" \\ b\u{7}\n</p>", "", "<p>\nñ\n</p>\n\n", "<p>\n\"a\" \\ b\u{7}\n</p>"]
    let script = SliderScript(values: [["1", "2"], ["a", "b"]], frames: html.map(markup))
    let read = try frames(script)
    #expect(read.values == [["1", "2"], ["a", "b"]])
    #expect(read.frames == html)
  }

  @Test func linesThatRecurAreWrittenOnce() throws {
    let line = String(repeating: "long ", count: 100) + "\n"
    let script = SliderScript(values: [["1"]], frames: (0..<50).map { markup(line + "\($0)\n") })
    #expect(script.bytes.count < 1_500)
  }

  private func weave(_ code: String) -> (article: Article, html: String) {
    let text = "```swift\n\(code)\n```\n"
    let outcome = LessonRun(Lesson(parsing: SourceText(name: "es/a.md", text: text))).outcome()
    let index = CourseIndex(course: Course(), lessons: [("es/a.md", outcome)])
    let article = Article(weaving: outcome, at: "es/a.md", in: index)
    return (article, article.html)
  }

  @Test func pagesHaveTheFrameOfTheCellAndLoadTheOthers() throws {
    let (article, html) = weave("//| slider: n in 1...3\nlet n = 2\nn * n")
    #expect(html.contains("<samp>4</samp>"))
    #expect(!html.contains("<samp>9</samp>"))
    let file = try #require(article.files.first)
    #expect(article.files.count == 1)
    #expect(html.contains("data-frames=\"../\(file.path)\""))
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("<samp>9</samp>"))
  }

  @Test func framesThatAreTooMuchAreRefused() {
    let (article, html) = weave("//| slider: n in 1...100\nlet n = 2\nfor i in 1...2000 { print(n, i) }")
    #expect(article.diagnostics.map(\.id) == ["slider.bytes"])
    #expect(article.files.isEmpty)
    #expect(!html.contains("slider"))
  }

  /// Whether frames are too much is found without weaving the page, with the very number of bytes, in which the words
  /// of its language count.
  @Test(arguments: ["en", "es"]) func findingsAreThoseOfThePage(_ language: String) {
    let text = """
      ```swift
      //| slider: n in 1...100
      let n = 2
      for i in 1...2000 { print(n, i) }
      ```

      ```swift
      //| slider: m in 1...3
      //| fig-cap: "Una figura"
      let m = 2
      plot([0, 1], [0, Double(m)])
      ```

      """
    var course = Course.of(["\(language)/a.md"])
    course.languages = ["es", "en"]
    let outcome = LessonRun(Lesson(parsing: SourceText(name: "a.md", text: text))).outcome()
    let index = CourseIndex(course: course, lessons: [("\(language)/a.md", outcome)])
    let article = Article(weaving: outcome, at: "\(language)/a.md", in: index)
    let found = SliderFindings(of: outcome, at: "\(language)/a.md", in: course).diagnostics
    #expect(found.map(\.id) == ["slider.bytes"])
    #expect(found == article.diagnostics)
  }
}
