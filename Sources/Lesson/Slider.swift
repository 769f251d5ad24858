/// A constant of a cell that readers of the page move: the cell is run for each of its values.
///
///     //| slider: rate in 0.1...0.5 step 0.1
///     let rate = 0.2
public struct Slider: Sendable, Hashable {
  /// The most times that a cell is run for its sliders.
  public static let mostFrames = 500

  /// The constant that the cell declares.
  public var name: String
  /// At least two decimal numbers as Swift writes them, in the order of the slider: `0.1`, `2`, `-3`.
  public var values: [String]

  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

extension [Slider] {
  /// How often a cell with these sliders is run: once for every combination of their values.
  public var frameCount: Int { reduce(1) { $0 * $1.values.count } }

  /// Which of its values each slider has in a frame; those of the last one follow one another.
  public func positions(inFrame index: Int) -> [Int] {
    var rest = index
    var positions: [Int] = []
    for slider in reversed() {
      positions.append(rest % slider.values.count)
      rest /= slider.values.count
    }
    return positions.reversed()
  }
}
