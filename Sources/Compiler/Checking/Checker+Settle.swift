import Diagnostics
import SwiftSyntax

/// Once types are solved: calls become direct, conversions explicit, and what may be changed is checked.
extension Checker {
  /// The expression with its final types.
  func settle(_ expression: Expression) -> Expression {
    expression.type = normalized(expression.type.resolved)
    if let made = settleOwnInterpolation(expression) { return made }
    if let call = scalarLiteral(expression, as: expression.type) { return settle(call) }
    switch expression.kind {
    case .integer(let text, let isNegative): settleInteger(expression, text, isNegative)
    case .string(let text): settleText(expression, text)
    case .double, .boolean, .none, .variable, .function, .type, .error, .block, .abandon: break
    case .interpolation(let segments):
      expression.kind = .interpolation(
        segments.map { segment in
          switch segment {
          case .text: return segment
          case .value(let value):
            let settled = settle(value)
            checkShown(settled)
            return .value(settled)
          case .appended(let variable, let call): return .value(settleAppended(variable, call))
          }
        })
    case .unresolvedCall(let site): return settleCall(expression, site)
    case .unresolvedMember(let site):
      guard let found = site.found else { return failed(expression.place) }
      return site.isImplicit ? coerce(settle(found), to: expression.type) : settle(found)
    case .call(let function, let arguments):
      expression.kind = .call(function, arguments.map(settle))
    case .apply(let function, let arguments):
      let function = settle(function)
      guard case .function(let type) = function.type else { return failed(expression.place) }
      expression.kind = .apply(
        function,
        zip(arguments, type.parameters).map { argument, parameter in
          if parameter.isInout {
            return settleInout(argument, as: parameter.type, callee: "this function", isExplicit: true)
          }
          return coerce(settle(argument), to: parameter.type)
        })
      if type.canThrow { noteThrow(expression, thrown: type.thrown) }
    case .closure(let closure): settleClosure(expression, closure)
    case .keyPath(let site): return settleKeyPath(expression, site)
    case .array(let elements):
      guard let element = library.arrayElement(expression.type) else { return failed(expression.place) }
      expression.kind = .array(elements.map { coerce(settle($0), to: element) })
    case .dictionary(let parts):
      guard case .nominal(_, let types) = expression.type, types.count == 2,
        written(expression.type, at: expression.place) != .error
      else { return failed(expression.place) }
      expression.kind = .dictionary(
        parts.enumerated().map { coerce(settle($1), to: types[$0.isMultiple(of: 2) ? 0 : 1]) })
    case .tuple(let elements):
      if elements.count == 1 {
        // A coercion: `value as Type`.
        let value = coerce(settle(elements[0]), to: expression.type)
        value.isCoerced = true
        return value
      }
      let settled = elements.map(settle)
      expression.kind = .tuple(settled)
      if case .tuple(let types) = expression.type {
        expression.type = .tuple(
          zip(types, settled).map { Type.TupleElement(label: $0.label, type: $1.type) })
      }
    case .element(let base, let index): expression.kind = .element(settle(base), index)
    case .property(let base, let variable): expression.kind = .property(settle(base), variable)
    case .construct(let fields): expression.kind = .construct(fields.map(settle))
    case .assign(let target, let value):
      let target = settle(target)
      checkMutable(target, verb: "assign to")
      let settled = settle(value)
      if isSameVariable(target, settled), source != 0 {
        report(
          "assignment.self", expression.place,
          "this assigns a variable to itself: is 'self.' or another name meant on one side?")
      }
      expression.kind = .assign(target, coerce(settled, to: target.type))
    case .discard(let value):
      expression.kind = .discard(settle(value))
      if value.type.hasVariables, !value.type.hasError, source != 0 {
        report(
          "type.ambiguous", value.place, "the type of this value is not clear: give it a name with a type")
      }
    case .ternary(let condition, let first, let second):
      expression.kind = .ternary(
        settle(condition), coerce(settle(first), to: expression.type),
        coerce(settle(second), to: expression.type))
    case .and(let left, let right): expression.kind = .and(settle(left), settle(right))
    case .or(let left, let right): expression.kind = .or(settle(left), settle(right))
    case .inoutReference(let inner):
      let inner = settle(inner)
      report(
        "inout.misplaced", expression.place, "'&' can stand only before an argument that the function changes"
      )
      return inner
    case .wrap(let inner): expression.kind = .wrap(settle(inner))
    case .erase(let inner): expression.kind = .erase(settle(inner))
    case .forceUnwrap(let inner): expression.kind = .forceUnwrap(settle(inner))
    case .coalesce(let left, let right):
      let result = expression.type
      let optional = library.wrapped(result) == nil ? library.optional(of: result) : nil
      let value = optionalOperand(settle(left), "what stands behind '??' is not used")
      expression.kind = .coalesce(
        optional.map { coerce(value, to: $0) } ?? value, coerce(settle(right), to: result))
    case .isNil(let inner, let negated):
      expression.kind = .isNil(
        optionalOperand(settle(inner), "'\(negated ? "!=" : "==") nil' is always \(negated)"),
        negated: negated)
    case .chain(let base, let variable, let inner):
      let base = settle(base)
      variable.type = variable.type.resolved
      variable.linkBase = base
      let settled = settle(inner)
      expression.kind = .chain(base: base, variable: variable, inner: settled)
    case .branches(let branches): return settleBranches(expression, branches)
    case .attempt(let inner, let kind): settleAttempt(expression, inner, kind)
    case .make(let reference, let arguments): expression.kind = .make(reference, arguments.map(settle))
    case .makeDynamic(let type, let reference, let arguments):
      expression.kind = .makeDynamic(settle(type), reference, arguments.map(settle))
    case .initialize(let reference, let arguments):
      expression.kind = .initialize(reference, arguments.map(settle))
    case .delegate(let target, let value):
      expression.kind = .delegate(
        settle(target), coerce(settle(value), to: library.optional(of: target.type)))
    case .upcast(let inner): expression.kind = .upcast(settle(inner))
    case .weaken(let inner): expression.kind = .weaken(settle(inner))
    case .unreachable(let inner): expression.kind = .unreachable(settle(inner))
    case .unbox(let inner): expression.kind = .unbox(settle(inner))
    case .isType(_, .metatype), .castOptional(_, .metatype), .castForced(_, .metatype):
      report("unsupported", expression.place, "a cast to a type's type is not supported in cells")
      return failed(expression.place)
    case .isType(let inner, let type): expression.kind = .isType(settle(inner), normalized(type.resolved))
    case .castOptional(let inner, let type):
      expression.kind = .castOptional(settle(inner), normalized(type.resolved))
    case .castForced(let inner, let type):
      expression.kind = .castForced(settle(inner), normalized(type.resolved))
    }
    return expression
  }

