import Diagnostics
import SwiftSyntax

/// Declarations among statements: variables, and what scopes have declared before.
extension Checker {
  func checkDeclaration(_ declaration: DeclSyntax) -> [Statement] {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .variableDecl(let syntax): return checkVariables(syntax)
    case .functionDecl(let syntax):
      checkModifiersOutsideTypes(syntax.modifiers)
      let place = place(syntax.name)
      guard let function = scope.functions[plain(syntax.name)]?.first(where: { $0.place == place }) else {
        return []
      }
      // At the top level a body may use variables of the whole cell; it is checked at the end.
      if scope !== library.cellScope { checkBody(of: function) }
      return []
    case .importDecl(let syntax):
      let name = syntax.path.trimmedDescription
      if !["Swift", "Foundation", "FoundationEssentials", "Glibc", "Darwin", "_Differentiation"].contains(
        name)
      {
        report(
          "import.unknown", place(syntax),
          "cells cannot import '\(name)'; they have the standard library, the math functions and derivatives")
      }
      return []
    case .structDecl, .classDecl, .enumDecl:
      if isInGenericFunction, let name = declaration.asProtocol(NamedDeclSyntax.self)?.name {
        report(
          "type.nested", place(name), "a type cannot be declared inside a generic function: move it outside")
      }
    case .extensionDecl(let syntax):
      if scope !== library.cellScope, scope !== library.preludeScope {
        report(
          "extension.nested", place(syntax.extensionKeyword),
          "an extension stands outside of functions and blocks")
      }
    case .subscriptDecl(let syntax):
      report("member.misplaced", place(syntax.subscriptKeyword), "only types have a 'subscript'")
    case .protocolDecl(let syntax):
      if context.parent != nil || !context.isTop {
        report("protocol.nested", place(syntax.name), "a protocol cannot be declared inside a function")
      }
    case .typeAliasDecl(let alias):
      if alias.genericParameterClause != nil, scope.genericAliases[alias.name.text] == nil {
        unsupported(declaration, "this 'typealias'")
      }
    case .actorDecl: unsupportedDeclaration(declaration, "an 'actor'")
    case .operatorDecl, .precedenceGroupDecl, .missingDecl: break
    default: unsupported(declaration, "'\(declaration.trimmedDescription.prefix(20))'")
    }
    return []
  }

  private func unsupportedDeclaration(_ declaration: DeclSyntax, _ what: String) {
    let keyword = declaration.firstToken(viewMode: .sourceAccurate).map(place) ?? place(declaration)
    report("unsupported", keyword, "declaring \(what) is not supported in cells")
  }

  /// Whether the current code is in a function with type parameters of its own.
  private var isInGenericFunction: Bool {
    scope.first { scope -> Bool? in
      if scope.memberOf != nil || scope === library.cellScope { return false }
      return scope.types.values.contains { if case .parameter = $0 { true } else { false } } ? true : nil
    } ?? false
  }

  /// Reports words before a variable or function that only members of types have, and access of what is local.
  private func checkModifiersOutsideTypes(_ words: DeclModifierListSyntax) {
    for word in words {
      let name = word.name.text
      switch name {
      case "static", "class", "override", "mutating", "nonmutating", "required", "final", "convenience":
        report("modifier.misplaced", place(word), "only members of types are '\(name)': leave the word out")
      case "private", "fileprivate", "internal", "public", "open":
        if scope !== library.cellScope, source != 0 {
          report(
            "access.misplaced", place(word),
            "what is declared in a function or block is seen there only: leave '\(name)' out")
        }
      case "nonisolated", "prefix", "postfix", "infix": break
      default: unsupported(word, "'\(name)'")
      }
    }
  }

  private func checkVariables(_ syntax: VariableDeclSyntax) -> [Statement] {
    let isLet = syntax.bindingSpecifier.text == "let"
    if let wrapped = checkWrapped(syntax) ?? checkWeak(syntax) { return wrapped }
    if let attribute = syntax.attributes.first, resultBuilder(among: syntax.attributes) == nil {
      unsupported(attribute, "'\(attribute.trimmedDescription)'")
    }
    checkModifiersOutsideTypes(syntax.modifiers)
    if library.hasRestrictedTypes, scope === library.cellScope {
      checkAliases(in: DeclSyntax(syntax), nil, accessScope(modifiers(syntax), in: nil))
    }
    var statements: [Statement] = []
    // `let a, b: Int` gives the type to both.
    var annotation: Type?
    var annotations: [Type?] = []
    for binding in syntax.bindings.reversed() {
      if let written = binding.typeAnnotation {
        annotation = type(written.type)
      } else if binding.initializer != nil {
        annotation = nil
      }
      annotations.insert(annotation, at: 0)
    }
    for (binding, annotation) in zip(syntax.bindings, annotations) {
      let accessors = Accessors(binding.accessorBlock)
      checkAccessors(of: binding, isLet: isLet)
      if accessors.computes {
        checkComputed(binding)
        continue
      }
      guard let initializer = binding.initializer else {
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self), let annotation else {
          report(
            "variable.type", place(binding),
            "a variable needs a type or a value: 'var x: Double' or 'var x = 0.0'")
          _ = bind(binding.pattern, to: .error, isLet: false)
          continue
        }
        let isPartial = annotation.hasVariables
        if isPartial, let written = binding.typeAnnotation?.type {
          let name = written.trimmedDescription
          report(
            "type.arguments", place(written),
            "say what this '\(name)' is of, in '\(name)<…>', or give the variable a value")
        }
        let variable = VariableDeclaration(
          name: plain(pattern.identifier), type: isPartial ? .error : annotation, isLet: isLet,
          context: context, place: place(pattern))
        variable.isImplicitlyUnwrapped =
          binding.typeAnnotation?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
        variable.isInitialized = !isLet && library.wrapped(annotation) != nil
        declare(variable)
        statements.append(.declare(variable))
        if accessors.observes {
          if variable.isInitialized {
            observe(variable, accessors)
          } else {
            report(
              "variable.observed", place(binding), "a variable that is observed needs a value from the start")
          }
        }
        continue
      }
      let isPartial = annotation?.hasVariables ?? false
      let before = diagnostics.count
      var value = check(initializer.value, converting: annotation)
      if isPartial, let syntax = binding.typeAnnotation, !value.type.hasError,
        written(value.type, at: place(syntax)).hasError
      {
        value = failed(value.place)
      }
      if case .none = value.kind, annotation == nil {
        value = failing("type.ambiguous", value.place, "'nil' needs a type: 'var x: Double? = nil'")
      }
      if annotation == nil { checkDecided(value) }
      if value.type.size > Type.largestSize {
        value = failing("limit.type", value.place, "the type of this value has too many parts")
      }
      if value.type.hasVariables, !(annotation?.hasError ?? false) {
        // Where something in it is wrong already, that is why.
        value =
          diagnostics.count > before
          ? failed(value.place)
          : failing(
            "type.ambiguous", value.place,
            "the type of this value is not clear; write it: '\(withType(value))'")
      }
      if scope === library.cellScope {
        checkScope(
          accessScope(modifiers(syntax), in: nil), at: place(binding.pattern), of: [annotation ?? value.type])
      }
      let pattern = bind(
        binding.pattern, to: declared(annotation, value), isLet: isLet)
      if case .variable(let variable) = pattern {
        variable.isImplicitlyUnwrapped =
          binding.typeAnnotation?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
        variable.hasWrittenType = binding.typeAnnotation != nil
        variable.holdsView = binding.typeAnnotation == nil && isView(value)
        if binding.typeAnnotation == nil { variable.promised = promisedProtocols(of: value) }
      }
      noteValueEnd(pattern, value.place.range.upperBound)
      statements.append(.bind(pattern, value))
      if accessors.observes, case .variable(let variable) = pattern { observe(variable, accessors) }
    }
    return statements
  }

  /// How a variable with a value like this one is written with its type.
  private func withType(_ value: Expression) -> String {
    switch value.kind {
    case .dictionary: "var x: [String: Int] = [:]"
    case .closure: "let f: (Double) -> Double = { … }"
    default: "var x: [Int] = []"
    }
  }

  /// The type of a variable with a type, a value or both; the type holds even where the value does not fit it.
  private func declared(_ annotation: Type?, _ value: Expression) -> Type {
    guard let annotation else { return value.type }
    return annotation.hasError || value.type.hasError ? annotation : value.type
  }

  private func noteValueEnd(_ pattern: Pattern, _ end: Int) {
    switch pattern {
    case .variable(let variable): variable.valueEnd = end
    case .tuple(let parts): for part in parts { noteValueEnd(part, end) }
    case .any, .test, .optional, .enumeration, .cast: break
    }
  }

  /// Declares the variables of a binding's pattern.
  func bind(_ syntax: PatternSyntax, to type: Type, isLet: Bool) -> Pattern {
    switch syntax.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let identifier):
      let variable = VariableDeclaration(
        name: plain(identifier.identifier), type: type, isLet: isLet, context: context,
        place: place(identifier))
      declare(variable)
      return .variable(variable)
    case .wildcardPattern: return .any
    case .tuplePattern(let tuple):
      if tuple.elements.count == 1, let only = tuple.elements.first {
        return bind(only.pattern, to: type, isLet: isLet)
      }
      guard case .tuple(let elements) = type.resolved, elements.count == tuple.elements.count else {
        if !type.hasError {
          report(
            "pattern.tuple", place(syntax),
            "\(count(tuple.elements.count, "name")) cannot be taken from \(article(type.resolved))")
        }
        for element in tuple.elements { _ = bind(element.pattern, to: .error, isLet: isLet) }
        return .any
      }
      var parts = [Pattern?](repeating: nil, count: elements.count)
      for (index, part) in tuple.elements.enumerated() {
        // A label says which part is meant, whatever the order.
        let label = part.label?.text
        let place = label.flatMap { label in elements.firstIndex { $0.label == label } } ?? index
        parts[place] = bind(part.pattern, to: elements[place].type, isLet: isLet)
      }
      return .tuple(parts.map { $0 ?? .any })
    case .valueBindingPattern(let inner):
      return bind(inner.pattern, to: type, isLet: inner.bindingSpecifier.text == "let")
    default:
      unsupported(syntax, "this pattern")
      return .any
    }
  }
}
