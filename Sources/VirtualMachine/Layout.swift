/// How a value lies in registers, globals and elements: one 64-bit slot after the other.
public struct Layout: Sendable, Hashable {
  /// What a slot holds.
  public enum Slot: Sendable, Hashable {
    /// Bits: a number, a truth value, a case.
    case bits
    /// A counted reference that is always there.
    case reference
    /// A counted reference that may be missing, as in an optional's payload.
    case optionalReference
  }

  public var slots: [Slot]

  public init(_ slots: [Slot]) { self.slots = slots }

  /// How many slots it takes.
  public var count: Int { slots.count }

  /// The places of references among its slots.
  public var references: [Int] { slots.indices.filter { slots[$0] != .bits } }

  /// Whether copying it counts no references.
  public var isTrivial: Bool { !slots.contains { $0 != .bits } }
}
