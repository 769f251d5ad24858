import Diagnostics
import Lesson
import Testing

@testable import Session

@Suite struct LessonRunTests {
  private func run(_ markdown: String) -> LessonOutcome {
    LessonRun(Lesson(parsing: SourceText(name: "lesson.md", text: markdown))).outcome()
  }

  @Test func cellsShareOneScopeInOrder() {
    let found = run("```swift\nlet x = 1\n```\n\n```swift\nprint(\"a\")\n2.0\n```\n")
    #expect(found.cells.map(\.outputs) == [[], [.text("a\n"), .value("2.0")]])
    #expect(found.problems.isEmpty)
  }

  @Test func aCellMayHaveASeedOfItsOwn() {
    func numbers(_ options: String...) -> [[Output]] {
      let cells = options.map { "```swift\n\($0)Double.random(in: 0...1)\n```\n" }
      return run("---\nseed: 1\n---\n\n" + cells.joined(separator: "\n")).cells.map(\.outputs)
    }
    let own = numbers("", "//| seed: 9\n", "", "//| seed: 9\n", "")
    #expect(own[1] == own[3] && own[2] == own[4])
    #expect(Set([own[0], own[1], own[2]]).count == 3)
    #expect(numbers("//| seed: 1\n") == numbers(""))
  }

  @Test func inlineCellsRunAfterTheCellsBeforeThem() {
    let found = run("`{swift} x`\n\n```swift\nlet x = 1.0\n```\n\n`{swift} x`\n")
    #expect(found.inlineCells.map(\.failed) == [true, false])
    #expect(found.inlineCells[1].outputs == [.value("1.0")])
    #expect(found.problems.map(\.range) == [9..<10])
  }

  @Test func diagnosticsStandInTheLesson() {
    let found = run("Texto\n\n> ```swift\n> //| echo: false\n> let a = 1\n> nada\n> ```\n")
    let error = found.problems.first
    #expect(error?.file == "lesson.md")
    #expect(error.map { String(found.lesson.source[$0.range]) } == "nada")
  }

  @Test func aFailedCellDoesNotStopTheRun() {
    let found = run("```swift\nnada\n```\n\n```swift\n2.0\n```\n")
    #expect(found.cells.map(\.failed) == [true, false])
    #expect(found.cells[1].outputs == [.value("2.0")])
  }

  @Test func cellsWithoutEvaluationOrWithErrorsOfTheFormatDoNotRun() {
    let found = run("```swift eval=false\n1.0\n```\n\n```swift fule=1\n2.0\n```\n")
    #expect(found.cells.map(\.outputs) == [[], []])
  }

  @Test func limitsEndACell() {
    let found = run("```swift\n//| fuel: 1000\nwhile true {}\n```\n\n```swift\n2.0\n```\n")
    #expect(found.cells[0].failed)
    #expect(found.cells[0].diagnostics.first?.message.contains("fuel") == true)
    #expect(found.cells[1].outputs == [.value("2.0")])
  }
}
