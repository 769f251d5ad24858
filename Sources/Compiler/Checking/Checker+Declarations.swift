import Diagnostics
import SwiftSyntax

/// Declaring types, extensions and functions, so that code may use them before they are written.
extension Checker {
  /// Declares the types and functions among the items of a scope.
  func declareAll(_ items: CodeBlockItemListSyntax, allowsTypes: Bool) {
    let declarations = items.compactMap { item -> DeclSyntax? in
      if case .decl(let declaration) = item.item { return declaration }
      return nil
    }
    if allowsTypes {
      var nominals: [(NominalDeclaration, DeclSyntax)] = []
      for declaration in declarations {
        if let nominal = declareNominal(declaration) { nominals.append((nominal, declaration)) }
      }
      library.bindKnownTypes()
      for (nominal, declaration) in nominals { declareGenerics(of: nominal, declaration) }
      for declaration in declarations { declareConformances(declaration) }
      for declaration in declarations { declareMembers(declaration) }
    }
    for declaration in declarations {
      if let alias = declaration.as(TypeAliasDeclSyntax.self), alias.genericParameterClause == nil {
        scope.declare(type: type(alias.initializer.value), name: alias.name.text)
      }
    }
    for declaration in declarations {
      if allowsTypes, let syntax = declaration.as(VariableDeclSyntax.self) { declareConstant(syntax) }
      guard let syntax = declaration.as(FunctionDeclSyntax.self) else { continue }
      let function = declareFunction(syntax, owner: nil)
      if let earlier = scope.functions[function.name]?.first(where: { sameSignature($0, function) }) {
        report(
          "name.redeclared", function.place, "'\(function.fullName)' is declared twice with the same types",
          notes: [note("it is first declared here", earlier.place)])
      }
      if scope !== library.cellScope && scope !== library.preludeScope {
        function.outerContext = context
      }
      if let variable = scope.variables[function.name] {
        report(
          "name.redeclared", function.place, "'\(function.name)' is already a variable in this scope",
          notes: [note("it is declared here", variable.place)])
      }
      scope.declare(function)
      if isOperator(function.name) { library.operators[function.name, default: []].insert(function, at: 0) }
    }
  }

  /// A constant of the prelude: a getter without a type around it.
  private func declareConstant(_ syntax: VariableDeclSyntax) {
    for binding in syntax.bindings {
      guard case .getter(let body)? = binding.accessorBlock?.accessors,
        let annotation = binding.typeAnnotation
      else { continue }
      let getter = declareFunction(
        name: binding.pattern.trimmedDescription, kind: .getter, owner: nil, at: place(binding.pattern),
        generics: nil, whereClause: nil, parameters: FunctionParameterListSyntax([]), result: annotation.type,
        attributes: syntax.attributes, modifiers: syntax.modifiers)
      getter.body = body
      scope.declare(getter)
    }
  }

  func isOperator(_ name: String) -> Bool {
    name.hasPrefix("postfix.") || name.first.map { !$0.isLetter && $0 != "_" } ?? false
  }

  /// Whether two functions cannot be told apart at a call.
  func sameSignature(_ left: FunctionDeclaration, _ right: FunctionDeclaration) -> Bool {
    left.name == right.name && left.parameters.map(\.label) == right.parameters.map(\.label)
      && left.parameters.map(\.type) == right.parameters.map(\.type) && left.result == right.result
      && left.genericParameters.count == right.genericParameters.count
  }

  private func declareFunction(
    _ syntax: FunctionDeclSyntax, owner: NominalDeclaration?, requirements: [Requirement] = []
  ) -> FunctionDeclaration {
    let function = declareFunction(
      name: (syntax.modifiers.contains { $0.name.text == "postfix" } ? "postfix" : "") + plain(syntax.name),
      kind: .function, owner: owner, at: place(syntax.name),
      generics: syntax.genericParameterClause, whereClause: syntax.genericWhereClause,
      parameters: syntax.signature.parameterClause.parameters, result: syntax.signature.returnClause?.type,
      attributes: syntax.attributes, modifiers: syntax.modifiers, extensionRequirements: requirements)
    function.body = syntax.body?.statements
    readEffects(syntax.signature.effectSpecifiers, of: function)
    if syntax.body == nil, function.intrinsic == nil, owner?.kind != .protocolType {
      report("function.body", function.place, "'\(function.name)' needs a body in braces")
    }
    function.isRequirement = owner?.kind == .protocolType && syntax.body == nil && function.intrinsic == nil
    return function
  }

  // MARK: Types

