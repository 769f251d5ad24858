/// One axis of a panel: what it shows, where, and which values it names.
struct Axis {
  let scale: Scale
  private(set) var ticks: [Tick]
  /// Places between the ticks that are marked without a name.
  private(set) var minor: [Double] = []
  /// Whether what is written at the ticks was given by an author, and may be cut, unlike numbers.
  private let hasNames: Bool

  struct Tick: Equatable {
    /// In SVG units.
    var position: Double
    var label: String
  }

  /// What an axis shows before it has a place on the page.
  struct Content {
    var domain: Domain
    var options = AxisOptions()

    /// Data values whose ends the domain has, or nearly.
    fileprivate var range: ClosedRange<Double>
  }

  /// An axis without names.
  init(_ content: Content, from start: Double, to end: Double) {
    hasNames = !content.options.names.isEmpty
    scale = Scale(content.options.scale, domain: content.domain, start: start, end: end)
    ticks = []
  }

  /// An axis that names at most a number of values.
  private init(_ content: Content, from start: Double, to end: Double, atMost count: Int) {
    hasNames = !content.options.names.isEmpty
    scale = Scale(content.options.scale, domain: content.domain, start: start, end: end)
    let named = content.names(atMost: count)
    func isShown(_ place: Double) -> Bool {
      place >= min(start, end) - 1e-6 && place <= max(start, end) + 1e-6
    }
    ticks = named.ticks.compactMap { [scale] value, label in
      scale.place(value).flatMap { isShown($0) ? Tick(position: $0, label: label) : nil }
    }
    minor = named.minor.compactMap(scale.place).filter(isShown)
  }

  /// A vertical axis: `top` is less than `bottom`. Names are cut to a width; numbers, which would then be others, are
  /// left out.
  static func vertical(
    _ content: Content, from start: Double, to end: Double, labelWidth: Double = mostLabelWidth
  ) -> Axis {
    Axis(content, from: start, to: end, atMost: max(1, Int(abs(start - end) / content.spacing(of: 40))))
      .cut(to: min(labelWidth, mostLabelWidth))
  }

  /// The most that the names of a vertical axis are wide.
  static let mostLabelWidth = 160.0

  /// The least room in which a shortened name says something.
  private static let leastNameWidth = 24.0

  /// A horizontal axis with as many ticks, up to one every 48 units, as leave a gap between their labels.
  ///
  /// It is shortened where labels would otherwise pass the edges of the page, from 0 to `width`.
  static func horizontal(_ content: Content, left: Double, right: Double, width: Double) -> Axis {
    let axis = horizontal(content, left: left, right: right)
    guard let first = axis.ticks.first, let last = axis.ticks.last else { return axis }
    let before = max(0, first.width / 2 + 2 - first.position)
    let after = max(0, last.position + last.width / 2 + 2 - width)
    return before + after == 0 ? axis : horizontal(content, left: left + before, right: right - after)
  }

  private static func horizontal(_ content: Content, left: Double, right: Double) -> Axis {
    var count = max(1, Int((right - left) / content.spacing(of: 48)))
    // A few names are all shown, long ones shortened.
    let names = content.options.names.count
    let room = (right - left) / Double(max(1, names)) - 10
    if names > 1, room >= Axis.leastNameWidth {
      let axis = Axis(content, from: left, to: right, atMost: count)
      let whole = axis.cut(to: (right - left) / 2)
      return whole.hasRoomForLabels ? whole : axis.cut(to: room)
    }
    while true {
      let axis = Axis(content, from: left, to: right, atMost: count).cut(to: (right - left) / 2)
      if count == 1 || axis.hasRoomForLabels { return axis }
      count -= 1
    }
  }

  private func cut(to width: Double) -> Axis {
    var axis = self
    axis.ticks = ticks.compactMap { tick in
      if !hasNames { return tick.width <= width ? tick : nil }
      let label = tick.label.onOneLine(limit: 200)
      return Tick(
        position: tick.position, label: TextMetrics.truncated(label, to: width, size: Style.narrowSize))
    }
    return axis
  }

  private var hasRoomForLabels: Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { first, second in
      second.position - first.position >= (first.width + second.width) / 2 + 10
    }
  }

  /// The place of zero, where the axis shows it.
  var zero: Double? {
    guard let zero = scale.kind.transformed(0), scale.domain.contains(zero) else { return nil }
    return scale.position(0)
  }
}

extension Axis.Content {
  /// What an axis shows of data between two values.
  ///
  /// - Parameter hasMargin: Whether the data stay away from the ends, unless limits are asked for.
  init(_ range: ClosedRange<Double>, _ options: AxisOptions = AxisOptions(), hasMargin: Bool = false) {
    self.options = options
    if let limits = options.limits, let domain = options.scale.domain(limits) {
      self.range = limits
      self.domain = domain
      return
    }
    self.range = range
    let domain = options.scale.domain(range) ?? Domain(0...1)
    self.domain = hasMargin ? domain.withMargin(stopsAtZero: options.scale == .linear) : domain
  }

  /// The least distance of names in SVG units, where that of numbers is known.
  fileprivate func spacing(of numbers: Double) -> Double {
    options.names.isEmpty ? numbers : Style.narrowSize * 1.4
  }

  /// Values with their names, and values that are marked without one.
  fileprivate func names(atMost count: Int) -> (ticks: [(Double, String)], minor: [Double]) {
    let wanted =
      options.ticks?.filter(\.isFinite)
      ?? (options.names.isEmpty ? nil : options.names.indices.map(Double.init))
    if let wanted = wanted?.filter({ options.scale.transformed($0).map(domain.contains) ?? false }) {
      let step = max(1, (wanted.count + count - 1) / count)
      return (
        wanted.enumerated().filter { $0.offset % step == 0 }.map { ($0.element, name(of: $0.element)) }, []
      )
    }
    if options.scale == .linear {
      let ticks = LinearTicks(in: domain, atMost: count)
      return (Array(zip(ticks.values, ticks.labels)), [])
    }
    let ticks = LogTicks(in: range, isSymmetric: options.scale == .symmetricLog, atMost: count)
    return (Array(zip(ticks.values, ticks.labels)), ticks.minor)
  }

  private func name(of value: Double) -> String {
    if let index = Int(exactly: value), options.names.indices.contains(index) { return options.names[index] }
    return DecimalNumber(value).rounded(to: 12).typeset
  }
}

extension Axis.Tick {
  /// The estimated width of the label.
  var width: Double { TextMetrics.width(of: label, size: Style.narrowSize) }
}
