/// Which colours stand for which values in a figure, in steps.
///
/// Values on both sides of zero have a diverging map with zero in its middle. Steps between levels differ equally in
/// colour, and are equally high in the bar, however far apart the levels are: they are told apart, and read by name.
struct ColourScale {
  /// What the axis of the colour bar shows.
  let bar: Axis.Content
  /// The ends of the steps, ascending.
  private let bounds: [Double]
  private let map: ColourMap
  /// Where in the map the colour of each step is.
  private let shares: [Double]
  /// Whether the bar counts steps instead of measuring values.
  private let countsSteps: Bool

  /// How many steps there are where nothing else decides it.
  private static let steps = 24
  /// The most levels that divide it; of more, some are taken evenly.
  private static let mostLevels = 60

  /// The scale of a figure's field, or else of its points; nil where no colour means a value.
  init?(_ figure: Figure) {
    if let field = figure.field {
      if field.style == .contours { return nil }
      self.init(of: field.values, levels: field.style == .filled ? field.levels : nil)
    } else {
      self.init(of: figure.series.filter { $0.mark == .scatter }.flatMap { $0.channel(0) ?? [] }, levels: nil)
    }
  }

  /// The scale of values, with steps between levels or, without, steps of equal height.
  init?(of values: [Double], levels: [Double]?) {
    let values = values.filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max() else { return nil }
    let isDiverging = least < 0 && greatest > 0
    map = isDiverging ? .diverging : .sequential
    let ends = Domain(least...greatest)
    let inner = Self.thinned((levels ?? []).filter { ends.lower < $0 && $0 < ends.upper })
    countsSteps = !inner.isEmpty
    if countsSteps {
      bounds = [ends.lower] + inner + [ends.upper]
      shares = Self.shares(ofStepsBetween: bounds, isDiverging: isDiverging)
      let places = (1...inner.count).map(Double.init)
      bar = Axis.Content(
        0...Double(bounds.count - 1), AxisOptions(ticks: places, names: [""] + Self.names(of: inner)))
    } else {
      let count = levels == nil ? Self.steps : 1
      bounds = (0...count).map { step in
        let share = Double(step) / Double(count)
        return ends.lower * (1 - share) + ends.upper * share
      }
      let reach = max(-least, greatest)
      let scale = LinearScale(
        domain: isDiverging ? Domain(-reach...reach) : ends, start: 0, end: 1)
      shares = zip(bounds, bounds.dropFirst()).map { scale.position($0 / 2 + $1 / 2) }
      bar = Axis.Content(ends.lower...ends.upper)
    }
  }

  private static func thinned(_ levels: [Double]) -> [Double] {
    let each = max(1, (levels.count + mostLevels - 1) / mostLevels)
    return levels.enumerated().filter { $0.offset % each == 0 }.map(\.element)
  }

  /// Places in the map at equal distances: of a diverging one as far from the middle as steps are from zero.
  private static func shares(ofStepsBetween bounds: [Double], isDiverging: Bool) -> [Double] {
    let count = Double(bounds.count - 1)
    let middles = (0..<bounds.count - 1).map { Double($0) + 0.5 }
    guard isDiverging else { return middles.map { $0 / count } }
    let below = Double(bounds.count { $0 < 0 })
    let zero = bounds.contains(0) ? below : below - 0.5
    let reach = max(zero, count - zero)
    return middles.map { 0.5 + ($0 - zero) / (2 * reach) }
  }

  /// Levels in as few digits, from three, as tell them apart.
  private static func names(of levels: [Double]) -> [String] {
    func names(digits: Int) -> [String] {
      levels.map { DecimalNumber($0).rounded(to: digits).typeset }
    }
    let digits = (3...12).first { Set(names(digits: $0)).count == levels.count }
    return names(digits: digits ?? 12)
  }

  var stepCount: Int { shares.count }

  /// The value that a step starts from.
  func start(ofStep step: Int) -> Double { bounds[step] }

  /// Where a step starts along the axis of the bar.
  func barPlace(ofStep step: Int) -> Double { countsSteps ? Double(step) : bounds[step] }

  /// The step that holds a finite value; values beyond all belong to the nearest.
  func step(_ value: Double) -> Int {
    var (low, high) = (0, stepCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if value >= bounds[middle] { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func colour(ofStep step: Int) -> String { map.colour(shares[step]) }

  /// Whether dark letters are legible on the colour of a step.
  func isLight(_ step: Int) -> Bool { map.isLight(shares[step]) }
}
