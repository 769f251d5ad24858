/// What can be said of a series in words.
struct SeriesFacts {
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  /// How the heights run from left to right.
  enum Shape {
    case rising, falling, valley, hill, constant, other
  }

  /// All points, finite or not.
  var count = 0
  /// Points with a coordinate that is not finite.
  var notFinite = 0
  /// The least and greatest abscissa of the finite points; nil without any.
  var x: ClosedRange<Double>?
  /// The lowest finite point, the first of several.
  var lowest: Point?
  /// The highest finite point, the first of several.
  var highest: Point?
  /// The first finite point.
  var first: Point?
  /// The last finite point.
  var last: Point?
  var shape = Shape.other

  /// - Complexity: O(points).
  init(_ series: Series) {
    count = series.count
    var isOrdered = true
    var turns = 0
    var wasRising: Bool?
    for (x, y) in zip(series.x, series.y) {
      guard x.isFinite, y.isFinite else {
        notFinite += 1
        continue
      }
      let point = Point(x: x, y: y)
      if let previous = last {
        isOrdered = isOrdered && previous.x < x
        if previous.y != y {
          let isRising = previous.y < y
          if let wasRising, wasRising != isRising { turns += 1 }
          wasRising = isRising
        }
      }
      extend(to: point)
    }
    guard isOrdered, notFinite == 0, count > 1 else { return }
    switch (turns, wasRising) {
    case (_, nil): shape = .constant
    case (0, true): shape = .rising
    case (0, _): shape = .falling
    case (1, true): shape = .valley
    case (1, _): shape = .hill
    default: shape = .other
    }
  }

  private mutating func extend(to point: Point) {
    first = first ?? point
    last = point
    x = min(x?.lowerBound ?? point.x, point.x)...max(x?.upperBound ?? point.x, point.x)
    if point.y < lowest?.y ?? .infinity { lowest = point }
    if point.y > highest?.y ?? -.infinity { highest = point }
  }
}
