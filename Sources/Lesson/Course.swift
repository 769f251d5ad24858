import Diagnostics

/// What `course.yml` says.
public struct Course: Sendable, Hashable {
  /// A group of lessons under one caption.
  public struct Part: Sendable, Hashable {
    public var title: LocalizedText
    /// Paths relative to the course folder, `/` between components.
    public var lessons: [String]

    /// For each of `lessons`, the UTF-8 offsets of its path in `course.yml`; empty in a part that no file
    /// gave.
    public var lessonRanges: [Range<Int>]

    public init(title: LocalizedText, lessons: [String], lessonRanges: [Range<Int>] = []) {
      self.title = title
      self.lessons = lessons
      self.lessonRanges = lessonRanges
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
  /// Whether raw HTML in lessons reaches the page.
  public var allowsHTML = false
  /// What is wrong with the file, by place.
  public var diagnostics: [Diagnostic] = []

  public init() {}

  /// All lesson paths in reading order.
  public var lessonPaths: [String] { parts.flatMap(\.lessons) }
}
