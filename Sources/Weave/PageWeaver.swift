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
    let pagePath = index.entry(at: path)?.pagePath ?? CourseIndex.Entry.pagePath(of: path)
    let language = index.language(of: outcome, at: path)
    let drawings = FigureDrawings(of: outcome, language: language)
    let article = Article(weaving: outcome, at: path, in: index, drawings: drawings)
    let front = outcome.lesson.frontMatter
    let neighbours = index.neighbours(of: path)
    let contents =
      contents[Self.key(language, pagePath)] ?? CourseContents(index, language: language, from: pagePath)
    let frame = Frame(
      index: index, theme: theme, searchIndex: searchIndexes[language], path: pagePath, language: language,
      title: index.entry(at: path)?.title ?? pagePath,
      description: front.description ?? index.course.description?.text(in: language),
      authors: front.authors.isEmpty ? index.course.authors : front.authors)
    if index.isHome(path) {
      return Page(
        path: pagePath, html: frame.home(contents, article: article, source: path),
        resources: article.resources, files: article.files, diagnostics: article.diagnostics)
    }
    let downloads = Downloads(of: outcome, at: path, drawings: drawings)
    let html = frame.lesson(
      article, contents: contents.marking(path), downloads: downloads, previous: neighbours.previous,
      next: neighbours.next)
    return Page(
      path: pagePath, html: html, resources: article.resources, files: downloads.files + article.files,
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

extension Article {
  /// Weaves the article of a lesson.
  ///
  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - index: The course, which decides where links lead.
  /// - Complexity: Linear in the size of the lesson.
  public init(weaving outcome: LessonOutcome, at path: String, in index: CourseIndex) {
    let language = index.language(of: outcome, at: path)
    self.init(weaving: outcome, at: path, in: index, drawings: FigureDrawings(language: language))
  }

  init(weaving outcome: LessonOutcome, at path: String, in index: CourseIndex, drawings: FigureDrawings) {
    var writer = ArticleWriter(
      outcome: outcome, phrases: Phrases(language: drawings.language), index: index, path: path,
      drawings: drawings)
    writer.writeTitle()
    writer.write(outcome.lesson.blocks)
    writer.writeFootnotes()
    let links = LinkFindings(of: outcome.lesson, at: path, in: index).diagnostics
    self.init(
      diagnostics: links + writer.diagnostics, markup: writer.markup, headings: writer.headings,
      resources: writer.resources, files: writer.files)
  }
}

extension ArticleWriter {
  /// Writes the title as the first heading, unless the document starts with the same words.
  fileprivate mutating func writeTitle() {
    guard let title = outcome.titleAboveDocument else { return }
    markup.raw("<h1>")
    write(title)
    markup.raw("</h1>\n")
  }
}

extension LessonOutcome {
  /// The title of the front matter; nil where there is none, or where the document starts with the same words.
  var titleAboveDocument: [Inline]? {
    let title = lesson.frontMatter.title
    guard !title.isEmpty else { return nil }
    if let first = lesson.openingHeading,
      PlainText.of(first.content, in: self) == PlainText.of(title, in: self)
    {
      return nil
    }
    return title
  }
}
