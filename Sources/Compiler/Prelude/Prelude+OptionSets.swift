extension Prelude {
  /// Sets whose members are the bits of a number.
  static let optionSets = #"""
    protocol OptionSet: RawRepresentable, Equatable, ExpressibleByArrayLiteral {
      associatedtype Element = Self
      associatedtype ArrayLiteralElement = Self
    }
    extension OptionSet where RawValue: FixedWidthInteger {
      static func _of(_ bits: RawValue) -> Self {
        guard let set = Self(rawValue: bits) else { fatalError("the initializer of an option set gave nil") }
        return set
      }
      init() { self = Self._of(0) }
      init(arrayLiteral elements: Self...) { self = Self._of(elements.reduce(0) { $0 | $1.rawValue }) }
      init<Elements: Sequence>(_ elements: Elements) where Elements.Element == Self {
        self = Self._of(elements.reduce(0) { $0 | $1.rawValue })
      }
      var isEmpty: Bool { rawValue == 0 }
      func contains(_ member: Self) -> Bool { rawValue & member.rawValue == member.rawValue }
      func union(_ other: Self) -> Self { Self._of(rawValue | other.rawValue) }
      func intersection(_ other: Self) -> Self { Self._of(rawValue & other.rawValue) }
      func symmetricDifference(_ other: Self) -> Self { Self._of(rawValue ^ other.rawValue) }
      func subtracting(_ other: Self) -> Self { Self._of(rawValue & ~other.rawValue) }
      mutating func formUnion(_ other: Self) { self = self.union(other) }
      mutating func formIntersection(_ other: Self) { self = self.intersection(other) }
      mutating func formSymmetricDifference(_ other: Self) { self = self.symmetricDifference(other) }
      mutating func subtract(_ other: Self) { self = self.subtracting(other) }
      func isSubset(of other: Self) -> Bool { other.contains(self) }
      func isSuperset(of other: Self) -> Bool { self.contains(other) }
      func isStrictSubset(of other: Self) -> Bool { other.contains(self) && rawValue != other.rawValue }
      func isStrictSuperset(of other: Self) -> Bool { self.contains(other) && rawValue != other.rawValue }
      func isDisjoint(with other: Self) -> Bool { rawValue & other.rawValue == 0 }
      @discardableResult mutating func insert(_ member: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        if self.contains(member) { return (inserted: false, memberAfterInsert: member) }
        self.formUnion(member)
        return (inserted: true, memberAfterInsert: member)
      }
      @discardableResult mutating func remove(_ member: Self) -> Self? {
        let removed = self.intersection(member)
        self.subtract(member)
        return removed.isEmpty ? nil : removed
      }
      @discardableResult mutating func update(with member: Self) -> Self? {
        let former = self.intersection(member)
        self.formUnion(member)
        return former.isEmpty ? nil : former
      }
    }
    """#
}
