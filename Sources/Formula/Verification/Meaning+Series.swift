/// Sums and products over an index.
extension Meaning {
  private static let longestSeries = 200

  /// The sum or product of a term for each value of its index.
  func series(
    _ operand: Term, _ name: String, from: Term, to: Term, isProduct: Bool
  ) throws(Failure) -> Algebraic {
    let parts = try instances(of: operand, name, from: from, to: to)
    var found = Algebraic.number(isProduct ? 1 : 0)
    for part in parts {
      found = isProduct ? found * (try expression(part)) : found + (try expression(part))
      guard found.size <= Self.largest else { throw Failure("its sum or product is too long") }
    }
    return found
  }

  /// A term for each value of an index.
  func instances(of operand: Term, _ name: String, from: Term, to: Term) throws(Failure) -> [Term] {
    guard let first = try whole(from), let last = try whole(to) else {
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
        // Only a sum over a whole array says which element is the first.
        guard first == 0 || first == 1, count == array.count else {
          outside = base
          return nil
        }
        return array[value - first]
      }
      if let outside { throw Failure("whether its sum runs over all of '\(outside)' is not clear") }
      parts.append(part)
    }
    return parts
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
