import Lesson
import Session

/// All of a page that follows from its lesson, and from where the lesson's links lead: the article and the files made
/// beside it, without the frame around them.
public struct WovenLesson: Sendable {
  /// What other pages know of it.
  public let entry: CourseIndex.Entry
  let article: Article
  /// The lesson in other forms; nil for a home page.
  let downloads: Downloads?

  /// Weaves a lesson.
  ///
  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - index: The course, which decides where links lead.
  /// - Complexity: Linear in the size of the lesson and of its outputs.
  public init(_ outcome: LessonOutcome, at path: String, in index: CourseIndex) {
    entry = index.entry(at: path) ?? CourseIndex.Entry(of: outcome, at: path, in: index.course)
    let drawings = FigureDrawings(of: outcome, language: index.language(of: outcome, at: path))
    article = Article(weaving: outcome, at: path, in: index, drawings: drawings)
    downloads = index.isHome(path) ? nil : Downloads(of: outcome, at: path, drawings: drawings)
  }

  init(entry: CourseIndex.Entry, article: Article, downloads: Downloads?) {
    self.entry = entry
    self.article = article
    self.downloads = downloads
  }
}
