/// Keeps what was made from lessons, so that it need not be made again from the same ones: outcomes of runs, woven
/// articles.
///
/// What it gives back is not trusted: whoever reads an entry looks at every byte, and makes the thing anew where one
/// is wrong.
public protocol ContentCache: Sendable {
  /// What tells this program from every other that might make something else: its version and the identity
  /// of its code.
  var program: [UInt8] { get }

  /// The entry of a key; nil where there is none.
  func entry(for key: CacheKey) -> [UInt8]?

  /// Keeps an entry, or does nothing where it can't.
  func keep(_ entry: [UInt8], for key: CacheKey)
}
