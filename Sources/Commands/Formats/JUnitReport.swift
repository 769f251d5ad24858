import Diagnostics

/// Findings in the XML that JUnit's Ant task writes and CI servers read: a suite for each lesson; in it a case for each
/// cell, inline cell and formula that was checked, and one for the lesson itself.
///
/// A case fails for the findings that make the command fail; the others stand in its output.
struct JUnitReport {
  private let report: Report
  private let threshold: FailureThreshold
  private var suites: [(name: String, cases: [JUnitCase])] = []

  init(_ report: Report, _ lessons: [CheckedLesson], failOn threshold: FailureThreshold) {
    self.report = report
    self.threshold = threshold
    let findings = report.sorted
    let byFile = Dictionary(grouping: findings, by: \.file)
    for lesson in lessons {
      suites.append((lesson.path, JUnitCase.cases(of: lesson.checks, byFile[lesson.path] ?? [])))
    }
    // What belongs to no lesson: the course file, files that cannot be read.
    var named = Set(lessons.map(\.path))
    for finding in findings where named.insert(finding.file).inserted {
      let whole = JUnitCase(name: finding.file, range: 0..<0, findings: byFile[finding.file] ?? [])
      suites.append((finding.file, [whole]))
    }
  }

  var text: String {
    let cases = suites.flatMap(\.cases)
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"trama check\" \(counts(of: cases))>\n"
    for suite in suites {
      let name = Self.escaped(suite.name)
      xml += "  <testsuite name=\"\(name)\" \(counts(of: suite.cases)) errors=\"0\" skipped=\"0\">\n"
      for item in suite.cases { xml += element(item, of: suite.name) }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private func counts(of cases: [JUnitCase]) -> String {
    let failures = cases.count { $0.findings.contains(where: threshold.isReached) }
    return "tests=\"\(cases.count)\" failures=\"\(failures)\""
  }

  private func element(_ item: JUnitCase, of file: String) -> String {
    let line = report.line(of: Diagnostic.Place(file: file, range: item.range)) ?? 1
    let path = Self.escaped(Report.repositoryPath(file))
    let names = "classname=\"\(Self.escaped(file))\" name=\"\(Self.escaped(item.name))\""
    let start = "    <testcase \(names) file=\"\(path)\" line=\"\(line)\""
    guard !item.findings.isEmpty else { return start + "/>\n" }
    let failures = item.findings.filter(threshold.isReached)
    var xml = start + ">\n"
    if let first = failures.first {
      xml +=
        "      <failure type=\"\(Self.escaped(first.id))\" message=\"\(Self.escaped(first.message))\">"
        + words(of: failures) + "</failure>\n"
    }
    let others = item.findings.filter { !threshold.isReached(by: $0) }
    if !others.isEmpty { xml += "      <system-out>" + words(of: others) + "</system-out>\n" }
    return xml + "    </testcase>\n"
  }

  private func words(of findings: [Diagnostic]) -> String {
    let formatter = report.formatter(colour: false)
    return Self.escaped(findings.map(formatter.format).joined(), keepsLines: true)
  }

  /// A text as XML 1.0 allows it; in an attribute the ends of lines must be written as numbers to stay.
  private static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n" where keepsLines, "\t" where keepsLines: result.unicodeScalars.append(scalar)
      case "\n", "\t": result += "&#\(scalar.value);"
      case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        result.unicodeScalars.append(scalar)
      default: result += "\u{FFFD}"
      }
    }
    return result
  }
}
