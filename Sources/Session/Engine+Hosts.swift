import CMachine
import Graphics
import VirtualMachine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the machine leaves to the session: text, figures, derivatives.
///
/// Arguments stand in the slots from `base` on, in the order of the prelude's declaration; results go to the same
/// place, final values of `inout` arguments behind the result. Arguments are borrowed, results and `inout` owned.
struct HostFunction: Sendable {
  typealias Body = @Sendable (Engine, Machine, UnsafeMutablePointer<TramaSlot>) throws(Trap.Reason) -> Void

  let name: String
  /// Slots of the results.
  let results: Int
  let body: Body

  /// Registers behind the arguments, free for calls.
  static let scratch = 16

  static let all: [HostFunction] =
    addresses + text + floats + textPlaces + textOptions + characters + output + failures + figures + tables
    + derivatives + formulas

  private static func string(_ name: String, _ body: @escaping @Sendable (String) -> String) -> HostFunction {
    HostFunction(name: name, results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString(body(machine.string(base[0])))
    }
  }

  private static func test(_ name: String, _ body: @escaping @Sendable (String, String) -> Bool)
    -> HostFunction
  {
    HostFunction(name: name, results: 1) { (_, machine, base) throws(Trap.Reason) in
      let first = machine.string(base[0])
      let second = machine.string(base[1])
      machine.fuel -= (first.utf8.count + second.utf8.count) / 8
      base[0].i = body(first, second) ? 1 : 0
    }
  }

  private static let addresses: [HostFunction] = [
    HostFunction(name: "addressNumber", results: 1) { (engine, _, base) throws(Trap.Reason) in
      base[0].i = engine.number(ofAddress: base[0].i)
    },
    HostFunction(name: "isUnique", results: 1) { (_, _, base) throws(Trap.Reason) in
      base[0].i = base[0].o.map { $0.pointee.references == 1 } ?? false ? 1 : 0
    },
  ]

