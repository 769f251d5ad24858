import Diagnostics
import Lesson
import Session
import Testing

@testable import Weave

@Suite struct SiteTests {
  private static let first = """
    ---
    title: Derivada & "gradiente" <1>
    lang: es
    description: Qué es una 'derivada' & más
    ---

    ## Uno

    Texto con $x^2$ y [otra](otra.md#dos).

    ### Uno y medio

    ```swift #curva
    //| fig-cap: La curva
    plot(f, over: 0...1)
    ```

    ```output
    [figure] La curva
    ```

    Véase @curva.

    ## Fin
    """

  private static let lessons: [(path: String, outcome: LessonOutcome)] = [
    ("es/derivada.md", LessonOutcome(recorded: first, name: "es/derivada.md")),
    (
      "es/otra.md",
      LessonOutcome(recorded: "# Otra\n\n## Dos\n\n[datos](../datos/a.csv)\n", name: "es/otra.md")
    ),
    (
      "es/tercera.md",
      LessonOutcome(recorded: "---\ntitle: Tercera\nauthors: [Luis Gil]\n---\n", name: "es/tercera.md")
    ),
  ]

  private static var course: Course {
    var course = Course.of(["es/derivada.md", "es/otra.md"], title: "Curso <de> \"prueba\"")
    course.parts.append(Course.Part(title: "Más & más", lessons: ["es/tercera.md"]))
    course.announcement = "Atención: <b>"
    course.repository = "https://example.org/?a=1&b=2"
    course.description = "Descripción"
    return course
  }

  private static func woven() -> (site: Site, diagnostics: [Diagnostic]) {
    Site.weave(course: course, lessons: lessons) { $0 == "datos/a.csv" ? Array("x,y\n".utf8) : nil }
  }

  private let site = Self.woven().site

  private func html(_ path: String) throws -> String {
    let file = try #require(site.files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func files() {
    #expect(Self.woven().diagnostics.isEmpty)
    let paths = site.files.map(\.path)
    #expect(paths == paths.sorted())
    #expect(
      paths.filter { !$0.hasPrefix("assets/") } == [
        "404.html", "datos/a.csv", "es/derivada.html", "es/derivada.ipynb", "es/derivada.md",
        "es/derivada.swift",
        "es/otra.html", "es/otra.ipynb", "es/otra.md", "es/otra.swift", "es/tercera.html",
        "es/tercera.ipynb", "es/tercera.md", "es/tercera.swift", "index.html", "search.html",
      ])
    #expect(paths.filter { $0.hasPrefix("assets/") }.count == 4)
  }

  @Test func pagesAreWellFormed() throws {
    for file in site.files where file.path.hasSuffix(".html") {
      #expect(Document(try html(file.path)).problems == [], "\(file.path)")
      #expect(file.bytes.count < 45_000)
    }
  }

  @Test func linksLeadSomewhereInTheSite() throws {
    let paths = Set(site.files.map(\.path))
    for file in site.files where file.path.hasSuffix(".html") {
      let document = Document(try html(file.path))
      let references =
        ["a", "link"].flatMap { document.values(of: "href", in: $0) }
        + ["script", "img"].flatMap { document.values(of: "src", in: $0) }
      for reference in references where !reference.hasPrefix("https://") && !reference.hasPrefix("data:") {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? file.path : SitePath.resolve(String(parts[0]), from: file.path)
        #expect(target.map(paths.contains) == true, "\(file.path): \(reference)")
        guard parts.count == 2, !parts[1].isEmpty, let target else { continue }
        let anchor = SitePath.percentDecoded(String(parts[1]))
        #expect(Document(try html(target)).identifiers.contains(anchor), "\(file.path): \(reference)")
      }
    }
  }

  @Test func labelsBelongToInputs() throws {
    let document = Document(try html("es/derivada.html"))
    for target in document.values(of: "for", in: "label") { #expect(document.identifiers.contains(target)) }
  }

  @Test func aPageNamesItsLanguageTitleAndDescription() throws {
    let page = try html("es/derivada.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=es>"))
    #expect(
      page.contains(
        "<title>Derivada &amp; &quot;gradiente&quot; &lt;1&gt; · "
          + "Curso &lt;de&gt; &quot;prueba&quot;</title>")
    )
    #expect(page.contains("content=\"Qué es una 'derivada' &amp; más\""))
    #expect(page.contains("Atención: &lt;b>"))
    #expect(page.contains("href=\"https://example.org/?a=1&amp;b=2\""))
    #expect(page.contains("© Ana Pérez"))
    #expect(try html("es/tercera.html").contains("© Luis Gil"))
  }

  @Test func theCurrentLessonIsMarkedOnce() throws {
    for (page, own) in [("es/derivada.html", "derivada.html"), ("es/tercera.html", "tercera.html")] {
      let marked = Document(try html(page)).elements.filter { $0.attributes["aria-current"] == "page" }
      #expect(marked.map { $0.attributes["href"] } == [own])
    }
  }

  @Test func neighboursCrossParts() throws {
    func neighbour(_ kind: String, of page: String) throws -> String? {
      Document(try html(page)).elements.first { $0.name == "a" && $0.attributes["rel"] == kind }?
        .attributes["href"]
    }
    #expect(try neighbour("prev", of: "es/derivada.html") == nil)
    #expect(try neighbour("next", of: "es/derivada.html") == "otra.html")
    #expect(try neighbour("next", of: "es/otra.html") == "tercera.html")
    #expect(try neighbour("prev", of: "es/tercera.html") == "otra.html")
    #expect(try neighbour("next", of: "es/tercera.html") == nil)
  }

  @Test func pageContentsNest() throws {
    let page = try html("es/derivada.html")
    #expect(
      page.contains(
        """
        <ol><li><a href=#uno>Uno</a>
        <ol><li><a href=#uno-y-medio>Uno y medio</a></ol>
        <li><a href=#fin>Fin</a></ol>
        """))
    #expect(!(try html("es/tercera.html")).contains("page-contents"))
  }

  @Test func theSameCourseGivesTheSameBytes() {
    let again = Site.weave(course: Self.course, lessons: Self.lessons.reversed()) { _ in Array("x,y\n".utf8) }
      .site
    #expect(again.files.map(\.path) == site.files.map(\.path))
    #expect(again.files.map(\.bytes) == site.files.map(\.bytes))
  }

  @Test func pagesWovenAloneAreThoseOfTheSite() throws {
    let weaver = PageWeaver(index: CourseIndex(course: Self.course, lessons: Self.lessons))
    for (path, outcome) in Self.lessons {
      let page = weaver.weave(outcome, at: path)
      #expect(page.html == site.files.first { $0.path == page.path }?.bytes)
    }
  }

  @Test func homeListsTheLessons() throws {
    let home = try html("index.html")
    #expect(home.contains("<h2>Más &amp; más</h2>"))
    #expect(home.contains("<ol start=3>"))
    #expect(home.contains("3 lecciones"))
    #expect(home.contains("Qué es una 'derivada' &amp; más"))
  }
}
