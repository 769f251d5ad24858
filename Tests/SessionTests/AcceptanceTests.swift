import Testing

@testable import Session

@Suite struct AcceptanceTests {
  @Test func changesNothingElse() {
    let markdown = "# T  \r\n\r\n```swift #f\r\nf(3)\r\n```\r\n\r\n~~~~ output\r\n14.0\r\n~~~~\r\nend\t"
    let acceptance = Acceptance(of: outcome(markdown, cells: [[.value("13.0")]]))
    #expect(acceptance.text == markdown.replacing("14.0", with: "13.0"))
    #expect(acceptance.changes.map(\.name) == ["cell #f"])
    #expect(acceptance.changes.map(\.difference) == ["- 14.0\n+ 13.0"])
  }

  @Test func valuesWithinToleranceStay() {
    let markdown = "```swift\nf\n```\n\n```output rtol=1e-3\na = 1.0, b = 2.0\n...\nc\n```\n"
    let agreeing = outcome(markdown, cells: [[.text("a = 1.0001, b = 2.0\nx\nc\n")]])
    #expect(Acceptance(of: agreeing).text == markdown)
    #expect(Acceptance(of: agreeing).changes.isEmpty)
    let differing = outcome(markdown, cells: [[.text("a = 1.0001, b = 3.0\nx\nc\n")]])
    #expect(Acceptance(of: differing).text == markdown.replacing("b = 2.0", with: "b = 3.0"))
  }

  @Test func addsMissingRecordings() {
    let acceptance = Acceptance(of: outcome("```swift\n1\n```\nend", cells: [[.value("1")]]))
    #expect(acceptance.text == "```swift\n1\n```\n\n```output\n1\n```\nend")
  }

  @Test func leavesLessonsWithErrorsAlone() {
    let markdown = "```swift\n1\n```\n\n```swift fule=3\n2\n```\n"
    let acceptance = Acceptance(of: outcome(markdown, cells: [[.value("1")], [.value("2")]]))
    #expect(acceptance.changes.isEmpty)
    #expect(acceptance.text == markdown)
  }

  @Test func writesInlineValues() {
    let acceptance = Acceptance(
      of: outcome("a `{swift} f => 1` b `{swift} g =>` c `{swift} h`\n", inline: ["2", "3", "4"]))
    #expect(acceptance.text == "a `{swift} f => 2` b `{swift} g => 3` c `{swift} h`\n")
  }

  @Test func saysWhichValuesCannotBeWritten() {
    let acceptance = Acceptance(
      of: outcome("---\ntitle: 'El `{swift} f => 1`'\n---\n", inline: ["\"it's\""]))
    #expect(acceptance.changes.isEmpty)
    #expect(acceptance.diagnostics.map(\.id) == ["inline.unwritable"])
  }

  @Test func onlyChosenItemsChange() {
    let markdown = "```swift\n1\n```\n\na `{swift} f => 1`\n\n```swift\n2\n```\n"
    let outcome = outcome(markdown, cells: [[.value("1")], [.value("2")]], inline: ["3"])
    #expect(Acceptance(of: outcome).changes.map(\.item) == [.cell(0), .inlineCell(0), .cell(1)])
    let some = Acceptance(of: outcome, only: [.cell(1), .inlineCell(0)])
    #expect(some.changes.map(\.item) == [.inlineCell(0), .cell(1)])
    #expect(some.text == markdown.replacing("=> 1", with: "=> 3") + "\n```output\n2\n```\n")
    #expect(some.text(accepting: [.inlineCell(0)]) == markdown.replacing("=> 1", with: "=> 3"))
    #expect(some.text(accepting: [.cell(0)]) == markdown)
    #expect(Acceptance(of: outcome, only: []).text == markdown)
  }

