import Diagnostics
import Lesson
import Session
import Testing

@testable import Weave

@Suite struct SiteProblemTests {
  private func diagnostics(_ lessons: [(String, String)], _ course: Course? = nil) -> [String] {
    let outcomes = lessons.map { (path: $0.0, outcome: LessonOutcome(recorded: $0.1, name: $0.0)) }
    return Site.weave(course: course ?? .of(lessons.map(\.0)), lessons: outcomes).diagnostics.map {
      "\($0.file) \($0.range) \($0.severity) \($0.id): \($0.message)"
    }
  }

  @Test func aMissingFileIsReportedWhereverItIsNamed() {
    #expect(
      diagnostics([("a.md", "[x](x.csv)\n\n[x](x.csv)\n")]) == [
        "a.md 4..<9 error link.missing: the course has no file 'x.csv'",
        "a.md 16..<21 error link.missing: the course has no file 'x.csv'",
      ])
  }

  @Test func twoFilesOfOnePath() {
    #expect(
      diagnostics([("index.md", "# Hola\n")]) == [
        "index.html 0..<0 error site.duplicate: two files of the site would be 'index.html'"
      ])
  }

  @Test func pathsOutsideTheSite() {
    #expect(
      diagnostics([("../a.md", "# Hola\n")]).allSatisfy { $0.contains("site.path") }
        && !diagnostics([("../a.md", "# Hola\n")]).isEmpty)
  }

  @Test func draftsGetNoPage() {
    let draft = LessonOutcome(recorded: "---\ntitle: B\ndraft: true\n---\n", name: "b.md")
    let a = LessonOutcome(recorded: "# A\n", name: "a.md")
    let site = Site.weave(course: .of(["a.md", "b.md"]), lessons: [("a.md", a), ("b.md", draft)]).site
    #expect(!site.files.contains { $0.path.hasPrefix("b.") })
  }

  @Test func anEmptyCourseHasAHome() {
    let (site, diagnostics) = Site.weave(course: Course(), lessons: [])
    #expect(diagnostics.isEmpty)
    #expect(site.files.contains { $0.path == "index.html" })
  }

  @Test func eachLanguageHasItsHomeAndContents() throws {
    let es = LessonOutcome(recorded: "# Hola\n", name: "es/a.md")
    let en = LessonOutcome(recorded: "# Hello\n", name: "en/a.md")
    var course = Course.of(["es/a.md", "en/a.md"])
    course.languages = ["es", "en"]
    let site = Site.weave(course: course, lessons: [("es/a.md", es), ("en/a.md", en)]).site
    let page = try #require(site.files.first { $0.path == "en/a.html" })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=en>"))
    #expect(html.contains("Skip to content"))
    #expect(!html.contains("Hola"))
    #expect(
      site.files.contains { $0.path == "en/index.html" } && site.files.contains { $0.path == "index.html" })
  }

  /// Text that would break out of any place it can be put into must come out as text.
  @Test func hostileTextEverywhere() throws {
    let evil = "\"'><script>alert(1)</script>&\u{301}<\u{338}\u{1}"
    let yaml = "\"\\\"'><script>alert(1)</script>&\u{301}<\u{338}\""
    let lesson = """
      ---
      title: \(yaml)
      description: \(yaml)
      authors: [\(yaml)]
      lang: \(yaml)
      ---

      # \(evil)

      \(evil) `\(evil)` *\(evil)* [\(evil)](<a.md#\(evil)> "\(evil)") ![\(evil)](<x.png?\(evil)> '\(evil)')

      > [!NOTE] \(evil)
      > \(evil)

      ```swift #x"><script> class="y" .\(evil)
      //| fig-cap: \(yaml)
      //| fig-alt: \(yaml)
      plot("\(evil)") // \(evil)
      ```

      ```output
      [figure] \(evil)
      \(evil)
      ```

      ```"><script>
      \(evil)
      ```

      `{swift} "\(evil)" => \(evil)`

      <script>alert(1)</script>

      $\\text{\(evil)}$
      """
    var course = Course.of(["a.md"], title: evil)
    course.description = .common(evil)
    course.announcement = .common(evil)
    course.repository = "https://example.org/\(evil)"
    course.authors = [evil]
    course.languages = [evil]
    course.parts[0].title = .common(evil)
    let outcome = LessonOutcome(recorded: lesson, name: "a.md")
    let site = Site.weave(course: course, lessons: [("a.md", outcome)]).site
    for file in site.files where file.path.hasSuffix(".html") {
      let document = Document(String(decoding: file.bytes, as: UTF8.self))
      #expect(document.problems == [], "\(file.path)")
      #expect(document.elements.filter { $0.name == "script" }.count == (file.path == "404.html" ? 0 : 2))
      #expect(!document.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
      let scripts = document.values(of: "href", in: "a").filter { $0.lowercased().hasPrefix("javascript") }
      #expect(scripts.isEmpty)
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
  ])
  func dangerousSchemes(_ destination: String) {
    let outcome = LessonOutcome(recorded: "[x](<\(destination)>)\n", name: "a.md")
    let weaver = PageWeaver(index: CourseIndex(course: .of(["a.md"]), lessons: [("a.md", outcome)]))
    let article = Article(weaving: outcome, at: "a.md", in: weaver.index)
    #expect(!article.html.contains("href"))
    #expect(article.diagnostics.map(\.id) == ["link.scheme"])
  }

  @Test func deepNestingIsBounded() {
    let outcome = LessonOutcome(recorded: String(repeating: "> ", count: 2000) + "x\n", name: "a.md")
    let weaver = PageWeaver(index: CourseIndex(course: .of(["a.md"]), lessons: [("a.md", outcome)]))
    #expect(Document(Article(weaving: outcome, at: "a.md", in: weaver.index).html).problems == [])
  }
}
