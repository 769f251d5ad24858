import SwiftOperators
import SwiftParser
import SwiftSyntax

/// The standard library of cells, in their own language.
///
/// `@_intrinsic("…")` leaves a declaration to the machine (`addI`), the host (`host:…`) or the compiler (`print`).
enum Prelude {
  static let name = "the prelude"

  static let source = [
    protocols, collectionProtocols, numbers, text, collections, slices, sequences, dictionaries, sets,
    hashing, functions, result, derivatives,
  ].joined(separator: "\n")

  /// The parsed source; parsed once for all compilers.
  ///
  /// Its operators are folded body by body, when one is first used: folding all costs more than parsing.
  static let tree: SourceFileSyntax = {
    let parsed = Parser.parse(source: source)
    return parsed
  }()

  /// A body or default value of the prelude with its operators folded.
  static func folded<Node: SyntaxProtocol>(_ node: Node) -> Node {
    OperatorTable.standardOperators.foldAll(node) { _ in }.as(Node.self) ?? node
  }
}
