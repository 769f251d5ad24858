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
    var files: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    func add(_ path: String, _ bytes: [UInt8]) {
      if SitePath.resolve(SitePath.relative(from: "", to: path), from: "") != path || path.isEmpty {
        diagnostics.append(
          Diagnostic(.error, "site.path", file: path, range: 0..<0, "'\(path)' is not a path inside the site")
        )
      } else if files.updateValue(bytes, forKey: path) != nil {
        diagnostics.append(
          Diagnostic(
            .error, "site.duplicate", file: path, range: 0..<0, "two files of the site would be '\(path)'"))
      }
    }
    for asset in theme.assets { add(asset.path, asset.bytes) }
    for language in index.languages {
      if let asset = searchIndexes[language] { add(asset.path, asset.bytes) }
    }
    for page in weaveHomes() + weaveSearchPages() { add(page.path, page.html) }
    for file in pages.flatMap(\.files) { add(file.path, file.bytes) }
    var seen: Set<String> = []
    for page in pages {
      diagnostics += page.diagnostics
      add(page.path, page.html)
      for wanted in page.resources where !seen.contains(wanted.path) && files[wanted.path] == nil {
        guard let bytes = resource(wanted.path) else {
          diagnostics.append(.missing(wanted))
          continue
        }
        seen.insert(wanted.path)
        add(wanted.path, bytes)
      }
    }
    for file in [weaveMissingPage(), SiteMap.file(of: index)]
      + index.languages.map({
        Feed.file(of: index, language: $0)
      })
    {
      if let file { add(file.path, file.bytes) }
    }
    let redirects = weaveRedirects()
    diagnostics += redirects.diagnostics
    for (file, place) in redirects.files {
      if files[file.path] == nil {
        add(file.path, file.bytes)
      } else {
        diagnostics.append(.clash(file, at: place))
      }
    }
    let sorted = files.sorted { $0.key < $1.key }.map { Site.File(path: $0.key, bytes: $0.value) }
    return (Site(files: sorted), diagnostics)
  }
}
