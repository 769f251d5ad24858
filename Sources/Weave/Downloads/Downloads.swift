import Lesson
import Session

/// The files beside a lesson's page that hold the lesson in other forms.
struct Downloads {
  /// The lesson's Markdown, at its path in the course.
  let markdown: Site.File
  /// Its cells as one Swift program.
  let program: Site.File
  /// Its text and cells, with what these show, as a Jupyter notebook.
  let notebook: Site.File

  init(markdown: Site.File, program: Site.File, notebook: Site.File) {
    self.markdown = markdown
    self.program = program
    self.notebook = notebook
  }

  /// - Parameters:
  ///   - path: The lesson's path in the course.
  ///   - drawings: The figures that its cells show.
  /// - Complexity: Linear in the size of the lesson and of its outputs.
  init(of outcome: LessonOutcome, at path: String, drawings: FigureDrawings) {
    let paths = Self.paths(at: path)
    markdown = Site.File(path: paths.markdown, bytes: Array(outcome.lesson.source.text.utf8))
    program = Site.File(path: paths.program, bytes: Array(TangledLesson(outcome, named: path).text.utf8))
    notebook = Site.File(path: paths.notebook, bytes: Notebook(of: outcome, drawings: drawings).json)
  }

  /// Where in the site the files of a lesson are.
  static func paths(at path: String) -> (markdown: String, program: String, notebook: String) {
    let base = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    return (path, base + ".swift", base + ".ipynb")
  }

  var files: [Site.File] { [markdown, program, notebook] }
}