  private func settleText(_ expression: Expression, _ text: String) {
    guard case .nominal(let declaration, _) = expression.type, declaration.place.source == 0,
      declaration.name == "Character", text.count != 1
    else { return }
    report(
      "literal.character", expression.place,
      "a 'Character' is one character: this text has \(count(text.count, "character"))")
  }

  private func settleInteger(_ expression: Expression, _ text: String, _ isNegative: Bool) {
    guard let kind = IntegerKind(expression.type) else { return }
    checkLiteral(text, isNegative, as: expression.type, kind, expression.place)
  }

  private func settleClosure(_ expression: Expression, _ closure: Closure) {
    for parameter in closure.parameters { parameter.type = parameter.type.resolved }
    closure.captureList = closure.captureList.map { variable, value in
      let settled = settle(value)
      variable.type = variable.isWeak ? normalized(variable.type.resolved) : settled.type
      let captured = library.wrapped(settled.type) ?? settled.type
      if variable.isWeak, !captured.hasError, !isClassBound(captured) {
        report(
          "capture.weak", variable.place,
          "only references to objects are captured '\(variable.isUnowned ? "unowned" : "weak")'; \(article(captured)) is a value: leave the word out"
        )
        return (variable, failed(settled.place))
      }
      return (variable, settled)
    }
    closure.context.result = closure.context.result.resolved
    let outer = (context, catchers, attempts)
    (context, catchers, attempts) = (closure.context, [], [])
    defer { (context, catchers, attempts) = outer }
    let result = closure.context.result
    closure.statements = closure.statements.map { statement in
      guard case .returnValue(let value?, let place) = statement,
        closureResults.remove(ObjectIdentifier(value)) != nil
      else { return statement }
      let settled = settle(value)
      if result.isVoid { return .expression(settled) }
      return .returnValue(coerce(settled, to: result), place)
    }
    if case .function(var type) = expression.type {
      for (index, parameter) in closure.parameters.enumerated() where index < type.parameters.count {
        type.parameters[index].isInout = parameter.isInout
      }
      expression.type = .function(type)
    }
  }

