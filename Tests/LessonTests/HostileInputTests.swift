import Diagnostics
import Testing

@testable import Lesson

/// Any bytes give a lesson whose ranges lie inside the text, and which is written back unchanged.
@Suite struct HostileInputTests {
  private static let fragments = [
    "\n", "\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t", "> ", ">", "- ", "* ", "1. ", "10) ", "# ",
    "## ", "---\n",
    "===\n", "```", "```swift", "```swift\n", "```output\n", "~~~", "~~~swift #a echo=false\n",
    "~~~~output rtol=1\n",
    "````", "//| eval: false\n", "//| fuel: 1\n", "//|", "$", "$$", "$x$", "$$\na\n- b\n$$", "\\$", "\\",
    "\\text{", "}",
    "`", "``", "`{swift} a => 1`", "`{swift} a`", "{swift}", " => ", "@ref", "@", "[", "]", "(x)", "![",
    "](y)", "<", ">",
    "<!--", "-->", "<!-- unverified: z -->", "<b c=\"", "<http://x.y>", "&amp;", "&#xF0000;", "*", "**", "_",
    "[!NOTE]",
    "> [!TIP]-", "a", "é", "漢", "\u{F0000}", "\u{E000}", "\u{FEFF}", "\0", "0", "---\ntitle: \"a\"\n---\n",
    "---\ntitle: $x$ `{swift} y`\n---\n", "title", ": ", "|", "+ ", "\u{2028}", "\u{85}", "[a]: b\n",
    "|a|\n|-|\n",
  ]

  @Test(arguments: 0..<40) func fragmentsKeepTheInvariants(_ seed: Int) {
    var generator = Generator(seed: seed)
    for _ in 0..<100 {
      var text = generator.below(8) == 0 ? "---\n" : ""
      for _ in 0..<generator.below(40) { text += generator.pick(Self.fragments) }
      check(text)
    }
  }

  @Test(arguments: 0..<10) func bytesKeepTheInvariants(_ seed: Int) {
    var generator = Generator(seed: 1000 + seed)
    for _ in 0..<100 {
      let bytes = (0..<generator.below(200)).map { _ in
        generator.below(3) == 0
          ? UInt8(generator.below(256)) : generator.pick(Array(" \n\t>-`$~*[]<!#{}@\\".utf8))
      }
      do throws(Diagnostic) {
        check(try SourceText(name: "x.md", bytes: bytes).text)
      } catch {
        #expect(error.id == "encoding.utf8")
        #expect(error.range.lowerBound < bytes.count)
      }
    }
  }

