import Diagnostics
import Foundation
import Lesson
import Session
import Testing

@testable import Weave

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The pages that no lesson is: home pages, the page for missing ones, former pages, and what search engines and
/// feed readers read.
@Suite struct SiteFilesTests {
  private static let lessons: [(path: String, outcome: LessonOutcome)] = [
    ("es/index.md", "---\ntitle: Bienvenida\n---\n\nLee [uno](uno.md).\n"),
    (
      "es/uno.md",
      "---\ntitle: Uno & 2 < 3\ndate: 2026-02-28\ndescription: Lo primero\n---\n\nVe al [inicio](index.md).\n"
    ),
    ("es/a b.md", "---\ntitle: Espacio\ndate: 2026-03-01\n---\n"),
    ("en/uno.md", "---\ntitle: One\n---\n"),
  ].map { ($0.0, LessonOutcome(recorded: $0.1, name: $0.0)) }

  private static func woven(_ change: (inout Course) -> Void = { _ in }) -> (
    site: Site, diagnostics: [Diagnostic]
  ) {
    var course = Course.of(lessons.map(\.path).filter { !$0.hasSuffix("index.md") }, title: "Curso & <más>")
    course.languages = ["es", "en"]
    course.site = "https://example.org/curso"
    change(&course)
    return Site.weave(course: course, lessons: lessons)
  }

  private func text(_ path: String, in site: Site = woven().site) throws -> String {
    String(decoding: try #require(site.files.first { $0.path == path }?.bytes, "\(path)"), as: UTF8.self)
  }

  @Test func anAuthorsHomePageStandsWhereTheGeneratedOneWould() throws {
    let home = try text("index.html")
    let document = Document(home)
    #expect(document.problems == [])
    #expect(home.contains("<h1>Bienvenida</h1>"))
    #expect(home.contains("<h2>Parte</h2>"))
    #expect(document.values(of: "href", in: "a").filter { $0 == "es/uno.html" }.count == 4)
    #expect(try text("es/uno.html").contains("<a href=../index.html>inicio</a>"))
    #expect(!Self.woven().site.files.contains { $0.path == "es/index.html" })
    #expect(try text("en/index.html").contains("<h1>Curso &amp; &lt;más></h1>"))
  }

  @Test func missingPagesAreFoundAtAnyDepth() throws {
    let page = try text("404.html")
    #expect(Document(page).problems == [])
    #expect(page.contains("Esta página no existe") && page.contains("This page does not exist"))
    let links = Document(page).values(of: "href", in: "a")
    #expect(links == ["/curso/", "/curso/en/"])
    let alone = Document(try text("404.html", in: Self.woven { $0.site = nil }.site))
    #expect(alone.values(of: "href", in: "a") == ["index.html", "en/index.html"])
    let bare = Document(try text("404.html", in: Self.woven { $0.site = "https://example.org" }.site))
    #expect(bare.values(of: "href", in: "a") == ["/", "/en/"])
  }

  @Test func pagesNameTheirAddress() throws {
    for (path, address) in [
      ("es/a b.html", "es/a%20b.html"), ("index.html", ""), ("en/index.html", "en/"),
    ] {
      let document = Document(try text(path))
      let links = document.elements.filter { $0.attributes["rel"] == "canonical" }
      #expect(links.map { $0.attributes["href"] } == ["https://example.org/curso/" + address])
      let properties = document.elements.filter { $0.attributes["property"] == "og:url" }
      #expect(properties.map { $0.attributes["content"] } == ["https://example.org/curso/" + address])
    }
    let alone = Self.woven { $0.site = nil }.site
    #expect(!(try text("es/uno.html", in: alone)).contains("og:"))
    #expect(!alone.files.contains { $0.path == "sitemap.xml" || $0.path.hasSuffix("feed.xml") })
  }

  @Test func theMapHoldsEveryPageOnce() throws {
    let site = Self.woven().site
    let elements = try XML.elements(of: try text("sitemap.xml", in: site))
    let addresses = elements.filter { $0.name == "loc" }.map(\.text)
    let pages = site.files.map(\.path).filter {
      $0.hasSuffix(".html") && !$0.hasSuffix("404.html") && !$0.hasSuffix("search.html")
    }
    #expect(
      Set(addresses)
        == Set(
          pages.map {
            "https://example.org/curso/" + $0.replacing("index.html", with: "").replacing(" ", with: "%20")
          }))
    #expect(addresses.count == pages.count)
    let versions = elements.filter { $0.name == "xhtml:link" }.map { $0.attributes["hreflang"] ?? "" }
    #expect(versions == ["es", "en", "es", "en", "es", "en", "en", "es"])
  }

  @Test func theFeedHoldsLessonsWithADateTheLatestFirst() throws {
    let site = Self.woven().site
    let elements = try XML.elements(of: try text("feed.xml", in: site))
    #expect(
      elements.filter { $0.name == "title" }.map(\.text) == ["Curso & <más>", "Espacio", "Uno & 2 < 3"])
    #expect(
      elements.filter { $0.name == "updated" }.map(\.text) == [
        "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-28T00:00:00Z",
      ])
    #expect(elements.filter { $0.name == "summary" }.map(\.text) == ["Lo primero"])
    #expect(!site.files.contains { $0.path == "en/feed.xml" })
    #expect(try text("es/uno.html", in: site).contains("href=../feed.xml"))
    #expect(!(try text("en/uno.html", in: site)).contains("feed.xml"))
  }

  private func redirect(_ page: String, to lesson: String) -> Course.Redirect {
    Course.Redirect(page: page, lesson: lesson, place: .init(file: "course.yml", range: 3..<7))
  }

  @Test func formerPagesLeadToLessons() throws {
    let (site, diagnostics) = Self.woven {
      $0.redirects = [redirect("viejo/uno.html", to: "es/uno.md"), redirect("hola.html", to: "es/index.md")]
    }
    #expect(diagnostics.isEmpty)
    let page = try text("viejo/uno.html", in: site)
    #expect(Document(page).problems == [])
    #expect(page.contains("content=\"0; url=../es/uno.html\""))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/curso/es/uno.html\">"))
    #expect(try text("hola.html", in: site).contains("url=index.html"))
  }

  @Test func formerPagesThatCannotBe() {
    let diagnostics = Self.woven {
      $0.redirects = [
        redirect("viejo.html", to: "es/un.md"), redirect("en/uno.html", to: "es/uno.md"),
        redirect("404.html", to: "es/uno.md"),
      ]
    }.diagnostics
    #expect(
      diagnostics.map { "\($0.file) \($0.range) \($0.id): \($0.message)" } == [
        "course.yml 3..<7 redirect.missing: 'viejo.html' leads to 'es/un.md', which is no lesson of the course; "
          + "did you mean 'es/uno.md'?",
        "course.yml 3..<7 redirect.clash: 'en/uno.html' is a page of the site, so it cannot lead to another; "
          + "take the line away",
        "course.yml 3..<7 redirect.clash: '404.html' is a page of the site, so it cannot lead to another; "
          + "take the line away",
      ])
  }
}

/// The elements of an XML document with their own text, as Foundation's parser reads them.
private final class XML: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  private var elements: [Element] = []
  private var open: [Int] = []

  /// - Throws: Where the document is not well-formed.
  static func elements(of text: String) throws -> [Element] {
    let reader = XML()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return reader.elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
