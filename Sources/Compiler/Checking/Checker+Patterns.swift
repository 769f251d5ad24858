import Diagnostics
import SwiftSyntax

/// `switch` and the patterns of its cases.
extension Checker {
  func checkSwitch(_ syntax: SwitchExprSyntax, label: TokenSyntax?) -> Statement {
    let place = place(syntax)
    let subject = check(syntax.subject)
    let variable = VariableDeclaration(
      name: "_subject", type: subject.type, isLet: true, context: context, place: subject.place)
    // `break` leaves the switch; a label of its own may name it.
    let target = LoopLabel(name: label?.text ?? "switch", isLoop: false)
    var cases: [SwitchStatement.Case] = []
    for item in syntax.cases {
      guard case .switchCase(let switchCase) = item else {
        unsupported(item, "'#if' in 'switch'")
        continue
      }
      inNewScope {
        let patterns = casePatterns(switchCase, variable)
        let breakTarget = label == nil ? target : LoopLabel(name: "switch", isLoop: false)
        labels.append(target)
        if breakTarget !== target { labels.append(breakTarget) }
        caseDepth += 1
        let outerLast = isLastCase
        isLastCase = item.id == syntax.cases.last?.id
        let body = inNewScope { checkStatements(switchCase.statements) }
        isLastCase = outerLast
        caseDepth -= 1
        labels.removeLast(breakTarget === target ? 1 : 2)
        if switchCase.statements.isEmpty {
          report(
            "switch.empty", self.place(switchCase),
            "this case holds no statement; write 'break' to do nothing")
        }
        cases.append(SwitchStatement.Case(patterns: patterns, body: body))
      }
    }
    checkExhaustive(cases.map(\.patterns), subject.type, self.place(syntax.switchKeyword))
    return .switchCase(
      SwitchStatement(subject: subject, variable: variable, cases: cases, label: target, place: place))
  }

  /// The patterns of a case, whose variables are declared in the current scope.
  func casePatterns(_ syntax: SwitchCaseSyntax, _ subject: VariableDeclaration)
    -> [(pattern: Pattern, condition: Expression?)]
  {
    let outer = caseVariables
    caseVariables = [:]
    defer { caseVariables = outer }
    switch syntax.label {
    case .default: return [(.any, nil)]
    case .case(let label):
      return label.caseItems.map { item in
        let found = pattern(item.pattern, subject)
        let condition = item.whereClause.map {
          check($0.condition, converting: library.bool, because: .condition)
        }
        return (found, condition)
      }
    }
  }

  /// A pattern that the value of `subject` is matched against.
  ///
  /// - Parameter binding: Whether names in it are new variables: nil where they are not, else whether they are `let`.
  func pattern(_ syntax: PatternSyntax, _ subject: VariableDeclaration, binding: Bool? = nil) -> Pattern {
    switch syntax.as(PatternSyntaxEnum.self) {
    case .wildcardPattern: return .any
    case .valueBindingPattern(let inner):
      return pattern(inner.pattern, subject, binding: inner.bindingSpecifier.text == "let")
    case .identifierPattern(let identifier):
      return bindCase(identifier.identifier.text, subject.type, place(identifier), isLet: binding ?? true)
    case .tuplePattern(let tuple):
      return partsPattern(
        tuple.elements.map { element in { self.pattern(element.pattern, $0, binding: binding) } }, subject,
        place(syntax))
    case .expressionPattern(let inner): return pattern(of: inner.expression, subject, binding)
    case .isTypePattern: unsupported(syntax, "'is' in a pattern")
    case .missingPattern: break
    }
    return .any
  }

  /// Matches each part of a tuple with a pattern of its own.
  private func partsPattern(
    _ parts: [(VariableDeclaration) -> Pattern], _ subject: VariableDeclaration, _ place: Place
  ) -> Pattern {
    guard case .tuple(let elements) = subject.type, elements.count == parts.count else {
      if !subject.type.hasError {
        report(
          "pattern.tuple", place, "this pattern of \(parts.count) parts cannot match \(article(subject.type))"
        )
      }
      return .any
    }
    return .tuple(
      zip(parts, elements).map { part, element in
        part(
          VariableDeclaration(name: "_part", type: element.type, isLet: true, context: context, place: place))
      })
  }

  private func bindCase(_ name: String, _ type: Type, _ place: Place, isLet: Bool) -> Pattern {
    if let known = caseVariables[name] { return .variable(known) }
    let variable = VariableDeclaration(name: name, type: type, isLet: isLet, context: context, place: place)
    declare(variable)
    caseVariables[name] = variable
    return .variable(variable)
  }

