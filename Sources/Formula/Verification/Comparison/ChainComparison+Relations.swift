/// Relations of functions to themselves: `\sigma(-z) = 1 - \sigma(z)`.
extension ChainComparison {
  private static let points = 40
  private static let enoughPoints = 12

  /// The verdict on a number beside a side of functions whose value is the same everywhere, though its names do not go:
  /// `\sigma(z) + \sigma(-z) = 1`; nil where it is not.
  ///
  /// - Complexity: Mostly two values; some hundred where they are the same.
  func constant(_ left: Value, _ right: Value) -> FormulaVerdict? {
    let (varying, number) = left.isNumber ? (right, left) : (left, right)
    guard varying.isAnchor || varying.term.hasElementaryFunction,
      let written = number.expression.value(at: [:], opaque: opaque)?.value,
      let place = SamplePoints.places(
        of: varying.expression.variables, count: isMeant == nil ? 1 : Self.points
      )
      .first(where: isMeant ?? { _ in true }),
      let value = varying.expression.value(at: place, opaque: opaque)?.value, value.isFinite
    else { return nil }
    let evidence: FormulaVerdict.Evidence
    switch varying.expression.comparison(with: .number(value), opaque: opaque, where: isMeant) {
    case .identical: evidence = .proof
    case .agreement(let points) where points >= Self.enoughPoints: evidence = .agreement(points: points)
    case .agreement, .noCommonDomain: return nil
    case .difference(let other, let first, _):
      guard isSlipOfConstant(varying, written) else { return nil }
      return .contradicted(
        contradiction(
          right.side,
          .values(
            left: left.isNumber ? written : first, right: left.isNumber ? first : written, at: other,
            correct: nil)))
    }
    if abs(value - written) <= 1e-9 * max(1, abs(value)) { return .verified(evidence) }
    return .contradicted(
      contradiction(
        right.side,
        left.isNumber ? .numbers(left: written, right: value) : .numbers(left: value, right: written)))
  }

  /// Whether a side that is said to be a number everywhere would be with one sign, factor, number or exponent changed, or a
  /// sine for a cosine: `\sigma(z) - \sigma(-z) = 1`, `\sin^2 x + \sin^2 x = 1`.
  private func isSlipOfConstant(_ varying: Value, _ number: Double) -> Bool {
    guard meaning.isAsserted, case .sum = varying.term else { return false }
    return (varying.term.slips(factors: []) + varying.term.withOneFunctionExchanged).contains { slip in
      guard let form = try? meaning.expanded(meaning.expression(slip)),
        !varying.isAnchor || (try? meaning.expression(slip.withNamedValues))?.variables.isEmpty == false
      else { return false }
      switch form.comparison(with: .number(number), opaque: opaque, where: isMeant) {
      case .identical: return true
      case .agreement(let points): return points >= Self.enoughPoints
      case .difference, .noCommonDomain: return false
      }
    }
  }

  /// Whether a sum is what the left side would be if one of its terms had another coefficient, so that it holds nowhere by
  /// chance: what speaks of a function's values in different places is then no equation but an identity with a slip.
  ///
  /// - Complexity: Some ten evaluations of each term.
  func isSlipOfRelation(_ left: Value, _ right: Value) -> Bool {
    guard case .sum(let parts) = right.term, parts.count > 1, parts.count <= 4,
      left.expression.variables == right.expression.variables,
      applications(in: left.term).names == applications(in: right.term).names,
      applications(in: left.term).areElsewhere || applications(in: right.term).areElsewhere
    else { return false }
    let forms = parts.compactMap { try? meaning.expanded(meaning.expression($0)) }
    guard forms.count == parts.count else { return false }
    let places = SamplePoints.places(of: left.expression.variables, count: Self.points)
    let rows = places.compactMap { place -> (left: Double, parts: [Double])? in
      let values = ([left.expression] + forms).compactMap { $0.value(at: place, opaque: opaque)?.value }
      guard values.count == forms.count + 1, values.allSatisfy(\.isFinite) else { return nil }
      return (values[0], Array(values.dropFirst()))
    }
    return parts.indices.contains { index in
      // What the term would have to be, over what it is.
      let ratios = rows.compactMap { row -> Double? in
        let needed = row.left - row.parts.reduce(0, +) + row.parts[index]
        return abs(row.parts[index]) > 1e-3 ? needed / row.parts[index] : nil
      }
      guard ratios.count >= Self.enoughPoints, let first = ratios.first, first != 0 else { return false }
      return ratios.allSatisfy { abs($0 - first) <= 1e-9 * max(1, abs(first)) }
    }
  }

