import Lesson
import Session

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
