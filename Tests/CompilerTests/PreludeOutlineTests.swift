import SwiftParser
import SwiftSyntax
import Testing

@testable import Compiler

@Suite struct PreludeOutlineTests {
  private static let cases: [(source: String, outline: String)] = [
    ("func f() -> Int { 1 }", "func f() -> Int {/* 1 */}"),
    ("func f()\nfunc g() {}", "func f()\nfunc g() {}"),
    ("protocol P { func f() }\nfunc g() { h() }", "protocol P { func f() }\nfunc g() {/* h() */}"),
    ("var x: Int { 1 }\ninit() { y = 2 }", "var x: Int { 1 }\ninit() { y = 2 }"),
    ("func f<A,\n  B>()\n  where A: P { g() }", "func f<A,\n  B>()\n  where A: P {/* g() */}"),
    ("func f(_ g: () -> Int = { 2 }) -> Int { g() }", "func f(_ g: () -> Int = { 2 }) -> Int {/* g() */}"),
    (#"func f() { g("}", "\(h { "{" })") }"#, #"func f() {/* g("}", "\(h { "{" })") */}"#),
    ("func f() { // }\n  g()\n}", "func f() {/* // }\n  g()\n*/}"),
    ("func f() { a */ b }", "func f() { a */ b }"),
    ("func f() { func g() { 1 } }; func h() { 2 }", "func f() {/* func g() { 1 } */}; func h() {/* 2 */}"),
    ("let malfunc = { 1 }", "let malfunc = { 1 }"),
  ]

  @Test("What stands in the braces of functions becomes a comment", arguments: cases)
  func outlines(_ example: (source: String, outline: String)) {
    #expect(PreludeOutline(of: example.source).text == example.outline)
  }

  @Test("Whatever ends too early is copied", arguments: cases.map(\.source))
  func survivesCuts(_ source: String) {
    for length in 0..<source.count { _ = PreludeOutline(of: String(source.prefix(length))) }
  }

  @Test("The outline of the prelude has its functions, with the same in their braces")
  func keepsFunctions() {
    let whole = functions(in: Prelude.source)
    let outlined = functions(in: PreludeOutline(of: Prelude.source).text)
    #expect(whole.map(\.signature.trimmedDescription) == outlined.map(\.signature.trimmedDescription))
    #expect(whole.map { $0.name.text } == outlined.map { $0.name.text })
    var count = 0
    for (function, outline) in zip(whole, outlined) {
      guard let body = function.body, let empty = outline.body else {
        #expect(function.body == nil && outline.body == nil)
        continue
      }
      let statements = PreludeOutline.statements(in: empty.statements)
      #expect(statements.trimmedDescription == body.statements.trimmedDescription)
      if statements != empty.statements { count += 1 }
    }
    #expect(count > 400)
  }

  /// The functions that do not stand in others.
  private func functions(in source: String) -> [FunctionDeclSyntax] {
    final class Finder: SyntaxVisitor {
      var found: [FunctionDeclSyntax] = []
      override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        found.append(node)
        return .skipChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(Parser.parse(source: source))
    return finder.found
  }
}
