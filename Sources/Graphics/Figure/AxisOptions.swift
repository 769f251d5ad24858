/// What an author asks of one axis; everything else follows from the data.
public struct AxisOptions: Sendable {
  /// How values become lengths.
  public var scale: ScaleKind
  /// The first and the last value that is shown, finite and different; nil for what the data need.
  public var limits: ClosedRange<Double>?
  /// The values that are named along the axis; nil for some that are easily read.
  public var ticks: [Double]?
  /// The names of the values 0, 1, 2 and so on, for axes that tell things apart instead of measuring them.
  public var names: [String]

  /// Options; those that are not given leave the choice to the data.
  public init(
    scale: ScaleKind = .linear, limits: ClosedRange<Double>? = nil, ticks: [Double]? = nil,
    names: [String] = []
  ) {
    self.scale = scale
    self.limits = limits
    self.ticks = ticks
    self.names = names
  }

  /// Whether nothing is asked for.
  var isPlain: Bool { self == AxisOptions() }
}

extension AxisOptions: Hashable {
  /// Equality by bits, as for series.
  public static func == (a: AxisOptions, b: AxisOptions) -> Bool {
    a.scale == b.scale && a.numbers == b.numbers && (a.ticks == nil) == (b.ticks == nil)
      && a.names.map { Array($0.utf8) } == b.names.map { Array($0.utf8) }
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(scale)
    hasher.combine(numbers)
    hasher.combine(names)
  }

  private var numbers: [[UInt64]] {
    [limits.map { [$0.lowerBound, $0.upperBound] } ?? [], ticks ?? []].map { $0.map(\.canonicalBits) }
  }
}
