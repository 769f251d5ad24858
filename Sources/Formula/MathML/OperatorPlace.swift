/// Where an operator stands in its row, as far as its attributes depend on it.
struct OperatorPlace {
  /// The form that browsers infer for an operator from its place.
  enum Form {
    case prefix, infix, postfix
  }

  /// The space before it, in eighteenths of an em.
  var left = 0
  /// The space after it, in eighteenths of an em.
  var right = 0
  /// nil: it is alone, and browsers disagree.
  var form: Form?
  /// Whether it is a sign, the minus of −1, rather than an operator between two operands.
  var isSign = false

  /// Whether it has no space around it.
  var isTight: Bool { left == 0 && right == 0 }
}
