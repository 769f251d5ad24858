import Diagnostics
import SwiftSyntax

/// Functions as values: bound methods, arguments that are evaluated when they are needed.
extension Checker {
  /// A closure that no one has written: its parameters have the given types, `body` builds its value.
  func makeClosure(
    _ types: [Type], _ place: Place, canThrow: Bool = false, _ body: ([Expression]) -> Expression
  ) -> Expression {
    let result = solver.fresh()
    let inner = FunctionContext(parent: context, result: result)
    inner.canThrow = canThrow
    let parameters = types.enumerated().map { index, type in
      VariableDeclaration(name: "$\(index)", type: type, isLet: true, context: inner, place: place)
    }
    let closure = Closure(context: inner, parameters: parameters)
    inNewScope(context: inner) {
      let value = body(parameters.map { Expression(.variable($0), $0.type, place) })
      closureResults.insert(ObjectIdentifier(value))
      solver.add(.conversion(value, to: result, because: .result))
      closure.statements = [.returnValue(value, place)]
      closure.isChecked = true
    }
    let type = FunctionType(
      parameters: types.map { FunctionType.Parameter(type: $0) }, result: result, canThrow: canThrow)
    return Expression(.closure(closure), .function(type), place)
  }

  // MARK: Methods

  /// `base.method` as a value: a closure that keeps the base and calls its method.
  func boundMethod(_ expression: Expression, _ reference: FunctionReference, _ base: Expression) -> Expression
  {
    guard case .function(let type) = expression.type else { return failed(expression.place) }
    let place = expression.place
    guard !reference.declaration.isMutating else {
      report(
        "method.mutating", place,
        "'\(reference.declaration.name)' changes the value that it is called on and cannot be a value itself")
      return failed(place)
    }
    noteUse(of: reference.declaration)
    var shape = type
    shape.canThrow = reference.declaration.canThrow
    shape.thrown = reference.declaration.thrown
    let made = forwarding(shape, place, keeping: base) { arguments in
      let call = Expression(.call(reference, arguments), type.result, place)
      call.canThrow = reference.declaration.canThrow
      return call
    }
    expression.kind = made.kind
    return expression
  }

  /// A settled closure that passes its arguments on, behind a value that it keeps where there is one.
  func forwarding(
    _ type: FunctionType, _ place: Place, keeping kept: Expression? = nil,
    _ body: ([Expression]) -> Expression
  ) -> Expression {
    let inner = FunctionContext(parent: context, result: type.result)
    inner.canThrow = type.canThrow
    inner.thrown = type.thrown
    let parameters = type.parameters.enumerated().map { index, parameter in
      let variable = VariableDeclaration(
        name: "$\(index)", type: parameter.type, isLet: !parameter.isInout, context: inner, place: place)
      variable.isInout = parameter.isInout
      return variable
    }
    let closure = Closure(context: inner, parameters: parameters)
    closure.isForwarding = true
    var arguments: [Expression] = []
    if let kept {
      let own = VariableDeclaration(
        name: "_kept", type: kept.type, isLet: true, context: context, place: place)
      own.isCaptured = true
      inner.capture(own)
      closure.captureList = [(own, kept)]
      arguments.append(Expression(.variable(own), own.type, place))
    }
    for parameter in parameters {
      let value = Expression(.variable(parameter), parameter.type, place)
      arguments.append(
        parameter.isInout ? Expression(.inoutReference(value), parameter.type, place) : value)
    }
    let outer = context
    context = inner
    let value = body(arguments)
    context = outer
    closure.statements = type.result.isVoid ? [.expression(value)] : [.returnValue(value, place)]
    closure.isChecked = true
    return Expression(.closure(closure), .function(type), place)
  }

  /// `Type.method`: a function from a value of the type to its method.
  func unappliedMethod(
    _ type: Type, _ name: String, _ namePlace: Place, _ place: Place, _ labels: [String?]?
  ) -> Expression {
    makeClosure([type], place) { values in
      self.member(of: values[0], name, namePlace, arguments: nil, whole: place, labels: labels)
    }
  }

