/// The integer types besides `Int`, each from one template.
extension Prelude {
  /// The type of the magnitude of an `Int`, which every program has.
  static let word = integer("UInt", 7, "0", "18446744073709551615")

  static let integers =
    [
      ("Int8", 0, "-128", "127"), ("Int16", 1, "-32768", "32767"), ("Int32", 2, "-2147483648", "2147483647"),
      ("Int64", 3, "-9223372036854775808", "9223372036854775807"), ("UInt8", 4, "0", "255"),
      ("UInt16", 5, "0", "65535"), ("UInt32", 6, "0", "4294967295"),
      ("UInt64", 7, "0", "18446744073709551615"),
    ].map { name, kind, min, max in
      integer(name, kind, min, max)
        + "extension \(name) { @_intrinsic(\"\(fromFloat(kind))\") init(_ value: Float) }\n"
    }.joined(separator: "\n") + comparisons

  /// Integers of two types are compared by their values.
  private static let comparisons = """
    extension BinaryInteger {
      static func == <Other: BinaryInteger>(left: Self, right: Other) -> Bool {
        left._bits() == right._bits() && (left < 0) == (right < 0)
      }
      static func != <Other: BinaryInteger>(left: Self, right: Other) -> Bool { !(left == right) }
      static func < <Other: BinaryInteger>(left: Self, right: Other) -> Bool {
        let isNegative = left < 0
        return isNegative == (right < 0) ? UInt(_bits: left._bits()) < UInt(_bits: right._bits()) : isNegative
      }
      static func > <Other: BinaryInteger>(left: Self, right: Other) -> Bool { right < left }
      static func <= <Other: BinaryInteger>(left: Self, right: Other) -> Bool { !(right < left) }
      static func >= <Other: BinaryInteger>(left: Self, right: Other) -> Bool { !(left < right) }
    }

    """

  /// The operation that makes a value of it from a floating-point number.
  private static func fromFloat(_ kind: Int) -> String { kind == 7 ? "fToU" : "fit:fToInt:\(kind)" }

  private static func integer(_ name: String, _ kind: Int, _ min: String, _ max: String) -> String {
    let isWide = kind == 7
    let isSigned = kind < 4
    var text = integerTemplate
    for operation in ["add", "sub", "mul", "div", "rem"] {
      text.replace("FIT(\(operation))", with: isWide ? operation + "U" : "fit:\(operation)I:KIND")
    }
    if isWide {
      for operation in ["lt", "le", "gt", "ge"] {
        text.replace("\"\(operation)I\"", with: "\"\(operation)U\"")
      }
    }
    let negate =
      isSigned
      ? "@_intrinsic(\"fit:negI:KIND\") static prefix func - (value: NAME) -> NAME\n"
        + "  var magnitude: UNAME { UNAME(truncatingIfNeeded: self < 0 ? 0 &- self : self) }"
      : "var magnitude: NAME { self }"
    for (from, to) in [
      ("NEGATE", negate), ("SHR", isWide ? "shrU" : "wrap:shrI:KIND"),
      ("FROMF", fromFloat(kind)), ("KIND", "\(kind)"), ("MIN", min), ("MAX", max),
      ("BITS", "\(8 << (kind % 4))"), ("BARE", isSigned ? "U" + name : name),
      ("SIGN", isSigned ? "SignedInteger" : "UnsignedInteger"),
      ("NAME", name),
    ] { text.replace(from, with: to) }
    return text
  }

