import Diagnostics
import Lesson

/// Which files a site has, and what keeps it from having them; found before any of them is made.
///
/// A build makes the files of its plan, and a check makes only the plan.
public struct SitePlan: Sendable {
  /// A page of a lesson, and what comes with it.
  public struct Page: Sendable {
    let path: String
    /// The paths of the files that are made for it.
    let files: [String]
    /// What it refers to.
    let resources: [Weave.Page.Resource]

    /// The page of a lesson that is not woven; nil where it has none.
    ///
    /// What its sliders load, which takes no other file's path, is left out.
    ///
    /// - Parameter lesson: Its path in the course.
    public init?(of lesson: String, in index: CourseIndex, resources: [Weave.Page.Resource]) {
      guard let entry = index.entry(at: lesson) else { return nil }
      path = entry.pagePath
      let downloads = Downloads.paths(at: lesson)
      files = index.isHome(lesson) ? [] : [downloads.markdown, downloads.program, downloads.notebook]
      self.resources = resources
    }

    init(_ page: Weave.Page) {
      path = page.path
      files = page.files.map(\.path)
      resources = page.resources
    }
  }

  /// `site.path`, `site.duplicate`, `link.missing`, `redirect.missing` and `redirect.clash`.
  public private(set) var diagnostics: [Diagnostic] = []
  private(set) var paths: Set<String> = []
  /// The former pages, each with the lesson that it leads to.
  private(set) var redirects: [(page: String, lesson: CourseIndex.Entry)] = []

  /// Where the page for missing ones is.
  static let missingPage = "404.html"

  /// Plans a site.
  ///
  /// - Parameters:
  ///   - pages: Those of the lessons, in reading order.
  ///   - assets: The paths of what pages load, which hold digests of the bytes, so that no other file has them.
  ///   - exists: Whether the course has a file, by its path.
  /// - Complexity: O(n log n) in the number of lessons and of what they refer to.
  public init(
    of index: CourseIndex, pages: [Page], assets: [String] = [], exists: (String) -> Bool
  ) {
    for path in assets { take(path) }
    for language in index.languages {
      if index.home(of: language) == nil { take(index.homePath(of: language)) }
      take(index.searchPath(of: language))
    }
    for path in pages.flatMap(\.files) { take(path) }
    var copied: Set<String> = []
    for page in pages {
      take(page.path)
      for wanted in page.resources where !copied.contains(wanted.path) && !paths.contains(wanted.path) {
        guard exists(wanted.path) else {
          diagnostics.append(.missing(wanted))
          continue
        }
        copied.insert(wanted.path)
        take(wanted.path)
      }
    }
    take(Self.missingPage)
    if let path = SiteMap.path(in: index) { take(path) }
    for case let path? in index.languages.map({ Feed.path(in: index, language: $0) }) { take(path) }
    for redirect in index.course.redirects { take(redirect, index) }
  }

  private mutating func take(_ path: String) {
    if SitePath.resolve(SitePath.relative(from: "", to: path), from: "") != path || path.isEmpty {
      diagnostics.append(
        Diagnostic(.error, "site.path", file: path, range: 0..<0, "'\(path)' is not a path inside the site"))
    } else if !paths.insert(path).inserted {
      diagnostics.append(
        Diagnostic(
          .error, "site.duplicate", file: path, range: 0..<0, "two files of the site would be '\(path)'"))
    }
  }

  private mutating func take(_ redirect: Course.Redirect, _ index: CourseIndex) {
    func problem(_ id: String, _ message: String) -> Diagnostic {
      Diagnostic(.error, id, file: redirect.place.file, range: redirect.place.range, message)
    }
    guard let entry = index.entry(at: redirect.lesson) else {
      diagnostics.append(
        problem(
          "redirect.missing",
          "'\(redirect.page)' leads to '\(redirect.lesson)', which is no lesson of the course"
            + LinkResolver.suggestion(redirect.lesson, among: index.entries.map(\.path))))
      return
    }
    guard !paths.contains(redirect.page) else {
      diagnostics.append(
        problem(
          "redirect.clash",
          "'\(redirect.page)' is a page of the site, so it cannot lead to another; take the line away"))
      return
    }
    take(redirect.page)
    redirects.append((redirect.page, entry))
  }
}
