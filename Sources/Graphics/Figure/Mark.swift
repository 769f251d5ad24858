/// How a series is drawn.
///
/// The raw value is the word that recordings use and that the digest covers, so a case keeps its raw value
/// for ever.
public enum Mark: String, Sendable, Hashable, CaseIterable {
  /// Straight strokes from each point to the next, in the order of the data.
  case line
}
