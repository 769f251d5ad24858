/// One axis of a panel: what it shows, where, and which values it names.
struct Axis {
  let scale: LinearScale
  let ticks: [Tick]

  struct Tick: Equatable {
    /// In SVG units.
    var position: Double
    var label: String
  }

  /// An axis that names the given ticks, or, without any, no values.
  init(_ domain: Domain, from start: Double, to end: Double, ticks: LinearTicks? = nil) {
    let scale = LinearScale(domain: domain, start: start, end: end)
    self.scale = scale
    self.ticks = zip(ticks?.values ?? [], ticks?.labels ?? []).map { value, label in
      Tick(position: scale.position(value), label: label)
    }
  }

  /// A vertical axis: `top` is less than `bottom`.
  static func vertical(_ domain: Domain, top: Double, bottom: Double) -> Axis {
    let count = Int((bottom - top) / 40)
    return Axis(domain, from: bottom, to: top, ticks: LinearTicks(in: domain, atMost: count))
  }

  /// A horizontal axis with as many ticks, up to one every 40 units, as leave a gap between their labels.
  ///
  /// It is shortened where labels would otherwise pass the edges of the page, from 0 to `width`.
  static func horizontal(_ domain: Domain, left: Double, right: Double, width: Double) -> Axis {
    let axis = horizontal(domain, left: left, right: right)
    guard let first = axis.ticks.first, let last = axis.ticks.last else { return axis }
    let before = max(0, first.width / 2 + 2 - first.position)
    let after = max(0, last.position + last.width / 2 + 2 - width)
    return before + after == 0 ? axis : horizontal(domain, left: left + before, right: right - after)
  }

  private static func horizontal(_ domain: Domain, left: Double, right: Double) -> Axis {
    var count = max(1, Int((right - left) / 40))
    while true {
      let axis = Axis(domain, from: left, to: right, ticks: LinearTicks(in: domain, atMost: count))
      if count == 1 || axis.hasRoomForLabels { return axis }
      count -= 1
    }
  }

  private var hasRoomForLabels: Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { first, second in
      second.position - first.position >= (first.width + second.width) / 2 + 10
    }
  }

  /// The place of zero, where the axis shows it.
  var zero: Double? { scale.domain.contains(0) ? scale.position(0) : nil }
}

extension Axis.Tick {
  /// The estimated width of the label.
  var width: Double { TextMetrics.width(of: label, size: Style.tickSize) }
}
