/// The data of an SVG path, in as few bytes as its shape allows.
///
/// Places are rounded to a tenth of a unit, which is less than a pixel shows; every command but the first is
/// relative to where the pen is, so rounding does not add up, and what the grammar of paths lets one leave out
/// is left out (SVG 2, section 9.3.9).
struct PathData {
  private(set) var text = ""
  /// In tenths of a unit, as is every place here.
  private var pen = (x: 0, y: 0)
  private var start = (x: 0, y: 0)
  private var command: Character?
  private var hasPointInLastNumber = false

  var isEmpty: Bool { text.isEmpty }

  /// Lifts the pen and puts it down elsewhere.
  mutating func move(x: Double, y: Double) {
    let place = (x: SVGWriter.tenths(x), y: SVGWriter.tenths(y))
    let isFirst = text.isEmpty
    write(isFirst ? "M" : "m", isFirst ? [place.x, place.y] : [place.x - pen.x, place.y - pen.y])
    // Numbers that follow those of a move are taken for a line.
    command = isFirst ? "L" : "l"
    pen = place
    start = place
  }

  /// Draws a straight stroke; none where it would be too short to be seen.
  mutating func line(x: Double, y: Double) {
    let place = (x: SVGWriter.tenths(x), y: SVGWriter.tenths(y))
    let (across, down) = (place.x - pen.x, place.y - pen.y)
    switch (across, down) {
    case (0, 0): return
    case (_, 0): write("h", [across])
    case (0, _): write("v", [down])
    default: write("l", [across, down])
    }
    pen = place
  }

  /// Draws one straight stroke, from whichever of its ends is nearer to the pen.
  mutating func rule(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    func distance(_ end: (x: Double, y: Double)) -> Int {
      abs(SVGWriter.tenths(end.x) - pen.x) + abs(SVGWriter.tenths(end.y) - pen.y)
    }
    let (start, end) = text.isEmpty || distance(a) <= distance(b) ? (a, b) : (b, a)
    move(x: start.x, y: start.y)
    line(x: end.x, y: end.y)
  }

  /// Draws a cubic Bézier curve with two control points.
  mutating func curve(_ first: PlacedPoint, _ second: PlacedPoint, to end: PlacedPoint) {
    let places = [first, second, end].map { (x: SVGWriter.tenths($0.x), y: SVGWriter.tenths($0.y)) }
    write("c", places.flatMap { [$0.x - pen.x, $0.y - pen.y] })
    pen = places[2]
  }

  /// Draws a stroke of no length, which round ends make a dot.
  mutating func dot(x: Double, y: Double) {
    move(x: x, y: y)
    write("h", [0])
  }

  /// Draws back to where the pen was put down last.
  mutating func close() {
    write("z", [])
    pen = start
  }

  private mutating func write(_ letter: Character, _ tenths: [Int]) {
    var needsGap = command == letter
    if !needsGap { text.append(letter) }
    command = letter
    for number in tenths {
      let digits = SVGWriter.length(tenths: number)
      let isApart = digits.hasPrefix("-") || digits.hasPrefix(".") && hasPointInLastNumber
      if needsGap, !isApart { text += " " }
      text += digits
      needsGap = true
      hasPointInLastNumber = digits.contains(".")
    }
  }
}

extension PathData {
  /// Draws a connected line through points with as few strokes and curves as stay within a distance of it.
  ///
  /// - Returns: The number of strokes and curves.
  @discardableResult
  mutating func stroke(_ points: [PlacedPoint], within tolerance: Double, isClosed: Bool = false) -> Int {
    guard let first = points.first else { return 0 }
    move(x: first.x, y: first.y)
    let pieces = (isClosed ? points + [first] : points).pieces(within: tolerance)
    for piece in pieces {
      switch piece {
      case .stroke(let end): line(x: end.x, y: end.y)
      case .curve(let one, let other, let end): curve(one, other, to: end)
      }
    }
    if isClosed { close() }
    return pieces.count
  }
}
