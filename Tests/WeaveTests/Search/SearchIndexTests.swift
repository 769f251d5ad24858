import Foundation
import Lesson
import Session
import Testing

@testable import Weave

@Suite struct SearchIndexTests {
  /// What the script assigns, which is JSON but for the comma after the last element of a list.
  private struct Contents: Decodable {
    var words: [String: String]
    var lessons: [[Item]]

    enum Item: Decodable, Equatable {
      case text(String)
      case sections([[String]])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self = .text(text)
        } else {
          self = .sections(try container.decode([[String]].self))
        }
      }
    }

    func sections(of lesson: Int) -> [[String]] {
      guard case .sections(let sections) = lessons[lesson][3] else { return [] }
      return sections
    }
  }

  private func index(_ lessons: [(String, String)], languages: [String] = ["es", "en"]) -> CourseIndex {
    var course = Course.of(lessons.map(\.0))
    course.languages = languages
    return CourseIndex(
      course: course, lessons: lessons.map { ($0.0, LessonOutcome(recorded: $0.1, name: $0.0)) })
  }

  private func contents(_ script: [UInt8]) throws -> Contents {
    let text = String(decoding: script, as: UTF8.self)
    let start = try #require(text.range(of: "tramaSearch="))
    #expect(start.lowerBound == text.startIndex)
    let json = text[start.upperBound...].replacing("],]", with: "]]").replacing("\\x", with: "\\u00")
    return try JSONDecoder().decode(Contents.self, from: Data(json.utf8))
  }

  @Test func lessonsAndSectionsInReadingOrder() throws {
    let index = index([
      ("es/a b.md", "---\ntitle: La «a»\n---\n\nUno\n\n## Más \"x\"\n\nC:\\dos\n"),
      ("en/c.md", "# The c\n"),
    ])
    let found = try contents(SearchIndex(index, language: "es").bytes)
    #expect(found.words["one"] == "1 resultado")
    #expect(found.lessons.map { $0[0] } == [.text("es/a%20b.html"), .text("en/c.html")])
    #expect(found.lessons.map { $0[1] } == [.text("La «a»"), .text("The c")])
    #expect(found.lessons.map { $0[2] } == [.text("es"), .text("en")])
    #expect(found.sections(of: 0) == [["", "", "Uno"], ["#mas-x", "Más \"x\"", "C:\\dos"]])
    #expect(found.sections(of: 1) == [["", "", ""]])
  }

  @Test func referencesAreWordsAsOnThePage() throws {
    let index = index([
      ("es/a.md", "# Uno\n\nComo en @t y @nada.\n\n<!-- #t caption: C -->\n| a |\n|---|\n| b |\n")
    ])
    let found = try contents(SearchIndex(index, language: "es").bytes).sections(of: 0)
    #expect(found.last?.last == "Como en Tabla\u{A0}1 y @nada. C a b")
  }

  @Test func addressesLeadToHeadingsOfThePage() throws {
    let index = index([("es/a.md", "## Año 1\n\n## Año 1\n\n> ## 関数\n")])
    let anchors = try #require(index.entry(at: "es/a.md")).anchors
    for section in try contents(SearchIndex(index, language: "es").bytes).sections(of: 0).dropFirst() {
      #expect(anchors.contains(SitePath.percentDecoded(String(section[0].dropFirst()))), "\(section[0])")
    }
  }

  @Test(arguments: [300, 1_000, 3_000, 10_000, 30_000, 200_000])
  func theBoundHolds(_ largest: Int) throws {
    var lessons: [(String, String)] = []
    for number in 0..<12 {
      var text = "---\ntitle: Lección \(number)\n---\n"
      for section in 0..<number {
        text += "\n## Sección \(section) \"\\\\\"\n\n"
        text += String(repeating: "añadir \"algo\" \\\\ más ", count: number * section * 3)
      }
      lessons.append(("es/\(number).md", text))
    }
    let index = index(lessons)
    let whole = try contents(SearchIndex(index, language: "es", largest: .max / 2).bytes)
    let bytes = SearchIndex(index, language: "es", largest: largest).bytes
    #expect(bytes.count <= largest)
    let cut = try contents(bytes)
    for (number, lesson) in cut.lessons.enumerated() {
      #expect(lesson[0] == whole.lessons[number][0])
      for (section, all) in zip(cut.sections(of: number), whole.sections(of: number)) {
        #expect(section[0] == all[0] && section[1] == all[1])
        #expect(all[2] == section[2] || all[2].hasPrefix(section[2] + " ") || section[2].isEmpty)
      }
    }
    if largest >= 10_000 {
      #expect(cut.lessons.count == 12)
      #expect(cut.sections(of: 11).count == 12)
    }
  }

  @Test func theLongestSectionsAreCutFirst() throws {
    let index = index([("es/a.md", "corto\n\n## B\n\n" + String(repeating: "largo ", count: 500))])
    let sections = try contents(SearchIndex(index, language: "es", largest: 1_000).bytes).sections(of: 0)
    #expect(sections[0][2] == "corto")
    #expect((600..<1_000).contains(sections[1][2].utf8.count))
  }

  @Test func everyLanguageHasItsIndexAndItsPage() throws {
    let lessons = [("es/a.md", "# Uno"), ("en/a.md", "# One")]
    var course = Course.of(lessons.map(\.0))
    course.languages = ["es", "en"]
    let outcomes = lessons.map { ($0.0, LessonOutcome(recorded: $0.1, name: $0.0)) }
    let site = Site.weave(course: course, lessons: outcomes).site
    for (page, language, title) in [("search.html", "es", "Uno"), ("en/search.html", "en", "One")] {
      let file = try #require(site.files.first { $0.path == page })
      let document = Document(String(decoding: file.bytes, as: UTF8.self))
      #expect(document.problems == [])
      let name = try #require(document.elements.first { $0.attributes["data-index"] != nil })
      #expect(name.attributes["href"] == "search.html")
      let asset = try #require(SitePath.resolve(name.attributes["data-index"] ?? "", from: page))
      #expect(asset.hasPrefix("assets/search.\(language)."))
      let index = try #require(site.files.first { $0.path == asset })
      #expect(try contents(index.bytes).lessons.map { $0[1] } == [.text(title)])
      #expect(String(decoding: file.bytes, as: UTF8.self).contains(">\(title)</a>"))
    }
  }
}
