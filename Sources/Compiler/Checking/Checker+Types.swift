import Diagnostics
import SwiftSyntax

/// Types as they are written.
extension Checker {
  /// The type that syntax names; reports and gives `.error` where it names none.
  func type(_ syntax: TypeSyntax) -> Type {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      report("limit.nesting", place(syntax), "this type is nested too deeply")
      return .error
    }
    switch syntax.as(TypeSyntaxEnum.self) {
    case .identifierType(let identifier):
      return named(
        identifier.name.text, identifier.genericArgumentClause.map(arguments), at: place(syntax))
    case .memberType(let member):
      if let base = member.baseType.as(IdentifierTypeSyntax.self), isModule(base.name.text),
        let found = typeOfModule(
          member.name.text, member.genericArgumentClause.map(arguments), at: place(member.name))
      {
        return found
      }
      return memberType(
        of: type(member.baseType), member.name.text, member.genericArgumentClause.map(arguments),
        at: place(member.name))
    case .classRestrictionType(let former):
      if source != 0 {
        report(
          "type.former", place(former), "'AnyObject' is what 'class' is called here now", severity: .warning,
          fix: Diagnostic.Fix("write 'AnyObject'", range: place(former).range, replacement: "AnyObject"))
      }
      return named("AnyObject", nil, at: place(former))
    case .arrayType(let array): return library.array(of: type(array.element))
    case .optionalType(let optional): return library.optional(of: type(optional.wrappedType))
    case .implicitlyUnwrappedOptionalType(let optional):
      return library.optional(of: type(optional.wrappedType))
    case .tupleType(let tuple):
      if tuple.elements.count == 1, let only = tuple.elements.first, only.firstName == nil {
        return type(only.type)
      }
      checkLabels(tuple.elements.map(\.firstName))
      return .tuple(
        tuple.elements.map { Type.TupleElement(label: $0.firstName?.text, type: type($0.type)) })
    case .functionType(let function):
      return .function(
        FunctionType(
          parameters: function.parameters.map { parameter in
            let (inner, isInout) = stripped(parameter.type)
            if parameter.ellipsis != nil {
              unsupported(parameter, "a function type with any number of arguments")
            }
            return FunctionType.Parameter(type: type(inner), isInout: isInout)
          },
          result: type(function.returnClause.type),
          canThrow: thrown(by: function.effectSpecifiers?.throwsClause).canThrow,
          thrown: thrown(by: function.effectSpecifiers?.throwsClause).thrown))
    case .attributedType(let attributed):
      return type(attributed.baseType)
    case .someOrAnyType(let constraint):
      if constraint.someOrAnySpecifier.text == "any" {
        switch type(constraint.constraint) {
        case .existential(let protocols): return .existential(protocols)
        case .metatype(let instance): return .metatype(instance)
        case .error: return .error
        default: break
        }
      }
      if constraint.someOrAnySpecifier.text == "some", implicitParameters != nil {
        let parameter = GenericParameter(name: "some \(constraint.constraint.trimmedDescription)")
        implicitParameters?.append((parameter, constraint.constraint))
        return .parameter(parameter)
      }
      unsupported(syntax, "'\(constraint.someOrAnySpecifier.text)' in a type")
      return .error
    case .compositionType(let composition):
      var protocols: [NominalDeclaration] = []
      for element in composition.elements {
        switch type(element.type) {
        case .existential(let found): protocols += found.filter { !protocols.contains($0) }
        case .error: return .error
        case .nominal(let found, let arguments) where found.kind == .classType && arguments.isEmpty:
          protocols.insert(found, at: 0)
        default:
          unsupported(element, "'\(element.type.trimmedDescription)' in a composition of protocols")
          return .error
        }
      }
      return .existential(protocols)
    case .dictionaryType(let dictionary):
      return written(
        library.dictionary(of: type(dictionary.key), type(dictionary.value)), at: place(syntax))
    case .metatypeType(let metatype): return .metatype(type(metatype.baseType))
    default:
      unsupported(syntax, "the type '\(syntax.trimmedDescription)'")
      return .error
    }
  }

  /// A parameter's type without `inout` and attributes.
  func stripped(_ syntax: TypeSyntax) -> (TypeSyntax, isInout: Bool) {
    guard let attributed = syntax.as(AttributedTypeSyntax.self) else { return (syntax, false) }
    let isInout = attributed.specifiers.contains {
      $0.firstToken(viewMode: .sourceAccurate)?.text == "inout"
    }
    return (attributed.baseType, isInout)
  }

  private func arguments(_ clause: GenericArgumentClauseSyntax) -> [Type] {
    clause.arguments.map { argument in
      if case .type(let syntax) = argument.argument { return type(syntax) }
      unsupported(argument, "a value as a type argument")
      return .error
    }
  }

  /// The type of a name in scope.
  func named(_ name: String, _ arguments: [Type]?, at place: Place) -> Type {
    if let found = lookUpType(name, arguments, at: place) { return found }
    let (hint, fix) = suggestion(for: name, place, ForeignName.type(name), among: knownTypeNames)
    report("name.type", place, "cannot find a type named '\(name)'\(hint)", fix: fix)
    return .error
  }

  private var knownTypeNames: [String] {
    var names: Set<String> = ["Any", "Void"]
    var current: Scope? = scope
    while let scope = current {
      names.formUnion(scope.types.keys)
      names.formUnion(scope.nominals.keys)
      current = scope.parent
    }
    return names.filter { !$0.hasPrefix("_") }.sorted()
  }

  /// The type of a name in scope; nil where there is none.
  func lookUpType(_ name: String, _ arguments: [Type]?, at place: Place) -> Type? {
    if name == "Any" { return .any }
    if name == "Void" { return .void }
    var found: Type?
    var current: Scope? = scope
    while let scope = current, found == nil {
      if let alias = scope.genericAliases[name] {
        return expanded(alias, name, arguments, at: place)
      }
      if let type = scope.types[name] {
        found = type
      } else if let owner = scope.memberOf, name == "Self" {
        found = owner.selfType
      } else if let owner = scope.memberOf, let nested = nestedType(name, of: owner) {
        return instance(of: nested, arguments, at: place)
      } else if let owner = scope.memberOf, let member = memberTypeIfAny(of: owner, name) {
        found = member
      } else if let nominal = scope.nominals[name] {
        return instance(of: nominal, arguments, at: place)
      }
      current = scope.parent
    }
    return found
  }

  /// A type declared in another, or in a class that it inherits from.
  private func nestedType(_ name: String, of owner: NominalDeclaration) -> NominalDeclaration? {
    ([owner] + owner.ancestors).lazy.compactMap { $0.nested[name] }.first
  }

  /// A type alias with its parameters replaced.
  private func expanded(
    _ alias: (parameters: [GenericParameter], type: Type), _ name: String, _ arguments: [Type]?,
    at place: Place
  ) -> Type {
    let given = arguments ?? alias.parameters.map { _ in .variable(TypeVariable()) }
    guard given.count == alias.parameters.count else {
      report(
        "type.arguments", place,
        "'\(name)' takes \(count(alias.parameters.count, "type argument")), not \(given.count)")
      return .error
    }
    return alias.type.substituting(
      Dictionary(zip(alias.parameters, given), uniquingKeysWith: { first, _ in first }))
  }

  /// Declares a type alias with parameters of its own.
  func declareGenericAlias(_ syntax: TypeAliasDeclSyntax) {
    var parameters: [GenericParameter] = []
    var requirements: [Requirement] = []
    let outer = scope
    let known = self.requirements
    scope = Scope(parent: scope, context: nil)
    readGenerics(syntax.genericParameterClause, syntax.genericWhereClause, into: &parameters, &requirements)
    self.requirements += requirements
    let type = type(syntax.initializer.value)
    self.requirements = known
    scope = outer
    scope.genericAliases[syntax.name.text] = (parameters, type)
  }

  private func memberTypeIfAny(of owner: NominalDeclaration, _ name: String) -> Type? {
    if let parameter = owner.genericParameters.last(where: { $0.name == name }) {
      return .parameter(parameter)
    }
    if let alias = owner.typeAlias(name) ?? aliasOfProtocol(of: owner, name) { return alias }
    guard owner.kind == .protocolType else { return nil }
    // What an extension asks of `Self` has its own associated types.
    let protocols = owner.inherited + protocols(of: owner.selfType)
    return protocols.contains { $0.associatedTypes.contains(name) } ? .member(owner.selfType, name) : nil
  }

  /// A type alias that a protocol of a type declares.
  private func aliasOfProtocol(of owner: NominalDeclaration, _ name: String) -> Type? {
    for declaration in [owner] + owner.ancestors {
      for conformance in declaration.conformances {
        for asked in conformance.to.inherited where asked !== owner {
          if let alias = asked.typeAlias(name) {
            return alias.substituting([asked.selfParameter: owner.selfType])
          }
        }
      }
    }
    return nil
  }

  /// `any P`, or `any P<…>`, which says what the primary associated types are.
  private func any(_ wanted: NominalDeclaration, _ types: [Type]?, at place: Place) -> Type {
    guard let types else { return .existential([wanted]) }
    let known = wanted.primaryAssociatedTypes.count
    guard types.count == known, known > 0 else {
      report(
        "type.arguments", place,
        known == 0
          ? "'\(wanted.name)' names no associated types in '<…>' where it is declared, so nothing can be said of them here"
          : "'\(wanted.name)' takes \(count(known, "type argument")), not \(types.count)")
      return .error
    }
    return written(.existential([wanted.fixing(types)]), at: place)
  }

  /// A declared type with what its use names: the arguments of the types around it, if the use goes through one,
  /// and its own.
  private func instance(
    of nominal: NominalDeclaration, in outer: [Type]? = nil, _ arguments: [Type]?, at place: Place
  ) -> Type {
    if nominal.kind == .protocolType { return any(nominal, arguments, at: place) }
    guard let arguments else {
      if nominal.genericParameters.isEmpty { return .nominal(nominal, []) }
      if let outer {
        return .nominal(
          nominal,
          nominal.genericParameters.indices.map { $0 < outer.count ? outer[$0] : .variable(TypeVariable()) })
      }
      // Inside its own declaration, or a type's in it, the name alone means the type itself; elsewhere the solver finds
      // the arguments.
      if scope.first({ $0.memberOf?.isInside(nominal) ?? false ? true : nil }) != nil {
        return nominal.selfType
      }
      let isInside =
        nominal.outer.map { outer in scope.first { $0.memberOf === outer ? true : nil } != nil } ?? false
      return .nominal(
        nominal,
        nominal.genericParameters.enumerated().map { index, parameter in
          isInside && index < nominal.outerParameterCount ? .parameter(parameter) : .variable(TypeVariable())
        })
    }
    let own = nominal.genericParameters.count - nominal.outerParameterCount
    guard arguments.count == own else {
      report(
        "type.arguments", place,
        "'\(nominal.name)' takes \(count(own, "type argument")), not \(arguments.count)"
      )
      return .error
    }
    let around =
      outer?.prefix(nominal.outerParameterCount).map { $0 }
      ?? nominal.genericParameters.prefix(nominal.outerParameterCount).map { .parameter($0) }
    return written(.nominal(nominal, around + arguments), at: place)
  }

  private func checkAccess(to nested: NominalDeclaration, at place: Place) {
    if !isAccessible(nested.access, nested.outer) {
      report(
        "access.private", place,
        "'\(nested.name)' is 'private': it can be used only inside '\(nested.outer?.name ?? "")'")
    }
  }

  private func memberType(of base: Type, _ name: String, _ own: [Type]?, at place: Place) -> Type {
    let nested: NominalDeclaration? =
      if case .nominal(let declaration, _) = base { nestedType(name, of: declaration) } else { nil }
    if let nested { checkAccess(to: nested, at: place) }
    if own == nil, let member = base.memberType(name) { return member }
    if case .nominal(_, let arguments) = base, let nested {
      return instance(of: nested, in: arguments, own, at: place)
    }
    let normal = normalized(base)
    if protocols(of: normal).contains(where: { $0.associatedTypes.contains(name) }) {
      return normalized(.member(normal, name))
    }
    report("name.type", place, "'\(base)' has no type named '\(name)'")
    return .error
  }

  /// `3 arguments`, `1 argument`.
  func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The type that an expression names, as in `[Int]()` or `Array<Int>.self`; nil where it names none.
  func typeNamed(by syntax: ExprSyntax) -> Type? {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let reference):
      let name = reference.baseName.text
      // A variable of that name hides the type.
      if scope.first({ $0.variables[name] }) != nil { return nil }
      return lookUpType(name, nil, at: place(syntax))
    case .genericSpecializationExpr(let specialized):
      let arguments = arguments(specialized.genericArgumentClause)
      if let access = specialized.expression.as(MemberAccessExprSyntax.self), let base = access.base,
        isModule(base)
      {
        return typeOfModule(plain(access.declName.baseName), arguments, at: place(syntax))
      }
      if let access = specialized.expression.as(MemberAccessExprSyntax.self),
        let base = access.base, case .nominal(let declaration, let around)? = typeNamed(by: base),
        let nested = nestedType(plain(access.declName.baseName), of: declaration)
      {
        checkAccess(to: nested, at: place(access.declName))
        return instance(of: nested, in: around, arguments, at: place(syntax))
      }
      guard let reference = specialized.expression.as(DeclReferenceExprSyntax.self) else { return nil }
      return lookUpType(reference.baseName.text, arguments, at: place(syntax))
    case .arrayExpr(let array):
      guard array.elements.count == 1, let only = array.elements.first else { return nil }
      return typeNamed(by: only.expression).map(library.array)
    case .dictionaryExpr(let dictionary):
      guard case .elements(let elements) = dictionary.content, elements.count == 1, let only = elements.first,
        let key = typeNamed(by: only.key), let value = typeNamed(by: only.value)
      else { return nil }
      return written(library.dictionary(of: key, value), at: place(syntax))
    case .optionalChainingExpr(let optional):
      return typeNamed(by: optional.expression).map(library.optional)
    case .tupleExpr(let tuple):
      guard !tuple.elements.isEmpty else { return nil }
      var elements: [Type.TupleElement] = []
      for element in tuple.elements {
        guard let type = typeNamed(by: element.expression) else { return nil }
        elements.append(Type.TupleElement(label: element.label?.text, type: type))
      }
      return elements.count == 1 && elements[0].label == nil ? elements[0].type : .tuple(elements)
    case .typeExpr(let named): return type(named.type)
    case .infixOperatorExpr(let infix): return functionType(infix)
    case .memberAccessExpr(let access):
      if let base = access.base, isModule(base) {
        return typeOfModule(plain(access.declName.baseName), nil, at: place(access.declName))
      }
      guard let base = access.base, let outer = typeNamed(by: base) else { return nil }
      let name = plain(access.declName.baseName)
      guard case .nominal(let declaration, let arguments) = outer else {
        let isAssociated = protocols(of: normalized(outer)).contains { $0.associatedTypes.contains(name) }
        return isAssociated ? normalized(.member(outer, name)) : nil
      }
      guard let nested = nestedType(name, of: declaration) else {
        return declaration.typeAlias(name) == nil ? nil : outer.memberType(name)
      }
      checkAccess(to: nested, at: place(access.declName))
      return instance(of: nested, in: arguments, nil, at: place(syntax))
    default: return nil
    }
  }

  /// The type of a function, written where a value could stand: `[(Int) -> Void]()`.
  private func functionType(_ infix: InfixOperatorExprSyntax) -> Type? {
    guard let arrow = infix.operator.as(ArrowExprSyntax.self),
      let written = infix.leftOperand.as(TupleExprSyntax.self),
      let result = typeNamed(by: infix.rightOperand) ?? emptyTuple(infix.rightOperand)
    else { return nil }
    var function = FunctionType(
      parameters: [], result: result, canThrow: arrow.effectSpecifiers?.throwsClause != nil,
      thrown: arrow.effectSpecifiers?.throwsClause?.type.map(type))
    for parameter in written.elements {
      guard let type = typeNamed(by: parameter.expression) ?? emptyTuple(parameter.expression) else {
        return nil
      }
      function.parameters.append(FunctionType.Parameter(type: type))
    }
    return .function(function)
  }

  private func emptyTuple(_ syntax: ExprSyntax) -> Type? {
    syntax.as(TupleExprSyntax.self)?.elements.isEmpty == true ? .void : nil
  }
}
