import ArgumentParser
import Diagnostics
import Lesson
import Session

/// `trama accept`.
struct Accept: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write what the cells show into the recordings of lessons.",
    discussion: """
      Only recordings that differ are rewritten, and nothing else in the file: not a byte. A number within \
      its tolerance stays as it is. A lesson with errors, or with the markers of a merge conflict, is left \
      alone; so is one that changed since it was read.

      EXAMPLES
        trama accept
        trama accept notebooks/es/derivada.md
        trama accept notebooks/es/derivada.md#parabola
        trama accept notebooks/es/derivada.md:120
        trama accept --interactive
      """)

  @Argument(
    help: ArgumentHelp(
      """
      Lessons, or folders of lessons (default: the whole course); FILE#label, or #label in any lesson of the \
      course, for one cell; FILE:LINE for what is at a line.
      """, valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The course whose lessons are meant where no path is given.", valueName: "course"))
  var course = "notebooks"

  @Flag(name: [.short, .long], help: "Show each change and ask whether to accept it.")
  var interactive = false

  @OptionGroup var caching: CacheOptions

  func validate() throws {
    for path in paths { _ = try AcceptedPart(path) }
  }

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    // Malformed ones ended the command in `validate`.
    let parts = AcceptedParts(paths.compactMap { try? AcceptedPart($0) }, course: course, report: &report)
    let files = LessonFile.run(parts.paths, cache: caching.cache(of: console), on: console)
    parts.check(files, report: &report)
    let acceptances = files.map { file in
      report.add(file.text)
      return file.outcome.map { outcome in
        let acceptance = Acceptance(of: outcome, only: parts.items(in: outcome.lesson, at: file.path))
        report.add(outcome.problems + acceptance.diagnostics)
        return acceptance
      }
    }
    let differing = acceptances.reduce(0) { $0 + ($1?.changes.count ?? 0) }
    var review = interactive ? AcceptReview(of: differing, on: console) : nil
    var outputs = 0
    var lessons = 0
    for case (let file, let acceptance?) in zip(files, acceptances) where !acceptance.changes.isEmpty {
      guard let outcome = file.outcome, review?.isOver != true else { continue }
      let changes =
        review?.accepted(of: acceptance.changes, in: outcome.lesson.source) ?? acceptance.changes
      guard !changes.isEmpty else { continue }
      let items = Set(changes.map(\.item))
      let text = acceptance.text(accepting: items)
      do throws(FileFailure) {
        try Disk.replace(file.path, old: file.bytes, with: Array(text.utf8))
      } catch {
        report.add(error)
        continue
      }
      outputs += changes.count
      lessons += 1
      if !interactive { write(changes, in: outcome.lesson.source, to: console) }
      warnOfProse(outcome, text, items, to: console)
    }
    report.write(to: .errors, of: console)
    if outputs > 0 {
      let left = interactive && differing > outputs ? ", \(differing - outputs) left as they were" : ""
      console.write("accepted \(Counted.outputs(outputs)) in \(Counted.lessons(lessons))\(left)\n")
    } else if differing > 0, interactive {
      console.write("accepted nothing, \(differing) left as they were\n")
    } else if report.errors == 0 {
      console.write("nothing to accept\n")
    }
    if report.errors > 0 {
      console.write("\(Counted.errors(report.errors)); lessons with errors were not changed\n", to: .errors)
    }
    return report.errors == 0 ? .fine : .findings
  }

  private func formatter(_ console: Console, _ source: SourceText? = nil) -> DiagnosticFormatter {
    DiagnosticFormatter(colour: console.usesColour(.output)) { $0 == source?.name ? source : nil }
  }

  /// Says at once which numbers of the prose were those of recordings that are gone.
  private func warnOfProse(
    _ outcome: LessonOutcome, _ text: String, _ items: Set<Acceptance.Item>, to console: Console
  ) {
    let source = SourceText(name: outcome.lesson.source.name, text: text)
    let lesson = Lesson(parsing: source)
    for warning in outcome.proseWarnings(slips: false, in: lesson, accepting: items) {
      console.write(formatter(console, source).format(warning))
    }
  }

  private func write(_ changes: [Acceptance.Change], in source: SourceText, to console: Console) {
    for change in changes {
      let position = source.position(of: change.offset)
      console.write("\(source.name):\(position.line): accepted the output of \(change.name)\n")
      console.write(change.shown(in: formatter(console)))
    }
  }
}
