import Diagnostics
import SwiftSyntax

/// Statements, in order, each with its own expressions solved before the next.
extension Checker {
  /// Checks the items of a block: functions are known before they are written, variables after.
  func checkStatements(_ items: CodeBlockItemListSyntax) -> [Statement] {
    let isTop = scope === library.cellScope
    if !isTop { declareAll(items) }
    var statements: [Statement] = []
    let all = active(items)
    for (index, item) in all.enumerated() {
      isLastItem = index == all.count - 1
      switch item.item {
      case .decl(let declaration): statements += checkDeclaration(declaration)
      case .stmt(let statement): statements += checkStatement(statement)
      case .expr(let expression): statements.append(checkExpressionStatement(expression))
      }
    }
    return statements
  }

  private func checkExpressionStatement(_ expression: ExprSyntax) -> Statement {
    if let ifExpression = expression.as(IfExprSyntax.self) { return checkIf(ifExpression, label: nil) }
    if let switchExpression = expression.as(SwitchExprSyntax.self) {
      return checkSwitch(switchExpression, label: nil)
    }
    if let first = startingClosure(expression) {
      report(
        "closure.statement", place(first),
        "a statement cannot begin with a closure: give it a name, or write 'do { … }' for a block")
    }
    let isShown = isLastItem && context.isTop && !isProgram && scope === library.cellScope
    let checked = check(expression)
    if case .none = checked.kind, !checked.type.hasError {
      return .expression(
        failing(
          "type.ambiguous", checked.place, "this 'nil' is given to nothing: is 'return' missing before it?"))
    }
    if !isShown, source != 0 {
      reportUnusedFunction(checked)
      warnUnused(checked)
      if let owner = lazyOwner(of: checked) {
        return .expression(Expression(.discard(owner), .void, checked.place))
      }
    }
    return .expression(checked)
  }

  /// The value of which an expression reads a lazy property: a statement that does only that leaves it unread.
  private func lazyOwner(of expression: Expression) -> Expression? {
    guard case .call(let reference, let arguments) = expression.kind, reference.declaration.kind == .getter,
      let owner = reference.declaration.owner, owner.members["__lazy_" + reference.declaration.name] != nil
    else { return nil }
    if case .inoutReference(let inner)? = arguments.first?.kind { return inner }
    return arguments.first
  }

  /// The closure that an expression begins with.
  private func startingClosure(_ expression: ExprSyntax) -> ClosureExprSyntax? {
    if let closure = expression.as(ClosureExprSyntax.self) { return closure }
    return expression.as(FunctionCallExprSyntax.self)?.calledExpression.as(ClosureExprSyntax.self)
  }

