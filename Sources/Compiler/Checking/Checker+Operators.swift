import Diagnostics
import SwiftSyntax

/// Operators, closures, and `if` and `switch` as values.
extension Checker {
  /// A value that is asked whether it is nil, once its type is known; one that never is is no mistake, only pointless.
  ///
  /// - Parameter consequence: What follows from that.
  func optionalOperand(_ value: Expression, _ consequence: String) -> Expression {
    if library.wrapped(value.type) != nil || value.type.hasError { return value }
    if source != 0 {
      report(
        "optional.never", value.place, "this is never nil: \(consequence)", severity: .warning)
    }
    return Expression(.wrap(value), library.optional(of: value.type), value.place)
  }

  /// Whether an expression is an element of a tuple on the left of '='.
  func isPartOfTarget(_ syntax: ExprSyntax) -> Bool {
    guard let list = syntax.parent?.parent, let tuple = list.parent?.as(TupleExprSyntax.self),
      let whole = tuple.parent
    else { return false }
    if let infix = whole.as(InfixOperatorExprSyntax.self) {
      return infix.operator.is(AssignmentExprSyntax.self) && infix.leftOperand.id == tuple.id
    }
    return isPartOfTarget(ExprSyntax(tuple))
  }

  func buildInfix(_ infix: InfixOperatorExprSyntax, _ place: Place) -> Expression {
    if infix.operator.is(AssignmentExprSyntax.self) {
      if infix.leftOperand.is(DiscardAssignmentExprSyntax.self) {
        return Expression(.discard(build(infix.rightOperand)), .void, place)
      }
      if let made = firstAssignment(to: infix.leftOperand, infix.rightOperand, place) { return made }
      return chainedAssignment(infix.leftOperand, place) {
        let target = build(infix.leftOperand)
        let value = build(infix.rightOperand)
        solver.add(.conversion(value, to: target.type, because: .assignment))
        return Expression(.assign(target, value), .void, place)
      }
    }
    guard let operatorSyntax = infix.operator.as(BinaryOperatorExprSyntax.self) else {
      if infix.operator.is(ArrowExprSyntax.self) {
        return failing(
          "operator.arrow", self.place(infix.operator),
          "'->' stands in the type of a function; a function without a name is written '{ x in … }'")
      }
      return failingUnsupported(ExprSyntax(infix), "this operator")
    }
    let name = operatorSyntax.operator.text
    switch name {
    case "&&", "||":
      let left = build(infix.leftOperand)
      if !library.candidates(ofOperator: name, taking: 2).isEmpty, case .nominal = solver.head(left.type),
        left.type != library.bool
      {
        // One of the author's own.
        let arguments = [
          CallSite.Argument(label: nil, expression: left), buildArgument(infix.rightOperand, nil, of: name),
        ]
        return operation(name, arguments, at: self.place(operatorSyntax), whole: place)
      }
      let right = build(infix.rightOperand)
      solver.add(.conversion(left, to: library.bool, because: .condition))
      solver.add(.conversion(right, to: library.bool, because: .condition))
      return Expression(name == "&&" ? .and(left, right) : .or(left, right), library.bool, place)
    case "??":
      let left = build(infix.leftOperand)
      let right = build(infix.rightOperand)
      let wrapped = solver.fresh()
      solver.add(.unwrap(left, to: wrapped, mayBePlain: true))
      let result = solver.fresh()
      solver.add(.coalesce(right, wrapped: wrapped, to: result))
      return Expression(.coalesce(left, right), result, place)
    case "==", "!=":
      for (value, other) in [
        (infix.leftOperand, infix.rightOperand), (infix.rightOperand, infix.leftOperand),
      ]
      where other.is(NilLiteralExprSyntax.self) {
        let tested = build(value)
        if tested.type.isVoid { becomeOptional(tested) }
        solver.add(.unwrap(tested, to: solver.fresh(), mayBePlain: true))
        return Expression(.isNil(tested, negated: name == "!="), library.bool, place)
      }
    default: break
    }
    let isAssignment = name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(name)
    guard isAssignment else {
      return operation(
        name, [infix.leftOperand, infix.rightOperand], at: self.place(operatorSyntax), whole: place)
    }
    return chainedAssignment(infix.leftOperand, place) {
      operation(name, [infix.leftOperand, infix.rightOperand], at: self.place(operatorSyntax), whole: place)
    }
  }

