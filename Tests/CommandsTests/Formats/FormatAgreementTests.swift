import Foundation
import Testing

@testable import Commands

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever bytes lessons and their names hold, every format can be read, and all say the same.
@Suite struct FormatAgreementTests {
  /// Pieces that lessons are made of; none belongs to a text that is quite right.
  private static let pieces: [[UInt8]] =
    [
      "```swift\n1.0\n```\n\n```output\n2.0\n```\n\n", "```swift #a,b:c\nnada\n```\n\n",
      "> ```swift\r\n> print(\"<&>\\u{1}%0A]]>\")\r\n> ```\r\n\r\n", "`{swift} 1 => 2` ",
      "`{swift} \"–\u{1F600}\" => x` ",
      "![](x.png) ", "$1 + 1 = 3$ ", "$<\\&]]>$ ", "~~~output\n...\n", "\u{1}\u{B}\u{7F}\u{85}",
      "e\u{301}\u{200D}", "\u{FFFE}\u{FEFF}",
      "\r", "\t", "\n\n", "# Título %: «,»\n\n", "<!-- ]]> -->\n\n", "[a](b:c%zz) ", "^[x\n",
      "---\ntitle: \"\n---\n",
    ].map { Array($0.utf8) }
  /// Bytes that no text holds; a lesson with one has that finding only.
  private static let damage: [[UInt8]] = [[0xFF], [0xC3], [0x00]]

  private static let names = [
    "a.md", "b c.md", "d,e:f.md", "g%0A.md", "h\nh.md", "i\"<&>.md", "ñ\u{1F600}.md", "j\u{1}.md", "k\t'.md",
    "::l.md",
  ]

  private func lessons() -> (workspace: Workspace, pieces: Int) {
    let workspace = Workspace()
    var state: UInt64 = 2
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var count = 0
    for index in 0..<120 {
      var bytes: [UInt8] = []
      for _ in 0..<next(below: 12) {
        bytes += Self.pieces[next(below: Self.pieces.count)]
        if next(below: 40) == 0 { bytes += Self.damage[next(below: Self.damage.count)] }
        count += 1
      }
      workspace.write(bytes, to: "\(index / Self.names.count)/\(Self.names[index % Self.names.count])")
    }
    return (workspace, count)
  }

  @Test func allFormatsSayTheSame() throws {
    let (workspace, pieces) = lessons()
    #expect(pieces > 300)
    func check(_ format: String) -> String {
      let ended = workspace.trama("check", "--fail-on", "warning", "--format", format, "@")
      #expect(ended.status == 1)
      #expect(ended.errors.isEmpty)
      return ended.output
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(check("json").utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.count > 200)
    #expect((json["lessons"] as? [Any])?.count == 120)
    let ids = findings.compactMap { $0["id"] as? String }
    #expect(Set(ids).count > 8)

    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(check("sarif").utf8)) as? [String: Any])
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["ruleId"] as? String } == ids)
    for result in results {
      let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      let uri = (location?["artifactLocation"] as? [String: String])?["uri"]
      #expect(uri.flatMap { URL(string: $0) } != nil, "\(uri ?? "none")")
      for value in ((location?["region"] as? [String: Int]) ?? [:]).values { #expect(value >= 1) }
    }

    let commands = check("github").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(commands.count == ids.count)
    for (command, id) in zip(commands, ids) {
      #expect(
        command.firstMatch(of: /^::(error|warning) file=[^,:]+,[^:]*title=[^,:]+::/) != nil, "\(command)")
      #expect(command.contains("title=\(id)::"))
    }

    let root = try #require(XMLDocument(xmlString: check("junit")).rootElement())
    let suites = root.elements(forName: "testsuite")
    #expect(suites.count == 120)
    let failures = suites.flatMap { $0.elements(forName: "testcase") }.flatMap {
      $0.elements(forName: "failure")
    }
    #expect(root.attribute(forName: "failures")?.stringValue == "\(failures.count)")
    let told = failures.reduce(0) { count, failure in
      count + (failure.stringValue ?? "").matches(of: #/(?m)^\S.*?: (error|warning): /#).count
    }
    #expect(told >= ids.count)
  }

  /// A finding is told the same way twice: nothing depends on the order in which lessons were run.
  @Test(arguments: ["text", "github", "junit", "sarif", "json"]) func reportsAreDeterministic(
    _ format: String
  ) {
    let (workspace, _) = lessons()
    let first = workspace.trama("check", "--format", format, "@")
    #expect(workspace.trama("check", "--format", format, "@") == first)
    #expect(workspace.trama("check", "--format", format, "--no-cache", "@") == first)
  }
}