  private func settleBranches(_ expression: Expression, _ branches: Branches) -> Expression {
    let type = expression.type
    let result = VariableDeclaration(
      name: "_result", type: type, isLet: false, context: context, place: expression.place)
    func assign(_ index: Int, _ value: Expression) -> [Statement] {
      if let statements = branches.leaving[index] { return statements }
      let target = Expression(.variable(result), type, value.place)
      let settled = coerce(settle(value), to: type)
      if settled.type == library.never { return [.expression(settled)] }
      return [.expression(Expression(.assign(target, settled), .void, value.place))]
    }
    let bodies = branches.values.enumerated().map { assign($0, $1) }
    let label = LoopLabel(name: nil, isLoop: false)
    var statements: [Statement]
    if let (subject, variable) = branches.subject {
      let cases = zip(branches.patterns, bodies).map { SwitchStatement.Case(patterns: $0, body: $1) }
      statements = [
        .switchCase(
          SwitchStatement(
            subject: subject, variable: variable, cases: cases, label: label, place: expression.place))
      ]
    } else {
      statements = bodies.last ?? []
      for (conditions, body) in zip(branches.conditions, bodies).reversed() {
        statements = [
          .ifElse(
            IfStatement(
              conditions: conditions, thenBody: body, elseBody: statements, label: label,
              place: expression.place))
        ]
      }
    }
    return Expression(.block([.declare(result)] + statements, result), type, expression.place)
  }

  // MARK: Calls

  private func settleCall(_ expression: Expression, _ site: CallSite) -> Expression {
    guard let (candidate, opened, matched) = site.chosen else { return failed(expression.place) }
    let function = candidate.declaration
    let substitution = opened.mapTypes { normalized($0.resolved) }
    if let unknown = substitution.filter({ $0.value.hasVariables }).map(\.key.name).min() {
      report("type.ambiguous", expression.place, "'\(site.name)' needs to know what '\(unknown)' is here")
      return failed(expression.place)
    }
    if let unmet = firstUnmet(function.requirements, substitution) {
      report(
        "type.constraint", site.namePlace,
        "'\(site.name)' needs a type that conforms to '\(unmet.wanted.name)', which '\(unmet.type)' does not")
      return failed(expression.place)
    }
    if let (parameter, type) = sharedParameter(of: function, substitution) {
      report(
        "protocol.any", site.namePlace,
        "'\(site.name)' needs one type for '\(parameter.name)': two values of '\(type)' may be of different types"
      )
      return failed(expression.place)
    }
    let reference = FunctionReference(
      declaration: function, substitution: substitution, isDirect: site.isSuper)
    var arguments: [Expression] = []
    arguments.reserveCapacity(matched.count + 1)
    if let base = candidate.base, function.takesType {
      arguments.append(settle(base))
    } else if let base = candidate.base, function.isInstanceMember {
      var settled: Expression
      if function.isMutating {
        settled = settleInout(base, as: nil, callee: function.name, isExplicit: false)
      } else {
        settled = settle(base)
        if let owner = function.owner, owner.kind == .classType {
          settled = coerce(settled, to: library.supertype(of: settled.type, as: owner) ?? settled.type)
        }
      }
      arguments.append(settled)
    }
    if site.isReference {
      if !arguments.isEmpty { return boundMethod(expression, reference, arguments[0]) }
      noteUse(of: function)
      expression.kind = .function(reference)
      return expression
    }
    noteUse(of: function)
    for (index, match) in matched.enumerated() {
      let type = normalized(function.parameters[index].type.substituting(substitution))
      switch match {
      case .argument(let number):
        let argument = site.arguments[number].expression
        if function.parameters[index].isInout {
          arguments.append(
            settleInout(argument, as: type, callee: function.name, isExplicit: !site.isOperator))
        } else if function.parameters[index].isAutoclosure, site.arguments[number].autoclosure != nil {
          arguments.append(settleAutoclosure(site.arguments[number], type))
        } else if function.parameters[index].isAutoclosure {
          // Never hand over a value where a function is expected.
          report("unsupported", argument.place, "an '@autoclosure' is not supported in cells here")
          arguments.append(failed(argument.place))
        } else {
          arguments.append(coerce(settle(argument), to: type))
        }
      case .variadic(let numbers):
        let element = library.arrayElement(type) ?? .error
        if passesWhole(matched, site, function, substitution, index) {
          arguments.append(settle(site.arguments[numbers[0]].expression))
          continue
        }
        let elements = numbers.map { coerce(settle(site.arguments[$0].expression), to: element) }
        arguments.append(Expression(.array(elements), type, expression.place))
      case .defaultValue:
        arguments.append(
          defaultValue(of: function, index, type, reference.substitution, at: expression.place))
      }
    }
    if function.kind == .initializer, let base = candidate.base, isTypeAtRunTime(base) {
      return makeOfTypeAtRunTime(expression, settle(base), reference, arguments)
    }
    if function.kind == .initializer, function.owner?.kind == .classType {
      if let initialized = site.initialized {
        checkDelegation(to: function, site)
        let call = Expression(
          .initialize(reference, [settle(initialized)] + arguments), .void, expression.place)
        noteThrow(call, calling: function, substitution, arguments)
        return call
      }
      expression.kind = .make(reference, arguments)
      noteThrow(expression, calling: function, substitution, arguments)
      return expression
    }
    expression.kind = .call(reference, arguments)
    noteThrow(expression, calling: function, substitution, arguments)
    if function.kind == .initializer, let owner = function.owner,
      owner === library.nominal("Int") || owner === library.nominal("Double"), arguments.count == 1,
      function.parameters[0].label == nil
    {
      checkDecided(arguments[0], isConverted: true)
    }
    if function.kind == .initializer, arguments.count == 1, function.parameters[0].label == nil {
      checkConversion(arguments[0], to: expression.type)
    }
    if site.isOperator, let kind = IntegerKind(expression.type) {
      checkConstants(site.name, arguments, kind, expression)
    } else if function.isDivisionReportingOverflow {
      checkDivisor(arguments, expression)
    }
    return expression
  }

