import Diagnostics
import SwiftSyntax

/// Key paths: `\Person.name`.
extension Checker {
  func buildKeyPath(_ syntax: KeyPathExprSyntax) -> Expression {
    let place = place(syntax)
    let root = syntax.root.map { type($0) } ?? solver.fresh()
    let arguments = keyPathArguments(syntax)
    let getter = makeClosure([root], place) { self.follow(syntax, from: $0[0], arguments.map(\.variable)) }
    guard case .function(let type) = getter.type else { return failed(place) }
    let site = KeyPathSite(
      syntax: syntax, root: root, value: type.result, getter: getter, arguments: arguments)
    let expression = Expression(.keyPath(site), solver.fresh(), place)
    solver.add(.keyPath(site, expression))
    return expression
  }

  /// What the subscripts of a path are given, with variables that keep it.
  private func keyPathArguments(_ syntax: KeyPathExprSyntax) -> [(
    variable: VariableDeclaration, value: Expression
  )] {
    syntax.components.flatMap { component -> [(variable: VariableDeclaration, value: Expression)] in
      guard case .subscript(let element) = component.component else { return [] }
      return element.arguments.map { argument in
        let value = build(argument.expression)
        let variable = VariableDeclaration(
          name: "_argument", type: value.type, isLet: true, context: context, place: value.place)
        return (variable, value)
      }
    }
  }

  /// The value that a path leads to from a root.
  private func follow(_ syntax: KeyPathExprSyntax, from root: Expression, _ arguments: [VariableDeclaration])
    -> Expression
  {
    chains.append([])
    var rest = arguments[...]
    var value = root
    for component in syntax.components {
      let place = place(component.component)
      switch component.component {
      case .property(let property):
        let name = plain(property.declName.baseName)
        if name != "self" { value = member(of: value, name, place, arguments: nil, whole: place) }
      case .subscript(let element):
        let given = zip(element.arguments, rest).map { argument, variable in
          use(variable)
          return CallSite.Argument(
            label: argument.label.map(plain),
            expression: Expression(.variable(variable), variable.type, place))
        }
        rest = rest.dropFirst(given.count)
        value = member(of: value, "subscript", place, arguments: given, whole: place)
      case .optional(let mark): value = followOptional(value, mark.questionOrExclamationMark.text, place)
      default: value = failingUnsupported(ExprSyntax(syntax), "this part of a key path")
      }
    }
    return closeChain(value, place(syntax))
  }

  private func followOptional(_ value: Expression, _ mark: String, _ place: Place) -> Expression {
    let wrapped = solver.fresh()
    solver.add(.unwrap(value, to: wrapped))
    if mark == "!" { return Expression(.forceUnwrap(value), wrapped, place) }
    let variable = VariableDeclaration(
      name: "_link", type: wrapped, isLet: true, context: context, place: place)
    chains[chains.count - 1].append((value, variable))
    return Expression(.variable(variable), wrapped, place)
  }

  // MARK: What a path allows

  /// The class of key paths that a type is, if any.
  func keyPathClass(_ type: Type) -> NominalDeclaration? {
    guard case .nominal(let declaration, _) = type.shallow, declaration.place.source == 0,
      ["AnyKeyPath", "PartialKeyPath", "KeyPath", "WritableKeyPath", "ReferenceWritableKeyPath"]
        .contains(declaration.name)
    else { return nil }
    return declaration
  }

  /// What a path allows; nil where its members are not known yet.
  func access(_ site: KeyPathSite) -> KeyPathSite.Access? {
    guard case .closure(let closure) = site.getter.kind,
      case .returnValue(let value?, _)? = closure.statements.first
    else { return nil }
    return access(value)
  }

  private func access(_ value: Expression) -> KeyPathSite.Access? {
    switch value.kind {
    case .variable: return .writing
    case .unresolvedMember(let site): return site.found.flatMap(access)
    case .property(let base, let property):
      if property.isLet || property.access == .privateSet && !isAccessible(.isPrivate, property.owner) {
        return access(base).map { _ in .reading }
      }
      return isInstance(base.type) ? .writingThroughReference : access(base)
    case .unresolvedCall(let site):
      guard let candidate = site.chosen?.candidate else { return nil }
      guard let setter = candidate.declaration.setter, let base = candidate.base else {
        return candidate.declaration.intrinsic == "arrayElement" ? candidate.base.flatMap(access) : .reading
      }
      if setter.isMutating { return access(base) }
      return setter.access == .open ? .writingThroughReference : .reading
    case .forceUnwrap(let base), .upcast(let base), .element(let base, _): return access(base)
    default: return .reading
    }
  }

  /// The subscripts that a key path of a type may stand in: what a `PartialKeyPath` leads to is `Any`.
  func keyPathSubscripts(for path: Type) -> [Declaration] {
    var isPartial = false
    if case .nominal(let declaration, _) = path.shallow { isPartial = declaration.name == "PartialKeyPath" }
    return (library.nominal("_Anything")?.members["subscript"] ?? []).filter {
      if case .function(let function) = $0 { function.genericParameters.isEmpty == isPartial } else { false }
    }
  }

  // MARK: Settling

