import ArgumentParser

/// The command line tool.
public struct Trama: ParsableCommand {
  /// What `trama --help` says.
  public static let configuration = CommandConfiguration(
    commandName: "trama",
    abstract:
      "Weaves Markdown lessons with Swift cells into a static course site, and keeps their outputs true.",
    discussion: """
      EXAMPLES
        trama build                      build the course in 'notebooks' into 'site'
        trama check                      run all lessons and compare what they record
        trama accept lesson.md           write what the cells show into a lesson
        trama run program.swift          run a Swift program
        trama weave lesson.md            print the article of a lesson as HTML

      Exit codes: 0 all is well, 1 there are findings or errors, 64 wrong usage.
      """,
    version: Version.current,
    subcommands: [Build.self, Check.self, Accept.self, Run.self, Tangle.self, WeaveLesson.self])

  /// A command without arguments, as the parser needs it.
  public init() {}
}

/// The version of the tool.
enum Version {
  static let current = "0.1.0"
}
