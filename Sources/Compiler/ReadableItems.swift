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
    let items = Array(tree.statements)
    var index = items.firstIndex { $0.hasError } ?? items.count
    var first =
      index < items.count
      ? items[index].firstToken(viewMode: .all)
      : tree.unexpectedBetweenStatementsAndEndOfFileToken?.firstToken(viewMode: .all)
    // What stands before it on its line may be a part of it.
    while let token = first, index > 0, !token.leadingTrivia.contains(where: \.isNewline) {
      index -= 1
      first = items[index].firstToken(viewMode: .all)
    }
    end = (first ?? tree.endOfFileToken).position.utf8Offset
    laterNames = Self.declaredNames(from: first)
  }

  /// The errors that those items have for sure, in the order of their places: in items that mention nothing of what
  /// the rest may declare.
  ///
  /// - Complexity: Linear in the length of the text, n log n in the number of problems.
  func errors(among problems: [Diagnostic]) -> [Diagnostic] {
    let errors = problems.filter { $0.severity == .error && $0.range.lowerBound < end }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    if errors.isEmpty { return [] }
    var doubtful = tree.statements.prefix { $0.position.utf8Offset < end }.filter { item in
      item.tokens(viewMode: .sourceAccurate).contains { laterNames.contains($0.text) }
    }.map { $0.position.utf8Offset..<$0.endPosition.utf8Offset }[...]
    return errors.filter { error in
      doubtful = doubtful.drop { $0.upperBound <= error.range.lowerBound }
      return doubtful.first?.contains(error.range.lowerBound) != true
    }
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
