/// What the machine must know of a type to describe its values.
///
/// Types speak of each other by number, so that a type may hold itself.
public indirect enum RuntimeType: Sendable, Hashable {
  case int
  /// A 64-bit unsigned integer.
  case unsigned
  case double
  case float
  case bool
  case string
  case void
  case function
  /// A box or an instance whose first slot holds the number of its type.
  case any
  case array(Int, layout: Layout)
  /// The table, the keys and the values; offsets are the slots of one element.
  case dictionary(Field, Field)
  /// The table and the elements.
  case set(Field)
  case optional(Int)
  case tuple([Field])
  /// A range: its name, and its two ends with a sign between them.
  case joined(String, Field, String, Field)
  /// A structure: its short and its qualified name, and its fields.
  case structure(String, qualified: String, [Field])
  /// An enumeration: its qualified name and its cases.
  case enumeration(String, [Case])
  /// An instance of a class: its qualified name.
  case instance(String)
  /// A type whose functions describe its values: as `description` does, and as `debugDescription` does.
  case described(plain: Int, debug: Int, size: Int)
  /// The type of a type, whose short or qualified name it prints.
  case metatype(String, qualified: String)

  /// A part of a value, from slot `offset` on.
  public struct Field: Sendable, Hashable {
    public var label: String?
    public var offset: Int
    public var type: Int

    public init(label: String?, offset: Int, type: Int) {
      self.label = label
      self.offset = offset
      self.type = type
    }
  }

  /// A case of an enumeration.
  public struct Case: Sendable, Hashable {
    public var name: String
    /// Its payload's parts, their offsets counted from the payload's start.
    public var fields: [Field]
    /// The slots of the value that hold the payload's slots; one slot with a box where it is indirect.
    public var positions: [Int]
    public var isIndirect: Bool

    public init(name: String, fields: [Field], positions: [Int], isIndirect: Bool) {
      self.name = name
      self.fields = fields
      self.positions = positions
      self.isIndirect = isIndirect
    }
  }
}
