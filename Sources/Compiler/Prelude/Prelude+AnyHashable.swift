extension Prelude {
  /// Values of any type that can be compared and hashed; numbers of different types are equal where their values are.
  static let anyHashable = #"""
    struct AnyHashable: Hashable, _HashableHolder, CustomStringConvertible, CustomDebugStringConvertible {
      let _base: any Hashable
      @_intrinsic("construct") init(_base: any Hashable)
      init<Base: Hashable>(_ base: Base) { self = _anyHashable(base) }
      init(_ base: AnyHashable) { self = base }
      var base: Any { _base }
      static func == (left: AnyHashable, right: AnyHashable) -> Bool {
        if let number = left._whole { return number == right._whole }
        if let number = left._float { return number == right._float }
        return left._base._isEqual(to: right._base)
      }
      func hash(into hasher: inout Hasher) {
        if let number = _whole {
          hasher.combine(number)
        } else if let number = _float {
          hasher.combine(number)
        } else {
          _base.hash(into: &hasher)
        }
      }
      // A number that is an integer, in two halves: no type holds them all.
      var _whole: [Int]? {
        if let integer = _base as? any BinaryInteger {
          let bits = integer._bits()
          return bits < 0 && String(describing: integer).hasPrefix("-") ? [-1, bits] : [0, bits]
        }
        guard let number = _float, number.rounded() == number else { return nil }
        if number >= -9223372036854775808.0 && number < 9223372036854775808.0 {
          return number < 0 ? [-1, Int(number)] : [0, Int(number)]
        }
        if number < 0 || number >= 18446744073709551616.0 { return nil }
        return [0, Int(number - 9223372036854775808.0) &+ -9223372036854775808]
      }
      var _float: Double? {
        if let number = _base as? any BinaryFloatingPoint { return number._asDouble() }
        return nil
      }
      var description: String { String(describing: base) }
      var debugDescription: String { "AnyHashable(" + String(reflecting: base) + ")" }
    }
    func _anyHashable(_ base: any Hashable) -> AnyHashable { (base as? AnyHashable) ?? AnyHashable(_base: base) }
    """#
}
