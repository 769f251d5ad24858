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
      its tolerance stays as it is. A lesson with errors is left alone.

      EXAMPLES
        trama accept
        trama accept notebooks/es/derivada.md
      """)

  @Argument(
    help: ArgumentHelp("Lessons, or folders of lessons (default: the whole course).", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The course whose lessons are meant where no path is given.", valueName: "course"))
  var course = "notebooks"

  @OptionGroup var caching: CacheOptions

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let found = LessonPaths(paths, course: course, report: &report)
    var outputs = 0
    var lessons = 0
    let files: [LessonFile] = LessonFile.run(
      found.paths, cache: caching.cache(of: console), on: console)
    for file in files {
      report.add(file)
      guard let outcome = file.outcome else { continue }
      report.add(outcome.problems)
      let acceptance = Acceptance(of: outcome)
      report.add(acceptance.diagnostics)
      guard !acceptance.changes.isEmpty else { continue }
      do throws(FileFailure) {
        try Disk.replace(file.path, old: file.bytes, with: Array(acceptance.text.utf8))
      } catch {
        report.add(error)
        continue
      }
      outputs += acceptance.changes.count
      lessons += 1
      write(acceptance.changes, in: outcome.lesson.source, to: console)
      warnOfProse(outcome, acceptance.text, to: console)
    }
    report.write(to: .errors, of: console)
    if outputs > 0 {
      console.write("accepted \(Counted.outputs(outputs)) in \(Counted.lessons(lessons))\n")
    } else if report.errors == 0 {
      console.write("nothing to accept\n")
    }
    if report.errors > 0 {
      console.write("\(Counted.errors(report.errors)); lessons with errors were not changed\n", to: .errors)
    }
    return report.errors == 0 ? .fine : .findings
  }

  /// Says at once which numbers of the prose were those of recordings that are gone.
  private func warnOfProse(_ outcome: LessonOutcome, _ text: String, to console: Console) {
    let source = SourceText(name: outcome.lesson.source.name, text: text)
    let formatter = DiagnosticFormatter(colour: console.usesColour(.output)) {
      $0 == source.name ? source : nil
    }
    for warning in outcome.proseWarnings(slips: false, in: Lesson(parsing: source)) {
      console.write(formatter.format(warning))
    }
  }

  private func write(_ changes: [Acceptance.Change], in source: SourceText, to console: Console) {
    for change in changes {
      let position = source.position(of: change.offset)
      console.write("\(source.name):\(position.line): accepted the output of \(change.name)\n")
      for line in change.difference.split(separator: "\n", omittingEmptySubsequences: false) {
        console.write("    \(line)\n")
      }
    }
  }
}
