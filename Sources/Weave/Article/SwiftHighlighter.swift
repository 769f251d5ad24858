import Compiler
import SwiftIDEUtils
import SwiftSyntax

/// Colours Swift by the classes that swift-syntax gives to its tokens.
enum SwiftHighlighter {
  /// Writes the lines of a cell that readers see.
  ///
  /// Hidden lines take part in the classification, so what they open stays open for the lines after them.
  ///
  /// - Parameter lines: UTF-8 ranges of the lines to show, in order, without their line endings.
  static func write(_ code: String, showing lines: [Range<Int>], to markup: inout Markup) {
    var code = code
    let spans = spans(of: code)
    code.withUTF8 { utf8 in
      var next = 0
      for (index, line) in lines.enumerated() {
        if index > 0 { markup.raw("\n") }
        while next < spans.count, spans[next].range.upperBound <= line.lowerBound { next += 1 }
        var offset = line.lowerBound
        var current = next
        while current < spans.count, spans[current].range.lowerBound < line.upperBound {
          let range = spans[current].range.clamped(to: line)
          markup.text(utf8[offset..<range.lowerBound])
          let element = spans[current].kind.rawValue
          markup.raw("<" + element + ">")
          markup.text(utf8[range])
          markup.raw("</" + element + ">")
          offset = range.upperBound
          current += 1
        }
        markup.text(utf8[offset..<line.upperBound])
      }
    }
  }

  /// The elements that the style sheet colours. They are short, for a page holds many of them, and mean nothing
  /// to those who listen to it.
  private enum Kind: String {
    case keyword = "b"
    case type = "i"
    /// Called or declared.
    case function = "u"
    case string = "q"
    case comment = "small"
    /// Attributes and directives.
    case attribute = "bdi"
  }

  private struct Span {
    var range: Range<Int>
    var kind: Kind
  }

  private static func spans(of code: String) -> [Span] {
    let utf8 = Array(code.utf8)
    var spans: [Span] = []
    guard NestingGuard.shallow.allows(utf8), let tree = ParsedSource.of(code)?.tree,
      NestingGuard.shallow.allows(Syntax(tree))
    else { return [] }
    for classified in tree.classifications {
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      guard range.upperBound <= utf8.count, let kind = kind(of: classified.kind, range, in: utf8) else {
        continue
      }
      if let last = spans.last, last.range.upperBound == range.lowerBound, last.kind == kind {
        spans[spans.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        spans.append(Span(range: range, kind: kind))
      }
    }
    return spans
  }

  private static func kind(
    of classification: SyntaxClassification, _ range: Range<Int>, in utf8: [UInt8]
  ) -> Kind? {
    switch classification {
    case .keyword: .keyword
    case .type: .type
    case .stringLiteral, .regexLiteral: .string
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: .comment
    case .attribute, .ifConfigDirective: .attribute
    case .identifier, .dollarIdentifier:
      range.upperBound < utf8.count && utf8[range.upperBound] == UInt8(ascii: "(") ? .function : nil
    case .integerLiteral, .floatLiteral, .argumentLabel, .operator, .none, .editorPlaceholder: nil
    }
  }
}
