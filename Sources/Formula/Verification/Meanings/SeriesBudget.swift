/// How many terms of sums and products are still worked out for a lesson; shared by all meanings of its formulas, so that
/// no lesson takes for ever.
final class SeriesBudget {
  private var left = 200_000

  /// Takes some terms; false where they are too many.
  func take(_ count: Int) -> Bool {
    guard count <= left else { return false }
    left -= count
    return true
  }
}

extension SeriesBudget: Equatable {
  static func == (left: SeriesBudget, right: SeriesBudget) -> Bool { left === right }
}
