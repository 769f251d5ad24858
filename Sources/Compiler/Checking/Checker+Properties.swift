import Diagnostics
import SwiftSyntax

/// Declaring the properties and subscripts of types.
extension Checker {
  func access(_ modifiers: Set<String>) -> Access {
    if modifiers.contains("private") { return .isPrivate }
    return modifiers.contains("private(set)") ? .privateSet : .open
  }

  func declareProperty(_ syntax: VariableDeclSyntax, _ declared: TypeDeclaration) {
    let nominal = declared.nominal
    let words = modifiers(syntax)
    let isStatic = words.contains("static") || words.contains("class")
    if let (type, attribute) = syntax.attributes.lazy.compactMap(wrapper).first {
      if let property = wrappedProperty(syntax, attribute, type) {
        declareStorage(of: property, type, declared)
      }
      return
    }
    for attribute in syntax.attributes
    where resultBuilder(among: [attribute]) == nil
      && ![
        "available", "inlinable", "_intrinsic", "usableFromInline", "MainActor", "inline", "noDerivative",
        "differentiable",
      ].contains(attributeName(attribute))
    {
      unsupported(attribute, "'\(attribute.trimmedDescription)'")
    }
    // `var x, y: Int` gives the type to both.
    var following: TypeSyntax?
    var annotations: [TypeSyntax?] = []
    for binding in syntax.bindings.reversed() {
      following = binding.typeAnnotation?.type ?? (binding.initializer == nil ? following : nil)
      annotations.insert(following, at: 0)
    }
    for (binding, annotation) in zip(syntax.bindings, annotations) {
      guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
        unsupported(binding, "a property of several parts")
        continue
      }
      let accessors = Accessors(binding.accessorBlock)
      let isIntrinsic = syntax.attributes.contains { attributeName($0) == "_intrinsic" }
      if declared.isExtension, nominal.kind == .protocolType, !accessors.computes, source != 0 {
        report(
          "extension.stored", place(pattern),
          "an extension of a protocol cannot store '\(plain(pattern.identifier))': compute it with '{ … }'")
        declareMissing(plain(pattern.identifier), place(pattern), nominal)
        continue
      }
      if accessors.computes || isIntrinsic || nominal.kind == .protocolType {
        guard let annotation else {
          report(
            "property.type", place(pattern),
            "a computed property needs a type: 'var \(pattern.identifier.text): Int { … }'")
          declareMissing(plain(pattern.identifier), place(pattern), nominal)
          continue
        }
        let getter = declareAccessors(
          plain(pattern.identifier), at: place(pattern), annotation, accessors, syntax.attributes,
          syntax.modifiers, declared)
        add(getter, to: nominal)
        continue
      }
      declareStored(pattern, binding, annotation, accessors, syntax, isStatic, declared)
    }
  }

  /// A property that could not be declared: its uses are no mistakes of their own.
  private func declareMissing(_ name: String, _ place: Place, _ nominal: NominalDeclaration) {
    let missing = VariableDeclaration(name: name, type: .error, isLet: false, context: nil, place: place)
    nominal.members.add(.variable(missing), named: name, isOfPrelude: library.isDeclaringPrelude)
  }

  private func declareStored(
    _ pattern: IdentifierPatternSyntax, _ binding: PatternBindingSyntax, _ annotation: TypeSyntax?,
    _ accessors: Accessors, _ syntax: VariableDeclSyntax, _ isStatic: Bool, _ declared: TypeDeclaration
  ) {
    let nominal = declared.nominal
    let words = modifiers(syntax)
    let name = plain(pattern.identifier)
    if declared.isExtension && !isStatic {
      report("extension.stored", place(pattern), "an extension cannot add the stored property '\(name)'")
      declareMissing(name, place(pattern), nominal)
      return
    }
    if nominal.kind == .enumeration && !isStatic {
      report("enumeration.stored", place(pattern), "an enumeration cannot have the stored property '\(name)'")
      return
    }
    if words.contains("override"), !accessors.observes, nominal.superclass != nil {
      report(
        "override.stored", place(pattern),
        "'\(name)' cannot be stored again: override it with 'get' and 'set', or set it in an initialiser")
      return
    }
    if words.contains("override"), let annotation, nominal.superclass != nil {
      declareOverride(name, at: place(pattern), annotation, accessors, declared)
      return
    }
    if !library.isDeclaringPrelude,
      nominal.members[name]?.contains(where: { isNamesake($0, isStatic: isStatic) }) ?? false
    {
      report("name.redeclared", place(pattern), "'\(name)' is declared twice in '\(nominal.name)'")
      return
    }
    // Where no type is written it follows from the value, once all members are known.
    let type = annotation.map { self.type($0) } ?? .variable(TypeVariable())
    if annotation == nil, binding.initializer == nil {
      report(
        "variable.type", place(pattern),
        "a property needs a type or a value: 'var \(name): Double' or 'var \(name) = 0.0'")
    }
    let variable = VariableDeclaration(
      name: name, type: type, isLet: syntax.bindingSpecifier.text == "let", context: nil,
      place: place(pattern))
    variable.owner = nominal
    variable.hasNoDerivative = attributes(syntax).contains("noDerivative")
    variable.isImplicitlyUnwrapped = annotation?.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
    variable.access = access(words)
    variable.isWeak = words.contains("weak") || words.contains { $0.hasPrefix("unowned") }
    variable.initialValue = binding.initializer?.value
    if variable.initialValue == nil, !variable.isLet, library.wrapped(type) != nil || variable.isWeak {
      variable.initialValue = ExprSyntax(NilLiteralExprSyntax())
    }
    if isStatic || words.contains("lazy") || binding.initializer != nil {
      let initializer = FunctionDeclaration(
        name: name, kind: .function, owner: nominal, place: place(pattern), scope: scope)
      initializer.isStatic = !words.contains("lazy")
      initializer.value = variable.initialValue
      initializer.result = type
      initializer.requirements = nominal.requirements
      variable.initializer = initializer
      if source != 0, initializer.isStatic { newMembers.append(initializer) }
    }
    if words.contains("lazy") {
      declareLazy(variable, declared)
      return
    }
    nominal.members.add(.variable(variable), named: name, isOfPrelude: library.isDeclaringPrelude)
    if isStatic {
      variable.isGlobal = true
      variable.isLazyGlobal = true
      library.addLazyGlobal(variable)
      variable.access = access(words)
      if accessors.observes { declareObserved(variable, accessors, declared) }
      return
    }
    nominal.storedProperties.append(variable)
    if accessors.observes { declareObserved(variable, accessors, declared) }
  }

  /// A getter, with its setter where there is one.
  func declareAccessors(
    _ name: String, at place: Place, _ type: TypeSyntax, _ accessors: Accessors,
    _ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax, _ declared: TypeDeclaration,
    kind: FunctionDeclaration.Kind = .getter, parameters: FunctionParameterListSyntax = [],
    generics: GenericParameterClauseSyntax? = nil, whereClause: GenericWhereClauseSyntax? = nil
  ) -> FunctionDeclaration {
    let nominal = declared.nominal
    if let unknown = accessors.unknown {
      unsupported(unknown, "the accessor '\(unknown.accessorSpecifier.text)'")
    }
    func declare(_ kind: FunctionDeclaration.Kind) -> FunctionDeclaration {
      declareFunction(
        name: name, kind: kind, owner: nominal, at: place, generics: generics, whereClause: whereClause,
        parameters: parameters, result: type, attributes: attributes, modifiers: modifiers,
        extensionRequirements: declared.conditions)
    }
    let getter = declare(kind)
    getter.body = accessors.get
    getter.isMutating = accessors.isGetMutating
    readEffects(accessors.getEffects, of: getter)
    getter.isRequirement = nominal.kind == .protocolType && accessors.get == nil && getter.intrinsic == nil
    if accessors.hasSet {
      let setter = declare(kind == .getter ? .setter : .subscriptSetter)
      setter.intrinsic = nil
      // Its type parameters are those of the getter.
      setter.genericParameters = getter.genericParameters
      setter.requirements = getter.requirements
      setter.parameters = getter.parameters
      setter.scope = getter.scope
      setter.parameters.append(
        FunctionDeclaration.Parameter(label: nil, name: accessors.newValueName, type: getter.result))
      setter.result = .void
      setter.body = accessors.set
      setter.isMutating = !accessors.isSetNonmutating && !setter.isStatic && !isClassBound(nominal)
      setter.isRequirement = getter.isRequirement
      setter.getter = getter
      getter.setter = setter
    }
    return getter
  }

  func declareSubscript(_ syntax: SubscriptDeclSyntax, _ declared: TypeDeclaration) {
    let getter = declareAccessors(
      "subscript", at: place(syntax.subscriptKeyword), syntax.returnClause.type,
      Accessors(syntax.accessorBlock), syntax.attributes, syntax.modifiers, declared, kind: .subscriptGetter,
      parameters: syntax.parameterClause.parameters, generics: syntax.genericParameterClause,
      whereClause: syntax.genericWhereClause)
    add(getter, to: declared.nominal)
  }

  /// Notes the properties of a type whose types follow from their values.
  func noteOpenProperties(of declared: TypeDeclaration) {
    guard !library.isDeclaringPrelude else { return }
    let statics = declared.nominal.members.additions.values.joined()
    for case .variable(let variable) in statics.filter({ isUnknown($0) }) {
      openProperties[variable] = declared
    }
    for variable in declared.nominal.storedProperties where isUnknown(.variable(variable)) {
      openProperties[variable] = declared
    }
  }

  private func isUnknown(_ member: Declaration) -> Bool {
    guard case .variable(let variable) = member, case .variable(let unknown) = variable.type else {
      return false
    }
    return unknown.binding == nil && variable.initializer?.value != nil && variable.wrapped == nil
  }

  /// Finds the type of a property from its value, where that is still open: when it is first asked for.
  ///
  /// A value that asks for the next property, and so on, is followed only so far.
  func inferProperty(_ variable: VariableDeclaration) {
    if inferring.contains(variable), case .variable(let unknown) = variable.type, unknown.binding == nil {
      report("type.circular", variable.place, "the type of '\(variable.name)' depends on itself: write it")
      unknown.binding = .error
    }
    guard inferring.count < 50, let declared = openProperties.removeValue(forKey: variable),
      case .variable(let unknown) = variable.type, let initializer = variable.initializer,
      let value = initializer.value
    else { return }
    let outer = (scope, context, requirements, labels, caseDepth, chains, solver)
    let outerErrors = (catchers, attempts, isInDefer)
    (requirements, labels, caseDepth, chains, solver) = ([], [], 0, [], nil)
    (catchers, attempts, isInDefer) = ([], [], false)
    inferring.append(variable)
    defer {
      (scope, context, requirements, labels, caseDepth, chains, solver) = outer
      (catchers, attempts, isInDefer) = outerErrors
      inferring.removeLast()
    }
    inside(declared) {
      context = FunctionContext(parent: nil, result: .void)
      let checked = check(value)
      if unknown.binding != nil { return }
      unknown.binding = checked.type.hasVariables ? .error : checked.type
      if checked.type.hasVariables {
        report("type.ambiguous", variable.place, "the type of '\(variable.name)' is not clear; write it")
      }
    }
    variable.type = variable.type.resolved
    initializer.result = variable.type
    variable.getter?.result = variable.type
    variable.getter?.setter?.parameters[0].type = variable.type
  }

  /// The types of properties whose declarations leave them to their values.
  func inferProperties(of declared: TypeDeclaration, areStatic: Bool) {
    let nominal = declared.nominal
    // The prelude writes all types.
    if library.isDeclaringPrelude { return }
    let statics = nominal.members.keys.sorted().flatMap { nominal.members[$0] ?? [] }.compactMap {
      member -> VariableDeclaration? in
      if case .variable(let variable) = member, variable.isLazyGlobal { return variable }
      return nil
    }
    for variable in areStatic ? statics : nominal.storedProperties {
      if let property = variable.wrapped, property.annotation == nil, let initializer = variable.initializer {
        inferWrapper(variable, property, initializer, declared)
        continue
      }
      inferProperty(variable)
    }
    guard !areStatic else { return }
    for case .function(let function) in nominal.members["init"] ?? [] where function.intrinsic == "memberwise"
    {
      for index in function.parameters.indices {
        function.parameters[index].type = function.parameters[index].type.resolved
      }
    }
    for (variable, fill) in declared.nominal.lazyProperties where !declared.isExtension {
      guard case .variable(let unknown) = variable.type, unknown.binding == nil, let value = fill.value else {
        continue
      }
      inside(declared) {
        let outer = (context, scope)
        defer { (context, scope) = outer }
        context = FunctionContext(parent: nil, result: .void)
        scope = Scope(parent: scope, context: context)
        let own = VariableDeclaration(
          name: "self", type: declared.nominal.selfType, isLet: false, context: context, place: variable.place
        )
        scope.memberOf = declared.nominal
        scope.selfVariable = own
        scope.declare(own)
        unknown.binding = check(value).type
      }
      variable.type = variable.type.resolved
      setLazyType(variable, declared.nominal)
    }
  }
}

