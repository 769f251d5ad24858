extension Prelude {
  static let floats = """
    typealias Float64 = Double
    typealias Float32 = Float
    struct Float: BinaryFloatingPoint, LosslessStringConvertible {
      init() { self = 0 }
      @_intrinsic("identity") init(_ value: Float)
      @_intrinsic("single") init(_ value: Double)
      @_intrinsic("convert") init<Other: BinaryInteger>(_ value: Other)
      init?(_ text: String) {
        guard let value = _parseFloat(text) else { return nil }
        self = Float(value)
      }
      static var zero: Float { 0 }
      static var pi: Float { 3.1415925 }
      static var infinity: Float { Float(Double.infinity) }
      static var nan: Float { Float(Double.nan) }
      static var ulpOfOne: Float { 1.1920929e-07 }
      static var greatestFiniteMagnitude: Float { 3.4028234663852886e+38 }
      static var leastNormalMagnitude: Float { 1.1754943508222875e-38 }
      static var leastNonzeroMagnitude: Float { 1.401298464324817e-45 }
      @_intrinsic("single:addF") static func + (left: Float, right: Float) -> Float
      @_intrinsic("single:subF") static func - (left: Float, right: Float) -> Float
      @_intrinsic("single:mulF") static func * (left: Float, right: Float) -> Float
      @_intrinsic("single:divF") static func / (left: Float, right: Float) -> Float
      @_intrinsic("negF") static prefix func - (value: Float) -> Float
      @_intrinsic("eqF") static func == (left: Float, right: Float) -> Bool
      @_intrinsic("neF") static func != (left: Float, right: Float) -> Bool
      @_intrinsic("ltF") static func < (left: Float, right: Float) -> Bool
      @_intrinsic("leF") static func <= (left: Float, right: Float) -> Bool
      @_intrinsic("gtF") static func > (left: Float, right: Float) -> Bool
      @_intrinsic("geF") static func >= (left: Float, right: Float) -> Bool
      @_intrinsic("unary:abs") func _magnitude() -> Float
      typealias Magnitude = Float
      var magnitude: Float { _magnitude() }
      typealias Stride = Float
      func advanced(by step: Float) -> Float { self + step }
      func distance(to other: Float) -> Float { other - self }
      @_intrinsic("single:unary:sqrt") func squareRoot() -> Float
      @_intrinsic("unary:round") func rounded() -> Float
      func rounded(_ rule: FloatingPointRoundingRule) -> Float { Float(Double(self).rounded(rule)) }
      @_intrinsic("binary:fmod") func truncatingRemainder(dividingBy other: Float) -> Float
      var isNaN: Bool { self != self }
      var isInfinite: Bool { self == Float.infinity || self == -Float.infinity }
      var isFinite: Bool { self - self == 0 }
      var isZero: Bool { self == 0 }
      var description: String { String(self) }
    }
    @_intrinsic("host:parseFloat") func _parseFloat(_ text: String) -> Double?
    \(exactFloatFunctions)
    \(floatFunctions)
    func fmodf(_ x: Float, _ y: Float) -> Float { x.truncatingRemainder(dividingBy: y) }
    func fmod(_ x: Float, _ y: Float) -> Float { x.truncatingRemainder(dividingBy: y) }
    func fminf(_ x: Float, _ y: Float) -> Float { x.isNaN || y < x ? y : x }
    func fmin(_ x: Float, _ y: Float) -> Float { fminf(x, y) }
    func fmax(_ x: Float, _ y: Float) -> Float { fmaxf(x, y) }
    func fmaxf(_ x: Float, _ y: Float) -> Float { x.isNaN || y > x ? y : x }
    extension Float {
      init?(exactly value: Float) { self = value }
      init?(exactly value: Double) {
        if Double(Float(value)) != value { return nil }
        self = Float(value)
      }
    }
    extension Double {
      init?(exactly value: Float) { self = Double(value) }
      init?(exactly value: Double) { self = value }
      @_intrinsic("host:bitPattern") func _bitPattern() -> UInt64
      var bitPattern: UInt64 { _bitPattern() }
      init(bitPattern: UInt64) { self = _fromBitPattern(bitPattern) }
    }
    @_intrinsic("host:fromBitPattern") func _fromBitPattern(_ bits: UInt64) -> Double
    extension Int { @_intrinsic("fToInt") init(_ value: Float) }
    extension UInt { @_intrinsic("fToU") init(_ value: Float) }
    extension Double { @_intrinsic("identity") init(_ value: Float) }
    extension Float { func _asDouble() -> Double { Double(self) } }
    """

  /// What gives the same in single precision as in double precision, once it is rounded.
  private static let exactFloatFunctions = [
    ("sqrt", "single:unary:sqrt"), ("fabs", "unary:abs"), ("floor", "unary:floor"), ("ceil", "unary:ceil"),
    ("round", "unary:round"), ("trunc", "unary:trunc"), ("rint", "unary:roundEven"),
    ("nearbyint", "unary:roundEven"),
  ].flatMap { name, intrinsic in
    ["", "f"].map { "@_intrinsic(\"\(intrinsic)\") func \(name)\($0)(_ x: Float) -> Float" }
  }.joined(separator: "\n    ")

  /// The C library's functions of single precision, under their own names and under those of the functions of `Double`.
  private static let floatFunctions =
    (unaryFloatFunctions.map { ($0, "_ x: Float") }
    + binaryFloatFunctions.map { ($0, "_ x: Float, _ y: Float") })
    .flatMap { name, parameters in
      ["", "f"].map { "@_intrinsic(\"host:\(name)f\") func \(name)\($0)(\(parameters)) -> Float" }
    }.joined(separator: "\n    ")

  private static let unaryFloatFunctions = [
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "exp2", "log", "log2",
    "log10",
    "cbrt",
  ]
  private static let binaryFloatFunctions = ["pow", "atan2", "hypot"]
}
