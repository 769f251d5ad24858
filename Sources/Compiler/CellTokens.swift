import SwiftSyntax

/// The tokens of a cell that must be the same in every translation of it.
///
/// Comments and white space are none, and of a string literal only its quotation marks and what it
/// interpolates count, in order.
///
///     CellTokens(of: #"print("Paso \(n)") // hecho"#)?.tokens.map(\.text)
///     // ["print", "(", "\"", "\\", "(", "n", ")", "\"", ")"]
public struct CellTokens: Sendable {
  /// One token.
  public struct Token: Sendable, Hashable {
    public let text: String
    /// UTF-8 offsets in the cell.
    public let range: Range<Int>
  }

  public let tokens: [Token]

  /// Reads a cell, also one that the parser finds errors in.
  ///
  /// Call it on a thread with a deep stack.
  ///
  /// - Returns: nil for a text that no parser should get; see `NestingGuard`.
  /// - Complexity: Linear in the length of the code.
  public init?(of code: String) {
    guard let source = ParsedSource.of(code) else { return nil }
    var tokens: [Token] = []
    for token in source.tree.tokens(viewMode: .sourceAccurate) {
      switch token.tokenKind {
      case .stringSegment, .endOfFile: continue
      default:
        let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
        tokens.append(Token(text: token.text, range: start..<start + token.text.utf8.count))
      }
    }
    self.tokens = tokens
  }
}
