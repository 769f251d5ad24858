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

  @Test func textsOfTheCourseFollowTheLanguageOfThePage() throws {
    func versions(_ spanish: String, _ english: String) -> LocalizedText {
      .versions([.init(language: "es", text: spanish), .init(language: "en", text: english)])
    }
    var course = Course.of(Self.lessons.map(\.path))
    course.languages = ["es", "en"]
    course.title = versions("Curso de hoy", "Course of today")
    course.description = versions("Trata de algo", "About a thing")
    course.announcement = versions("Ojo", "Look")
    course.parts[0].title = versions("Primera", "First")
    let site = Site.weave(course: course, lessons: Self.lessons).site
    for (path, own, other) in [
      ("index.html", 0, 1), ("es/cadena.html", 0, 1), ("en/index.html", 1, 0), ("en/cadena.html", 1, 0),
    ] {
      let file = try #require(site.files.first { $0.path == path })
      let html = String(decoding: file.bytes, as: UTF8.self)
      for words in [
        ["Curso de hoy", "Course of today"], ["Trata de algo", "About a thing"], ["Ojo", "Look"],
        ["Primera", "First"],
      ] {
        #expect(html.contains(words[own]) && !html.contains(words[other]), "\(path): \(words[own])")
      }
    }
  }

  @Test(arguments: [("fr", "Sur cette page"), ("fr-CA", "Sur cette page"), ("de", "On this page")])
  func theInterfaceSpeaksTheLanguageOfTheLesson(_ tag: String, _ words: String) throws {
    let lesson = LessonOutcome(recorded: "---\nlang: \(tag)\n---\n\n## Un\n", name: "a.md")
    let site = Site.weave(course: .of(["a.md"]), lessons: [("a.md", lesson)]).site
    let file = try #require(site.files.first { $0.path == "a.html" })
    let html = String(decoding: file.bytes, as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\(tag)>"))
    #expect(html.contains(words))
  }
}