  /// `Type.method(value)(…)`: the method of a value, called with the labels of its declaration. Nil for other calls.
  func buildUnapplied(
    _ callee: ExprSyntax, _ place: Place, _ arguments: () -> [CallSite.Argument]
  ) -> Expression? {
    guard let call = callee.as(FunctionCallExprSyntax.self), call.trailingClosure == nil,
      call.arguments.count == 1, let argument = call.arguments.first, argument.label == nil,
      let access = call.calledExpression.as(MemberAccessExprSyntax.self), let base = access.base,
      let type = typeNamed(by: base), typeNamed(by: call.calledExpression) == nil
    else { return nil }
    let name = plain(access.declName.baseName)
    let members = members(of: type, named: name)
    guard hasMethod(members), !members.contains(where: isStaticFunction) else { return nil }
    let value = build(argument.expression)
    solver.add(.conversion(value, to: type, because: .initialization))
    return member(
      of: Expression(.tuple([value]), type, value.place), name, self.place(access.declName),
      arguments: arguments(), whole: place, labels: labels(behind: access.declName))
  }

  private func isStaticFunction(_ member: Declaration) -> Bool {
    if case .function(let function) = member { return !function.isInstanceMember }
    return false
  }

  // MARK: Arguments that are evaluated later

  /// Notes the labels of the parameters of a function that take an `@autoclosure`.
  func noteAutoclosures(_ function: FunctionDeclaration) {
    for parameter in function.parameters where parameter.isAutoclosure {
      library.noteAutoclosure(parameter.label ?? "_", of: function)
    }
  }

  /// Builds an argument; in a frame of its own where a function of that name may take it as an `@autoclosure`.
  func buildArgument(_ syntax: ExprSyntax, _ label: String?, of name: String?) -> CallSite.Argument {
    guard let name, library.autoclosures[name]?.contains(label ?? "_") ?? false,
      !syntax.is(InOutExprSyntax.self)
    else { return CallSite.Argument(label: label, expression: build(syntax)) }
    let inner = FunctionContext(parent: context, result: solver.fresh())
    let expression = inNewScope(context: inner) { build(syntax) }
    return CallSite.Argument(label: label, expression: expression, autoclosure: inner)
  }

  /// The name that a call's callee is known by.
  func calledName(_ callee: ExprSyntax) -> String? {
    if let reference = callee.as(DeclReferenceExprSyntax.self) {
      let name = plain(reference.baseName)
      return library.autoclosures[name] == nil ? "init" : name
    }
    return callee.as(MemberAccessExprSyntax.self).map { plain($0.declName.baseName) }
  }

  /// The type that an argument is converted to: the result's for an `@autoclosure`.
  func argumentType(_ function: FunctionDeclaration, _ index: Int, _ type: Type) -> Type {
    if function.parameters[index].isAutoclosure, case .function(let function) = type.shallow {
      return function.result
    }
    return type
  }

  /// A settled argument as the closure that evaluates it.
  func settleAutoclosure(_ argument: CallSite.Argument, _ type: Type) -> Expression {
    guard case .function(let function) = type, let inner = argument.autoclosure else {
      return failed(argument.expression.place)
    }
    inner.result = function.result
    inner.canThrow = function.canThrow
    let outer = (context, catchers, throwCount)
    (context, catchers) = (inner, [])
    let value = coerce(settle(argument.expression), to: function.result)
    // A `rethrows` function throws only where the argument does.
    inner.canThrow = throwCount > outer.2
    (context, catchers) = (outer.0, outer.1)
    return autoclosure(value, inner, type)
  }

  /// A closure around a value.
  func autoclosure(_ value: Expression, _ inner: FunctionContext, _ type: Type) -> Expression {
    let closure = Closure(context: inner, parameters: [])
    closure.statements = inner.result.isVoid ? [.expression(value)] : [.returnValue(value, value.place)]
    closure.isChecked = true
    return Expression(.closure(closure), type, value.place)
  }
}
