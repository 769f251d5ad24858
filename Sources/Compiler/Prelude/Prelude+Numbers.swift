extension Prelude {
  static let numbers = #"""
    struct Bool: Hashable, ExpressibleByBooleanLiteral {
      init() { self = false }
      @_intrinsic("identity") init(_ value: Bool)
      @_intrinsic("eqI") static func == (left: Bool, right: Bool) -> Bool
      @_intrinsic("neI") static func != (left: Bool, right: Bool) -> Bool
      @_intrinsic("notB") static prefix func ! (value: Bool) -> Bool
      mutating func toggle() { self = !self }
    }

    struct Never: Error {}

    struct Int: FixedWidthInteger, SignedInteger {
      @_intrinsic("identity") init(_bits: Int)
      @_intrinsic("identity") func _bits() -> Int
      static var _kind: Int { 3 }
      @_intrinsic("convert") init<Other: BinaryInteger>(_ value: Other)
      @_intrinsic("identity") init(_ value: Int)
      @_intrinsic("fToInt") init(_ value: Double)
      init?(_ text: String) { guard let value = _parseInt(text) else { return nil }; self = value }
      static var zero: Int { 0 }
      static var max: Int { 9223372036854775807 }
      static var min: Int { -9223372036854775808 }
      static var bitWidth: Int { 64 }
      init?(exactly value: Double) {
        if value.isFinite && trunc(value) == value && value >= -9223372036854775808 && value < 9223372036854775808 {
          self = Int(value)
        } else {
          return nil
        }
      }
      @_intrinsic("addI") static func + (left: Int, right: Int) -> Int
      @_intrinsic("subI") static func - (left: Int, right: Int) -> Int
      @_intrinsic("mulI") static func * (left: Int, right: Int) -> Int
      @_intrinsic("divI") static func / (left: Int, right: Int) -> Int
      @_intrinsic("remI") static func % (left: Int, right: Int) -> Int
      @_intrinsic("negI") static prefix func - (value: Int) -> Int
      @_intrinsic("andI") static func & (left: Int, right: Int) -> Int
      @_intrinsic("orI") static func | (left: Int, right: Int) -> Int
      @_intrinsic("xorI") static func ^ (left: Int, right: Int) -> Int
      @_intrinsic("shlI") static func << (left: Int, right: Int) -> Int
      @_intrinsic("shrI") static func >> (left: Int, right: Int) -> Int
      @_intrinsic("addWrapI") static func &+ (left: Int, right: Int) -> Int
      @_intrinsic("subWrapI") static func &- (left: Int, right: Int) -> Int
      @_intrinsic("mulWrapI") static func &* (left: Int, right: Int) -> Int
      @_intrinsic("notI") static prefix func ~ (value: Int) -> Int
      @_intrinsic("eqI") static func == (left: Int, right: Int) -> Bool
      @_intrinsic("neI") static func != (left: Int, right: Int) -> Bool
      @_intrinsic("ltI") static func < (left: Int, right: Int) -> Bool
      @_intrinsic("leI") static func <= (left: Int, right: Int) -> Bool
      @_intrinsic("gtI") static func > (left: Int, right: Int) -> Bool
      @_intrinsic("geI") static func >= (left: Int, right: Int) -> Bool
      typealias Magnitude = UInt
      var magnitude: UInt { UInt(_bits: self < 0 ? 0 &- self : self) }
      typealias Stride = Int
      func advanced(by step: Int) -> Int { self + step }
      func distance(to other: Int) -> Int { other - self }
      var description: String { String(self) }
    }

    struct Double: BinaryFloatingPoint {
      init() { self = 0 }
      @_intrinsic("identity") init(_ value: Double)
      @_intrinsic("intToF") init(_ value: Int)
      @_intrinsic("convert") init<Other: BinaryInteger>(_ value: Other)
      init?(_ text: String) { guard let value = _parseDouble(text) else { return nil }; self = value }
      static var zero: Double { 0 }
      static var pi: Double { 3.141592653589793 }
      static var infinity: Double { 1.0 / 0.0 }
      @_intrinsic("bits:9221120237041090560") static var nan: Double
      static var ulpOfOne: Double { 2.220446049250313e-16 }
      static var greatestFiniteMagnitude: Double { 1.7976931348623157e+308 }
      static var leastNormalMagnitude: Double { 2.2250738585072014e-308 }
      static var leastNonzeroMagnitude: Double { 5e-324 }
      @_intrinsic("addF") static func + (left: Double, right: Double) -> Double
      @_intrinsic("subF") static func - (left: Double, right: Double) -> Double
      @_intrinsic("mulF") static func * (left: Double, right: Double) -> Double
      @_intrinsic("divF") static func / (left: Double, right: Double) -> Double
      @_intrinsic("negF") static prefix func - (value: Double) -> Double
      @_intrinsic("eqF") static func == (left: Double, right: Double) -> Bool
      @_intrinsic("neF") static func != (left: Double, right: Double) -> Bool
      @_intrinsic("ltF") static func < (left: Double, right: Double) -> Bool
      @_intrinsic("leF") static func <= (left: Double, right: Double) -> Bool
      @_intrinsic("gtF") static func > (left: Double, right: Double) -> Bool
      @_intrinsic("geF") static func >= (left: Double, right: Double) -> Bool
      typealias Magnitude = Double
      var magnitude: Double { fabs(self) }
      typealias Stride = Double
      func advanced(by step: Double) -> Double { self + step }
      func distance(to other: Double) -> Double { other - self }
      @_intrinsic("unary:sqrt") func squareRoot() -> Double
      @_intrinsic("unary:round") func rounded() -> Double
      @_intrinsic("binary:fmod") func truncatingRemainder(dividingBy other: Double) -> Double
      @_intrinsic("binary:remainder") func remainder(dividingBy other: Double) -> Double
      func rounded(_ rule: FloatingPointRoundingRule) -> Double {
        if rule == .up { return ceil(self) }
        if rule == .down { return floor(self) }
        if rule == .towardZero { return trunc(self) }
        if rule == .awayFromZero { return self < 0 ? floor(self) : ceil(self) }
        if rule == .toNearestOrEven { return rint(self) }
        return self.rounded()
      }
      mutating func round() { self = self.rounded() }
      mutating func round(_ rule: FloatingPointRoundingRule) { self = self.rounded(rule) }
      @_intrinsic("host:nextUp") func _nextUp() -> Double
      @_intrinsic("host:ulp") func _ulp() -> Double
      @_intrinsic("host:isNegative") func _isNegative() -> Bool
      var nextUp: Double { _nextUp() }
      var nextDown: Double { -((-self)._nextUp()) }
      var ulp: Double { _ulp() }
      @_intrinsic("host:exponent") func _exponent() -> Int
      var exponent: Int { _exponent() }
      var significand: Double {
        self == 0 || !isFinite ? magnitude : Double(sign: .plus, exponent: -exponent, significand: magnitude)
      }
      init(sign: FloatingPointSign, exponent: Int, significand: Double) {
        // A power of two in halves: all of it at once may be too large or too small for a number.
        let half = exponent / 2
        let scaled = significand * pow(2.0, Double(half)) * pow(2.0, Double(exponent - half))
        self = sign == .minus ? -scaled : scaled
      }
      var sign: FloatingPointSign { _isNegative() ? FloatingPointSign.minus : FloatingPointSign.plus }
      func isEqual(to other: Double) -> Bool { self == other }
      func isLess(than other: Double) -> Bool { self < other }
      func isLessThanOrEqualTo(_ other: Double) -> Bool { self <= other }
      var isNormal: Bool { isFinite && magnitude >= Double.leastNormalMagnitude }
      var isSubnormal: Bool { self != 0 && magnitude < Double.leastNormalMagnitude }
      var isNaN: Bool { self != self }
      var isInfinite: Bool { self == Double.infinity || self == -Double.infinity }
      var isFinite: Bool { self - self == 0 }
      var isZero: Bool { self == 0 }
      static func minimum(_ left: Double, _ right: Double) -> Double {
        left.isNaN ? right : (right.isNaN ? left : (right < left ? right : left))
      }
      static func maximum(_ left: Double, _ right: Double) -> Double {
        left.isNaN ? right : (right.isNaN ? left : (right >= left ? right : left))
      }
      var description: String { String(self) }
    }

    enum FloatingPointRoundingRule {
      case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero
    }
    enum FloatingPointSign: Int {
      case plus, minus
    }
    var M_E: Double { 2.718281828459045 }
    var M_PI: Double { 3.141592653589793 }

    @_intrinsic("unary:sqrt") func sqrt(_ x: Double) -> Double
    @_intrinsic("unary:cbrt") func cbrt(_ x: Double) -> Double
    @_intrinsic("unary:exp") func exp(_ x: Double) -> Double
    @_intrinsic("unary:exp2") func exp2(_ x: Double) -> Double
    @_intrinsic("unary:expm1") func expm1(_ x: Double) -> Double
    @_intrinsic("unary:log") func log(_ x: Double) -> Double
    @_intrinsic("unary:log2") func log2(_ x: Double) -> Double
    @_intrinsic("unary:log10") func log10(_ x: Double) -> Double
    @_intrinsic("unary:log1p") func log1p(_ x: Double) -> Double
    @_intrinsic("unary:sin") func sin(_ x: Double) -> Double
    @_intrinsic("unary:cos") func cos(_ x: Double) -> Double
    @_intrinsic("unary:tan") func tan(_ x: Double) -> Double
    @_intrinsic("unary:asin") func asin(_ x: Double) -> Double
    @_intrinsic("unary:acos") func acos(_ x: Double) -> Double
    @_intrinsic("unary:atan") func atan(_ x: Double) -> Double
    @_intrinsic("unary:sinh") func sinh(_ x: Double) -> Double
    @_intrinsic("unary:cosh") func cosh(_ x: Double) -> Double
    @_intrinsic("unary:tanh") func tanh(_ x: Double) -> Double
    @_intrinsic("unary:asinh") func asinh(_ x: Double) -> Double
    @_intrinsic("unary:acosh") func acosh(_ x: Double) -> Double
    @_intrinsic("unary:atanh") func atanh(_ x: Double) -> Double
    @_intrinsic("unary:erf") func erf(_ x: Double) -> Double
    @_intrinsic("unary:erfc") func erfc(_ x: Double) -> Double
    @_intrinsic("unary:abs") func fabs(_ x: Double) -> Double
    @_intrinsic("unary:floor") func floor(_ x: Double) -> Double
    @_intrinsic("unary:ceil") func ceil(_ x: Double) -> Double
    @_intrinsic("unary:round") func round(_ x: Double) -> Double
    func lround(_ x: Double) -> Int { Int(round(x)) }
    @_intrinsic("unary:trunc") func trunc(_ x: Double) -> Double
    @_intrinsic("unary:roundEven") func rint(_ x: Double) -> Double
    @_intrinsic("unary:roundEven") func nearbyint(_ x: Double) -> Double
    func fmin(_ x: Double, _ y: Double) -> Double { x.isNaN || y < x ? y : x }
    func fmax(_ x: Double, _ y: Double) -> Double { x.isNaN || y > x ? y : x }
    @_intrinsic("binary:pow") func pow(_ x: Double, _ y: Double) -> Double
    @_intrinsic("binary:atan2") func atan2(_ y: Double, _ x: Double) -> Double
    @_intrinsic("binary:hypot") func hypot(_ x: Double, _ y: Double) -> Double
    @_intrinsic("binary:remainder") func remainder(_ x: Double, _ y: Double) -> Double
    func copysign(_ x: Double, _ y: Double) -> Double { x._isNegative() == y._isNegative() ? x : -x }
    @_intrinsic("binary:fmod") func fmod(_ x: Double, _ y: Double) -> Double

    @_intrinsic("host:tgamma") func tgamma(_ x: Double) -> Double
    @_intrinsic("host:fusedMultiplyAdd") func _fusedMultiplyAdd(_ x: Double, _ y: Double, _ z: Double) -> Double
    func fma(_ x: Double, _ y: Double, _ z: Double) -> Double { _fusedMultiplyAdd(x, y, z) }
    extension Double {
      func addingProduct(_ x: Double, _ y: Double) -> Double { _fusedMultiplyAdd(x, y, self) }
      mutating func addProduct(_ x: Double, _ y: Double) { self = self.addingProduct(x, y) }
    }
    @_intrinsic("absolute") func abs<Value: SignedNumeric & Comparable>(_ x: Value) -> Value { x < 0 ? -x : x }
    func min<Value: Comparable>(_ x: Value, _ y: Value) -> Value { y < x ? y : x }
    func max<Value: Comparable>(_ x: Value, _ y: Value) -> Value { y >= x ? y : x }
    func min<Value: Comparable>(_ x: Value, _ y: Value, _ z: Value, _ rest: Value...) -> Value {
      var least = min(min(x, y), z)
      for value in rest { least = min(least, value) }
      return least
    }
    func max<Value: Comparable>(_ x: Value, _ y: Value, _ z: Value, _ rest: Value...) -> Value {
      var greatest = max(max(x, y), z)
      for value in rest { greatest = max(greatest, value) }
      return greatest
    }
    func swap<Value>(_ a: inout Value, _ b: inout Value) {
      let first = a
      a = b
      b = first
    }

    @_intrinsic("host:parseInt") func _parseInt(_ text: String) -> Int?
    @_intrinsic("host:parseDouble") func _parseDouble(_ text: String) -> Double?
    """#
}
