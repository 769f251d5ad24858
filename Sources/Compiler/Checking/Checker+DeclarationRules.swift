import Diagnostics
import SwiftSyntax

/// What declarations of members may say, whatever their types are.
extension Checker {
  func checkRules(of declared: TypeDeclaration) {
    guard source != 0 else { return }
    checkPromises(of: declared)
    checkScopes(of: declared)
    for member in declared.members {
      checkModifiers(of: member.decl, declared.nominal)
      checkAccess(of: member.decl, declared)
      switch member.decl.as(DeclSyntaxEnum.self) {
      case .functionDecl(let syntax): checkRules(of: syntax, declared.nominal)
      case .variableDecl(let syntax):
        for binding in syntax.bindings { checkRules(of: binding, syntax, declared.nominal) }
      case .subscriptDecl(let syntax): checkRules(of: syntax, declared.nominal)
      case .structDecl, .enumDecl, .classDecl:
        if declared.nominal.kind == .protocolType,
          let name = member.decl.asProtocol(NamedDeclSyntax.self)?.name
        {
          report("protocol.nested", place(name), "a type cannot be declared inside a protocol")
        }
      default: break
      }
    }
  }

  private func checkRules(of syntax: FunctionDeclSyntax, _ nominal: NominalDeclaration) {
    let words = modifiers(syntax)
    if let word = syntax.modifiers.first(where: { $0.name.text == "mutating" }), nominal.kind == .classType {
      report("method.mutating", place(word), "methods of a class need no 'mutating': leave it out")
    }
    if isOperator(plain(syntax.name)), !words.contains("static"), !words.contains("class") {
      let start = place(syntax.funcKeyword).range.lowerBound
      report(
        "operator.static", place(syntax.name), "an operator in a type must be 'static'",
        fix: Diagnostic.Fix("insert 'static'", range: start..<start, replacement: "static "))
    } else if isOperator(plain(syntax.name)), let function = declared(syntax, nominal),
      !function.parameters.contains(where: { mentions($0.type, nominal) })
    {
      report(
        "operator.foreign", function.place,
        "an operator in '\(nominal.name)' takes one at least: declare this one outside of the type")
    }
    if nominal.kind == .protocolType, let body = syntax.body, !syntax.isInExtension {
      report(
        "protocol.body", place(body.leftBrace),
        "a protocol only names its methods; write bodies in an extension of it")
    }
  }

  /// What a function of a type was declared as.
  private func declared(_ syntax: FunctionDeclSyntax, _ nominal: NominalDeclaration) -> FunctionDeclaration? {
    let place = place(syntax.name)
    for case .function(let function) in nominal.members[plain(syntax.name)] ?? []
    where function.place == place { return function }
    return nil
  }

  /// Whether a type is the given one or has it among its parts.
  private func mentions(_ type: Type, _ nominal: NominalDeclaration) -> Bool {
    var isFound = type.hasError
    _ = type.mapped { part in
      switch part {
      case .nominal(nominal, _), .parameter(nominal.selfParameter): isFound = true
      case .existential(let protocols): isFound = isFound || protocols.contains(nominal)
      default: break
      }
      return nil
    }
    return isFound
  }

  private func checkRules(of syntax: SubscriptDeclSyntax, _ nominal: NominalDeclaration) {
    let isAsked = nominal.kind == .protocolType && !syntax.isInExtension
    if isAsked, syntax.accessorBlock == nil {
      report(
        "protocol.property", place(syntax.subscriptKeyword),
        "a protocol says how a subscript is used: write '{ get }' or '{ get set }' after its type")
    }
    checkAccessors(in: syntax.accessorBlock, isAsked: isAsked)
    for parameter in syntax.parameterClause.parameters where stripped(parameter.type).isInout {
      report(
        "parameter.inout", place(parameter.type),
        "a subscript cannot change what it is given: leave 'inout' out")
    }
  }

