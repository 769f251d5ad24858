import Diagnostics
import SwiftSyntax

/// Type aliases that can be used in fewer places than a declaration that names them.
extension Checker {
  /// Notes where a type alias can be used that is being declared outside functions.
  func noteScope(of alias: TypeAliasDeclSyntax, in owner: NominalDeclaration?) {
    guard source != 0, owner?.isLocal != true else { return }
    let scope = accessScope(words(of: alias.modifiers), in: owner)
    if (owner?.accessScope ?? .module).isWithin(scope) { return }
    library.hasRestrictedTypes = true
    if let owner {
      owner.aliasScopes[alias.name.text] = scope
    } else {
      library.aliasScopes[alias.name.text] = scope
    }
  }

  /// Reports a declaration outside functions that can be used where a type alias that it writes cannot.
  func checkAliases(in declaration: DeclSyntax, _ owner: NominalDeclaration?, _ scope: AccessScope) {
    guard library.hasRestrictedTypes, source != 0 else { return }
    let (name, types) = signature(of: declaration)
    guard let name else { return }
    let finder = AliasFinder(viewMode: .sourceAccurate)
    for type in types { finder.walk(type) }
    guard
      let hidden = finder.names.first(where: { alias in
        aliasScope(alias, from: owner).map { !scope.isWithin($0) } ?? false
      })
    else { return }
    let word = if case .file? = aliasScope(hidden, from: owner) { "fileprivate" } else { "private" }
    report(
      "access.type", place(name),
      "this can be used where '\(hidden)' cannot, which is '\(word)': mark it '\(word)' too")
  }

  /// Where the nearest type alias of a name can be used; nil where that is where the type around it can.
  private func aliasScope(_ name: String, from owner: NominalDeclaration?) -> AccessScope? {
    var around = owner
    while let type = around {
      if type.typeAliases[name] != nil || type.nested[name] != nil { return type.aliasScopes[name] }
      around = type.outer
    }
    return library.aliasScopes[name]
  }

  /// The name of a declaration, and the types that it writes for others.
  private func signature(of declaration: DeclSyntax) -> (TokenSyntax?, [TypeSyntax]) {
    func types(_ parameters: FunctionParameterClauseSyntax, _ result: TypeSyntax?) -> [TypeSyntax] {
      parameters.parameters.map(\.type) + [result].compactMap(\.self)
    }
    switch declaration.as(DeclSyntaxEnum.self) {
    case .functionDecl(let syntax):
      return (syntax.name, types(syntax.signature.parameterClause, syntax.signature.returnClause?.type))
    case .initializerDecl(let syntax):
      return (syntax.initKeyword, types(syntax.signature.parameterClause, nil))
    case .subscriptDecl(let syntax):
      return (syntax.subscriptKeyword, types(syntax.parameterClause, syntax.returnClause.type))
    case .variableDecl(let syntax):
      return (
        syntax.bindings.first?.pattern.as(IdentifierPatternSyntax.self)?.identifier,
        syntax.bindings.compactMap { $0.typeAnnotation?.type }
      )
    case .enumCaseDecl(let syntax):
      return (
        syntax.elements.first?.name,
        syntax.elements.flatMap { $0.parameterClause?.parameters.map(\.type) ?? [] }
      )
    default: return (nil, [])
    }
  }
}

/// Collects the names that types are written with, without those behind a dot.
private final class AliasFinder: SyntaxVisitor {
  var names: [String] = []

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    names.append(node.name.text)
    return .visitChildren
  }
}
