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
    let active = Self.active(syntax.cases)
    for (index, switchCase) in active.enumerated() {
      if index > 0, active[index - 1].label.is(SwitchDefaultLabelSyntax.self) {
        report(
          "switch.default", self.place(switchCase),
          "'default' takes what no other case takes: it comes last, and once")
      }
      inNewScope {
        let patterns = casePatterns(switchCase, variable)
        let breakTarget = label == nil ? target : LoopLabel(name: "switch", isLoop: false)
        labels.append(target)
        if breakTarget !== target { labels.append(breakTarget) }
        caseDepth += 1
        let outerLast = isLastCase
        isLastCase = index == active.count - 1
        let outerNext = nextCaseVariables
        nextCaseVariables = isLastCase ? [:] : boundNames(.switchCase(active[index + 1]))
        let body = inNewScope { checkStatements(switchCase.statements) }
        (isLastCase, nextCaseVariables) = (outerLast, outerNext)
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
      checkSameNames(label)
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
    case .isTypePattern(let test):
      let wanted = type(test.type)
      return .cast(wanted, .any, holder: part(wanted, place(syntax)))
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
    if let known = caseVariables[name] {
      let (first, second) = (normalized(known.type.resolved), normalized(type.resolved))
      if first != second, !first.hasError, !second.hasError {
        report(
          "pattern.binding", place,
          "'\(name)' is \(article(second)) here and \(article(first)) in the pattern before",
          notes: [note("it is first bound here", known.place)])
      }
      return .variable(known)
    }
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
    if let cast = syntax.as(AsExprSyntax.self), cast.questionOrExclamationMark == nil {
      let wanted = type(cast.type)
      let holder = part(wanted, place(syntax))
      return .cast(wanted, pattern(of: cast.expression, holder, binding), holder: holder)
    }
    if let found = casePattern(syntax, subject, binding) { return found }
    if let name = syntax.as(DeclReferenceExprSyntax.self), let binding {
      return bindCase(name.baseName.text, subject.type, place(name), isLet: binding)
    }
    if syntax.as(TupleExprSyntax.self)?.elements.isEmpty ?? false, subject.type.isVoid { return .any }
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

  /// A variable that stands for a part of what is matched.
  private func part(_ type: Type, _ place: Place) -> VariableDeclaration {
    VariableDeclaration(name: "_part", type: type, isLet: true, context: context, place: place)
  }

  /// `.name`, `Type.name` or `.name(parts)`, where the subject is an enumeration that has such a case.
  private func casePattern(_ syntax: ExprSyntax, _ subject: VariableDeclaration, _ binding: Bool?) -> Pattern?
  {
    let call = syntax.as(FunctionCallExprSyntax.self)
    guard let access = (call?.calledExpression ?? syntax).as(MemberAccessExprSyntax.self),
      call?.trailingClosure == nil
    else { return nil }
    let name = plain(access.declName.baseName)
    let place = place(syntax)
    var type = subject.type
    if let base = access.base {
      guard let named = typeNamed(by: base) else { return nil }
      if let wrapped = library.wrapped(type), library.wrapped(named) == nil { type = wrapped }
      if case .nominal(let declaration, _) = named.shallow, case .existential = type {
        // `case MyError.failed` of any error.
        guard declaration.kind == .enumeration || declaration === library.optionalDeclaration,
          !named.hasVariables
        else { return nil }
        if name == "some", let wrapped = library.wrapped(named), case .existential = wrapped {
          unsupported(syntax, "taking a value out of '\(named)' here")
          return .any
        }
        let holder = part(named, place)
        let inner =
          if let wrapped = library.wrapped(named) {
            optionalPattern(name, call, holder, wrapped, isWhole: true, binding, place)
          } else { casePattern(name, call, holder, binding, place) }
        return inner.map { .cast(named, $0, holder: holder) }
      }
    }
    if let wrapped = library.wrapped(subject.type) {
      let isWhole = access.base == nil || library.wrapped(type) != nil
      return optionalPattern(name, call, subject, wrapped, isWhole: isWhole, binding, place)
    }
    return casePattern(name, call, subject, binding, place)
  }

  /// `.none`, `.some(part)`, or a case of what an optional wraps.
  ///
  /// - Parameter isWhole: Whether `none` is that of the optional, not a case of what it wraps.
  private func optionalPattern(
    _ name: String, _ call: FunctionCallExprSyntax?, _ subject: VariableDeclaration, _ wrapped: Type,
    isWhole: Bool, _ binding: Bool?, _ place: Place
  ) -> Pattern? {
    if name == "none", isWhole {
      let value = Expression(.variable(subject), subject.type, place)
      return .test(Expression(.isNil(value, negated: false), library.bool, place), of: subject)
    }
    let own = part(wrapped, place)
    if name == "some", let call, call.arguments.count == 1, let only = call.arguments.first {
      return .optional(pattern(of: only.expression, own, binding))
    }
    if name == "some", call == nil, isWhole { return .optional(.any) }
    if name == "some", let call {
      report(
        "pattern.payload", place,
        "the case 'some' holds 1 value, not \(call.arguments.count)")
      for argument in call.arguments { _ = pattern(of: argument.expression, part(.error, place), binding) }
      return .any
    }
    return casePattern(name, call, own, binding, place).map { .optional($0) }
  }

  private func casePattern(
    _ name: String, _ call: FunctionCallExprSyntax?, _ subject: VariableDeclaration, _ binding: Bool?,
    _ place: Place
  ) -> Pattern? {
    guard case .nominal(let declaration, let arguments) = subject.type, declaration.kind == .enumeration,
      declaration !== library.optionalDeclaration
    else { return nil }
    guard let found = declaration.cases.first(where: { $0.name == name }) else {
      if declaration.members[name] != nil { return nil }
      report(
        "enumeration.case", place,
        "'\(declaration.name)' has no case '\(name)'"
          + (nearest(name, among: declaration.cases.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""))
      return .any
    }
    let payload = found.payloadType.substituting(declaration.substitution(arguments))
    let holder = part(payload, place)
    guard let call else { return .enumeration(found, .any, holder: holder) }
    let parts = Array(call.arguments)
    guard !found.payload.isEmpty else {
      report(
        "pattern.payload", self.place(call), "the case '\(name)' holds no values: leave out the parentheses")
      for part in parts { _ = pattern(of: part.expression, self.part(.error, place), binding) }
      return .any
    }
    if parts.count == 1, found.payload.count != 1 {
      return .enumeration(found, pattern(of: parts[0].expression, holder, binding), holder: holder)
    }
    guard parts.count == found.payload.count else {
      report(
        "pattern.payload", place,
        "the case '\(name)' holds \(count(found.payload.count, "value")), not \(parts.count)")
      return .any
    }
    for (part, element) in zip(parts, found.payload) {
      if let label = part.label?.text, label != element.label {
        report(
          "pattern.label", self.place(part), "the case '\(name)' has no part '\(label)' here")
      }
    }
    if parts.count == 1 {
      return .enumeration(found, pattern(of: parts[0].expression, holder, binding), holder: holder)
    }
    return .enumeration(
      found,
      partsPattern(
        parts.map { element in { self.pattern(of: element.expression, $0, binding) } }, holder, place),
      holder: holder)
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
    if written.type.hasError { return .any }
    let site = CallSite(
      name: "~=", namePlace: place,
      candidates: library.candidates(ofOperator: "~=", taking: 2),
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
    var steps = 0
    guard let missing = missing(patterns.map { [$0] }, [type.resolved], &steps)?.first else { return }
    report(
      "switch.exhaustive", place,
      "this 'switch' does not handle every value of '\(type)': add \(missing == "_" ? "'default'" : "a case for '\(missing)', or 'default'")"
    )
  }

  /// Whether patterns match every value of a type.
  func isExhaustive(_ cases: [[(pattern: Pattern, condition: Expression?)]], _ type: Type) -> Bool {
    let patterns = cases.flatMap { $0 }.filter { $0.condition == nil }.map(\.pattern)
    var steps = 0
    return missing(patterns.map { [$0] }, [type.resolved], &steps) == nil
  }

  /// One way to make a value of a type: its name, the types of its parts, and what a pattern asks of them.
  private struct Constructor {
    var types: [Type]
    /// The patterns for the parts where a pattern is about this constructor; nil where it is not.
    var parts: (Pattern) -> [Pattern]?
    var describe: ([String]) -> String
  }

  /// Values, one for each type, that no row of patterns matches; nil where the rows match all.
  ///
  /// The usefulness of a row of wildcards, by specialising on one constructor after the other.
  private func missing(_ rows: [[Pattern]], _ types: [Type], _ steps: inout Int) -> [String]? {
    steps += 1
    guard let type = types.first else { return rows.isEmpty ? [] : nil }
    // There is no value with a part of this type.
    if type == library.never { return nil }
    // Too many ways to tell apart: better to ask for a 'default' than to miss one.
    guard steps < 20_000 else { return types.map { _ in "_" } }
    let rest = Array(types.dropFirst())
    guard let constructors = constructors(of: type),
      rows.contains(where: { !isIrrefutable($0[0]) }) || isTuple(type)
    else {
      let open = rows.filter { isIrrefutable($0[0]) }.map { Array($0.dropFirst()) }
      return missing(open, rest, &steps).map { ["_"] + $0 }
    }
    for constructor in constructors {
      let special = rows.compactMap { row -> [Pattern]? in
        if let parts = constructor.parts(row[0]) { return parts + row.dropFirst() }
        guard isIrrefutable(row[0]) else { return nil }
        return constructor.types.map { _ in .any } + row.dropFirst()
      }
      if let found = missing(special, constructor.types + rest, &steps) {
        let count = constructor.types.count
        return [constructor.describe(Array(found.prefix(count)))] + found.dropFirst(count)
      }
    }
    return nil
  }

  private func isTuple(_ type: Type) -> Bool {
    if case .tuple = type { return true }
    return false
  }

  /// All ways to make a value of a type; nil where they cannot be listed.
  private func constructors(of type: Type) -> [Constructor]? {
    if type == library.bool {
      return [true, false].map { value in
        Constructor(
          types: [], parts: { self.isTest($0, of: value) ? [] : nil }, describe: { _ in "\(value)" })
      }
    }
    if let wrapped = library.wrapped(type) {
      return [
        Constructor(
          types: [],
          parts: {
            if case .test(let expression, _) = $0, case .isNil = expression.kind { return [] }
            return nil
          }, describe: { _ in "nil" }),
        Constructor(
          types: [wrapped],
          parts: {
            if case .optional(let inner) = $0 { return [inner] }
            return nil
          }, describe: { $0[0] == "_" ? "_?" : "\($0[0])?" }),
      ]
    }
    switch type {
    case .tuple(let elements):
      return [
        Constructor(
          types: elements.map(\.type),
          parts: {
            if case .tuple(let parts) = $0 { return parts }
            return nil
          },
          describe: { parts in
            parts.allSatisfy { $0 == "_" } ? "_" : "(" + parts.joined(separator: ", ") + ")"
          })
      ]
    case .nominal(let declaration, let arguments) where declaration.kind == .enumeration:
      let substitution = declaration.substitution(arguments)
      return declaration.cases.map { found in
        Constructor(
          types: found.payload.isEmpty ? [] : [found.payloadType.substituting(substitution)],
          parts: {
            if case .enumeration(let other, let inner, _) = $0, other === found {
              return found.payload.isEmpty ? [] : [inner]
            }
            return nil
          },
          describe: { parts in
            let inner = parts.first.map { $0.hasPrefix("(") ? $0 : "(\($0))" } ?? ""
            return "." + found.name + (parts.first == "_" ? "" : inner)
          })
      }
    default: return nil
    }
  }

  private func isIrrefutable(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .any, .variable: true
    case .tuple(let parts): parts.allSatisfy(isIrrefutable)
    case .test, .optional, .enumeration: false
    case .cast(_, _, _): false
    }
  }

  private func isTest(_ pattern: Pattern, of value: Bool) -> Bool {
    guard case .test(let expression, _) = pattern, case .call(_, let arguments) = expression.kind,
      case .boolean(value)? = arguments.first?.kind
    else { return false }
    return true
  }
}
