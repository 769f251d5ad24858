import Lesson
import Session
import Testing

@testable import Weave

@Suite struct LanguageTests {
  /// A lesson, its translation under another name, one under the same name, and one that only Spanish has.
  private static let lessons: [(path: String, outcome: LessonOutcome)] = [
    ("es/derivada.md", "---\ntitle: Derivada\nlang: es\n---\n"),
    (
      "en/basics/derivative.md",
      "---\ntitle: Derivative\nlang: en\ntranslation-of: ../../es/derivada.md\n---\n"
    ),
    ("es/cadena.md", "---\ntitle: Cadena\n---\n"),
    ("en/cadena.md", "---\ntitle: Chain\ntranslation-of: ../es/cadena.md\n---\n"),
    ("es/sola.md", "---\ntitle: Sola\n---\n"),
  ].map { ($0.0, LessonOutcome(recorded: $0.1, name: $0.0)) }

  private static func site(translationOf reference: String? = nil) -> Site {
    var lessons = lessons
    if let reference {
      let text = "---\ntitle: Derivative\ntranslation-of: \(reference)\n---\n"
      lessons[1].outcome = LessonOutcome(recorded: text, name: lessons[1].path)
    }
    var course = Course.of(lessons.map(\.path))
    course.languages = ["es", "en"]
    return Site.weave(course: course, lessons: lessons).site
  }

  private func page(_ path: String, in site: Site = Self.site()) throws -> Document {
    let file = try #require(site.files.first { $0.path == path })
    let document = Document(String(decoding: file.bytes, as: UTF8.self))
    #expect(document.problems == [], "\(path)")
    return document
  }

  /// Where the language switch of a page leads.
  private func versions(of path: String, in site: Site = Self.site()) throws -> [String: String] {
    var found: [String: String] = [:]
    for element in try page(path, in: site).elements where element.attributes["rel"] == "alternate" {
      found[element.attributes["hreflang"] ?? "", default: ""] += element.attributes["href"] ?? ""
    }
    return found
  }

  @Test func theLanguageSwitchLeadsBothWays() throws {
    #expect(try versions(of: "es/derivada.html") == ["en": "../en/basics/derivative.html"])
    #expect(try versions(of: "en/basics/derivative.html") == ["es": "../../es/derivada.html"])
    #expect(try versions(of: "es/cadena.html") == ["en": "../en/cadena.html"])
    #expect(try versions(of: "en/cadena.html") == ["es": "../es/cadena.html"])
    #expect(try versions(of: "es/sola.html") == [:])
    #expect(try versions(of: "index.html") == ["en": "en/index.html"])
    #expect(try versions(of: "en/index.html") == ["es": "../index.html"])
  }

  @Test func theSwitchSpeaksTheLanguageOfThePage() throws {
    func words(_ path: String) throws -> String? {
      try page(path).elements.first { $0.attributes["rel"] == "alternate" }?.attributes["title"]
    }
    #expect(try words("es/derivada.html") == "Esta página en otro idioma")
    #expect(try words("en/basics/derivative.html") == "This page in another language")
  }

  @Test func contentsHoldEachLessonOnce() throws {
    func contents(_ path: String) throws -> [String] {
      let document = try page(path)
      let links = document.elements.drop { $0.attributes["class"] != "sidebar" }.dropFirst()
        .prefix { $0.name != "header" }.filter { $0.name == "a" }
      return links.compactMap { $0.attributes["href"] }.filter { !$0.hasSuffix("index.html") }
    }
    #expect(try contents("es/cadena.html") == ["derivada.html", "cadena.html", "sola.html"])
    #expect(try contents("en/cadena.html") == ["basics/derivative.html", "cadena.html", "../es/sola.html"])
  }

  @Test(arguments: ["../../../es/derivada.md", "es/derivada.md", "../../es/nada.md", "derivative.md"])
  func aTranslationOfNoLessonStandsAlone(_ reference: String) throws {
    let site = Self.site(translationOf: reference)
    #expect(try versions(of: "en/basics/derivative.html", in: site) == [:])
    #expect(try versions(of: "es/derivada.html", in: site) == [:])
  }
}