  private static let integerTemplate = """
    struct NAME: FixedWidthInteger, SIGN {
      @_intrinsic("identity") init(_ value: NAME)
      @_intrinsic("identity") init(_bits: Int)
      @_intrinsic("identity") func _bits() -> Int
      @_intrinsic("convert") init<Other: BinaryInteger>(_ value: Other)
      @_intrinsic("FROMF") init(_ value: Double)
      static var _kind: Int { KIND }
      typealias Magnitude = BARE
      func multipliedFullWidth(by other: NAME) -> (high: NAME, low: BARE) {
        let full = _multiplyFull(_bits(), other._bits(), NAME.min != 0)
        if BITS == 64 { return (high: NAME(_bits: full.1), low: BARE(_bits: full.0)) }
        return (high: NAME(_bits: full.0 >> BITS), low: BARE(truncatingIfNeeded: full.0))
      }
      static var zero: NAME { 0 }
      static var min: NAME { MIN }
      static var max: NAME { MAX }
      static var bitWidth: Int { BITS }
      @_intrinsic("FIT(add)") static func + (left: NAME, right: NAME) -> NAME
      @_intrinsic("FIT(sub)") static func - (left: NAME, right: NAME) -> NAME
      @_intrinsic("FIT(mul)") static func * (left: NAME, right: NAME) -> NAME
      @_intrinsic("FIT(div)") static func / (left: NAME, right: NAME) -> NAME
      @_intrinsic("FIT(rem)") static func % (left: NAME, right: NAME) -> NAME
      @_intrinsic("andI") static func & (left: NAME, right: NAME) -> NAME
      @_intrinsic("orI") static func | (left: NAME, right: NAME) -> NAME
      @_intrinsic("xorI") static func ^ (left: NAME, right: NAME) -> NAME
      @_intrinsic("wrap:shlI:KIND") static func << (left: NAME, right: NAME) -> NAME
      @_intrinsic("SHR") static func >> (left: NAME, right: NAME) -> NAME
      @_intrinsic("wrap:addWrapI:KIND") static func &+ (left: NAME, right: NAME) -> NAME
      @_intrinsic("wrap:subWrapI:KIND") static func &- (left: NAME, right: NAME) -> NAME
      @_intrinsic("wrap:mulWrapI:KIND") static func &* (left: NAME, right: NAME) -> NAME
      @_intrinsic("wrap:notI:KIND") static prefix func ~ (value: NAME) -> NAME
      @_intrinsic("eqI") static func == (left: NAME, right: NAME) -> Bool
      @_intrinsic("neI") static func != (left: NAME, right: NAME) -> Bool
      @_intrinsic("ltI") static func < (left: NAME, right: NAME) -> Bool
      @_intrinsic("leI") static func <= (left: NAME, right: NAME) -> Bool
      @_intrinsic("gtI") static func > (left: NAME, right: NAME) -> Bool
      @_intrinsic("geI") static func >= (left: NAME, right: NAME) -> Bool
      NEGATE
      typealias Stride = Int
      func advanced(by step: Int) -> NAME { NAME(Int(self) + step) }
      func distance(to other: NAME) -> Int { Int(other) - Int(self) }
    }

    """

