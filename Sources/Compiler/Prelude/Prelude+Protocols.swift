extension Prelude {
  static let protocols = #"""
    protocol ExpressibleByIntegerLiteral {}
    protocol Error {
      var _code: Int { get }
      var _domain: String { get }
    }
    protocol CustomStringConvertible { var description: String { get } }
    protocol LosslessStringConvertible: CustomStringConvertible { init?(_ description: String) }
    protocol CustomDebugStringConvertible { var debugDescription: String { get } }
    protocol CaseIterable {
      associatedtype AllCases: Collection where AllCases.Element == Self
      static var allCases: AllCases { get }
    }
    protocol RawRepresentable {
      associatedtype RawValue
      var rawValue: RawValue { get }
      init?(rawValue: RawValue)
    }
    protocol Identifiable {
      associatedtype ID: Hashable
      var id: ID { get }
    }
    protocol Sendable {}
    protocol AnyObject {}
    extension Identifiable where Self: AnyObject {
      var id: ObjectIdentifier { ObjectIdentifier(self) }
    }
    @_intrinsic("caseIndex") func _caseIndex<Value>(_ value: Value) -> Int
    @_intrinsic("same") func _same<Value>(_ left: Value?, _ right: Value?) -> Bool
    @_intrinsic("address") func _addressOf(_ object: AnyObject) -> Int
    // The same number for the same address; numbers go up, so that nothing depends on where memory lies.
    @_intrinsic("host:addressNumber") func _numberOf(_ address: Int) -> Int
    struct ObjectIdentifier: Hashable, Comparable {
      let _number: Int
      @_intrinsic("construct") init(_number: Int)
      init(_ object: AnyObject) { self = ObjectIdentifier(_number: _numberOf(_addressOf(object))) }
      init(_ type: Any.Type) { self = ObjectIdentifier(_number: -1 - _typeNumber(type)) }
      static func == (left: ObjectIdentifier, right: ObjectIdentifier) -> Bool { left._number == right._number }
      static func < (left: ObjectIdentifier, right: ObjectIdentifier) -> Bool { left._number < right._number }
      func hash(into hasher: inout Hasher) { hasher.combine(_number) }
    }
    struct _WeakReference<Object: AnyObject> { weak var object: Object? }
    @_intrinsic("host:isUnique") func _isUnique(_ address: Int) -> Bool
    func isKnownUniquelyReferenced<Object: AnyObject>(_ object: inout Object) -> Bool { _isUnique(_addressOf(object)) }
    func === <Value: AnyObject>(left: Value?, right: Value?) -> Bool { _same(left, right) }
    func !== <Value: AnyObject>(left: Value?, right: Value?) -> Bool { !_same(left, right) }
    @_intrinsic("typeOf") func type<Value>(of value: Value) -> Value.Type
    @_intrinsic("typeName") func _typeName(_ type: Any.Type) -> String
    @_intrinsic("qualifiedTypeName") func _qualifiedTypeName(_ type: Any.Type) -> String
    @_intrinsic("typeNumber") func _typeNumber(_ type: Any.Type) -> Int
    @_intrinsic("sameType") func == (left: Any.Type, right: Any.Type) -> Bool
    func != (left: Any.Type, right: Any.Type) -> Bool { !(left == right) }
    protocol ExpressibleByFloatLiteral {}
    protocol ExpressibleByStringLiteral {}
    protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {}
    protocol ExpressibleByBooleanLiteral {}
    protocol ExpressibleByNilLiteral {}

    protocol Equatable {
      static func == (left: Self, right: Self) -> Bool
    }
    extension Equatable {
      static func != (left: Self, right: Self) -> Bool { !(left == right) }
    }

    protocol Hashable: Equatable {
      func hash(into hasher: inout Hasher)
      func _isEqual(to other: Any) -> Bool
    }
    extension Hashable {
      func _isEqual(to other: Any) -> Bool {
        if let other = other as? Self { return self == other }
        return false
      }
    }

    // A value of it counts as what it holds where that is asked for.
    protocol _HashableHolder {}
    protocol _OptionalHolder {}

    protocol Comparable: Equatable {
      static func < (left: Self, right: Self) -> Bool
      static func <= (left: Self, right: Self) -> Bool
      static func > (left: Self, right: Self) -> Bool
      static func >= (left: Self, right: Self) -> Bool
    }
    extension Comparable {
      static func <= (left: Self, right: Self) -> Bool { !(right < left) }
      static func > (left: Self, right: Self) -> Bool { right < left }
      static func >= (left: Self, right: Self) -> Bool { !(left < right) }
      @_intrinsic("range")
      static func ..< (left: Self, right: Self) -> Range<Self> {
        if right < left { _trapInvalidRange() }
        return Range(_lower: left, _upper: right)
      }
      @_intrinsic("closedRange")
      static func ... (left: Self, right: Self) -> ClosedRange<Self> {
        if right < left { _trapInvalidRange() }
        return ClosedRange(_lower: left, _upper: right)
      }
    }

    protocol AdditiveArithmetic: Equatable {
      static var zero: Self { get }
      static func + (left: Self, right: Self) -> Self
      static func - (left: Self, right: Self) -> Self
    }
    extension AdditiveArithmetic {
      @_intrinsic("assign:+") static func += (left: inout Self, right: Self)
      @_intrinsic("assign:-") static func -= (left: inout Self, right: Self)
      static prefix func + (value: Self) -> Self { value }
    }

    extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
      static var zero: Self { 0 }
    }

    protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral {
      associatedtype Magnitude: Comparable, Numeric
      static func * (left: Self, right: Self) -> Self
      var magnitude: Magnitude { get }
      init?<Source: BinaryInteger>(exactly source: Source)
    }
    extension Numeric {
      @_intrinsic("assign:*") static func *= (left: inout Self, right: Self)
    }

    protocol SignedNumeric: Numeric {
      static prefix func - (value: Self) -> Self
    }
    extension SignedNumeric {
      static prefix func - (value: Self) -> Self { Self.zero - value }
      mutating func negate() { self = -self }
    }

    protocol Strideable: Comparable {
      associatedtype Stride: SignedNumeric, Comparable
      func distance(to other: Self) -> Stride
      func advanced(by step: Stride) -> Self
    }
    extension Strideable {
      static func == (left: Self, right: Self) -> Bool { left.distance(to: right) == 0 }
      static func < (left: Self, right: Self) -> Bool { left.distance(to: right) > 0 }
    }

    protocol BinaryInteger: Numeric, Hashable, Strideable, CustomStringConvertible {
      associatedtype Magnitude: UnsignedInteger
      func _bits() -> Int
      init(_bits: Int)
      static var _kind: Int { get }
      init<Other: BinaryInteger>(_ value: Other)
      init(_ value: Double)
      static func / (left: Self, right: Self) -> Self
      static func % (left: Self, right: Self) -> Self
      static func & (left: Self, right: Self) -> Self
      static func | (left: Self, right: Self) -> Self
      static func ^ (left: Self, right: Self) -> Self
      static func << (left: Self, right: Self) -> Self
      static func >> (left: Self, right: Self) -> Self
      static func &+ (left: Self, right: Self) -> Self
      static func &- (left: Self, right: Self) -> Self
      static func &* (left: Self, right: Self) -> Self
      static prefix func ~ (value: Self) -> Self
    }
    protocol SignedInteger: BinaryInteger, SignedNumeric {}
    protocol UnsignedInteger: BinaryInteger {}
    protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible {
      associatedtype Magnitude: FixedWidthInteger, UnsignedInteger
      static var min: Self { get }
      static var max: Self { get }
      static var bitWidth: Int { get }
    }
    extension BinaryInteger {
      @_intrinsic("assign:/") static func /= (left: inout Self, right: Self)
      @_intrinsic("assign:%") static func %= (left: inout Self, right: Self)
      @_intrinsic("assign:&") static func &= (left: inout Self, right: Self)
      @_intrinsic("assign:|") static func |= (left: inout Self, right: Self)
      @_intrinsic("assign:^") static func ^= (left: inout Self, right: Self)
      @_intrinsic("assign:<<") static func <<= (left: inout Self, right: Self)
      @_intrinsic("assign:>>") static func >>= (left: inout Self, right: Self)
    }

    protocol FloatingPoint: SignedNumeric, Hashable, Strideable, ExpressibleByFloatLiteral {
      associatedtype Magnitude: FloatingPoint
      static func / (left: Self, right: Self) -> Self
      static var pi: Self { get }
      static var infinity: Self { get }
      static var nan: Self { get }
      static var ulpOfOne: Self { get }
      static var greatestFiniteMagnitude: Self { get }
      static var leastNormalMagnitude: Self { get }
      static var leastNonzeroMagnitude: Self { get }
      init<Source: BinaryInteger>(_ value: Source)
      var isNaN: Bool { get }
      var isInfinite: Bool { get }
      var isFinite: Bool { get }
      var isZero: Bool { get }
      func squareRoot() -> Self
      func rounded() -> Self
      func rounded(_ rule: FloatingPointRoundingRule) -> Self
      func truncatingRemainder(dividingBy other: Self) -> Self
    }
    extension FloatingPoint {
      init?<Source: BinaryInteger>(exactly source: Source) {
        self.init(source)
      }
      @_intrinsic("assign:/") static func /= (left: inout Self, right: Self)
    }
    protocol BinaryFloatingPoint: FloatingPoint {
      init(_ value: Double)
      func _asDouble() -> Double
    }
    extension Double {
      init<Source: BinaryFloatingPoint>(_ value: Source) { self = value._asDouble() }
      func _asDouble() -> Double { self }
    }

    protocol IteratorProtocol {
      associatedtype Element
      mutating func next() -> Element?
    }

    protocol Sequence {
      associatedtype Element
      associatedtype Iterator: IteratorProtocol where Iterator.Element == Element
      func makeIterator() -> Iterator
      var underestimatedCount: Int { get }
    }
    extension Sequence { var underestimatedCount: Int { 0 } }
    extension Sequence where Self: IteratorProtocol {
      func makeIterator() -> Self { self }
    }
    """#
}
