import Diagnostics
import SwiftSyntax

/// Members of values and types.
extension Checker {
  func buildMember(
    _ access: MemberAccessExprSyntax, arguments: [CallSite.Argument]?, whole: Place? = nil
  ) -> Expression {
    let place = whole ?? self.place(access)
    let name = plain(access.declName.baseName)
    let namePlace = self.place(access.declName)
    let labels = labels(behind: access.declName)
    if access.declName.baseName.text == "subscript" {
      return failing("name.member", namePlace, "an element is taken with brackets: 'value[…]'")
    }
    guard let baseSyntax = access.base else {
      // `.name`: a member of the type that the context expects.
      let type = solver.fresh()
      let base = Expression(.type(type), .metatype(type), namePlace)
      let found = member(of: base, name, namePlace, arguments: arguments, whole: place, labels: labels)
      if let chain = chain(from: access) {
        // `.name.other`, `.name(1)!`: the whole has the type that the context expects.
        implicitRoots[chain.id] = type
        return found
      }
      // Where an optional is expected, it may be a member of the type that it wraps.
      if case .unresolvedMember(let site) = found.kind { site.isImplicit = true }
      if !solver.unify(found.type, type) { return failed(place) }
      return found
    }
    if isModule(baseSyntax) { return buildOfModule(access, arguments: arguments, place) }
    if let type = typeNamed(by: baseSyntax) {
      if arguments != nil, let named = typeNamed(by: ExprSyntax(access)) {
        let base = Expression(.type(named), .metatype(named), self.place(access))
        return member(of: base, "init", namePlace, arguments: arguments, whole: place)
      }
      let base = typeValue(type, baseSyntax)
      if name == "self", arguments == nil { return base }
      return member(of: base, name, namePlace, arguments: arguments, whole: place, labels: labels)
    }
    // A value's `self` is the value.
    if name == "self", arguments == nil { return build(baseSyntax) }
    let found = member(
      of: build(baseSyntax), name, namePlace, arguments: arguments, whole: place, labels: labels)
    if baseSyntax.is(SuperExprSyntax.self), case .unresolvedCall(let site) = found.kind {
      site.isSuper = true
    }
    return found
  }

  /// `base.name` or, with arguments, `base.name(…)`; waits where the base's type is not known yet.
  ///
  /// - Parameter labels: Those written behind the name, as in `base.move(by:)`.
  func member(
    of base: Expression, _ name: String, _ namePlace: Place, arguments: [CallSite.Argument]?, whole: Place,
    among known: [Declaration]? = nil, labels: [String?]? = nil
  ) -> Expression {
    var baseType = base.type.shallow
    if case .metatype(let inner) = baseType { baseType = inner.shallow }
    if solver.isWaiting(baseType) {
      let site = MemberSite(
        base: base, name: name, namePlace: namePlace, arguments: arguments, labels: labels)
      let expression = Expression(.unresolvedMember(site), solver.fresh(), whole)
      solver.add(.member(site, expression))
      return expression
    }
    return found(base, name, namePlace, arguments, whole, known, labels)
  }

  /// Settles a member whose base has become known.
  func resolve(_ site: MemberSite, _ expression: Expression) {
    let found = found(
      site.base, site.name, site.namePlace, site.call?.arguments, expression.place, nil, site.labels)
    solver.find(site, found)
    if case .error = found.kind {
      // Already reported; the expression ends here.
      solver.fail(nil)
    } else if site.isImplicit {
      solver.add(.conversion(found, to: expression.type, because: .branch))
    } else if !solver.agreeInParts(found.type, expression.type, at: expression.place) {
      solver.fail(mismatch(found, to: expression.type, because: .applied))
    }
  }

