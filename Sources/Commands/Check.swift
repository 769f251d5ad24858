import ArgumentParser
import Diagnostics
import Session

/// `trama check`.
struct Check: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run lessons and compare what their cells show with what they record.",
    discussion: """
      Writes nothing. Each finding names its place and shows what is recorded (-) and what the cell shows (+).

      Also found are formulas that do not hold, links and labels that lead nowhere, translations with other cells, \
      and sliders that would load too much. With a whole course, so is what would keep its site from being built: \
      its theme, pages that have moved, and files of one path.

      EXAMPLES
        trama check
        trama check notebooks/es/derivada.md
        trama check --course courses/calculus
        trama check --list-external
        trama check --format github --fail-on warning
        trama check --witness swiftc
      """)

  @Argument(
    help: ArgumentHelp("Lessons, or folders of lessons (default: the whole course).", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The course to check where no path is given.", valueName: "course"))
  var course = "notebooks"

  @Flag(help: "Also list the formulas that are not verified, each with the reason.")
  var verbose = false

  @Flag(help: "List the links that lead out of the site, with their places; run and fetch nothing.")
  var listExternal = false

  @Option(
    help: ArgumentHelp(
      "How findings are written: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"))
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Which findings make the command fail: error, or warning for all.", valueName: "severity"))
  var failOn = FailureThreshold.error

  @OptionGroup var caching: CacheOptions

  @Flag(help: "Also warn of numbers in the prose that are no values of the cells, but look like one.")
  var prose = false

  @Option(
    help: ArgumentHelp(
      "Also compile the lessons with 'swiftc', run them and compare, with at most \(FrameWitness.most) frames of "
        + "each cell with sliders: only lessons that you trust.",
      valueName: "compiler"))
  var witness: Witness?

  /// What else can run cells.
  enum Witness: String, ExpressibleByArgument, CaseIterable {
    case swiftc
  }

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let found = LessonPaths(paths, course: course, report: &report)
    if listExternal {
      console.write(ExternalLinks(of: found.paths, report: &report).text)
      report.write(to: .errors, of: console)
      return report.errors == 0 ? .fine : .findings
    }
    let cache = caching.cache(of: console)
    defer { cache?.trim() }
    var compiler: SwiftCompiler?
    do throws(FileFailure) {
      if witness == .swiftc { compiler = try SwiftCompiler() }
    } catch {
      report.add(error)
    }
    let lessons = Workers.map(lessons: LessonPlace.lessons(at: found.paths), on: console) {
      [compiler, prose] path, place in
      CheckedLesson(path, at: place, cache: cache, prose: prose, witness: compiler)
    }
    for lesson in lessons { report.add(lesson) }
    if let links = Workers.run({ [courses = found.courses] in LinkCheck(of: lessons, in: courses) }) {
      report.add(links.diagnostics)
      for course in found.courses { Self.check(course, lessons, links, &report) }
    }
    if let translations = Workers.run({ TranslationCheck(of: lessons) }) {
      report.add(translations.diagnostics)
      for source in translations.sources { report.add(source) }
    }
    let status: ExitStatus = failOn.isReached(by: report) ? .findings : .fine
    if let text = format.text(of: report, lessons, failOn: failOn) {
      console.write(text)
      return status
    }
    report.write(to: .output, of: console)
    if verbose {
      for lesson in lessons { for note in lesson.notes { console.write(Self.line(note, in: lesson.source)) } }
    }
    for remark in lessons.compactMap(\.remark) { console.write("note: \(remark)\n") }
    let verified = lessons.reduce(0) { $0 + $1.verifiedFormulas }
    var summary = "\(Counted.lessons(found.paths.count)) checked, "
    if verified > 0 { summary += "\(Counted.formulas(verified)) verified, " }
    summary += report.errors == 0 ? "no findings" : Counted.findings(report.errors)
    if report.warnings > 0 { summary += ", \(Counted.warnings(report.warnings))" }
    console.write(summary + "\n")
    return status
  }

  /// Checks that the lessons of a course make a site, with the theme that the course has.
  private static func check(
    _ course: CourseFolder, _ lessons: [CheckedLesson], _ links: LinkCheck, _ report: inout Report
  ) {
    report.add(CourseTheme(of: course))
    // What leads to a lesson that could not be read would only seem to be broken.
    let unread = Set(lessons.filter { $0.facts == nil }.map(\.path))
    guard !course.lessons.contains(where: { unread.contains(course.path(of: $0)) }) else { return }
    report.add(links.sitePlan(of: course)?.diagnostics ?? [])
  }

  private static func line(_ note: Diagnostic.Note, in source: SourceText?) -> String {
    guard let source, let range = note.place?.range else { return "\(note.message)\n" }
    let position = source.position(of: range.lowerBound)
    let excerpt = source[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(source.name):\(position.line):\(position.column): \(excerpt): \(note.message)\n"
  }
}
