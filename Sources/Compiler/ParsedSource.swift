import Diagnostics
import SwiftParser
import SwiftSyntax
import Synchronization

/// A text and what the parser makes of it.
///
/// The process keeps those of the texts that it has met last, so that what it meets again is not parsed again: a cell
/// that is run and then coloured, one that a translation has too, those of a lesson that is being edited.
public final class ParsedSource: Sendable {
  /// What the compiler asks of a text, whatever comes before it.
  struct Facts {
    /// Whether the tree is nested too deeply to be compiled.
    let isTooDeep: Bool
    /// The tree with its operators folded as the standard library declares them; nil where there is something to report
    /// of them.
    let folded: SourceFileSyntax?
    let declaresOperators: Bool
    /// The parts of the prelude that it may mention something of.
    let mentionedParts: Set<Prelude.Part>
  }

  private let text: String
  /// The tree as it was written, operators in sequences.
  public let tree: SourceFileSyntax
  private let knownFacts = Mutex<Facts?>(nil)

  private init(parsing text: String) {
    self.text = text
    tree = Parser.parse(source: text)
  }

  /// - Complexity: Linear in the size of the tree the first time, constant from then on.
  var facts: Facts {
    knownFacts.withLock { known in
      if let known { return known }
      let isTooDeep = !NestingGuard.deep.allows(Syntax(tree))
      let facts = Facts(
        isTooDeep: isTooDeep, folded: isTooDeep ? nil : OperatorFolder.folded(tree),
        declaresOperators: tree.declaresOperators, mentionedParts: Prelude.Part.mentioned(in: text))
      known = facts
      return facts
    }
  }

  /// Parses a text, unless that has been done lately.
  ///
  /// Call it on a thread with a deep stack.
  ///
  /// - Returns: nil for a text that no parser should get; see `NestingGuard`.
  /// - Complexity: Linear in the length of the text.
  public static func of(_ text: String) -> ParsedSource? {
    if let known = recent.find(text) { return known }
    guard NestingGuard.deep.allows(text.utf8) else { return nil }
    let source = ParsedSource(parsing: text)
    recent.keep(source, of: text)
    return source
  }

  /// A tree takes some fifty times the memory of its text.
  private static let recent = RecentTexts<ParsedSource>(limit: 1 << 16)
}
