import Diagnostics
import SwiftSyntax

/// What of a text with syntax errors can be checked all the same: the items on the lines before the first error.
struct ReadableItems {
  /// The UTF-8 offset from which on nothing is checked.
  let end: Int
  private let tree: SourceFileSyntax
  /// What the rest may declare: its names may stand in the items before it.
  private let laterNames: Set<String>

  /// - Complexity: Linear in the length of the text.
  init(of tree: SourceFileSyntax) {
    self.tree = tree
    let rest = tree.unexpectedBetweenStatementsAndEndOfFileToken
    var first =
      tree.statements.first { $0.hasError }?.firstToken(viewMode: .all) ?? rest?.firstToken(viewMode: .all)
    // What stands before it on its line may be a part of it.
    while let token = first, !token.leadingTrivia.contains(where: \.isNewline),
      let item = tree.statements.last(where: { $0.endPosition <= token.position })
    {
      first = item.firstToken(viewMode: .all)
    }
    end = (first ?? tree.endOfFileToken).position.utf8Offset
    laterNames = Self.declaredNames(from: first)
  }

  /// Whether an error stands in those items for sure: in one that mentions nothing of what the rest may declare.
  func holds(_ problem: Diagnostic) -> Bool {
    guard problem.severity == .error, problem.range.lowerBound < end else { return false }
    let item = tree.statements.first { $0.endPosition.utf8Offset > problem.range.lowerBound }
    return item?.tokens(viewMode: .sourceAccurate).contains { laterNames.contains($0.text) } == false
  }

  /// The names behind the words that declare some, up to the value or the body.
  private static func declaredNames(from first: TokenSyntax?) -> Set<String> {
    var names: Set<String> = []
    var token = first
    // How many of the next words are names; a pattern may hold several.
    var expected = 0
    while let current = token {
      switch current.tokenKind {
      case .keyword(.let), .keyword(.var), .keyword(.case): expected = .max
      case .keyword(.func), .keyword(.struct), .keyword(.class), .keyword(.enum), .keyword(.protocol),
        .keyword(.extension), .keyword(.typealias), .keyword(.associatedtype), .keyword(.operator):
        expected = 1
      case .equal, .colon, .leftBrace, .keyword(.in): expected = 0
      case .identifier, .binaryOperator, .prefixOperator, .postfixOperator:
        if expected > 0 {
          names.insert(current.text)
          if expected == 1 { expected = 0 }
        }
      default: break
      }
      token = current.nextToken(viewMode: .all)
    }
    return names
  }
}
