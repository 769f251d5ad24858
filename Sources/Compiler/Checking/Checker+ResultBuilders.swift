import Diagnostics
import SwiftSyntax

/// Bodies that a result builder puts together: each statement is a component, and `buildBlock` makes one of all.
extension Checker {
  /// The result builder among attributes, if any.
  func resultBuilder(among attributes: AttributeListSyntax) -> Type? {
    for case .attribute(let attribute) in attributes {
      guard let name = attribute.attributeName.as(IdentifierTypeSyntax.self),
        case .nominal(let declaration, _)? = lookUpType(name.name.text, nil, at: place(name)),
        declaration.isResultBuilder
      else { continue }
      return type(attribute.attributeName)
    }
    return nil
  }

  /// Notes which parameters of a function take closures that a result builder puts together.
  func noteResultBuilders(_ parameters: FunctionParameterListSyntax, of function: FunctionDeclaration) {
    for syntax in parameters {
      guard let builder = resultBuilder(among: syntax.attributes) else { continue }
      let name = function.kind == .initializer ? function.owner?.name ?? "init" : function.name
      let first = plain(syntax.firstName)
      library.resultBuilders[name, default: [:]][first] = builder
    }
  }

  /// The builder for a closure that is an argument of a call; for a trailing closure there is no label.
  func resultBuilder(ofCallTo callee: ExprSyntax, _ label: String?) -> Type? {
    guard !library.resultBuilders.isEmpty else { return nil }
    let called = callee.as(GenericSpecializationExprSyntax.self)?.expression ?? callee
    let name = called.as(DeclReferenceExprSyntax.self) ?? called.as(MemberAccessExprSyntax.self)?.declName
    guard let name, let builders = library.resultBuilders[plain(name.baseName)] else { return nil }
    return label.map { builders[$0] } ?? (builders.count == 1 ? builders.values.first : builders["_"])
  }

