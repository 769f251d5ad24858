import Diagnostics
import SwiftSyntax

/// Declaring types, extensions and functions, so that code may use them before they are written.
extension Checker {
  /// A type's declaration or an extension of one, and the scope of its members.
  struct TypeDeclaration {
    let nominal: NominalDeclaration
    let syntax: DeclSyntax
    let scope: Scope
    let isExtension: Bool
    let members: [MemberBlockItemSyntax]
    let inheritance: InheritanceClauseSyntax?
    /// What an extension's `where` clause asks for.
    var conditions: [Requirement] = []

    init(nominal: NominalDeclaration, syntax: DeclSyntax, scope: Scope) {
      self.nominal = nominal
      self.syntax = syntax
      self.scope = scope
      isExtension = syntax.is(ExtensionDeclSyntax.self)
      let group = syntax.asProtocol(DeclGroupSyntax.self)
      members = Checker.active(group?.memberBlock.members ?? [])
      inheritance = group?.inheritanceClause
    }
  }

  /// Declares the types and functions among the items of a scope.
  func declareAll(_ items: CodeBlockItemListSyntax) {
    declaring += 1
    defer { declaring -= 1 }
    let declarations = active(items).compactMap { item -> DeclSyntax? in
      if case .decl(let declaration) = item.item { return declaration }
      return nil
    }
    declareTypes(declarations)
    let isPrelude = scope === library.preludeScope
    for declaration in declarations {
      if let syntax = declaration.as(VariableDeclSyntax.self) {
        if isPrelude { declareConstant(syntax) } else { declareComputed(syntax) }
      }
      guard let syntax = declaration.as(FunctionDeclSyntax.self), !isOperator(plain(syntax.name)) else {
        continue
      }
      if isPrelude, !takesAutoclosure(syntax.signature.parameterClause.parameters) {
        scope.add(functionNamed: plain(syntax.name)) { [unowned self] in
          inPrelude { declareFunction(syntax) }
        }
      } else {
        declareFunction(syntax)
      }
    }
    if !isPrelude { declareDerivatives(among: declarations) }
  }

  private func declareFunction(_ syntax: FunctionDeclSyntax) {
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
    if scope === library.cellScope {
      let access = accessScope(modifiers(syntax), in: nil)
      checkScope(of: function, access)
      checkAliases(in: DeclSyntax(syntax), nil, access)
    }
    scope.declare(function)
    if isOperator(function.name) {
      library.operators[function.name, default: []].insert(function, at: 0)
      adopt(function)
    }
  }

  private func declareOperators(among declarations: [DeclSyntax]) {
    for declaration in declarations {
      if let syntax = declaration.as(FunctionDeclSyntax.self), isOperator(plain(syntax.name)) {
        declareFunction(syntax)
      }
    }
  }

  /// An operator outside of all types is among the members of the author's types that it takes: it may be what a
  /// protocol of theirs asks for.
  private func adopt(_ operation: FunctionDeclaration) {
    var takers: [NominalDeclaration] = []
    for parameter in operation.parameters {
      if case .nominal(let nominal, _) = parameter.type.shallow, nominal.place.source != 0,
        !takers.contains(nominal)
      {
        takers.append(nominal)
      }
    }
    for nominal in takers {
      library.willExtend(nominal)
      nominal.members.add(.function(operation), named: operation.name, isOfPrelude: false)
    }
  }

