import SwiftSyntax

/// A literal with interpolations, as it was read.
struct InterpolatedLiteral {
  let expression: Expression
  let syntax: StringLiteralExprSyntax
  /// Where it stands.
  let scope: Scope
  let context: FunctionContext
  /// Whether no string can be made of it.
  let isForOwnOnly: Bool
}

/// Interpolations that extensions of `String.StringInterpolation` add, and those of the author's own types.
extension Checker {
  /// A call of `appendInterpolation` that makes a piece of text of its own; nil where an interpolation is one of a
  /// single value, and no extension adds to those.
  ///
  /// - Parameter place: Where the interpolation stands.
  func ownInterpolation(_ interpolation: ExpressionSegmentSyntax, _ place: Place) -> Expression.Segment? {
    guard let own = library.nominal("DefaultStringInterpolation"),
      own.members.additions["appendInterpolation"] != nil
    else { return nil }
    let variable = VariableDeclaration(
      name: "_interpolation", type: own.selfType, isLet: false, context: context, place: place)
    let call = member(
      of: Expression(.variable(variable), own.selfType, place), "appendInterpolation", place,
      arguments: buildArguments(interpolation.expressions, nil, nil, of: "appendInterpolation"),
      whole: place)
    return .appended(variable, call)
  }

  /// The text that such a call appends to nothing.
  func settleAppended(_ variable: VariableDeclaration, _ call: Expression) -> Expression {
    let place = call.place
    guard let own = library.nominal("DefaultStringInterpolation"), let text = own.storedProperties.first,
      case .function(let make)? = own.members["init"]?.first
    else { return failed(place) }
    let empty = Expression(
      .call(
        FunctionReference(declaration: make, substitution: [:]),
        [Expression(.string(""), library.string, place)]), own.selfType, place)
    let result = VariableDeclaration(
      name: "_text", type: library.string, isLet: false, context: context, place: place)
    let read = Expression(
      .property(Expression(.variable(variable), own.selfType, place), text), library.string, place)
    return Expression(
      .block(
        [.bind(.variable(variable), empty), .expression(settle(call)), .bind(.variable(result), read)], result
      ),
      library.string, place)
  }

  // MARK: Types with an interpolation of their own

  func reportInterpolation(_ place: Place) {
    report("string.interpolation", place, "an interpolation holds one value: \\(value)")
  }

  /// Whether an interpolation is not one of a single value and not one that an extension adds to strings, in a
  /// program in which types may have interpolations of their own.
  func isOnlyForOwn(_ interpolation: ExpressionSegmentSyntax) -> Bool {
    guard let strings = library.nominal("DefaultStringInterpolation") else { return false }
    let labels = interpolation.expressions.map { $0.label.map(plain) }
    if labels == [nil] { return false }
    return !(strings.members.additions["appendInterpolation"] ?? []).contains {
      guard case .function(let function) = $0 else { return false }
      return labels.allSatisfy { label in function.parameters.contains { $0.label == label } }
    }
  }

  /// Keeps a literal as it was read, until it is known what it becomes.
  func remember(_ expression: Expression, _ literal: StringLiteralExprSyntax, _ isForOwnOnly: Bool) {
    guard library.nominal("DefaultStringInterpolation") != nil else { return }
    interpolatedLiterals[ObjectIdentifier(expression)] = InterpolatedLiteral(
      expression: expression, syntax: literal, scope: scope, context: context, isForOwnOnly: isForOwnOnly)
  }

  /// A literal as a value of a type with an interpolation of its own: what is to be appended is appended part by
  /// part, and the value made of that. Nil for other expressions.
  func settleOwnInterpolation(_ expression: Expression) -> Expression? {
    guard let literal = interpolatedLiterals[ObjectIdentifier(expression)] else { return nil }
    guard case .nominal(let declaration, _)? = expression.type.memberType("StringInterpolation"),
      let parts = expression.type.memberType("StringInterpolation"), declaration.place.source != 0
    else {
      if literal.isForOwnOnly {
        reportInterpolation(expression.place)
        return failed(expression.place)
      }
      return nil
    }
    let outer = (scope, context)
    (scope, context) = (literal.scope, literal.context)
    defer { (scope, context) = outer }
    return appended(literal.syntax, parts, as: expression.type, expression.place)
  }

  private func appended(_ literal: StringLiteralExprSyntax, _ parts: Type, as type: Type, _ place: Place)
    -> Expression
  {
    let variable = VariableDeclaration(
      name: "_interpolation", type: parts, isLet: false, context: context, place: place)
    let result = VariableDeclaration(
      name: "_value", type: type, isLet: false, context: context, place: place)
    func integer(_ label: String, _ value: Int) -> CallSite.Argument {
      let number = Expression(.integer(String(value), isNegative: false), library.int, place)
      return CallSite.Argument(label: label, expression: number)
    }
    /// A call of a member, whose arguments are made where it is solved.
    func call(_ base: Expression, _ name: String, at place: Place, _ arguments: () -> [CallSite.Argument])
      -> Expression
    {
      solved(at: place) { member(of: base, name, place, arguments: arguments(), whole: place) }
    }
    func target(_ place: Place) -> Expression { Expression(.variable(variable), parts, place) }
    var capacity = 0
    var count = 0
    var statements: [Statement] = []
    var text = ""
    func appendText() {
      capacity += text.utf8.count
      statements.append(
        .expression(
          call(target(place), "appendLiteral", at: place) {
            [CallSite.Argument(label: nil, expression: Expression(.string(text), library.string, place))]
          }))
      text = ""
    }
    for segment in literal.segments {
      switch segment {
      // The lines of a text are segments too.
      case .stringSegment(let part): text += unescaped(part, of: literal)
      case .expressionSegment(let interpolation):
        appendText()
        count += 1
        let place = self.place(interpolation)
        statements.append(
          .expression(
            call(target(place), "appendInterpolation", at: place) {
              buildArguments(interpolation.expressions, nil, nil, of: "appendInterpolation")
            }))
      }
    }
    appendText()
    let empty = call(Expression(.type(parts), .metatype(parts), place), "init", at: place) {
      [integer("literalCapacity", capacity), integer("interpolationCount", count)]
    }
    let made = call(Expression(.type(type), .metatype(type), place), "init", at: place) {
      [CallSite.Argument(label: "stringInterpolation", expression: target(place))]
    }
    return Expression(
      .block(
        [.bind(.variable(variable), empty)] + statements + [.bind(.variable(result), made)], result), type,
      place)
  }
}
