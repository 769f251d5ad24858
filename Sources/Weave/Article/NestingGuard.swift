import SwiftSyntax

/// Keeps sources from swift-syntax that would exhaust the stack or take minutes: it parses and classifies by
/// recursion, for some constructs without a bound.
///
/// A source that is refused is shown without colours. Limits are far above what a readable cell has, and
/// where the scan is not sure, it errs towards refusing.
enum NestingGuard {
  /// In bytes.
  static let longest = 32_768
  /// Levels of open brackets.
  static let deepestBrackets = 32
  /// Words and signs that nest without brackets.
  static let mostNesters = 192
  /// Levels of the syntax tree.
  static let deepestTree = 256

  /// Whether a source may be parsed.
  ///
  /// Brackets and words in strings and comments count too; a `<` after a space is probably a comparison. What
  /// passes needs at most 2 MB of stack even where swift-syntax is compiled without optimisation.
  ///
  /// - Complexity: Linear in the length of the source.
  static func allows(_ utf8: [UInt8]) -> Bool {
    guard utf8.count <= longest else { return false }
    var depth = 0
    var nesters = 0
    var word: UInt64 = 0
    var length = 0
    var previous: UInt8 = 0
    for byte in utf8 {
      defer { previous = byte }
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        word = word << 8 | UInt64(byte)
        length += 1
        continue
      }
      if length > 0, length <= 8, words.contains(word) { nesters += 1 }
      word = 0
      length = 0
      switch byte {
      case UInt8(ascii: "<") where previous == UInt8(ascii: " "): nesters += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">") where previous == UInt8(ascii: "-"): nesters += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"):
        depth = max(depth - 1, 0)
      case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "~"): nesters += 1
      default: continue
      }
      if depth > deepestBrackets || nesters > mostNesters { return false }
    }
    return nesters <= mostNesters
  }

  /// Whether a tree may be classified: chains such as `a.b.c` are deep though nothing in them nests.
  ///
  /// - Complexity: Linear in the size of the tree.
  static func allows(_ root: Syntax) -> Bool {
    var level = [root]
    for _ in 0..<deepestTree {
      level = level.flatMap { $0.children(viewMode: .all).filter { !$0.is(TokenSyntax.self) } }
      if level.isEmpty { return true }
    }
    return false
  }

  /// Keywords after which the parser calls itself, each packed into an integer.
  private static let words = Set(
    [
      "await", "case", "consume", "copy", "do", "each", "else", "for", "guard", "if", "inout", "let", "macro",
      "repeat", "return",
      "some", "switch", "throw", "try", "unsafe", "var", "while",
    ].map { $0.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } })
}