  func buildPrefix(_ prefix: PrefixOperatorExprSyntax) -> Expression {
    let place = place(prefix)
    let name = prefix.operator.text
    if name == "-" {
      if let literal = prefix.expression.as(IntegerLiteralExprSyntax.self) {
        return Expression(
          .integer(literal.literal.text, isNegative: true), solver.fresh(.integer, at: place), place)
      }
      if let literal = prefix.expression.as(FloatLiteralExprSyntax.self) {
        let inner = build(ExprSyntax(literal))
        if case .double(let value) = inner.kind { return Expression(.double(-value), inner.type, place) }
      }
    }
    return operation(name, [prefix.expression], at: self.place(prefix.operator), whole: place)
  }

  func operation(_ name: String, _ operands: [ExprSyntax], at operatorPlace: Place, whole: Place)
    -> Expression
  {
    operation(name, operands.map { buildArgument($0, nil, of: name) }, at: operatorPlace, whole: whole)
  }

  private func operation(
    _ name: String, _ arguments: [CallSite.Argument], at operatorPlace: Place, whole: Place
  ) -> Expression {
    let candidates = library.candidates(ofOperator: name, taking: arguments.count)
    guard !candidates.isEmpty else {
      let sign = String(operatorSign(name))
      let foreign = ForeignName.operation(sign)
      return failing(
        "name.operator", operatorPlace, "there is no operator '\(sign)' here\(foreign?.hint ?? "")",
        fix: foreign?.fix(of: sign, operatorPlace))
    }
    let site = CallSite(
      name: name, namePlace: operatorPlace, candidates: candidates, arguments: arguments, isOperator: true)
    return unresolved(site, whole)
  }

  // MARK: Closures

  func buildClosure(_ syntax: ClosureExprSyntax, builder: Type? = nil) -> Expression {
    let place = place(syntax)
    let resultType: Type
    if let clause = syntax.signature?.returnClause {
      resultType = type(clause.type)
    } else {
      resultType = solver.fresh()
    }
    let inner = FunctionContext(parent: context, result: resultType)
    (inner.canThrow, inner.thrown) = throwsErrors(syntax)
    let captured = captureList(syntax.signature?.capture)
    var parameters: [VariableDeclaration] = []
    func add(_ name: String, _ type: Type, _ place: Place, isInout: Bool = false) {
      let variable = VariableDeclaration(
        name: name, type: type, isLet: !isInout, context: inner, place: place)
      variable.isInout = isInout
      parameters.append(variable)
    }
    switch syntax.signature?.parameterClause {
    case .simpleInput(let names):
      for name in names { add(name.name.text, solver.fresh(), self.place(name)) }
    case .parameterClause(let clause):
      for parameter in clause.parameters {
        var written: Type?
        var isInout = false
        if let syntax = parameter.type {
          let (inner, reference) = stripped(syntax)
          written = type(inner)
          isInout = reference
        }
        if parameter.attributes.contains(where: { wrapper(named: $0) != nil }) {
          unsupported(parameter, "a property wrapper on a parameter of a closure")
        }
        if parameter.ellipsis != nil {
          unsupported(parameter, "a variadic parameter of a closure")
          written = .error
        }
        add(
          parameter.secondName?.text ?? parameter.firstName.text, written ?? solver.fresh(),
          self.place(parameter),
          isInout: isInout)
      }
    case nil:
      let count = shorthandCount(syntax)
      for index in 0..<count { add("$\(index)", solver.fresh(), place) }
    }
    let closure = Closure(context: inner, parameters: parameters)
    closure.leavesResultOpen = syntax.signature?.returnClause == nil
    closure.captureList = captured
    let builder = builder?.mapped { part in
      guard case .parameter(let parameter) = part else { return nil }
      let found = closure.builderParameters[parameter] ?? solver.fresh()
      closure.builderParameters[parameter] = found
      return found
    }
    let type = Type.function(
      FunctionType(
        parameters: parameters.map { FunctionType.Parameter(type: $0.type, isInout: $0.isInout) },
        result: resultType, canThrow: inner.canThrow, thrown: inner.thrown))
    let expression = Expression(.closure(closure), type, place)
    inNewScope {
      inNewScope(context: inner) {
        for (variable, _) in captured { scope.parent?.declare(variable) }
        for parameter in parameters where parameter.name != "_" { scope.declare(parameter) }
        if builder == nil, let only = singleExpression(syntax.statements) {
          let body = build(only)
          closureResults.insert(ObjectIdentifier(body))
          let reason = hasReturnValue(syntax.statements) ? ConversionReason.returned : .result
          solver.add(.conversion(body, to: resultType, because: reason))
          closure.statements = [.returnValue(body, body.place)]
          closure.isChecked = true
        } else {
          solver.add(
            .closure(
              closure,
              ClosureBody(statements: syntax.statements, place: place, scope: scope, builder: builder)))
        }
      }
    }
    return expression
  }

