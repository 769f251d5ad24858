import Lesson
import Session
import Testing

@testable import Weave

@Suite struct RepositoryLinksTests {
  private static func course(_ repository: String, branch: String? = "main", folder: String? = nil) -> Course
  {
    var course = Course()
    course.repository = repository
    course.branch = branch
    course.repositoryFolder = folder
    return course
  }

  @Test(arguments: [
    ("https://github.com/o/r", "/edit/main/notebooks/es/a%20b.md", "/issues/new?title=Qu%C3%A9%20%26"),
    ("https://github.com/o/r/", "/edit/main/notebooks/es/a%20b.md", "/issues/new?title=Qu%C3%A9%20%26"),
    (
      "https://gitlab.com/o/r", "/-/edit/main/notebooks/es/a%20b.md",
      "/-/issues/new?issue%5Btitle%5D=Qu%C3%A9%20%26"
    ),
    ("https://codeberg.org/o/r", "/_edit/main/notebooks/es/a%20b.md", "/issues/new?title=Qu%C3%A9%20%26"),
  ])
  func addresses(_ repository: String, _ edit: String, _ issue: String) throws {
    let links = try #require(RepositoryLinks(of: Self.course(repository, folder: "notebooks")))
    let base = repository.hasSuffix("/") ? String(repository.dropLast()) : repository
    #expect(links.home == repository)
    #expect(links.edit("es/a b.md") == base + edit)
    #expect(links.issue(title: "Qué &") == base + issue)
  }

  @Test func branchesMayHaveSlashes() throws {
    let links = try #require(RepositoryLinks(of: Self.course("https://example.org/o/r", branch: "v1/a b")))
    #expect(links.edit("a.md") == "https://example.org/o/r/edit/v1/a%20b/a.md")
  }

  @Test func nothingIsEditedWithoutABranch() throws {
    #expect(try #require(RepositoryLinks(of: Self.course("https://a.b/c", branch: nil))).edit("a.md") == nil)
  }

  @Test(arguments: ["javascript:alert(1)", "../r", "ssh://example.org/r", ""])
  func onlyAddressesOfTheWeb(_ repository: String) {
    #expect(RepositoryLinks(of: Self.course(repository)) == nil)
  }

  @Test func eachLessonLinksToItsOwnFile() throws {
    let paths = ["es/a.md", "en/a.md"]
    var course = Course.of(paths)
    course.languages = ["es", "en"]
    course.repository = "https://example.org/o/r"
    course.branch = "main"
    let lessons = paths.map { (path: $0, outcome: LessonOutcome(recorded: "# A\n", name: $0)) }
    let site = Site.weave(course: course, lessons: lessons).site
    for path in paths {
      let page = try #require(site.files.first { $0.path == path.dropLast(3) + ".html" })
      let links = Document(String(decoding: page.bytes, as: UTF8.self)).values(of: "href", in: "a")
      #expect(Set(links.filter { $0.contains("/edit/") }) == ["https://example.org/o/r/edit/main/\(path)"])
      #expect(links.contains { $0.hasPrefix("https://example.org/o/r/issues/new?title=A%20") })
    }
  }
}
