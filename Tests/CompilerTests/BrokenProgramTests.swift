import Diagnostics
import Session
import SwiftParser
import SwiftSyntax
import Testing

/// What is said of programs with syntax errors beside those.
@Suite struct BrokenProgramTests {
  /// What stands before a syntax error is checked like any other code.
  @Test func errorsBeforeTheFirstThatCannotBeReadAreTold() {
    let source = SourceText(
      name: "main.swift",
      text: """
        enum Failure: Error { case bad }
        func risky() throws -> Int { throw Failure.bad }
        let a = risky()
        func sum(_ n: Int) -> Int { n + "a" }
        let c =
        let d: Int = "d"
        """)
    #expect(run(source).errorLines(in: source) == [3, 4, 5])
  }

  /// What the rest declares is unknown only because it is not read.
  @Test func whatComesLaterIsNotMissed() {
    let source = SourceText(
      name: "main.swift",
      text: """
        struct A: P {}
        print(A().twice, [1].doubled, later(3), 2 ** 3, x, y)
        protocol P { var twice: Int { get } }
        infix operator **: MultiplicationPrecedence
        extension P { var twice: Int { 2 }
        extension Array { var doubled: Int { 2 } }
        func later(_ n: Int) -> Int { n }
        func ** (a: Int, b: Int) -> Int { a }
        let (x, y) = (1, 2)
        """)
    #expect(run(source).errors.allSatisfy { $0.id == "syntax" })
    #expect(run(source).failed)
  }

  /// A good program that lacks one token is wrong only where it can no longer be read.
  ///
  /// Names and opening braces are left: without one, what reads well may still mean something else.
  @Test func aTokenLessIsNoReasonForOtherErrors() async {
    await onLargeStack {
      var generator = Generator(seed: 5)
      var broken = 0
      for program in Corpus.programs where Corpus.unsupported[program.name] == nil {
        guard let text = try? program.source.text else { continue }
        let tokens = Parser.parse(source: text).tokens(viewMode: .sourceAccurate).filter {
          if case .identifier = $0.tokenKind { false } else { $0.tokenKind != .leftBrace }
        }
        let token = generator.pick(tokens)
        let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
        var bytes = Array(text.utf8)
        bytes.removeSubrange(start..<start + token.text.utf8.count)
        let source = SourceText(name: "main.swift", text: String(decoding: bytes, as: UTF8.self))
        let outcome = run(source)
        // Of two statements on a line each is clear.
        let errors = outcome.errors.filter { !$0.message.hasPrefix("consecutive statements") }
        guard errors.contains(where: { $0.id == "syntax" }) else { continue }
        broken += 1
        #expect(
          errors.allSatisfy { $0.id.hasPrefix("syntax") },
          "\(program.name) without '\(token.text)' at \(start):\n\(outcome.explained(in: source))")
      }
      #expect(broken > 100)
    }
  }
}
