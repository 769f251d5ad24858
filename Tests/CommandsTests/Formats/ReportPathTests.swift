import Diagnostics
import Foundation
import Testing

@testable import Commands

/// Programs find the files that findings name, however the command was told of them.
@Suite struct ReportPathTests {
  @Test(arguments: [
    ("a.md", "a.md"), ("./a.md", "a.md"), ("././b//a.md", "b/a.md"), ("b/./a.md", "b/a.md"),
    ("../a.md", "../a.md"), ("b/../a.md", "b/../a.md"), ("/repo/course/a.md", "a.md"),
    ("/repo/course/b/a.md", "b/a.md"), ("/repo/courses/a.md", "/repo/courses/a.md"),
    ("/repo//course/./a.md", "a.md"), ("/a.md", "/a.md"), ("/repo/course", "/repo/course"), (".", "."),
  ]) func pathsAreBelowTheRepository(_ path: String, _ expected: String) {
    #expect(Report.repositoryPath(path, workingFolder: "/repo/course") == expected)
  }

  @Test func theRootIsNoRepository() {
    #expect(Report.repositoryPath("/b/a.md", workingFolder: "/") == "/b/a.md")
    #expect(Report.repositoryPath("/b/a.md", workingFolder: nil) == "/b/a.md")
  }

  @Test(.enabled(if: Executable.path != nil), arguments: ["github", "sarif", "junit"])
  func everyFormatUsesThem(_ format: String) throws {
    let workspace = Workspace(["notes/a.md": "`{swift} 1 => 2`\n"])
    func check(_ path: String) throws -> String {
      let output = try Executable.run(["check", "--format", format, path], in: workspace.path).output
      return output.replacing(/classname="[^"]*"|suite name="[^"]*"|<failure(.|\n)*<\/failure>/, with: "")
    }
    let plain = try check("notes/a.md")
    #expect(plain.contains("notes/a.md"))
    #expect(try check("./notes/a.md") == plain)
    #expect(try check(workspace("notes/a.md")) == plain)
  }

  @Test func notesAndFixesAreToldToo() throws {
    var report = Report()
    report.add(SourceText(name: "a.md", text: "one\ntwó three\n"))
    let place = Diagnostic.Place(file: "a.md", range: 9..<14)
    report.add([
      Diagnostic(
        .error, "x.y", file: "a.md", range: 0..<3, "wrong", notes: [.init("see here", at: place)],
        fix: .init("write 'two'", range: 4..<8, replacement: "two"))
    ])
    #expect(
      GitHubReport.text(of: report)
        == "::error file=a.md,line=1,endLine=1,col=1,endColumn=4,title=x.y::wrong%0Afix: write 'two'%0Anote: a.md:2:5: see here\n"
    )
    let log = try JSONSerialization.jsonObject(with: Data(SARIFReport(report).text.utf8)) as? [String: Any]
    let result = try #require(
      ((log?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first)
    let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect((replacement["insertedContent"] as? [String: String]) == ["text": "two"])
    #expect(
      (replacement["deletedRegion"] as? [String: Int])
        == ["startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4])
  }
}
