/// Definite integrals from values, by the Gauss-Kronrod rule of 7 and 15 points on intervals that are halved where the two
/// differ most (Piessens and others, "QUADPACK", 1983, algorithm QAG).
struct Quadrature {
  /// What the values may still cost.
  let budget: SeriesBudget
  /// What the values on one interval cost.
  let cost: Int
  /// How far the integral may be off, as a part of it or of 1.
  static let tolerance = 1e-8

  private static let accuracy = 1e-11
  private static let firstIntervals = 8
  private static let mostIntervals = 120

  private typealias Part = (from: Double, to: Double, value: Double, error: Double)

  /// The integral; nil where it does not settle, or the function has no value somewhere.
  ///
  /// - Complexity: Some thousand values at most.
  func integral(from: Double, to: Double, of function: (Double) -> Double?) -> Double? {
    if from > to { return integral(from: to, to: from, of: function).map(-) }
    switch (from.isFinite, to.isFinite) {
    case (true, true): return finite(from, to, function)
    // x = a + t/(1 - t), x = b - t/(1 - t), x = t/(1 - t²).
    case (true, false):
      return finite(0, 1) { t in function(from + t / (1 - t)).map { $0 / ((1 - t) * (1 - t)) } }
    case (false, true):
      return finite(0, 1) { t in function(to - t / (1 - t)).map { $0 / ((1 - t) * (1 - t)) } }
    case (false, false):
      return finite(-1, 1) { t in
        let rest = 1 - t * t
        return function(t / rest).map { $0 * (1 + t * t) / (rest * rest) }
      }
    }
  }

  private func finite(_ from: Double, _ to: Double, _ function: (Double) -> Double?) -> Double? {
    guard from.isFinite, to.isFinite, from < to else { return from == to ? 0 : nil }
    let step = (to - from) / Double(Self.firstIntervals)
    var parts: [Part] = []
    for index in 0..<Self.firstIntervals {
      let start = from + Double(index) * step
      guard let part = part(start, start + step, function) else { return nil }
      parts.append(part)
    }
    while true {
      let value = parts.reduce(0) { $0 + $1.value }
      let size = parts.reduce(0) { $0 + abs($1.value) }
      if parts.reduce(0, { $0 + $1.error }) <= Self.accuracy * max(1e-3, size) { return value }
      guard parts.count < Self.mostIntervals,
        let worst = parts.indices.max(by: { parts[$0].error < parts[$1].error })
      else { return nil }
      let whole = parts[worst]
      let middle = (whole.from + whole.to) / 2
      guard let left = part(whole.from, middle, function), let right = part(middle, whole.to, function) else {
        return nil
      }
      parts[worst] = left
      parts.append(right)
    }
  }

  private func part(_ from: Double, _ to: Double, _ function: (Double) -> Double?) -> Part? {
    guard budget.take(cost) else { return nil }
    let (middle, half) = ((from + to) / 2, (to - from) / 2)
    var (fine, coarse) = (0.0, 0.0)
    for (index, node) in Self.nodes.enumerated() {
      for place in node == 0 ? [middle] : [middle - half * node, middle + half * node] {
        guard let value = function(place), value.isFinite else { return nil }
        fine += Self.weights[index] * value
        // Every other node is one of the rule of 7 points.
        if index % 2 == 1 { coarse += Self.coarseWeights[index / 2] * value }
      }
    }
    return (from, to, fine * half, abs(fine - coarse) * half)
  }

  /// The nodes that are not negative, the outermost first, and the weights of both rules.
  private static let nodes = [
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144691258, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0,
  ]
  private static let weights = [
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
  ]
  private static let coarseWeights = [
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
  ]
}
