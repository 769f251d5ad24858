import Diagnostics
import SwiftSyntax

/// A `do` with `catch` around the statements at hand, or a `defer`.
final class Catcher {
  /// The errors that may reach it: where from, and of which type only.
  var errors: [(place: Place, thrown: Type?)] = []
  /// Whether no error may leave it.
  let isDeferred: Bool

  init(isDeferred: Bool = false) { self.isDeferred = isDeferred }
}

/// A `try` around the expression at hand.
final class AttemptMark {
  let kind: Expression.Attempt
  let place: Place
  /// Whether something in it may throw.
  var isUsed = false

  init(kind: Expression.Attempt, place: Place) {
    self.kind = kind
    self.place = place
  }
}

/// `throws`, `throw`, `try`, `catch` and `defer`.
extension Checker {
  // MARK: What may throw

  /// Notes what a declaration says of the errors that it throws.
  func readEffects(_ effects: (some EffectSpecifiersSyntax)?, of function: FunctionDeclaration) {
    guard let effects else { return }
    if let async = effects.asyncSpecifier { unsupported(async, "'async'") }
    guard let clause = effects.throwsClause else { return }
    let outer = scope
    scope = function.scope
    defer { scope = outer }
    (function.canThrow, function.thrown) = thrown(by: clause)
    function.isRethrowing = clause.throwsSpecifier.text == "rethrows"
    if function.isRethrowing, source != 0, !function.parameters.contains(where: { isThrowing($0.type) }) {
      report(
        "throw.rethrows", place(clause),
        "'rethrows' is for functions that take a function which throws: write 'throws'",
        fix: Diagnostic.Fix("write 'throws'", range: place(clause).range, replacement: "throws"))
    }
  }

  private func isThrowing(_ type: Type) -> Bool {
    if case .function(let function) = type.shallow { return function.canThrow }
    return library.wrapped(type).map(isThrowing) ?? false
  }

  /// Whether a clause lets errors through, and of which type only.
  func thrown(by clause: ThrowsClauseSyntax?) -> (canThrow: Bool, thrown: Type?) {
    guard let clause else { return (false, nil) }
    guard let syntax = clause.type else { return (true, nil) }
    let type = type(syntax)
    if type == library.never { return (false, nil) }
    if let error = library.nominal("Error"), case .nominal = type, !conforms(type, to: error) {
      report(
        "type.constraint", place(syntax), "only errors are thrown: '\(type)' does not conform to 'Error'")
    }
    return (true, isAnyError(type) ? nil : type)
  }

  /// The type `any Error`.
  var anyError: Type { library.nominal("Error").map { .existential([$0]) } ?? .error }

  private func isAnyError(_ type: Type) -> Bool { type == anyError }

