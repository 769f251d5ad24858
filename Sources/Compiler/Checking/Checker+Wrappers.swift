import Diagnostics
import SwiftSyntax

/// Property wrappers: `@Clamped(0...9) var x = 3` is a stored property `_x` of the wrapper's type, and a computed one
/// that reads and changes its `wrappedValue`.
extension Checker {
  /// The wrapper that an attribute names; nil for other attributes.
  func wrapper(named attribute: AttributeListSyntax.Element) -> (type: Type, AttributeSyntax)? {
    guard case .attribute(let syntax) = attribute,
      let name = syntax.attributeName.as(IdentifierTypeSyntax.self),
      let type = lookUpType(name.name.text, nil, at: place(name)), case .nominal(let declaration, _) = type,
      declaration.isPropertyWrapper
    else { return nil }
    return (self.type(syntax.attributeName), syntax)
  }

  /// What a declaration with one wrapper and one name says; nil after an error.
  func wrappedProperty(_ syntax: VariableDeclSyntax, _ attribute: AttributeSyntax, _ type: Type)
    -> WrappedProperty?
  {
    guard case .nominal(let wrapper, _) = type, let binding = syntax.bindings.first,
      let pattern = binding.pattern.as(IdentifierPatternSyntax.self)
    else { return nil }
    if syntax.bindingSpecifier.text == "let" {
      report(
        "wrapper.let", place(pattern),
        "a wrapped property is read and set through its wrapper: declare it with 'var'")
      return nil
    }
    if Accessors(binding.accessorBlock).computes {
      report(
        "wrapper.computed", place(pattern),
        "a wrapped property is stored in its wrapper: it cannot be computed")
      return nil
    }
    guard syntax.attributes.count == 1, syntax.bindings.count == 1, binding.accessorBlock == nil else {
      unsupported(syntax, "a property wrapper on this property")
      return nil
    }
    var arguments: LabeledExprListSyntax?
    if case .argumentList(let list)? = attribute.arguments { arguments = list }
    return WrappedProperty(
      name: plain(pattern.identifier), place: place(pattern), wrapper: wrapper, arguments: arguments,
      value: binding.initializer?.value, annotation: binding.typeAnnotation.map { self.type($0.type) },
      access: access(modifiers(syntax)), isStatic: modifiers(syntax).contains("static"))
  }

  // MARK: Members

  /// Declares the storage of a wrapped property; the rest follows once the members of the wrapper are known.
  func declareStorage(of property: WrappedProperty, _ type: Type, _ declared: TypeDeclaration) {
    let storage = VariableDeclaration(
      name: "_" + property.name, type: type, isLet: false, context: nil, place: property.place)
    storage.owner = declared.nominal
    storage.access = .isPrivate
    storage.wrapped = property
    declared.nominal.members.add(
      .variable(storage), named: storage.name, isOfPrelude: library.isDeclaringPrelude)
    guard property.isStatic else {
      declared.nominal.storedProperties.append(storage)
      return
    }
    storage.isGlobal = true
    storage.isLazyGlobal = true
    library.addLazyGlobal(storage)
    declared.nominal.staticWrappers.append(storage)
  }

  /// Declares what reads and changes the wrapped properties of a type.
  func declareWrapped(of declared: TypeDeclaration) {
    guard !declared.isExtension else { return }
    for storage in declared.nominal.storedProperties + declared.nominal.staticWrappers {
      guard let property = storage.wrapped else { continue }
      inside(declared) {
        if !property.hasFirstValue, property.annotation == nil {
          report(
            "variable.type", property.place,
            "a property needs a type or a value: 'var \(property.name): Double' or 'var \(property.name) = 0.0'"
          )
          storage.type = .error
        } else if !property.hasFirstValue, property.isStatic {
          report(
            "variable.value", property.place,
            "'static var \(property.name)' needs a value: write '= …' behind it")
        }
        if property.hasFirstValue {
          let initializer = FunctionDeclaration(
            name: storage.name, kind: .function, owner: declared.nominal, place: property.place, scope: scope)
          initializer.isStatic = true
          initializer.wrapped = property
          initializer.result = storage.type
          initializer.requirements = declared.nominal.requirements
          storage.initializer = initializer
          storage.initialValue = property.value ?? ExprSyntax(NilLiteralExprSyntax())
        }
        for (name, member) in [(property.name, "wrappedValue"), ("$" + property.name, "projectedValue")] {
          declareAccessors(name, to: member, of: storage, property, declared)
        }
      }
      if property.annotation != nil { settleTypes(of: storage, in: declared.nominal) }
    }
  }

