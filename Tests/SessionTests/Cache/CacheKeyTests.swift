import Diagnostics
import Lesson
import Testing

@testable import Session

@Suite struct CacheKeyTests {
  private func key(
    _ markdown: String, name: String = "lesson.md", program: String = "p", limits: Engine.Limits = .standard
  ) -> String {
    let lesson = Lesson(parsing: SourceText(name: name, text: markdown))
    return CacheKey(of: LessonRun(lesson, limits: limits), by: Array(program.utf8)).name
  }

  private let base = "---\ntitle: T\nseed: 3\n---\n\nA.\n\n```swift\nlet x = 1.0\n```\n\nB `{swift} x`.\n"

  @Test func proseAndLooksDoNotMatter() {
    let same = [
      base.replacing("A.", with: "Otra cosa.\n\n## Aparte"),
      base.replacing("title: T", with: "title: U\nlang: es"),
      base.replacing("```swift\n", with: "```swift #label echo=false\n//| fig-cap: \"C\"\n"),
      base.replacing("```\n\nB", with: "```\n\n```output\n2.0\n```\n\nB"),
      base.replacing("x`.", with: "x => 2.0`."), base.replacing("\n", with: "\r\n"),
    ]
    for text in same { #expect(key(text) == key(base), "\(text)") }
  }

  @Test func everythingThatCellsSeeMatters() {
    var limits = Engine.Limits.standard
    limits.fuel += 1
    let others = [
      key(base.replacing("seed: 3", with: "seed: 4")), key(base.replacing("1.0", with: "1.1")),
      key(base.replacing("```swift\n", with: "```swift eval=false\n")),
      key(base.replacing("```swift\n", with: "```swift fuel=1000\n")),
      key(base.replacing("```swift\n", with: "```swift heap=1000\n")),
      key(base.replacing("```swift\n", with: "```swift depth=1000\n")),
      key(base.replacing("```swift\n", with: "```swift printed=1000\n")),
      key(base.replacing("```swift\n", with: "```swift error=true\n")),
      key(base.replacing("{swift} x", with: "{swift} x + 1")), key(base.replacing("A.", with: "`{swift} 1`")),
      key(base.replacing("A.", with: "```swift\n1\n```")),
      key(base.replacing("B `{swift} x`", with: "B")),
      key(
        base.replacing("\n\n```swift", with: " `{swift} x`\n\n```swift").replacing("B `{swift} x`", with: "B")
      ),
      key(base, name: "other.md"), key(base, program: "q"), key(base, limits: limits),
    ]
    #expect(Set(others + [key(base)]).count == others.count + 1)
  }

  /// Formulas are verified by a run: what they are, where they stand, which are exempt.
  @Test func formulasMatter() {
    func lesson(_ prose: String) -> String { key(base.replacing("A.", with: prose)) }
    let keys = [
      key(base), lesson("$x = 1$"), lesson("$x = 2$"), lesson("$x = 1$<!-- unverified: so -->"),
      lesson("$x = 1$<!-- unverified: else -->"), lesson("$x = 1$ $x$"), lesson("$x = 1$\n\n# H\n\n$x$"),
      lesson("$x = 1$\n\n## H\n\n$x$"), key(base + "\n$x = 1$\n"),
      key(base.replacing("title: T", with: "title: T\nformulas: ignore").replacing("A.", with: "$x = 1$")),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(lesson("Uno $x = 1$ dos") == lesson("Tres $x = 1$"))
    // What words say of them matters, and so do the paragraphs that they share.
    let around = [
      lesson("Tres $x = 1$"), lesson("Now let $x = 1$"), lesson("Instead $x = 1$"),
      lesson("For negative $x = 1$"),
      lesson("Modulo $x = 1$"), lesson("Degrees $x = 1$"), lesson("With 3 $x = 1$"),
      lesson("Exercise. $x = 1$"),
      lesson("A mistake $x = 1$"), lesson("a $x = 1$ b $x$"), lesson("a $x = 1$. B $x$"),
      lesson("a $x = 1$\n\nb $x$"),
    ]
    #expect(Set(around).count == around.count)
  }

  @Test func cellsThatCannotRunForTheirOptionsAreToldApart() {
    #expect(key(base.replacing("```swift\n", with: "```swift nope=1\n")) != key(base))
  }

  /// The same bytes cut elsewhere are another lesson.
  @Test func cellsAreToldApart() {
    let whole = key("```swift\nlet a = 1\nlet b = 2\n```\n")
    #expect(whole != key("```swift\nlet a = 1\n```\n\n```swift\nlet b = 2\n```\n"))
  }
}
