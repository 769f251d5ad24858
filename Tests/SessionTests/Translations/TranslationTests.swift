import Diagnostics
import Lesson
import Testing

@testable import Session

@Suite struct TranslationTests {
  /// The findings as `line:column [note's line:column] id: message`.
  private func findings(_ translation: String, of original: String) -> [String] {
    let lesson = Lesson(parsing: SourceText(name: "en.md", text: translation))
    let source = Lesson(parsing: SourceText(name: "es.md", text: original))
    func place(_ place: Diagnostic.Place) -> String {
      let position = (place.file == "en.md" ? lesson : source).source.position(of: place.range.lowerBound)
      return "\(position.line):\(position.column)"
    }
    return Translation(lesson, of: source).findings.map { finding in
      let notes = finding.notes.compactMap(\.place).map { " [\(place($0))]" }.joined()
      return "\(place(finding.place))\(notes) \(finding.id): \(finding.message)"
    }
  }

  private let original = """
    Sea $f(x) = 2x$ y $x_{nuevo} \\in \\mathrm{dominio}$ si $x$ es `{swift} n + 1 => 2`.

    ```swift #uno
    //| fig-cap: "Una figura"
    let n = 1 // el contador
    print("Paso \\(n) de \\(n + 1)")
    ```

    ```swift
    let m = 2.0
    ```

    $$\\text{coste} = 3{,}5 \\cdot x^2$$

    ```swift
    n * 3
    ```
    """

  @Test func whatLanguagesWriteDifferentlyIsFree() {
    let translation = """
      If $x$ is `{swift} n + 1 => 2`, let $f(x)=2x$ and $x_{new}\\in\\mathrm{domain}$.

      ```swift #uno
      //| fig-cap: "A figure"
      // A counter
      let n = 1
      print("\\(n) of \\(n + 1) steps")
      ```

      ```swift
      let m = 2.0
      ```

      $$\\text{the cost} = 3.5 \\cdot x^2$$

      ```swift
      n * 3
      ```
      """
    #expect(findings(translation, of: original) == [])
    #expect(findings(original, of: original) == [])
  }

  @Test(arguments: [
    (
      "print(\"Paso \\(n) de", "print(\"Paso \\(m) de",
      "6:15 [6:15] translation.differs: cell #uno differs from the original: 'm' stands here, where that has 'n'"
    ),
    (
      "let n = 1 ", "var n = 1 ",
      "5:1 [5:1] translation.differs: cell #uno differs from the original: 'var' stands here, where that has 'let'"
    ),
    (
      "n * 3", "n * 3 + 1",
      "16:7 [16:6] translation.differs: cell 3 differs from the original: '+' stands here, where that has its end"
    ),
    (
      "n * 3", "n",
      "16:2 [16:3] translation.differs: cell 3 differs from the original: the end stands here, where that has '*'"
    ),
    (
      "```swift\nlet m = 2.0\n```\n", "",
      "3:1 [9:1] translation.missing: the cell 2 of the original is missing after cell #uno"
    ),
    (
      "n * 3", "n * 3\n```\n\n```swift\nlet q = [1]",
      "19:1 translation.extra: the original has no cell 4 here"
    ),
    (
      "```swift\nn * 3", "```swift eval=false\nn * 3",
      "15:1 [15:1] translation.option: 'eval' of cell 3 is false here, but true in the original"
    ),
    (
      "n + 1 => 2", "n + 2 => 2",
      "1:75 [1:75] translation.differs: inline cell `n + 2` differs from the original: '2' stands here, where that has '1'"
    ),
    (
      "2x$ y", "3x$ y",
      "1:13 [1:13] translation.differs: formula $f(x) = 3x$ differs from the original: '3' stands here, where that has '2'"
    ),
    (
      "x^2$$", "x^3$$",
      "13:32 [13:32] translation.differs: formula $\\text{coste} = 3{,}5 \\cdot x^3$ differs from the original: '3' stands here, where that has '2'"
    ),
    (
      "x_{nuevo}", "x_{ij}",
      "1:22 [1:23] translation.differs: formula $x_{ij} \\in \\mathrm{dominio}$ differs from the original: '{' stands here, where that has 'word'"
    ),
    (
      " si $x$", "",
      "1:19 [1:55] translation.missing: the formula $x$ of the original is missing after formula $x_{nuevo} \\in \\mathrm{dominio}$"
    ),
  ])
  func oneChangeIsOneFinding(_ old: String, _ new: String, _ expected: String) {
    #expect(original.contains(old))
    #expect(findings(original.replacing(old, with: new), of: original) == [expected])
  }

  @Test func aMissingFirstCellStandsAtTheFrontMatter() {
    #expect(
      findings("---\ntranslation-of: es.md\n---\n", of: "```swift\n1\n```\n") == [
        "2:1 [1:1] translation.missing: the cell 1 of the original is missing"
      ])
  }

  @Test func manyPartsThatDifferAreBounded() {
    let a = (0..<3000).map { "```swift\na\($0)\n```\n" }.joined(separator: "\n")
    let b = (0..<3000).map { "```swift\nb\($0)\n```\n" }.joined(separator: "\n")
    #expect(findings(b, of: a).count == 3000)
  }
}
