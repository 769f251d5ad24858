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
        trama check --list-external
      """)

  @Argument(
    help: ArgumentHelp("Lessons, or folders of lessons (default: the whole course).", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The course to check where no path is given.", valueName: "course"))
  var course = "notebooks"

  @Flag(help: "List the links that lead out of the site, with their places; run and fetch nothing.")
  var listExternal = false

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let found = LessonPaths(paths, course: course, report: &report)
    if listExternal {
      console.write(ExternalLinks(of: found.paths, report: &report).text)
      report.write(to: .errors, of: console)
      return report.errors == 0 ? .fine : .findings
    }
    let files = LessonFile.run(found.paths, on: console)
    for file in files {
      report.add(file)
      if let outcome = file.outcome { report.add(outcome.findings) }
    }
    report.add(Workers.run { LinkCheck.findings(of: files) } ?? [])
    if let translations = Workers.run({ TranslationCheck(of: files) }) {
      report.add(translations.diagnostics)
      for source in translations.sources { report.add(source) }
    }
    report.write(to: .output, of: console)
    var summary = "\(Counted.lessons(found.paths.count)) checked, "
    summary += report.errors == 0 ? "no findings" : Counted.findings(report.errors)
    if report.warnings > 0 { summary += ", \(Counted.warnings(report.warnings))" }
    console.write(summary + "\n")
    return report.errors == 0 ? .fine : .findings
  }
}
