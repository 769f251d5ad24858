/// Whether statements are left before their end: what must not be missing after them.
extension Checker {
  /// Whether control never reaches the end of the statements.
  func terminates(_ statements: [Statement]) -> Bool { statements.contains(where: terminates) }

  private func terminates(_ statement: Statement) -> Bool {
    switch statement {
    case .returnValue, .breakLoop, .continueLoop, .fallthroughCase, .throwError: true
    case .doCatch(let body, _, let handler, let label):
      terminates(body) && terminates(handler) && !breaks(body, label) && !breaks(handler, label)
    case .deferred: false
    case .expression(let expression): isNever(expression)
    case .block(let body): terminates(body)
    case .ifElse(let statement):
      statement.conditions.isEmpty || isAlways(true, statement.conditions)
        ? terminates(statement.thenBody) && !breaks(statement.thenBody, statement.label)
        : statement.elseBody.map {
          terminates($0) && (isAlways(false, statement.conditions) || terminates(statement.thenBody))
            && !breaks($0 + statement.thenBody, statement.label)
        } ?? false
    case .switchCase(let statement):
      statement.cases.allSatisfy { terminates($0.body) && !breaks($0.body, statement.label) }
    case .whileLoop(let label, let conditions, let body):
      isAlways(true, conditions) && !breaks(body, label)
    case .repeatLoop(let label, let body, let condition):
      isAlways(true, [.boolean(condition)]) && !breaks(body, label)
    case .bind(_, let value): isNever(value)
    case .declare, .guardElse, .forIn: false
    }
  }

  /// Whether an expression is a call that does not come back.
  func isNever(_ expression: Expression) -> Bool {
    if case .call(let reference, _) = expression.kind { return reference.declaration.result == library.never }
    return false
  }

  private func isAlways(_ value: Bool, _ conditions: [Condition]) -> Bool {
    guard conditions.count == 1, case .boolean(let condition) = conditions[0],
      case .boolean(value) = condition.kind
    else { return false }
    return true
  }

  private func breaks(_ statements: [Statement], _ label: LoopLabel) -> Bool {
    statements.contains { statement in
      if case .breakLoop(let target) = statement { return target === label }
      return statement.bodies.contains { breaks($0, label) }
    }
  }
}
