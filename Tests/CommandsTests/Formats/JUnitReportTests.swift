import Diagnostics
import Foundation
import Testing

@testable import Commands

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitReportTests {
  /// The suite of a lesson.
  private func suite(_ text: String, _ options: String...) throws -> (root: XMLElement, cases: [XMLElement]) {
    let workspace = Workspace([ReportFormatTests.name: text, "x.png": "x"])
    let path = "@" + ReportFormatTests.name
    let ended =
      options.isEmpty
      ? workspace.trama("check", "--format", "junit", path)
      : workspace.trama("check", "--format", "junit", options[0], options[1], path)
    #expect(ended.errors.isEmpty)
    let root = try #require(XMLDocument(xmlString: ended.output).rootElement())
    let suites = root.elements(forName: "testsuite")
    #expect(suites.count == 1)
    let cases = try #require(suites.first).elements(forName: "testcase")
    let failed = cases.count { !$0.elements(forName: "failure").isEmpty }
    #expect(root.attribute(forName: "tests")?.stringValue == "\(cases.count)")
    #expect(root.attribute(forName: "failures")?.stringValue == "\(failed)")
    // The report and the exit status say the same.
    #expect((ended.status == 1) == (failed > 0))
    return (root, cases)
  }

  private func names(_ cases: [XMLElement]) -> [String] {
    cases.compactMap { $0.attribute(forName: "name")?.stringValue }
  }

  @Test func casesAreWhatWasChecked() throws {
    let cases = try suite(ReportFormatTests.lesson).cases
    #expect(
      names(cases) == [
        "the lesson", "cell 1", "inline cell `f(2)`", "formula f'(x) = 3x", "formula f'(2) = 4",
      ])
    #expect(cases.map { $0.elements(forName: "failure").count } == [0, 1, 0, 1, 0])
    #expect(cases.compactMap { $0.attribute(forName: "line")?.stringValue } == ["1", "3", "15", "15", "15"])
    let failure = try #require(cases[1].elements(forName: "failure").first)
    #expect(failure.attribute(forName: "type")?.stringValue == "recording.stale")
    #expect(failure.stringValue?.contains("\n    - 8.0\n    + 9.0\n") == true)
  }

  /// A warning is a failure only where it makes the command fail; else it is told without one.
  @Test func warningsFailWhereAsked() throws {
    let lenient = try suite(ReportFormatTests.lesson).cases
    let told = try #require(lenient[0].elements(forName: "system-out").first?.stringValue)
    #expect(told.contains("warning: "))
    let strict = try suite(ReportFormatTests.lesson, "--fail-on", "warning").cases
    #expect(strict.map { $0.elements(forName: "failure").count } == [1, 1, 0, 1, 0])
    #expect(strict.allSatisfy { $0.elements(forName: "system-out").isEmpty })
    let warning = try suite("![](x.png)\n").cases
    #expect(warning.map { $0.elements(forName: "failure").count } == [0])
    #expect(
      try suite("![](x.png)\n", "--fail-on", "warning").cases[0].elements(forName: "failure").count == 1)
  }

  @Test func repeatedNamesAreNumbered() throws {
    let text = "`{swift} 1 => 1`, `{swift} 1 => 2`, `{swift} 1 => 1`, $1 (2) = 3$\n"
    let cases = try suite(text).cases
    #expect(Set(names(cases)).count == cases.count)
    #expect(
      names(cases).prefix(4) == [
        "the lesson", "inline cell `1`", "inline cell `1` (2)", "inline cell `1` (3)",
      ])
    #expect(cases.prefix(4).map { $0.elements(forName: "failure").count } == [0, 0, 1, 0])
  }

  /// As many cases and findings as a long lesson can have; quadratic work would take minutes.
  @Test func longLessonsTakeLinearTime() {
    let findings = (0..<100_000).map { index in
      Diagnostic(
        index % 2 == 0 ? .error : .warning, "x", file: "a", range: 10 * index + 5..<10 * index + 6, "m")
    }
    let checks = (0..<100_000).map { (name: "c", range: 10 * $0..<10 * $0 + ($0 % 3 == 0 ? 3 : 8)) }
    let started = ContinuousClock.now
    let cases = JUnitCase.cases(of: checks, findings)
    #expect(ContinuousClock.now - started < .seconds(20))
    #expect(cases.count == 100_001)
    // A third of the cases end before the finding.
    #expect(cases[0].findings.count == 33_334)
    #expect(cases.dropFirst().allSatisfy { $0.findings.count <= 1 })
    #expect(Set(cases.map(\.name)).count == cases.count)
  }
}
