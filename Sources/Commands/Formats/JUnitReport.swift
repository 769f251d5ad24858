import Diagnostics

/// Findings in the XML that JUnit's Ant task writes and CI servers read: a suite for each lesson; in it a case for each
/// cell, inline cell and formula that was checked, and one for the lesson itself.
enum JUnitReport {
  static func text(of report: Report, _ lessons: [CheckedLesson]) -> String {
    var rest = report.sorted
    var suites = ""
    var (tests, failures) = (0, 0)
    for lesson in lessons {
      let own = rest.filter { $0.file == lesson.path }
      rest.removeAll { $0.file == lesson.path }
      let cases = cases(of: lesson, own)
      tests += cases.count
      failures += cases.count { !$0.findings.isEmpty }
      suites += suite(lesson.path, cases, report)
    }
    // What belongs to no lesson: the course file, files that cannot be read.
    for file in Set(rest.map(\.file)).sorted() {
      let own = rest.filter { $0.file == file }
      tests += 1
      failures += 1
      suites += suite(file, [Case(name: file, range: 0..<0, findings: own)], report)
    }
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"trama check\" tests=\"\(tests)\" failures=\"\(failures)\">\n"
      + suites + "</testsuites>\n"
  }

  private struct Case {
    var name: String
    /// Where in the lesson what it checks stands.
    var range: Range<Int>
    var findings: [Diagnostic] = []
  }

  private static func cases(of lesson: CheckedLesson, _ findings: [Diagnostic]) -> [Case] {
    var whole = Case(name: "the lesson", range: 0..<0)
    var cases = lesson.checks.map { Case(name: $0.name, range: $0.range) }
    for finding in findings {
      // The innermost, where an inline cell stands in something else that is checked.
      let place = finding.range.lowerBound
      let found = cases.indices.filter {
        cases[$0].range.contains(place) || cases[$0].range.lowerBound == place
      }
      .min { cases[$0].range.count < cases[$1].range.count }
      if let found { cases[found].findings.append(finding) } else { whole.findings.append(finding) }
    }
    return [whole] + cases
  }

  private static func suite(_ name: String, _ cases: [Case], _ report: Report) -> String {
    let failures = cases.count { !$0.findings.isEmpty }
    var xml =
      "  <testsuite name=\"\(escaped(name))\" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">\n"
    for item in cases {
      let line = report.region(of: Diagnostic.Place(file: name, range: item.range))?.line ?? 1
      xml +=
        "    <testcase classname=\"\(escaped(name))\" name=\"\(escaped(item.name))\" file=\"\(escaped(name))\" line=\"\(line)\""
      if item.findings.isEmpty {
        xml += "/>\n"
        continue
      }
      xml += ">\n"
      let formatter = report.formatter(colour: false)
      xml +=
        "      <failure type=\"\(escaped(item.findings[0].id))\" message=\"\(escaped(item.findings[0].message))\">"
      xml +=
        escaped(item.findings.map(formatter.format).joined(), keepsLines: true)
        + "</failure>\n    </testcase>\n"
    }
    return xml + "  </testsuite>\n"
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
