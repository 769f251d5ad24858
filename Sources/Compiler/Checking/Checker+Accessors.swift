import Diagnostics
import SwiftSyntax

/// Variables that functions read and set: computed ones, and those that `willSet` and `didSet` watch.
extension Checker {
  /// Declares the computed variables of a scope, which may be used before they are written.
  func declareComputed(_ syntax: VariableDeclSyntax) {
    for binding in syntax.bindings {
      let accessors = Accessors(binding.accessorBlock)
      guard accessors.computes, let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
        continue
      }
      guard let annotation = binding.typeAnnotation else {
        report(
          "variable.type", place(pattern),
          "a computed variable needs a type: 'var \(pattern.identifier.text): Int { … }'")
        continue
      }
      let getter = declareAccessor(.getter, pattern, annotation.type, syntax)
      getter.body = accessors.get
      readEffects(accessors.getEffects, of: getter)
      if accessors.hasSet {
        let setter = declareAccessor(.setter, pattern, annotation.type, syntax)
        setter.parameters = [
          FunctionDeclaration.Parameter(label: nil, name: accessors.newValueName, type: getter.result)
        ]
        setter.result = .void
        setter.body = accessors.set
        setter.getter = getter
        getter.setter = setter
      }
      if let earlier = scope.variables[getter.name]?.place ?? scope.functions[getter.name]?.first?.place {
        report(
          "name.redeclared", getter.place, "'\(getter.name)' is declared twice in the same scope",
          notes: [note("it is first declared here", earlier)])
      }
      scope.declare(getter)
      if scope === library.cellScope, let setter = getter.setter { newMembers.append(setter) }
    }
  }

  private func declareAccessor(
    _ kind: FunctionDeclaration.Kind, _ pattern: IdentifierPatternSyntax, _ type: TypeSyntax,
    _ syntax: VariableDeclSyntax
  ) -> FunctionDeclaration {
    let accessor = declareFunction(
      name: plain(pattern.identifier), kind: kind, owner: nil, at: place(pattern), generics: nil,
      whereClause: nil, parameters: FunctionParameterListSyntax([]), result: type,
      attributes: syntax.attributes, modifiers: syntax.modifiers)
    if scope !== library.cellScope && scope !== library.preludeScope { accessor.outerContext = context }
    return accessor
  }

  /// Checks the functions of a computed variable; at the top level that waits for the end of the cell.
  func checkComputed(_ binding: PatternBindingSyntax) {
    guard scope !== library.cellScope, let pattern = binding.pattern.as(IdentifierPatternSyntax.self),
      let getter = scope.functions[plain(pattern.identifier)]?.first(where: { $0.kind == .getter })
    else { return }
    checkBody(of: getter)
    if let setter = getter.setter { checkBody(of: setter) }
  }

  /// Puts functions that run observers in the place of a stored variable.
  func observe(_ variable: VariableDeclaration, _ accessors: Accessors) {
    let place = variable.place
    func accessor(_ kind: FunctionDeclaration.Kind) -> FunctionDeclaration {
      let function = FunctionDeclaration(
        name: variable.name, kind: kind, owner: nil, place: place, scope: scope)
      if scope !== library.cellScope { function.outerContext = context }
      return function
    }
    let getter = accessor(.getter)
    getter.result = variable.type
    let setter = accessor(.setter)
    setter.parameters = [FunctionDeclaration.Parameter(label: nil, name: "newValue", type: variable.type)]
    setter.getter = getter
    getter.setter = setter
    let read = FunctionContext(parent: getter.outerContext, result: variable.type)
    inNewScope(context: read) {
      use(variable)
      getter.checked = CheckedBody(
        context: read, parameters: [],
        statements: [.returnValue(Expression(.variable(variable), variable.type, place), place)])
    }
    let write = FunctionContext(parent: setter.outerContext, result: .void)
    let newValue = VariableDeclaration(
      name: "newValue", type: variable.type, isLet: true, context: write, place: place)
    let outer = (labels, caseDepth, catchers, attempts, isInDefer)
    (labels, caseDepth, catchers, attempts, isInDefer) = ([], 0, [], [], false)
    inNewScope(context: write) {
      setter.checked = CheckedBody(
        context: write, parameters: [newValue],
        statements: observed(variable, newValue, accessors))
    }
    (labels, caseDepth, catchers, attempts, isInDefer) = outer
    scope.hide(variable, behind: getter)
  }

  private func observed(
    _ variable: VariableDeclaration, _ newValue: VariableDeclaration, _ accessors: Accessors
  ) -> [Statement] {
    let place = variable.place
    use(variable)
    func read(_ variable: VariableDeclaration) -> Expression {
      Expression(.variable(variable), variable.type, place)
    }
    func body(_ accessor: AccessorDeclSyntax?, _ name: String, _ value: VariableDeclaration) -> [Statement] {
      guard let accessor, let body = accessor.body else { return [] }
      return inNewScope {
        let named = VariableDeclaration(
          name: accessor.parameters?.name.text ?? name, type: value.type, isLet: true, context: context,
          place: place)
        declare(named)
        return [
          .block([.bind(.variable(named), read(value))] + inNewScope { checkStatements(body.statements) })
        ]
      }
    }
    let oldValue = VariableDeclaration(
      name: "_old", type: variable.type, isLet: true, context: context, place: place)
    return [.bind(.variable(oldValue), read(variable))] + body(accessors.willSet, "newValue", newValue)
      + [.expression(Expression(.assign(read(variable), read(newValue)), .void, place))]
      + body(accessors.didSet, "oldValue", oldValue)
  }
}
