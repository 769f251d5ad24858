import SwiftSyntax

extension Optional where Wrapped: SyntaxCollection {
  /// The elements of a list that may be missing.
  ///
  /// `?? []` would make a tree of its own for the list that is missing.
  var elements: [Wrapped.Element] { map { Array($0) } ?? [] }
}
