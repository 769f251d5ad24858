import Diagnostics
import Testing

@testable import Lesson

/// What is written into a lesson is what reading it gives.
@Suite struct SpliceTests {
  /// Lines that try to end a fence, to lose indentation, or to look like something else.
  private static let outputs = [
    "", "13.0", "a", "  indented", "\ttab", " ", "\t", "```", "````", "  ```", "    ```", "~~~", "~~~~~",
    "```output", "> q", "- x",
    "# h", "$x$", "...", "á 漢 \u{F0000}", "\\", "`", "<!--", "1. a", "---", "    four", "trailing  ",
    "[a]: b", "\u{FEFF}",
  ]

  private static func output(_ generator: inout Generator) -> String {
    (0..<generator.below(6)).map { _ in generator.pick(outputs) }.joined(separator: "\n")
  }

  /// A lesson with cells at many depths, some of them recorded; and how many cells it has.
  private static func lesson(_ generator: inout Generator) -> (text: String, cells: Int) {
    let ending = generator.pick(["\n", "\n", "\r\n", "\r"])
    var lines: [String] = generator.below(4) == 0 ? ["---", "title: x", "---"] : []
    let count = 1 + generator.below(4)
    for index in 0..<count {
      let (first, rest) = generator.pick([
        ("", ""), ("> ", "> "), (">", ">"), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("- > ", "  > "),
        ("-\t", "\t"),
        (" ", " "), ("- - ", "    "), ("> > ", "> > "), ("> > ", ">> "), ("10) > - ", "    >   "),
        ("  - ", "\t"),
        ("> 1. ", ">\t  "),
      ])
      let extra = generator.pick(["", "", " ", "  "])
      let fence = generator.pick(["```", "````", "~~~", "~~~~~"])
      lines.append(first + fence + "swift #c\(index)")
      lines += ["let x = \(index)", "", "  x"].map { rest + $0 }
      lines.append(rest + extra + fence)
      if generator.below(2) == 0 {
        if generator.below(2) == 0 { lines.append(rest) }
        let recorded = generator.pick(["```", "~~~", "````"])
        let text = generator.pick(["", "old", "old\n\n  older"])
        lines.append(rest + extra + recorded + "output rtol=1")
        if !text.isEmpty {
          lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { rest + extra + $0 }
        }
        lines.append(rest + recorded)
      }
      lines.append(generator.below(3) == 0 ? rest : "")
      lines.append(generator.pick(["Text", "", "# Head", rest + "inside", "***", "    code"]))
      lines.append("")
    }
    var text = lines.joined(separator: ending)
    if generator.below(2) == 0 {
      while text.unicodeScalars.last.map({ $0 == "\n" || $0 == "\r" }) == true {
        text.unicodeScalars.removeLast()
      }
    }
    return (text, count)
  }

