import Diagnostics

/// What `course.yml` says.
public struct Course: Sendable, Hashable {
  /// A group of lessons under one caption.
  public struct Part: Sendable, Hashable {
    public var title: String
    /// Paths relative to the course folder, `/` between components.
    public var lessons: [String]

    /// For each of `lessons`, the UTF-8 offsets of its path in `course.yml`; empty in a part that no file
    /// gave.
    public var lessonRanges: [Range<Int>]

    public init(title: String, lessons: [String], lessonRanges: [Range<Int>] = []) {
      self.title = title
      self.lessons = lessons
      self.lessonRanges = lessonRanges
    }
  }

  public var title = ""
  public var description: String?
  public var authors: [String] = []
  /// BCP 47 tags; the first is the default of lessons that name none.
  public var languages: [String] = []
  public var repository: String?
  public var announcement: String?
  public var parts: [Part] = []
  /// What control sequences of formulas stand for, by their names with the backslash, in every lesson that does
  /// not say otherwise.
  public var macros: [String: String] = [:]
  /// Whether raw HTML in lessons reaches the page.
  public var allowsHTML = false
  /// What is wrong with the file, by place.
  public var diagnostics: [Diagnostic] = []

  public init() {}

  /// All lesson paths in reading order.
  public var lessonPaths: [String] { parts.flatMap(\.lessons) }
}
