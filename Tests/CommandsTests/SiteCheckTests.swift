import Foundation
import Testing

@testable import Commands

/// What would keep a course from being built is found by a check too, in the same words.
@Suite struct SiteCheckTests {
  private static let course = """
    title: C
    languages: [es]
    site: https://example.org
    parts:
      - title: P
        lessons: [es/a.md, es/b.md]

    """
  private static let lessons = [
    "c/es/a.md": "---\ntitle: A\ndate: 2026-02-28\n---\n\nTexto.\n", "c/es/b.md": "# B\n\nTexto.\n",
  ]

  /// What is wrong with a course, and the files that it has beside or instead of those of a sound one.
  enum Case: String, CaseIterable {
    case nothing
    case templateWithoutEnd, valueOfNoTemplate, styleThatLoads, fileOfNoTheme, themeThatIsNoText,
      styleThatIsTooLong
    case formerPageOfNoLesson, formerPageThatIsOne, formerPageInThePlaceOfSearch, formerPageThatIsCopied
    case lessonInThePlaceOfSearch, lessonsOfOnePage, fileInThePlaceOfTheFeed, fileInThePlaceOfALesson
    case rawHTML, sliderOfTooManyBytes

    var files: [String: String] {
      switch self {
      case .nothing: [:]
      case .templateWithoutEnd: ["c/theme/home.mustache": "<p>\n{{#next}}\n"]
      case .valueOfNoTemplate: ["c/theme/home.mustache": "<p>\n{{titel}}\n"]
      case .styleThatLoads: ["c/theme/theme.css": "@import 'x.css';\n"]
      case .fileOfNoTheme: ["c/theme/hom.mustache": "<p>\n"]
      case .themeThatIsNoText: [:]
      case .styleThatIsTooLong:
        [
          "c/theme/theme.css": String(
            repeating: "p { color: red }\n", count: CourseFolder.largestThemeFile / 17 + 1)
        ]
      case .formerPageOfNoLesson: ["c/course.yml": course + "redirects:\n  old.html: es/c.md\n"]
      case .formerPageThatIsOne: ["c/course.yml": course + "redirects:\n  es/a.html: es/b.md\n"]
      case .formerPageInThePlaceOfSearch: ["c/course.yml": course + "redirects:\n  search.html: es/b.md\n"]
      case .formerPageThatIsCopied:
        [
          "c/course.yml": course + "redirects:\n  es/old.html: es/b.md\n", "c/es/old.html": "<p>\n",
          "c/es/b.md": "# B\n\n[Antes](old.html)\n",
        ]
      case .lessonInThePlaceOfSearch:
        [
          "c/course.yml": course.replacing("es/b.md", with: "es/b.md, search.md"), "c/search.md": "# S\n",
        ]
      case .lessonsOfOnePage:
        ["c/course.yml": course.replacing("es/b.md", with: "es/b.md, es/b"), "c/es/b": "# Otra\n"]
      case .fileInThePlaceOfTheFeed: ["c/es/b.md": "# B\n\n[F](../feed.xml)\n", "c/feed.xml": "<feed/>\n"]
      case .fileInThePlaceOfALesson: ["c/es/a.md": "# A\n\n[B](b.html)\n", "c/es/b.html": "<p>\n"]
      case .rawHTML: ["c/es/b.md": "# B\n\n<div>\n\nUn <b>x</b>.\n"]
      case .sliderOfTooManyBytes:
        [
          "c/es/b.md": """
          # B

          ```swift
          //| slider: n in 1...100
          let n = 1
          for i in 1...3000 { print(n, i) }
          ```

          ```output
          ...
          ```

          """
        ]
      }
    }

    /// How the first finding starts.
    var finding: String? {
      switch self {
      case .nothing: nil
      case .templateWithoutEnd: "c/theme/home.mustache:2:1: error: this section has no end"
      case .valueOfNoTemplate: "c/theme/home.mustache:2:1: error: 'titel' is no value of this template"
      case .styleThatLoads: "c/theme/theme.css:1:1: error: a style sheet can load nothing"
      case .fileOfNoTheme: "c/theme/hom.mustache:1:1: error: a theme has no file 'hom.mustache'"
      case .themeThatIsNoText: "c/theme/theme.css: error: byte 0 "
      case .styleThatIsTooLong: "c/theme/theme.css: error: this file of a theme has more than 262144 bytes"
      case .formerPageOfNoLesson: "c/course.yml:8:3: error: 'old.html' leads to 'es/c.md', which is no lesson"
      case .formerPageThatIsOne: "c/course.yml:8:3: error: 'es/a.html' is a page of the site"
      case .formerPageInThePlaceOfSearch: "c/course.yml:8:3: error: 'search.html' is a page of the site"
      case .formerPageThatIsCopied: "c/course.yml:8:3: error: 'es/old.html' is a page of the site"
      case .lessonInThePlaceOfSearch: "search.html: error: two files of the site would be 'search.html'"
      case .lessonsOfOnePage: "es/b.swift: error: two files of the site would be 'es/b.swift'"
      case .fileInThePlaceOfTheFeed: "feed.xml: error: two files of the site would be 'feed.xml'"
      case .fileInThePlaceOfALesson: "es/b.html: error: two files of the site would be 'es/b.html'"
      case .rawHTML: "c/es/b.md:3:1: warning: raw HTML is shown as text, here and in 2 more places"
      case .sliderOfTooManyBytes: "c/es/b.md:3:1: error: the frames of cell 1 would be "
      }
    }
  }

  private func workspace(_ problem: Case) -> Workspace {
    let sound = Self.lessons.merging(["c/course.yml": Self.course]) { $1 }
    let folder = Workspace(sound.merging(problem.files) { $1 })
    if problem == .themeThatIsNoText { folder.write([0xFF], to: "c/theme/theme.css") }
    return folder
  }

  private func findings(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter {
      $0.contains(": error: ") || $0.contains(": warning: ")
    }
  }

  @Test(arguments: Case.allCases) func checksAndBuildsAgree(_ problem: Case) {
    let folder = workspace(problem)
    let checked = folder.trama("check", "--course", "@c")
    let built = folder.trama("build", "@c", "--output", "@site")
    let found = findings(checked.output)
    #expect(found == findings(built.errors))
    #expect(checked.status == built.status)
    #expect(found.isEmpty == (problem == .nothing))
    if let finding = problem.finding { #expect(found.first?.hasPrefix(finding) == true, "\(found)") }
    #expect(folder.trama("check", "@c").output == checked.output)
  }

  /// A lesson alone makes no site.
  @Test(arguments: [Case.valueOfNoTemplate, .formerPageOfNoLesson])
  func lessonsThatAreNamedAreCheckedWithoutTheirCourse(_ problem: Case) {
    #expect(
      workspace(problem).trama("check", "@c/es/a.md").output == "1 lesson checked, no findings\n")
  }

  /// What leads to a lesson that cannot be read would only seem to lead nowhere.
  @Test func aLessonThatCannotBeReadIsTheOnlyFinding() {
    let folder = Workspace(
      Self.lessons.merging(["c/course.yml": Self.course + "redirects:\n  old.html: es/b.md\n"]) { $1 })
    folder.write([0xFF], to: "c/es/b.md")
    let found = findings(folder.trama("check", "--course", "@c").output)
    #expect(found.count == 1 && found.first?.hasPrefix("c/es/b.md") == true, "\(found)")
  }
}