  private func declareNominal(_ declaration: DeclSyntax) -> NominalDeclaration? {
    let nominal: NominalDeclaration
    if let syntax = declaration.as(StructDeclSyntax.self) {
      nominal = NominalDeclaration(name: syntax.name.text, kind: .structure)
    } else if let syntax = declaration.as(ProtocolDeclSyntax.self) {
      nominal = NominalDeclaration(name: syntax.name.text, kind: .protocolType)
      library.protocols.append(nominal)
    } else {
      return nil
    }
    scope.declare(nominal)
    return nominal
  }

  private func declareGenerics(of nominal: NominalDeclaration, _ declaration: DeclSyntax) {
    guard let syntax = declaration.as(StructDeclSyntax.self) else { return }
    let outer = scope
    scope = Scope(parent: scope, context: nil)
    defer { scope = outer }
    readGenerics(
      syntax.genericParameterClause, syntax.genericWhereClause, into: &nominal.genericParameters,
      &nominal.requirements)
  }

  /// The type that a declaration is about, what it inherits, its `where` clause and its members.
  private func parts(of declaration: DeclSyntax) -> (
    nominal: NominalDeclaration, inheritance: InheritanceClauseSyntax?,
    whereClause: GenericWhereClauseSyntax?,
    members: MemberBlockItemListSyntax
  )? {
    if let syntax = declaration.as(StructDeclSyntax.self), let nominal = scope.nominals[syntax.name.text] {
      return (nominal, syntax.inheritanceClause, nil, syntax.memberBlock.members)
    }
    if let syntax = declaration.as(ProtocolDeclSyntax.self), let nominal = scope.nominals[syntax.name.text] {
      return (nominal, syntax.inheritanceClause, nil, syntax.memberBlock.members)
    }
    if let syntax = declaration.as(ExtensionDeclSyntax.self) {
      let name = syntax.extendedType.trimmedDescription
      guard let nominal = scope.first({ $0.nominals[name] }) else {
        report("name.type", place(syntax.extendedType), "cannot find a type named '\(name)'")
        return nil
      }
      return (nominal, syntax.inheritanceClause, syntax.genericWhereClause, syntax.memberBlock.members)
    }
    return nil
  }

  private func inside<Result>(_ nominal: NominalDeclaration, _ body: () -> Result) -> Result {
    let outer = (scope, requirements)
    scope = Scope(parent: scope, context: nil)
    scope.memberOf = nominal
    requirements += nominal.requirements
    defer { (scope, requirements) = outer }
    return body()
  }

  private func declareConformances(_ declaration: DeclSyntax) {
    guard let (nominal, inheritance, whereClause, members) = parts(of: declaration) else { return }
    inside(nominal) {
      if nominal.kind == .protocolType {
        for member in members {
          if let associated = member.decl.as(AssociatedTypeDeclSyntax.self) {
            nominal.associatedTypes.append(associated.name.text)
          }
        }
      }
      var conditions: [Requirement] = []
      if let whereClause { readWhere(whereClause, into: &conditions) }
      for inherited in inheritance?.inheritedTypes ?? [] {
        guard case .existential(let protocols) = type(inherited.type) else { continue }
        for wanted in protocols {
          nominal.conformances.append(NominalDeclaration.Conformance(to: wanted, requirements: conditions))
        }
      }
      library.conformancesChanged()
    }
  }

  private func declareMembers(_ declaration: DeclSyntax) {
    guard let (nominal, _, whereClause, members) = parts(of: declaration) else { return }
    inside(nominal) {
      var conditions: [Requirement] = []
      if let whereClause { readWhere(whereClause, into: &conditions) }
      for member in members {
        if let alias = member.decl.as(TypeAliasDeclSyntax.self) {
          nominal.typeAliases[alias.name.text] = type(alias.initializer.value)
        } else if let associated = member.decl.as(AssociatedTypeDeclSyntax.self) {
          declareAssociated(associated, of: nominal)
        }
      }
      requirements += conditions
      for member in members { declareMember(member.decl, of: nominal, conditions) }
    }
  }

  private func declareAssociated(_ syntax: AssociatedTypeDeclSyntax, of nominal: NominalDeclaration) {
    let subject = Type.member(nominal.selfType, syntax.name.text)
    for inherited in syntax.inheritanceClause?.inheritedTypes ?? [] {
      guard case .existential(let protocols) = type(inherited.type) else { continue }
      for wanted in protocols { nominal.associatedRequirements.append(.conforms(subject, wanted)) }
    }
    if let clause = syntax.genericWhereClause {
      for requirement in clause.requirements {
        if case .sameTypeRequirement(let same) = requirement.requirement,
          case .type(let left) = same.leftType,
          case .type(let right) = same.rightType
        {
          nominal.associatedRequirements.append(.same(type(left), type(right)))
        }
      }
    }
  }