  /// Notes that the code at hand calls a local function, whose captures it must then have as well.
  func noteUse(of function: FunctionDeclaration) {
    guard let outer = function.outerContext else { return }
    var current: FunctionContext? = context
    while let inner = current, inner !== outer {
      if !inner.usedFunctions.contains(function) { inner.usedFunctions.append(function) }
      current = inner.parent
    }
  }

  func defaultValue(
    of function: FunctionDeclaration, _ index: Int, _ type: Type, _ substitution: Substitution,
    at call: Place
  ) -> Expression {
    if let checked = function.checkedDefaults[index] { return checked }
    guard let syntax = function.parameters[index].defaultValue else { return failed(function.place) }
    if let location = callersLocation(syntax, type, at: call) { return location }
    let parameter = function.parameters[index]
    if !function.allGenericParameters.isEmpty, !parameter.isAutoclosure {
      // What it is depends on the type arguments of the call.
      let maker = defaultMaker(of: function, index, syntax)
      return Expression(
        .call(FunctionReference(declaration: maker, substitution: substitution), []), type, place(syntax))
    }
    let outer = (scope, context, source, requirements)
    defer { (scope, context, source, requirements) = outer }
    scope = function.scope
    source = function.place.source
    requirements = function.requirements
    guard openDefaults.insert(syntax.id).inserted else {
      return failing(
        "default.recursive", place(syntax),
        "this value is made with itself, which has no end: give it another")
    }
    defer { openDefaults.remove(syntax.id) }
    var checked: Expression
    if parameter.isAutoclosure, case .function(let type) = parameter.type {
      let inner = FunctionContext(parent: context, result: type.result)
      context = inner
      checked = autoclosure(check(syntax, converting: type.result), inner, parameter.type)
    } else {
      checked = check(syntax, converting: parameter.type)
    }
    function.checkedDefaults[index] = checked
    return checked
  }

  /// The function that makes a default value of a generic function.
  private func defaultMaker(of function: FunctionDeclaration, _ index: Int, _ syntax: ExprSyntax)
    -> FunctionDeclaration
  {
    if let known = function.defaultMakers[index] { return known }
    let maker = FunctionDeclaration(
      name: "default of \(function.parameters[index].name)", kind: .function, owner: function.owner,
      place: function.place, scope: function.scope)
    maker.isStatic = true
    maker.genericParameters = function.genericParameters
    maker.outerParameters = function.outerParameters
    maker.requirements = function.requirements
    maker.result = function.parameters[index].type
    maker.value = syntax
    function.defaultMakers[index] = maker
    return maker
  }

  // MARK: Changing things

  /// Whether two expressions name one variable, or one stored property of one variable.
  private func isSameVariable(_ left: Expression, _ right: Expression) -> Bool {
    switch (left.kind, right.kind) {
    case (.variable(let own), .variable(let other)): own === other
    case (.property(let base, let own), .property(let otherBase, let other)):
      own === other && isSameVariable(base, otherBase)
    default: false
    }
  }