  /// Types first by name, then what they inherit, then their members, then the operators outside of them, then what
  /// follows from all those.
  private func declareTypes(_ declarations: [DeclSyntax]) {
    var types: [TypeDeclaration] = []
    for declaration in declarations { declareName(declaration, in: nil, scope, &types) }
    if scope === library.preludeScope { library.bindKnownTypes() }
    // What is asked of type parameters may name associated types.
    for type in types { declareAssociatedNames(of: type) }
    for type in types { declareGenerics(of: type) }
    for declaration in declarations {
      guard let alias = declaration.as(TypeAliasDeclSyntax.self) else { continue }
      if alias.genericParameterClause == nil {
        let meant = type(alias.initializer.value)
        if let generic = unboundGeneric(meant) {
          scope.declare(generic, alias: alias.name.text)
        } else {
          scope.declare(type: meant, name: alias.name.text)
        }
        if scope === library.cellScope { noteScope(of: alias, in: nil) }
      } else {
        declareGenericAlias(alias)
      }
    }
    let outer = scope
    for declaration in declarations {
      if let syntax = declaration.as(ExtensionDeclSyntax.self) { declareExtension(syntax, &types) }
    }
    guard !types.isEmpty else { return declareOperators(among: declarations) }
    // What an extension asks may name associated types of protocols that its own refines.
    func isProtocol(_ type: TypeDeclaration) -> Bool {
      !type.isExtension && type.nominal.kind == .protocolType
    }
    for type in types where isProtocol(type) { declareAliases(of: type) }
    for type in types where isProtocol(type) { declareInheritance(of: type) }
    for index in types.indices where types[index].isExtension {
      let type = types[index]
      inside(type) {
        guard let syntax = type.syntax.as(ExtensionDeclSyntax.self) else { return }
        var conditions = writtenArguments(of: syntax, type.nominal)
        if let clause = syntax.genericWhereClause { readWhere(clause, into: &conditions) }
        types[index].conditions = conditions
      }
    }
    for type in types where !isProtocol(type) { declareAliases(of: type) }
    for type in types where !isProtocol(type) { declareInheritance(of: type) }
    let tangents = declareTangentVectors(of: types)
    for type in types where isProtocol(type) { declareMembers(of: type) }
    for type in types where !isProtocol(type) { declareMembers(of: type) }
    for type in types { inside(type) { deriveAssociatedTypes(of: type.nominal) } }
    declareOperators(among: declarations)
    // Whether a wrapped property has a first value depends on the initialisers that its wrapper gets.
    for type in types where type.nominal.isPropertyWrapper { synthesize(type) }
    for type in types { declareWrapped(of: type) }
    for type in types { declareRawValues(of: type) }
    for type in types where !type.nominal.isPropertyWrapper { synthesize(type) }
    for type in types { noteOpenProperties(of: type) }
    for type in types { inferProperties(of: type, areStatic: false) }
    for tangent in tangents { declareMembers(of: tangent) }
    // Some associated types follow from values.
    for type in types { inside(type) { inferAssociatedTypes(of: type) } }
    for type in types { defaultAssociatedTypes(of: type.nominal) }
    for type in types { inferProperties(of: type, areStatic: true) }
    checkContainment(of: types)
    for type in types { checkOverrides(of: type) }
    for type in types { checkConformances(of: type) }
    for type in types { inside(type) { checkRules(of: type) } }
    scope = outer
  }

  /// The generic type that a type without its type arguments names, as `Array` does.
  private func unboundGeneric(_ type: Type) -> NominalDeclaration? {
    guard case .nominal(let declaration, let arguments) = type, !arguments.isEmpty,
      arguments.allSatisfy({ if case .variable = $0 { true } else { false } })
    else { return nil }
    return declaration
  }

  /// Runs `body` among a type's members.
  func inside<Result>(_ type: TypeDeclaration, _ body: () -> Result) -> Result {
    let outer = (scope, requirements)
    scope = type.scope
    requirements += type.nominal.requirements + type.conditions
    defer { (scope, requirements) = outer }
    return body()
  }

  // MARK: Names