  /// Reports words before a member that only members of classes have.
  private func checkModifiers(of member: DeclSyntax, _ nominal: NominalDeclaration) {
    guard nominal.kind != .classType,
      [.functionDecl, .variableDecl, .initializerDecl, .subscriptDecl].contains(member.kind)
    else { return }
    for word in member.asProtocol(WithModifiersSyntax.self)?.modifiers ?? [] {
      let place = place(word)
      switch word.name.text {
      case "override":
        report("override.misplaced", place, "only members of classes can override: leave 'override' out")
      case "required", "final", "convenience":
        report(
          "modifier.class", place,
          "only members of classes are '\(word.name.text)': leave the word out",
          fix: Diagnostic.Fix("leave it out", range: place.range, replacement: ""))
      case "mutating" where !member.is(FunctionDeclSyntax.self):
        report("modifier.misplaced", place, "only methods and accessors are 'mutating': leave the word out")
      case "class":
        report(
          "modifier.class", place, "only classes have 'class' members: write 'static'",
          fix: Diagnostic.Fix("write 'static'", range: place.range, replacement: "static"))
      default: break
      }
    }
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
    checkAccessors(
      of: binding, isLet: isLet, isAsked: nominal.kind == .protocolType && !syntax.isInExtension)
    if let lazy = syntax.modifiers.first(where: { $0.name.text == "lazy" }) {
      checkLazy(lazy, binding, syntax)
    }
    if words.contains("class"), !accessors.computes, nominal.kind == .classType {
      report(
        "property.static", place(binding.pattern),
        "what a class stores is 'static': write that in the place of 'class', or compute '\(name)' with '{ … }'"
      )
    }
    if words.contains("static"), !accessors.computes, nominal.kind != .protocolType,
      !nominal.genericParameters.isEmpty
    {
      report(
        "property.static", place(binding.pattern),
        "a generic type cannot store the static property '\(name)': compute it with '{ … }'")
    }
    if words.contains("static"), binding.initializer == nil, binding.accessorBlock == nil,
      isLet || !(binding.typeAnnotation.map { isOptionalType($0.type) } ?? true)
    {
      report("property.static", place(binding.pattern), "the static property '\(name)' needs a value here")
    }
    if words.contains("weak"), let annotation = binding.typeAnnotation {
      _ = checkWeak(annotation.type, place(binding.pattern))
    } else if words.contains(where: { $0.hasPrefix("unowned") }), let annotation = binding.typeAnnotation {
      let type = type(annotation.type)
      checkReference(library.wrapped(type) ?? type, "unowned", place(binding.pattern))
    }
  }

  private func checkLazy(
    _ word: DeclModifierSyntax, _ binding: PatternBindingSyntax, _ syntax: VariableDeclSyntax
  ) {
    let message: String
    if syntax.bindingSpecifier.text == "let" {
      message = "a 'lazy' property gets its value later: declare it with 'var'"
    } else if modifiers(syntax).contains("static") {
      message = "what is 'static' gets its value when it is first asked for in any case: leave 'lazy' out"
    } else if Accessors(binding.accessorBlock).computes {
      message = "a 'lazy' property stores a value, and this one computes it each time: leave 'lazy' out"
    } else if binding.initializer == nil {
      message = "a 'lazy' property needs the value that it gets: 'lazy var x = …'"
    } else {
      return
    }
    report("property.lazy", place(word), message)
  }

  /// Reports accessors that do not go together, or not with what is declared.
  ///
  /// - Parameter isAsked: Whether a protocol asks for it, so that they have no bodies.
  func checkAccessors(of binding: PatternBindingSyntax, isLet: Bool, isAsked: Bool = false) {
    let accessors = Accessors(binding.accessorBlock)
    checkAccessors(in: binding.accessorBlock, isAsked: isAsked)
    if accessors.observes, isLet, let block = binding.accessorBlock {
      report(
        "property.observed", place(block), "what is declared with 'let' never changes: it cannot be observed")
    }
    if accessors.computes, let observer = accessors.didSet ?? accessors.willSet {
      report(
        "property.observed", place(observer), "what is computed has no observers: put this into 'set'")
    }
    guard accessors.computes else { return }
    if isLet {
      report(
        "property.let", place(binding.pattern),
        "what is computed can change: declare it with 'var', not 'let'")
    }
    if let value = binding.initializer {
      report("property.value", place(value), "what is computed has no first value: leave it out")
    }
  }

  private func checkAccessors(in block: AccessorBlockSyntax?, isAsked: Bool) {
    guard case .accessors(let list)? = block?.accessors else { return }
    var seen: Set<String> = []
    for accessor in list {
      let word = accessor.accessorSpecifier.text
      if !seen.insert(word).inserted {
        report("accessor.twice", place(accessor), "there is a '\(word)' already")
      } else if accessor.body == nil, !isAsked {
        report("accessor.body", place(accessor), "this '\(word)' needs a body: '\(word) { … }'")
      }
    }
    let accessors = Accessors(block)
    if accessors.hasSet, !accessors.computes, let setter = accessors.setter {
      report("property.setter", place(setter), "where there is 'set' there must be 'get' too")
    }
  }

  private func isOptionalType(_ syntax: TypeSyntax) -> Bool {
    syntax.is(OptionalTypeSyntax.self) || syntax.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
  }

  /// Whether a type is one of weak references; reports where it is not.
  func checkWeak(_ syntax: TypeSyntax, _ place: Place) -> Bool {
    let type = type(syntax)
    guard let wrapped = library.wrapped(type) else {
      if !type.hasError {
        report(
          "property.weak", place, "a 'weak' property becomes nil when its object is gone: write '\(type)?'")
      }
      return false
    }
    return checkReference(wrapped, "weak", place)
  }

  /// Whether a type is one of references to objects; reports where it is not.
  @discardableResult
  private func checkReference(_ type: Type, _ word: String, _ place: Place) -> Bool {
    guard !isClassBound(type), !type.hasError else { return true }
    report(
      "property.weak", place, "only references to objects can be '\(word)'; \(article(type)) is a value")
    return false
  }
}

extension DeclSyntaxProtocol {
  /// Whether it is a member that an extension adds.
  fileprivate var isInExtension: Bool {
    parent?.parent?.parent?.parent?.is(ExtensionDeclSyntax.self) ?? false
  }
}
