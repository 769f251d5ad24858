import CMachine

/// One instruction: an operation of the table in `CMachine.h` and three 16-bit operands.
public struct Instruction: Sendable, Hashable {
  public var operation: UInt16
  public var a: UInt16
  public var b: UInt16
  public var c: UInt16

  /// An instruction with three operands; unused ones are 0.
  public init(_ operation: TramaOpcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    self.operation = UInt16(operation.rawValue)
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
  }

  /// An instruction whose `b` and `c` together hold a 32-bit operand.
  public init(_ operation: TramaOpcode, _ a: Int, wide: Int) {
    self.init(operation, a, wide & 0xFFFF, (wide >> 16) & 0xFFFF)
  }

  /// The 32-bit operand in `b` and `c`.
  public var wide: Int { Int(Int32(truncatingIfNeeded: Int(b) | Int(c) << 16)) }

  /// What its operands mean, a letter for each; see the table.
  public var operands: [Character] { Array(String(cString: trama_op_operands(Int32(operation)))) }

  /// Which of an operation's operands are registers: a, b and c.
  private static let registers: [(a: Bool, b: Bool, c: Bool)] = (0..<Int32(trama_op_count.rawValue)).map {
    let kinds = String(cString: trama_op_operands($0)).map { "WRMB".contains($0) }
    return (kinds[0], kinds[1], kinds[2])
  }

  /// Replaces the operands that are registers.
  public mutating func mapRegisters(_ transform: (UInt16) -> UInt16) {
    let isRegister = Self.registers[Int(operation)]
    if isRegister.a { a = transform(a) }
    if isRegister.b { b = transform(b) }
    if isRegister.c { c = transform(c) }
  }

  /// The same code, in which a product and the sum or difference behind it that starts with it run as one instruction.
  ///
  /// Both stay where they are: what jumps to the second finds it, and where derivatives are recorded they run one by
  /// one.
  public static func pairingProducts(_ code: [Instruction]) -> [Instruction] {
    var code = code
    for (first, second) in zip(code.indices, code.indices.dropFirst())
    where code[first].operation == UInt16(trama_op_mulF.rawValue) && code[second].b == code[first].a {
      switch TramaOpcode(UInt32(code[second].operation)) {
      case trama_op_addF: code[first].operation = UInt16(trama_op_mulThenAddF.rawValue)
      case trama_op_subF: code[first].operation = UInt16(trama_op_mulThenSubF.rawValue)
      default: break
      }
    }
    return code
  }

  /// The name of its operation.
  public var name: String { String(cString: trama_op_name(Int32(operation))) }
}

extension Instruction: CustomStringConvertible {
  public var description: String {
    let kinds = operands
    var parts: [String] = []
    if "KjFH".contains(kinds[1]) {
      if kinds[0] != "_" { parts.append(operand(kinds[0], a)) }
      parts.append(
        (kinds[1] == "F" ? "function " : kinds[1] == "H" ? "host " : kinds[1] == "j" ? "→" : "#") + "\(wide)")
    } else {
      for (kind, value) in zip(kinds, [a, b, c]) where kind != "_" { parts.append(operand(kind, value)) }
    }
    return parts.isEmpty ? name : name + " " + parts.joined(separator: ", ")
  }

  private func operand(_ kind: Character, _ value: UInt16) -> String {
    switch kind {
    case "W", "R", "M", "B": "r\(value)"
    case "I": "#\(Int16(bitPattern: value))"
    case "J": "→\(Int16(bitPattern: value))"
    case "G": "global \(value)"
    case "T": "layout \(value)"
    default: "#\(value)"
    }
  }
}