  /// The statements of a body that a builder puts together.
  func builderStatements(_ items: CodeBlockItemListSyntax, _ builder: Type, result: Type, _ place: Place)
    -> [Statement]
  {
    var statements: [Statement] = []
    var value = block(items, builder, place, &statements)
    if has(builder, "buildFinalResult") { value = call(builder, "buildFinalResult", [(nil, value)], place) }
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    solver.add(.conversion(value, to: result, because: .result))
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return statements
    }
    return statements + [.returnValue(coerce(value, to: result.resolved), place)]
  }

  // MARK: Components

  /// The statements of a block and, as the value, what the builder makes of its components.
  private func block(
    _ items: CodeBlockItemListSyntax, _ builder: Type, _ place: Place, _ statements: inout [Statement]
  ) -> Expression {
    declareAll(items)
    var components: [Expression] = []
    for item in active(items) {
      switch item.item {
      case .decl(let declaration): statements += checkDeclaration(declaration)
      case .expr(let expression): components += component(expression, builder, &statements)
      case .stmt(let statement):
        if let inner = statement.as(ExpressionStmtSyntax.self) {
          components += component(inner.expression, builder, &statements)
        } else if let loop = statement.as(ForStmtSyntax.self) {
          components.append(loopComponent(loop, builder, &statements))
        } else {
          unsupported(statement, "this statement in the body of a result builder")
        }
      }
    }
    return keep(combined(components, builder, place), &statements)
  }

  private func combined(_ components: [Expression], _ builder: Type, _ place: Place) -> Expression {
    guard let first = components.first, has(builder, "buildPartialBlock") else {
      return call(builder, "buildBlock", components.map { (nil, $0) }, place)
    }
    return components.dropFirst().reduce(call(builder, "buildPartialBlock", [("first", first)], place)) {
      call(builder, "buildPartialBlock", [("accumulated", $0), ("next", $1)], place)
    }
  }

  private func component(_ syntax: ExprSyntax, _ builder: Type, _ statements: inout [Statement])
    -> [Expression]
  {
    if let choice = syntax.as(IfExprSyntax.self) { return [ifComponent(choice, builder, &statements)] }
    if let choice = syntax.as(SwitchExprSyntax.self) {
      return [switchComponent(choice, builder, &statements)]
    }
    if let infix = syntax.as(InfixOperatorExprSyntax.self), isAssignment(infix.operator) {
      statements.append(.expression(check(syntax)))
      return []
    }
    let place = place(syntax)
    let value =
      has(builder, "buildExpression")
      ? call(builder, "buildExpression", place) {
        [CallSite.Argument(label: nil, expression: self.build(syntax))]
      } : check(syntax)
    return [keep(value, &statements)]
  }

  private func ifComponent(_ syntax: IfExprSyntax, _ builder: Type, _ statements: inout [Statement])
    -> Expression
  {
    let place = place(syntax)
    var branches: [(conditions: [Condition], body: [Statement], value: Expression)] = []
    func add(_ conditions: ConditionElementListSyntax, _ body: CodeBlockSyntax) {
      inNewScope {
        let conditions = checkConditions(conditions)
        var inner: [Statement] = []
        let value = inNewScope { block(body.statements, builder, place, &inner) }
        branches.append((conditions, inner, value))
      }
    }
    var current: IfExprSyntax? = syntax
    var isOptional = true
    while let node = current {
      current = nil
      add(node.conditions, node.body)
      switch node.elseBody {
      case .ifExpr(let next): current = next
      case .codeBlock(let body):
        isOptional = false
        add([], body)
      case nil: break
      }
    }
    let values = branches.enumerated().map { choice($1.value, $0, among: branches.count, builder, place) }
    guard let type = values.first?.type else { return failed(place) }
    let chosen = variable(isOptional ? library.optional(of: type) : type, place)
    var rest = isOptional ? [assign(Expression(.none, chosen.type, place), to: chosen)] : []
    for (branch, value) in zip(branches, values).reversed() {
      let body = branch.body + [assign(value, to: chosen)]
      if branch.conditions.isEmpty {
        rest = body
        continue
      }
      rest = [
        .ifElse(
          IfStatement(
            conditions: branch.conditions, thenBody: body, elseBody: rest,
            label: LoopLabel(name: nil, isLoop: false), place: place))
      ]
    }
    statements += [.declare(chosen)] + rest
    let value = Expression(.variable(chosen), chosen.type, place)
    return isOptional ? keep(call(builder, "buildOptional", [(nil, value)], place), &statements) : value
  }

  /// A case's value as one choice among several.
  private func choice(_ value: Expression, _ index: Int, among count: Int, _ builder: Type, _ place: Place)
    -> Expression
  {
    sides(of: index, among: count).reduce(value) { call(builder, "buildEither", [($1, $0)], place) }
  }

  private func switchComponent(_ syntax: SwitchExprSyntax, _ builder: Type, _ statements: inout [Statement])
    -> Expression
  {
    let place = place(syntax)
    let subject = check(syntax.subject)
    let matched = VariableDeclaration(
      name: "_subject", type: subject.type, isLet: true, context: context, place: subject.place)
    let all = Self.active(syntax.cases)
    var chosen: VariableDeclaration?
    let cases = all.enumerated().map { index, found in
      inNewScope {
        let patterns = casePatterns(found, matched)
        var body: [Statement] = []
        let inner = inNewScope { block(found.statements, builder, place, &body) }
        let value = choice(inner, index, among: all.count, builder, place)
        let target = chosen ?? variable(value.type, place)
        chosen = target
        return SwitchStatement.Case(patterns: patterns, body: body + [assign(value, to: target)])
      }
    }
    checkExhaustive(cases.map(\.patterns), subject.type, self.place(syntax.switchKeyword))
    guard let chosen else { return failed(place) }
    statements += [
      .declare(chosen),
      .switchCase(
        SwitchStatement(
          subject: subject, variable: matched, cases: cases, label: LoopLabel(name: "switch", isLoop: false),
          place: place)),
    ]
    return Expression(.variable(chosen), chosen.type, place)
  }

  /// Through which sides of a tree of choices a case goes, the innermost first.
  private func sides(of index: Int, among count: Int) -> [String] {
    guard count > 1 else { return [] }
    // The first side is a full tree.
    var half = 1
    while half * 2 < count { half *= 2 }
    return index < half
      ? sides(of: index, among: half) + ["first"] : sides(of: index - half, among: count - half) + ["second"]
  }

  private func loopComponent(_ syntax: ForStmtSyntax, _ builder: Type, _ statements: inout [Statement])
    -> Expression
  {
    let place = place(syntax)
    let parts = variable(.error, place)
    let loop = checkFor(syntax, LoopLabel(name: nil)) { body in
      var inner: [Statement] = []
      let part = self.block(body.statements, builder, place, &inner)
      parts.type = self.library.array(of: part.type)
      let append = self.call(place) {
        self.member(
          of: Expression(.variable(parts), parts.type, place), "append", place,
          arguments: [CallSite.Argument(label: nil, expression: part)], whole: place)
      }
      return inner + [.expression(append)]
    }
    statements += [
      .bind(.variable(parts), Expression(.array([]), parts.type, place)), loop,
    ]
    let value = Expression(.variable(parts), parts.type, place)
    return keep(call(builder, "buildArray", [(nil, value)], place), &statements)
  }

  // MARK: Calls

  private func has(_ builder: Type, _ name: String) -> Bool { !members(of: builder, named: name).isEmpty }

  private func variable(_ type: Type, _ place: Place) -> VariableDeclaration {
    let variable = VariableDeclaration(
      name: "_component", type: type, isLet: false, context: context, place: place)
    variable.isInitialized = true
    return variable
  }

  /// A value in a variable, so that it is evaluated where it stands.
  private func keep(_ value: Expression, _ statements: inout [Statement]) -> Expression {
    let kept = variable(value.type, value.place)
    statements.append(.bind(.variable(kept), value))
    return Expression(.variable(kept), kept.type, value.place)
  }

  private func assign(_ value: Expression, to variable: VariableDeclaration) -> Statement {
    let target = Expression(.variable(variable), variable.type, value.place)
    return .expression(Expression(.assign(target, coerce(value, to: variable.type)), .void, value.place))
  }

  private func call(
    _ builder: Type, _ name: String, _ arguments: [(label: String?, Expression)], _ place: Place
  )
    -> Expression
  {
    call(builder, name, place) { arguments.map { CallSite.Argument(label: $0.label, expression: $0.1) } }
  }

  private func call(_ builder: Type, _ name: String, _ place: Place, _ arguments: () -> [CallSite.Argument])
    -> Expression
  {
    call(place) {
      self.member(
        of: Expression(.type(builder), .metatype(builder), place), name, place, arguments: arguments(),
        whole: place)
    }
  }

  /// Solves a call on its own.
  private func call(_ place: Place, _ build: () -> Expression) -> Expression {
    let outer = attempts
    defer { attempts = outer }
    attempts = []
    return solved(at: place, build)
  }
}
