import SwiftSyntax

/// Keeps sources from swift-syntax that would exhaust the stack or take minutes: it parses and classifies by
/// recursion, for some constructs without a bound.
///
/// Where the scan is not sure, it errs towards refusing.
public struct NestingGuard: Sendable {
  /// In bytes.
  public let longest: Int
  /// Levels of open brackets.
  public let deepestBrackets: Int
  /// Levels of open square brackets: the parser tries each as a type first, which takes twice as long a level.
  static let deepestSquareBrackets = 12
  /// Quotation marks: texts that open again and again take the lexer a quadratic time.
  static let mostQuotes = 8000
  /// Words and signs that nest without brackets.
  public let mostNesters: Int
  /// Levels of the syntax tree.
  public let deepestTree: Int

  /// What any thread can take: at most 2 MB of stack even where swift-syntax is compiled without optimisation. Far
  /// above what a readable cell has.
  public static let shallow = NestingGuard(
    longest: 32_768, deepestBrackets: 32, mostNesters: 192, deepestTree: 256)

  /// What a thread with a deep stack (64 MB) can take.
  public static let deep = NestingGuard(
    longest: 1 << 20, deepestBrackets: 200, mostNesters: 6000, deepestTree: 1200)

  /// Whether a source may be parsed.
  ///
  /// Brackets and words in strings and comments count too; a `<` after a space is probably a comparison.
  ///
  /// - Complexity: Linear in the length of the source.
  public func allows(_ utf8: some Sequence<UInt8>) -> Bool {
    var count = 0
    var depth = 0
    var quotes = 0
    var square = 0
    var nesters = 0
    var word: UInt64 = 0
    var length = 0
    var previous: UInt8 = 0
    for byte in utf8 {
      defer { previous = byte }
      count += 1
      if count > longest { return false }
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        word = word << 8 | UInt64(byte)
        length += 1
        continue
      }
      if length > 0, length <= 8, Self.words.contains(word) { nesters += 1 }
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
      if byte == UInt8(ascii: "[") { square += 1 }
      if byte == UInt8(ascii: "]") { square = max(square - 1, 0) }
      if byte == UInt8(ascii: "\"") { quotes += 1 }
      if quotes > Self.mostQuotes { return false }
      if square > Self.deepestSquareBrackets || depth > deepestBrackets || nesters > mostNesters {
        return false
      }
    }
    return nesters <= mostNesters
  }

  /// Whether a tree may be classified: chains such as `a.b.c` are deep though nothing in them nests.
  ///
  /// - Complexity: Linear in the size of the tree.
  public func allows(_ root: Syntax) -> Bool {
    var level = [root]
    for depth in 0..<deepestTree {
      // No construct opens more than three levels a byte.
      level.removeAll { depth + 4 * $0.totalLength.utf8Length <= deepestTree }
      if level.isEmpty { return true }
      level = level.flatMap { $0.children(viewMode: .all).filter { !$0.is(TokenSyntax.self) } }
    }
    return false
  }

  /// Keywords after which the parser calls itself, each packed into an integer.
  private static let words: [UInt64] =
    [
      "await", "case", "consume", "copy", "do", "each", "else", "for", "guard", "if", "inout", "let", "macro",
      "repeat", "return",
      "some", "switch", "throw", "try", "unsafe", "var", "while",
    ].map { $0.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } }
}
