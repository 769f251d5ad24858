import SwiftParser
import SwiftSyntax

/// Where a program starts, if one of its types says so with `@main`.
extension Checker {
  /// The call of the `main` of the type that is marked with `@main`; empty where none is.
  ///
  /// Reports a mark in a cell, a mark beside statements, which would be where the program starts, and a type without
  /// a `main`.
  func checkStart(among items: CodeBlockItemListSyntax) -> [Statement] {
    let items = active(items)
    var marks: [(attribute: AttributeListSyntax.Element, name: TokenSyntax)] = []
    for item in items {
      guard case .decl(let declaration) = item.item,
        let named = declaration.asProtocol((any NamedDeclSyntax).self),
        let attribute = declaration.asProtocol(WithAttributesSyntax.self)?.attributes.first(where: {
          attributeName($0) == "main"
        })
      else { continue }
      marks.append((attribute, named.name))
    }
    guard let (attribute, name) = marks.first else { return [] }
    let start = "\(plain(name)).main()"
    if let second = marks.dropFirst().first {
      report(
        "main.several", place(second.attribute),
        "a program starts in one place: '\(plain(name))' is marked already")
      return []
    }
    if !isProgram {
      report(
        "main.cell", place(attribute),
        "the cells of a lesson run from top to bottom: leave '@main' out and write '\(start)' where it should run"
      )
      return []
    }
    if let statement = items.first(where: { if case .decl = $0.item { false } else { true } }) {
      report(
        "main.statements", place(attribute),
        "a program with statements outside of its types starts there: leave '@main' out, or these statements",
        notes: [note("this is one", place(statement))])
      return []
    }
    let found = scope.nominals[plain(name)].flatMap { members(of: $0, named: "main") } ?? []
    let main = found.lazy.compactMap { member -> FunctionDeclaration? in
      guard case .function(let function) = member, function.isStatic, function.parameters.isEmpty else {
        return nil
      }
      return function
    }.first
    guard let main else {
      report(
        "main.missing", place(attribute),
        "a type with '@main' needs a 'static func main()', where the program starts")
      return []
    }
    return checkStatements(Parser.parse(source: (main.canThrow ? "try " : "") + start).statements)
  }
}
