/// What stands around `≈` and is no number: Taylor polynomials and quotients of differences.
extension ChainComparison {
  /// The names of what becomes small.
  private static let small: Set<String> = ["h", "epsilon", "delta", "Deltax", "Deltat"]
  private static let highestDegree = 8

  func approximation(_ left: Value, _ right: Value) -> FormulaVerdict {
    let rest = right.expression.variables.subtracting(left.expression.variables)
    if let name = rest.first, rest.count == 1, Self.small.contains(name), left.hasCalculus {
      return quotient(left, right, of: name)
    }
    return polynomial(left, right)
  }

  /// `f'(x) ≈ \frac{f(x + h) - f(x)}{h}`: the right side must become the left one where `h` vanishes.
  private func quotient(_ left: Value, _ right: Value, of name: String) -> FormulaVerdict {
    guard right.expression.variables.isSuperset(of: left.expression.variables) else {
      return .unread("what its sides depend on is not clear")
    }
    do throws(Meaning.Failure) {
      let limit = try Meaning.limit(of: right.expression, name, at: .number(0))
      switch left.expression.comparison(with: limit, opaque: opaque) {
      case .identical: return .verified(.proof)
      case .agreement(let points): return .verified(.agreement(points: points))
      case .noCommonDomain: return .unread("no point was found at which both sides have a value")
      case .difference(let place, let first, let second):
        return .contradicted(
          contradiction(right.side, .values(left: first, right: second, at: place, correct: nil)))
      }
    } catch {
      guard let numerator = error.numerator, left.isAnchor else { return .unread(error.reason) }
      return .contradicted(
        contradiction(right.side, .noLimit(numerator: numerator.text, correct: left.expression.text)))
    }
  }

  /// `e^x ≈ 1 + x + \frac{x^2}{2}`: the polynomial must begin as the Taylor series at 0 does. One that is otherwise but in
  /// one term is a slip; other polynomials approximate in other ways.
  private func polynomial(_ left: Value, _ right: Value) -> FormulaVerdict {
    if let (name, centre) = centre(of: right.term) {
      // Around another place, in the distance to it.
      let distance = "(\(name) - \(centre.text))"
      let moved = [name: Algebraic.variable(distance) + centre]
      var (left, right) = (left, right)
      left.expression = left.expression.substituting(moved)
      right.expression = right.expression.substituting(moved)
      return polynomial(left, right, in: distance)
    }
    return polynomial(left, right, in: nil)
  }

  /// The place around which a polynomial is written: 1 for `(x - 1) - \frac{(x - 1)^2}{2}`; nil for 0.
  private func centre(of term: Term) -> (name: String, place: Algebraic)? {
    var found: (name: String, place: Algebraic)?
    term.visit { part in
      guard case .sum(let parts) = part, parts.count == 2, case .name(let name) = parts[0],
        case .negative(let place) = parts[1], place.isNameOrNumber, meaning.function(name) == nil,
        let centre = try? meaning.expression(place), centre.number != 0
      else { return }
      found = found ?? (name, centre)
    }
    return found
  }

  private func polynomial(_ left: Value, _ right: Value, in distance: String?) -> FormulaVerdict {
    let names = right.expression.variables
    let unread = FormulaVerdict.unread("≈ is read between numbers, and before Taylor polynomials")
    guard names == left.expression.variables,
      let name = distance ?? (names.count == 1 ? names.first : names.first(where: Self.small.contains)),
      let written = coefficients(of: right.expression, name, count: nil), written.count > 1,
      let known = coefficients(of: left.expression, name, count: written.count)
    else { return unread }
    var wrong: [Int] = []
    var agreed = 0
    for (power, (mine, theirs)) in zip(written, known).enumerated() {
      if mine.comparison(with: theirs, opaque: opaque).isEqual {
        if mine.number != 0 { agreed += 1 }
      } else {
        wrong.append(power)
      }
    }
    guard let power = wrong.first else { return .verified(.agreement(points: 1)) }
    // What is linear in what becomes small may have other powers only where it is multiplied out.
    if Self.small.contains(name), power > 1, !right.term.hasPower(of: name) {
      return .unread("it is near to the first power of '\(name)' only")
    }
    let (mine, theirs) = (written[power], known[power])
    guard isWritable(mine), isWritable(theirs), agreed > 0 else { return unread }
    let found = FormulaVerdict.contradicted(
      contradiction(
        right.side,
        .coefficient(of: name, power: power, left: Self.text(of: theirs), right: Self.text(of: mine))))
    if isSlipOfPolynomial(right, name, count: written.count, known) { return found }
    guard wrong.count == 1 else { return unread }
    if let first = mine.value(at: [:])?.value, let second = theirs.value(at: [:])?.value {
      // Beside one right term alone, a number such as 4/π² may be that of another approximation; and it may be rounded.
      let ratio = max(abs(first / second), abs(second / first))
      let isPlain =
        agreed > 1 || power > 2 && !right.term.names.contains("pi")
        || abs(ratio - ratio.rounded()) <= 1e-9 * ratio
      guard isPlain, abs(first - second) > 0.02 * abs(second) else { return unread }
    }
    return found
  }

  /// Whether a polynomial would be that of the left side with one sign, factor, number or exponent changed.
  private func isSlipOfPolynomial(_ side: Value, _ name: String, count: Int, _ known: [Algebraic]) -> Bool {
    guard !side.term.names.contains("pi"), side.expression.variables == [name] else { return false }
    return side.term.slips(factors: []).contains { slip in
      guard let form = try? meaning.expanded(meaning.expression(slip)), form.variables == [name],
        let written = coefficients(of: form, name, count: nil), written.count > 1, written.count <= count,
        written.count == count || written.count > 2
      else { return false }
      return zip(written, known).allSatisfy { $0.comparison(with: $1, opaque: opaque).isEqual }
    }
  }

  /// An expression, or the number that it is.
  private static func text(of form: Algebraic) -> String {
    guard form.number == nil, let value = form.value(at: [:])?.value else { return form.text }
    return Algebraic.number(value).text
  }

  /// The coefficients of the powers of a name in the Taylor series at 0; nil where one has no value.
  ///
  /// - Parameter count: How many; all of a polynomial where nil, and then nil for what is none.
  private func coefficients(of form: Algebraic, _ name: String, count: Int?) -> [Algebraic]? {
    var derivative = form
    var found: [Algebraic] = []
    var factorial = 1.0
    for power in 0...Self.highestDegree {
      if power == count { return found }
      if count == nil, derivative.number == 0 { return found }
      let value = derivative.substituting([name: .number(0)])
      guard value.isFinite else { return nil }
      if power > 1 { factorial *= Double(power) }
      found.append(value / .number(factorial))
      guard let next = try? Meaning.derivative(of: derivative, by: name) else { return nil }
      derivative = next
    }
    return nil
  }
}
