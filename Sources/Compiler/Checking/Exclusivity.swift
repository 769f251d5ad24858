/// Finds calls that would change a variable twice at the same time: the same `inout` argument twice, or a closure
/// argument that uses what the call is changing.
struct Exclusivity {
  /// A variable, or a part of one.
  private struct Access {
    var variable: VariableDeclaration
    /// Properties and positions in tuples, from the outside in.
    var path: [Step]
    var place: Place

    enum Step: Equatable {
      case property(VariableDeclaration)
      case element(Int)
    }

    func overlaps(_ other: Access) -> Bool {
      variable === other.variable && zip(path, other.path).allSatisfy { $0 == $1 }
    }
  }

  private let checker: Checker

  init(_ checker: Checker) { self.checker = checker }

  /// Checks the statements of a body.
  func check(_ statements: [Statement]) {
    for statement in statements {
      for expression in statement.expressions { visit(expression) }
      for body in statement.bodies { check(body) }
    }
  }

  private func visit(_ expression: Expression) {
    switch expression.kind {
    case .call(let reference, let arguments), .make(let reference, let arguments),
      .initialize(let reference, let arguments):
      checkCall(reference.declaration, arguments)
    case .apply(_, let arguments): checkCall(nil, arguments)
    case .closure(let closure): check(closure.statements)
    case .block(let statements, _): check(statements)
    default: break
    }
    for child in expression.children { visit(child) }
  }

  private func checkCall(_ function: FunctionDeclaration?, _ arguments: [Expression]) {
    var changed: [Access] = []
    for argument in arguments {
      guard case .inoutReference(let target) = argument.kind, let access = access(to: target) else {
        continue
      }
      if let earlier = changed.first(where: access.overlaps) {
        report(earlier, function, isChangedTwice: true)
      }
      changed.append(access)
    }
    guard !changed.isEmpty else { return }
    for argument in arguments {
      guard case .closure(let closure) = argument.kind else { continue }
      let used = uses(in: closure.statements)
      for access in changed
      where !access.variable.isGlobal && closure.context.captures.contains(access.variable)
        && used.contains(where: access.overlaps)
      {
        report(access, function, isChangedTwice: false)
      }
    }
  }

  private func report(_ access: Access, _ function: FunctionDeclaration?, isChangedTwice: Bool) {
    let name = access.variable.name
    let message =
      if function?.name == "swap" && function?.place.source == 0 {
        "'\(name)' would be changed twice at the same time: elements of an array are swapped with 'swapAt'"
      } else if isChangedTwice {
        "'\(name)' is passed twice to be changed by one call: copy it into another variable first"
      } else {
        "'\(name)' would be used while this call is changing it: copy what you need into a constant first"
      }
    checker.reportFlow("access.overlapping", access.place, message)
  }

  /// What a target changes; nil where that lies in an instance, or nowhere in particular.
  private func access(to target: Expression) -> Access? {
    switch target.kind {
    case .variable(let variable):
      guard let base = variable.linkBase else {
        return Access(variable: variable, path: [], place: target.place)
      }
      return whole(base, target.place)
    case .property(let base, let property):
      guard !checker.isInstance(base.type), var access = access(to: base) else { return nil }
      access.path.append(.property(property))
      access.place = target.place
      return access
    case .element(let base, let index):
      guard var access = access(to: base) else { return nil }
      access.path.append(.element(index))
      access.place = target.place
      return access
    case .forceUnwrap(let base): return whole(base, target.place)
    case .call(let reference, let arguments):
      // A subscript or a computed property takes all of what it belongs to.
      guard reference.declaration.isInstanceMember, let base = arguments.first,
        !checker.isInstance(base.type)
      else { return nil }
      if case .inoutReference(let inner) = base.kind { return whole(inner, target.place) }
      return whole(base, target.place)
    default: return nil
    }
  }

  private func whole(_ base: Expression, _ place: Place) -> Access? {
    guard var access = access(to: base) else { return nil }
    access.place = place
    return access
  }

  /// Every variable, or part of one, that statements use.
  private func uses(in statements: [Statement]) -> [Access] {
    statements.flatMap { statement in
      statement.expressions.flatMap(uses) + statement.bodies.flatMap(uses(in:))
    }
  }

  private func uses(in expression: Expression) -> [Access] {
    switch expression.kind {
    case .variable, .property, .element: if let access = access(to: expression) { return [access] }
    case .closure(let closure): return uses(in: closure.statements)
    case .block(let statements, _): return uses(in: statements)
    default: break
    }
    return expression.children.flatMap(uses)
  }
}
