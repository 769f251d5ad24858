import ArgumentParser
import Diagnostics
import Lesson
import Session
import Weave

/// `trama weave`.
struct WeaveLesson: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "weave",
    abstract: "Print the article of a lesson as HTML, without the frame of a page.",
    discussion: """
      The cells are run, and links lead where they lead on the page of the course that holds the lesson.

      With '--bare' nothing is run, and the HTML is what CommonMark asks for and no more: no identifiers, \
      classes, numbers or marks. What CommonMark does not know stands there as its source (formulas, \
      references, footnotes) or as plain elements (tables, code). Raw HTML stays as it is.

      EXAMPLES
        trama weave notebooks/es/derivada.md
        trama weave --bare notes.md > notes.html
      """)

  @Argument(help: ArgumentHelp("A lesson, or '-' for standard input.", valueName: "lesson"))
  var path: String

  @Flag(help: "Print plain CommonMark HTML without running the cells.")
  var bare = false

  @OptionGroup var caching: CacheOptions

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let cache = caching.cache(of: console)
    let place = LessonPlace(of: path)
    let file = Workers.run { [path, bare] in
      bare ? LessonFile(reading: path, at: place) : LessonFile(LessonText(path), at: place, cache: cache)
    }
    if let file { report.add(file.text) }
    if let outcome = file?.outcome {
      report.add(bare ? Self.remarks(on: outcome.lesson) : outcome.problems)
      console.write(bare ? outcome.lesson.commonMarkHTML : Self.article(outcome, at: place, &report))
    }
    report.write(to: .errors, of: console)
    return report.errors == 0 ? .fine : .findings
  }

  /// What is wrong with a lesson, as warnings: to CommonMark any text is well formed. What keeps the lesson from
  /// being read stays an error.
  private static func remarks(on lesson: Lesson) -> [Diagnostic] {
    lesson.diagnostics.map { diagnostic in
      var remark = diagnostic
      if !diagnostic.id.hasPrefix("lesson.") { remark.severity = .warning }
      return remark
    }
  }

  /// The article as the page of the lesson has it.
  private static func article(
    _ outcome: LessonOutcome, at place: LessonPlace, _ report: inout Report
  ) -> String {
    let own = CourseIndex.Entry(of: outcome, at: place.path, in: place.course, isSearched: false)
    let index =
      place.folder.map { CourseIndex(of: $0, known: [own]) } ?? CourseIndex(course: Course(), entries: [own])
    let article = Article(weaving: outcome, at: place.path, in: index)
    report.add(article.diagnostics)
    return article.html
  }
}
