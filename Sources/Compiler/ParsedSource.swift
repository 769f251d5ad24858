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
    if let known = generations.withLock({ $0.find(text) }) { return known }
    let source = ParsedSource(parsing: text)
    // One that is larger than all others together is not worth their places.
    if text.utf8.count <= largestGeneration { generations.withLock { $0.keep(source, of: text) } }
    return source
  }

  /// Sources by their texts, in two generations: what has not been asked for while the younger one filled up goes with
  /// the older one.
  private struct Generations {
    private var young: [String: ParsedSource] = [:]
    private var old: [String: ParsedSource] = [:]
    /// The bytes of the younger generation's texts.
    private var size = 0

    mutating func find(_ text: String) -> ParsedSource? {
      if let source = young[text] { return source }
      guard let source = old[text] else { return nil }
      keep(source, of: text)
      return source
    }

    mutating func keep(_ source: ParsedSource, of text: String) {
      if size > largestGeneration {
        old = young
        young = [:]
        size = 0
      }
      if young.updateValue(source, forKey: text) == nil { size += text.utf8.count }
    }
  }

  /// The bytes of text that a generation holds. A tree takes some fifty times the memory of its text.
  private static let largestGeneration = 1 << 16

  private static let generations = Mutex(Generations())
}