  private func check(_ text: String) {
    let source = SourceText(name: "x.md", text: text)
    let lesson = Lesson(parsing: source)
    let all = 0..<text.utf8.count
    func inside(_ range: Range<Int>) -> Bool { range.lowerBound >= 0 && range.upperBound <= all.upperBound }
    #expect(Array(lesson.replacing([]).utf8) == Array(text.utf8))
    #expect(lesson.diagnostics.allSatisfy { inside($0.range) }, "\(text.debugDescription)")
    let starts = lesson.diagnostics.map(\.range.lowerBound)
    #expect(starts == starts.sorted(), "\(text.debugDescription)")
    for (index, cell) in lesson.cells.enumerated() {
      #expect(cell.index == index)
      #expect(inside(cell.range) && cell.lineOffsets.allSatisfy { all.upperBound >= $0 && $0 >= 0 })
      #expect(
        source[cell.range].hasPrefix("```") || source[cell.range].hasPrefix("~~~"), "\(text.debugDescription)"
      )
      if let recording = cell.recording {
        #expect(inside(recording.range) && inside(recording.bodyRange), "\(text.debugDescription)")
        #expect(recording.range.lowerBound >= cell.range.upperBound)
      }
    }
    for (index, cell) in lesson.inlineCells.enumerated() {
      #expect(cell.index == index && inside(cell.range))
      if let range = cell.recordedRange { #expect(inside(range) && cell.range.contains(range)) }
    }
    for (index, formula) in lesson.formulas.enumerated() {
      #expect(formula.index == index && inside(formula.range))
      #expect(
        formula.lineOffsets.allSatisfy { $0 <= formula.range.upperBound && $0 >= formula.range.lowerBound })
    }
    #expect(Self.covers(lesson), "\(text.debugDescription)")
  }

  /// Whether the document shows each cell once and in order.
  private static func covers(_ lesson: Lesson) -> Bool {
    var shown: [Int] = []
    func collect(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .cell(let index): shown.append(index)
        case .quote(let content): collect(content)
        case .callout(let callout): collect(callout.blocks)
        case .list(let list): list.items.forEach(collect)
        default: break
        }
      }
    }
    collect(lesson.blocks)
    return shown == Array(lesson.cells.indices)
  }

  @Test func deepNestingIsRefused() {
    let deep = [
      String(repeating: "> ", count: 10_000) + "a",
      String(repeating: ">", count: 4_000_000),
      String(repeating: "- ", count: 10_000) + "a",
      String(repeating: "> ", count: 150) + "a",
      (0..<150).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
      (0..<2000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        + String(repeating: "\n", count: 1_000_000),
      String(repeating: "*a ", count: 200) + String(repeating: "a* ", count: 200),
      String(repeating: "1. ", count: 300) + "x",
    ]
    for text in deep {
      let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
      #expect(lesson.diagnostics.map(\.id) == ["lesson.nesting"], "\(text.prefix(20))")
    }
    #expect(
      Lesson(parsing: SourceText(name: "x.md", text: String(repeating: "> ", count: 40) + "a")).diagnostics
        == [])
  }

  @Test func manyBracketsAreRefused() {
    let text = String(repeating: "![[]()", count: 300_000)
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
    #expect(lesson.diagnostics.map(\.id) == ["lesson.brackets"])
    let data = "```swift\nlet a = [\n" + String(repeating: "[1, 2],\n", count: 5000) + "]\n```\n"
    #expect(Lesson(parsing: SourceText(name: "x.md", text: data)).diagnostics == [])
  }

  @Test func deepYAMLIsRefused() {
    let deep = [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
      String(repeating: "{a: ", count: 100_000), "a:\n" + String(repeating: "? ", count: 50_000),
    ]
    for yaml in deep {
      let lesson = Lesson(parsing: SourceText(name: "x.md", text: "---\n\(yaml)\n---\n"))
      #expect(lesson.diagnostics.map(\.id) == ["yaml.nesting"])
      #expect(
        Course(parsing: SourceText(name: "c.yml", text: yaml)).diagnostics.map(\.id) == ["yaml.nesting"])
    }
  }

  @Test func largeFilesAreRefused() {
    let text = String(repeating: "palabra ", count: 10_000_000 / 8)
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
    #expect(
      lesson.diagnostics.map(\.message) == ["the file has 10000000 bytes; at most 8388608 (8 MiB) are read"])
    #expect(lesson.blocks.isEmpty)
    let long = [
      "title: A " + String(repeating: "![]()", count: 10_000),
      "a: " + String(repeating: "b", count: 2_000_000),
    ]
    #expect(
      long.flatMap {
        Lesson(parsing: SourceText(name: "x.md", text: "---\n\($0)\n---\n")).diagnostics.map(\.id)
      }
        == ["front-matter.title", "yaml.size"])
  }

  @Test(arguments: [
    "`", "$", "$$ ", "$\\text{", "<", "<!--", "<a b=\"", "<?", "<!A ", "@a", "\\", "[", "![l", "](", "*a ",
    "_a_ ", "`` ` ",
    "$a ", "$`", "<!-- unverified:", "$x$ <!-- ", "&", "[a](", "**a", "*a **b ", "```\n", "- a\n", "> a\n\n",
    "$$\n- a\n\n",
    "<b>", "]", "[a", "[^1]: ", "[a]: b\n", "a\n\n", "# $$\n",
  ])
  func repetitionIsQuick(_ unit: String) {
    let clock = ContinuousClock()
    let text = String(repeating: unit, count: 150_000 / unit.utf8.count)
    let time = clock.measure { check(text) }
    #expect(time < .seconds(5), "\(unit.debugDescription)")
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
