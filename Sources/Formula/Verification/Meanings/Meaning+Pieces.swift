/// Definitions by cases.
extension Meaning {
  /// A definition by cases as functions that choose.
  func branches(_ pieces: [Term.Piece]) throws(Failure) -> Algebraic {
    var rest: Algebraic?
    for piece in pieces.reversed() {
      var found = try expression(piece.term)
      for condition in piece.conditions.reversed() {
        let difference = try expression(condition.right) - expression(condition.left)
        found = Algebraic.branch(condition.relation, difference, found, rest)
      }
      rest = found
    }
    return rest ?? .number(0)
  }
}