  /// An argument that the callee changes.
  private func settleInout(_ argument: Expression, as type: Type?, callee: String, isExplicit: Bool)
    -> Expression
  {
    var target = argument
    if case .inoutReference(let inner) = argument.kind {
      target = inner
    } else if isExplicit {
      report(
        "inout.missing", argument.place, "'\(callee)' changes this argument: write '&' before it",
        fix: Diagnostic.Fix(
          "insert '&'", range: argument.place.range.lowerBound..<argument.place.range.lowerBound,
          replacement: "&"))
    }
    var settled = settle(target)
    checkMutable(settled, verb: isExplicit ? "pass" : "change", callee: isExplicit ? callee : nil)
    if let type, library.wrapped(type.resolved) == nil, let wrapped = library.wrapped(settled.type),
      isImplicitlyUnwrapped(settled)
    {
      settled = Expression(.forceUnwrap(settled), wrapped, settled.place)
    }
    return Expression(.inoutReference(settled), settled.type, argument.place)
  }

  /// Reports an assignment to what cannot change.
  ///
  /// - Parameter inPart: Whether it is only a part of the target that changes: an initialiser gives a `let` property its
  ///   value, but changes none that it has.
  private func checkMutable(_ target: Expression, verb: String, callee: String? = nil, inPart: Bool = false) {
    switch target.kind {
    case .variable(let variable):
      if let base = variable.linkBase {
        variable.isLinkChanged = true
        checkMutable(base, verb: verb, callee: callee)
        return
      }
      if variable.isLet, !variable.isInout, !(verb == "assign to" && !variable.isInitialized) {
        let what: String
        switch variable.name {
        case "self": what = "'self', because this method is not 'mutating'"
        default:
          what = "'\(variable.name)', which is a \(variable.isParameter ? "parameter" : "'let' constant")"
        }
        report(
          "let.assigned", target.place,
          callee == nil ? "cannot \(verb) \(what)" : "cannot change \(what)",
          notes: variable.name == "self" || variable.isParameter
            ? [] : [note("declare it with 'var' to change it", variable.place)])
      }
    case .property(let base, let variable):
      if variable.access == .privateSet, !isAccessible(.isPrivate, variable.owner) {
        report("access.private", target.place, "'\(variable.name)' can be changed only inside its type")
      }
      if variable.isLet {
        if let initializer = context.initializer, initializer.owner === variable.owner, verb == "assign to",
          !inPart, case .variable(let own) = base.kind, own.name == "self"
        {
          return
        }
        report("let.assigned", target.place, "cannot \(verb) '\(variable.name)', which is a 'let' property")
      } else if !isInstance(base.type) {
        checkMutable(base, verb: verb, callee: callee, inPart: true)
      }
    case .tuple(let parts):
      for part in parts { checkMutable(part, verb: verb, callee: callee) }
    case .element(let base, _): checkMutable(base, verb: verb, callee: callee, inPart: inPart)
    case .forceUnwrap(let base): checkMutable(base, verb: verb, callee: callee)
    case .castForced(let base, _): checkMutable(base, verb: verb, callee: callee)
    case .call(let reference, let arguments)
    where reference.declaration.kind == .subscriptGetter
      && ["arrayElement", "dictionaryDefault"].contains(reference.declaration.intrinsic):
      if let base = arguments.first { checkMutable(base, verb: verb, callee: callee, inPart: true) }
    case .call(let reference, let arguments)
    where [.getter, .subscriptGetter].contains(reference.declaration.kind):
      let declaration = reference.declaration
      guard let setter = declaration.setter else {
        report(
          "value.assigned", target.place,
          declaration.kind == .getter
            ? "cannot \(verb) '\(declaration.name)', which can only be read"
            : "cannot \(verb) an element through this subscript, which can only be read")
        return
      }
      noteUse(of: setter)
      if setter.access == .privateSet, !isAccessible(.isPrivate, setter.owner) {
        report("access.private", target.place, "'\(declaration.name)' can be changed only inside its type")
      }
      if setter.isMutating, let base = arguments.first {
        if case .inoutReference(let inner) = base.kind {
          checkMutable(inner, verb: verb, callee: callee, inPart: true)
        } else {
          checkMutable(base, verb: verb, callee: callee, inPart: true)
        }
      }
    case .upcast, .discard, .error: break
    default:
      report("value.assigned", target.place, "cannot \(verb) this value: it is not a variable")
    }
  }
}
