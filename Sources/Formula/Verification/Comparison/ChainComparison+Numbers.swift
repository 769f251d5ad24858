/// Comparing numbers with one another.
extension ChainComparison {
  func numbers(_ left: Value, _ right: Value, isNear: Bool) -> FormulaVerdict {
    guard let first = left.expression.value(at: [:], opaque: opaque),
      let second = right.expression.value(at: [:], opaque: opaque), first.value.isFinite,
      second.value.isFinite
    else { return .unread("a side has no value") }
    let scales = scale(left.term) + scale(right.term)
    let largest = max(abs(first.value), abs(second.value))
    let isExact =
      left.term.isWholeArithmetic && right.term.isWholeArithmetic && max(largest, scales) < 0x1p53
    // Where rounding seems to explain more, the functions jump.
    let rounding =
      isExact
      ? 0 : min(64 * (first.error + second.error) + 1e-13 * scales, 1e-9 * max(largest, scales))
    if isNear { return nearly(left, right, first.value, second.value, rounding) }
    if left.term.hasNumericLimit || right.term.hasNumericLimit {
      let distance = abs(first.value - second.value) / max(1, abs(first.value), abs(second.value))
      if distance <= NumericLimit.tolerance { return .verified(.agreement(points: 1)) }
      if distance <= 1e-4 { return .unread("its limit is not known so exactly") }
    }
    if left.term.isKnownByValues || right.term.isKnownByValues {
      let distance = abs(first.value - second.value) / max(1, abs(first.value), abs(second.value))
      if distance <= max(Quadrature.tolerance, InfiniteSum.tolerance) {
        return .verified(.agreement(points: 1))
      }
    }
    if abs(first.value - second.value) <= rounding {
      // Nearly nothing is left of numbers that are much larger: what, only exact numbers would tell.
      let isLost = first.value != second.value && rounding > max(1e-2 * largest, 1e-9)
      return isLost ? .unread("rounding hides what is left of its numbers") : .verified(.proof)
    }
    if hasOpaque(left.expression) || hasOpaque(right.expression),
      abs(first.value - second.value) <= 1e-9 * max(abs(first.value), abs(second.value))
    {
      return .verified(.agreement(points: 1))
    }
    if !left.isAnchor, !right.isAnchor, case .name = left.term { return .unread("it gives a name a value") }
    if left.term.losesUnknown(in: meaning) || right.term.losesUnknown(in: meaning) {
      return .unread("a factor of 0 stands beside a name of which no cell says what it is")
    }
    if isEquationOfData(left, right) || isEquationOfData(right, left) {
      return .unread("it may be an equation, which holds for some vectors only")
    }
    if case .function("factorial", let arguments) = right.term, arguments.map(number) == [first.value] {
      return .unread("whether '!' stands for a factorial is not clear")
    }
    if isSlopeAtKink(left, second.value) || isSlopeAtKink(right, first.value) {
      return .unread("a function has no derivative there, and what it is taken to be is a convention")
    }
    if mayBeThousands(left, right) {
      return .unread("whether a point in it separates decimals or thousands is not clear")
    }
    if isCalculatedWithRoundedNumbers(left, right, abs(first.value - second.value)) {
      return .unread("it calculates with rounded numbers")
    }
    if let shown = right.term.literal ?? left.term.literal,
      Self.agrees(right.term.literal == nil ? second.value : first.value, shown), shown.unit < 1
    {
      return .contradicted(contradiction(right.side, .rounded(left: first.value, right: second.value)))
    }
    return .contradicted(contradiction(right.side, .numbers(left: first.value, right: second.value)))
  }

  /// Whether a side of vectors or sums over data is all that stands beside 0, or one of vectors beside 1: where vectors are
  /// orthogonal, where a boundary lies, how vectors are scaled.
  private func isEquationOfData(_ side: Value, _ other: Value) -> Bool {
    guard chain.sides.count == 2, let number = other.term.literal?.value else { return false }
    return side.term.speaksOfVectors
      ? [0, 1, -1].contains(number) : number == 0 && side.term.speaksOfElements
  }

