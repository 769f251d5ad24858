/// The looks that all figures share.
///
/// Colours are CSS variables, which a page sets: `--figure-ink` (texts), `--figure-axis`, `--figure-grid`,
/// `--figure-paper` (what is behind), and `--figure-1` to `--figure-7` (marks). For files of their own each has
/// a fallback that reads on white and on black.
enum Style {
  /// The figure's width; heights follow from the contents.
  static let width = 500.0
  /// The height of the area between the axes.
  static let plotHeight = 248.0
  static let tickSize = 14.0
  static let labelSize = 15.0
  static let titleSize = 17.0
  /// The size of all texts but titles where figures shrink with the screen, for which figures keep room: 11 pixels on
  /// the usual phone.
  static let narrowSize = 16.0

  /// How far the base line of a text is under the middle of its letters, in ems.
  static let drop = 0.35
  /// The same for small texts, in SVG units.
  static let tickDrop = tickSize * drop

  static let ink = "var(--figure-ink)"
  static let axis = "var(--figure-axis)"
  static let grid = "var(--figure-grid)"
  /// What is behind a figure, for rims that set marks apart from what they lie on.
  static let paper = "var(--figure-paper)"

  /// The colour of the n-th series, from 0.
  static func colour(_ index: Int) -> String { "var(--figure-\(index % seriesFallbacks.count + 1))" }

  /// A colour with its fallback, for where no page sets the variable; another value as it is.
  static func withFallback(_ colour: String) -> String {
    fallbacks[colour].map { "\(colour.dropLast()),\($0))" } ?? colour
  }

  /// These have a contrast of at least 3.5 against both white and #1e1e1e, and differ in lightness or in the
  /// blue–yellow direction from their neighbours, which colour-blind readers see.
  private static let seriesFallbacks = [
    "#176de8", "#cf6a12", "#14906f", "#bf4a9a", "#8560d0", "#857a2a", "#6f7782",
  ]

  private static let fallbacks: [String: String] = {
    var fallbacks = [ink: "currentColor", axis: "#888", grid: "#8883", paper: "Canvas"]
    for (index, fallback) in seriesFallbacks.enumerated() { fallbacks[colour(index)] = fallback }
    return fallbacks
  }()

  /// The dash pattern of the n-th series, from 0: what tells series apart without colours. Nil for an
  /// unbroken line.
  static func dashes(_ index: Int) -> String? {
    let patterns = [nil, "8 4", "3 3", "10 3 2 3"]
    return patterns[index % patterns.count]
  }
}
