import ArgumentParser
import Diagnostics
import Session

/// `trama tangle`.
struct Tangle: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the cells of a lesson as one Swift program.",
    discussion: """
      The program compiles on its own, in the Swift 5 language mode, and prints what the cells show. Cells that \
      fail, or that need what only Trama has, are left out; a comment says so in their place.

      EXAMPLES
        trama tangle notebooks/es/derivada.md > main.swift && swiftc -swift-version 5 main.swift
      """)

  @Argument(help: ArgumentHelp("A lesson.", valueName: "lesson"))
  var path: String

  @OptionGroup var caching: CacheOptions

  func execute(on console: Console) -> ExitStatus {
    var report = Report()
    let cache = caching.cache(of: console)
    for file in LessonFile.run([path], cache: cache, on: console) {
      report.add(file.text)
      guard let outcome = file.outcome else { continue }
      report.add(outcome.problems)
      console.write(TangledLesson(outcome).text)
    }
    report.write(to: .errors, of: console)
    return report.errors == 0 ? .fine : .findings
  }
}
