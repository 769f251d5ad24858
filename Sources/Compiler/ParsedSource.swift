import Diagnostics
import SwiftParser
import SwiftSyntax
import Synchronization

/// A text and what the parser makes of it.
///
/// The process keeps those of the texts that it has met last, so that what it meets again is not parsed again: a cell
/// that is run and then coloured, one that a translation has too, those of a lesson that is being edited.
public final class ParsedSource: Sendable {
  /// The tree as it was written, operators in sequences.
  public let tree: SourceFileSyntax
  private let standardFold = Mutex<SourceFileSyntax??>(nil)

  /// Parses a text that is not kept.
  init(parsing text: String) {
    tree = Parser.parse(source: text)
  }

  /// The tree with its operators folded as the standard library declares them; nil where there is something to report
  /// of them.
  ///
  /// - Complexity: Linear in the size of the tree the first time, constant from then on.
  var folded: SourceFileSyntax? {
    standardFold.withLock { known in
      if let known { return known }
      let folded = OperatorFolder.folded(tree)
      known = .some(folded)
      return folded
    }
  }

  /// Parses a text, unless that has been done lately.
  ///
  /// Call it on a thread with a deep stack, with a text that `NestingGuard` allows.
  ///
  /// - Complexity: Linear in the length of the text.
  public static func of(_ text: String) -> ParsedSource {
    if let known = recent.find(text) { return known }
    let source = ParsedSource(parsing: text)
    recent.keep(source, of: text)
    return source
  }

  /// A tree takes some fifty times the memory of its text.
  private static let recent = RecentTexts<ParsedSource>(limit: 1 << 16)
}