  static let integerMembers = #"""
    extension BinaryInteger {
      init() { self = Self(_bits: 0) }
      static func << <Other: BinaryInteger>(left: Self, right: Other) -> Self { left << Self(_bits: right._bits()) }
      static func >> <Other: BinaryInteger>(left: Self, right: Other) -> Self { left >> Self(_bits: right._bits()) }
      static func <<= <Other: BinaryInteger>(left: inout Self, right: Other) { left = left << right }
      static func >>= <Other: BinaryInteger>(left: inout Self, right: Other) { left = left >> right }
      @_intrinsic("truncate") init<Other: BinaryInteger>(truncatingIfNeeded value: Other)
      func signum() -> Self { self > 0 ? 1 : (self == 0 ? 0 : Self(_bits: -1)) }
      func isMultiple(of other: Self) -> Bool { other == 0 ? self == 0 : self % other == 0 }
      func quotientAndRemainder(dividingBy other: Self) -> (quotient: Self, remainder: Self) {
        (quotient: self / other, remainder: self % other)
      }
      init?<Other: BinaryInteger>(exactly value: Other) {
        let result = Self(truncatingIfNeeded: value)
        if result._bits() != value._bits() || (result < 0) != (value < 0) { return nil }
        self = result
      }
      init<Source: BinaryFloatingPoint>(_ value: Source) { self.init(value._asDouble()) }
      init?<Source: BinaryFloatingPoint>(exactly value: Source) {
        let value = value._asDouble()
        if let signed = Int(exactly: value) {
          self.init(exactly: signed)
        } else if value > 0 && value < 18446744073709551616 && trunc(value) == value {
          self.init(exactly: UInt(value))
        } else {
          return nil
        }
      }
    }
    @_intrinsic("host:bitCount") func _bitCount(_ bits: Int, _ kind: Int, _ what: Int) -> Int
    @_intrinsic("host:multiplyFull") func _multiplyFull(_ left: Int, _ right: Int, _ isSigned: Bool) -> (Int, Int)
    @_intrinsic("host:parseInteger") func _parseInteger(_ text: String, _ radix: Int, _ kind: Int) -> Int?
    extension FixedWidthInteger {
      init?(_ text: String, radix: Int = 10) {
        guard let bits = _parseInteger(text, radix, Self._kind) else { return nil }
        self = Self(_bits: bits)
      }
      init<Other: BinaryInteger>(clamping value: Other) {
        if value < 0 {
          if Self.min == 0 {
            self = 0
          } else {
            let low = Self.min._bits()
            self = value._bits() < low ? Self.min : Self(_bits: value._bits())
          }
        } else {
          let result = Self(truncatingIfNeeded: value)
          self = result < 0 || result._bits() != value._bits() ? Self.max : result
        }
      }
      init<Other: BinaryInteger>(bitPattern value: Other) { self = Self(truncatingIfNeeded: value) }
      static func &<< (left: Self, right: Self) -> Self { left << (right & Self(_bits: Self.bitWidth - 1)) }
      static func &>> (left: Self, right: Self) -> Self { left >> (right & Self(_bits: Self.bitWidth - 1)) }
      static func &+= (left: inout Self, right: Self) { left = left &+ right }
      static func &-= (left: inout Self, right: Self) { left = left &- right }
      static func &*= (left: inout Self, right: Self) { left = left &* right }
      var bitWidth: Int { Self.bitWidth }
      var nonzeroBitCount: Int { _bitCount(_bits(), Self._kind, 0) }
      var leadingZeroBitCount: Int { _bitCount(_bits(), Self._kind, 1) }
      var trailingZeroBitCount: Int { _bitCount(_bits(), Self._kind, 2) }
      var byteSwapped: Self { Self(_bits: _bitCount(_bits(), Self._kind, 3)) }
      var bigEndian: Self { byteSwapped }
      var littleEndian: Self { self }
      init(bigEndian value: Self) { self = value.byteSwapped }
      init(littleEndian value: Self) { self = value }
      func addingReportingOverflow(_ other: Self) -> (partialValue: Self, overflow: Bool) {
        let sum = self &+ other
        let overflow = Self.min == 0 ? sum < self : ((self ^ sum) & (other ^ sum)) < 0
        return (partialValue: sum, overflow: overflow)
      }
      func subtractingReportingOverflow(_ other: Self) -> (partialValue: Self, overflow: Bool) {
        let difference = self &- other
        let overflow = Self.min == 0 ? self < other : ((self ^ other) & (self ^ difference)) < 0
        return (partialValue: difference, overflow: overflow)
      }
      func multipliedReportingOverflow(by other: Self) -> (partialValue: Self, overflow: Bool) {
        let product = self &* other
        let full = _multiplyFull(_bits(), other._bits(), Self.min != 0)
        let sign = Self.min != 0 && full.0 < 0 ? -1 : 0
        return (partialValue: product, overflow: full.1 != sign || product._bits() != full.0)
      }
      func dividedReportingOverflow(by other: Self) -> (partialValue: Self, overflow: Bool) {
        if other == 0 || Self.min != 0 && self == Self.min && other == Self(_bits: -1) {
          return (partialValue: self, overflow: true)
        }
        return (partialValue: self / other, overflow: false)
      }
      func remainderReportingOverflow(dividingBy other: Self) -> (partialValue: Self, overflow: Bool) {
        if other == 0 { return (partialValue: self, overflow: true) }
        if Self.min != 0 && self == Self.min && other == Self(_bits: -1) { return (partialValue: 0, overflow: true) }
        return (partialValue: self % other, overflow: false)
      }
    }
    extension Int {
      func multipliedFullWidth(by other: Int) -> (high: Int, low: UInt) {
        let full = _multiplyFull(self, other, true)
        return (high: full.1, low: UInt(_bits: full.0))
      }
    }
    extension BinaryInteger { var description: String { String(self) } }
    """#
}
