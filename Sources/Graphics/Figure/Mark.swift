/// How a series is drawn.
///
/// The raw value is the word that recordings use and that the digest covers, so a case keeps its raw value
/// for ever.
public enum Mark: String, Sendable, Hashable, CaseIterable {
  /// Straight strokes from each point to the next, in the order of the data.
  case line
  /// The points of a search, marked and joined in order: a ring for the first, a disc for the last.
  ///
  /// A path lies over the other series or the field of its figure; it does not widen what they show.
  case path
  /// Discs; `channels` may hold numbers that their colours and, second, their sizes stand for.
  case scatter
  /// Upright bars from zero, one for each of `texts`, side by side with those of other series.
  case bars
  /// Upright bars from zero without gaps; `channels` holds the right ends of the bins, `x` the left ones.
  case histogram
  /// The area between two lines; `channels` holds the upper one.
  case band
  /// Arrows in the directions that the two `channels` hold, as long as there is room for.
  case vectors
  /// An arrow to the point that the two `channels` hold.
  case arrow
  /// A text, the first of `texts`, beside a point.
  case text
  /// A line across the plot; `x` means nothing.
  case horizontal
  /// An upright line through the plot; `y` means nothing.
  case vertical

  /// Whether it has a colour of its own; others are drawn in that of texts.
  var isColoured: Bool {
    switch self {
    case .arrow, .text, .horizontal, .vertical: false
    case .line, .path, .scatter, .bars, .histogram, .band, .vectors: true
    }
  }
}
