import Diagnostics
import Lesson
import Session

/// A static site as a value: every file with its bytes.
public struct Site: Sendable {
  /// One file of a site.
  public struct File: Sendable {
    /// Relative to the site's root, `/` between components; never leaves it.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Sorted by path, each path once.
  public let files: [File]

  /// Weaves a whole course.
  ///
  /// - Parameters:
  ///   - lessons: The path relative to the course and the outcome of each lesson.
  ///   - resource: Gives the bytes of a file of the course, relative to it; nil where there is none.
  /// - Returns: The site, and everything that weaving found wrong, in reading order.
  /// - Complexity: Linear in the size of the lessons, but quadratic in their number: each page lists all.
  public static func weave(
    course: Course, lessons: [(path: String, outcome: LessonOutcome)],
    resource: (String) -> [UInt8]? = { _ in nil }
  ) -> (site: Site, diagnostics: [Diagnostic]) {
    let index = CourseIndex(course: course, lessons: lessons)
    let weaver = PageWeaver(index: index)
    let outcomes = Dictionary(lessons.map { ($0.path, $0.outcome) }) { _, last in last }
    var pages: [Page] = []
    for entry in index.languages.compactMap(index.home) + index.entries {
      guard let outcome = outcomes[entry.path] else { continue }
      pages.append(weaver.weave(outcome, at: entry.path))
    }
    return weaver.assemble(pages, resource: resource)
  }
}

extension PageWeaver {
  /// Makes a site of woven pages: adds home and search pages, assets, downloads, former pages, what hosts and search
  /// engines read, and the files that pages refer to.
  ///
  /// - Parameters:
  ///   - pages: The pages of the lessons, in reading order.
  ///   - resource: Gives the bytes of a file of the course, relative to it; nil where there is none.
  /// - Returns: The site, and everything that weaving found wrong.
  public func assemble(
    _ pages: [Page], resource: (String) -> [UInt8]? = { _ in nil }
  ) -> (site: Site, diagnostics: [Diagnostic]) {
    var copies: [String: [UInt8]] = [:]
    let assets = theme.assets + index.languages.compactMap { searchIndexes[$0] }
    let plan = SitePlan(of: index, pages: pages.map(SitePlan.Page.init), assets: assets.map(\.path)) { path in
      copies[path] = resource(path)
      return copies[path] != nil
    }
    var files = assets.map { Site.File(path: $0.path, bytes: $0.bytes) }
    files += (weaveHomes() + weaveSearchPages() + pages).map { Site.File(path: $0.path, bytes: $0.html) }
    files += pages.flatMap(\.files) + copies.map { Site.File(path: $0.key, bytes: $0.value) }
    files.append(weaveMissingPage())
    files += ([SiteMap.file(of: index)] + index.languages.map { Feed.file(of: index, language: $0) })
      .compactMap(\.self)
    files += plan.redirects.map { weaveRedirect(at: $0.page, to: $0.lesson) }
    var planned: [String: Site.File] = [:]
    for file in files where plan.paths.contains(file.path) { planned[file.path] = file }
    return (
      Site(files: planned.values.sorted { $0.path < $1.path }),
      pages.flatMap(\.diagnostics) + plan.diagnostics
    )
  }
}