  private func declareName(
    _ declaration: DeclSyntax, in outer: NominalDeclaration?, _ scope: Scope, _ types: inout [TypeDeclaration]
  ) {
    let (token, kind): (TokenSyntax, NominalDeclaration.Kind)
    switch declaration.as(DeclSyntaxEnum.self) {
    case .structDecl(let syntax): (token, kind) = (syntax.name, .structure)
    case .enumDecl(let syntax): (token, kind) = (syntax.name, .enumeration)
    case .classDecl(let syntax): (token, kind) = (syntax.name, .classType)
    case .protocolDecl(let syntax): (token, kind) = (syntax.name, .protocolType)
    default: return
    }
    let nominal = NominalDeclaration(name: plain(token), kind: kind, outer: outer)
    nominal.place = place(token)
    nominal.isFinal = modifiers(declaration).contains("final")
    nominal.access = access(modifiers(declaration))
    noteScope(of: nominal, modifiers(declaration))
    if kind != .enumeration,
      let word = declaration.asProtocol(WithModifiersSyntax.self)?.modifiers.first(
        where: { $0.name.text == "indirect" })
    {
      report(
        "modifier.misplaced", place(word),
        "only enumerations and their cases are 'indirect': leave the word out")
    }
    let attributes = attributes(declaration)
    nominal.isPropertyWrapper = attributes.contains("propertyWrapper")
    nominal.isResultBuilder = attributes.contains("resultBuilder")
    nominal.isDynamicMemberLookup = attributes.contains("dynamicMemberLookup")
    nominal.isDynamicCallable = attributes.contains("dynamicCallable")
    let earlier = outer.map { $0.nested[nominal.name] } ?? scope.nominals[nominal.name]
    if let earlier {
      report(
        "name.redeclared", nominal.place, "'\(nominal.name)' is declared twice in the same scope",
        notes: [note("it is first declared here", earlier.place)])
      return
    }
    if kind == .protocolType { library.protocols.append(nominal) }
    if let outer {
      outer.nested[nominal.name] = nominal
    } else {
      scope.declare(nominal)
    }
    let members = Scope(parent: scope, context: nil)
    members.memberOf = nominal
    let type = TypeDeclaration(nominal: nominal, syntax: declaration, scope: members)
    types.append(type)
    for member in type.members { declareName(member.decl, in: nominal, members, &types) }
  }

  func modifiers(_ declaration: some SyntaxProtocol) -> Set<String> {
    let list = declaration.asProtocol(WithModifiersSyntax.self)?.modifiers ?? DeclModifierListSyntax([])
    return words(of: list)
  }

  /// Modifiers as words: `mutating`, `private(set)`.
  func words(of modifiers: DeclModifierListSyntax) -> Set<String> {
    Set(modifiers.map { $0.name.text + ($0.detail.map { "(\($0.detail.text))" } ?? "") })
  }

  /// The name of an attribute without its `@`.
  func attributeName(_ attribute: AttributeListSyntax.Element) -> String {
    guard case .attribute(let attribute) = attribute else { return "" }
    return attribute.attributeName.as(IdentifierTypeSyntax.self)?.name.text
      ?? attribute.attributeName.trimmedDescription
  }

  /// The names of the attributes before a declaration.
  func attributes(_ declaration: some SyntaxProtocol) -> Set<String> {
    let list = declaration.asProtocol(WithAttributesSyntax.self)?.attributes ?? AttributeListSyntax([])
    return Set(list.map(attributeName))
  }

  private func declareExtension(_ syntax: ExtensionDeclSyntax, _ types: inout [TypeDeclaration]) {
    let place = place(syntax.extendedType)
    let nominal: NominalDeclaration
    switch type(syntax.extendedType) {
    case .nominal(let declaration, _): nominal = declaration
    case .existential(let protocols) where protocols.count == 1: nominal = protocols[0]
    case .error: return
    case let other:
      report("extension.type", place, "\(article(other)) cannot be extended")
      return
    }
    if scope !== library.preludeScope { library.willExtend(nominal) }
    let members = Scope(parent: scope, context: nil)
    members.memberOf = nominal
    let found = TypeDeclaration(nominal: nominal, syntax: DeclSyntax(syntax), scope: members)
    types.append(found)
    let first = types.count
    for member in found.members { declareName(member.decl, in: nominal, members, &types) }
    for type in types[first...] { declareGenerics(of: type) }
  }

