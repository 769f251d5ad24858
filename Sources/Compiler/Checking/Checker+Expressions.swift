import Diagnostics
import SwiftSyntax

/// From the syntax of an expression to a tree whose types are unknowns, and constraints between them.
extension Checker {
  /// Checks a whole expression: builds it, solves its types, and settles it.
  ///
  /// - Parameter to: What its value is converted to; nil where any type will do.
  func check(
    _ syntax: ExprSyntax, converting to: Type? = nil, because reason: ConversionReason = .initialization
  )
    -> Expression
  {
    let outer = (solver, attempts)
    defer { (solver, attempts) = outer }
    attempts = []
    solver = Solver(self)
    let expression = build(syntax)
    if let to { solver.add(.conversion(expression, to: to, because: reason)) }
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return failed(place(syntax))
    }
    let settled = settle(expression)
    return to.map { coerce(settled, to: $0.resolved) } ?? settled
  }

  /// An expression that is found apart from the one at hand, with its final types.
  func solved(at place: Place, _ make: () -> Expression) -> Expression {
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    let expression = make()
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return failed(place)
    }
    return settle(expression)
  }

  func failed(_ place: Place) -> Expression {
    if (solver?.searchDepth ?? 0) == 0 { hasFailed = true }
    return Expression(.error, .error, place)
  }

  /// Reports and gives an expression that agrees with everything.
  func failing(_ id: String, _ place: Place, _ message: String, fix: Diagnostic.Fix? = nil) -> Expression {
    report(id, place, message, fix: fix)
    return failed(place)
  }

  func build(_ syntax: ExprSyntax) -> Expression {
    depth += 1
    defer { depth -= 1 }
    let place = place(syntax)
    guard depth < Self.deepest else {
      return failing("limit.nesting", place, "this expression is nested too deeply; split it into parts")
    }
    let value = buildPlainly(syntax, place)
    if !implicitRoots.isEmpty, let root = implicitRoots.removeValue(forKey: syntax.id) {
      // Where an optional is expected, the last member may give what it wraps.
      if case .unresolvedMember(let site) = value.kind { site.isImplicit = true }
      if !solver.unify(value.type, root) { return failed(place) }
    }
    return value
  }

  private func buildPlainly(_ syntax: ExprSyntax, _ place: Place) -> Expression {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let literal):
      return Expression(
        .integer(literal.literal.text, isNegative: false), solver.fresh(.integer, at: place), place)
    case .floatLiteralExpr(let literal):
      return Expression(.double(number(literal.literal.text)), solver.fresh(.float, at: place), place)
    case .booleanLiteralExpr(let literal):
      return Expression(.boolean(literal.literal.text == "true"), solver.fresh(.boolean, at: place), place)
    case .stringLiteralExpr(let literal): return buildString(literal, place)
    case .nilLiteralExpr: return Expression(.none, solver.fresh(), place)
    case .declReferenceExpr(let reference): return buildReference(reference, at: place)
    case .functionCallExpr(let call): return chained(syntax) { self.buildCall(call, place) }
    case .memberAccessExpr(let access):
      if let type = typeIfNamed(syntax) { return type }
      return chained(syntax) { self.buildMember(access, arguments: nil) }
    case .subscriptCallExpr(let call):
      return chained(syntax) {
        let base = self.build(call.calledExpression)
        if call.arguments.count == 1, let only = call.arguments.first, only.label == nil,
          only.expression.as(DeclReferenceExprSyntax.self)?.baseName.text == "..."
        {
          return self.member(of: base, "_all", place, arguments: nil, whole: place)
        }
        let element = self.member(
          of: base, "subscript", place,
          arguments: self.buildArguments(call.arguments, nil, nil, of: "subscript"), whole: place)
        if call.calledExpression.is(SuperExprSyntax.self), case .unresolvedCall(let site) = element.kind {
          site.isSuper = true
        }
        return element
      }
    case .infixOperatorExpr(let infix): return buildInfix(infix, place)
    case .prefixOperatorExpr(let prefix): return buildPrefix(prefix)
    case .postfixOperatorExpr(let postfix):
      return operation(
        "postfix" + postfix.operator.text, [postfix.expression], at: self.place(postfix.operator),
        whole: place)
    case .ternaryExpr(let ternary):
      let condition = build(ternary.condition)
      solver.add(.conversion(condition, to: library.bool, because: .condition))
      let result = solver.fresh()
      let branches = [build(ternary.thenExpression), build(ternary.elseExpression)]
      for branch in branches { solver.add(.conversion(branch, to: result, because: .branch)) }
      return Expression(.ternary(condition, branches[0], branches[1]), result, place)
    case .tupleExpr(let tuple): return buildTuple(tuple)
    case .arrayExpr(let array):
      if let type = typeOrMisuse(syntax) { return type }
      let element = solver.fresh()
      let elements = array.elements.map { build($0.expression) }
      for expression in elements { solver.add(.conversion(expression, to: element, because: .element)) }
      return Expression(.array(elements), library.array(of: element), place)
    case .closureExpr(let closure): return buildClosure(closure)
    case .forceUnwrapExpr(let force):
      if let delegation = buildForcedDelegation(force, place) { return delegation }
      return chained(syntax) {
        let base = self.build(force.expression)
        let wrapped = self.solver.fresh()
        self.solver.add(.unwrap(base, to: wrapped))
        return Expression(.forceUnwrap(base), wrapped, place)
      }
    case .optionalChainingExpr(let optional): return buildChainLink(optional)
    case .inOutExpr(let reference):
      let inner = build(reference.expression)
      return Expression(.inoutReference(inner), inner.type, place)
    case .asExpr(let cast):
      let inner = build(cast.expression)
      let type = type(cast.type)
      if let mark = cast.questionOrExclamationMark {
        return mark.text == "?"
          ? Expression(.castOptional(inner, type), library.optional(of: type), place)
          : Expression(.castForced(inner, type), type, place)
      }
      if case .existential(let protocols) = type, protocols.map(\.name) == ["AnyObject"],
        case .parameter = inner.type.shallow
      {
        // Whether it is an object shows when the program runs.
        return Expression(.castForced(inner, type), type, place)
      }
      solver.add(.conversion(inner, to: type, because: .initialization))
      return Expression(.tuple([inner]), type, place)
    case .ifExpr(let ifExpression):
      return mayBeValue(syntax) ? buildBranches(ifExpression) : failingValue(syntax, "if")
    case .switchExpr(let switchExpression):
      return mayBeValue(syntax) ? buildBranches(switchExpression) : failingValue(syntax, "switch")
    case .genericSpecializationExpr:
      return typeIfNamed(syntax)
        ?? failing("name.type", place, "cannot find the type '\(syntax.trimmedDescription)'")
    case .discardAssignmentExpr:
      return failing("name.discard", place, "'_' can stand only on the left of '='")
    case .dictionaryExpr(let dictionary): return typeOrMisuse(syntax) ?? buildDictionary(dictionary)
    case .tryExpr(let attempt): return buildTry(attempt)
    case .isExpr(let test):
      let inner = build(test.expression)
      return Expression(.isType(inner, type(test.type)), library.bool, place)
    case .superExpr: return buildSuper(place)
    case .keyPathExpr(let path): return buildKeyPath(path)
    case .awaitExpr: return failingUnsupported(syntax, "'await'")
    case .macroExpansionExpr(let expansion)
    where Self.sourceLocations.contains(expansion.macroName.text):
      return buildSourceLocation(expansion)
    case .macroExpansionExpr: return failingUnsupported(syntax, "'\(syntax.trimmedDescription.prefix(20))'")
    case .missingExpr, .unresolvedAsExpr, .sequenceExpr: return failed(place)
    default: return failingUnsupported(syntax, "'\(syntax.trimmedDescription.prefix(30))'")
    }
  }

  func buildDictionary(_ dictionary: DictionaryExprSyntax) -> Expression {
    let key = solver.fresh()
    let value = solver.fresh()
    var parts: [Expression] = []
    if case .elements(let elements) = dictionary.content {
      for element in elements { parts += [build(element.key), build(element.value)] }
    }
    for (index, part) in parts.enumerated() {
      solver.add(.conversion(part, to: index.isMultiple(of: 2) ? key : value, because: .element))
    }
    return Expression(.dictionary(parts), library.dictionary(of: key, value), place(dictionary))
  }

  func failingUnsupported(_ syntax: ExprSyntax, _ what: String) -> Expression {
    unsupported(syntax, what)
    return failed(place(syntax))
  }

  func number(_ text: String) -> Double { Double(text) ?? Double(text.filter { $0 != "_" }) ?? .nan }

  func typeIfNamed(_ syntax: ExprSyntax) -> Expression? {
    typeNamed(by: syntax).map { typeValue($0, syntax) }
  }

  func buildTuple(_ tuple: TupleExprSyntax) -> Expression {
    if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
      let inner = build(only.expression)
      return inner
    }
    if tuple.elements.count == 1, let label = tuple.elements.first?.label {
      return failing("tuple.single", self.place(label), "a tuple has at least two parts: leave out the label")
    }
    checkLabels(tuple.elements.map(\.label))
    let elements = tuple.elements.map { build($0.expression) }
    let type = Type.tuple(
      zip(tuple.elements, elements).map { Type.TupleElement(label: $0.label?.text, type: $1.type) })
    return Expression(.tuple(elements), type, place(tuple))
  }

  /// A name without the backticks that let it be a keyword.
  func plain(_ token: TokenSyntax) -> String {
    let text = token.text
    return text.utf8.first == UInt8(ascii: "`") ? text.filter { $0 != "`" } : text
  }

  // MARK: Strings

  func buildString(_ literal: StringLiteralExprSyntax, _ place: Place) -> Expression {
    if let whole = literal.representedLiteralValue {
      return Expression(.string(whole), solver.fresh(.string, at: place), place)
    }
    var segments: [Expression.Segment] = []
    var isForOwnOnly = false
    for segment in literal.segments {
      switch segment {
      case .stringSegment(let text):
        segments.append(.text(unescaped(text, of: literal)))
      case .expressionSegment(let interpolation):
        if isOnlyForOwn(interpolation) {
          isForOwnOnly = true
          continue
        }
        if let own = ownInterpolation(interpolation, self.place(interpolation)) {
          segments.append(own)
          continue
        }
        guard interpolation.expressions.count == 1, let only = interpolation.expressions.first,
          only.label == nil
        else {
          reportInterpolation(self.place(interpolation))
          continue
        }
        segments.append(.value(build(only.expression)))
      }
    }
    let expression = Expression(.interpolation(segments), solver.fresh(.string, at: place), place)
    remember(expression, literal, isForOwnOnly)
    return expression
  }

  func unescaped(_ segment: StringSegmentSyntax, of literal: StringLiteralExprSyntax) -> String {
    let text = segment.content.text
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\r") }) else {
      return text
    }
    // The library unescapes whole literals only, so the segment is made one.
    let alone = literal.with(\.segments, StringLiteralSegmentListSyntax([.stringSegment(segment)]))
    return alone.representedLiteralValue ?? ""
  }

  // MARK: Names

  /// - Parameter place: Where the name stands: the reference itself need not be part of the source.
  func buildReference(_ reference: DeclReferenceExprSyntax, at place: Place) -> Expression {
    let name = plain(reference.baseName)
    if isOperator(name), library.operators[name] != nil {
      let site = CallSite(
        name: name, namePlace: place, candidates: library.candidates(ofOperator: name, taking: 2),
        arguments: [])
      site.isReference = true
      return unresolved(site, place)
    }
    switch lookUp(name) {
    case .variable(let variable):
      if let lost = variable.lost { return failing("name.lost", place, lost) }
      use(variable)
      return Expression(.variable(variable), variable.type, place)
    case .member(let own, let members):
      return member(of: own(place), name, place, arguments: nil, whole: place, among: members)
    case nil where name == "self":
      guard let owner = scope.first({ $0.memberOf }) else { return unknown(name, place) }
      return Expression(.type(owner.selfType), .metatype(owner.selfType), place)
    case .functions(let all):
      let functions = labelled(all, reference)
      guard !functions.isEmpty else {
        return failing(
          "name.unknown", place,
          "no function named '\(name)' has the labels '\(reference.trimmedDescription)'")
      }
      let site = CallSite(
        name: name, namePlace: place,
        candidates: functions.map { CallSite.Candidate(declaration: $0, base: nil) }, arguments: [])
      // A constant of the prelude, such as `M_E`, is a getter.
      site.isReference = functions[0].kind != .getter
      return unresolved(site, place)
    case nil:
      if let type = typeOrMisuse(ExprSyntax(reference)) { return type }
      return unknown(name, place)
    }
  }

  /// The type that an expression names, which is a mistake where a value is wanted; nil where it names none.
  private func typeOrMisuse(_ syntax: ExprSyntax) -> Expression? {
    typeIfNamed(syntax).map { isValue(syntax) ? bareType($0) : $0 }
  }

  /// Whether an expression stands where a value is wanted, not as a part of something larger that names a type.
  private func isValue(_ syntax: ExprSyntax) -> Bool {
    guard let parent = syntax.parent else { return false }
    switch parent.kind {
    case .initializerClause, .labeledExpr, .returnStmt, .codeBlockItem, .infixOperatorExpr: return true
    default: return false
    }
  }

  private func bareType(_ expression: Expression) -> Expression {
    guard case .type(let type) = expression.kind else { return expression }
    return failing(
      "type.bare", expression.place,
      "'\(type)' is a type, not a value: make a value with '\(type)(…)', or write '\(type).self' for the type"
    )
  }

  /// The functions that have the labels written behind a name, as in `area(width:height:)`; all where none are.
  func labelled(_ functions: [FunctionDeclaration], _ reference: DeclReferenceExprSyntax)
    -> [FunctionDeclaration]
  {
    labels(behind: reference).map { labels in functions.filter { $0.hasLabels(labels) } } ?? functions
  }

  /// The labels written behind a name, nil for `_`; nil where there are none.
  func labels(behind reference: DeclReferenceExprSyntax) -> [String?]? {
    reference.argumentNames?.arguments.map { plain($0.name) == "_" ? nil : plain($0.name) }
  }

  func unknown(_ name: String, _ place: Place) -> Expression {
    if let owner = scope.first({ $0.memberOf }), members(of: owner, named: name)?.isEmpty == false {
      return failing(
        "name.instance", place,
        "'\(name)' belongs to each value of '\(owner.name)', and here there is none: neither a 'static' member nor the first value of a property can use it"
      )
    }
    if let near = nearest(name, among: scope.visibleNames.filter { !$0.hasPrefix("_") && !isOperator($0) }) {
      return failing(
        "name.unknown", place, "cannot find '\(name)' in this lesson; did you mean '\(near)'?",
        fix: Diagnostic.Fix("replace '\(name)' with '\(near)'", range: place.range, replacement: near))
    }
    return failing("name.unknown", place, "cannot find '\(name)' in this lesson")
  }

  enum Found {
    case variable(VariableDeclaration)
    /// Members of the type around, reached through `self`.
    case member((Place) -> Expression, [Declaration])
    case functions([FunctionDeclaration])
  }

  /// What a name means here: the innermost variable, or all functions in sight.
  func lookUp(_ name: String) -> Found? {
    var functions: [FunctionDeclaration] = []
    var current: Scope? = scope
    var seen: [NominalDeclaration] = []
    while let scope = current {
      if functions.isEmpty, let variable = scope.variables[name] { return .variable(variable) }
      if functions.isEmpty, let owner = scope.memberOf, !seen.contains(owner) {
        if let found = ownMember(name, owner, scope, isInnermost: seen.isEmpty) { return found }
        seen.append(owner)
      }
      if let found = scope.functions[name] {
        // The prelude declares none twice.
        if functions.isEmpty, scope === library.preludeScope { return .functions(found) }
        for function in found where !functions.contains(where: { sameSignature($0, function) }) {
          functions.append(function)
        }
        // Functions inside functions hide those outside; those of cells and prelude overload each other.
        if found.contains(where: { $0.outerContext != nil }) { break }
      }
      current = scope.parent
    }
    return functions.isEmpty ? nil : .functions(functions)
  }

  /// A member of a type around, reached through its `self` or, where there is none, through the type.
  func ownMember(_ name: String, _ owner: NominalDeclaration, _ scope: Scope, isInnermost: Bool)
    -> Found?
  {
    // In an extension of a protocol, what its conditions say of `Self` counts too.
    let members =
      owner.kind == .protocolType
      ? self.members(of: owner.selfType, named: name) : members(of: owner, named: name) ?? []
    guard !members.isEmpty else { return nil }
    let own = isInnermost ? nearestSelf(inside: scope) ?? scope.selfVariable : nil
    let fitting = members.filter { isStatic($0) == (own == nil) }
    guard !fitting.isEmpty else { return nil }
    return .member(
      { place in
        guard let own else {
          return self.typeAround(owner, place)
            ?? Expression(.type(owner.selfType), .metatype(owner.selfType), place)
        }
        self.use(own)
        let implied = Expression(.variable(own), own.type, place)
        implied.isImplied = true
        return implied
      }, fitting)
  }

  /// The `self` that `guard let self` has made.
  func nearestSelf(inside outer: Scope) -> VariableDeclaration? {
    var current: Scope? = self.scope
    while let scope = current, scope !== outer {
      if let own = scope.variables["self"], library.isClass(own.type), library.wrapped(own.type) == nil {
        return own
      }
      current = scope.parent
    }
    return nil
  }

  func isStatic(_ member: Declaration) -> Bool {
    switch member {
    case .variable(let variable): variable.isLazyGlobal
    case .function(let function): !function.isInstanceMember
    }
  }

  /// `super`: the instance at hand, as one of the superclass.
  func buildSuper(_ place: Place) -> Expression {
    guard let owner = scope.first({ $0.memberOf }), let superclass = owner.superclass else {
      return failing("super.none", place, "'super' can stand only in a class with a superclass")
    }
    if let own = typeAround(owner, place) {
      return Expression(.upcast(own), .metatype(superclass), place)
    }
    guard let own = scope.first({ $0.selfVariable }) else {
      return failing("super.none", place, "'super' can stand only in a class with a superclass")
    }
    use(own)
    return Expression(.upcast(Expression(.variable(own), own.type, place)), superclass, place)
  }

  func unresolved(_ site: CallSite, _ place: Place) -> Expression {
    let expression = Expression(.unresolvedCall(site), solver.fresh(), place)
    solver.add(.call(site, expression))
    return expression
  }

  // MARK: Calls

  func buildArguments(
    _ list: LabeledExprListSyntax, _ trailing: ClosureExprSyntax?,
    _ additional: MultipleTrailingClosureElementListSyntax?, of name: String? = nil, callee: ExprSyntax? = nil
  ) -> [CallSite.Argument] {
    func builder(_ label: String?) -> Type? { callee.flatMap { resultBuilder(ofCallTo: $0, label) } }
    var arguments = list.map { argument -> CallSite.Argument in
      let label = argument.label.map(plain)
      if let closure = argument.expression.as(ClosureExprSyntax.self), let builder = builder(label ?? "_") {
        return CallSite.Argument(label: label, expression: buildClosure(closure, builder: builder))
      }
      return buildArgument(argument.expression, label, of: name)
    }
    if let trailing {
      arguments.append(
        CallSite.Argument(
          label: nil, expression: buildClosure(trailing, builder: builder(nil)), isTrailingClosure: true))
    }
    for element in additional.elements {
      let label = element.label.text
      arguments.append(
        CallSite.Argument(label: label, expression: buildClosure(element.closure, builder: builder(label))))
    }
    return arguments
  }

  func buildCall(_ call: FunctionCallExprSyntax, _ place: Place) -> Expression {
    let callee = call.calledExpression
    func arguments() -> [CallSite.Argument] {
      buildArguments(
        call.arguments, call.trailingClosure, call.additionalTrailingClosures, of: calledName(callee),
        callee: callee)
    }
    if let reference = callee.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil {
      let name = plain(reference.baseName)
      let namePlace = self.place(reference)
      func call(_ functions: [FunctionDeclaration], _ arguments: [CallSite.Argument]) -> Expression {
        let candidates = functions.map { CallSite.Candidate(declaration: $0, base: nil) }
        return unresolved(
          CallSite(name: name, namePlace: namePlace, candidates: candidates, arguments: arguments), place)
      }
      switch lookUp(name) {
      case .functions(let functions): return call(functions, arguments())
      case .member(let own, let members):
        let arguments = arguments()
        if source == 0, let functions = library.preludeScope.functions[name], !takes(arguments, members) {
          // The library's own `max(a, b)` among the members of a collection; authors write `Swift.max(a, b)`.
          return call(functions, arguments)
        }
        return member(
          of: own(namePlace), name, namePlace, arguments: arguments, whole: place, among: members)
      case .variable: break
      case nil:
        if typeNamed(by: callee) == nil {
          _ = arguments()
          return unknown(name, namePlace)
        }
      }
    }
    if callee.is(MemberAccessExprSyntax.self), let type = typeNamed(by: callee) {
      let base = typeValue(type, callee)
      return member(of: base, "init", self.place(callee), arguments: arguments(), whole: place)
    }
    if let access = callee.as(MemberAccessExprSyntax.self) {
      let arguments = arguments()
      if let delegation = buildDelegation(access, arguments, place) { return delegation }
      return buildMember(access, arguments: arguments, whole: place)
    }
    if let type = typeNamed(by: callee) {
      let base = typeValue(type, callee)
      return member(of: base, "init", self.place(callee), arguments: arguments(), whole: place)
    }
    if let unapplied = buildUnapplied(callee, place, arguments) { return unapplied }
    var function = build(callee)
    if isImplicitlyUnwrapped(function), let wrapped = library.wrapped(function.type) {
      function = Expression(.forceUnwrap(function), wrapped, function.place)
    }
    return apply(function, arguments(), place)
  }

  /// Whether one of several members may be called with as many arguments under such labels.
  private func takes(_ arguments: [CallSite.Argument], _ members: [Declaration]) -> Bool {
    members.contains {
      guard case .function(let function) = $0, function.kind != .getter else { return true }
      return match(function, arguments) != nil
    }
  }

  /// Whether values of a type have a `callAsFunction`.
  func isCallable(_ type: Type) -> Bool {
    switch type.shallow {
    case .nominal, .parameter, .member, .existential: !members(of: type, named: "callAsFunction").isEmpty
    case .tuple, .function, .variable, .metatype, .error: false
    }
  }

  func apply(_ function: Expression, _ arguments: [CallSite.Argument], _ place: Place) -> Expression {
    if isCallable(function.type) {
      return member(of: function, "callAsFunction", function.place, arguments: arguments, whole: place)
    }
    if let labelled = arguments.first(where: { $0.label != nil }) {
      return failing(
        "call.label", labelled.expression.place,
        "a function value is called without labels: leave '\(labelled.label ?? ""):' out")
    }
    let call = Expression(.apply(function, arguments.map(\.expression)), solver.fresh(), place)
    solver.add(.apply(function, arguments.map(\.expression), call))
    return call
  }
}
