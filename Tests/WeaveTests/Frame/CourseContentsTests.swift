import Lesson
import Session
import Testing

@testable import Weave

@Suite struct CourseContentsTests {
  private static func index(_ lessons: Int) -> CourseIndex {
    let paths = (0..<lessons).map { "es/leccion-\($0).md" }
    var course = Course.of([paths[0]])
    course.parts[0].parts = [
      Course.Part(title: "Dentro", lessons: Array(paths[1...2])),
      Course.Part(title: "También", lessons: Array(paths[3...])),
    ]
    let outcomes = paths.map { (path: $0, outcome: LessonOutcome(recorded: "# Una lección\n", name: $0)) }
    return CourseIndex(course: course, lessons: outcomes)
  }

  private static func contents(_ lessons: Int, marking path: String?) -> String {
    let contents = CourseContents(index(lessons), language: "es", from: "es/leccion-0.html")
    return contents.marking(path)
  }

  @Test func partsInPartsFoldAndThatOfTheLessonIsOpen() {
    for (path, open) in [
      ("es/leccion-0.md", [false, false]), ("es/leccion-2.md", [true, false]),
      ("es/leccion-3.md", [false, true]), ("nada.md", [false, false]),
    ] {
      let html = Self.contents(5, marking: path)
      let document = Document(html)
      #expect(document.problems == [])
      let details = document.elements.filter { $0.name == "details" }
      #expect(details.map { $0.attributes.keys.contains("open") } == open, "\(path)")
      let marked = document.elements.filter { $0.attributes["aria-current"] == "page" }
      #expect(
        marked.map { "es/" + ($0.attributes["href"] ?? "") }
          == [path.replacing(".md", with: ".html")].filter { $0 != "nada.html" })
    }
  }

  @Test func aCollapsedPartIsOneLinkOnPagesThatAreNotInIt() {
    let paths = (0..<4).map { "es/leccion-\($0).md" }
    var course = Course.of(Array(paths[..<2]))
    course.parts.append(Course.Part(title: "Apéndices", lessons: Array(paths[2...])))
    course.parts[1].isCollapsed = true
    let outcomes = paths.map { (path: $0, outcome: LessonOutcome(recorded: "# Una lección\n", name: $0)) }
    let contents = CourseContents(
      CourseIndex(course: course, lessons: outcomes), language: "es", from: "es/leccion-0.html")
    for (path, links, own) in [
      (paths[0], [0, 1, 2], [0]), (paths[3], [0, 1, 2, 3], [3]), (nil, [0, 1, 2], []),
    ] {
      let document = Document(contents.marking(path))
      #expect(document.problems == [])
      let anchors = document.elements.filter { $0.name == "a" }
      #expect(anchors.map { $0.attributes["href"] } == links.map { "leccion-\($0).html" }, "\(path ?? "")")
      let marked = anchors.filter { $0.attributes["aria-current"] == "page" }
      #expect(marked.map { $0.attributes["href"] } == own.map { "leccion-\($0).html" })
    }
  }

  @Test func readingOrderRunsThroughPartsInParts() {
    let index = Self.index(5)
    #expect(index.entries.map(\.path) == (0..<5).map { "es/leccion-\($0).md" })
    #expect(index.neighbours(of: "es/leccion-2.md").next?.path == "es/leccion-3.md")
  }

  /// All pages list all lessons, so each byte here is one for each pair of them.
  @Test func aLessonTakesFewBytes() {
    let title = "Una lección".utf8.count
    let grown = Self.contents(105, marking: nil).utf8.count - Self.contents(5, marking: nil).utf8.count
    #expect(grown <= 100 * (100 - title))
  }
}
