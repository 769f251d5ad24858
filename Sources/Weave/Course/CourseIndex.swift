import Lesson
import Session

/// What every page needs to know of all the others: titles, order, languages and the anchors that links may
/// name.
///
/// It is read-only, so pages can be woven in parallel.
public struct CourseIndex: Sendable {
  /// One lesson as other pages see it.
  public struct Entry: Sendable {
    /// Its Markdown file, relative to the course.
    public let path: String
    /// Its page, relative to the site.
    public fileprivate(set) var pagePath: String
    /// BCP 47 tag.
    public let language: String
    /// What all versions of a lesson in different languages have in common.
    let original: String
    /// The title without markup, for `<title>` and the like.
    public let title: String
    /// The title as HTML without links.
    let titleHTML: Markup
    public let description: String?
    /// The lesson's own authors; none where they are those of the course.
    let authors: [String]
    /// Whether it has no page yet.
    let isDraft: Bool
    /// Everything that a link into the page may name: slugs of headings and labels of cells.
    public let anchors: Set<String>
    /// The day on which it came out, as `2026-05-17`.
    let date: String?
    /// What search finds of it.
    let sections: [SearchSection]
  }

  /// Lessons under one caption, as indices into `entries`.
  struct Part: Sendable {
    let title: LocalizedText?
    let entries: [Int]
    /// The parts in this one, after its entries; these have none.
    var parts: [Part] = []
    /// Whether its lessons are listed only on their own pages.
    var isCollapsed = false

    /// The entries of the part and of those in it.
    var allEntries: [Int] { entries + parts.flatMap(\.entries) }
  }

  public let course: Course
  /// All lessons in reading order.
  public let entries: [Entry]
  let parts: [Part]
  private let positions: [String: Int]
  /// What authors wrote for the home pages, by path: lessons that stand in no part.
  private var homes: [String: Entry]

  /// Indexes the lessons of a course.
  ///
  /// - Parameters:
  ///   - lessons: The path relative to the course and the outcome of each lesson, in any order. Those that
  ///     the course does not list come last, sorted by path; those that it lists and that are missing here,
  ///     and drafts, get no page.
  /// - Complexity: Linear in the size of the lessons.
  public init(course: Course, lessons: [(path: String, outcome: LessonOutcome)]) {
    self.init(course: course, entries: lessons.map { Entry(of: $0.outcome, at: $0.path, in: course) })
  }

  /// Indexes lessons of which an index already knew what it needs.
  ///
  /// - Parameter known: In any order, as for `init(course:lessons:)`; with `course` as it is here.
  /// - Complexity: Linear in the number of lessons, but for sorting those that the course does not list.
  public init(course: Course, entries known: [Entry]) {
    var unplaced: [String: Entry] = [:]
    for entry in known where !entry.isDraft { unplaced[entry.path] = entry }
    var entries: [Entry] = []
    var positions: [String: Int] = [:]
    func add(_ path: String) -> Int? {
      guard positions[path] == nil, let entry = unplaced[path] else { return nil }
      positions[path] = entries.count
      entries.append(entry)
      return entries.count - 1
    }
    var homes: [String: Entry] = [:]
    let listed = Set(course.lessonPaths)
    for path in course.homePaths where !listed.contains(path) {
      homes[path] = unplaced.removeValue(forKey: path)
    }
    var parts = course.parts.map { part in
      Part(
        title: part.title, entries: part.lessons.compactMap(add),
        parts: part.parts.map { Part(title: $0.title, entries: $0.lessons.compactMap(add)) }
          .filter { !$0.entries.isEmpty },
        isCollapsed: part.isCollapsed)
    }
    parts.append(Part(title: nil, entries: unplaced.keys.sorted().compactMap(add)))
    self.course = course
    self.entries = entries
    self.parts = parts.filter { !$0.allEntries.isEmpty }
    self.positions = positions
    self.homes = homes
    for (path, home) in homes {
      let page = homePath(of: home.language)
      self.homes[path]?.pagePath = page
    }
  }

  /// The lesson with a path.
  public func entry(at path: String) -> Entry? {
    positions[path].map { entries[$0] } ?? homes[path]
  }

  /// The language of a lesson: that of the course where it knows the lesson.
  func language(of outcome: LessonOutcome, at path: String) -> String {
    entry(at: path)?.language ?? outcome.lesson.frontMatter.language ?? "en"
  }

  /// What an author wrote for the home page of a language; nil where that is only generated.
  func home(of language: String) -> Entry? {
    course.homePaths.lazy.compactMap { homes[$0] }.first { $0.language == language }
  }