  /// Whether what a side of numbers gives instead of one with names is due to their rounding: `-\ln p = -\ln 0.665`.
  private func isCalculatedWithRoundedNumbers(_ left: Value, _ right: Value, _ distance: Double) -> Bool {
    func isPlain(_ side: Value) -> Bool { side.term.names.isSubset(of: Meaning.constants.keys) }
    guard isPlain(left) != isPlain(right) else { return false }
    let side = isPlain(left) ? left : right
    guard side.term.literal == nil else { return false }
    var moved = 0.0
    var places = Set<Double>()
    side.term.visit { part in
      if case .number(let value, let unit) = part, unit < 1, abs(value) >= 100 * unit { places.insert(value) }
    }
    let plain = number(side.term)
    for place in places {
      let other = side.term.replacing { part in
        guard case .number(place, let unit) = part, unit < 1 else { return nil }
        return .number(place + unit / 2, unit: unit)
      }
      moved += abs(number(other) - plain)
    }
    return distance <= 1.05 * moved
  }

  /// Whether a number lies between the slopes on both sides of a place where a function has a kink, and a side is its
  /// derivative there: which of them that is taken to be is a convention.
  private func isSlopeAtKink(_ side: Value, _ number: Double) -> Bool {
    guard case .derivative(let name, order: 1, let arguments?, nil) = side.term, arguments.count == 1,
      let function = meaning.function(name), function.parameters.count == 1,
      let place = try? meaning.expanded(meaning.expression(arguments[0])).value(at: [:])?.value
    else { return false }
    func slopes(_ step: Double) -> ClosedRange<Double>? {
      let values = [place - step, place, place + step].compactMap {
        function.expression.value(at: [function.parameters[0]: $0], opaque: opaque)?.value
      }
      guard values.count == 3, values.allSatisfy(\.isFinite) else { return nil }
      let (before, after) = ((values[1] - values[0]) / step, (values[2] - values[1]) / step)
      return min(before, after)...max(before, after)
    }
    guard let wide = slopes(1e-4), let near = slopes(1e-5) else { return false }
    let gap = near.upperBound - near.lowerBound
    // Where the function is smooth, the slopes meet as the step shrinks.
    guard gap > 1e-3, gap > (wide.upperBound - wide.lowerBound) / 2 else { return false }
    return number >= near.lowerBound - 1e-6 && number <= near.upperBound + 1e-6
  }

  /// Whether sides would agree if the points in one of them, or in both, separated thousands.
  private func mayBeThousands(_ left: Value, _ right: Value) -> Bool {
    func readings(_ side: Value) -> [Double] {
      guard side.term.mayHaveThousands else { return [] }
      return [number(side.term.withThousands)]
    }
    let (lefts, rights) = (readings(left), readings(right))
    guard !lefts.isEmpty || !rights.isEmpty else { return false }
    for (first, second) in [(lefts, rights), (lefts, [number(right.term)]), ([number(left.term)], rights)] {
      guard let first = first.first, let second = second.first else { continue }
      if Self.agrees(first, (second, 1)) || Self.agrees(second, (first, 1)) { return true }
    }
    return false
  }

  private func nearly(
    _ left: Value, _ right: Value, _ first: Double, _ second: Double, _ rounding: Double
  ) -> FormulaVerdict {
    let shown = right.term.literal ?? left.term.literal
    guard let shown else { return .unread("≈ has no digits on either side") }
    let value = right.term.literal == nil ? second : first
    if Self.agrees(value, shown) { return .verified(.digits) }
    // Of two that are written out, either may be the rounded one.
    if let other = left.term.literal, right.term.literal != nil, Self.agrees(second, other) {
      return .verified(.digits)
    }
    if mayBeThousands(left, right) {
      return .unread("whether a point in it separates decimals or thousands is not clear")
    }
    if abs(value - shown.value) <= rounding {
      return .unread("rounding hides what is left of its numbers")
    }
    return .contradicted(contradiction(right.side, .digits(value: value, shown: shown.value)))
  }

