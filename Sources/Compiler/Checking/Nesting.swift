import SwiftSyntax

/// Guards against code nested so deeply that recursion over its tree would not end well.
enum Nesting {
  /// The deepest syntax tree that is compiled. Operators in a row are flat at this stage, and count by their number.
  static let deepest = 1200
  static let longestSequence = 600

  /// The range of the first node that lies too deep; nil where none does. Iterative, so itself safe.
  static func problems(in tree: SourceFileSyntax) -> Range<Int>? {
    var stack: [(node: Syntax, depth: Int)] = [(Syntax(tree), 0)]
    while let (node, depth) = stack.popLast() {
      let isLong = node.as(SequenceExprSyntax.self).map { $0.elements.count > longestSequence } ?? false
      if depth > deepest || isLong {
        let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
        return start..<start
      }
      for child in node.children(viewMode: .sourceAccurate) { stack.append((child, depth + 1)) }
    }
    return nil
  }
}
