/// Formulas that would be right with one slip of the pen undone.
extension ChainComparison {
  /// Whether the right side would be the left one with one sign, factor, number or exponent changed. One power alone is too
  /// little to tell that from another function.
  ///
  /// - Complexity: Some hundred evaluations of both.
  func isRightWithOneChange(_ left: Value, _ right: Value) -> Bool {
    guard !right.term.isMonomial else { return false }
    return right.term.slips(factors: []).contains { slip in
      comparison(of: left, with: slip)?.isEqual ?? false
    }
  }

  /// Whether sides that consist of elementary functions would be equal with one such change, by what is known of these
  /// functions: `\ln(ab) = \ln a - \ln b`.
  func isSlipOfIdentity(_ left: Value, _ right: Value) -> Bool {
    guard left.index == 0, left.expression.variables == right.expression.variables,
      !left.expression.variables.isEmpty, left.term.hasElementaryFunction, right.term.hasElementaryFunction
    else { return false }
    return right.term.slips(factors: []).contains { slip in
      if case .agreement? = comparison(of: left, with: slip) { true } else { false }
    }
  }

  /// Whether what follows a name and its meaning writes that in another way, but for one such change:
  /// `y_{n+1} = y_n + h(-2y_n) = (1 + 2h)y_n`.
  func isSlipOfRewriting(_ left: Value, _ right: Value) -> Bool {
    guard left.index > 0, chain.sides[0].term.flatMap(Head.init) != nil, !left.term.isMonomial,
      !right.term.isMonomial, left.expression.variables == right.expression.variables,
      left.expression.variables.count > 1 || meaning.isAsserted && !left.isNumber
    else { return false }
    return right.term.slips(factors: []).contains { comparison(of: left, with: $0)?.isEqual ?? false }
  }

  /// Whether sides that are said to be equal would be so everywhere with one such change on either side:
  /// `(x + 1)(x - 1) = x^2 + 1`, `h(q) = h(2 - q)`. What is said of all functions of a kind has no numbers in its sums.
  func isSlipOfAssertion(_ left: Value, _ right: Value) -> Bool {
    let monomials = [left, right].count { $0.term.isMonomial }
    guard meaning.isAsserted, left.index == 0, monomials == 0 || monomials == 1 && chain.sides.count > 2,
      left.expression.variables == right.expression.variables, left.isAnchor == right.isAnchor,
      !left.isAnchor || left.term.hasNumberInSum || right.term.hasNumberInSum
    else { return false }
    func isTrivial(_ first: Term, _ second: Term) -> Bool {
      if case .sum(let mine) = first, case .sum(let theirs) = second { return Set(mine) == Set(theirs) }
      let plain = Meaning(budget: meaning.budget)
      guard let mine = try? plain.expression(first.withNamedValues),
        let theirs = try? plain.expression(second.withNamedValues)
      else { return false }
      return left.isAnchor ? mine == theirs : first == second
    }
    return right.term.slipsWithin.contains { slip in
      comparison(of: left, with: slip)?.isEqual == true && !isTrivial(left.term, slip)
    }
      || left.term.slipsWithin.contains { slip in
        comparison(of: right, with: slip)?.isEqual == true && !isTrivial(slip, right.term)
      }
  }

  private func comparison(of left: Value, with slip: Term) -> Algebraic.Comparison? {
    guard let form = try? meaning.expanded(meaning.expression(slip)),
      form.variables.isSubset(of: left.expression.variables),
      !form.variables.isEmpty || left.isNumber
    else { return nil }
    return left.expression.comparison(with: form, opaque: opaque, where: isMeant)
  }
}

extension Term {
  /// Whether it is a product of numbers, names and powers of these.
  var isMonomial: Bool {
    switch self {
    case .number, .name: true
    case .negative(let part): part.isMonomial
    case .product(let parts): parts.allSatisfy(\.isMonomial)
    case .power(let base, let exponent): base.isMonomial && exponent.literal != nil
    case .quotient(let above, let below): above.isMonomial && below.isMonomial
    default: false
    }
  }

  /// Whether a number is added to something in it.
  fileprivate var hasNumberInSum: Bool {
    contains { if case .sum(let parts) = $0 { parts.contains { $0.literal != nil } } else { false } }
  }

  /// With values of functions and derivatives as names, so that they are equal only where they are written so.
  var withNamedValues: Term {
    replacing { part in
      switch part {
      case .applied(let name, let arguments, nil): .name("\(name)\(arguments)")
      case .differential, .derivative: .name("\(part)")
      default: nil
      }
    }
  }

  /// Whether a function such as a logarithm or a sine is in it.
  var hasElementaryFunction: Bool {
    contains { if case .function = $0 { true } else { false } }
  }
}