  @Test(arguments: 0..<40) func recordingsReadAsWritten(_ seed: Int) {
    var generator = Generator(seed: seed)
    for _ in 0..<50 {
      let (text, count) = Self.lesson(&generator)
      let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
      #expect(
        lesson.cells.count == count && lesson.diagnostics.isEmpty,
        "\(text.debugDescription) \(lesson.diagnostics)")
      let outputs = lesson.cells.map { _ in Self.output(&generator) }
      let edits = zip(lesson.cells, outputs).flatMap { $0.recordingEdits($1) }
      let written = lesson.replacing(edits)
      let again = Lesson(parsing: SourceText(name: "x.md", text: written))
      #expect(again.diagnostics.isEmpty, "\(text.debugDescription) → \(written.debugDescription)")
      #expect(
        again.cells.map(\.recording?.text) == outputs,
        "\(text.debugDescription) → \(written.debugDescription)")
      #expect(again.cells.map(\.code) == lesson.cells.map(\.code))
      #expect(again.cells.map(\.options) == lesson.cells.map(\.options))
      #expect(
        zip(again.cells, outputs).flatMap { $0.recordingEdits($1) } == [], "accepting twice changes nothing")
      #expect(Self.shape(again.blocks) == Self.shape(lesson.blocks), "\(written.debugDescription)")
    }
  }

  /// The document but for what is inside cells, and for the spacing of lists.
  private static func shape(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .quote(let content): "quote(\(shape(content)))"
      case .list(let list): "list(\(list.items.map(shape).joined(separator: "|")))"
      case .heading(let heading): heading.slug
      default: "\(block)"
      }
    }.joined(separator: ",")
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func aChangedDigitIsRestored(_ ending: String) {
    let text = [
      "# A", "", "1. > ```swift", "   > 6 * 7", "   > ```", "   > ~~~ output  rtol=1 ", "   > 42.5",
      "   > \tx  ", "   > ~~~  ", "", "Z",
    ].joined(separator: ending)
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
    let changed = text.replacing("42.5", with: "42.6")
    let broken = Lesson(parsing: SourceText(name: "x.md", text: changed))
    #expect(broken.cells[0].recording?.text == "42.6\n\tx  ")
    let recorded = lesson.cells[0].recording?.text ?? ""
    #expect(Array(broken.replacing(broken.cells[0].recordingEdits(recorded)).utf8) == Array(text.utf8))
  }

  @Test func missingRecordingsAreAdded() {
    let cases = [
      ("```swift\n1\n```", "```swift\n1\n```\n\n```output\n1\n```"),
      (
        "> ```swift\r\n> 1\r\n> ```\r\nlazy",
        "> ```swift\r\n> 1\r\n> ```\r\n>\r\n> ```output\r\n> 1\r\n> ```\r\nlazy"
      ),
      ("- ```swift\n  1\n  ```\n- b", "- ```swift\n  1\n  ```\n  ```output\n  1\n  ```\n- b"),
      ("- ```swift\n  1\n  ```\n\n- b", "- ```swift\n  1\n  ```\n\n  ```output\n  1\n  ```\n\n- b"),
    ]
    for (text, expected) in cases {
      let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
      #expect(lesson.replacing(lesson.cells[0].recordingEdits("1")) == expected)
    }
  }

  @Test func fencesGrowOnlyWhereTheyMust() {
    let text = "```swift\n1\n```\n```output\nx\n```  \n"
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
    #expect(
      lesson.replacing(lesson.cells[0].recordingEdits("a ``` b"))
        == text.replacing("\nx\n", with: "\na ``` b\n"))
    #expect(
      lesson.replacing(lesson.cells[0].recordingEdits("```")) == "```swift\n1\n```\n````output\n```\n````  \n"
    )
  }

  @Test func unclosedCellsAreLeftAlone() {
    for text in ["```swift\n1", "```swift\n1\n```\n```output\n1"] {
      let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
      #expect(lesson.cells[0].recordingEdits("2").isEmpty)
    }
  }

  @Test func carriageReturnsAreStoredAsLineEndings() {
    #expect(Recording.storable("a\r\nb\rc\n\r\n\0") == "a\nb\nc\n\n\u{FFFD}")
  }

  @Test func editsAreAppliedInAnyOrder() {
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: "abcdef"))
    let edits = [
      Edit(range: 4..<5, replacement: "E"), Edit(range: 0..<1, replacement: ""),
      Edit(range: 2..<2, replacement: "1"),
      Edit(range: 2..<2, replacement: "2"), Edit(range: 2..<3, replacement: "C"),
      Edit(range: 4..<6, replacement: "no"),
      Edit(range: 6..<7, replacement: "no"),
    ]
    #expect(lesson.replacing(edits) == "b12CdEf")
  }

  private static let values = [
    "5.0", "\"`\"", "\"``\"", "`", "\"=>\"", "[1, 2]", "-1.5e-10", "é", "$x$", "a\nb", "\\", "*",
  ]

  @Test(arguments: 0..<10) func inlineCellsReadAsWritten(_ seed: Int) throws {
    var generator = Generator(seed: seed)
    for _ in 0..<100 {
      let cells = (0..<3).map { _ in
        let code = generator.pick(["f(1)", "g(\"`\")", "[1: 2]", "a +\n  b", "x"])
        let recorded = generator.pick(["", "", " => 1", " =>", "=>  2 ", " =>\n  3"])
        let ticks = code.contains("`") ? "``" : generator.pick(["`", "```"])
        return "\(ticks){swift} \(code)\(recorded)\(ticks)"
      }
      let frame = generator.pick([
        ("", ""), ("> ", "\n> "), ("- ", "\n  "), ("# ", " "), ("> 1. ", "\n>    "),
      ])
      let text = (frame.0 + "A " + cells.joined(separator: ", $x$ *b* ")).replacing("\n", with: frame.1)
      let lesson = Lesson(parsing: SourceText(name: "x.md", text: text))
      #expect(lesson.inlineCells.count == 3, "\(text)")
      let values = lesson.inlineCells.map { _ in generator.pick(Self.values) }
      let edits = try zip(lesson.inlineCells, values).flatMap { try #require($0.recordingEdits($1)) }
      let written = lesson.replacing(edits)
      let again = Lesson(parsing: SourceText(name: "x.md", text: written))
      let expected = values.map(InlineCell.storable)
      #expect(
        again.inlineCells.map(\.recorded) == expected,
        "\(text.debugDescription) → \(written.debugDescription)")
      #expect(again.inlineCells.map(\.code) == lesson.inlineCells.map(\.code))
      #expect(again.inlineCells.allSatisfy { $0.recordingEdits($0.recorded ?? "") == [] })
    }
  }

  @Test func valuesWithAnArrowOfTheirOwnAreNotWritten() {
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: "`{swift} x => 1`"))
    #expect(lesson.inlineCells[0].recordingEdits("a => b") == nil)
    #expect(lesson.inlineCells[0].recordingEdits("") == nil)
  }

  @Test func titlesTakeOnlyWhatYAMLLeavesAlone() {
    let lesson = Lesson(parsing: SourceText(name: "x.md", text: "---\ntitle: A `{swift} x` b\n---\n"))
    #expect(lesson.inlineCells[0].recordingEdits("[\"a\": 1]") == nil)
    let edits = lesson.inlineCells[0].recordingEdits("1.0") ?? []
    #expect(lesson.replacing(edits) == "---\ntitle: A `{swift} x => 1.0` b\n---\n")
  }
}
