import ArgumentParser
import Diagnostics
import Session
import Weave

/// `trama build`.
struct Build: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run all lessons of a course and weave them into a static site.",
    discussion: """
      The new site replaces the old one only when every lesson is in order; else the old one stays as it is.

      EXAMPLES
        trama build
        trama build notebooks --output /srv/www/course --jobs 4
      """)

  @Argument(help: ArgumentHelp("The folder that holds 'course.yml'.", valueName: "course"))
  var course = "notebooks"

  @Option(help: ArgumentHelp("Where the site goes (default: 'site' beside the course).", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp("How many lessons run at the same time (default: one per processor).", valueName: "n"))
  var jobs: Int?

  @OptionGroup var caching: CacheOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' needs a number of at least 1, not \(jobs)") }
    if course.isEmpty { throw ValidationError("the course folder has no name") }
    if output == "" { throw ValidationError("'--output' needs the name of a folder") }
  }

  func execute(on console: Console) -> ExitStatus {
    let site = SiteFolder(output ?? Self.siteBeside(course))
    var report = Report()
    do throws(FileFailure) {
      let folder = CourseFolder(course)
      if folder.source != nil { try site.check(course: course) }
      let files = weave(folder, into: &report, on: console)
      if report.errors == 0 { try site.replace(with: files.map { ($0.path, $0.bytes) }) }
    } catch {
      report.add(error)
    }
    report.write(to: .errors, of: console)
    guard report.errors == 0 else {
      console.write("\(Counted.errors(report.errors)); the site was not changed\n", to: .errors)
      return .findings
    }
    console.write("the site is in \(site.path); open \(Disk.join(site.path, "index.html"))\n")
    return .fine
  }

  /// Runs and weaves all lessons.
  private func weave(_ folder: CourseFolder, into report: inout Report, on console: Console) -> [Site.File] {
    if let source = folder.source { report.add(source) }
    report.add(folder.diagnostics)
    let jobs = jobs ?? Workers.processors
    let cache = caching.cache(of: console)
    defer { cache?.trim() }
    let places = folder.lessons.map { (folder.path(of: $0), LessonPlace($0, in: folder)) }
    let lessons = Workers.map(lessons: places, jobs: jobs, on: console) { path, place in
      SiteLesson(path, at: place, cache: cache)
    }
    for lesson in lessons {
      report.add(lesson.text)
      report.add(lesson.problems)
    }
    let entries = lessons.compactMap(\.entry)
    // Links to a lesson that could not be read would only seem to be broken.
    guard entries.count == lessons.count, folder.source != nil else { return [] }

    let theme = CourseTheme(of: folder)
    report.add(theme)
    let index = CourseIndex(course: folder.course, entries: entries)
    let weaver = PageWeaver(index: index, theme: theme.theme)
    let pages = Workers.map(lessons, jobs: jobs) { $0.woven(by: weaver).map(weaver.page) }.compactMap(\.self)
    let (site, diagnostics) = weaver.assemble(pages, resource: folder.resource)
    report.add(diagnostics)
    return site.files
  }

  /// The default place of the site.
  static func siteBeside(_ course: String) -> String {
    let (parent, name) = Disk.split(course)
    guard name == "." || name == ".." || name.isEmpty else { return Disk.join(parent, "site") }
    return Disk.join(Disk.split(Disk.resolved(course) ?? course).folder, "site")
  }
}
