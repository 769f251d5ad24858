import SwiftOperators
import SwiftParser
import SwiftSyntax

/// The standard library of cells, in their own language.
///
/// `@_intrinsic("…")` leaves a declaration to the machine (`addI`), the host (`host:…`) or the compiler (`print`).
enum Prelude {
  static let name = "the prelude"

  static let source = [protocols, numbers, text, collections, functions, derivatives].joined(separator: "\n")

  /// The parsed source, its operators folded; parsed once for all compilers.
  static let tree: SourceFileSyntax = {
    let parsed = Parser.parse(source: source)
    return OperatorTable.standardOperators.foldAll(parsed) { _ in }.as(SourceFileSyntax.self) ?? parsed
  }()
}
