import ArgumentParser

/// `trama check`.
struct Check: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run lessons and compare what their cells show with what they record.",
    discussion: """
      Writes nothing. Each finding names its place and shows what is recorded (-) and what the cell shows (+).

      EXAMPLES
        trama check
        trama check notebooks/es/derivada.md
        trama check --course courses/calculus
      """)

  @Argument(
    help: ArgumentHelp("Lessons, or folders of lessons (default: the whole course).", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The course to check where no path is given.", valueName: "course"))
  var course = "notebooks"

  @OptionGroup var caching: CacheOptions

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let found = LessonPaths(paths, course: course, report: &report)
    let cache = caching.cache(of: console)
    for lesson in LessonFile.run(found.paths, cache: cache, on: console, CheckedLesson.init) {
      report.add(lesson)
    }
    report.write(to: .output, of: console)
    var summary = "\(Counted.lessons(found.paths.count)) checked, "
    summary += report.errors == 0 ? "no findings" : Counted.findings(report.errors)
    if report.warnings > 0 { summary += ", \(Counted.warnings(report.warnings))" }
    console.write(summary + "\n")
    return report.errors == 0 ? .fine : .findings
  }
}
