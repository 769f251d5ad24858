import Lesson
import Session
import Testing

@testable import Weave

/// A plan names the files that a site then has.
@Suite struct SitePlanTests {
  private static let lessons: [(path: String, outcome: LessonOutcome)] = [
    ("es/index.md", "---\ntitle: Hola\n---\n\n[Datos](datos.csv)\n"),
    ("es/uno.md", "---\ntitle: Uno\ndate: 2026-02-28\n---\n\n[Datos](datos.csv) ![Punto](p.svg)\n"),
    ("en/uno.md", "---\ntitle: One\n---\n"), ("en/draft.md", "---\ntitle: Two\ndraft: true\n---\n"),
  ].map { ($0.0, LessonOutcome(recorded: $0.1, name: $0.0)) }

  private static let course: Course = {
    var course = Course.of(lessons.map(\.path).filter { $0 != "es/index.md" })
    course.languages = ["es", "en"]
    course.site = "https://example.org"
    course.redirects = [
      Course.Redirect(
        page: "old/one.html", lesson: "en/uno.md", place: .init(file: "course.yml", range: 0..<1))
    ]
    return course
  }()

  private static let index = CourseIndex(course: course, lessons: lessons)

  /// The plan of lessons that are not woven.
  private static func plan(_ assets: [String] = []) -> SitePlan {
    let pages = lessons.compactMap { path, outcome in
      let links = LinkFindings(of: outcome.lesson, at: path, in: index)
      return SitePlan.Page(of: path, in: index, resources: links.resources)
    }
    return SitePlan(of: index, pages: pages, assets: assets) { _ in true }
  }

  @Test func theSiteHasTheFilesOfThePlan() {
    let (site, diagnostics) = Site.weave(course: Self.course, lessons: Self.lessons) { _ in [1] }
    #expect(diagnostics.isEmpty && Self.plan().diagnostics.isEmpty)
    let (assets, others) = (
      site.files.map(\.path).filter { $0.hasPrefix("assets/") },
      site.files.map(\.path).filter { !$0.hasPrefix("assets/") }
    )
    #expect(Self.plan().paths.sorted() == others)
    #expect(Self.plan(assets).paths.count == site.files.count)
    #expect(others.contains("es/datos.csv") && others.contains("old/one.html") && others.contains("feed.xml"))
  }

  @Test func draftsAreNotInIt() {
    #expect(SitePlan.Page(of: "en/draft.md", in: Self.index, resources: []) == nil)
    #expect(!Self.plan().paths.contains { $0.contains("draft") })
  }
}
