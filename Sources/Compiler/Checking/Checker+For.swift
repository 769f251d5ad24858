import Diagnostics
import SwiftSyntax

/// `for` loops.
extension Checker {
  /// - Parameter body: Checks the statements that are repeated.
  func checkFor(
    _ syntax: ForStmtSyntax, _ loop: LoopLabel, _ body: ((CodeBlockSyntax) -> [Statement])? = nil
  ) -> Statement {
    if let keyword = syntax.awaitKeyword { unsupported(keyword, "'for await'") }
    let annotated = syntax.typeAnnotation.flatMap { typeOfSequence(syntax.sequence, of: type($0.type)) }
    let sequence = check(syntax.sequence, converting: annotated)
    return inNewScope {
      let (kind, found) = iteration(over: sequence)
      let elementType = normalized(found)
      let element = VariableDeclaration(
        name: "_element", type: elementType, isLet: true, context: context, place: place(syntax.pattern))
      let pattern: Pattern
      if syntax.caseKeyword == nil, let binding = syntax.pattern.as(ValueBindingPatternSyntax.self),
        binding.bindingSpecifier.tokenKind == .keyword(.let)
      {
        report(
          "for.let", place(binding.bindingSpecifier),
          "the variables of 'for' are constants already: leave 'let' out")
      }
      if let annotation = syntax.typeAnnotation {
        let written = type(annotation.type)
        if !isSame(written, elementType), !elementType.hasError, !written.hasError {
          report(
            "type.mismatch", place(annotation), "the elements are of type '\(elementType)', not '\(written)'")
        }
      }
      if syntax.caseKeyword != nil {
        pattern = matchedPattern(syntax.pattern, element)
      } else {
        pattern = bind(syntax.pattern, to: elementType, isLet: true)
      }
      let condition = syntax.whereClause.map {
        check($0.condition, converting: library.bool, because: .condition)
      }
      let body = body.map { check in inNewScope { check(syntax.body) } } ?? checkLoopBody(syntax.body, loop)
      return .forIn(
        ForStatement(
          kind: kind, element: element, pattern: pattern, isSelecting: syntax.caseKeyword != nil,
          condition: condition, body: body, label: loop,
          place: place(syntax)))
    }
  }

  /// The type of an array literal or of a range with such elements; nil for other expressions.
  private func typeOfSequence(_ syntax: ExprSyntax, of element: Type) -> Type? {
    if syntax.is(ArrayExprSyntax.self) { return library.array(of: element) }
    let name: String?
    if let infix = syntax.as(InfixOperatorExprSyntax.self) {
      switch infix.operator.trimmedDescription {
      case "..<": name = "Range"
      case "...": name = "ClosedRange"
      default: name = nil
      }
    } else if let call = syntax.as(FunctionCallExprSyntax.self),
      call.calledExpression.trimmedDescription == "stride"
    {
      name = call.arguments.contains { $0.label?.text == "through" } ? "StrideThrough" : "StrideTo"
    } else {
      name = nil
    }
    return name.flatMap(library.nominal).map { .nominal($0, [element]) }
  }

  /// Whether two types are one, whatever the parts of tuples are called.
  private func isSame(_ left: Type, _ right: Type) -> Bool {
    guard case .tuple(let parts) = left, case .tuple(let others) = right else { return left == right }
    return parts.count == others.count && zip(parts, others).allSatisfy { isSame($0.type, $1.type) }
  }

  /// How to go through the elements of a value, and their type.
  private func iteration(over sequence: Expression) -> (ForStatement.Kind, Type) {
    if sequence.type.hasError { return (.array(sequence), .error) }
    if let wrapped = library.wrapped(sequence.type), isImplicitlyUnwrapped(sequence) {
      return iteration(over: Expression(.forceUnwrap(sequence), wrapped, sequence.place))
    }
    if case .call(let reference, let arguments) = sequence.kind, arguments.count == 2,
      let intrinsic = reference.declaration.intrinsic, intrinsic == "range" || intrinsic == "closedRange",
      arguments[0].type == library.int
    {
      return (
        .range(lower: arguments[0], upper: arguments[1], isClosed: intrinsic == "closedRange"), library.int
      )
    }
    if let element = library.arrayElement(sequence.type) { return (.array(sequence), element) }
    if let source = library.nominal("_ArraySource"), conforms(sequence.type, to: source) {
      return iteration(over: asArray(sequence))
    }
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    guard !members(of: sequence.type, named: "makeIterator").isEmpty else { return notASequence(sequence) }
    let made = member(of: sequence, "makeIterator", sequence.place, arguments: [], whole: sequence.place)
    guard solver.solve() else { return notASequence(sequence) }
    let iterator = settle(made)
    let variable = VariableDeclaration(
      name: "_iterator", type: iterator.type, isLet: false, context: context, place: sequence.place)
    solver = Solver(self)
    let next = member(
      of: Expression(.variable(variable), variable.type, sequence.place), "next", sequence.place,
      arguments: [],
      whole: sequence.place)
    guard solver.solve() else { return notASequence(sequence) }
    let settled = settle(next)
    return (.iterator(iterator, variable, next: settled), library.wrapped(settled.type) ?? .error)
  }

  /// The elements of what is quickest gone through as an array.
  private func asArray(_ sequence: Expression) -> Expression {
    solved(at: sequence.place) {
      member(of: sequence, "_array", sequence.place, arguments: nil, whole: sequence.place)
    }
  }

  private func notASequence(_ sequence: Expression) -> (ForStatement.Kind, Type) {
    // A type that says it is one lacks something, which has been reported where it is declared.
    if !(library.nominal("Sequence").map { conforms(sequence.type, to: $0) } ?? false) {
      report(
        "for.sequence", sequence.place,
        library.wrapped(sequence.type) == nil
          ? "'for' goes through a sequence; \(article(sequence.type)) is not one"
          : "'for' goes through a sequence; this \(article(sequence.type).dropFirst(2)) may be nil: unwrap it, with 'if let', '??' or '!'"
      )
    }
    return (.array(failed(sequence.place)), .error)
  }
}
