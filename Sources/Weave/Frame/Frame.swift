import Lesson

/// What surrounds the contents of every page, as values for the templates.
struct Frame {
  /// The identifiers in the templates. No heading's slug has a colon.
  static let identifiers: Set<String> = [
    ":main", ":nav", ":toc", ":theme", ":print", ":full", ":search", ":find",
  ]

  let index: CourseIndex
  let theme: Theme
  /// The search index of the page's language; nil where the course has no lesson in it.
  let searchIndex: Theme.Asset?
  /// The page's path in the site.
  let path: String
  let language: String
  /// Without markup.
  let title: String
  let description: String?
  let authors: [String]

  private var phrases: Phrases { Phrases(language: language) }

  /// The page of a lesson.
  ///
  /// - Parameters:
  ///   - contents: The course contents with this lesson marked.
  ///   - downloads: The lesson in other forms.
  func lesson(
    _ article: Article, contents: String, downloads: Downloads, previous: CourseIndex.Entry?,
    next: CourseIndex.Entry?
  ) -> [UInt8] {
    var values = common
    values["article"] = article.html
    values["contents"] = contents
    values["pageContents"] = presence(PageContents.html(of: article.headings))
    let source = downloads.markdown.path
    values["downloads"] = [
      "markdown": SitePath.relative(from: path, to: source),
      "program": SitePath.relative(from: path, to: downloads.program.path),
      "notebook": SitePath.relative(from: path, to: downloads.notebook.path),
    ]
    let repository = RepositoryLinks(of: index.course)
    values["edit"] = repository?.edit(source).map { Markup.escaped($0) }
    values["issue"] = repository.map { Markup.escaped($0.issue(title: "\(title) (\(source))")) }
    values["versions"] = index.otherVersions(of: source).map {
      version(in: $0.language, at: $0.pagePath)
    }
    values["previous"] = previous.map(link)
    values["next"] = next.map(link)
    values["hasNeighbours"] = previous != nil || next != nil
    values["body"] = theme.render("lesson", values)
    return finish(values)
  }

  /// The home page.
  ///
  /// - Parameters:
  ///   - article: What an author wrote for it; nil where the course's title and description stand there.
  ///   - source: The path in the course of what the author wrote.
  func home(_ contents: CourseContents, article: Article? = nil, source: String? = nil) -> [UInt8] {
    var values = common
    values["isHome"] = true
    values["article"] = article?.html
    values["contents"] = contents.marking(nil)
    values["versions"] = index.languages.filter { $0 != language }.map {
      version(in: $0, at: index.homePath(of: $0))
    }
    let repository = RepositoryLinks(of: index.course)
    values["edit"] = source.flatMap { repository?.edit($0) }.map { Markup.escaped($0) }
    values["issue"] = repository.map { Markup.escaped($0.issue(title: title)) }
    values["first"] = contents.first.map { Markup.escaped($0) }
    let parts = index.parts(in: language)
    values["lessons"] = phrases.lessons(parts.reduce(0) { $0 + $1.allEntries.count })
    values["parts"] = catalogue(parts)
    values["lead"] = index.course.description.map { Markup.escaped($0.text(in: language)) }
    values["body"] = theme.render("home", values)
    return finish(values)
  }

  /// The page that searches, and lists the lessons where scripts do not run.
  func search(_ contents: CourseContents) -> [UInt8] {
    var values = common
    values["contents"] = contents.marking(nil)
    values["versions"] = index.languages.filter { $0 != language }.map {
      version(in: $0, at: index.searchPath(of: $0))
    }
    values["parts"] = catalogue(index.parts(in: language))
    values["body"] = theme.render("search", values)
    return finish(values)
  }