  /// Whatever subset is accepted, what is left are the findings of the others.
  @Test func everySubsetStandsAlone() {
    let markdown = (0..<4).map { "> ```swift\n> \($0)\n> ```\n>\n> `{swift} f => 0`\n" }.joined(
      separator: "\n")
    let before = outcome(
      markdown, cells: (0..<4).map { [.value("\($0)\n~~~")] }, inline: ["1", "`", "3", "4"])
    let all = Acceptance(of: before)
    #expect(all.changes.count == 8)
    for mask in 0..<256 {
      let chosen = all.changes.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element.item)
      let after = before.with(text: all.text(accepting: Set(chosen)))
      #expect(
        Set(Acceptance(of: after).changes.map(\.item)) == Set(all.changes.map(\.item)).subtracting(chosen))
    }
  }

  @Test func itemsAreFoundByLine() {
    let markdown =
      "T `{swift} a` `{swift}\nb`\n\n> ```swift #f\n> 1\n> ```\n>\n> ```output\n> 1\n> ```\n\nfin"
    let lesson = outcome(markdown).lesson
    let items = (1...12).map { Acceptance.Item.atLine($0, of: lesson) }
    #expect(items[0] == [.inlineCell(0), .inlineCell(1)])
    #expect(items[1] == [.inlineCell(1)])
    #expect(items[2] == [])
    #expect(items[3...9].allSatisfy { $0 == [.cell(0)] })
    #expect(items[10...11].allSatisfy { $0 == [] })
    #expect(Acceptance.Item.labelled("f", in: lesson) == .cell(0))
    #expect(Acceptance.Item.labelled("g", in: lesson) == nil)
  }

  private func conflicting(_ line: String) -> LessonOutcome {
    outcome("```swift\n1\n```\n", cells: [[.text(line)]])
  }

  /// What would make the lesson read as one with a conflict is never written.
  @Test func conflictMarkersAreNotWritten() {
    let markdown = "```swift\n1\n```\n\n> ```swift\n> 2\n> ```\n"
    let text = Output.text("<<<<<<< a\n=======\n>>>>>>> b\n")
    let outcome = outcome(markdown, cells: [[text], [text]])
    let acceptance = Acceptance(of: outcome)
    #expect(acceptance.diagnostics.map(\.id) == ["recording.conflict"])
    #expect(acceptance.changes.map(\.item) == [.cell(1)])
    #expect(outcome.with(text: acceptance.text).lesson.diagnostics.isEmpty)
    for (line, isRefused) in [
      ("<<<<<<< a", true), (">>>>>>> b", true), ("=======", false), ("<<<<<<<", false),
      ("x <<<<<<< a", false),
    ] {
      let acceptance = Acceptance(of: conflicting(line))
      #expect(acceptance.changes.isEmpty == isRefused, "\(line)")
    }
  }

  /// Accepting leads to a clean check, and a second time to nothing; bytes outside recordings stay.
  @Test func acceptedLessonsAreClean() {
    var dice = Dice(state: 7)
    let texts = [
      "a\n", "1.0\n", "x = 1.5\n", "```\n", "~~~~\n", "...\n", "\n", "  two spaces\n", "\ttab\n", "> quote\n",
      "- item\n", "fin",
    ]
    for round in 0..<1500 {
      var markdown = ""
      let ending = round % 3 == 0 ? "\r\n" : "\n"
      var cells: [[Output]] = []
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let prefix = ["", "> ", "- ", "  > ", "1. "].randomElement(using: &dice) ?? ""
        let rest = prefix.contains(">") ? prefix : String(repeating: " ", count: prefix.utf8.count)
        var lines = ["\(prefix)```swift", "\(rest)x", "\(rest)```"]
        if Bool.random(using: &dice) {
          let fence = Bool.random(using: &dice) ? "```" : "~~~"
          if Bool.random(using: &dice) { lines.append(rest) }
          lines += ["\(rest)\(fence)output", "\(rest)old", "\(rest)\(fence)"]
        }
        markdown += lines.joined(separator: ending) + ending + ending + "Texto." + ending + ending
        cells.append(
          (0..<Int.random(in: 0...3, using: &dice)).map { _ in
            Output.text(texts.randomElement(using: &dice) ?? "")
          })
      }
      if Bool.random(using: &dice) { markdown += "final" }
      let before = outcome(markdown, cells: cells)
      #expect(before.lesson.diagnostics.isEmpty, "\(markdown.debugDescription)")
      #expect(before.lesson.cells.count == cells.count)
      let accepted = Acceptance(of: before).text
      let after = before.with(text: accepted)
      #expect(
        after.report == "", "\(markdown.debugDescription) gave \(accepted.debugDescription) for \(cells)")
      #expect(Acceptance(of: after).text == accepted)
      if before.findings.isEmpty { #expect(accepted == markdown) }
    }
  }
}
