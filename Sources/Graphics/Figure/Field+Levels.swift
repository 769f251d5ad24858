extension Field {
  /// Up to twelve heights that are easily read, for a field of which nothing else is known.
  ///
  /// - Returns: None where the values are all the same or not finite.
  public static func niceLevels(of values: [Double]) -> [Double] {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max(), least < greatest else { return [] }
    return LinearTicks(in: Domain(least...greatest), atMost: 12).values.filter { least < $0 && $0 < greatest }
  }

  /// Heights that a path over the field crosses several of, for curves that tell how the path goes down.
  ///
  /// Eight levels lie between the least value of all and the greatest of the path; the k-th is the k-th
  /// eighth of the way to a power, so that about half of them are crossed on the first half of the path's
  /// length: for a parabola the power is 2, and the curves are equally spaced. Above them follow up to eight
  /// more, as far as the field reaches. A level with fewer than eight points of the grid on one side is left
  /// out: what it cuts off is too small for the grid. Where fewer than three levels remain, as for a path
  /// that does not go down, they span the field.
  ///
  /// - Parameters:
  ///   - values: The field's values.
  ///   - path: Points of the path inside the field with the value at each; those with a number that is not
  ///     finite do not count.
  ///   - width: The width of the field, a positive number, against which lengths along x are measured.
  ///   - height: The same along y.
  /// - Complexity: O(values and points). Only arithmetic, so the same on every machine.
  public static func levels(
    of values: [Double], along path: [(x: Double, y: Double, value: Double)], width: Double, height: Double
  ) -> [Double] {
    let path = path.filter { $0.x.isFinite && $0.y.isFinite && $0.value.isFinite }
    let values = values.filter(\.isFinite)
    let rim = min(8, values.count / 8)
    let (lowest, highest) = (first(rim + 1, of: values, by: <), first(rim + 1, of: values, by: >))
    guard let least = lowest.first, let greatest = highest.first else { return [] }
    let (floor, ceiling) = (lowest[rim], highest[rim])
    let low = path.reduce(least) { min($0, $1.value) }
    let high = path.reduce(greatest) { max($0, $1.value) }
    guard low < high else { return [] }
    let reached = path.map(\.value).max() ?? high
    let top = reached > low ? reached : high
    let power = power(share: (halfway(path, width, height) ?? low) / 2 - low / 2, of: top / 2 - low / 2)
    var levels: [Double] = []
    for k in 1...16 {
      var share = 1.0
      for _ in 0..<power { share *= Double(k) / 8 }
      let level = low + share * top - share * low
      if level >= ceiling { break }
      if level > levels.last ?? floor { levels.append(level) }
    }
    return levels.count > 2 || path.isEmpty ? levels : Self.levels(of: values, along: [], width: 1, height: 1)
  }

  /// The first few of some values in an order.
  private static func first(
    _ count: Int, of values: [Double], by precedes: (Double, Double) -> Bool
  ) -> [Double] {
    var first: [Double] = []
    for value in values where first.count < count || precedes(value, first[count - 1]) {
      first.insert(value, at: first.firstIndex { precedes(value, $0) } ?? first.endIndex)
      if first.count > count { first.removeLast() }
    }
    return first
  }

  /// The whole number from 1 to 6 to which a half must be raised to come nearest to a share of the whole.
  private static func power(share: Double, of whole: Double) -> Int {
    var power = 1
    var bound = 0.375 * whole
    while power < 6, share < bound {
      power += 1
      bound /= 2
    }
    return power
  }

  /// The value at half the length of a path; nil where it has no length.
  private static func halfway(
    _ path: [(x: Double, y: Double, value: Double)], _ width: Double, _ height: Double
  ) -> Double? {
    var lengths: [Double] = []
    for (a, b) in zip(path, path.dropFirst()) {
      let across = b.x / width - a.x / width
      let up = b.y / height - a.y / height
      lengths.append((across * across + up * up).squareRoot())
    }
    var rest = lengths.reduce(0, +) / 2
    guard rest > 0, rest.isFinite else { return nil }
    for (index, length) in lengths.enumerated() {
      if rest <= length {
        let share = rest / length
        return path[index].value * (1 - share) + path[index + 1].value * share
      }
      rest -= length
    }
    return path.last?.value
  }
}
