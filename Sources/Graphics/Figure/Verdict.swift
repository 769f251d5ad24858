/// What became of a search, for one of its coordinates.
public enum Verdict: Sendable {
  /// Its last steps moved it by at most a distance.
  case converged(within: Double)
  /// It goes to and fro between two places.
  case alternates(between: Double, and: Double)
  case stillMoving
  /// It goes on in one direction, and the function goes on falling.
  case unboundedBelow
  case diverges
  /// From a step on, it or the function's value is not a finite number.
  case notFinite(step: Int)

  /// The number of the case and what belongs to it: three numbers, from which `init(_:)` makes the verdict
  /// again.
  public var numbers: [Double] {
    switch self {
    case .converged(let distance): [0, distance, 0]
    case .alternates(let a, let b): [1, a, b]
    case .stillMoving: [2, 0, 0]
    case .unboundedBelow: [3, 0, 0]
    case .diverges: [4, 0, 0]
    case .notFinite(let step): [5, Double(step), 0]
    }
  }

  /// The verdict that three numbers stand for; nil where they stand for none.
  public init?(_ numbers: [Double]) {
    guard numbers.count == 3 else { return nil }
    switch numbers[0] {
    case 0: self = .converged(within: numbers[1])
    case 1: self = .alternates(between: numbers[1], and: numbers[2])
    case 2: self = .stillMoving
    case 3: self = .unboundedBelow
    case 4: self = .diverges
    case 5:
      guard let step = Int(exactly: numbers[1]) else { return nil }
      self = .notFinite(step: step)
    default: return nil
    }
  }
}

extension Verdict {
  /// The verdicts that numbers stand for, three each; those that stand for none are left out.
  public static func all(in numbers: [Double]) -> [Verdict] {
    stride(from: 0, to: numbers.count, by: 3).compactMap { Verdict(Array(numbers[$0...].prefix(3))) }
  }
}

extension Verdict: Hashable {
  /// Equality by bits, as for series.
  public static func == (a: Verdict, b: Verdict) -> Bool {
    a.numbers.map(\.canonicalBits) == b.numbers.map(\.canonicalBits)
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(numbers.map(\.canonicalBits)) }
}
