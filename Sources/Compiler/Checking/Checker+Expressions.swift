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
    switch syntax.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let literal):
      return Expression(.integer(literal.literal.text, isNegative: false), solver.fresh(.integer), place)
    case .floatLiteralExpr(let literal):
      return Expression(.double(number(literal.literal.text)), solver.fresh(.float), place)
    case .booleanLiteralExpr(let literal):
      return Expression(.boolean(literal.literal.text == "true"), solver.fresh(.boolean), place)
    case .stringLiteralExpr(let literal): return buildString(literal)
    case .nilLiteralExpr: return Expression(.none, solver.fresh(), place)
    case .declReferenceExpr(let reference): return buildReference(reference)
    case .functionCallExpr(let call): return chained(syntax) { self.buildCall(call) }
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
        return self.member(
          of: base, "subscript", place,
          arguments: self.buildArguments(call.arguments, nil, [], of: "subscript"), whole: place)
      }
    case .infixOperatorExpr(let infix): return buildInfix(infix)
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
      if let type = typeIfNamed(syntax) { return type }
      let element = solver.fresh()
      let elements = array.elements.map { build($0.expression) }
      for expression in elements { solver.add(.conversion(expression, to: element, because: .element)) }
      return Expression(.array(elements), library.array(of: element), place)
    case .closureExpr(let closure): return buildClosure(closure)
    case .forceUnwrapExpr(let force):
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
      solver.add(.conversion(inner, to: type, because: .initialization))
      return Expression(.tuple([inner]), type, place)
    case .ifExpr(let ifExpression): return buildBranches(ifExpression)
    case .switchExpr(let switchExpression): return buildBranches(switchExpression)
    case .genericSpecializationExpr:
      return typeIfNamed(syntax)
        ?? failing("name.type", place, "cannot find the type '\(syntax.trimmedDescription)'")
    case .discardAssignmentExpr:
      return failing("name.discard", place, "'_' can stand only on the left of '='")
    case .dictionaryExpr(let dictionary): return typeIfNamed(syntax) ?? buildDictionary(dictionary)
    case .tryExpr(let attempt): return buildTry(attempt)
    case .isExpr(let test):
      let inner = build(test.expression)
      return Expression(.isType(inner, type(test.type)), library.bool, place)
    case .superExpr: return buildSuper(place)
    case .keyPathExpr(let path): return buildKeyPath(path)
    case .awaitExpr: return failingUnsupported(syntax, "'await'")
    case .macroExpansionExpr(let expansion)
    where ["line", "column", "function", "file", "fileID", "filePath"].contains(expansion.macroName.text):
      return buildSourceLocation(expansion)
    case .macroExpansionExpr: return failingUnsupported(syntax, "'\(syntax.trimmedDescription.prefix(20))'")
    case .missingExpr, .unresolvedAsExpr, .sequenceExpr: return failed(place)
    default: return failingUnsupported(syntax, "'\(syntax.trimmedDescription.prefix(30))'")
    }
  }

  private func buildDictionary(_ dictionary: DictionaryExprSyntax) -> Expression {
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

  private func number(_ text: String) -> Double { Double(text.filter { $0 != "_" }) ?? .nan }

  private func typeIfNamed(_ syntax: ExprSyntax) -> Expression? {
    guard let type = typeNamed(by: syntax) else { return nil }
    return Expression(.type(type), .metatype(type), place(syntax))
  }

  private func buildTuple(_ tuple: TupleExprSyntax) -> Expression {
    if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
      let inner = build(only.expression)
      return inner
    }
    let elements = tuple.elements.map { build($0.expression) }
    let type = Type.tuple(
      zip(tuple.elements, elements).map { Type.TupleElement(label: $0.label?.text, type: $1.type) })
    return Expression(.tuple(elements), type, place(tuple))
  }

  /// A name without the backticks that let it be a keyword.
  func plain(_ token: TokenSyntax) -> String { token.text.filter { $0 != "`" } }

  // MARK: Strings

  private func buildString(_ literal: StringLiteralExprSyntax) -> Expression {
    let place = place(literal)
    if let whole = literal.representedLiteralValue {
      return Expression(.string(whole), solver.fresh(.string), place)
    }
    var segments: [Expression.Segment] = []
    for segment in literal.segments {
      switch segment {
      case .stringSegment:
        // The library unescapes whole literals only, so each segment is made one.
        let alone = literal.with(\.segments, StringLiteralSegmentListSyntax([segment]))
        segments.append(.text(alone.representedLiteralValue ?? ""))
      case .expressionSegment(let interpolation):
        guard interpolation.expressions.count == 1, let only = interpolation.expressions.first,
          only.label == nil
        else {
          report(
            "string.interpolation", self.place(interpolation), "an interpolation holds one value: \\(value)")
          continue
        }
        segments.append(.value(build(only.expression)))
      }
    }
    return Expression(.interpolation(segments), solver.fresh(.string), place)
  }

  // MARK: Names

  private func buildReference(_ reference: DeclReferenceExprSyntax) -> Expression {
    let place = place(reference)
    let name = plain(reference.baseName)
    if isOperator(name), let candidates = library.operators[name] {
      let site = CallSite(
        name: name, namePlace: place,
        candidates: candidates.filter { $0.parameters.count == 2 }.map {
          CallSite.Candidate(declaration: $0, base: nil)
        }, arguments: [])
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
      if let type = typeIfNamed(ExprSyntax(reference)) { return type }
      return unknown(name, place)
    }
  }

  /// The functions that have the labels written behind a name, as in `area(width:height:)`; all where none are.
  func labelled(_ functions: [FunctionDeclaration], _ reference: DeclReferenceExprSyntax)
    -> [FunctionDeclaration]
  {
    guard let names = reference.argumentNames else { return functions }
    let labels = names.arguments.map { plain($0.name) == "_" ? nil : plain($0.name) }
    return functions.filter { $0.parameters.map(\.label) == labels }
  }

  func unknown(_ name: String, _ place: Place) -> Expression {
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
  private func ownMember(_ name: String, _ owner: NominalDeclaration, _ scope: Scope, isInnermost: Bool)
    -> Found?
  {
    guard let members = members(of: owner, named: name), !members.isEmpty else { return nil }
    let own = isInnermost ? nearestSelf(inside: scope) ?? scope.selfVariable : nil
    let fitting = members.filter { isStatic($0) == (own == nil) }
    guard !fitting.isEmpty else { return nil }
    return .member(
      { place in
        guard let own else {
          return Expression(.type(owner.selfType), .metatype(owner.selfType), place)
        }
        self.use(own)
        return Expression(.variable(own), own.type, place)
      }, fitting)
  }

  /// The `self` that `guard let self` has made.
  private func nearestSelf(inside outer: Scope) -> VariableDeclaration? {
    var current: Scope? = self.scope
    while let scope = current, scope !== outer {
      if let own = scope.variables["self"], library.isClass(own.type), library.wrapped(own.type) == nil {
        return own
      }
      current = scope.parent
    }
    return nil
  }

  private func isStatic(_ member: Declaration) -> Bool {
    switch member {
    case .variable(let variable): variable.isLazyGlobal
    case .function(let function): !function.isInstanceMember
    }
  }

  /// `super`: the instance at hand, as one of the superclass.
  private func buildSuper(_ place: Place) -> Expression {
    guard let own = scope.first({ $0.selfVariable }), let owner = scope.first({ $0.memberOf }),
      let superclass = owner.superclass
    else { return failing("super.none", place, "'super' can stand only in a class with a superclass") }
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
    _ additional: MultipleTrailingClosureElementListSyntax, of name: String? = nil
  ) -> [CallSite.Argument] {
    var arguments = list.map { buildArgument($0.expression, $0.label.map(plain), of: name) }
    if let trailing {
      arguments.append(
        CallSite.Argument(label: nil, expression: buildClosure(trailing), isTrailingClosure: true))
    }
    for element in additional {
      arguments.append(
        CallSite.Argument(label: element.label.text, expression: buildClosure(element.closure)))
    }
    return arguments
  }

  private func buildCall(_ call: FunctionCallExprSyntax) -> Expression {
    let place = place(call)
    let callee = call.calledExpression
    func arguments() -> [CallSite.Argument] {
      buildArguments(
        call.arguments, call.trailingClosure, call.additionalTrailingClosures, of: calledName(callee))
    }
    if let reference = callee.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil {
      let name = plain(reference.baseName)
      let namePlace = self.place(reference)
      switch lookUp(name) {
      case .functions(let functions):
        let site = CallSite(
          name: name, namePlace: namePlace,
          candidates: functions.map { CallSite.Candidate(declaration: $0, base: nil) }, arguments: arguments()
        )
        return unresolved(site, place)
      case .member(let own, let members):
        return member(
          of: own(namePlace), name, namePlace, arguments: arguments(), whole: place, among: members)
      case .variable: break
      case nil:
        if typeNamed(by: callee) == nil {
          _ = arguments()
          return unknown(name, namePlace)
        }
      }
    }
    if callee.is(MemberAccessExprSyntax.self), let type = typeNamed(by: callee) {
      let base = Expression(.type(type), .metatype(type), self.place(callee))
      return member(of: base, "init", self.place(callee), arguments: arguments(), whole: place)
    }
    if let access = callee.as(MemberAccessExprSyntax.self) {
      let arguments = arguments()
      if let delegation = buildDelegation(access, arguments, place) { return delegation }
      return buildMember(access, arguments: arguments, whole: place)
    }
    if let type = typeNamed(by: callee) {
      let base = Expression(.type(type), .metatype(type), self.place(callee))
      return member(of: base, "init", self.place(callee), arguments: arguments(), whole: place)
    }
    var function = build(callee)
    if isImplicitlyUnwrapped(function), let wrapped = library.wrapped(function.type) {
      function = Expression(.forceUnwrap(function), wrapped, function.place)
    }
    return apply(function, arguments(), place)
  }

  private func apply(_ function: Expression, _ arguments: [CallSite.Argument], _ place: Place) -> Expression {
    if case .nominal = function.type.shallow, !members(of: function.type, named: "callAsFunction").isEmpty {
      return member(of: function, "callAsFunction", function.place, arguments: arguments, whole: place)
    }
    if let labelled = arguments.first(where: { $0.label != nil }) {
      return failing(
        "call.label", labelled.expression.place,
        "a function value is called without labels; remove '\(labelled.label ?? "")':")
    }
    let call = Expression(.apply(function, arguments.map(\.expression)), solver.fresh(), place)
    solver.add(.apply(function, arguments.map(\.expression), call))
    return call
  }

  // MARK: Members

  private func buildMember(
    _ access: MemberAccessExprSyntax, arguments: [CallSite.Argument]?, whole: Place? = nil
  ) -> Expression {
    let place = whole ?? self.place(access)
    let name = plain(access.declName.baseName)
    let namePlace = self.place(access.declName)
    guard let baseSyntax = access.base else {
      // `.name`: a member of the type that the context expects.
      let type = solver.fresh()
      let base = Expression(.type(type), .metatype(type), namePlace)
      let found = member(of: base, name, namePlace, arguments: arguments, whole: place)
      // Where an optional is expected, it may be a member of the type that it wraps.
      if case .unresolvedMember(let site) = found.kind { site.isImplicit = true }
      if !solver.unify(found.type, type) { return failed(place) }
      return found
    }
    if let type = typeNamed(by: baseSyntax) {
      if arguments != nil, let named = typeNamed(by: ExprSyntax(access)) {
        let base = Expression(.type(named), .metatype(named), self.place(access))
        return member(of: base, "init", namePlace, arguments: arguments, whole: place)
      }
      let base = Expression(.type(type), .metatype(type), self.place(baseSyntax))
      if name == "self", arguments == nil { return base }
      return member(of: base, name, namePlace, arguments: arguments, whole: place)
    }
    let found = member(of: build(baseSyntax), name, namePlace, arguments: arguments, whole: place)
    if baseSyntax.is(SuperExprSyntax.self), case .unresolvedCall(let site) = found.kind {
      site.isSuper = true
    }
    return found
  }

  /// `base.name` or, with arguments, `base.name(…)`; waits where the base's type is not known yet.
  func member(
    of base: Expression, _ name: String, _ namePlace: Place, arguments: [CallSite.Argument]?, whole: Place,
    among known: [Declaration]? = nil
  ) -> Expression {
    var baseType = base.type.shallow
    if case .metatype(let inner) = baseType { baseType = inner.shallow }
    if case .variable = baseType {
      let site = MemberSite(base: base, name: name, namePlace: namePlace, arguments: arguments)
      let expression = Expression(.unresolvedMember(site), solver.fresh(), whole)
      solver.add(.member(site, expression))
      return expression
    }
    return found(base, name, namePlace, arguments, whole, known)
  }

  /// Settles a member whose base has become known.
  func resolve(_ site: MemberSite, _ expression: Expression) {
    let found = found(site.base, site.name, site.namePlace, site.call?.arguments, expression.place, nil)
    solver.find(site, found)
    if case .error = found.kind {
      // Already reported; the expression ends here.
      solver.fail(nil)
    } else if site.isImplicit {
      solver.add(.conversion(found, to: expression.type, because: .branch))
    } else if !solver.unify(found.type, expression.type) {
      solver.fail(mismatch(found, to: expression.type, because: .applied))
    }
  }

  private func found(
    _ base: Expression, _ name: String, _ namePlace: Place, _ arguments: [CallSite.Argument]?, _ whole: Place,
    _ known: [Declaration]?
  ) -> Expression {
    let baseType = solver.head(base.type)
    if case .error = baseType { return failed(whole) }
    if case .tuple(let elements) = baseType {
      if let index = elements.firstIndex(where: { $0.label == name }) ?? Int(name),
        elements.indices.contains(index)
      {
        let element = Expression(.element(base, index), elements[index].type, whole)
        return arguments.map { apply(element, $0, whole) } ?? element
      }
      return failing("name.member", namePlace, "the tuple '\(baseType.resolved)' has no element '\(name)'")
    }
    var isStatic = false
    var subject = baseType
    if case .metatype(let inner) = baseType {
      isStatic = true
      subject = solver.head(inner)
    }
    var candidates = known ?? members(of: subject, named: name)
    if candidates.isEmpty, isStatic, let wrapped = library.wrapped(subject), isImplicit(base) {
      // `.red` where an optional is expected means the wrapped type's.
      candidates = members(of: wrapped, named: name)
      base.type = .metatype(wrapped)
      base.kind = .type(wrapped)
      subject = wrapped.shallow
    }
    var functions: [CallSite.Candidate] = []
    var hidden: Place?
    for candidate in candidates {
      switch candidate {
      case .variable(let variable):
        guard variable.isLazyGlobal == isStatic, case .nominal = subject else { continue }
        guard isAccessible(variable.access, variable.owner) else {
          hidden = variable.place
          continue
        }
        if variable.isObserved, !isDirect(variable, base) {
          functions.append(CallSite.Candidate(declaration: accessor(of: variable), base: base))
          continue
        }
        let property = property(variable, of: base, subject, whole)
        return arguments.map { apply(property, $0, whole) } ?? property
      case .function(let function):
        guard function.isInstanceMember != isStatic else { continue }
        guard isAccessible(function.access, function.owner) else {
          hidden = function.place
          continue
        }
        functions.append(CallSite.Candidate(declaration: function, base: base))
      }
    }
    if functions.isEmpty, let hidden {
      report(
        "access.private", namePlace, "'\(name)' is 'private': it can be used only inside its type",
        notes: [note("it is declared here", hidden)])
      return failed(whole)
    }
    if functions.isEmpty, isStatic, arguments == nil, !isImplicit(base), hasMethod(candidates) {
      return unappliedMethod(subject, name, namePlace, whole)
    }
    if isStatic, case .existential(let protocols) = subject, let first = protocols.first {
      return failing(
        "protocol.instance", namePlace,
        "'\(first.name)' is a protocol: only the types that conform to it have '\(name)'")
    }
    if functions.isEmpty, !isStatic, let wrapped = library.wrapped(baseType), isImplicitlyUnwrapped(base) {
      let inner = Expression(.forceUnwrap(base), wrapped, base.place)
      return found(inner, name, namePlace, arguments, whole, nil)
    }
    guard !functions.isEmpty else { return noMember(base, name, namePlace, isStatic) }
    // `first` and `first(where:)`: a property is meant without arguments, a method with them.
    let isPlain = arguments == nil
    let meant = functions.filter { ($0.declaration.kind == .getter) == isPlain }
    if !meant.isEmpty { functions = meant }
    if functions.allSatisfy({ $0.declaration.kind == .getter }) {
      let site = CallSite(name: name, namePlace: namePlace, candidates: functions, arguments: [])
      let value = unresolved(site, whole)
      return arguments.map { apply(value, $0, whole) } ?? value
    }
    if isPlain {
      // `xs.contains` means `contains(_:)` before `contains(where:)`.
      functions =
        functions.filter { $0.declaration.parameters.allSatisfy { $0.label == nil } }
        + functions.filter { !$0.declaration.parameters.allSatisfy { $0.label == nil } }
    }
    let site = CallSite(name: name, namePlace: namePlace, candidates: functions, arguments: arguments ?? [])
    site.isReference = arguments == nil
    return unresolved(site, whole)
  }

  /// Whether there is a method of instances among members.
  private func hasMethod(_ members: [Declaration]) -> Bool {
    members.contains {
      if case .function(let function) = $0 { return function.kind == .function && function.isInstanceMember }
      return false
    }
  }

  /// Whether a base stands for the type that the context expects, as in `.red`.
  private func isImplicit(_ base: Expression) -> Bool {
    if case .type(.variable) = base.kind { return true }
    return false
  }

  /// Whether a value is of a type written with `!`, which is unwrapped where it must be.
  func isImplicitlyUnwrapped(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .variable(let variable), .property(_, let variable): variable.isImplicitlyUnwrapped
    case .unresolvedMember(let site): site.found.map(isImplicitlyUnwrapped) ?? false
    default: false
    }
  }

  /// A stored property of a value, or a static one of a type.
  private func property(_ variable: VariableDeclaration, of base: Expression, _ subject: Type, _ whole: Place)
    -> Expression
  {
    guard !variable.isLazyGlobal else {
      return Expression(.variable(variable), variable.type.resolved, whole)
    }
    var type = variable.type.resolved
    if let owner = variable.owner,
      case .nominal(_, let arguments)? = library.supertype(of: subject, as: owner)
    {
      type = type.substituting(owner.substitution(arguments))
    } else if case .nominal(let declaration, let arguments) = subject {
      type = type.substituting(declaration.substitution(arguments))
    }
    return Expression(.property(base, variable), type, whole)
  }

  /// Whether a property is reached without the functions that watch it: in an initialiser, and in these functions.
  private func isDirect(_ variable: VariableDeclaration, _ base: Expression) -> Bool {
    if case .upcast = base.kind { return variable.getter?.setter?.observers == nil }
    guard case .variable(let own) = base.kind, own.name == "self" else { return false }
    var current: FunctionContext? = context
    while let inner = current {
      if inner.directProperty === variable { return true }
      if let initializer = inner.initializer, initializer.owner === variable.owner { return true }
      current = inner.parent
    }
    return false
  }

  /// Whether a member of a type may be used here.
  func isAccessible(_ access: Access, _ owner: NominalDeclaration?) -> Bool {
    guard access == .isPrivate, let owner else { return true }
    return scope.first { $0.memberOf === owner ? true : nil } != nil
  }

  /// The members of a type by name: its own first, then what its protocols add, then what they only ask for.
  func members(of type: Type, named name: String) -> [Declaration] {
    switch type.shallow {
    case .nominal(let declaration, _): return members(of: declaration, named: name) ?? []
    case let type:
      return withoutDefaults(protocols(of: normalized(type)).flatMap { $0.members[name] ?? [] })
    }
  }

  /// Members of protocols, each once; what a protocol asks for stands for its own default implementation too.
  private func withoutDefaults(_ all: [Declaration]) -> [Declaration] {
    var seen: Set<ObjectIdentifier> = []
    let asked = all.compactMap { member -> FunctionDeclaration? in
      if case .function(let function) = member, function.isRequirement { return function }
      return nil
    }
    return all.filter {
      guard case .function(let function) = $0 else { return true }
      let isDefault = !function.isRequirement && asked.contains { isSameShape($0, function) }
      return !isDefault && seen.insert(ObjectIdentifier(function)).inserted
    }
  }

  func members(of declaration: NominalDeclaration, named name: String) -> [Declaration]? {
    var found = declaration.members[name] ?? []
    if name != "init" {
      for ancestor in declaration.ancestors {
        for member in ancestor.members[name] ?? [] where !isOverridden(member, by: found) {
          found.append(member)
        }
      }
    }
    var asked: [Declaration] = []
    let ancestors = declaration.ancestors
    for conformance in declaration.conformances + ancestors.flatMap(\.conformances) {
      for inherited in conformance.to.inherited {
        for member in inherited.members[name] ?? [] {
          guard case .function(let function) = member else { continue }
          if function.isRequirement {
            asked.append(member)
          } else if !found.contains(where: {
            isSame($0, function) || declaration.kind != .protocolType && hides($0, function, declaration)
          }) {
            found.append(member)
          }
        }
      }
    }
    if declaration.kind == .protocolType { return withoutDefaults(asked + found) }
    return found.isEmpty ? asked : found
  }

  /// Whether a member of a type stands in the place of one that a protocol adds.
  private func hides(
    _ member: Declaration, _ function: FunctionDeclaration, _ declaration: NominalDeclaration
  ) -> Bool {
    switch member {
    case .variable: return function.kind == .getter
    case .function(let own):
      guard let owner = function.owner, own.owner?.kind != .protocolType, own.kind == function.kind,
        own.isStatic == function.isStatic, own.parameters.map(\.label) == function.parameters.map(\.label),
        own.genericParameters.count == function.genericParameters.count
      else { return false }
      let types: Substitution = [owner.selfParameter: declaration.selfType]
      return zip(own.parameters, function.parameters).allSatisfy {
        let (left, right) = ("\($0.type)", "\($1.type)")
        return left == right || "\(normalized($1.type.substituting(types)))" == left
      }
    }
  }

  private func isSameShape(_ left: FunctionDeclaration, _ right: FunctionDeclaration) -> Bool {
    left.kind == right.kind && left.isStatic == right.isStatic
      && left.parameters.map(\.label) == right.parameters.map(\.label)
      && left.genericParameters.count == right.genericParameters.count
      && zip(left.parameters, right.parameters).allSatisfy {
        // `Self` has another name in each protocol.
        "\($0.type)" == "\($1.type)"
      }
  }

  /// Whether one of the members found so far stands in the place of an inherited one.
  private func isOverridden(_ member: Declaration, by found: [Declaration]) -> Bool {
    found.contains { nearer in
      switch (nearer, member) {
      case (.function(let nearer), .function(let inherited)):
        if inherited.access == .isPrivate { return true }
        var current: FunctionDeclaration? = nearer
        while let function = current {
          if function === inherited { return true }
          current = function.overridden
        }
        return false
      case (.function(let nearer), .variable(let inherited)):
        return nearer.overridden === inherited.getter && inherited.getter != nil
      case (.variable, _): return true
      }
    }
  }

  private func isSame(_ declaration: Declaration, _ function: FunctionDeclaration) -> Bool {
    if case .function(let other) = declaration { return other === function }
    return false
  }

  private func noMember(_ base: Expression, _ name: String, _ place: Place, _ isStatic: Bool) -> Expression {
    var subject = base.type.resolved
    if case .metatype(let inner) = subject { subject = inner }
    if let wrapped = library.wrapped(subject), !isStatic, !members(of: wrapped, named: name).isEmpty {
      return failing(
        "optional.unwrap", base.place,
        "\(article(subject)) may be nil: unwrap it before '.\(name)', with 'if let', '??' or '!'")
    }
    if name == "init" { return failing("call.initializer", place, "'\(subject)' cannot be made this way") }
    if name == "subscript" {
      return failing("name.member", base.place, "\(article(subject)) has no subscript")
    }
    var names: [String] = []
    if case .nominal(let declaration, _) = subject {
      names = declaration.members.keys.sorted()
      for conformance in declaration.conformances {
        for inherited in conformance.to.inherited { names += inherited.members.keys.sorted() }
      }
    }
    if let near = nearest(name, among: names.filter { !$0.hasPrefix("_") && !isOperator($0) && $0 != "init" })
    {
      return failing(
        "name.member", place, "'\(subject)' has no member '\(name)'; did you mean '\(near)'?",
        fix: Diagnostic.Fix("replace '\(name)' with '\(near)'", range: place.range, replacement: near))
    }
    return failing("name.member", place, "'\(subject)' has no member '\(name)'")
  }

  // MARK: Optional chains

  /// An assignment through an optional chain: the chain goes around the assignment.
  func chainedAssignment(_ target: ExprSyntax, _ whole: Place, _ body: () -> Expression) -> Expression {
    guard hasLink(target) else { return body() }
    chains.append([])
    openTargets.insert(target.id)
    var inner = body()
    openTargets.remove(target.id)
    for link in chains.removeLast().reversed() {
      inner = Expression(.chain(base: link.base, variable: link.variable, inner: inner), .void, whole)
    }
    return inner
  }

  /// Whether a postfix expression is the outermost of a chain with `?` in it.
  func chained(_ syntax: ExprSyntax, _ body: () -> Expression) -> Expression {
    if let parent = syntax.parent?.as(ExprSyntax.self), isPostfix(parent, over: syntax) || !hasLink(syntax) {
      return body()
    }
    guard hasLink(syntax), !openTargets.contains(syntax.id) else { return body() }
    chains.append([])
    let inner = body()
    return closeChain(inner, place(syntax))
  }

  /// The value of a chain whose links have been noted.
  func closeChain(_ inner: Expression, _ place: Place) -> Expression {
    var inner = inner
    for link in chains.removeLast().reversed() {
      let type = solver.fresh()
      solver.add(.chain(inner, to: type))
      inner = Expression(.chain(base: link.base, variable: link.variable, inner: inner), type, place)
    }
    return inner
  }

  private func isPostfix(_ parent: ExprSyntax, over syntax: ExprSyntax) -> Bool {
    if let call = parent.as(FunctionCallExprSyntax.self) { return call.calledExpression == syntax }
    if let access = parent.as(MemberAccessExprSyntax.self) { return access.base == syntax }
    if let call = parent.as(SubscriptCallExprSyntax.self) { return call.calledExpression == syntax }
    if let link = parent.as(OptionalChainingExprSyntax.self) { return link.expression == syntax }
    if let force = parent.as(ForceUnwrapExprSyntax.self) { return force.expression == syntax }
    return false
  }

  func hasLink(_ syntax: ExprSyntax) -> Bool {
    var current: ExprSyntax? = syntax
    while let node = current {
      if node.is(OptionalChainingExprSyntax.self) { return true }
      if let call = node.as(FunctionCallExprSyntax.self) {
        current = call.calledExpression
      } else if let access = node.as(MemberAccessExprSyntax.self) {
        current = access.base
      } else if let call = node.as(SubscriptCallExprSyntax.self) {
        current = call.calledExpression
      } else if let force = node.as(ForceUnwrapExprSyntax.self) {
        current = force.expression
      } else {
        return false
      }
    }
    return false
  }

  private func buildChainLink(_ link: OptionalChainingExprSyntax) -> Expression {
    let base = build(link.expression)
    let place = place(link)
    guard !chains.isEmpty else {
      return failing("optional.chain", place, "'?' needs a member or call after it")
    }
    let wrapped = solver.fresh()
    solver.add(.unwrap(base, to: wrapped))
    let variable = VariableDeclaration(
      name: "_link", type: wrapped, isLet: true, context: context, place: place)
    chains[chains.count - 1].append((base, variable))
    return Expression(.variable(variable), wrapped, place)
  }
}