  /// What the type arguments of an extended type ask for: `extension [Int]` is for arrays whose `Element` is `Int`, and
  /// so is one of an alias of that.
  private func writtenArguments(of syntax: ExtensionDeclSyntax, _ nominal: NominalDeclaration)
    -> [Requirement]
  {
    guard case .nominal(_, let arguments) = type(syntax.extendedType),
      !arguments.contains(where: { $0.hasVariables || $0.hasError })
    else { return [] }
    return zip(nominal.genericParameters, arguments).compactMap { parameter, type in
      type == .parameter(parameter) ? nil : .same(.parameter(parameter), normalized(type))
    }
  }

  private func declareGenerics(of type: TypeDeclaration) {
    let nominal = type.nominal
    guard nominal.kind != .protocolType else { return }
    if let outer = nominal.outer {
      nominal.genericParameters = outer.kind == .protocolType ? [] : outer.genericParameters
      nominal.requirements = outer.requirements
    }
    let generics = type.syntax.asProtocol(WithGenericParametersSyntax.self)
    let outer = scope
    scope = type.scope
    defer { scope = outer }
    // Reading them looks at the type itself.
    var parameters = nominal.genericParameters
    var found = nominal.requirements
    readGenerics(
      generics?.genericParameterClause, generics?.genericWhereClause, into: &parameters, &found)
    nominal.genericParameters = parameters
    nominal.requirements = found
  }

  // MARK: Constants of the prelude

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

  /// An operator as it is written: the names of those behind their operand say so first.
  func operatorSign(_ name: String) -> Substring {
    name.hasPrefix("postfix") ? name.dropFirst("postfix".count) : name[...]
  }

  func isOperator(_ name: String) -> Bool {
    guard let sign = operatorSign(name).first else { return false }
    // Most names start with an ASCII letter, and to ask any other character what it is takes a table.
    return switch sign {
    case "a"..."z", "A"..."Z", "_", "$": false
    default: !sign.isLetter && !sign.isNumber
    }
  }

  /// Whether two functions cannot be told apart at a call.
  func sameSignature(_ left: FunctionDeclaration, _ right: FunctionDeclaration) -> Bool {
    left.name == right.name && left.parameters.map(\.label) == right.parameters.map(\.label)
      && left.parameters.map(\.type) == right.parameters.map(\.type) && left.result == right.result
      && left.parameters.map(\.isVariadic) == right.parameters.map(\.isVariadic)
      && left.parameters.map(\.isAutoclosure) == right.parameters.map(\.isAutoclosure)
      && left.genericParameters.count == right.genericParameters.count && left.kind == right.kind
      && left.isStatic == right.isStatic
  }

  func declareFunction(
    _ syntax: FunctionDeclSyntax, owner: NominalDeclaration?, requirements: [Requirement] = []
  ) -> FunctionDeclaration {
    let function = declareFunction(
      name: (syntax.modifiers.contains { $0.name.text == "postfix" } ? "postfix" : "") + plain(syntax.name),
      kind: .function, owner: owner, at: place(syntax.name),
      generics: syntax.genericParameterClause, whereClause: syntax.genericWhereClause,
      parameters: syntax.signature.parameterClause.parameters, result: syntax.signature.returnClause?.type,
      attributes: syntax.attributes, modifiers: syntax.modifiers, extensionRequirements: requirements)
    if !library.isDeclaringPrelude { checkOperator(of: syntax) }
    function.body = syntax.body?.statements
    readEffects(syntax.signature.effectSpecifiers, of: function)
    if syntax.body == nil, function.intrinsic == nil, owner?.kind != .protocolType {
      report("function.body", function.place, "'\(function.name)' needs a body in braces")
    }
    function.isRequirement = owner?.kind == .protocolType && syntax.body == nil && function.intrinsic == nil
    return function
  }
}
