import SwiftSyntax

/// Names behind the name of their module: `Swift.max(a, b)`, `Foundation.sqrt(x)`, `Swift.Error`.
///
/// All of them are in the prelude, whichever module the compiler has them in.
extension Checker {
  private static let modules: Set<String> = ["Swift", "Foundation", "Glibc"]

  /// Whether an expression is the name of a module, and of nothing nearer.
  func isModule(_ syntax: ExprSyntax) -> Bool {
    guard let reference = syntax.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil else {
      return false
    }
    return isModule(plain(reference.baseName))
  }

  func isModule(_ name: String) -> Bool {
    guard Self.modules.contains(name) else { return false }
    func isDeclared(_ scope: Scope) -> Bool {
      scope.variables[name] != nil || scope.nominals[name] != nil || scope.types[name] != nil
    }
    return scope.first { isDeclared($0) ? true : nil } == nil
  }

  /// A type of the prelude behind the name of its module.
  func typeOfModule(_ name: String, _ arguments: [Type]?, at place: Place) -> Type? {
    let outer = scope
    scope = library.preludeScope
    defer { scope = outer }
    return lookUpType(name, arguments, at: place)
  }

  /// A function of the prelude behind the name of its module, called where there are arguments.
  func buildOfModule(_ access: MemberAccessExprSyntax, arguments: [CallSite.Argument]?, _ place: Place)
    -> Expression
  {
    let name = plain(access.declName.baseName)
    let namePlace = self.place(access.declName)
    guard let functions = library.preludeScope.functions[name] else {
      return failing(
        "name.unknown", namePlace,
        "cells have nothing named '\(name)' of '\(access.base?.trimmedDescription ?? "")'")
    }
    let site = CallSite(
      name: name, namePlace: namePlace,
      candidates: functions.map { CallSite.Candidate(declaration: $0, base: nil) }, arguments: arguments ?? []
    )
    site.isReference = arguments == nil && functions[0].kind != .getter
    return unresolved(site, place)
  }
}
