import Diagnostics
import Formula
import Foundation
import Lesson
import Testing

@testable import Session

/// What becomes of the formulas of lessons.
@Suite struct FormulaVerificationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Lessons")

  private static func outcome(_ text: String) -> LessonOutcome {
    LessonRun(Lesson(parsing: SourceText(name: "lesson.md", text: text))).outcome()
  }

  /// Each formula of a lesson that states something, with what became of it.
  private static func listing(_ text: String) -> String {
    let outcome = outcome(text)
    var lines: [String] = []
    for (span, verdict) in zip(outcome.lesson.formulas, outcome.formulas) {
      let line = outcome.lesson.source.position(of: span.range.lowerBound).line
      let words: String
      switch verdict {
      case .silent: continue
      case .verified(let evidence): words = "verified: \(evidence)"
      case .exempt(let reason): words = "exempt: \(reason)"
      case .unread(let reason): words = "unread: \(reason)"
      case .contradicted: words = "contradicted"
      case .unreadable(let error): words = "unreadable: \(error.id)"
      }
      lines.append("\(line): \(span.tex): \(words)\n")
    }
    for diagnostic in outcome.findings {
      let position = outcome.lesson.source.position(of: diagnostic.range.lowerBound)
      lines.append("\(position.line):\(position.column): \(diagnostic.id): \(diagnostic.message)\n")
      lines += diagnostic.notes.map { "  \($0.message)\n" }
    }
    return lines.joined()
  }

  @Test(arguments: [
    "holding", "careful", "training", "contradicted", "wrong", "mistrained", "scopes", "unreadable",
    "unreadable-ignored", "readings", "misread", "combined", "combined-wrong", "data", "data-wrong", "words",
    "words-wrong", "slips", "measured", "measured-wrong", "matrices",
    "matrices-wrong", "notations", "notations-wrong", "textbooks", "textbooks-wrong",
  ])
  func verdictsOfALesson(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".md"), encoding: .utf8)
    let file = Self.folder.appending(path: name + ".verdicts")
    let listing = Self.listing(text)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(listing.utf8).write(to: file)
    }
    #expect(try listing == String(contentsOf: file, encoding: .utf8))
  }

  @Test(arguments: [
    "holding", "careful", "training", "readings", "combined", "data", "words", "measured", "matrices",
    "notations", "textbooks",
  ])
  func nothingInAHoldingLessonIsContradicted(
    _ name: String
  ) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".md"), encoding: .utf8)
    #expect(Self.outcome(text).findings.isEmpty)
  }

  @Test(arguments: [
    ("contradicted", 34), ("wrong", 10), ("mistrained", 6), ("misread", 43), ("combined-wrong", 27),
    ("data-wrong", 41), ("words-wrong", 34), ("notations-wrong", 37), ("textbooks-wrong", 28),
  ])
  func everyFormulaOfAContradictedLessonIs(_ name: String, _ count: Int) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".md"), encoding: .utf8)
    let outcome = Self.outcome(text)
    #expect(outcome.contradictions.count == outcome.lesson.formulas.count)
    #expect(outcome.lesson.formulas.count == count)
  }

  /// Looking at functions between cells changes nothing that cells see.
  @Test func cellsDoNotNoticeThatFormulasAreVerified() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "training.md"), encoding: .utf8)
    func outputs(_ text: String) -> [[Output]] { Self.outcome(text).cells.map(\.outputs) }
    let without = "---\nformulas: ignore\n---\n" + text
    #expect(outputs(text).count == 4)
    #expect(outputs(text) == outputs(without))
  }

  /// What `formula(of:)` writes, the reader reads: for every function of a first course and its derivative.
  @Test(arguments: FirstCourseFormulaTests.functions.indices) func formulasOfFunctionsAreVerified(
    _ index: Int
  ) {
    let (variable, body, _, _) = FirstCourseFormulaTests.functions[index]
    let cell = "```swift\nfunc f(_ \(variable): Double) -> Double { \(body) }\n"
    let written = Self.outcome(
      cell + "formula(of: f)\n```\n\n```swift\nformula(of: derivative(of: f))\n```\n")
    let tex = written.cells.flatMap(\.outputs).compactMap { output -> String? in
      if case .formula(let tex, _) = output { tex } else { nil }
    }
    #expect(tex.count == 2, "\(written.findings.map(\.message))")
    for (left, right) in zip(["f(\(variable))", "f'(\(variable))"], tex) {
      let outcome = Self.outcome(cell + "```\n\n$$\(left) = \(right)$$\n")
      guard case .verified? = outcome.formulas.first else {
        Issue.record("\(left) = \(right): \(outcome.formulas)")
        continue
      }
    }
  }

  /// What a paragraph says of the parameter of a function changes nothing where the formula does not mention it.
  @Test func numbersOfTheParagraphDoNotHideASlip() {
    let text = #"""
      ```swift
      func loss(_ p: Double, _ y: Double) -> Double { -y*log(p) - (1 - y)*log(1 - p) }
      ```

      With $y = 1$ it is $\text{loss}(0.8, 2) = -\ln 0.8 \approx 0.2231$.

      """#
    #expect(Self.outcome(text).contradictions.count == 1)
    #expect(Self.outcome(text.replacing("(0.8, 2)", with: "(0.8, 1)")).findings.isEmpty)
  }

  /// Cells that declare nothing, or are refused, do not stand for the one that declares.
  @Test(arguments: ["f(3)", "print(1)", "lett y = 1", "func f(", "let y = f(\"\")", "1 / 0", ""])
  func aContradictionNamesTheCellThatDeclares(_ cell: String) {
    let text =
      "```swift\nfunc f(_ x: Double) -> Double { x * x }\n```\n\n```swift\n\(cell)\n```\n\n$f'(x) = 3x$\n"
    let notes = Self.outcome(text).contradictions.map { $0.notes.map(\.message) }
    #expect(notes.count == 1)
    #expect(notes.first?.contains("'f' is x^2 in x, which cell 1 defines") == true, "\(notes)")
  }

  /// Every digit and every sign of every verified formula of the first lesson matters.
  @Test func noSlipInTheFirstLessonGoesUnnoticed() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../notebooks/es/derivada-y-descenso-del-gradiente.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let outcome = Self.outcome(text)
    #expect(outcome.findings.isEmpty)
    var count = 0
    for (span, verdict) in zip(outcome.lesson.formulas, outcome.formulas) {
      guard case .verified = verdict else { continue }
      for changed in Self.slips(of: span.tex) {
        count += 1
        var bytes = Array(text.utf8)
        let start = span.lineOffsets[0]
        bytes.replaceSubrange(start..<(start + span.tex.utf8.count), with: changed.utf8)
        let changedOutcome = Self.outcome(String(decoding: bytes, as: UTF8.self))
        let findings = changedOutcome.findings
        #expect(
          findings.count == 1 && findings.first?.id == "formula.contradicted", "\(span.tex) → \(changed)")
        #expect(findings.allSatisfy { span.range.contains($0.range.lowerBound) }, "\(span.tex) → \(changed)")
      }
    }
    #expect(count > 100)
  }

  /// The formula with each number one larger and each sign turned.
  private static func slips(of tex: String) -> [String] {
    var slips: [String] = []
    for match in tex.matches(of: /\d+/) {
      var changed = tex
      changed.replaceSubrange(match.range, with: String((Int(match.output) ?? 0) + 1))
      slips.append(changed)
    }
    for index in tex.indices where index > tex.startIndex && "+-".contains(tex[index]) {
      let before = tex[..<index].last { $0 != " " }
      guard let before, before.isLetter || before.isNumber || ")}".contains(before) else { continue }
      var changed = tex
      changed.replaceSubrange(index...index, with: tex[index] == "+" ? "-" : "+")
      slips.append(changed)
    }
    return slips
  }

  /// Functions that depend on each other in a circle end in no verdict, not in none ever.
  @Test(arguments: [#"\frac{dy}{dt} = 1"#, #"\frac{\partial y}{\partial t} = 1"#, "y = x", "x = y"])
  func circlesEnd(_ tex: String) {
    let outcome = Self.outcome(
      "```swift\nfunc x(_ y: Double) -> Double { y }\nfunc y(_ x: Double) -> Double { x }\n```\n\n$$\(tex)$$\n"
    )
    #expect(outcome.formulas.count == 1)
    #expect(outcome.findings.isEmpty)
  }

  /// Whatever stands between dollar signs gives a verdict.
  @Test(arguments: 0..<40) func anyFormulaGivesAVerdict(_ seed: Int) {
    var random = Dice(state: UInt64(seed))
    let pieces = [
      "x", "y", "f", "f'", "(", ")", "(x)", "=", "+", "-", "\\cdot ", "2", "3", "^2", "^{x}", "_1",
      "\\frac{1}{2}",
      "\\frac{dy}{dx}", "\\frac{\\partial f}{\\partial x}", "\\lim_{h \\to 0} ", "\\sin ", "\\ln ", "e^",
      "{x}", "|x|",
      "\\implies ", "\\approx ", ", ", "/", "\\sqrt{x}", "0.1", "1{,}5", "\\pm ", "\\left(x\\right)",
      "\\infty ", "'",
      "\\text{si }", "\\quad ", "!", "\\max", "[", "]", "^{100000}", "9999999999999999999999", "0", "h",
      "\\to ", "\\sum_{i=1}^{9}", "\\prod_{k=0}^{n} ", "\\nabla f",
      "\\begin{cases} x & x > 0 \\\\ 1 & y \\end{cases}", "\\%", "^\\circ", "f_x", "\\partial_x ", "(1, 2)",
      "\\binom{9}{x}", "\\int_0^1 ", "\\int_{-\\infty}^{\\infty} ", "dx", "\\circ ", " < ", "^*", "\\sin'",
      "(f)(x)", "\\|", "\\lim_{x \\to 0^+} ",
      "\\lim_{x \\to \\infty} ", "(x^2)'",
      "\\begin{pmatrix} 1 \\\\ x \\end{pmatrix}",
    ]
    var text =
      "```swift\nfunc f(_ x: Double) -> Double { x * x }\nfunc y(_ f: Double) -> Double { f / 0 }\n```\n\n"
    for _ in 0..<60 {
      let tex = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      text += "`{swift} 1`\n\n$`\(tex.joined())`$\n\n"
    }
    let outcome = Self.outcome(text)
    #expect(outcome.formulas.count == outcome.lesson.formulas.count)
    #expect(outcome.lesson.formulas.count == 60)
  }
}
