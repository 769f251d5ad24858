import ArgumentParser
import Diagnostics

/// How `trama check` writes its findings.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// GitHub's workflow commands, which show findings beside the changed lines.
  case github
  /// JUnit's XML: a suite for each lesson, a case for each thing that was checked.
  case junit
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Our own; see `JSONReport`.
  case json

  /// The findings in this format; nil for `text`, which the report itself writes.
  ///
  /// - Parameter threshold: What fails; JUnit knows failures only, and no warnings.
  func text(of report: Report, _ lessons: [CheckedLesson], failOn threshold: FailureThreshold) -> String? {
    switch self {
    case .text: nil
    case .github: GitHubReport.text(of: report)
    case .junit: JUnitReport(report, lessons, failOn: threshold).text
    case .sarif: SARIFReport(report).text
    case .json: JSONReport(report, lessons).text
    }
  }
}

/// From which severity on findings make a command fail.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning

  func isReached(by report: Report) -> Bool {
    report.errors > 0 || self == .warning && report.warnings > 0
  }

  func isReached(by finding: Diagnostic) -> Bool { finding.severity == .error || self == .warning }
}