  /// Whether the right side is the function that the left side defines, but for a factor, a summand or signs, in values of
  /// other functions at other places: `\text{net}(w, v) = -v \sigma(2w)`.
  ///
  /// - Complexity: Some hundred evaluations of both.
  func isSlipOfDefinition(_ left: Value, _ right: Value) -> Bool {
    guard left.index == 0, let head = Head(left.term), head.parameters != nil,
      left.expression.variables == right.expression.variables
    else { return false }
    let (names, areElsewhere) = applications(in: right.term)
    return areElsewhere && !names.contains(head.name)
      && right.expression.isSlip(of: left.expression, opaque: opaque)
  }

  /// Whether the right side is the function that the left side defines, but for one sign, factor, number or exponent, in
  /// other functions. Beside its own variable the name of one without brackets may be that of a constant:
  /// `x(t) = x_0 + vt`.
  func isSlipOfComposition(_ left: Value, _ right: Value) -> Bool {
    guard left.index == 0, Head(left.term)?.parameters != nil else { return false }
    var open: Set<String> = []
    right.term.visit { if case .name(let name) = $0 { open.insert(name) } }
    let isConstant = open.contains { name in
      meaning.function(name).map { !$0.parameters.isEmpty && open.isSuperset(of: $0.parameters) } ?? false
    }
    return !isConstant && isRightWithOneChange(left, right)
  }

  /// Whether two terms are the derivatives of one order of two functions: what is equal where these grow alike, as in
  /// `R'(x) = C'(x)`.
  func areSlopes(_ left: Term, _ right: Term) -> Bool {
    func slope(_ term: Term) -> (of: String, order: Int)? {
      switch term {
      case .derivative(let name, let order, _, nil): (name, order)
      case .differential(.name(let name), let by, _): (name, by.count)
      default: nil
      }
    }
    guard let first = slope(left), let second = slope(right) else { return false }
    return first.of != second.of && first.order == second.order
  }

  /// The letter without brackets in two terms that a cell of another section makes a function of one variable, such as y,
  /// and that may stand for another curve here; nil where there is none.
  func otherCurve(_ left: Term, _ right: Term) -> String? {
    meaning.elsewhere.sorted().first { name in
      guard let function = meaning.function(name), name.count == 1, function.parameters.count == 1 else {
        return false
      }
      var isOpen = false
      var isCalled = false
      for term in [left, right] {
        term.visit { part in
          switch part {
          case .name(name), .derivative(name, _, nil, _): isOpen = true
          case .applied(name, _, _), .derivative(name, _, _?, _), .differential(.name(name), _, _):
            isCalled = true
          default: break
          }
        }
      }
      return isOpen && !isCalled
    }
  }

  /// The functions whose values stand in a term, and whether some stand at other places than a name.
  private func applications(in term: Term) -> (names: Set<String>, areElsewhere: Bool) {
    var names: Set<String> = []
    var areElsewhere = false
    term.visit { part in
      guard case .applied(let name, let arguments, _) = part, meaning.function(name) != nil else { return }
      names.insert(name)
      areElsewhere = areElsewhere || !arguments.allSatisfy(\.isNameOrNumber)
    }
    return (names, areElsewhere)
  }
}