  /// Whether a number is, rounded or cut off, what is shown.
  static func agrees(_ value: Double, _ shown: (value: Double, unit: Double)) -> Bool {
    var unit = shown.unit
    // 1000 may be shown for 1046.
    if unit == 1 {
      while unit < shown.value.magnitude, shown.value.truncatingRemainder(dividingBy: unit * 10) == 0 {
        unit *= 10
      }
    }
    let distance = abs(value - shown.value)
    if distance <= unit / 2 * (1 + 1e-9) { return true }
    return unit < 1 && value.magnitude >= shown.value.magnitude && distance < unit * (1 - 1e-9)
      && value.sign == shown.value.sign
  }

  /// How large the parts of a sum are, of whose rounding a small result keeps the whole.
  private func scale(_ term: Term) -> Double {
    switch term {
    case .sum(let parts): return parts.reduce(0) { $0 + scale($1) }
    case .negative(let part): return scale(part)
    case .product(let parts): return parts.reduce(1) { $0 * scale($1) }
    case .quotient(let above, let below):
      let divisor = abs(number(below))
      return divisor == 0 ? 0 : scale(above) / divisor
    case .series(let operand, let name, let from, let to, let isProduct):
      guard let parts = try? meaning.instances(of: operand, name, from: from, to: to) else { break }
      return scale(isProduct ? .product(parts) : .sum(parts))
    case .power(let base, let exponent):
      return scale(base) < 1 ? abs(number(term)) : raise(scale(base), to: min(number(exponent), 64))
    case .applied(let name, let arguments, nil):
      guard let function = meaning.function(name), function.parameters.count == arguments.count else { break }
      return rounding(function.expression, function.parameters, arguments.map(number))
    case .derivative(let name, let order, let arguments?, nil):
      guard let function = meaning.function(name), function.parameters.count == 1, arguments.count == 1,
        let slope = try? meaning.expression(.derivative(name, order: order, nil, exponent: nil))
      else { break }
      return rounding(slope, function.parameters, arguments.map(number))
    case .function(let name, let arguments):
      // Where a result is small, what moves the arguments is not: sin π.
      let names = arguments.indices.map { "\($0)" }
      let function = Algebraic.function(name, names.map(Algebraic.variable))
      return max(abs(number(term)), rounding(function, names, arguments.map(number), ofArguments: true))
    default: break
    }
    return abs(number(term))
  }

  /// The number that a term is; 0 where it is none.
  private func number(_ term: Term) -> Double {
    guard let found = try? meaning.expanded(meaning.expression(term)).value(at: [:], opaque: opaque)?.value,
      found.isFinite
    else { return 0 }
    return found
  }

  /// How far rounding may move a value of a function, and of its arguments before, in units of the last place of 1.
  ///
  /// - Parameter isOfArguments: Whether that of the arguments is all that counts.
  private func rounding(
    _ expression: Algebraic, _ names: [String], _ values: [Double], ofArguments isOfArguments: Bool = false
  ) -> Double {
    let place = Dictionary(zip(names, values)) { first, _ in first }
    guard let found = expression.value(at: place, opaque: opaque), found.value.isFinite else { return 0 }
    var moved = isOfArguments ? 0 : found.error
    for (name, value) in place {
      var other = place
      other[name] = value + 4 * value.ulp
      // A function that jumps here is not rounded further than it is computed.
      if let there = expression.value(at: other, opaque: opaque)?.value,
        abs(there - found.value) <= 1e-9 * max(1, abs(found.value))
      {
        moved += abs(there - found.value)
      }
    }
    return moved / Double.ulpOfOne
  }
}
