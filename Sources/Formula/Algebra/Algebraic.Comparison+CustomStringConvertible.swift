extension Algebraic.Comparison: CustomStringConvertible {
  /// One sentence: `differ at x = 2.0: 4.0 against 8.0`.
  public var description: String {
    switch self {
    case .identical: return "identical by normal form"
    case .agreement(let points): return "agree at \(points) point\(points == 1 ? "" : "s")"
    case .noCommonDomain: return "no common domain"
    case .difference(let place, let left, let right):
      let coordinates = place.map { "\($0.variable) = \($0.value)" }.joined(separator: ", ")
      return "differ" + (place.isEmpty ? "" : " at " + coordinates) + ": \(left) against \(right)"
    }
  }
}
