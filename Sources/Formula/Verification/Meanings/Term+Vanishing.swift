extension Term {
  /// Whether a 0 in it takes a name away that stands for an unknown value: `D q(2)` where `q(2)` is 0.
  ///
  /// What `D` is, its author knows; perhaps it is no factor but an operator.
  func losesUnknown(in meaning: Meaning) -> Bool {
    func expression(_ term: Term) -> Algebraic? { try? meaning.expanded(meaning.expression(term)) }
    func isZero(_ term: Term) -> Bool { expression(term)?.number == 0 }
    func isUnknown(_ term: Term) -> Bool {
      expression(term).map { !$0.variables.isSubset(of: meaning.bound) } ?? false
    }
    return contains { term in
      switch term {
      case .product(let parts): parts.contains(where: isZero) && parts.contains(where: isUnknown)
      case .quotient(let above, let below): isZero(above) && isUnknown(below)
      case .power(let base, let exponent): isZero(exponent) && isUnknown(base)
      case .raised(let name, let exponent, let factor):
        isUnknown(.name(name)) && (isZero(factor) || isZero(exponent))
      case .applied(let name, let arguments, _)
      where meaning.function(name) == nil && meaning.partial(name) == nil:
        isUnknown(.name(name)) && arguments.contains(where: isZero)
      default: false
      }
    }
  }
}
