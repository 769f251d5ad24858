/// What the machine must know of a type to describe its values.
public indirect enum RuntimeType: Sendable, Hashable {
  case int
  case double
  case bool
  case string
  case void
  case function
  case any
  case array(RuntimeType, layout: Layout)
  /// The table, the keys and the values; offsets are the slots of one element.
  case dictionary(Field, Field)
  /// The table and the elements.
  case set(Field)
  case optional(RuntimeType, layout: Layout)
  case tuple([Field])
  /// A range: its name, and its two ends with a sign between them.
  case joined(String, Field, String, Field)
  case structure(String, [Field])

  /// A part of a value, from slot `offset` on.
  public struct Field: Sendable, Hashable {
    public var label: String?
    public var offset: Int
    public var type: RuntimeType

    public init(label: String?, offset: Int, type: RuntimeType) {
      self.label = label
      self.offset = offset
      self.type = type
    }
  }
}