  /// Whether a path is that of a home page.
  func isHome(_ path: String) -> Bool { homes[path] != nil }

  /// The languages of the lessons, the course's first one first.
  var languages: [String] {
    var found: [String] = []
    for language in course.languages + entries.map(\.language) where !found.contains(language) {
      if entries.contains(where: { $0.language == language }) || home(of: language) != nil {
        found.append(language)
      }
    }
    return found.isEmpty ? [course.languages.first ?? "en"] : found
  }

  /// The home page of a language: the first has it at the root, the others in their own folder.
  func homePath(of language: String) -> String {
    language == languages.first ? "index.html" : "\(language)/index.html"
  }

  /// The search page of a language, beside its home page.
  func searchPath(of language: String) -> String { path(of: "search.html", besideHomeOf: language) }

  /// The path of a file beside the home page of a language.
  func path(of name: String, besideHomeOf language: String) -> String {
    SitePath.resolve(name, from: homePath(of: language)) ?? name
  }

  /// The parts as readers of a language see them: its lessons, and those that it has no version of.
  ///
  /// - Complexity: Linear in the number of lessons.
  func parts(in language: String) -> [Part] {
    let translated = Set(entries.lazy.filter { $0.language == language }.map(\.original))
    func own(_ part: Part) -> Part? {
      let kept = part.entries.filter {
        entries[$0].language == language || !translated.contains(entries[$0].original)
      }
      let part = Part(
        title: part.title, entries: kept, parts: part.parts.compactMap(own), isCollapsed: part.isCollapsed)
      return part.allEntries.isEmpty ? nil : part
    }
    return parts.compactMap(own)
  }

  /// The lessons before and after one in the reading order of its language, across parts.
  func neighbours(of path: String) -> (previous: Entry?, next: Entry?) {
    guard let position = positions[path] else { return (nil, nil) }
    let language = entries[position].language
    return (
      entries[..<position].last { $0.language == language },
      entries[(position + 1)...].first { $0.language == language }
    )
  }
}

extension CourseIndex.Entry {
  /// What an index says of a lesson.
  ///
  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - course: Decides its language.
  ///   - isSearched: Whether the index is to hold what search finds of it.
  /// - Complexity: Linear in the size of the lesson.
  public init(
    of outcome: LessonOutcome, at path: String, in course: Course, isSearched: Bool = true
  ) {
    let lesson = outcome.lesson
    self.path = path
    self.pagePath = Self.pagePath(of: path)
    self.language = Self.language(of: lesson, at: path, in: course)
    let translated = lesson.frontMatter.translationOf.flatMap { SitePath.resolve($0, from: path) }
    self.original = Self.withoutLanguage(translated ?? path, in: course)
    let title = Self.title(of: lesson)
    var writer = ArticleWriter(outcome: outcome, phrases: Phrases(language: language))
    writer.makesLinks = false
    writer.write(title)
    let plain = PlainText.of(title, in: outcome)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.title = plain.isEmpty ? name : plain
    if plain.isEmpty { writer.markup.text(name) }
    self.titleHTML = writer.markup
    self.description = lesson.frontMatter.description
    self.authors = lesson.frontMatter.authors
    self.isDraft = lesson.frontMatter.isDraft
    self.anchors = lesson.anchors
    self.date = lesson.frontMatter.date
    self.sections =
      isSearched
      ? SearchSection.sections(of: outcome, title: plain, wordsOfReference: writer.words(ofReference:)) : []
  }

  /// A path without the folder of its language.
  private static func withoutLanguage(_ path: String, in course: Course) -> String {
    let parts = path.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, course.languages.contains(String(parts[0])) else { return path }
    return String(parts[1])
  }

  static func pagePath(of path: String) -> String {
    path.hasSuffix(".md") ? path.dropLast(3) + ".html" : path + ".html"
  }

  /// The title of the front matter, or the first heading where that is of level 1.
  private static func title(of lesson: Lesson) -> [Inline] {
    if !lesson.frontMatter.title.isEmpty { return lesson.frontMatter.title }
    return lesson.openingHeading?.content ?? []
  }

  /// The language of a lesson: its own, that of its folder, or the course's first one.
  static func language(of lesson: Lesson, at path: String, in course: Course) -> String {
    if let language = lesson.frontMatter.language { return language }
    if let folder = path.split(separator: "/").first, course.languages.contains(String(folder)) {
      return String(folder)
    }
    return course.languages.first ?? "en"
  }
}
