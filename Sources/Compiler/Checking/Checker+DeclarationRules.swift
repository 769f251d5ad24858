import Diagnostics
import SwiftSyntax

/// What declarations of members may say, whatever their types are.
extension Checker {
  func checkRules(of declared: TypeDeclaration) {
    guard source != 0 else { return }
    for member in declared.members {
      switch member.decl.as(DeclSyntaxEnum.self) {
      case .functionDecl(let syntax): checkRules(of: syntax, declared.nominal)
      case .variableDecl(let syntax):
        checkOverridable(syntax.modifiers, declared.nominal)
        for binding in syntax.bindings { checkRules(of: binding, syntax, declared.nominal) }
      default: break
      }
    }
    if declared.nominal.kind == .classType, !declared.isExtension {
    }
  }

  private func checkRules(of syntax: FunctionDeclSyntax, _ nominal: NominalDeclaration) {
    checkOverridable(syntax.modifiers, nominal)
    let words = modifiers(syntax)
    if let word = syntax.modifiers.first(where: { $0.name.text == "mutating" }), nominal.kind == .classType {
      report("method.mutating", place(word), "methods of a class need no 'mutating': leave it out")
    }
    if isOperator(syntax.name.text), !words.contains("static"), !words.contains("class") {
      let start = place(syntax.funcKeyword).range.lowerBound
      report(
        "operator.static", place(syntax.name), "an operator in a type must be 'static'",
        fix: Diagnostic.Fix("insert 'static'", range: start..<start, replacement: "static "))
    }
    if nominal.kind == .protocolType, let body = syntax.body, !syntax.isInExtension {
      report(
        "protocol.body", place(body.leftBrace),
        "a protocol only names its methods; write bodies in an extension of it")
    }
  }

  private func checkOverridable(_ modifiers: DeclModifierListSyntax, _ nominal: NominalDeclaration) {
    guard nominal.kind != .classType, let word = modifiers.first(where: { $0.name.text == "override" }) else {
      return
    }
    report("override.misplaced", place(word), "only members of classes can override: leave 'override' out")
  }

  private func checkRules(
    of binding: PatternBindingSyntax, _ syntax: VariableDeclSyntax, _ nominal: NominalDeclaration
  ) {
    let words = modifiers(syntax)
    let name = binding.pattern.trimmedDescription
    let isLet = syntax.bindingSpecifier.text == "let"
    let accessors = Accessors(binding.accessorBlock)
    if nominal.kind == .protocolType, binding.accessorBlock == nil, !syntax.isInExtension {
      report(
        "protocol.property", place(binding.pattern),
        "a protocol says how a property is used: write '{ get }' or '{ get set }' after its type")
      return
    }
    if accessors.observes, isLet, let block = binding.accessorBlock {
      report("property.observed", place(block), "a 'let' property never changes: it cannot be observed")
    }
    if accessors.computes, let observer = accessors.didSet ?? accessors.willSet {
      report(
        "property.observed", place(observer), "a computed property has no observers: put this into 'set'")
    }
    if accessors.hasSet, !accessors.computes, let setter = accessors.setter {
      report("property.setter", place(setter), "a property with 'set' needs 'get' too")
    }
    if isLet, let lazy = syntax.modifiers.first(where: { $0.name.text == "lazy" }) {
      report("property.lazy", place(lazy), "a 'lazy' property gets its value later: declare it with 'var'")
    }
    if words.contains("static"), binding.initializer == nil, binding.accessorBlock == nil,
      isLet || !(binding.typeAnnotation.map { isOptionalType($0.type) } ?? true)
    {
      report("property.static", place(binding.pattern), "the static property '\(name)' needs a value here")
    }
    if words.contains("weak"), let annotation = binding.typeAnnotation {
      checkWeak(annotation.type, place(binding.pattern))
    }
  }

  private func isOptionalType(_ syntax: TypeSyntax) -> Bool {
    syntax.is(OptionalTypeSyntax.self) || syntax.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
  }

  private func checkWeak(_ syntax: TypeSyntax, _ place: Place) {
    let type = type(syntax)
    guard let wrapped = library.wrapped(type) else {
      if !type.hasError {
        report(
          "property.weak", place, "a 'weak' property becomes nil when its object is gone: write '\(type)?'")
      }
      return
    }
    guard !isClassBound(wrapped), !wrapped.hasError else { return }
    report("property.weak", place, "only references to objects can be 'weak'; \(article(wrapped)) is a value")
  }
}

extension DeclSyntaxProtocol {
  /// Whether it is a member that an extension adds.
  fileprivate var isInExtension: Bool {
    parent?.parent?.parent?.parent?.is(ExtensionDeclSyntax.self) ?? false
  }
}