/// The accessors of a property or subscript, by what they do.
struct Accessors {
  var get: CodeBlockItemListSyntax?
  var set: CodeBlockItemListSyntax?
  var hasSet = false
  var setter: AccessorDeclSyntax?
  var isGetMutating = false
  /// What is written between `get` and its body: `throws`.
  var getEffects: AccessorEffectSpecifiersSyntax?
  var isSetNonmutating = false
  var newValueName = "newValue"
  var willSet: AccessorDeclSyntax?
  var didSet: AccessorDeclSyntax?
  /// An accessor of another kind, which cells do not have: `_modify`.
  var unknown: AccessorDeclSyntax?
  /// Whether it has a getter, with or without a body.
  var computes = false

  var observes: Bool { self.willSet != nil || self.didSet != nil }

  init(_ block: AccessorBlockSyntax?) {
    switch block?.accessors {
    case .getter(let body):
      get = body
      computes = true
    case .accessors(let list):
      for accessor in list {
        switch accessor.accessorSpecifier.text {
        case "get":
          get = accessor.body?.statements
          computes = true
          isGetMutating = accessor.modifier?.name.text == "mutating"
          getEffects = accessor.effectSpecifiers
        case "set":
          set = accessor.body?.statements
          hasSet = true
          setter = accessor
          isSetNonmutating = accessor.modifier?.name.text == "nonmutating"
          if let name = accessor.parameters?.name.text { newValueName = name }
        case "willSet": willSet = accessor
        case "didSet": didSet = accessor
        default: unknown = accessor
        }
      }
    case nil: break
    }
  }
}
