/// Whether one expression could be meant to be another, and only has a slip in it.
extension Algebraic {
  /// Whether they differ in the numbers, exponents or signs of their terms alone, or lack one term of several.
  ///
  /// A formula that is further from a function than that defines another function of the same name.
  ///
  /// - Parameter isInner: Whether they are arguments of one function, and so not all there is.
  func isSlip(of other: Algebraic, isInner: Bool = false) -> Bool {
    var left = terms.filter { !Self.areSame(other.terms[$0.key], $0.value) }
    var right = other.terms.filter { !Self.areSame(terms[$0.key], $0.value) }
    let common = terms.count - left.count
    for product in left.keys where right[product] != nil {
      left[product] = nil
      right[product] = nil
    }
    if left.isEmpty, right.isEmpty { return true }
    if left.count > 1, Self.areOneFactorApart(left, right) { return true }
    // Otherwise all terms but one are the same.
    guard left.count <= 1, right.count <= 1, common == terms.count - left.count,
      common == other.terms.count - right.count
    else { return false }
    guard let mine = left.first, let theirs = right.first else { return common > 0 }
    // One power alone is too little to tell a slip in its exponent from another function.
    if !isInner, terms.count == 1, mine.key.hasFactors(of: theirs.key) { return false }
    // So is another function of the same argument, as e^x for sin x, but not another base: 2^x for e^x.
    if !isInner, terms.count == 1, let first = mine.key.function, let second = theirs.key.function,
      first != second, !Set([first, second]).isSubset(of: ["pow", "exp"])
    {
      return false
    }
    return mine.value.magnitude == theirs.value.magnitude && mine.key.isSlip(of: theirs.key)
      || common > 0 && mine.key.hasFactors(of: theirs.key)
  }

  /// Whether both are a power of the same factors, with other exponents.
  func isOtherPower(than other: Algebraic) -> Bool {
    guard terms.count == 1, other.terms.count == 1, let mine = terms.first, let theirs = other.terms.first
    else {
      return false
    }
    return mine.key != theirs.key && mine.key.hasFactors(of: theirs.key) && !variables.isEmpty
  }

  /// Whether one factor is another throughout, and that is a slip.
  private static func areOneFactorApart(_ left: Terms, _ right: Terms) -> Bool {
    func factors(_ terms: Terms) -> Set<Factor> { Set(terms.keys.flatMap(\.exponents.keys)) }
    let (mine, theirs) = (factors(left), factors(right))
    let (new, old) = (mine.subtracting(theirs), theirs.subtracting(mine))
    guard left.count == right.count, new.count == 1, old.count == 1, let factor = new.first,
      let other = old.first, factor.isSlip(of: other)
    else { return false }
    return right.allSatisfy { product, coefficient in
      var changed = product
      changed.exponents[factor] = changed.exponents[other]
      changed.exponents[other] = nil
      return areSame(left[changed], coefficient)
    }
  }

  /// Whether coefficients are the same but for the rounding of cells that compute them.
  private static func areSame(_ first: Double?, _ second: Double) -> Bool {
    first.map { abs($0 - second) <= 1e-12 * abs(second) } ?? false
  }
}

extension Algebraic.Product {
  /// The name of the function whose value is all that it is; nil where it is something else.
  fileprivate var function: String? {
    guard exponents.count == 1, case .function(let name, _)? = exponents.keys.first else { return nil }
    return name
  }

  /// Whether they have the same factors with other exponents.
  fileprivate func hasFactors(of other: Self) -> Bool {
    Set(exponents.keys) == Set(other.exponents.keys)
  }

  /// Whether they differ in exponents alone, or in a slip within one factor.
  fileprivate func isSlip(of other: Self) -> Bool {
    if hasFactors(of: other) { return true }
    let mine = exponents.filter { other.exponents[$0.key] != $0.value }
    let theirs = other.exponents.filter { exponents[$0.key] != $0.value }
    guard mine.count == 1, theirs.count == 1, let first = mine.first, let second = theirs.first,
      first.value == second.value
    else { return false }
    return first.key.isSlip(of: second.key)
  }
}

extension Algebraic.Factor {
  /// Whether it differs in a name, or in a slip within.
  fileprivate func isSlip(of other: Self) -> Bool {
    switch (self, other) {
    case (.sum(let a), .sum(let b)): return a.isSlip(of: b)
    // Another base: 2^u for e^u.
    case (.function("pow", let x), .function("exp", let y)) where x.count == 2 && x[0].number != nil:
      return x[1] == y.first
    case (.function(let a, let x), .function(let b, let y)):
      return x.count == y.count
        && (a == b ? zip(x, y).allSatisfy { $0 == $1 || $0.isSlip(of: $1, isInner: true) } : x == y)
    case (.variable, .variable): return true
    default: return false
    }
  }
}
