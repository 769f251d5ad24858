/// An integer type by its width and sign; numbered as in the machine.
enum IntegerKind: Int, CaseIterable {
  case int8, int16, int32, int64, uint8, uint16, uint32, uint64

  /// Nil for types that are not integers of the prelude.
  init?(_ type: Type) {
    guard case .nominal(let declaration, _) = type.shallow, declaration.place.source == 0 else { return nil }
    switch declaration.name {
    case "Int", "Int64": self = .int64
    case "Int8": self = .int8
    case "Int16": self = .int16
    case "Int32": self = .int32
    case "UInt8": self = .uint8
    case "UInt16": self = .uint16
    case "UInt32": self = .uint32
    case "UInt", "UInt64": self = .uint64
    default: return nil
    }
  }

  var isSigned: Bool { rawValue < 4 }
  var width: Int { 8 << (rawValue % 4) }

  /// The value of an integer literal with its prefix and underscores; nil where it does not fit 64 bits.
  static func magnitude(of literal: String) -> UInt64? {
    if let plain = UInt64(literal) { return plain }
    var digits = Substring(literal.filter { $0 != "_" })
    var radix = 10
    for (prefix, base) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
      radix = base
      digits = digits.dropFirst(2)
    }
    return UInt64(digits, radix: radix)
  }

  /// The bits of a literal's value, extended to 64; nil where it does not fit.
  func bits(_ text: String, isNegative: Bool) -> UInt64? {
    guard let magnitude = Self.magnitude(of: text) else { return nil }
    let top: UInt64 = 1 << UInt64(width - 1)
    if isNegative {
      guard magnitude == 0 || isSigned && magnitude <= top else { return nil }
      return 0 &- magnitude
    }
    return (isSigned ? magnitude < top : width == 64 || magnitude < top << 1) ? magnitude : nil
  }
}
