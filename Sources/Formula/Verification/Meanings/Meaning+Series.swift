/// Sums and products over an index.
extension Meaning {
  private static let longestSeries = 200

  /// The sum or product of a term for each value of its index.
  func series(
    _ operand: Term, _ name: String, from: Term, to: Term, isProduct: Bool
  ) throws(Failure) -> Algebraic {
    if to == .number(.infinity, unit: 1), !isProduct { return try infiniteSum(of: operand, name, from: from) }
    let parts = try instances(of: operand, name, from: from, to: to)
    var found = Algebraic.number(isProduct ? 1 : 0)
    for part in parts {
      found = isProduct ? found * (try expression(part)) : found + (try expression(part))
      guard found.size <= Self.largest else { throw Failure("its sum or product is too long") }
    }
    return found
  }

  /// The sum of a term for each value of its index without end, from numbers.
  private func infiniteSum(of operand: Term, _ name: String, from: Term) throws(Failure) -> Algebraic {
    guard let first = try whole(from) else { throw Failure("the bounds of its sum or product are not known") }
    var inner = self
    inner.bound.insert(name)
    let form = try inner.expanded(inner.expression(operand), except: [name])
    guard form.variables.isSubset(of: [name]) else {
      throw Failure("its sum depends on more than '\(name)'")
    }
    guard budget.take(InfiniteSum.mostTerms * form.size / 8 + 1) else {
      throw Failure("the sums before it took all the time that those of a lesson may take")
    }
    guard let sum = InfiniteSum({ form.value(at: [name: Double(first + $0)])?.value }).value else {
      throw Failure("its sum is not plain from its terms")
    }
    return .number(sum)
  }

  /// A term for each value of an index.
  func instances(of operand: Term, _ name: String, from: Term, to: Term) throws(Failure) -> [Term] {
    guard let first = try whole(from), let last = try to == .last ? length(of: operand, name) : whole(to)
    else {
      throw Failure("the bounds of its sum or product are not known")
    }
    guard last - first < Self.longestSeries, operand.seriesDepth < 2 else {
      throw Failure("its sum or product has too many terms")
    }
    let count = max(last - first + 1, 0)
    guard budget.take(count) else {
      throw Failure("the sums before it took all the time that those of a lesson may take")
    }
    var parts: [Term] = []
    for value in first..<(first + count) {
      var outside: String?
      let part = operand.indexed(name, value) { base in
        guard let array = arrays[base] else { return nil }
        // Only a sum over a whole array, or one to an element that it has only if counted from 1, says which is the first.
        if first == 0 || first == 1, count == array.count { return array[value - first] }
        guard first > 1, last == array.count else {
          outside = base
          return nil
        }
        return array[value - 1]
      }
      if let outside { throw Failure("whether its sum runs over all of '\(outside)' is not clear") }
      parts.append(part)
    }
    return parts
  }

  /// How many elements the arrays have that stand in a term with an index; nil where that is not known.
  private func length(of term: Term, _ index: String) -> Int? {
    var counts: Set<Int?> = []
    for name in term.names {
      guard let parts = SubscriptedName(name), parts.index.contains(index) else { continue }
      counts.insert(parts.index == index ? arrays[parts.base]?.count : nil)
    }
    return counts.count == 1 ? counts.first ?? nil : nil
  }

  private func whole(_ term: Term) throws(Failure) -> Int? {
    guard let number = try expression(term).number, number == number.rounded(), abs(number) < 1e15 else {
      return nil
    }
    return Int(number)
  }
}

extension Term {
  /// How many sums stand in each other.
  var seriesDepth: Int {
    var depth = 0
    visit { if case .series = $0 { depth += 1 } }
    return depth
  }
}