  /// Whether errors leave a closure: one that is marked so, or has an error that it does not catch itself.
  func throwsErrors(_ syntax: ClosureExprSyntax) -> (canThrow: Bool, thrown: Type?) {
    if let clause = syntax.signature?.effectSpecifiers?.throwsClause { return thrown(by: clause) }
    final class Finder: SyntaxVisitor {
      var found = false
      override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
      override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
      override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        found = true
        return .skipChildren
      }
      override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark != nil { return .skipChildren }
        found = true
        return .skipChildren
      }
      override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
        guard node.catchClauses.contains(where: Checker.catchesAll) else { return .visitChildren }
        for clause in node.catchClauses { walk(clause.body) }
        return .skipChildren
      }
    }
    let finder = Finder(viewMode: .sourceAccurate)
    finder.walk(syntax.statements)
    return (finder.found, nil)
  }

  /// Whether a `catch` takes every error whatever its type.
  private static func catchesAll(_ clause: CatchClauseSyntax) -> Bool {
    clause.catchItems.isEmpty
      || clause.catchItems.contains { item in
        guard item.whereClause == nil, let pattern = item.pattern else { return false }
        if let binding = pattern.as(ValueBindingPatternSyntax.self) {
          return binding.pattern.is(IdentifierPatternSyntax.self)
            || binding.pattern.is(WildcardPatternSyntax.self)
        }
        return pattern.is(WildcardPatternSyntax.self)
      }
  }

  /// Whether a `throw` stands in a `catch`, from which a `rethrows` function may throw too.
  private func isInHandler(_ syntax: ThrowStmtSyntax) -> Bool {
    var node = Syntax(syntax).parent
    while let current = node, !current.is(FunctionDeclSyntax.self), !current.is(ClosureExprSyntax.self) {
      if current.is(CatchClauseSyntax.self) { return true }
      node = current.parent
    }
    return false
  }

  // MARK: Calls that may throw

  /// Notes that a call may throw; it must stand in a `try`.
  func noteThrow(_ call: Expression, thrown: Type?) {
    call.canThrow = true
    throwCount += 1
    guard let mark = attempts.last else {
      report(
        "throw.unmarked", call.place,
        isHandled
          ? "this call can throw: write 'try' before it"
          : "this call can throw: write 'try' before it, and handle the error")
      return
    }
    mark.isUsed = true
    if attempts.contains(where: { $0.kind != .plain }) {
      for mark in attempts where mark.kind != .plain { mark.isUsed = true }
      return
    }
    escape(mark.place, thrown: thrown)
  }

  /// Notes what a direct call throws.
  func noteThrow(
    _ call: Expression, calling function: FunctionDeclaration, _ substitution: Substitution,
    _ arguments: [Expression]
  ) {
    guard function.canThrow else { return }
    let thrown = function.thrown.map { normalized($0.substituting(substitution).resolved) }
    if thrown == library.never { return }
    // A function that stands for a type parameter is a value like others.
    let taken = zip(function.parameters, arguments.suffix(function.parameters.count))
    if function.isRethrowing, !taken.contains(where: { isFunction($0.type) && throwsWhenCalled($1) }) {
      return
    }
    noteThrow(call, thrown: thrown)
  }

  private func throwsWhenCalled(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .function(let reference): reference.declaration.canThrow && !reference.declaration.isRethrowing
    case .closure(let closure): closure.context.canThrow
    case .wrap(let inner): throwsWhenCalled(inner)
    default: throwsWhenCalled(expression.type)
    }
  }

  private func isFunction(_ type: Type) -> Bool {
    if case .function = type.shallow { return true }
    return library.wrapped(type).map(isFunction) ?? false
  }

  private func throwsWhenCalled(_ type: Type) -> Bool {
    if case .function(let function) = type.shallow { return function.canThrow }
    return library.wrapped(type).map(throwsWhenCalled) ?? false
  }

  private var isHandled: Bool { context.canThrow || context.isTop || !catchers.isEmpty }

  /// Notes that an error leaves the statements at hand.
  private func escape(_ place: Place, thrown: Type?, isNotExhaustive: Bool = false, isThrow: Bool = false) {
    if let catcher = catchers.last {
      if catcher.isDeferred {
        report("throw.deferred", place, "an error cannot leave the body of a 'defer'")
      } else {
        catcher.errors.append((place, thrown))
      }
      return
    }
    if context.canThrow {
      if let wanted = context.thrown, thrown?.resolved != wanted {
        report(
          "throw.type", place,
          "this function throws only \(article(wanted)), but here may be \(article(thrown ?? anyError))")
      }
      return
    }
    if context.isTop { return }
    report(
      "throw.unhandled", place,
      isNotExhaustive
        ? "this error is not handled, because no 'catch' around takes every error"
        : "this error is not handled: catch it, or declare the function with 'throws'")
  }

  // MARK: Try

  /// `try`, `try?` or `try!`.
  func buildTry(_ syntax: TryExprSyntax) -> Expression {
    let place = place(syntax)
    if let infix = syntax.parent?.as(InfixOperatorExprSyntax.self), infix.rightOperand.id == syntax.id,
      !isAssignment(infix.operator), infix.operator.as(UnresolvedTernaryExprSyntax.self) == nil
    {
      report("try.right", place, "'try' stands to the left of an operator and is then for both sides")
    }
    let inner = build(syntax.expression)
    switch syntax.questionOrExclamationMark?.text {
    case "?":
      let type = solver.fresh()
      solver.add(.chain(inner, to: type))
      return Expression(.attempt(inner, .optional), type, place)
    case "!": return Expression(.attempt(inner, .forced), inner.type, place)
    default: return Expression(.attempt(inner, .plain), inner.type, place)
    }
  }

  func isAssignment(_ syntax: ExprSyntax) -> Bool {
    if syntax.is(AssignmentExprSyntax.self) { return true }
    guard let name = syntax.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!=="].contains(name)
  }

  /// Settles what stands behind a `try`, and warns where nothing there throws.
  func settleAttempt(_ expression: Expression, _ inner: Expression, _ kind: Expression.Attempt) {
    let keyword = Place(
      source: expression.place.source,
      range: expression.place.range
        .lowerBound..<min(
          expression.place.range.lowerBound + 3, expression.place.range.upperBound))
    let mark = AttemptMark(kind: kind, place: keyword)
    attempts.append(mark)
    let settled = settle(inner)
    attempts.removeLast()
    if !mark.isUsed, !settled.type.hasError {
      report(
        "try.unneeded", keyword, "nothing in this 'try' can throw", severity: .warning)
    }
    expression.kind = .attempt(settled, kind)
  }

  // MARK: Throw

  /// `throw error`.
  func checkThrow(_ syntax: ThrowStmtSyntax) -> Statement {
    let place = place(syntax)
    let wanted = catchers.isEmpty ? context.thrown : nil
    // The two values of a `? :` may be errors of two types.
    let isTernary = syntax.expression.is(TernaryExprSyntax.self)
    let value = check(syntax.expression, converting: wanted ?? (isTernary ? anyError : nil))
    if value.type.hasError { return .throwError(value) }
    guard let error = library.nominal("Error"), conforms(value.type, to: error) || isAnyError(value.type)
    else {
      report(
        "throw.error", value.place, "\(article(value.type)) cannot be thrown: it does not conform to 'Error'")
      return .throwError(value)
    }
    escape(place, thrown: wanted, isThrow: true)
    if context.isRethrowing, catchers.isEmpty, !isInHandler(syntax) {
      report("throw.rethrows", place, "a 'rethrows' function throws only what its arguments throw")
    }
    return .throwError(coerce(value, to: anyError))
  }

  // MARK: Do and catch

  /// `do { … } catch … { … }`.
  func checkDo(_ syntax: DoStmtSyntax, label: TokenSyntax?) -> Statement {
    let target = LoopLabel(name: label?.text, isLoop: false, isBlock: true)
    if label != nil { labels.append(target) }
    defer { if label != nil { labels.removeLast() } }
    guard !syntax.catchClauses.isEmpty else {
      let body = inNewScope { checkStatements(syntax.body.statements) }
      guard label != nil else { return .block(body) }
      return .ifElse(
        IfStatement(
          conditions: [], thenBody: body, elseBody: nil, label: target, place: place(syntax)))
    }
    let catcher = Catcher()
    catchers.append(catcher)
    let body = inNewScope { checkStatements(syntax.body.statements) }
    catchers.removeLast()
    let place = place(syntax)
    let box = VariableDeclaration(
      name: "_error", type: anyError, isLet: true, context: context, place: place)
    let type = commonType(of: catcher, syntax)
    if catcher.errors.isEmpty {
      for clause in syntax.catchClauses {
        report(
          "catch.unreachable", self.place(clause.catchKeyword), "nothing in this 'do' throws an error",
          severity: .warning)
      }
    }
    var subject = box
    var handler: [Statement] = []
    if type != anyError {
      subject = VariableDeclaration(name: "_typed", type: type, isLet: true, context: context, place: place)
      handler.append(
        .bind(
          .variable(subject),
          Expression(.castForced(Expression(.variable(box), anyError, place), type), type, place)))
    }
    var cases = syntax.catchClauses.map { checkCatch($0, subject) }
    let patterns = cases.map(\.patterns)
    if !isExhaustive(patterns, type) {
      for error in catcher.errors { escape(error.place, thrown: error.thrown, isNotExhaustive: true) }
      let again = Expression(.variable(box), anyError, place)
      cases.append(SwitchStatement.Case(patterns: [(.any, nil)], body: [.throwError(again)]))
    }
    handler.append(
      .switchCase(
        SwitchStatement(
          subject: Expression(.variable(subject), type, place),
          variable: VariableDeclaration(
            name: "_caught", type: type, isLet: true, context: context, place: place),
          cases: cases, label: LoopLabel(name: nil, isLoop: false), place: place)))
    return .doCatch(body, box, handler, label: target)
  }

  /// The type of `error` in the clauses of a `catch`: the one type of all that is thrown, or `any Error`.
  private func commonType(of catcher: Catcher, _ syntax: DoStmtSyntax) -> Type {
    if let written = syntax.throwsClause?.type { return type(written) }
    guard let first = catcher.errors.first?.thrown,
      catcher.errors.allSatisfy({ $0.thrown?.resolved == first.resolved })
    else { return anyError }
    return first.resolved
  }

  private func checkCatch(_ syntax: CatchClauseSyntax, _ subject: VariableDeclaration)
    -> SwitchStatement.Case
  {
    inNewScope {
      let outer = caseVariables
      caseVariables = [:]
      defer { caseVariables = outer }
      var patterns: [(pattern: Pattern, condition: Expression?)] = []
      if syntax.catchItems.isEmpty || syntax.catchItems.allSatisfy({ $0.pattern == nil }) {
        let error = VariableDeclaration(
          name: "error", type: subject.type, isLet: true, context: context,
          place: place(syntax.catchKeyword))
        declare(error)
        patterns.append((.variable(error), nil))
      }
      for item in syntax.catchItems {
        guard let written = item.pattern else { continue }
        let found = pattern(written, subject)
        let condition = item.whereClause.map {
          check($0.condition, converting: library.bool, because: .condition)
        }
        patterns.append((found, condition))
      }
      return SwitchStatement.Case(
        patterns: patterns, body: inNewScope { checkStatements(syntax.body.statements) })
    }
  }

  // MARK: Defer

  /// `defer { … }`: nothing in it may leave it.
  func checkDefer(_ syntax: DeferStmtSyntax) -> Statement {
    let outer = (labels, caseDepth, isInDefer)
    labels = []
    caseDepth = 0
    isInDefer = true
    catchers.append(Catcher(isDeferred: true))
    defer {
      catchers.removeLast()
      (labels, caseDepth, isInDefer) = outer
    }
    return .deferred(inNewScope { checkStatements(syntax.body.statements) })
  }
}
