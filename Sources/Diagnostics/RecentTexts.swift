import Synchronization

/// What has been made of the texts that a process has met last, so that it need not be made again.
///
/// It has two generations: what is not asked for while the younger one fills up goes with the older one.
public final class RecentTexts<Value: Sendable>: Sendable {
  /// Texts are the same where their bytes are: strings that only read the same are not.
  private struct Bytes: Hashable {
    let text: String

    static func == (one: Bytes, other: Bytes) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private struct Generations {
    var young: [Bytes: Value] = [:]
    var old: [Bytes: Value] = [:]
    /// The bytes of the younger generation's texts.
    var size = 0
  }

  /// The bytes of text that a generation holds.
  private let limit: Int
  private let generations = Mutex(Generations())

  /// - Parameter limit: The bytes of text that a generation holds; the last text may exceed them.
  public init(limit: Int) {
    self.limit = limit
  }

  /// What was kept of a text; nil where that was nothing, or too long ago.
  ///
  /// - Complexity: Linear in the length of the text.
  public func find(_ text: String) -> Value? {
    let bytes = Bytes(text: text)
    return generations.withLock { generations in
      if let value = generations.young[bytes] { return value }
      guard let value = generations.old[bytes] else { return nil }
      keep(value, of: bytes, in: &generations)
      return value
    }
  }

  /// Keeps what was made of a text, in the place of what was kept before. Texts that are longer than a generation are not
  /// worth the places of all others.
  ///
  /// - Complexity: Linear in the length of the text.
  public func keep(_ value: Value, of text: String) {
    guard text.utf8.count <= limit else { return }
    generations.withLock { keep(value, of: Bytes(text: text), in: &$0) }
  }

  private func keep(_ value: Value, of bytes: Bytes, in generations: inout Generations) {
    if generations.size >= limit {
      generations.old = generations.young
      generations.young = [:]
      generations.size = 0
    }
    if generations.young.updateValue(value, forKey: bytes) == nil {
      generations.size += bytes.text.utf8.count
    }
  }
}
