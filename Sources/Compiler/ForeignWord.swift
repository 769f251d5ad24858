import SwiftSyntax

/// A word that other languages write for a statement of Swift, and that the parser takes for something else.
struct ForeignWord {
  let token: TokenSyntax
  /// What Swift writes for it.
  let replacement: String
  let message: String

  /// The first one of a text; nil where there is none.
  ///
  /// - Complexity: Linear in the length of the text.
  init?(in tree: SourceFileSyntax) {
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(tree)
    guard let found = finder.found else { return nil }
    self = found
  }

  private init(_ token: TokenSyntax, _ replacement: String, _ message: String) {
    self.token = token
    self.replacement = replacement
    self.message = message
  }

  private final class Finder: SyntaxVisitor {
    var found: ForeignWord?

    /// A `do` with a `while` behind it.
    override func visit(_ items: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
      for (first, second) in zip(items, items.dropFirst()) {
        guard found == nil, let block = first.item.as(DoStmtSyntax.self), block.catchClauses.isEmpty,
          let loop = second.item.as(WhileStmtSyntax.self), loop.body.leftBrace.presence == .missing
        else { continue }
        found = ForeignWord(block.doKeyword, "repeat", "this loop is written 'repeat { … } while …'")
      }
      return .visitChildren
    }

    /// A `try` with a block and a `catch` behind it.
    override func visit(_ attempt: TryExprSyntax) -> SyntaxVisitorContinueKind {
      let next = attempt.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .sourceAccurate)
      if found == nil, attempt.expression.is(ClosureExprSyntax.self), next?.tokenKind == .keyword(.catch) {
        found = ForeignWord(
          attempt.tryKeyword, "do",
          "this block is written 'do { … } catch { … }', with 'try' before each call in it")
      }
      return .visitChildren
    }
  }
}
