import Diagnostics
import SwiftSyntax

/// From the syntax of an expression to a tree whose types are unknowns, and constraints between them.
extension Checker {
  /// Checks a whole expression: builds it, solves its types, and settles it.
  ///
  /// - Parameter to: What its value is converted to; nil where any type will do.
  func check(
    _ syntax: ExprSyntax, converting to: Type? = nil, because reason: ConversionReason = .initialization
  )
    -> Expression
  {
    let outer = (solver, attempts)
    defer { (solver, attempts) = outer }
    attempts = []
    solver = Solver(self)
    let expression = build(syntax)
    if let to { solver.add(.conversion(expression, to: to, because: reason)) }
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return failed(place(syntax))
    }
    let settled = settle(expression)
    return to.map { coerce(settled, to: $0.resolved) } ?? settled
  }

  /// An expression that is found apart from the one at hand, with its final types.
  func solved(at place: Place, _ make: () -> Expression) -> Expression {
    let outer = solver
    defer { solver = outer }
    solver = Solver(self)
    let expression = make()
    guard solver.solve() else {
      if let failure = solver.failure { diagnostics.append(failure) }
      return failed(place)
    }
    return settle(expression)
  }

  func failed(_ place: Place) -> Expression {
    if (solver?.searchDepth ?? 0) == 0 { hasFailed = true }
    return Expression(.error, .error, place)
  }

  /// Reports and gives an expression that agrees with everything.
  func failing(_ id: String, _ place: Place, _ message: String, fix: Diagnostic.Fix? = nil) -> Expression {
    report(id, place, message, fix: fix)
    return failed(place)
  }

  func build(_ syntax: ExprSyntax) -> Expression {
    depth += 1
    defer { depth -= 1 }
    let place = place(syntax)
    guard depth < Self.deepest else {
      return failing("limit.nesting", place, "this expression is nested too deeply; split it into parts")
    }
    let value = buildPlainly(syntax, place)
    if !implicitRoots.isEmpty, let root = implicitRoots.removeValue(forKey: syntax.id) {
      // Where an optional is expected, the last member may give what it wraps.
      if case .unresolvedMember(let site) = value.kind { site.isImplicit = true }
      if !solver.unify(value.type, root) { return failed(place) }
    }
    return value
  }

  private func buildPlainly(_ syntax: ExprSyntax, _ place: Place) -> Expression {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let literal):
      return Expression(
        .integer(literal.literal.text, isNegative: false), solver.fresh(.integer, at: place), place)
    case .floatLiteralExpr(let literal):
      return Expression(.double(number(literal.literal.text)), solver.fresh(.float, at: place), place)
    case .booleanLiteralExpr(let literal):
      return Expression(.boolean(literal.literal.text == "true"), solver.fresh(.boolean, at: place), place)
    case .stringLiteralExpr(let literal): return buildString(literal, place)
    case .nilLiteralExpr: return Expression(.none, solver.fresh(), place)
    case .declReferenceExpr(let reference): return buildReference(reference, at: place)
    case .functionCallExpr(let call): return chained(syntax) { self.buildCall(call, place) }
    case .memberAccessExpr(let access):
      if let type = typeIfNamed(syntax) { return type }
      return chained(syntax) { self.buildMember(access, arguments: nil) }
    case .subscriptCallExpr(let call):
      return chained(syntax) {
        let base = self.build(call.calledExpression)
        if call.arguments.count == 1, let only = call.arguments.first, only.label == nil,
          only.expression.as(DeclReferenceExprSyntax.self)?.baseName.text == "..."
        {
          return self.member(of: base, "_all", place, arguments: nil, whole: place)
        }
        let element = self.member(
          of: base, "subscript", place,
          arguments: self.buildArguments(call.arguments, nil, nil, of: "subscript"), whole: place)
        if call.calledExpression.is(SuperExprSyntax.self), case .unresolvedCall(let site) = element.kind {
          site.isSuper = true
        }
        return element
      }
    case .infixOperatorExpr(let infix): return buildInfix(infix, place)
    case .prefixOperatorExpr(let prefix): return buildPrefix(prefix)
    case .postfixOperatorExpr(let postfix):
      return operation(
        "postfix" + postfix.operator.text, [postfix.expression], at: self.place(postfix.operator),
        whole: place)
    case .ternaryExpr(let ternary):
      let condition = build(ternary.condition)
      solver.add(.conversion(condition, to: library.bool, because: .condition))
      let result = solver.fresh()
      let branches = [build(ternary.thenExpression), build(ternary.elseExpression)]
      for branch in branches { solver.add(.conversion(branch, to: result, because: .branch)) }
      return Expression(.ternary(condition, branches[0], branches[1]), result, place)
    case .tupleExpr(let tuple): return buildTuple(tuple)
    case .arrayExpr(let array):
      if let type = typeOrMisuse(syntax) { return type }
      let element = solver.fresh()
      let elements = array.elements.map { build($0.expression) }
      for expression in elements { solver.add(.conversion(expression, to: element, because: .element)) }
      return Expression(.array(elements), library.array(of: element), place)
    case .closureExpr(let closure): return buildClosure(closure)
    case .forceUnwrapExpr(let force):
      if let delegation = buildForcedDelegation(force, place) { return delegation }
      return chained(syntax) {
        let base = self.build(force.expression)
        let wrapped = self.solver.fresh()
        self.solver.add(.unwrap(base, to: wrapped))
        return Expression(.forceUnwrap(base), wrapped, place)
      }
    case .optionalChainingExpr(let optional): return buildChainLink(optional)
    case .inOutExpr(let reference):
      let inner = build(reference.expression)
      return Expression(.inoutReference(inner), inner.type, place)
    case .asExpr(let cast):
      let inner = build(cast.expression)
      let type = type(cast.type)
      if let mark = cast.questionOrExclamationMark {
        return mark.text == "?"
          ? Expression(.castOptional(inner, type), library.optional(of: type), place)
          : Expression(.castForced(inner, type), type, place)
      }
      if case .existential(let protocols) = type, protocols.map(\.name) == ["AnyObject"],
        case .parameter = inner.type.shallow
      {
        // Whether it is an object shows when the program runs.
        return Expression(.castForced(inner, type), type, place)
      }
      solver.add(.conversion(inner, to: type, because: .initialization))
      return Expression(.tuple([inner]), type, place)
    case .ifExpr(let ifExpression):
      return mayBeValue(syntax) ? buildBranches(ifExpression) : failingValue(syntax, "if")
    case .switchExpr(let switchExpression):
      return mayBeValue(syntax) ? buildBranches(switchExpression) : failingValue(syntax, "switch")
    case .genericSpecializationExpr:
      return typeIfNamed(syntax)
        ?? failing("name.type", place, "cannot find the type '\(syntax.trimmedDescription)'")
    case .discardAssignmentExpr:
      if isPartOfTarget(syntax) {
        return Expression(.discard(Expression(.tuple([]), .void, place)), solver.fresh(), place)
      }
      return failing("name.discard", place, "'_' can stand only on the left of '='")
    case .dictionaryExpr(let dictionary): return typeOrMisuse(syntax) ?? buildDictionary(dictionary)
    case .tryExpr(let attempt): return buildTry(attempt)
    case .isExpr(let test):
      let inner = build(test.expression)
      return Expression(.isType(inner, type(test.type)), library.bool, place)
    case .superExpr: return buildSuper(place)
    case .keyPathExpr(let path): return buildKeyPath(path)
    case .awaitExpr: return failingUnsupported(syntax, "'await'")
    case .macroExpansionExpr(let expansion)
    where Self.sourceLocations.contains(expansion.macroName.text):
      return buildSourceLocation(expansion)
    case .macroExpansionExpr: return failingUnsupported(syntax, "'\(syntax.trimmedDescription.prefix(20))'")
    case .missingExpr, .unresolvedAsExpr, .sequenceExpr: return failed(place)
    default: return failingUnsupported(syntax, "'\(syntax.trimmedDescription.prefix(30))'")
    }
  }

  func buildDictionary(_ dictionary: DictionaryExprSyntax) -> Expression {
    let key = solver.fresh()
    let value = solver.fresh()
    var parts: [Expression] = []
    if case .elements(let elements) = dictionary.content {
      for element in elements { parts += [build(element.key), build(element.value)] }
    }
    for (index, part) in parts.enumerated() {
      solver.add(.conversion(part, to: index.isMultiple(of: 2) ? key : value, because: .entry))
    }
    return Expression(.dictionary(parts), library.dictionary(of: key, value), place(dictionary))
  }

  func failingUnsupported(_ syntax: ExprSyntax, _ what: String) -> Expression {
    unsupported(syntax, what)
    return failed(place(syntax))
  }

  func number(_ text: String) -> Double { Double(text) ?? Double(text.filter { $0 != "_" }) ?? .nan }

  func typeIfNamed(_ syntax: ExprSyntax) -> Expression? {
    typeNamed(by: syntax).map { typeValue($0, syntax) }
  }

  func buildTuple(_ tuple: TupleExprSyntax) -> Expression {
    if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
      let inner = build(only.expression)
      return inner
    }
    if tuple.elements.count == 1, let label = tuple.elements.first?.label {
      return failing("tuple.single", self.place(label), "a tuple has at least two parts: leave out the label")
    }
    checkLabels(tuple.elements.map(\.label))
    let elements = tuple.elements.map { build($0.expression) }
    let type = Type.tuple(
      zip(tuple.elements, elements).map { Type.TupleElement(label: $0.label?.text, type: $1.type) })
    return Expression(.tuple(elements), type, place(tuple))
  }

  /// A name without the backticks that let it be a keyword.
  func plain(_ token: TokenSyntax) -> String {
    let text = token.text
    return text.utf8.first == UInt8(ascii: "`") ? text.filter { $0 != "`" } : text
  }

  // MARK: Strings

  func buildString(_ literal: StringLiteralExprSyntax, _ place: Place) -> Expression {
    if let whole = literal.representedLiteralValue {
      return Expression(.string(whole), solver.fresh(.string, at: place), place)
    }
    var segments: [Expression.Segment] = []
    var isForOwnOnly = false
    for segment in literal.segments {
      switch segment {
      case .stringSegment(let text):
        segments.append(.text(unescaped(text, of: literal)))
      case .expressionSegment(let interpolation):
        if isOnlyForOwn(interpolation) {
          isForOwnOnly = true
          continue
        }
        if let own = ownInterpolation(interpolation, self.place(interpolation)) {
          segments.append(own)
          continue
        }
        guard interpolation.expressions.count == 1, let only = interpolation.expressions.first,
          only.label == nil
        else {
          reportInterpolation(self.place(interpolation))
          continue
        }
        segments.append(.value(build(only.expression)))
      }
    }
    let expression = Expression(.interpolation(segments), solver.fresh(.string, at: place), place)
    remember(expression, literal, isForOwnOnly)
    return expression
  }

  func unescaped(_ segment: StringSegmentSyntax, of literal: StringLiteralExprSyntax) -> String {
    let text = segment.content.text
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\r") }) else {
      return text
    }
    // The library unescapes whole literals only, so the segment is made one.
    let alone = literal.with(\.segments, StringLiteralSegmentListSyntax([.stringSegment(segment)]))
    return alone.representedLiteralValue ?? ""
  }
}
