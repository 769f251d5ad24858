import Diagnostics
import SwiftSyntax

/// What can be used in more places than a type that its declaration names.
extension Checker {
  /// Where a declaration with some modifiers can be used.
  func accessScope(_ words: Set<String>, in outer: NominalDeclaration?) -> AccessScope {
    let around = outer?.accessScope ?? .module
    let own: AccessScope
    if words.contains("private") {
      own = outer.map(AccessScope.type) ?? .file
    } else {
      own = words.contains("fileprivate") ? .file : .module
    }
    return own.isWithin(around) ? own : around
  }

  /// Notes where a type that is being declared can be used.
  func noteScope(of nominal: NominalDeclaration, _ words: Set<String>) {
    nominal.isLocal = nominal.outer?.isLocal ?? (scope !== library.cellScope)
    guard !nominal.isLocal else { return }
    nominal.accessScope = accessScope(words, in: nominal.outer)
    if case .module = nominal.accessScope { return }
    library.hasRestrictedTypes = true
  }

  /// Reports a declaration outside functions that can be used where a type that it names cannot.
  func checkScope(_ scope: AccessScope, at place: Place, of types: [Type]) {
    guard library.hasRestrictedTypes, source != 0,
      let hidden = types.lazy.compactMap({ self.hidden(in: $0, from: scope) }).first
    else { return }
    let word = if case .file = hidden.accessScope { "fileprivate" } else { "private" }
    report(
      "access.type", place,
      "this can be used where '\(hidden.name)' cannot, whose type is '\(word)': mark it '\(word)' too")
  }

  func checkScope(of function: FunctionDeclaration, _ scope: AccessScope) {
    let asked = function.requirements.compactMap { requirement -> Type? in
      if case .conforms(.parameter(let parameter), let wanted) = requirement,
        function.genericParameters.contains(parameter)
      {
        return .existential([wanted])
      }
      return nil
    }
    checkScope(scope, at: function.place, of: function.parameters.map(\.type) + [function.result] + asked)
  }

  /// Checks what a type inherits from, and its members.
  func checkScopes(of declared: TypeDeclaration) {
    let nominal = declared.nominal
    guard library.hasRestrictedTypes, !nominal.isLocal else { return }
    if !declared.isExtension {
      let refined =
        nominal.kind == .protocolType
        ? nominal.conformances.map { Type.existential([$0.to]) } : nominal.superclass.map { [$0] } ?? []
      checkScope(nominal.accessScope, at: nominal.place, of: refined)
    }
    let words = declared.isExtension ? modifiers(declared.syntax) : []
    for member in declared.members {
      var scope = accessScope(modifiers(member.decl), in: nominal)
      let around: AccessScope = words.isDisjoint(with: ["private", "fileprivate"]) ? .module : .file
      if !scope.isWithin(around) { scope = around }
      checkScope(of: member.decl, in: nominal, scope)
      checkAliases(in: member.decl, nominal, scope)
    }
  }

  private func checkScope(of member: DeclSyntax, in nominal: NominalDeclaration, _ scope: AccessScope) {
    func check(_ name: String, _ place: Place) {
      for case .function(let function) in nominal.members[name] ?? [] where function.place == place {
        checkScope(of: function, scope)
      }
    }
    switch member.as(DeclSyntaxEnum.self) {
    case .functionDecl(let syntax): check(plain(syntax.name), place(syntax.name))
    case .initializerDecl(let syntax): check("init", place(syntax.initKeyword))
    case .subscriptDecl(let syntax): check("subscript", place(syntax.subscriptKeyword))
    case .variableDecl(let syntax):
      for binding in syntax.bindings {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier else { continue }
        switch nominal.members[plain(name)]?.first {
        case .variable(let variable)?: checkScope(scope, at: place(name), of: [variable.type])
        case .function(let getter)?: checkScope(scope, at: place(name), of: [getter.result])
        case nil: break
        }
      }
    case .enumCaseDecl(let syntax):
      for element in syntax.elements {
        guard let found = nominal.cases.first(where: { $0.name == plain(element.name) }) else { continue }
        checkScope(nominal.accessScope, at: place(element.name), of: found.payload.map(\.type))
      }
    default: break
    }
  }

  /// A declared type in another that cannot be used in all of a scope.
  private func hidden(in type: Type, from scope: AccessScope) -> NominalDeclaration? {
    func first(_ types: [Type]) -> NominalDeclaration? {
      types.lazy.compactMap { self.hidden(in: $0, from: scope) }.first
    }
    switch type.shallow {
    case .nominal(let declaration, let arguments):
      return scope.isWithin(declaration.accessScope) ? first(arguments) : declaration
    case .tuple(let elements): return first(elements.map(\.type))
    case .function(let function): return first(function.parameters.map(\.type) + [function.result])
    case .existential(let protocols): return protocols.first { !scope.isWithin($0.accessScope) }
    case .metatype(let inner): return hidden(in: inner, from: scope)
    case .variable, .parameter, .member, .error: return nil
    }
  }
}
