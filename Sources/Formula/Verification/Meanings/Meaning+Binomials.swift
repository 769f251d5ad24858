/// Binomial coefficients.
extension Meaning {
  private static let mostFactorsOfBinomial = 64

  /// `n` over `k`: n (n - 1) … (n - k + 1) / k! where k is a whole number, and by factorials where it has a name.
  ///
  /// - Complexity: Linear in k, of which only so many are worked out.
  func binomial(_ arguments: [Algebraic]) throws(Failure) -> Algebraic {
    guard arguments.count == 2 else { throw Failure("a binomial coefficient has two numbers") }
    let (upper, lower) = (arguments[0], arguments[1])
    guard let count = lower.number else {
      let rest = Algebraic.function("factorial", [upper - lower])
      return .function("factorial", [upper]) / (.function("factorial", [lower]) * rest)
    }
    guard count >= 0, count == count.rounded(), count <= Double(Self.mostFactorsOfBinomial) else {
      throw Failure("a binomial coefficient is read for small whole numbers only")
    }
    var found = Algebraic.number(1)
    for index in 0..<Int(count) {
      found = found * (upper - .number(Double(index))) / .number(Double(index + 1))
      guard found.size <= Self.largest else { throw Failure("its binomial coefficient is too long") }
    }
    return found
  }
}