  private static let text: [HostFunction] = [
    HostFunction(name: "joinStrings", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let count = Int(base[0].i)
      var joined = ""
      for index in 1..<(count + 1) {
        joined += machine.string(base[index])
        machine.release(base[index])
      }
      base[0] = try machine.makeString(joined)
    },
    HostFunction(name: "emptyString", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString("")
    },
    HostFunction(name: "concatenate", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString(machine.string(base[0]) + machine.string(base[1]))
    },
    HostFunction(name: "appendString", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.append(machine.string(base[1]), to: base[0])
    },
    HostFunction(name: "repeatString", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let count = Int(base[1].i)
      guard count >= 0 else { throw .negativeCount }
      let text = machine.string(base[0])
      guard text.utf8.count.multipliedReportingOverflow(by: count).partialValue < 1 << 28, count < 1 << 28
      else {
        throw .limit(.heap)
      }
      base[0] = try machine.makeString(String(repeating: text, count: count))
    },
    HostFunction(name: "joinCharacters", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString(machine.elements(base[0]).map(machine.string).joined())
    },
    HostFunction(name: "radix", results: 1) { (_, machine, base) throws(Trap.Reason) in
      guard (2...36).contains(base[1].i) else { throw .message("the radix of a number is from 2 to 36") }
      base[0] = try machine.makeString(String(base[0].i, radix: Int(base[1].i)))
    },
    HostFunction(name: "stringCount", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      machine.fuel -= text.utf8.count / 4
      base[0].i = Int64(text.count)
    },
    HostFunction(name: "stringIsEmpty", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0].i = machine.string(base[0]).isEmpty ? 1 : 0
    },
    HostFunction(name: "characters", results: 1) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      machine.fuel -= text.utf8.count
      base[0] = try machine.makeCharacters(text)
    },
    HostFunction(name: "parseInt", results: 2) { (_, machine, base) throws(Trap.Reason) in
      let value = Int64(machine.string(base[0]))
      base[0].i = value == nil ? 0 : 1
      base[1].i = value ?? 0
    },
    HostFunction(name: "parseInteger", results: 2) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      let radix = Int(base[1].i)
      guard (2...36).contains(radix) else { throw .message("the radix of a number is from 2 to 36") }
      let kind = Int(base[2].i)
      var bits: UInt64?
      if kind < 4 {
        let limit = Int64(1) << (8 << kind - 1)
        if let value = Int64(text, radix: radix), kind == 3 || value >= -limit && value < limit {
          bits = UInt64(bitPattern: value)
        }
      } else if let value = UInt64(text, radix: radix), kind == 7 || value < 1 << (8 << (kind - 4)) {
        bits = value
      }
      base[0].i = bits == nil ? 0 : 1
      base[1].u = bits ?? 0
    },
    HostFunction(name: "bitCount", results: 1) { (_, _, base) throws(Trap.Reason) in
      let width = 8 << (Int(base[1].i) % 4)
      let isSigned = base[1].i < 4
      let bits = base[0].u << UInt64(64 - width)
      switch base[2].i {
      case 0: base[0].i = Int64(bits.nonzeroBitCount)
      case 1: base[0].i = Int64(min(bits.leadingZeroBitCount, width))
      case 2: base[0].i = Int64(min(base[0].u.trailingZeroBitCount, width))
      default:
        let swapped = bits.byteSwapped << UInt64(64 - width)
        base[0].u =
          isSigned
          ? UInt64(bitPattern: Int64(bitPattern: swapped) >> Int64(64 - width))
          : swapped >> UInt64(64 - width)
      }
    },
    HostFunction(name: "multiplyFull", results: 2) { (_, _, base) throws(Trap.Reason) in
      if base[2].i != 0 {
        let full = base[0].i.multipliedFullWidth(by: base[1].i)
        base[0].u = full.low
        base[1].i = full.high
      } else {
        let full = base[0].u.multipliedFullWidth(by: base[1].u)
        base[0].u = full.low
        base[1].u = full.high
      }
    },
    HostFunction(name: "parseFloat", results: 2) { (_, machine, base) throws(Trap.Reason) in
      let value = Float(machine.string(base[0]))
      base[0].i = value == nil ? 0 : 1
      base[1].d = Double(value ?? 0)
    },
    HostFunction(name: "parseDouble", results: 2) { (_, machine, base) throws(Trap.Reason) in
      let value = Double(machine.string(base[0]))
      base[0].i = value == nil ? 0 : 1
      base[1].d = value ?? 0
    },
    HostFunction(name: "ulp", results: 1) { (_, _, base) throws(Trap.Reason) in base[0].d = base[0].d.ulp },
    HostFunction(name: "exponent", results: 1) { (_, _, base) throws(Trap.Reason) in
      base[0].i = Int64(base[0].d.exponent)
    },
    HostFunction(name: "bitPattern", results: 1) { (_, _, base) throws(Trap.Reason) in
      base[0].u = base[0].d.bitPattern
    },
    HostFunction(name: "fromBitPattern", results: 1) { (_, _, base) throws(Trap.Reason) in
      base[0].d = Double(bitPattern: base[0].u)
    },
    HostFunction(name: "isNegative", results: 1) { (_, _, base) throws(Trap.Reason) in
      base[0].i = base[0].d.sign == .minus ? 1 : 0
    },
    HostFunction(name: "dropLast", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.removeLast(base[0])
    },
    HostFunction(name: "moveElement", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.moveElement(base[0], from: base[1].i, to: base[2].i)
    },
    HostFunction(name: "dropLastCharacter", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.removeLastCharacter(base[0])
    },
    HostFunction(name: "tableRemove", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.removeFromTable(base[0], hash: Int(base[1].i), place: Int(base[2].i))
    },
    HostFunction(name: "tableMove", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0] = try machine.moveInTable(
        base[0], hash: Int(base[1].i), from: Int(base[2].i), to: Int(base[3].i))
    },
    string("uppercased") { $0.uppercased() },
    string("lowercased") { $0.lowercased() },
    test("stringEqual") { $0 == $1 },
    test("stringLess") { $0 < $1 },
    test("hasPrefix") { $0.hasPrefix($1) },
    test("hasSuffix") { $0.hasSuffix($1) },
    test("containsString") { $0.contains($1) },
  ]

  private static func isCharacter(_ name: String, _ body: @escaping @Sendable (Character) -> Bool)
    -> HostFunction
  {
    HostFunction(name: name, results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0].i = machine.string(base[0]).first.map(body) ?? false ? 1 : 0
    }
  }

  private static let characters: [HostFunction] = [
    isCharacter("isLetter") { $0.isLetter },
    isCharacter("isNumber") { $0.isNumber },
    isCharacter("isWhitespace") { $0.isWhitespace },
    isCharacter("isUppercase") { $0.isUppercase },
    isCharacter("isLowercase") { $0.isLowercase },
    isCharacter("isPunctuation") { $0.isPunctuation },
  ]

  private static func describe(_ name: String, debug: Bool) -> HostFunction {
    HostFunction(name: name, results: 1) { (engine, machine, base) throws(Trap.Reason) in
      let describer = Describer(
        machine: machine, types: engine.runtimeTypes, scratch: base + 1 + Int(base[1].i))
      base[0] = try machine.makeString(describer.describe(base + 2, as: Int(base[0].i), debug: debug))
    }
  }

  private static let output: [HostFunction] = [
    HostFunction(name: "typeName", results: 1) { (engine, machine, base) throws(Trap.Reason) in
      base[0] = try machine.makeString(engine.typeNames[Int(base[0].i)])
    },
    describe("describe", debug: false),
    describe("describeDebug", debug: true),
    HostFunction(name: "print", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      let count = Int(base[0].i)
      let separator = machine.string(base[count + 1])
      var line = ""
      for index in 0..<count {
        if index > 0 { line += separator }
        line += machine.string(base[index + 1])
      }
      line += machine.string(base[count + 2])
      for index in 1..<(count + 3) { machine.release(base[index]) }
      machine.fuel -= line.utf8.count
      try engine.print(line)
    },
    HostFunction(name: "show", results: 0) { (engine, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      machine.release(base[0])
      try engine.show(.value(text))
    },
  ]

  private static func failure(_ name: String, _ prefix: String) -> HostFunction {
    HostFunction(name: name, results: 0) { (_, machine, base) throws(Trap.Reason) in
      let text = machine.string(base[0])
      throw .message(text.isEmpty ? prefix : "\(prefix): \(text)")
    }
  }

  private static func condition(_ name: String, _ prefix: String) -> HostFunction {
    HostFunction(name: name, results: 0) { (_, machine, base) throws(Trap.Reason) in
      guard base[0].i == 0 else { return }
      let text = machine.string(base[1])
      throw .message(text.isEmpty ? prefix : "\(prefix): \(text)")
    }
  }

  private static let failures: [HostFunction] = [
    failure("fatalError", "fatal error"),
    failure("preconditionFailure", "precondition failed"),
    failure("uncaughtError", "an error was thrown and not caught"),
    failure("unexpectedError", "'try!' met an error"),
    condition("precondition", "precondition failed"),
    condition("assertion", "assertion failed"),
    HostFunction(name: "indexTrap", results: 0) { (_, _, _) throws(Trap.Reason) in throw .indexOutOfRange },
  ]
}