  private func pattern(of syntax: ExprSyntax, _ subject: VariableDeclaration, _ binding: Bool?) -> Pattern {
    if let inner = syntax.as(PatternExprSyntax.self) {
      return pattern(inner.pattern, subject, binding: binding)
    }
    if syntax.is(DiscardAssignmentExprSyntax.self) { return .any }
    if let name = syntax.as(DeclReferenceExprSyntax.self), let binding {
      return bindCase(name.baseName.text, subject.type, place(name), isLet: binding)
    }
    if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
      return partsPattern(
        tuple.elements.map { element in { self.pattern(of: element.expression, $0, binding) } }, subject,
        place(tuple))
    }
    if let link = syntax.as(OptionalChainingExprSyntax.self) {
      guard let wrapped = library.wrapped(subject.type) else {
        report(
          "optional.unwrap", place(syntax),
          "there is nothing to unwrap: \(article(subject.type)) is not optional")
        return .any
      }
      let own = VariableDeclaration(
        name: "_wrapped", type: wrapped, isLet: true, context: context, place: place(syntax))
      return .optional(pattern(of: link.expression, own, binding))
    }
    return test(syntax, subject)
  }

  /// `pattern ~= subject`.
  private func test(_ syntax: ExprSyntax, _ subject: VariableDeclaration) -> Pattern {
    let place = place(syntax)
    let value = Expression(.variable(subject), subject.type, place)
    if subject.type.hasError { return .any }
    if syntax.is(NilLiteralExprSyntax.self), library.wrapped(subject.type) != nil {
      return .test(Expression(.isNil(value, negated: false), library.bool, place), of: subject)
    }
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    let written = build(syntax)
    let site = CallSite(
      name: "~=", namePlace: place,
      candidates: (library.operators["~="] ?? []).map { CallSite.Candidate(declaration: $0, base: nil) },
      arguments: [
        CallSite.Argument(label: nil, expression: written), CallSite.Argument(label: nil, expression: value),
      ], isOperator: true)
    let call = unresolved(site, place)
    solver.add(.conversion(call, to: library.bool, because: .condition))
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return .any
    }
    return .test(settle(call), of: subject)
  }

  // MARK: Every case

  /// Reports a `switch` that leaves values without a case.
  func checkExhaustive(
    _ cases: [[(pattern: Pattern, condition: Expression?)]], _ type: Type, _ place: Place
  ) {
    if type.hasError { return }
    let patterns = cases.flatMap { $0 }.filter { $0.condition == nil }.map(\.pattern)
    let missing = missingValue(patterns, type, depth: 0)
    guard let missing else { return }
    report(
      "switch.exhaustive", place,
      "this 'switch' does not handle every value of '\(type)': add \(missing == "_" ? "'default'" : "a case for '\(missing)', or 'default'")"
    )
  }

  /// Whether patterns match every value of a type.
  func isExhaustive(_ cases: [[(pattern: Pattern, condition: Expression?)]], _ type: Type) -> Bool {
    let patterns = cases.flatMap { $0 }.filter { $0.condition == nil }.map(\.pattern)
    return missingValue(patterns, type, depth: 0) == nil
  }

  /// A value that none of the patterns matches; nil where they match all.
  private func missingValue(_ patterns: [Pattern], _ type: Type, depth: Int) -> String? {
    if patterns.contains(where: isIrrefutable) { return nil }
    if type == library.bool {
      for value in [true, false] where !patterns.contains(where: { isTest($0, of: value) }) {
        return "\(value)"
      }
      return nil
    }
    if let wrapped = library.wrapped(type) {
      let hasNil = patterns.contains {
        if case .test(let expression, _) = $0, case .isNil = expression.kind { return true }
        return false
      }
      let inner = patterns.compactMap { pattern -> Pattern? in
        if case .optional(let inner) = pattern { return inner }
        return nil
      }
      if let missing = missingValue(inner, wrapped, depth: depth + 1) {
        return missing == "_" ? "_" : "\(missing)?"
      }
      return hasNil ? nil : "nil"
    }
    if case .tuple(let elements) = type, depth < 6, elements.allSatisfy({ $0.type == library.bool }) {
      return missingTuple(patterns, elements.count)
    }
    return "_"
  }

  /// A tuple of truth values that no pattern matches.
  private func missingTuple(_ patterns: [Pattern], _ count: Int) -> String? {
    guard count <= 6 else { return "_" }
    for bits in 0..<(1 << count) {
      let values = (0..<count).map { bits >> $0 & 1 == 1 }
      let isMatched = patterns.contains { pattern in
        guard case .tuple(let parts) = pattern else { return false }
        return zip(parts, values).allSatisfy { isIrrefutable($0) || isTest($0, of: $1) }
      }
      if !isMatched { return "(" + values.map { "\($0)" }.joined(separator: ", ") + ")" }
    }
    return nil
  }

  private func isIrrefutable(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .any, .variable: true
    case .tuple(let parts): parts.allSatisfy(isIrrefutable)
    case .test, .optional: false
    }
  }

  private func isTest(_ pattern: Pattern, of value: Bool) -> Bool {
    guard case .test(let expression, _) = pattern, case .call(_, let arguments) = expression.kind,
      case .boolean(value)? = arguments.first?.kind
    else { return false }
    return true
  }
}