  private func captureList(_ clause: ClosureCaptureClauseSyntax?) -> [(VariableDeclaration, Expression)] {
    (clause?.items).elements.compactMap { item in
      let value =
        item.initializer.map { build($0.value) }
        ?? buildReference(DeclReferenceExprSyntax(baseName: item.name), at: place(item.name))
      let variable = VariableDeclaration(
        name: plain(item.name), type: value.type, isLet: true, context: context, place: place(item))
      if let specifier = item.specifier?.specifier.text {
        variable.isWeak = true
        variable.isUnowned = specifier == "unowned"
        if !variable.isUnowned {
          variable.type = solver.fresh()
          solver.add(.chain(value, to: variable.type))
        }
      }
      return (variable, value)
    }
  }

  private func singleExpression(_ statements: CodeBlockItemListSyntax) -> ExprSyntax? {
    guard statements.count == 1, let only = statements.first else { return nil }
    switch only.item {
    case .expr(let expression):
      if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return nil }
      return expression
    case .stmt(let statement): return statement.as(ReturnStmtSyntax.self)?.expression
    case .decl: return nil
    }
  }

  /// One more than the largest `$n` in a closure, nested closures aside.
  private func shorthandCount(_ syntax: ClosureExprSyntax) -> Int {
    final class Finder: SyntaxVisitor {
      var count = 0
      var root: ClosureExprSyntax?
      override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        node.id == root?.id ? .visitChildren : .skipChildren
      }
      override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if case .dollarIdentifier(let text) = token.tokenKind, let index = Int(text.dropFirst()), index < 64 {
          count = max(count, index + 1)
        }
        return .skipChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    finder.root = syntax
    finder.walk(syntax)
    return finder.count
  }

  /// Checks the statements of a closure whose parameter types are known; false after an error.
  func check(_ closure: Closure, _ body: ClosureBody) -> Bool {
    let outer = (scope, context, labels, caseDepth)
    let outerErrors = (catchers, attempts, isInDefer)
    (catchers, attempts, isInDefer) = ([], [], false)
    defer {
      (scope, context, labels, caseDepth) = outer
      (catchers, attempts, isInDefer) = outerErrors
    }
    let before = diagnostics.count
    scope = Scope(parent: body.scope, context: closure.context)
    context = closure.context
    labels = []
    caseDepth = 0
    let result = closure.context.result
    let isOpen: Bool
    if case .variable = result.shallow { isOpen = true } else { isOpen = false }
    if isOpen, body.builder == nil, !hasReturnValue(body.statements), !isBranchesOnly(body.statements) {
      _ = solver.unify(result, .void)
    }
    closure.statements = checkFunctionStatements(
      body.statements, result: result, place: body.place, name: "this closure", builder: body.builder)
    closure.isChecked = true
    return !diagnostics[before...].contains { $0.severity == .error }
  }

  func hasReturnValue(_ statements: CodeBlockItemListSyntax) -> Bool {
    final class Finder: SyntaxVisitor {
      var found = false
      override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
      override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
      override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.expression != nil { found = true }
        return .skipChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(statements)
    return finder.found
  }

  // MARK: Branches as values

  /// Whether an `if` or `switch` stands where it may be a value: alone, or all that is assigned, returned or thrown.
  func mayBeValue(_ syntax: ExprSyntax) -> Bool {
    guard let parent = syntax.parent else { return true }
    if let infix = parent.as(InfixOperatorExprSyntax.self) {
      return infix.operator.is(AssignmentExprSyntax.self) && infix.rightOperand.id == syntax.id
    }
    return [
      .initializerClause, .returnStmt, .throwStmt, .codeBlockItem, .expressionStmt, .tryExpr, .asExpr,
    ].contains(parent.kind)
  }

  func failingValue(_ syntax: ExprSyntax, _ word: String) -> Expression {
    failing(
      "if.place", place(syntax),
      "'\(word)' is a value only behind '=' or 'return': give what it gives a name first")
  }

  func buildBranches(_ syntax: IfExprSyntax) -> Expression {
    let branches = Branches(place: place(syntax))
    let result = solver.fresh()
    var current: IfExprSyntax? = syntax
    while let node = current {
      current = nil
      inNewScope {
        branches.conditions.append(checkConditions(node.conditions))
        addBranch(node.body.statements, to: branches, result)
      }
      switch node.elseBody {
      case .ifExpr(let next): current = next
      case .codeBlock(let block): inNewScope { addBranch(block.statements, to: branches, result) }
      case nil:
        return failing("if.else", branches.place, "'if' used as a value needs an 'else'")
      }
    }
    return Expression(.branches(branches), result, branches.place)
  }

  func buildBranches(_ syntax: SwitchExprSyntax) -> Expression {
    let branches = Branches(place: place(syntax))
    let result = solver.fresh()
    let subject = check(syntax.subject)
    let variable = VariableDeclaration(
      name: "_subject", type: subject.type, isLet: true, context: context, place: subject.place)
    branches.subject = (subject, variable)
    for switchCase in Self.active(syntax.cases) {
      inNewScope {
        branches.patterns.append(casePatterns(switchCase, variable))
        addBranch(switchCase.statements, to: branches, result)
      }
    }
    checkExhaustive(branches.patterns, subject.type, branches.place)
    return Expression(.branches(branches), result, branches.place)
  }

  private func addBranch(_ statements: CodeBlockItemListSyntax, to branches: Branches, _ result: Type) {
    guard statements.count == 1, let only = statements.first else {
      let place = statements.isEmpty ? branches.place : place(statements)
      branches.values.append(
        failing(
          "if.value", place, "each branch of 'if' or 'switch' used as a value must be a single expression"))
      return
    }
    let value: Expression
    switch only.item {
    case .expr(let expression): value = build(expression)
    case .stmt(let statement):
      if let inner = statement.as(ExpressionStmtSyntax.self) {
        value = build(inner.expression)
      } else if let leaving = statement.as(ThrowStmtSyntax.self) {
        let place = place(statement)
        branches.leaving[branches.values.count] = [checkThrow(leaving)]
        branches.values.append(Expression(.tuple([]), .void, place))
        return
      } else {
        value = failing("if.value", place(statement), "each branch must be a single expression")
      }
    case .decl(let declaration):
      value = failing("if.value", place(declaration), "each branch must be a single expression")
    }
    solver.add(.conversion(value, to: result, because: .alternative))
    branches.values.append(value)
  }
}
