import Diagnostics
import SwiftParser
import SwiftSyntax

/// A source of the prelude in which what stands in the braces of functions is a comment.
///
/// Programs use few of the prelude's functions, and a third of it stands in their braces: that is parsed when a function
/// is first checked.
///
///     func twice(_ x: Int) -> Int {/* 2 * x */}
struct PreludeOutline {
  private(set) var text: String

  /// - Parameter source: Swift as the prelude is written: the head of a function goes on behind a comma, or where the
  ///   next line starts with `where`, `->` or a brace.
  init(of source: String) {
    var scanner = Scanner(source)
    scanner.scan()
    text = String(decoding: scanner.outline, as: UTF8.self)
  }

  /// What is in a function's braces, parsed once for all compilers.
  static func statements(in body: CodeBlockItemListSyntax) -> CodeBlockItemListSyntax {
    guard body.isEmpty, let block = body.parent?.as(CodeBlockSyntax.self),
      let text = text(in: block.leftBrace.trailingTrivia) ?? text(in: block.rightBrace.leadingTrivia)
    else { return body }
    if let known = parsed.find(text) { return known }
    let statements = OperatorDeclarations().folded(Parser.parse(source: text)) { _ in }.statements
    parsed.keep(statements, of: text)
    return statements
  }

  private static func text(in trivia: Trivia) -> String? {
    for case .blockComment(let comment) in trivia { return String(comment.dropFirst(2).dropLast(2)) }
    return nil
  }

  private static let parsed = RecentTexts<CodeBlockItemListSyntax>(limit: 1 << 20)
}

extension PreludeOutline {
  /// Goes through a source once, and copies it with braces commented out.
  private struct Scanner {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var outline: [UInt8] = []

    init(_ source: String) {
      bytes = Array(source.utf8)
      outline.reserveCapacity(bytes.count + bytes.count / 16)
    }

    mutating func scan() {
      while index < bytes.count {
        let start = index
        if starts("func "), start == 0 || !Self.isName(bytes[start - 1]) {
          scanFunction()
        } else {
          skipPart()
          outline += bytes[start..<index]
        }
      }
    }

    /// Copies the head of a function, and its braces, where it has them, with what is in them as a comment.
    private mutating func scanFunction() {
      let start = index
      index += "func ".utf8.count
      var depth = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: "\n") where depth == 0 && !headGoesOn():
          return outline.append(contentsOf: bytes[start..<index])
        case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ";") where depth == 0:
          return outline.append(contentsOf: bytes[start..<index])
        case UInt8(ascii: "{") where depth == 0:
          outline += bytes[start...index]
          return scanBody()
        default: break
        }
        skipPart()
      }
      outline += bytes[start..<index]
    }

    private mutating func scanBody() {
      let start = index + 1
      guard skip(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) else {
        return outline.append(contentsOf: bytes[start...])
      }
      let body = bytes[start..<(index - 1)]
      let isPlain = body.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      let isComment = !isPlain && !body.indices.dropLast().contains { isCommentMark(at: $0) }
      outline += isComment ? Array("/*".utf8) + body + Array("*/".utf8) : Array(body)
      outline.append(UInt8(ascii: "}"))
    }

    /// Whether a comment starts or ends at a place, or would if all around it were one.
    private func isCommentMark(at place: Int) -> Bool {
      let pair = (bytes[place], bytes[place + 1])
      return pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) || pair == (UInt8(ascii: "*"), UInt8(ascii: "/"))
    }

    /// Whether the head of a function goes on behind the end of a line.
    private func headGoesOn() -> Bool {
      let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
      if bytes[..<index].last(where: { !isSpace($0) }) == UInt8(ascii: ",") { return true }
      let rest = bytes[index...].drop(while: isSpace)
      return ["where ", "->", "{"].contains { rest.starts(with: $0.utf8) }
    }

    /// Goes past a bracket, its counterpart and what is between them; false where it has none.
    private mutating func skip(from open: UInt8, to close: UInt8) -> Bool {
      var depth = 0
      repeat {
        if bytes[index] == open { depth += 1 }
        if bytes[index] == close { depth -= 1 }
        skipPart()
      } while depth > 0 && index < bytes.count
      return depth == 0
    }

    /// Goes past a string, a comment, or one byte.
    private mutating func skipPart() {
      switch bytes[index] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "/") where starts("//"):
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      default: index += 1
      }
    }

    private mutating func skipString() {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if starts("\\(") {
          index += 1
          _ = skip(from: UInt8(ascii: "("), to: UInt8(ascii: ")"))
        } else {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      }
      index = min(index + 1, bytes.count)
    }

    private func starts(_ word: StaticString) -> Bool {
      guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
      return word.withUTF8Buffer { buffer in buffer.indices.allSatisfy { bytes[index + $0] == buffer[$0] } }
    }

    private static func isName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}
