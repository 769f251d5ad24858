import SwiftSyntax

/// Interpolations that extensions of `String.StringInterpolation` add.
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
}
