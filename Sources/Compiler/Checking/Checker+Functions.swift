import Diagnostics
import SwiftSyntax

/// Declaring functions and checking their bodies.
extension Checker {
  /// What a function, initialiser or subscript declares, its body left for later.
  func declareFunction(
    name: String, kind: FunctionDeclaration.Kind, owner: NominalDeclaration?, at place: Place,
    generics: GenericParameterClauseSyntax?, whereClause: GenericWhereClauseSyntax?,
    parameters: FunctionParameterListSyntax, result: TypeSyntax?, attributes: AttributeListSyntax,
    modifiers: DeclModifierListSyntax, extensionRequirements: [Requirement] = []
  ) -> FunctionDeclaration {
    let function = FunctionDeclaration(name: name, kind: kind, owner: owner, place: place, scope: scope)
    // An operator in a type belongs to the type; where it does not say so, that is reported.
    function.isStatic =
      modifiers.contains { ["static", "class"].contains($0.name.text) } || owner != nil && isOperator(name)
    let words = words(of: modifiers)
    function.isClassMember = words.contains("class")
    function.takesType =
      function.isStatic && place.source != 0 && !isOperator(name)
      && (owner?.kind == .classType || owner?.kind == .protocolType)
    function.isMutating = words.contains("mutating") && owner?.kind != .classType
    function.isOverride = words.contains("override")
    function.isRequired = words.contains("required")
    function.isFinal = words.contains("final")
    function.access = access(words)
    let outer = (scope, requirements, isInSignature)
    defer { (scope, requirements, isInSignature) = outer }
    isInSignature = true
    scope = Scope(parent: scope, context: scope.context)
    scope.memberOf = owner
    function.scope = scope
    function.requirements =
      (owner?.requirements ?? []) + extensionRequirements
      + (owner == nil && !typeParameters.isEmpty ? requirements : [])
    if owner == nil { function.outerParameters = typeParameters }
    if let owner, owner.kind == .protocolType {
      function.requirements.insert(.conforms(owner.selfType, owner), at: 0)
    }
    readGenerics(generics, whereClause, into: &function.genericParameters, &function.requirements)
    requirements += function.requirements
    let outerImplicit = implicitParameters
    defer { implicitParameters = outerImplicit }
    for parameter in parameters {
      let (syntax, isInout) = stripped(parameter.type)
      implicitParameters = []
      var type = type(syntax)
      for (parameter, constraint) in implicitParameters ?? [] {
        // `some P` is a type parameter without a name.
        function.genericParameters.append(parameter)
        add(.parameter(parameter), conformsTo: constraint, &function.requirements)
      }
      implicitParameters = nil
      requireArguments(type, parameter.type)
      let written = (parameter.type.as(AttributedTypeSyntax.self)?.attributes).elements.map(attributeName)
      let isNonescaping =
        if case .function = type.shallow { !written.contains("escaping") && parameter.ellipsis == nil } else {
          false
        }
      checkRules(of: parameter, type, isInout: isInout)
      if parameter.ellipsis != nil { type = library.array(of: type) }
      let first = plain(parameter.firstName)
      function.parameters.append(
        FunctionDeclaration.Parameter(
          label: first == "_" || isOperator(name)
            || ([.subscriptGetter, .subscriptSetter].contains(kind) && parameter.secondName == nil)
            ? nil : first,
          name: parameter.secondName.map(plain) ?? first, type: normalized(type), isInout: isInout,
          isVariadic: parameter.ellipsis != nil, isAutoclosure: written.contains("autoclosure"),
          isNonescaping: isNonescaping,
          isImplicitlyUnwrapped: parameter.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self),
          defaultValue: parameter.defaultValue?.value, wrapped: wrappedParameter(parameter, type)))
    }
    for (index, parameter) in function.parameters.enumerated()
    where parameter.name != "_"
      && function.parameters[..<index].contains(where: { $0.name == parameter.name })
    {
      report("name.redeclared", self.place(parameters), "two parameters are named '\(parameter.name)'")
    }
    if kind == .initializer {
      function.result = owner?.selfType ?? .error
    } else if let opaque = result?.as(SomeOrAnyTypeSyntax.self), opaque.someOrAnySpecifier.text == "some" {
      // What its body gives; known once that has been checked.
      function.isOpaque = true
      let result = TypeVariable()
      function.result = .variable(result)
      let promised = GenericParameter(name: opaque.trimmedDescription)
      var promises: [Requirement] = []
      add(.parameter(promised), conformsTo: opaque.constraint, &promises)
      function.promise = (promised, promises)
      for case .same(.member(.parameter(promised), let name), let type) in promises {
        result.promised[name] = type
      }
    } else if let result {
      function.result = normalized(self.type(result))
      function.givesImplicitlyUnwrapped = result.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
      requireArguments(function.result, result)
      function.returnsSelf =
        owner?.kind == .classType && ["Self", "Self?"].contains(result.trimmedDescription)
    }
    inferRequirements(of: function)
    checkParameters(of: function, generics)
    for case .attribute(let attribute) in attributes {
      switch attributeName(.attribute(attribute)) {
      case "discardableResult": function.isDiscardable = true
      case "_disfavoredOverload": function.isDisfavoured = true
      case "_intrinsic":
        if case .argumentList(let list) = attribute.arguments,
          let literal = list.first?.expression.as(StringLiteralExprSyntax.self)
        {
          function.intrinsic = literal.representedLiteralValue
        }
      case "derivative" where owner != nil:
        report(
          "unsupported", self.place(attribute),
          "a derivative of its own is only supported for a function outside of types")
      default: break
      }
    }
    noteAutoclosures(function)
    noteResultBuilders(parameters, of: function)
    if kind == .function || kind == .getter { function.resultBuilder = resultBuilder(among: attributes) }
    return function
  }

  /// Reports a generic type without its type arguments where nothing else could say what they are.
  func requireArguments(_ type: Type, _ syntax: TypeSyntax) {
    if source != 0, type.hasVariables {
      report(
        "type.arguments", place(syntax),
        "this generic type needs its type arguments: write them in '<…>' behind its name")
    }
  }

  /// Declares type parameters in the current scope and collects what is asked of them.
  func readGenerics(
    _ generics: GenericParameterClauseSyntax?, _ whereClause: GenericWhereClauseSyntax?,
    into parameters: inout [GenericParameter], _ requirements: inout [Requirement]
  ) {
    let first = parameters.count
    let declared = (generics?.parameters).elements
    for syntax in declared {
      let parameter = GenericParameter(name: syntax.name.text)
      if parameters[first...].contains(where: { $0.name == parameter.name }) {
        report("name.redeclared", place(syntax.name), "two type parameters are named '\(parameter.name)'")
      }
      parameters.append(parameter)
      scope.declare(type: .parameter(parameter), name: parameter.name)
    }
    for (syntax, parameter) in zip(declared, parameters.suffix(declared.count)) {
      if let inherited = syntax.inheritedType {
        add(.parameter(parameter), conformsTo: inherited, &requirements)
      }
    }
    if let whereClause { readWhere(whereClause, into: &requirements) }
  }

  func readWhere(_ clause: GenericWhereClauseSyntax, into found: inout [Requirement]) {
    let outer = requirements
    defer { requirements = outer }
    requirements += found
    for requirement in clause.requirements {
      switch requirement.requirement {
      case .conformanceRequirement(let conformance):
        add(normalized(type(conformance.leftType)), conformsTo: conformance.rightType, &found)
      case .sameTypeRequirement(let same):
        guard case .type(let left) = same.leftType, case .type(let right) = same.rightType else { continue }
        found.append(.same(normalized(type(left)), normalized(type(right))))
      case .layoutRequirement(let layout): unsupported(layout, "a layout requirement")
      }
      requirements = outer + found
    }
  }

  private func add(_ subject: Type, conformsTo syntax: TypeSyntax, _ found: inout [Requirement]) {
    if let composition = syntax.as(CompositionTypeSyntax.self) {
      for element in composition.elements { add(subject, conformsTo: element.type, &found) }
      return
    }
    let bound = type(syntax)
    if case .nominal(let declaration, let arguments) = bound, declaration.kind == .classType {
      if arguments.isEmpty {
        found.append(.conforms(subject, declaration))
      } else {
        unsupported(syntax, "a class with type arguments as a constraint")
      }
      return
    }
    guard case .existential(let protocols) = bound, !protocols.isEmpty else {
      if syntax.trimmedDescription != "Any" {
        report("type.constraint", place(syntax), "'\(syntax.trimmedDescription)' is not a protocol or class")
      }
      return
    }
    for declaration in protocols {
      found.append(.conforms(subject, declaration.fixed?.base ?? declaration))
      // `Sequence<Int>` says what the first associated types are.
      for (name, type) in zip(
        declaration.fixed?.base.primaryAssociatedTypes ?? [], declaration.fixed?.types ?? [])
      {
        found.append(.same(.member(subject, name), type))
      }
    }
  }

  /// Checks a function's body once and remembers the result.
  func checkBody(of function: FunctionDeclaration) {
    guard function.checked == nil, !function.isBeingChecked,
      function.body != nil || function.value != nil || function.inherits != nil || function.wrapped != nil
    else { return }
    function.isBeingChecked = true
    defer { function.isBeingChecked = false }
    let outer = (scope, context, requirements, labels, source, caseDepth, chains, solver)
    let outerParameters = typeParameters
    typeParameters = function.allGenericParameters
    let outerErrors = (catchers, attempts, isInDefer)
    (catchers, attempts, isInDefer) = ([], [], false)
    defer {
      (scope, context, requirements, labels, source, caseDepth, chains, solver) = outer
      typeParameters = outerParameters
      (catchers, attempts, isInDefer) = outerErrors
    }
    source = function.place.source
    requirements = function.requirements
    labels = []
    caseDepth = 0
    chains = []
    solver = nil
    context = FunctionContext(parent: function.outerContext, result: function.result)
    context.opaque = function.isOpaque ? function : nil
    context.canThrow = function.canThrow
    context.thrown = function.thrown
    context.isRethrowing = function.isRethrowing
    context.directProperty = function.directProperty
    scope = Scope(parent: function.scope, context: context)
    scope.memberOf = function.owner
    var parameters: [VariableDeclaration] = []
    if let owner = function.owner, function.isInstanceMember || function.kind == .initializer {
      let own = VariableDeclaration(
        name: "self", type: normalized(owner.selfType),
        isLet: owner.kind == .classType || !(function.isMutating || function.kind == .initializer),
        context: context, place: function.place)
      own.isInout = function.isMutating && owner.kind != .classType
      scope.selfVariable = own
      scope.declare(own)
      if function.takesSelf { parameters.append(own) }
    } else if let type = function.typeOfSelf {
      let own = VariableDeclaration(
        name: "self", type: normalized(type), isLet: true, context: context, place: function.place)
      scope.declare(own)
      parameters.append(own)
    }
    for parameter in function.parameters {
      let variable = VariableDeclaration(
        name: parameter.name, type: parameter.type, isLet: !parameter.isInout, context: context,
        place: function.place)
      variable.isInout = parameter.isInout
      variable.isParameter = true
      variable.isNonescaping = parameter.isNonescaping
      variable.isImplicitlyUnwrapped = parameter.isImplicitlyUnwrapped
      if parameter.name != "_" { scope.declare(variable) }
      parameters.append(variable)
    }
    let own = scope.selfVariable
    scope = Scope(parent: scope, context: context)
    let wrappers = function.parameters.compactMap(\.wrapped).flatMap {
      checkWrappedVariable($0.property, $0.type, isParameter: true)
    }
    let statements: [Statement]
    if let value = function.value {
      statements = [.returnValue(check(value, converting: function.result.resolved), place(value))]
      checkKeptClosures(statements)
    } else if let property = function.wrapped {
      let made = checkWrapper(property, as: function.result.resolved)
      statements = [.returnValue(coerce(made, to: function.result), property.place)]
    } else if function.observers != nil {
      statements = observedStatements(function, parameters)
    } else if function.kind == .initializer, let own {
      statements = checkInitializer(function, own, parameters)
    } else {
      let body = function.body ?? []
      statements = checkFunctionStatements(
        source == 0 ? PreludeOutline.statements(in: body) : body, result: function.result,
        place: function.place, name: function.name,
        builder: function.resultBuilder)
      checkFlow(statements)
    }
    function.checked = CheckedBody(
      context: context, parameters: parameters,
      statements: derivativeStatements(of: function, parameters) + wrappers + statements)
    checkPromise(of: function, statements)
    checkDefaultValues(of: function)
  }

  /// Checks that what a function gives keeps the promise of its `some P`.
  private func checkPromise(of function: FunctionDeclaration, _ statements: [Statement]) {
    guard let (parameter, promises) = function.promise, source != 0 else { return }
    let result = normalized(function.result.resolved)
    guard let broken = firstUnmet(promises, [parameter: result]) else { return }
    report(
      "type.opaque", returnedPlace(statements) ?? function.place,
      "'\(function.name)' promises '\(parameter.name)', but \(article(result)) does not conform to '\(broken.wanted.name)'"
    )
  }

  private func returnedPlace(_ statements: [Statement]) -> Place? {
    for statement in statements {
      if case .returnValue(let value?, _) = statement { return value.place }
      if let found = statement.bodies.lazy.compactMap({ self.returnedPlace($0) }).first { return found }
    }
    return nil
  }

  /// The first protocol that something asks for and a known type does not conform to.
  func firstUnmet(_ requirements: [Requirement], _ substitution: Substitution)
    -> (type: Type, wanted: NominalDeclaration)?
  {
    for case .conforms(let subject, let wanted) in requirements {
      let type = normalized(subject.substituting(substitution))
      guard case .nominal = type, !type.hasVariables, !type.hasError else { continue }
      if !conforms(type, to: wanted) { return (type, wanted) }
    }
    return nil
  }

  /// Checks the default values of parameters, which calls need not use.
  private func checkDefaultValues(of function: FunctionDeclaration) {
    guard function.place.source != 0 else { return }
    for (index, parameter) in function.parameters.enumerated()
    where parameter.defaultValue != nil && function.kind != .subscriptSetter {
      let value = defaultValue(of: function, index, parameter.type, [:], at: function.place)
      if case .call(let reference, _) = value.kind { checkBody(of: reference.declaration) }
    }
  }

  /// Checks the statements of a function or multi-statement closure; a single expression is its result.
  func checkFunctionStatements(
    _ body: CodeBlockItemListSyntax, result: Type, place functionPlace: Place, name: String,
    builder: Type? = nil
  ) -> [Statement] {
    // A body that returns by itself is left alone.
    if let builder, !hasReturnValue(body) {
      return builderStatements(body, builder, result: result, functionPlace)
    }
    if body.count == 1, let only = body.first, let expression = expression(of: only), !result.isVoid,
      !isStatementOnly(expression)
    {
      let checked = check(expression, converting: result, because: .result)
      return [.returnValue(checked, self.place(expression))]
    }
    let statements = checkStatements(body)
    if !result.resolved.isVoid, !result.hasError, !terminates(statements) {
      let end = Place(source: functionPlace.source, range: lastPlace(body, functionPlace))
      if case .expression(let last)? = statements.last, last.type == result.resolved {
        let start = last.place.range.lowerBound
        // swiftc reports it at the value only where that is no variable.
        let isVariable =
          switch last.kind {
          case .variable(let variable), .property(_, let variable): !variable.isLet
          default: false
          }
        reportFlow(
          "return.missing", isVariable ? end : last.place,
          "'\(name)' does not return its last value: write 'return' before it",
          notes: isVariable ? [note("this value", last.place)] : [],
          fix: Diagnostic.Fix("insert 'return'", range: start..<start, replacement: "return "))
      } else {
        reportFlow(
          "return.missing", end, "not every path through '\(name)' returns \(article(result.resolved))")
      }
    }
    return statements
  }

  /// Whether a body is an `if` or `switch` and nothing else, whose branches are what it gives.
  func isBranchesOnly(_ body: CodeBlockItemListSyntax) -> Bool {
    guard body.count == 1, let only = body.first, let expression = expression(of: only) else { return false }
    return [.ifExpr, .switchExpr].contains(expression.kind) && !isStatementOnly(expression)
  }

  private func expression(of item: CodeBlockItemSyntax) -> ExprSyntax? {
    switch item.item {
    case .expr(let expression): expression
    case .stmt(let statement): statement.as(ExpressionStmtSyntax.self)?.expression
    case .decl: nil
    }
  }

  private func lastPlace(_ body: CodeBlockItemListSyntax, _ functionPlace: Place) -> Range<Int> {
    // swiftc points at the closing brace.
    let end = body.endPosition.utf8Offset
    if let next = body.parent?.lastToken(viewMode: .sourceAccurate) { return place(next).range }
    return end..<end
  }

  func article(_ type: Type) -> String {
    let text = "\(type)"
    return ("AEIO".contains(text.first ?? " ") ? "an " : "a ") + "'\(text)'"
  }

  /// `if` and `switch` used as statements because their branches are not single expressions.
  private func isStatementOnly(_ expression: ExprSyntax) -> Bool {
    if let ifExpression = expression.as(IfExprSyntax.self) { return !isValue(ifExpression) }
    if let switchExpression = expression.as(SwitchExprSyntax.self) { return !isValue(switchExpression) }
    return false
  }

  private func isValue(_ expression: IfExprSyntax) -> Bool {
    guard isSingleExpression(expression.body.statements) else { return false }
    switch expression.elseBody {
    case .codeBlock(let block): return isSingleExpression(block.statements)
    case .ifExpr(let next): return isValue(next)
    case nil: return false
    }
  }

  private func isValue(_ expression: SwitchExprSyntax) -> Bool {
    Self.active(expression.cases).allSatisfy { isSingleExpression($0.statements) }
  }

  private func isSingleExpression(_ statements: CodeBlockItemListSyntax) -> Bool {
    guard statements.count == 1, let only = statements.first else { return false }
    switch only.item {
    case .expr(let expression):
      if let infix = expression.as(InfixOperatorExprSyntax.self), infix.operator.is(AssignmentExprSyntax.self)
      {
        return false
      }
      return !isStatementOnly(expression)
    case .stmt(let statement):
      // `if` and `switch` arrive as expression statements; `throw` may stand in a branch.
      if let inner = statement.as(ExpressionStmtSyntax.self) { return !isStatementOnly(inner.expression) }
      return statement.is(ThrowStmtSyntax.self)
    case .decl: return false
    }
  }
}
