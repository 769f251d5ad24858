import Diagnostics

/// What `course.yml` says.
public struct Course: Sendable, Hashable {
  /// A group of lessons under one caption.
  public struct Part: Sendable, Hashable {
    public var title: LocalizedText
    /// Paths relative to the course folder, `/` between components.
    public var lessons: [String]
    /// The parts in this one, after its own lessons; these have none.
    public var parts: [Part] = []
    /// Whether contents at the side list its lessons only on the pages of its own, and one link to it on others.
    public var isCollapsed = false

    /// For each of `lessons`, the UTF-8 offsets of its path in `course.yml`; empty in a part that no file
    /// gave.
    public var lessonRanges: [Range<Int>]

    public init(title: LocalizedText, lessons: [String], lessonRanges: [Range<Int>] = []) {
      self.title = title
      self.lessons = lessons
      self.lessonRanges = lessonRanges
    }
  }

  /// A page that is now another.
  public struct Redirect: Sendable, Hashable {
    /// The path that the page had in the site.
    public var page: String
    /// The path in the course of the lesson that it is now.
    public var lesson: String
    /// Where the course file says so.
    public var place: Diagnostic.Place

    public init(page: String, lesson: String, place: Diagnostic.Place) {
      self.page = page
      self.lesson = lesson
      self.place = place
    }
  }

  public var title: LocalizedText = ""
  public var description: LocalizedText?
  public var authors: [String] = []
  /// BCP 47 tags; the first is the default of lessons that name none.
  public var languages: [String] = []
  /// The address of the repository's page on the web.
  public var repository: String?
  /// The branch of the repository that lessons are edited on.
  public var branch: String?
  /// The path of the course folder in the repository; nil where it is the repository's root.
  public var repositoryFolder: String?
  public var announcement: LocalizedText?
  public var parts: [Part] = []
  /// The address that the site has on the web, without a slash at its end: `https://example.org/course`.
  public var site: String?
  /// The pages that have moved.
  public var redirects: [Redirect] = []
  /// What control sequences of formulas stand for, by their names with the backslash, in every lesson that does
  /// not say otherwise.
  public var macros: [String: String] = [:]
  /// Whether raw HTML in lessons reaches the page.
  public var allowsHTML = false
  /// What is wrong with the file, by place.
  public var diagnostics: [Diagnostic] = []

  public init() {}

  /// All parts in reading order, each before those in it.
  public var allParts: [Part] { parts.flatMap { [$0] + $0.parts } }

  /// All lesson paths in reading order.
  public var lessonPaths: [String] { allParts.flatMap(\.lessons) }

  /// The paths that the home pages of the course may have: one for each language, in its folder.
  public var homePaths: [String] {
    languages.isEmpty ? ["index.md"] : languages.map { $0 + "/index.md" }
  }
}
