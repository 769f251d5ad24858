/// What `<!-- #label caption: … -->` right before a table, an image or a displayed formula says.
public struct BlockLabel: Sendable, Hashable {
  /// What the block is, and so what it is counted with.
  public enum Kind: Sendable, Hashable {
    case figure, equation, table
  }

  public var kind: Kind
  public var label: String
  public var caption: String?
  /// UTF-8 offsets of the label.
  public var range: Range<Int>

  public init(kind: Kind, label: String, caption: String?, range: Range<Int>) {
    self.kind = kind
    self.label = label
    self.caption = caption
    self.range = range
  }
}
