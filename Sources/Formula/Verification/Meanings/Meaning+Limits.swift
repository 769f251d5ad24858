/// Limits.
extension Meaning {
  /// The limit of a term; one from a side, or at an end of the line, only where it is plain from values.
  func limit(
    _ operand: Term, _ name: String, _ target: Term, side: Double?
  ) throws(Failure) -> Algebraic {
    var inner = self
    inner.bound.insert(name)
    if case .number(.infinity, _) = target { return try inner.limit(operand, name, at: .infinity) }
    if target == .negative(.number(.infinity, unit: 1)) {
      return try inner.limit(operand, name, at: -.infinity)
    }
    let place = try inner.expression(target)
    let form = try inner.expression(operand)
    if let side {
      guard let place = place.number else { throw Failure("where its limit is taken is not known") }
      return try inner.limit(operand, name, at: place, side: side)
    }
    return try Self.limit(of: form, name, at: place)
  }

  /// The limit of an expression where a name becomes a value.
  static func limit(of form: Algebraic, _ name: String, at place: Algebraic) throws(Failure) -> Algebraic {
    let value = form.substituting([name: place])
    if value.isFinite { return value }
    // L'Hôpital's rule for a divisor that is the distance, or its square.
    let distance = Algebraic.variable(name) - place
    var numerator = form
    for order in 1...2 {
      numerator = numerator * distance
      let there = numerator.substituting([name: place])
      guard there.isFinite else { continue }
      guard order == 1 || there.comparison(with: .number(0)).isEqual else { break }
      guard there.number == 0 || there.comparison(with: .number(0)).isEqual else {
        throw Failure("the limit does not exist", numerator: there)
      }
      var derivative = numerator
      for _ in 0..<order { derivative = try Self.derivative(of: derivative, by: name) }
      let limit = derivative.substituting([name: place])
      guard limit.isFinite else { break }
      return order == 1 ? limit : limit / .number(2)
    }
    throw Failure("the limit is not found")
  }

  /// The limit at an end of the line, or from one side of a number, by values that come ever nearer.
  private func limit(
    _ operand: Term, _ name: String, at place: Double, side: Double = 1
  ) throws(Failure) -> Algebraic {
    let form = try expanded(expression(operand), except: [name])
    guard form.variables.isSubset(of: [name]) else {
      throw Failure("its limit depends on more than '\(name)'")
    }
    if form.number != nil { return form }
    guard let value = NumericLimit(of: form, as: name, at: place, side: side)?.value else {
      throw Failure("its limit is not plain from values")
    }
    return .number(value)
  }
}