  private func checkStatement(_ statement: StmtSyntax, label: TokenSyntax? = nil) -> [Statement] {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      report("limit.nesting", place(statement), "these statements are nested too deeply")
      return []
    }
    switch statement.as(StmtSyntaxEnum.self) {
    case .expressionStmt(let inner):
      if let ifExpression = inner.expression.as(IfExprSyntax.self) {
        return [checkIf(ifExpression, label: label)]
      }
      if let switchExpression = inner.expression.as(SwitchExprSyntax.self) {
        return [checkSwitch(switchExpression, label: label)]
      }
      return [checkExpressionStatement(inner.expression)]
    case .labeledStmt(let labelled):
      if labels.contains(where: { $0.name == labelled.label.text }) {
        report(
          "label.redeclared", place(labelled.label),
          "a statement around is labelled '\(labelled.label.text)' already: take another name")
      }
      return checkStatement(labelled.statement, label: labelled.label)
    case .guardStmt(let syntax): return [checkGuard(syntax)]
    case .whileStmt(let syntax):
      let loop = LoopLabel(name: label?.text)
      return [
        inNewScope {
          let conditions = checkConditions(syntax.conditions)
          return .whileLoop(label: loop, conditions, checkLoopBody(syntax.body, loop))
        }
      ]
    case .repeatStmt(let syntax):
      let loop = LoopLabel(name: label?.text)
      let body = checkLoopBody(syntax.body, loop)
      return [
        .repeatLoop(label: loop, body, check(syntax.condition, converting: library.bool, because: .condition))
      ]
    case .forStmt(let syntax): return [checkFor(syntax, LoopLabel(name: label?.text))]
    case .returnStmt(let syntax): return [checkReturn(syntax)]
    case .breakStmt(let syntax):
      guard let target = target(syntax.label, place(syntax), word: "break", loopsOnly: false) else {
        return []
      }
      return [.breakLoop(target)]
    case .continueStmt(let syntax):
      guard let target = target(syntax.label, place(syntax), word: "continue", loopsOnly: true) else {
        return []
      }
      return [.continueLoop(target)]
    case .fallThroughStmt(let syntax):
      guard caseDepth > 0, !isLastCase else {
        report(
          "fallthrough.outside", place(syntax),
          caseDepth > 0
            ? "'fallthrough' in the last case has no case to go on with"
            : "'fallthrough' can stand only in a case of 'switch'")
        return []
      }
      for name in nextCaseVariables.keys.sorted() {
        report(
          "fallthrough.binding", place(syntax),
          "'fallthrough' cannot enter the next case, which binds '\(name)'")
      }
      return [.fallthroughCase]
    case .doStmt(let syntax):
      return [checkDo(syntax, label: label)]
    case .deferStmt(let syntax): return [checkDefer(syntax)]
    case .throwStmt(let syntax): return [checkThrow(syntax)]
    case .missingStmt: break
    default: unsupported(statement, "'\(statement.trimmedDescription.prefix(20))'")
    }
    return []
  }

  func checkLoopBody(_ body: CodeBlockSyntax, _ loop: LoopLabel) -> [Statement] {
    labels.append(loop)
    let depth = caseDepth
    caseDepth = 0
    defer {
      labels.removeLast()
      caseDepth = depth
    }
    return inNewScope { checkStatements(body.statements) }
  }

  private func target(_ label: TokenSyntax?, _ place: Place, word: String, loopsOnly: Bool) -> LoopLabel? {
    if let label {
      if let found = labels.last(where: { $0.name == label.text }) {
        if found.isLoop || found.isBlock || !loopsOnly { return found }
        report("label.loop", self.place(label), "'\(word)' goes on with a loop; '\(label.text)' is none")
        return nil
      }
      report("label.unknown", self.place(label), "no loop around is labelled '\(label.text)'")
      return nil
    }
    // Without a label, `break` leaves a loop or a `switch`, but not an `if`.
    if let found = labels.last(where: { $0.isLoop || !loopsOnly && $0.name == "switch" }) { return found }
    report(
      "loop.outside", place,
      "'\(word)' can stand only in a loop\(loopsOnly ? "" : " or in a case of 'switch'")")
    return nil
  }

  private func checkReturn(_ syntax: ReturnStmtSyntax) -> Statement {
    let place = place(syntax)
    guard !context.isTop else {
      report("return.outside", place, "'return' can stand only in a function")
      return .block([])
    }
    guard !isInDefer else {
      report("return.deferred", place, "'return' cannot leave the body of a 'defer'")
      return .block([])
    }
    if let initializer = context.initializer { return checkReturn(syntax, from: initializer, place) }
    let result = context.result
    guard let expression = syntax.expression else {
      if !result.resolved.isVoid, !unifyOutside(result, .void) {
        report("return.value", place, "this function must return \(article(result.resolved))")
      }
      return .returnValue(nil, place)
    }
    if result.isVoid {
      let value = check(expression)
      if !value.type.isVoid, !value.type.hasError {
        report(
          "return.value", value.place,
          "this function returns nothing; declare its result with '-> \(value.type)'")
      }
      return value.type.isVoid
        ? .block([.expression(value), .returnValue(nil, place)]) : .returnValue(nil, place)
    }
    if let function = context.opaque, !result.hasVariables { return checkOpaque(expression, function, place) }
    return .returnValue(check(expression, converting: result, because: .result), place)
  }

  /// A further `return` in a function whose result is `some` type: it gives the same type as the first.
  private func checkOpaque(_ syntax: ExprSyntax, _ function: FunctionDeclaration, _ place: Place) -> Statement
  {
    let value = check(syntax)
    let (first, second) = (function.result.resolved, value.type)
    if first != second, !first.hasError, !second.hasError, second != library.never {
      report(
        "type.opaque", function.place,
        "'\(function.name)' has a result of one type: here it returns \(article(first)), there \(article(second))",
        notes: [note("this is \(article(second))", value.place)])
    }
    return .returnValue(coerce(value, to: first), place)
  }

  /// Makes two types one outside of an expression.
  private func unifyOutside(_ left: Type, _ right: Type) -> Bool { Solver(self).unify(left, right) }

  private func checkGuard(_ syntax: GuardStmtSyntax) -> Statement {
    // What `guard` binds lives on in the scope around; its `else` does not see it.
    let outer = scope
    let bindings = Scope(parent: outer, context: context)
    scope = bindings
    let conditions = checkConditions(syntax.conditions)
    scope = outer
    let body = inNewScope { checkStatements(syntax.body.statements) }
    if !terminates(body) {
      report(
        "guard.falls", place(syntax.body.rightBrace),
        "the 'else' of 'guard' must leave: with 'return', 'break', 'continue' or 'fatalError'")
    }
    // What it binds hides a variable of that name from there on.
    for name in bindings.variables.keys.sorted() {
      if let variable = bindings.variables[name] { declare(variable, mayHide: true) }
    }
    return .guardElse(conditions, body)
  }

  func checkConditions(_ list: ConditionElementListSyntax) -> [Condition] {
    list.compactMap { element in
      switch element.condition {
      case .expression(let expression):
        if let infix = expression.as(InfixOperatorExprSyntax.self),
          infix.operator.is(AssignmentExprSyntax.self)
        {
          let sign = place(infix.operator)
          if let name = infix.leftOperand.as(DeclReferenceExprSyntax.self),
            lookUp(plain(name.baseName)) == nil,
            ![.integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr].contains(infix.rightOperand.kind)
          {
            let start = place(name).range.lowerBound
            return .boolean(
              failing(
                "condition.assignment", place(name),
                "cannot find '\(plain(name.baseName))': to name the value of an optional, write 'let' before it",
                fix: Diagnostic.Fix("insert 'let'", range: start..<start, replacement: "let ")))
          }
          return .boolean(
            failing(
              "condition.assignment", sign, "'=' assigns; to compare, write '=='",
              fix: Diagnostic.Fix("replace '=' with '=='", range: sign.range, replacement: "==")))
        }
        return .boolean(check(expression, converting: library.bool, because: .condition))
      case .optionalBinding(let binding): return checkBinding(binding)
      case .matchingPattern(let matching):
        let value = check(matching.initializer.value)
        let subject = VariableDeclaration(
          name: "_subject", type: value.type, isLet: true, context: context, place: value.place)
        return .match(matchedPattern(matching.pattern, subject), subject, value)
      case .availability(let availability):
        let isUnavailable = availability.availabilityKeyword.text == "#unavailable"
        return .boolean(
          Expression(.boolean(!isUnavailable), library.bool, place(availability)))
      }
    }
  }

  /// A pattern whose variables belong to the current scope.
  func matchedPattern(
    _ syntax: PatternSyntax, _ subject: VariableDeclaration, binding: Bool? = nil
  ) -> Pattern {
    let outer = caseVariables
    caseVariables = [:]
    defer { caseVariables = outer }
    return pattern(syntax, subject, binding: binding)
  }

  private func checkBinding(_ binding: OptionalBindingConditionSyntax) -> Condition? {
    if let pattern = binding.pattern.as(ExpressionPatternSyntax.self),
      !pattern.expression.is(TupleExprSyntax.self), !pattern.expression.is(DiscardAssignmentExprSyntax.self)
    {
      let word = binding.bindingSpecifier.text
      report(
        "optional.pattern", place(pattern),
        binding.initializer == nil
          ? "a name stands behind 'if \(word)'; what else is asked follows a comma: 'if \(word) x, x > 3'"
          : "a pattern is matched with 'case': 'if case \(word) \(pattern.trimmedDescription) = …'")
      return nil
    }
    if let initializer = binding.initializer,
      binding.pattern.is(TuplePatternSyntax.self)
        || binding.pattern.is(ExpressionPatternSyntax.self)
    {
      // `if let (a, b) = pair`: the parts of what is wrapped.
      let value = check(initializer.value)
      guard let wrapped = library.wrapped(value.type) else {
        report(
          "optional.unwrap", value.place, "there is nothing to unwrap: \(article(value.type)) is not optional"
        )
        return nil
      }
      let subject = VariableDeclaration(
        name: "_subject", type: value.type, isLet: true, context: context, place: value.place)
      let own = VariableDeclaration(
        name: "_wrapped", type: wrapped, isLet: true, context: context, place: value.place)
      let parts = matchedPattern(binding.pattern, own, binding: binding.bindingSpecifier.text == "let")
      return .match(.optional(parts), subject, value)
    }
    guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self) else {
      unsupported(binding.pattern, "this pattern in an optional binding")
      return nil
    }
    let value: Expression
    if let initializer = binding.initializer {
      value = check(
        initializer.value, converting: binding.typeAnnotation.map { library.optional(of: self.type($0.type)) }
      )
    } else {
      value = check(
        ExprSyntax(DeclReferenceExprSyntax(baseName: identifier.identifier)), at: place(identifier))
    }
    var type = Type.error
    if let wrapped = library.wrapped(value.type) {
      type = wrapped
    } else if !value.type.hasError {
      report(
        "optional.unwrap", value.place, "there is nothing to unwrap: \(article(value.type)) is not optional")
    }
    let variable = VariableDeclaration(
      name: identifier.identifier.text, type: type, isLet: binding.bindingSpecifier.text == "let",
      context: context,
      place: place(identifier))
    declare(variable)
    return .optionalBinding(variable, value)
  }

  /// A variable or property named in `if let name`.
  private func check(_ syntax: ExprSyntax, at place: Place) -> Expression {
    guard let name = syntax.as(DeclReferenceExprSyntax.self)?.baseName.text else { return failed(place) }
    switch lookUp(name) {
    case .variable(let variable):
      use(variable)
      return Expression(.variable(variable), variable.type.resolved, place)
    case .member(let own, let members):
      let outer = solver
      defer { solver = outer }
      solver = Solver(self)
      let found = member(of: own(place), name, place, arguments: nil, whole: place, among: members)
      guard solver.solve() else { return failed(place) }
      return settle(found)
    default: return unknown(name, place)
    }
  }

  private func checkIf(_ syntax: IfExprSyntax, label: TokenSyntax?) -> Statement {
    let target = LoopLabel(name: label?.text, isLoop: false)
    if label != nil { labels.append(target) }
    defer { if label != nil { labels.removeLast() } }
    // What the conditions bind is seen in the first branch only.
    let (conditions, thenBody) = inNewScope {
      let conditions = checkConditions(syntax.conditions)
      return (conditions, inNewScope { checkStatements(syntax.body.statements) })
    }
    var elseBody: [Statement]?
    switch syntax.elseBody {
    case .ifExpr(let next): elseBody = inNewScope { [checkIf(next, label: nil)] }
    case .codeBlock(let block): elseBody = inNewScope { checkStatements(block.statements) }
    case nil: break
    }
    return .ifElse(
      IfStatement(
        conditions: conditions, thenBody: thenBody, elseBody: elseBody, label: target, place: place(syntax)))
  }
}
