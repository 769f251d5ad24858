/// Definite integrals.
extension Meaning {
  /// The integral of a term between two numbers, which may be infinite, by quadrature.
  func integral(_ operand: Term, over name: String, from: Term, to: Term) throws(Failure) -> Algebraic {
    var inner = self
    inner.bound.insert(name)
    let form = try inner.expanded(inner.expression(operand), except: [name])
    guard form.variables.isSubset(of: [name]) else {
      throw Failure("its integral depends on more than '\(name)'")
    }
    guard let first = try bound(from), let last = try bound(to) else {
      throw Failure("the bounds of its integral are not known")
    }
    // Of a long expression a value costs more.
    let quadrature = Quadrature(budget: budget, cost: 15 + 2 * form.size)
    guard
      let value = quadrature.integral(from: first, to: last, of: { form.value(at: [name: $0])?.value })
    else { throw Failure("its integral is not plain from values") }
    return .number(value)
  }

  private func bound(_ term: Term) throws(Failure) -> Double? {
    switch term {
    case .number(.infinity, _): return .infinity
    case .negative(.number(.infinity, _)): return -.infinity
    default: return try expanded(expression(term)).value(at: [:])?.value
    }
  }
}
