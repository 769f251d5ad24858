import Foundation

/// What the values of an expression come near to as a variable approaches a number from a side, or an end of the line.
struct NumericLimit {
  var value: Double
  /// How far the value may be off, as a part of it or of 1.
  static let tolerance = 1e-5

  private static let steps = 30
  /// How many values in a row must be near each other.
  private static let enough = 6

  /// Nil where the values do not settle, or rounding hides whether they do.
  init?(of form: Algebraic, as name: String, at place: Double, side: Double) {
    var settled: [Double] = []
    for step in 4..<Self.steps {
      // Three times a power of 2, so that no period of a function fits.
      let distance = 3 * raise(2, to: Double(step))
      let point = place.isFinite ? place + side / distance : (place < 0 ? -distance : distance)
      guard let found = form.value(at: [name: point]), found.value.isFinite,
        found.error <= 1e-7 * max(1, abs(found.value))
      else {
        if settled.count >= Self.enough { break }
        settled = []
        continue
      }
      settled.append(found.value)
    }
    guard settled.count >= Self.enough, let last = settled.last else { return nil }
    let scale = max(1, abs(last))
    guard settled.suffix(Self.enough).allSatisfy({ abs($0 - last) <= Self.tolerance / 2 * scale }) else {
      return nil
    }
    value = last
  }
}
