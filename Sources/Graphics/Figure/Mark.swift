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
}
