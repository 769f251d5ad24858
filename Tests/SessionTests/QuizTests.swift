import Diagnostics
import Lesson
import Session
import Testing

@Suite struct QuizTests {
  private func findings(_ options: String) -> [String] {
    let text = "```swift\nlet x = 3.0\n```\n\n```quiz\nWhat?\n\n\(options)\n```\n"
    let lesson = Lesson(parsing: SourceText(name: "a.md", text: text))
    return LessonRun(lesson).outcome().findings.map { "\($0.id): \($0.message)" }
  }

  @Test func recordedAnswersAreCompared() {
    #expect(findings("- [x] `{swift} x * x => 9.0`\n- [ ] 8") == [])
    let stale = findings("- [x] `{swift} x * x => 9.5`\n- [ ] 8")
    #expect(stale.count == 1 && stale.first?.hasPrefix("inline.stale: ") == true)
  }

  @Test func optionsThatShowTheSame() {
    let message = "quiz.option.same: two options of question 1 both show '9.0'; change one of them"
    #expect(findings("- [x] `{swift} x * x => 9.0`\n- [ ] 9.0") == [message])
    #expect(findings("- [x] *a* $b$\n- [ ] `c`\n- [ ] a $b$").count == 1)
  }

  @Test func onlyWrongOptionsMayContradictTheCells() {
    #expect(findings("- [x] $1 + 1 = 2$\n- [ ] $1 + 1 = 3$") == [])
    let contradicted = findings("- [x] $1 + 1 = 3$\n- [ ] $1 + 1 = 2$")
    #expect(contradicted.count == 1 && contradicted.first?.hasPrefix("formula.contradicted: ") == true)
  }
}