  private func declareAccessors(
    _ name: String, to member: String, of storage: VariableDeclaration, _ property: WrappedProperty,
    _ declared: TypeDeclaration
  ) {
    guard let found = property.wrapper.members[member]?.first else {
      if member == "wrappedValue" {
        report(
          "wrapper.value", property.place, "'\(property.wrapper.name)' has no property 'wrappedValue'")
      }
      return
    }
    let (get, set) = accessorText(of: found, through: "\(storage.name).\(member)", property)
    guard let block = parsedAccessors("\(get)\n\(set)") else { return }
    let getter = declareAccessors(
      name, at: property.place, TypeSyntax(IdentifierTypeSyntax(name: .identifier("Never"))),
      Accessors(block), [], property.isStatic ? [DeclModifierSyntax(name: .keyword(.static))] : [], declared)
    getter.access = property.access
    getter.setter?.access = property.access
    add(getter, to: declared.nominal)
  }

  /// What reads and changes a member of a wrapper that lies in a property or variable.
  func accessorText(of member: Declaration, through path: String, _ property: WrappedProperty)
    -> (get: String, set: String)
  {
    let isClass = property.wrapper.kind == .classType
    switch member {
    case .variable(let variable):
      return (
        "get { \(path) }",
        variable.isLet || variable.access == .privateSet
          ? "" : "\(isClass && !property.isStatic ? "nonmutating " : "")set { \(path) = newValue }"
      )
    case .function(let getter):
      let word = getter.isMutating && !property.isStatic ? "mutating " : ""
      guard let setter = getter.setter, setter.access == .open else { return ("\(word)get { \(path) }", "") }
      return (
        "\(word)get { \(path) }",
        "\(setter.isMutating || property.isStatic ? "" : "nonmutating ")set { \(path) = newValue }"
      )
    }
  }

  func parsedAccessors(_ text: String) -> AccessorBlockSyntax? {
    guard case .decl(let declaration)? = parsed("var x: Never { \(text) }").first?.item else { return nil }
    return declaration.as(VariableDeclSyntax.self)?.bindings.first?.accessorBlock
  }

  /// Gives the accessors of a wrapped property their types, once that of the storage is known.
  func settleTypes(of storage: VariableDeclaration, in nominal: NominalDeclaration) {
    guard let property = storage.wrapped else { return }
    if let annotation = property.annotation,
      let value = type(ofMember: "wrappedValue", of: storage.type, property.wrapper),
      !Solver(self).unify(value, annotation)
    {
      report(
        "type.mismatch", property.place,
        "'\(property.wrapper.name)' wraps \(article(value.resolved)), not \(article(annotation))")
    }
    storage.type = storage.type.resolved
    storage.initializer?.result = storage.type
    for (name, member) in [(property.name, "wrappedValue"), ("$" + property.name, "projectedValue")] {
      guard case .function(let getter)? = nominal.members[name]?.first,
        let type = type(ofMember: member, of: storage.type, property.wrapper)
      else { continue }
      getter.result = normalized(type.resolved)
      getter.setter?.parameters[0].type = getter.result
    }
  }

  /// The type of a wrapped property whose declaration leaves it to its value.
  func inferWrapper(
    _ storage: VariableDeclaration, _ property: WrappedProperty, _ initializer: FunctionDeclaration,
    _ declared: TypeDeclaration
  ) {
    inside(declared) {
      let outer = context
      defer { context = outer }
      context = FunctionContext(parent: nil, result: .void)
      storage.type = checkWrapper(property, as: storage.type).type
    }
    settleTypes(of: storage, in: declared.nominal)
  }

  func type(ofMember name: String, of type: Type, _ wrapper: NominalDeclaration) -> Type? {
    guard case .nominal(_, let arguments) = type.shallow else { return nil }
    let substitution = wrapper.substitution(arguments)
    switch wrapper.members[name]?.first {
    case .variable(let variable)?: return variable.type.resolved.substituting(substitution)
    case .function(let getter)?: return getter.result.resolved.substituting(substitution)
    case nil: return nil
    }
  }

  // MARK: First values

