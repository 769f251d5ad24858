/// Finds closures that would outlive what they need: parameters that are functions and not `@escaping` may only be
/// called or handed on to such parameters, and a closure that is kept captures no `inout` value and names the
/// `self` that it keeps alive.
struct Escaping {
  private let checker: Checker
  /// The closures around the expression at hand, from the outside in.
  private var closures: [(closure: Closure, escapes: Bool)] = []

  init(_ checker: Checker) { self.checker = checker }

  /// Checks the statements of a body.
  mutating func check(_ statements: [Statement]) {
    for statement in statements { check(statement) }
  }

  private mutating func check(_ statement: Statement) {
    switch statement {
    case .bind(let pattern, let value):
      if case .variable(let variable) = pattern, !variable.hasWrittenType, isNonescaping(value) {
        // Another name for the same function; a type of its own would let it be kept.
        variable.isNonescaping = true
        visit(value, escapes: false)
      } else {
        visit(value, escapes: true)
      }
    case .returnValue(let value?, _): visit(value, escapes: true)
    default: for expression in statement.expressions { visit(expression, escapes: false) }
    }
    for body in statement.bodies { check(body) }
  }

  /// Whether a value is a function that must not be kept.
  private func isNonescaping(_ value: Expression) -> Bool {
    switch value.kind {
    case .variable(let variable): variable.isNonescaping
    case .ternary(_, let first, let second): isNonescaping(first) || isNonescaping(second)
    default: false
    }
  }

  /// - Parameter escapes: Whether the value may be kept after the statement is done.
  private mutating func visit(_ expression: Expression, escapes: Bool) {
    switch expression.kind {
    case .variable(let variable):
      if escapes, variable.isNonescaping { reportKept(variable, expression.place) }
      checkSelf(variable, expression)
    case .closure(let closure): visit(closure, expression.place, escapes: escapes)
    case .function(let reference): if escapes { checkCaptures(of: reference.declaration, expression.place) }
    case .apply(let function, let arguments):
      visit(function, escapes: false)
      for argument in arguments { visit(argument, escapes: false) }
      checkReentrance(function, arguments, expression.place)
    case .call(let reference, let arguments), .make(let reference, let arguments),
      .initialize(let reference, let arguments):
      let parameters = reference.declaration.parameters
      let first = arguments.count - parameters.count
      for (index, argument) in arguments.enumerated() {
        visit(argument, escapes: index >= first && first >= 0 && !parameters[index - first].isNonescaping)
      }
    case .assign(let target, let value), .delegate(let target, let value):
      visit(target, escapes: false)
      visit(value, escapes: true)
    case .array(let parts), .dictionary(let parts), .construct(let parts):
      for part in parts { visit(part, escapes: true) }
    case .tuple(let parts):
      for part in parts { visit(part, escapes: escapes || parts.count > 1) }
    case .wrap(let inner), .erase(let inner), .castOptional(let inner, _), .castForced(let inner, _),
      .weaken(let inner):
      visit(inner, escapes: true)
    case .ternary(let condition, let first, let second):
      visit(condition, escapes: false)
      for branch in [first, second] { visit(branch, escapes: escapes) }
    case .coalesce(let left, let right):
      for side in [left, right] { visit(side, escapes: escapes) }
    case .chain(let base, _, let inner):
      visit(base, escapes: false)
      visit(inner, escapes: escapes)
    case .attempt(let inner, _), .forceUnwrap(let inner), .upcast(let inner), .unbox(let inner):
      visit(inner, escapes: escapes)
    case .block(let statements, _): check(statements)
    default: for child in expression.children { visit(child, escapes: false) }
    }
  }

  private mutating func visit(_ closure: Closure, _ place: Place, escapes: Bool) {
    for (_, value) in closure.captureList { visit(value, escapes: true) }
    if escapes { checkCaptures(closure.context, place, what: "closure") }
    closures.append((closure, escapes))
    check(closure.statements)
    closures.removeLast()
  }

  // MARK: Functions that must not be kept

  private func reportKept(_ variable: VariableDeclaration, _ place: Place) {
    checker.report(
      "closure.escaping", place,
      variable.isParameter
        ? "'\(variable.name)' may only be called here, not kept: declare the parameter with '@escaping'"
        : "'\(variable.name)' may only be called here, not kept: it stands for a parameter without '@escaping'"
    )
  }

  /// A parameter that is a function is handed to another: each might call the other again.
  private func checkReentrance(_ function: Expression, _ arguments: [Expression], _ place: Place) {
    guard case .variable(let callee) = function.kind, callee.isNonescaping else { return }
    for argument in arguments {
      guard case .variable(let variable) = argument.kind, variable.isNonescaping else { continue }
      checker.report(
        "closure.escaping", place,
        "'\(variable.name)' cannot be passed to '\(callee.name)': declare one of the two with '@escaping'")
    }
  }

  private func checkCaptures(of function: FunctionDeclaration, _ place: Place) {
    guard function.outerContext != nil, let body = function.checked else { return }
    checkCaptures(body.context, place, what: "function")
  }

  private func checkCaptures(_ context: FunctionContext, _ place: Place, what: String) {
    let captured = context.captures + context.usedFunctions.flatMap { $0.checked?.context.captures ?? [] }
    for variable in captured where variable.isInout || variable.isNonescaping {
      let message =
        if variable.isNonescaping {
          "this \(what) is kept, but it calls '\(variable.name)', a parameter without '@escaping'"
        } else if variable.name == "self" {
          "this \(what) is kept, but it uses the 'self' that this 'mutating' method changes: copy it first"
        } else {
          "this \(what) is kept, but it uses '\(variable.name)', which is 'inout' and belongs to the caller"
        }
      checker.reportFlow("closure.captures", place, message)
      return
    }
  }

  // MARK: Naming self

  /// A closure that is kept and uses members of an instance says so with `self.`.
  private func checkSelf(_ variable: VariableDeclaration, _ expression: Expression) {
    guard expression.isImplied, variable.name == "self", checker.library.isClass(variable.type),
      !closures.contains(where: { $0.closure.captureList.contains { $0.0 === variable } })
    else { return }
    let home = closures.lastIndex { $0.closure.context === variable.context }
    guard closures[(home.map { $0 + 1 } ?? 0)...].contains(where: \.escapes) else { return }
    let start = expression.place.range.lowerBound
    checker.report(
      "closure.self", expression.place,
      "this closure is kept and keeps the instance with it: write 'self.' before this name",
      fix: .init("insert 'self.'", range: start..<start, replacement: "self."))
  }
}
