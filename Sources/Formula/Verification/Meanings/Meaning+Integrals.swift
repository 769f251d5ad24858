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

  /// The derivative of an integral by a name in its bounds: the integrand there, times the derivatives of the bounds; nil
  /// for other terms.
  func derivative(ofIntegral operand: Term, by name: String) throws(Failure) -> Algebraic? {
    guard case .integral(let term, let variable, let from, let to) = operand, variable != name,
      from.names.union(to.names).contains(name)
    else { return nil }
    var inner = self
    inner.bound.insert(variable)
    let form = try inner.expanded(inner.expression(term), except: [variable])
    guard !form.variables.contains(name) else {
      throw Failure("its integral depends on more than '\(variable)'")
    }
    var found = Algebraic.number(0)
    for (bound, sign) in [(to, 1.0), (from, -1)] where !bound.isEndOfLine {
      let place = try expanded(expression(bound), except: [name])
      let slope = try Self.derivative(of: place, by: name)
      found = found + .number(sign) * slope * form.substituting([variable: place])
    }
    return found
  }

  private func bound(_ term: Term) throws(Failure) -> Double? {
    switch term {
    case .number(.infinity, _): return .infinity
    case .negative(.number(.infinity, _)): return -.infinity
    default: return try expanded(expression(term)).value(at: [:])?.value
    }
  }
}