  /// A key path as what the context expects.
  func settleKeyPath(_ expression: Expression, _ site: KeyPathSite) -> Expression {
    let arguments = site.arguments.map { variable, value in
      let settled = settle(value)
      variable.type = settled.type
      return Statement.bind(.variable(variable), settled)
    }
    let allowed = access(site)
    let getter = settle(site.getter)
    let made: Expression
    if case .function = expression.type {
      made = coerce(getter, to: expression.type)
    } else {
      made = keyPathObject(expression, site, getter, allowed: allowed)
    }
    guard !arguments.isEmpty else { return made }
    let result = VariableDeclaration(
      name: "_path", type: made.type, isLet: true, context: context, place: expression.place)
    return Expression(
      .block(arguments + [.bind(.variable(result), made)], result), made.type, expression.place)
  }

  private func keyPathObject(
    _ expression: Expression, _ site: KeyPathSite, _ getter: Expression, allowed: KeyPathSite.Access?
  )
    -> Expression
  {
    let place = expression.place
    guard let wanted = keyPathClass(expression.type), let allowed else { return failed(place) }
    let access = KeyPathSite.Access(rawValue: wanted.name) ?? allowed
    let types = [normalized(site.root.resolved), normalized(site.value.resolved)]
    guard let declaration = library.nominal(access.rawValue),
      case .function(let initializer)? = declaration.members["init"]?.first
    else { return failed(place) }
    var parts = [
      Expression(.string(pathText(site, types[0])), library.string, place),
      coerce(getter, to: initializer.parameters[1].type.substituting(declaration.substitution(types))),
    ]
    if access != .reading { parts.append(keyPathSetter(site, types, place)) }
    let reference = FunctionReference(declaration: initializer, substitution: declaration.substitution(types))
    return coerce(
      Expression(.make(reference, parts), .nominal(declaration, types), place), to: expression.type)
  }

  /// The path as `print` shows it.
  private func pathText(_ site: KeyPathSite, _ root: Type) -> String {
    let path = site.syntax.components.trimmedDescription
    return "\\\(root)" + (path.hasPrefix(".") ? path : "." + path)
  }

  /// The function that changes what a path leads to.
  private func keyPathSetter(_ site: KeyPathSite, _ types: [Type], _ place: Place) -> Expression {
    let inner = FunctionContext(parent: context, result: .void)
    let parameters = zip(["$0", "$1"], types).map {
      VariableDeclaration(name: $0, type: $1, isLet: $0 == "$1", context: inner, place: place)
    }
    parameters[0].isInout = true
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    let closure = Closure(context: inner, parameters: parameters)
    closure.isChecked = true
    inNewScope(context: inner) {
      let target = follow(
        site.syntax, from: Expression(.variable(parameters[0]), types[0], place),
        site.arguments.map(\.variable))
      let value = Expression(.variable(parameters[1]), types[1], place)
      solver.add(.conversion(value, to: target.type, because: .assignment))
      guard solver.solve() else { return }
      closure.statements = [.expression(settle(Expression(.assign(target, value), .void, place)))]
    }
    let type = FunctionType(
      parameters: [
        FunctionType.Parameter(type: types[0], isInout: true), FunctionType.Parameter(type: types[1]),
      ], result: .void)
    return Expression(.closure(closure), .function(type), place)
  }
}

/// Types of key path literals.
extension Solver {
  /// Works on a key path; false where its context is not known yet.
  func stepKeyPath(_ site: KeyPathSite, _ expression: Expression) -> Bool {
    let type = head(expression.type)
    switch type {
    case .variable: return false
    case .error: return true
    case .function(let function) where function.parameters.count == 1:
      if !agree(function.parameters[0].type, site.root, at: expression.place)
        || !agree(site.value, function.result, at: expression.place)
      {
        fail(checker.mismatch(site.getter, to: type, because: .applied))
      }
      return true
    default: break
    }
    guard let declaration = checker.keyPathClass(type), case .nominal(_, let arguments) = type else {
      fail(
        checker.diagnostic(
          "type.mismatch", expression.place, "a key path cannot be \(checker.article(type.resolved))"))
      return true
    }
    guard zip(arguments, [site.root, site.value]).allSatisfy({ unify($0, $1) }) else {
      fail(checker.mismatch(site.getter, to: type, because: .applied))
      return true
    }
    if let asked = KeyPathSite.Access(rawValue: declaration.name), asked != .reading {
      add(.allows(site, asked, expression.place))
    }
    return true
  }

  /// Whether a path allows what is asked of it; false where its members are not known yet.
  func stepAllows(_ site: KeyPathSite, _ asked: KeyPathSite.Access, _ place: Place) -> Bool {
    guard let allowed = checker.access(site) else { return false }
    if asked > allowed {
      fail(
        checker.diagnostic(
          "keypath.access", place,
          "what this key path leads to cannot be changed in this way: it is a '\(allowed.rawValue)', not a '\(asked.rawValue)'"
        ))
    }
    return true
  }

  /// Gives key paths that nothing expects the class that their members allow.
  func bindKeyPaths() -> Bool {
    for case .keyPath(let site, let expression) in constraints {
      guard case .variable = head(expression.type), let access = checker.access(site),
        let declaration = library.nominal(access.rawValue)
      else { continue }
      return unify(expression.type, .nominal(declaration, [site.root, site.value]))
    }
    return false
  }
}
