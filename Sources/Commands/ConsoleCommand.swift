import ArgumentParser

/// A subcommand that can be run on any console, so that tests can run it too.
protocol ConsoleCommand: ParsableCommand {
  /// Does the work.
  func execute(on console: Console) -> ExitStatus
}

/// How a command ended.
enum ExitStatus: Int32 {
  case fine = 0
  /// There are findings, or something failed.
  case findings = 1
}

extension ConsoleCommand {
  /// Runs on the console of the process.
  func run() throws {
    let status = execute(on: .standard)
    guard Console.standard.flush() else { throw ExitCode(ExitStatus.findings.rawValue) }
    guard status == .fine else { throw ExitCode(status.rawValue) }
  }
}
