import Lesson
import Session

/// Weaves the pages of a course, one at a time and each independent of the others, so that many can be woven
/// at once.
///
///     let index = CourseIndex(course: course, lessons: lessons)
///     let weaver = PageWeaver(index: index)
///     let page = weaver.weave(outcome, at: "es/derivada.md")
///     page.path // "es/derivada.html"
public struct PageWeaver: Sendable {
  public let index: CourseIndex
  let theme: Theme
  /// The key of where links into the lessons lead.
  package let linksKey: CacheKey
  /// The search index of each language.
  let searchIndexes: [String: Theme.Asset]
  /// The course contents of each language for pages in each folder.
  private let contents: [ContentsKey: CourseContents]

  private struct ContentsKey: Hashable {
    var language: String
    var folder: String
  }

  /// Prepares what pages share.
  public init(index: CourseIndex, theme: Theme = .standard) {
    self.index = index
    self.theme = theme
    linksKey = index.linksKey
    var contents: [ContentsKey: CourseContents] = [:]
    for entry in index.entries {
      let key = Self.key(entry.language, entry.pagePath)
      if contents[key] == nil {
        contents[key] = CourseContents(index, language: entry.language, from: entry.pagePath)
      }
    }
    self.contents = contents
    var indexes: [String: Theme.Asset] = [:]
    for language in index.languages {
      let bytes = SearchIndex(index, language: language).bytes
      indexes[language] = Theme.Asset(bytes, name: "search.\(language)", suffix: "js")
    }
    searchIndexes = indexes
  }

  /// Weaves the page of a lesson that the index knows; an article in an empty frame where it does not.
  ///
  /// - Parameter path: The lesson's path in the course.
  /// - Complexity: Linear in the size of the lesson and the number of lessons.
  public func weave(_ outcome: LessonOutcome, at path: String) -> Page {
    page(of: WovenLesson(outcome, at: path, in: index))
  }

  /// Puts the frame around a woven lesson.
  ///
  /// - Complexity: Linear in the size of the article and the number of lessons.
  public func page(of lesson: WovenLesson) -> Page {
    let (entry, article) = (lesson.entry, lesson.article)
    let contents =
      contents[Self.key(entry.language, entry.pagePath)]
      ?? CourseContents(index, language: entry.language, from: entry.pagePath)
    let frame = Frame(
      index: index, theme: theme, searchIndex: searchIndexes[entry.language], path: entry.pagePath,
      language: entry.language, title: entry.title,
      description: entry.description ?? index.course.description?.text(in: entry.language),
      authors: entry.authors.isEmpty ? index.course.authors : entry.authors)
    guard let downloads = lesson.downloads else {
      return Page(
        path: entry.pagePath, html: frame.home(contents, article: article, source: entry.path),
        resources: article.resources, files: article.files, diagnostics: article.diagnostics)
    }
    let neighbours = index.neighbours(of: entry.path)
    let html = frame.lesson(
      article, contents: contents.marking(entry.path), downloads: downloads, previous: neighbours.previous,
      next: neighbours.next)
    return Page(
      path: entry.pagePath, html: html, resources: article.resources, files: downloads.files + article.files,
      diagnostics: article.diagnostics)
  }

  /// Weaves the home page of each language for which no author wrote one.
  ///
  /// - Complexity: Linear in the number of lessons.
  public func weaveHomes() -> [Page] {
    index.languages.filter { index.home(of: $0) == nil }.map { language in
      weave(at: index.homePath(of: language), in: language, title: index.course.title.text(in: language)) {
        $0.home($1)
      }
    }
  }

  /// Weaves the search page of each language.
  ///
  /// - Complexity: Linear in the number of lessons.
  public func weaveSearchPages() -> [Page] {
    index.languages.map { language in
      let title = Phrases(language: language).search.search
      return weave(at: index.searchPath(of: language), in: language, title: title) { $0.search($1) }
    }
  }

  /// Weaves a page of the course itself.
  private func weave(
    at path: String, in language: String, title: String, write: (Frame, CourseContents) -> [UInt8]
  ) -> Page {
    let frame = Frame(
      index: index, theme: theme, searchIndex: searchIndexes[language], path: path, language: language,
      title: title, description: index.course.description?.text(in: language), authors: index.course.authors)
    let html = write(frame, CourseContents(index, language: language, from: path))
    return Page(path: path, html: html, resources: [], files: [], diagnostics: [])
  }

  private static func key(_ language: String, _ path: String) -> ContentsKey {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return ContentsKey(language: language, folder: folder)
  }
}