  /// The wrapper that a property's declaration makes.
  func checkWrapper(_ property: WrappedProperty, as type: Type) -> Expression {
    let outer = (solver, attempts)
    defer { (solver, attempts) = outer }
    attempts = []
    solver = Solver(self)
    var arguments = buildArguments(property.arguments ?? [], nil, nil, of: "init")
    if let value = property.value {
      var wrapped = buildArgument(value, "wrappedValue", of: "init")
      wrapped.label = "wrappedValue"
      arguments.insert(wrapped, at: 0)
    }
    return madeWrapper(property, as: type, arguments)
  }

  private func madeWrapper(_ property: WrappedProperty, as type: Type, _ arguments: [CallSite.Argument])
    -> Expression
  {
    let base = Expression(.type(type), .metatype(type), property.place)
    let made = member(of: base, "init", property.place, arguments: arguments, whole: property.place)
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return failed(property.place)
    }
    return settle(made)
  }

  /// The first assignment to a wrapped property in an initialiser: it makes the wrapper. Nil for other assignments.
  func firstAssignment(to target: ExprSyntax, _ value: ExprSyntax, _ place: Place) -> Expression? {
    guard let initializer = context.initializer, let owner = initializer.owner,
      let own = scope.first({ $0.selfVariable }), let name = ownProperty(target),
      case .variable(let storage)? = owner.members["_" + name]?.first, let property = storage.wrapped,
      !property.hasFirstValue,
      scope.first({ $0.variables[name] }) == nil || target.is(MemberAccessExprSyntax.self),
      isFirst(storage, at: target)
    else { return nil }
    let argument = buildArgument(value, "wrappedValue", of: "init")
    let type = storage.type.resolved
    let base = Expression(.type(type), .metatype(type), place)
    let made = member(of: base, "init", place, arguments: [argument], whole: place)
    solver.add(.conversion(made, to: type, because: .assignment))
    let whole = Expression(.variable(own), own.type, place)
    return Expression(.assign(Expression(.property(whole, storage), type, place), made), .void, place)
  }

  private func ownProperty(_ target: ExprSyntax) -> String? {
    if let reference = target.as(DeclReferenceExprSyntax.self) { return plain(reference.baseName) }
    guard let access = target.as(MemberAccessExprSyntax.self),
      access.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "self"
    else { return nil }
    return plain(access.declName.baseName)
  }

  /// Whether no statement before, in the blocks around, has assigned to the property.
  private func isFirst(_ storage: VariableDeclaration, at target: ExprSyntax) -> Bool {
    var blocks: [SyntaxIdentifier] = []
    var node = target.parent
    while let current = node {
      if current.is(CodeBlockItemListSyntax.self) { blocks.append(current.id) }
      node = current.parent
    }
    guard let block = blocks.first else { return false }
    let done = context.wrapped[storage, default: []]
    if blocks.contains(where: done.contains) { return false }
    context.wrapped[storage, default: []].insert(block)
    return true
  }

  // MARK: Memberwise initialisers

  /// The body of a memberwise initialiser of a structure with wrapped properties.
  func memberwiseBody(_ properties: [VariableDeclaration]) -> CodeBlockItemListSyntax {
    let lines = properties.map { storage in
      guard let property = storage.wrapped else { return "self.`\(storage.name)` = `\(storage.name)`" }
      let more = property.arguments.map { ", \($0.trimmedDescription)" } ?? ""
      let call = property.isEvaluatedLater ? "()" : ""
      let value =
        property.takesValue
        ? ".init(wrappedValue: `\(property.name)`\(call)\(more))" : "`\(property.name)`"
      return "self.\(storage.name) = \(value)"
    }
    return parsed(lines.joined(separator: "\n"))
  }

  /// The parameter of a memberwise initialiser for a wrapped property.
  func memberwiseParameter(for storage: VariableDeclaration, _ property: WrappedProperty)
    -> FunctionDeclaration.Parameter
  {
    var type = storage.type
    var defaultValue: ExprSyntax?
    if property.takesValue {
      type = self.type(ofMember: "wrappedValue", of: storage.type, property.wrapper) ?? .error
      defaultValue = property.value
    } else if property.hasFirstValue {
      let arguments = property.arguments?.trimmedDescription ?? ""
      if case .expr(let made)? = parsed("\(property.wrapper.name)(\(arguments))").first?.item {
        defaultValue = made
      }
    }
    let isLater = property.takesValue && property.isEvaluatedLater
    return FunctionDeclaration.Parameter(
      label: property.name, name: property.name,
      type: isLater ? .function(FunctionType(parameters: [], result: type)) : type, isAutoclosure: isLater,
      defaultValue: defaultValue)
  }
}
