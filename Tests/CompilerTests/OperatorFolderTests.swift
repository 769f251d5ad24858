import SwiftOperators
import SwiftParser
import SwiftSyntax
import Testing

@testable import Compiler

/// Operators fold as SwiftOperators folds them.
struct OperatorFolderTests {
  private static let operands = [
    "a", "f(b + 1, c: d)", "-e", "{ $0 * 2 + g }", "(h, i - j)", "[k ?? l]", "try m", "try? n", "await o",
    "p!",
    "\"q \\(r + 1)\"", "if s > t { u } else { v && w }",
  ]
  private static let operators = [
    "+", "-", "*", "/", "%", "<<", "&", "|", "&&", "||", "??", "==", "<", "...", "..<", "=", "+=", "->",
    "as Int +", "as? Int ??", "is Bool &&", "? x :", "? y + z * 2 :",
  ]

  /// A sequence of some operators.
  private static func sequence(_ generator: inout Generator) -> String {
    var text = operands[generator.below(operands.count)]
    for _ in 0..<1 + generator.below(6) {
      text += " " + operators[generator.below(operators.count)]
      text += " " + operands[generator.below(operands.count)]
    }
    return text
  }

  /// What SwiftOperators makes of a file; nil where it has something to report.
  private static func expected(_ file: SourceFileSyntax) -> String? {
    var problems = 0
    let folded = OperatorDeclarations.standard.foldAll(file) { _ in problems += 1 }
    return problems == 0 ? folded.debugDescription : nil
  }

  @Test func randomSequences() {
    var generator = Generator(seed: 71)
    var folded = 0
    for _ in 0..<4000 {
      let file = Parser.parse(source: "let _ = \(Self.sequence(&generator))")
      guard !file.hasError, let expected = Self.expected(file) else { continue }
      folded += 1
      #expect(OperatorFolder.folded(file)?.debugDescription == expected, "\(file)")
    }
    #expect(folded > 1000)
  }

  @Test(arguments: ["a < b < c", "a ... b ... c", "a %% b", "a as Int as? Int == b == c", "1 << 2 << 3"])
  func whatIsLeftToBeReported(_ text: String) {
    let file = Parser.parse(source: text)
    #expect(Self.expected(file) == nil)
    #expect(OperatorFolder.folded(file) == nil)
  }

  @Test func thePreludeIsFolded() {
    for tree in [Prelude.tree] + Prelude.Part.allCases.map(\.tree) { #expect(!tree.hasSequenceExpr) }
  }

  @Test func aFileWithoutOperatorsStaysAsItIs() {
    let file = Parser.parse(source: "print(f(-1))")
    #expect(OperatorFolder.folded(file)?.id == file.id)
  }
}