  private func declareMember(
    _ declaration: DeclSyntax, of nominal: NominalDeclaration, _ conditions: [Requirement]
  ) {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .functionDecl(let syntax):
      let function = declareFunction(syntax, owner: nominal, requirements: conditions)
      nominal.members[function.name, default: []].append(.function(function))
      // An operator of a concrete type that a protocol asks for is reached through the protocol.
      if isOperator(function.name), !isWitness(function) {
        library.operators[function.name, default: []].append(function)
      }
    case .initializerDecl(let syntax):
      let function = declareFunction(
        name: "init", kind: .initializer, owner: nominal, at: place(syntax.initKeyword),
        generics: syntax.genericParameterClause, whereClause: syntax.genericWhereClause,
        parameters: syntax.signature.parameterClause.parameters, result: nil, attributes: syntax.attributes,
        modifiers: syntax.modifiers, extensionRequirements: conditions)
      function.body = syntax.body?.statements
      readEffects(syntax.signature.effectSpecifiers, of: function)
      if syntax.optionalMark != nil { function.result = library.optional(of: function.result) }
      function.isRequirement = nominal.kind == .protocolType && syntax.body == nil
      nominal.members["init", default: []].append(.function(function))
    case .variableDecl(let syntax): declareProperty(syntax, of: nominal, conditions)
    case .subscriptDecl(let syntax):
      declareSubscript(syntax, of: nominal, conditions)
    case .typeAliasDecl, .associatedTypeDecl: break
    default: unsupported(declaration, "this member")
    }
  }

  private func isWitness(_ function: FunctionDeclaration) -> Bool {
    guard let owner = function.owner, !function.isRequirement else { return false }
    let isAsked = owner.members[function.name]?.contains {
      if case .function(let wanted) = $0 {
        return wanted.isRequirement && wanted.parameters.count == function.parameters.count
      }
      return false
    }
    if isAsked ?? false { return true }
    return owner.conformances.contains { conformance in
      conformance.to.inherited.contains { inherited in
        inherited.members[function.name]?.contains {
          if case .function(let wanted) = $0 { return wanted.parameters.count == function.parameters.count }
          return false
        } ?? false
      }
    }
  }

  private func declareProperty(
    _ syntax: VariableDeclSyntax, of nominal: NominalDeclaration, _ conditions: [Requirement]
  ) {
    let isStatic = syntax.modifiers.contains { $0.name.text == "static" }
    for binding in syntax.bindings {
      guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self),
        let annotation = binding.typeAnnotation
      else {
        unsupported(binding, "a property without a type")
        continue
      }
      let name = pattern.identifier.text
      let isComputed = binding.accessorBlock != nil
      if !isComputed && !isStatic
        && !syntax.attributes.contains(where: { $0.trimmedDescription.hasPrefix("@_intrinsic") })
      {
        let variable = VariableDeclaration(
          name: name, type: type(annotation.type), isLet: syntax.bindingSpecifier.text == "let", context: nil,
          place: place(pattern))
        nominal.storedProperties.append(variable)
        nominal.members[name, default: []].append(.variable(variable))
        continue
      }
      let getter = declareFunction(
        name: name, kind: .getter, owner: nominal, at: place(pattern), generics: nil, whereClause: nil,
        parameters: FunctionParameterListSyntax([]), result: annotation.type, attributes: syntax.attributes,
        modifiers: syntax.modifiers, extensionRequirements: conditions)
      switch binding.accessorBlock?.accessors {
      case .getter(let body): getter.body = body
      case .accessors(let accessors):
        getter.body = accessors.first { $0.accessorSpecifier.text == "get" }?.body?.statements
      case nil: break
      }
      getter.isRequirement = nominal.kind == .protocolType && getter.body == nil
      nominal.members[name, default: []].append(.function(getter))
    }
  }

  private func declareSubscript(
    _ syntax: SubscriptDeclSyntax, of nominal: NominalDeclaration, _ conditions: [Requirement]
  ) {
    func accessor(_ kind: FunctionDeclaration.Kind, _ body: CodeBlockItemListSyntax?) {
      let function = declareFunction(
        name: "subscript", kind: .subscriptGetter, owner: nominal, at: place(syntax.subscriptKeyword),
        generics: syntax.genericParameterClause, whereClause: syntax.genericWhereClause,
        parameters: syntax.parameterClause.parameters, result: syntax.returnClause.type,
        attributes: syntax.attributes, modifiers: syntax.modifiers, extensionRequirements: conditions)
      function.body = body
      nominal.members["subscript", default: []].append(.function(function))
    }
    switch syntax.accessorBlock?.accessors {
    case .getter(let body): accessor(.subscriptGetter, body)
    case .accessors, nil: accessor(.subscriptGetter, nil)
    }
  }
}
