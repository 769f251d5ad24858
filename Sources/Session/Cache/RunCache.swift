/// Keeps what runs of lessons gave, so that an unchanged lesson need not run again.
///
/// What it gives back is not trusted: `LessonRun` looks at every byte, and runs the lesson where one is wrong.
public protocol RunCache: Sendable {
  /// What tells this program from every other that might give another outcome: its version and the identity
  /// of its code.
  var program: [UInt8] { get }

  /// The entry of a key; nil where there is none.
  func entry(for key: RunKey) -> [UInt8]?

  /// Keeps an entry, or does nothing where it can't.
  func keep(_ entry: [UInt8], for key: RunKey)
}