  func found(
    _ base: Expression, _ name: String, _ namePlace: Place, _ arguments: [CallSite.Argument]?, _ whole: Place,
    _ known: [Declaration]?, _ labels: [String?]? = nil
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
      return failing(
        "name.member", namePlace,
        name == "subscript"
          ? "a tuple has no subscript: its elements are '.0' to '.\(elements.count - 1)', and '[…]' makes an array"
          : "the tuple '\(baseType.resolved)' has no element '\(name)'")
    }
    var isStatic = false
    var subject = baseType
    if case .metatype(let inner) = baseType {
      isStatic = true
      subject = solver.head(inner)
    }
    if isStatic, name == "init", case .tuple(let elements) = subject,
      let arguments, arguments.map(\.label) == elements.map(\.label)
    {
      // A tuple made by the name of its type.
      let tuple = Expression(
        .tuple(arguments.map(\.expression)),
        .tuple(arguments.map { Type.TupleElement(label: $0.label, type: $0.expression.type) }), whole)
      solver.add(.conversion(tuple, to: subject, because: .applied))
      return Expression(.tuple([tuple]), subject, whole)
    }
    if !isStatic, let instance = throughBound(base, name) {
      return found(instance, name, namePlace, arguments, whole, nil, labels)
    }
    if !isStatic, known == nil, let hidden = hiddenMember(of: base, name, namePlace) { return hidden }
    var candidates = known ?? members(of: subject, named: name)
    if candidates.isEmpty, isStatic, let wrapped = library.wrapped(subject), isImplicit(base) {
      // `.red` where an optional is expected means the wrapped type's.
      candidates = members(of: wrapped, named: name)
      base.type = .metatype(wrapped)
      base.kind = .type(wrapped)
      subject = wrapped.shallow
    }
    if name == "init", isStatic, isImplicit(base), let wrapped = library.wrapped(subject), let arguments {
      // `.init(…)` where an optional is expected makes what that wraps.
      let own = members(of: wrapped, named: name).filter {
        if case .function(let function) = $0 { match(function, arguments) != nil } else { false }
      }
      if !own.isEmpty {
        candidates = own
        base.type = .metatype(wrapped)
        base.kind = .type(wrapped)
        subject = wrapped.shallow
      }
    }
    if name == "subscript", !isStatic, let path = arguments?.first, path.label == "keyPath" {
      candidates += keyPathSubscripts(for: path.expression.type)
    }
    var functions: [CallSite.Candidate] = []
    var hidden: Place?
    // Function values are called without labels, so a call with labels is one of a method beside the property; so is
    // one without the '&' that the property's function asks for.
    if let arguments, candidates.contains(where: { isMethod($0, isStatic: isStatic) }),
      arguments.contains(where: { $0.label != nil }) || candidates.contains(where: { !takes(arguments, $0) })
    {
      candidates.removeAll { if case .variable = $0 { true } else { false } }
    }
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
        inferProperty(variable)
        let property = property(variable, of: base, subject, whole)
        return arguments.map { apply(property, $0, whole) } ?? property
      case .function(let function):
        guard function.isInstanceMember != isStatic, labels.map(function.hasLabels) ?? true else { continue }
        guard isAccessible(function.access, function.owner) else {
          hidden = function.place
          continue
        }
        functions.append(CallSite.Candidate(declaration: function, base: base))
      }
    }
    functions = withoutShadowed(functions)
    if functions.isEmpty, let hidden {
      report(
        "access.private", namePlace, "'\(name)' is 'private': it can be used only inside its type",
        notes: [note("it is declared here", hidden)])
      return failed(whole)
    }
    if functions.isEmpty, isStatic, !isImplicit(base), hasMethod(candidates) {
      let method = unappliedMethod(subject, name, namePlace, whole, labels)
      return arguments.map { apply(method, $0, whole) } ?? method
    }
    if isStatic, case .existential(let protocols) = subject, let first = protocols.first,
      case .type = base.kind
    {
      return failing(
        "protocol.instance", namePlace,
        "'\(first.name)' is a protocol: only the types that conform to it have '\(name)'")
    }
    if functions.isEmpty, !isStatic, let wrapped = library.wrapped(baseType), isImplicitlyUnwrapped(base) {
      let inner = Expression(.forceUnwrap(base), wrapped, base.place)
      return found(inner, name, namePlace, arguments, whole, nil)
    }
    guard !functions.isEmpty else {
      return dynamicMember(base, subject, name, namePlace, arguments, whole)
        ?? noMember(base, name, namePlace, isStatic)
    }
    if case .existential = subject, !isStatic {
      functions.removeAll { !isUsable($0.declaration, on: subject) }
      if functions.isEmpty {
        return failing(
          "protocol.any", namePlace,
          "'\(name)' cannot be used on '\(subject)', whose type is not known; write a function with a type parameter that conforms to the protocol"
        )
      }
    }
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

  /// Whether a member could be what a call means: no property that is not a function, nor one whose function takes
  /// another number of values, or of values with '&'.
  private func takes(_ arguments: [CallSite.Argument], _ member: Declaration) -> Bool {
    guard case .variable(let variable) = member else { return true }
    inferProperty(variable)
    guard case .function(let function) = variable.type.shallow else {
      if case .variable = variable.type.shallow { return true }
      return isCallable(variable.type.shallow) || library.wrapped(variable.type.shallow) != nil
    }
    return function.parameters.map(\.isInout)
      == arguments.map { if case .inoutReference = $0.expression.kind { true } else { false } }
  }

  /// Leaves out functions of the prelude for which the author has one with the same parameters that asks for no more.
  private func withoutShadowed(_ functions: [CallSite.Candidate]) -> [CallSite.Candidate] {
    func parameters(_ candidate: CallSite.Candidate) -> [String] {
      let known = solver.substitution(of: candidate)
      return candidate.declaration.parameters.map {
        "\($0.label ?? "_"): \(normalized($0.type.substituting(known)))"
      }
    }
    let own = functions.filter { !$0.declaration.isOfPrelude }
    guard !own.isEmpty, own.count < functions.count else { return functions }
    return functions.filter { candidate in
      !candidate.declaration.isOfPrelude
        || !own.contains {
          $0.declaration.kind == candidate.declaration.kind && parameters($0) == parameters(candidate)
            && $0.declaration.requirements.count <= candidate.declaration.requirements.count
            && !$0.declaration.requirements.contains { if case .same = $0 { true } else { false } }
        }
    }
  }

  /// The outermost of the members, calls and unwrappings that follow a member or its call; nil where there are none.
  private func chain(from access: MemberAccessExprSyntax) -> ExprSyntax? {
    var whole = ExprSyntax(access)
    if let call = whole.parent?.as(FunctionCallExprSyntax.self), call.calledExpression == whole {
      whole = ExprSyntax(call)
    }
    let first = whole.id
    while let parent = whole.parent?.as(ExprSyntax.self), isPostfix(parent, over: whole) { whole = parent }
    return whole.id == first ? nil : whole
  }

  /// A member that a type marked `@dynamicMemberLookup` finds by its name or by a key path.
  private func dynamicMember(
    _ base: Expression, _ subject: Type, _ name: String, _ namePlace: Place,
    _ arguments: [CallSite.Argument]?, _ whole: Place
  ) -> Expression? {
    guard case .nominal(let declaration, _) = subject, declaration.isDynamicMemberLookup,
      subject.resolved == base.type.resolved
    else { return nil }
    for case .function(let found) in members(of: declaration, named: "subscript") ?? []
    where found.parameters.map(\.label) == ["dynamicMember"] {
      let text = keyPathClass(found.parameters[0].type) == nil ? "\"\(name)\"" : "\\.\(name)"
      guard case .expr(let syntax)? = parsed(text).first?.item else { return nil }
      let element = member(
        of: base, "subscript", namePlace,
        arguments: [CallSite.Argument(label: "dynamicMember", expression: build(syntax))], whole: whole)
      return arguments.map { apply(element, $0, whole) } ?? element
    }
    return nil
  }

  /// Whether there is a method of instances among members.
  func hasMethod(_ members: [Declaration]) -> Bool { members.contains { isMethod($0, isStatic: false) } }

  private func isMethod(_ member: Declaration, isStatic: Bool) -> Bool {
    if case .function(let function) = member {
      return function.kind == .function && function.isInstanceMember != isStatic
    }
    return false
  }

  /// Whether a base stands for the type that the context expects, as in `.red`.
  func isImplicit(_ base: Expression) -> Bool {
    if case .type(.variable) = base.kind { return true }
    return false
  }

  /// Whether a value is of a type written with `!`, which is unwrapped where it must be.
  func isImplicitlyUnwrapped(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .variable(let variable), .property(_, let variable): variable.isImplicitlyUnwrapped
    case .unresolvedMember(let site): site.found.map(isImplicitlyUnwrapped) ?? false
    case .inoutReference(let inner): isImplicitlyUnwrapped(inner)
    case .call(let function, _): function.declaration.givesImplicitlyUnwrapped
    case .unresolvedCall(let site) where !site.isReference:
      site.meant?.givesImplicitlyUnwrapped ?? false
    default: false
    }
  }

  /// A stored property of a value, or a static one of a type.
  func property(_ variable: VariableDeclaration, of base: Expression, _ subject: Type, _ whole: Place)
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

  /// Whether a property is reached without the functions that watch it: in an initialiser, in these functions, and
  /// in copies that the language itself makes.
  func isDirect(_ variable: VariableDeclaration, _ base: Expression) -> Bool {
    if case .upcast = base.kind { return variable.getter?.setter?.observers == nil }
    if !variable.isLazyGlobal {
      guard case .variable(let own) = base.kind else { return false }
      guard own.name == "self" else { return source == 0 }
    }
    var current: FunctionContext? = context
    while let inner = current {
      if inner.directProperty === variable { return true }
      if !variable.isLazyGlobal, let initializer = inner.initializer, initializer.owner === variable.owner {
        // Closures and `defer` blocks inside it go through the observers.
        return !variable.isObserved || inner === context && !isInDefer
      }
      current = inner.parent
    }
    return false
  }

  /// Whether a member of a type may be used here: what the language itself writes may use all.
  func isAccessible(_ access: Access, _ owner: NominalDeclaration?) -> Bool {
    guard access == .isPrivate, source != 0, let owner else { return true }
    return scope.first { $0.memberOf === owner ? true : nil } != nil
  }

  /// Whether values of a type have a member of that name, or are tuples with such a part.
  private func hasMember(_ type: Type, _ name: String) -> Bool {
    if case .tuple(let parts) = type.shallow {
      return parts.contains { $0.label == name } || Int(name).map(parts.indices.contains) ?? false
    }
    return !members(of: type, named: name).isEmpty
  }

  /// Where the name of what a value is a reference to stands: a chain of calls may begin lines above it.
  private func namePlace(of value: Expression) -> Place {
    switch value.kind {
    case .unresolvedCall(let site): site.namePlace
    case .unresolvedMember(let site): site.namePlace
    default: value.place
    }
  }

  func noMember(_ base: Expression, _ name: String, _ place: Place, _ isStatic: Bool) -> Expression {
    var subject = base.type.resolved
    if case .metatype(let inner) = subject { subject = inner }
    if let wrapped = library.wrapped(subject), !isStatic, hasMember(wrapped, name) {
      return failing(
        "optional.unwrap", base.place,
        "\(article(subject)) may be nil: unwrap it before '.\(name)', with 'if let', '??' or '!'")
    }
    if subject.hasError { return failed(place) }
    if case .function(let shape) = subject, !isStatic, hasMember(shape.result, name) {
      return failing(
        "call.missing", namePlace(of: base),
        "this is a function that gives \(article(shape.result)): call it, with '\(shape.parameters.isEmpty ? "()" : "(…)")', before '.\(name)'"
      )
    }
    if name == "init" { return failing("call.initializer", place, "'\(subject)' cannot be made this way") }
    if name == "subscript" {
      return failing("name.member", base.place, "\(article(subject)) has no subscript")
    }
    if !members(of: subject, named: name).isEmpty {
      // There is one, but of the other kind.
      return failing(
        "name.instance", place,
        isStatic
          ? "'\(name)' belongs to each value of '\(subject)', not to the type: take it of a value, as in 'value.\(name)'"
          : "'\(name)' belongs to the type, not to its values: write '\(subject).\(name)'")
    }
    var names: [String] = []
    if case .nominal(let declaration, _) = subject {
      names = declaration.members.keys.sorted()
      for conformance in declaration.conformances {
        for inherited in conformance.to.inherited { names += inherited.members.keys.sorted() }
      }
      names.removeAll { $0 == "subscript" || $0 == "init" }
    }
    if isStatic, case .nominal(let declaration, _) = subject, case 1...6 = declaration.cases.count,
      nearest(name, among: declaration.cases.map(\.name)) == nil
    {
      let cases = declaration.cases.map { "'.\($0.name)'" }.joined(separator: ", ")
      return failing("name.member", place, "'\(subject)' has no member '\(name)'; its cases are \(cases)")
    }
    let foreign =
      isStatic ? nil : ForeignName.member(name) { !members(of: subject, named: $0).isEmpty }
    let (hint, fix) = suggestion(
      for: name, place, foreign,
      among: names.filter { !$0.hasPrefix("_") && !isOperator($0) && $0 != "init" })
    return failing("name.member", place, "'\(subject)' has no member '\(name)'\(hint)", fix: fix)
  }
}
