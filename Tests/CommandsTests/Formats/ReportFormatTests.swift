import Foundation
import Testing

@testable import Commands

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportFormatTests {
  /// A lesson with a stale recording, a wrong formula, a warning and names that need escapes.
  static let lesson = """
    # Uno: «a, b» & <c> 100%

    ```swift
    func f(_ x: Double) -> Double { x * x }
    let unused = [1, 2].map { $0 }
    print("a\\tb <&>")
    f(3)
    ```

    ```output
    a\tb <&>
    8.0
    ```

    Vale `{swift} f(2) => 4.0` y $f'(x) = 3x$, y $f'(2) = 4$. ![](x.png)

    """
  static let name = "lección 1, a:b.md"

  private func check(_ format: String, _ more: String..., text: String = lesson) -> Ended {
    let workspace = Workspace([Self.name: text, "x.png": "x"])
    switch more.count {
    case 0: return workspace.trama("check", "--format", format, "@" + Self.name)
    default: return workspace.trama("check", "--format", format, more[0], more[1], "@" + Self.name)
    }
  }

  @Test func github() {
    let ended = check("github")
    #expect(ended.status == 1)
    let lines = ended.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix(
        "::error file=lección 1%2C a%3Ab.md,line=12,endLine=12,col=1,endColumn=4,title=recording.stale::the output of cell 1 differs from its recording%0Anote: "
      ))
    #expect(lines[0].contains("%0A- 8.0%0A+ 9.0"))
    #expect(
      lines[1].hasPrefix(
        "::error file=lección 1%2C a%3Ab.md,line=15,endLine=15,col=39,endColumn=41,title=formula.contradicted::"
      ))
    #expect(lines[2].hasPrefix("::warning "))
    #expect(ended.errors.isEmpty)
  }

  @Test func json() throws {
    let ended = check("json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(report["errors"] as? Int == 2)
    #expect(report["warnings"] as? Int == 1)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["id"] as? String } == [
        "recording.stale", "formula.contradicted", "image.alternative",
      ])
    #expect(findings.compactMap { $0["line"] as? Int } == [12, 15, 15])
    #expect(findings.allSatisfy { $0["file"] as? String == Self.name })
    let lesson = try #require((report["lessons"] as? [[String: Any]])?.first)
    #expect(lesson["cells"] as? Int == 1)
    #expect(lesson["verifiedFormulas"] as? Int == 1)
    #expect(ended.status == 1)
  }

  @Test func sarif() throws {
    let ended = check("sarif")
    let log = try #require(JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: String]]).compactMap { $0["id"] }
    #expect(rules == ["formula.contradicted", "image.alternative", "recording.stale"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["level"] as? String } == ["error", "error", "warning"])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
    }
    #expect(ended.output.contains("\"uri\" : \"file://lecci%C3%B3n%201%2C%20a%3Ab.md\""))
  }

  @Test func warningsFailWhereAsked() {
    let text = "![](x.png)\n"
    #expect(check("text", text: text).status == 0)
    #expect(check("json", "--fail-on", "warning", text: text).status == 1)
    #expect(check("github", "--fail-on", "error", text: text).status == 0)
    #expect(check("nonsense", text: text).status == 64)
  }

  /// A format holds nothing but itself, also where nothing is found and where no lesson is.
  @Test(arguments: ["github", "json", "sarif", "junit"]) func cleanLessons(_ format: String) throws {
    let ended = check(format, text: "Texto.\n")
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    switch format {
    case "github": #expect(ended.output.isEmpty)
    case "junit": _ = try XMLDocument(xmlString: ended.output)
    default: _ = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
    }
    let missing = Workspace().trama("check", "--format", format, "@none.md")
    #expect(missing.status == 1)
    #expect(missing.output.contains("none.md"))
  }
}
