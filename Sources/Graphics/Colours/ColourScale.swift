/// Which colours stand for which values in a figure, in steps.
///
/// Values on both sides of zero have a diverging map with zero in its middle.
struct ColourScale {
  /// What the colours reach from and to.
  let range: ClosedRange<Double>
  /// The ends of the steps, ascending.
  private let bounds: [Double]
  private let map: ColourMap
  private let shares: LinearScale

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

  private init?(of values: [Double], levels: [Double]?) {
    let values = values.filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max() else { return nil }
    let isDiverging = least < 0 && greatest > 0
    let reach = max(-least, greatest)
    map = isDiverging ? .diverging : .sequential
    let domain = Domain(isDiverging ? -reach...reach : least...greatest)
    shares = LinearScale(domain: domain, start: 0, end: 1)
    let ends = least == greatest ? domain : Domain(least...greatest)
    range = ends.lower...ends.upper
    if let levels {
      let inner = levels.filter { ends.lower < $0 && $0 < ends.upper }
      let each = max(1, (inner.count + Self.mostLevels - 1) / Self.mostLevels)
      let chosen = inner.enumerated().filter { $0.offset % each == 0 }.map(\.element)
      bounds = [ends.lower] + chosen + [ends.upper]
    } else {
      bounds = (0...Self.steps).map { step in
        let share = Double(step) / Double(Self.steps)
        return ends.lower * (1 - share) + ends.upper * share
      }
    }
  }

  var stepCount: Int { bounds.count - 1 }

  /// The ends of a step.
  func range(ofStep step: Int) -> ClosedRange<Double> { bounds[step]...max(bounds[step], bounds[step + 1]) }

  /// The step that holds a finite value; values beyond all belong to the nearest.
  func step(_ value: Double) -> Int {
    var (low, high) = (0, stepCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if value >= bounds[middle] { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func colour(ofStep step: Int) -> String { map.colour(share(ofStep: step)) }

  /// Whether dark letters are legible on the colour of a step.
  func isLight(_ step: Int) -> Bool { map.isLight(share(ofStep: step)) }

  private func share(ofStep step: Int) -> Double {
    shares.position(bounds[step] / 2 + bounds[step + 1] / 2)
  }
}
