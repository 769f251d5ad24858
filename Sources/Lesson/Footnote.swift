/// `[^label]: …`: what a footnote says.
public struct Footnote: Sendable, Hashable {
  public var label: String
  public var blocks: [Block]
  /// UTF-8 offsets of `[^label]:`.
  public var range: Range<Int>

  public init(label: String, blocks: [Block], range: Range<Int>) {
    self.label = label
    self.blocks = blocks
    self.range = range
  }
}