  /// The lessons with their descriptions, numbered through all parts, those in parts after the others.
  private func catalogue(_ parts: [CourseIndex.Part]) -> [[String: Any]] {
    var number = 1
    func section(_ part: CourseIndex.Part, _ name: String) -> [String: Any] {
      var values: [String: Any] = [:]
      values[name] = part.title.map { Markup.escaped($0.text(in: language)) }
      values["start"] = part.entries.isEmpty ? nil : String(number)
      number += part.entries.count
      values["lessons"] = part.entries.map { position in
        var lesson = link(index.entries[position])
        let entry = index.entries[position]
        lesson["summary"] = entry.description.map { Markup.escaped($0) }
        lesson["otherLanguage"] = entry.language == language ? nil : Markup.escaped(entry.language)
        return lesson
      }
      return values
    }
    return parts.flatMap { part in
      [section(part, "caption")] + part.parts.map { section($0, "subcaption") }
    }
  }

  private func finish(_ values: [String: Any]) -> [UInt8] {
    CompactMarkup.compact(Array(theme.render("frame", values).utf8))
  }

  private var common: [String: Any] {
    let course = index.course
    let courseTitle = course.title.text(in: language)
    var values: [String: Any] = [:]
    values["lang"] = Markup.escaped(language)
    values["title"] = Markup.escaped(title)
    values["courseTitle"] = Markup.escaped(courseTitle)
    values["pageTitle"] =
      title == courseTitle || courseTitle.isEmpty
      ? Markup.escaped(title) : Markup.escaped("\(title) · \(courseTitle)")
    values["description"] = description.map { Markup.escaped($0) }
    values["announcement"] = (course.announcement?.text(in: language)).flatMap(presence).map {
      Markup.escaped($0)
    }
    values["styleSheet"] = SitePath.relative(from: path, to: theme.styleSheet.path)
    values["icon"] = SitePath.relative(from: path, to: theme.icon.path)
    values["script"] = SitePath.relative(from: path, to: theme.script.path)
    values["canonical"] = course.address(of: path).map { Markup.escaped($0) }
    values["feed"] = Feed.path(in: index, language: language).map {
      Markup.escaped(SitePath.relative(from: path, to: $0))
    }
    values["search"] = searchIndex.map { asset in
      [
        "index": SitePath.relative(from: path, to: asset.path),
        "page": Markup.escaped(SitePath.relative(from: path, to: index.searchPath(of: language))),
      ]
    }
    values["home"] = Markup.escaped(SitePath.relative(from: path, to: index.homePath(of: language)))
    values["repository"] = RepositoryLinks(of: course).map { Markup.escaped($0.home) }
    values["copyright"] = presence(Markup.escaped(phrases.authors(authors)))
    values["phrases"] = phrases.values
    return values
  }

  private func link(_ entry: CourseIndex.Entry) -> [String: Any] {
    [
      "href": Markup.escaped(SitePath.relative(from: path, to: entry.pagePath)),
      "title": entry.titleHTML.string,
    ]
  }

  /// A link to this page in another language.
  private func version(in language: String, at target: String) -> [String: Any] {
    [
      "href": Markup.escaped(SitePath.relative(from: path, to: target)),
      "language": Markup.escaped(language),
    ]
  }

  private func presence(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension Phrases {
  /// The fixed words for the templates, escaped.
  var values: [String: Any] {
    let words: KeyValuePairs = [
      "skipToContent": skipToContent, "announcement": announcement, "courseContents": courseContents,
      "home": home, "onThisPage": onThisPage, "close": close, "theme": theme,
      "themeAutomatic": themeAutomatic, "themeLight": themeLight, "themeDark": themeDark,
      "repository": repository, "edit": edit, "issue": issue, "download": download, "source": source,
      "program": program, "notebook": notebook, "print": print, "fullScreen": fullScreen, "copy": copy,
      "copied": copied,
      "pageNavigation": pageNavigation, "otherLanguage": otherLanguage, "previous": previous, "next": next,
      "backToTop": backToTop, "start": start,
      "search": search.search, "searchField": search.field, "searchFailed": search.failed,
      "searchNeedsScripts": search.needsScripts,
    ]
    var values: [String: Any] = [:]
    for (name, word) in words { values[name] = Markup.escaped(word) }
    return values
  }
}
