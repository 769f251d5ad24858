import CMachine
import VirtualMachine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `String(format:)`: C's formats, each checked against the value that it is for.
struct TextFormatter {
  let engine: Engine
  let machine: Machine
  let scratch: UnsafeMutablePointer<TramaSlot>
  private var next = 0

  init(engine: Engine, machine: Machine, scratch: UnsafeMutablePointer<TramaSlot>) {
    self.engine = engine
    self.machine = machine
    self.scratch = scratch
  }

  mutating func format(
    _ format: String, _ arguments: UnsafeBufferPointer<TramaSlot>
  ) throws(Trap.Reason) -> String {
    var out = ""
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      out += rest[..<percent]
      rest = rest[percent...].dropFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if rest[digits.endIndex...].first == "$", let position = Int(digits), position > 0 {
        next = position - 1
        rest = rest[digits.endIndex...].dropFirst()
      }
      var flags = ""
      while let flag = rest.first, "-+ 0#'".contains(flag) {
        flags.append(flag)
        rest.removeFirst()
      }
      let width = try number(&rest, arguments)
      var precision: Int?
      if rest.first == "." {
        rest.removeFirst()
        precision = try number(&rest, arguments) ?? 0
      }
      var length = ""
      while let letter = rest.first, "hlqzjtL".contains(letter) {
        length.append(letter)
        rest.removeFirst()
      }
      guard let conversion = rest.popFirst() else {
        throw .message("this format ends in the middle of a '%'")
      }
      if conversion == "%" {
        out += "%"
        continue
      }
      guard abs(width ?? 0) < 10_000, (precision ?? 0) < 10_000 else { throw .limit(.printed) }
      let spec =
        "%" + flags + (width.map { "\($0)" } ?? "") + (precision.map { ".\($0)" } ?? "")
      out += try one(spec, length, conversion, arguments)
    }
    return out + rest
  }

  private mutating func number(
    _ rest: inout Substring, _ arguments: UnsafeBufferPointer<TramaSlot>
  ) throws(Trap.Reason) -> Int? {
    if rest.first == "*" {
      rest.removeFirst()
      let (type, value) = try take(arguments)
      guard case .int = type else { throw .message("'*' in a format needs an integer") }
      return Int(value[0].i)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest[digits.endIndex...]
    return Int(digits)
  }

  private mutating func take(
    _ arguments: UnsafeBufferPointer<TramaSlot>
  ) throws(Trap.Reason) -> (RuntimeType, UnsafeMutablePointer<TramaSlot>) {
    guard next < arguments.count, let box = arguments[next].o, let content = trama_object_slots(box) else {
      throw .message("this format asks for more values than it is given")
    }
    next += 1
    if box.pointee.kind == UInt32(trama_kind_instance.rawValue) { return (.any, content) }
    return (engine.runtimeTypes[Int(content[0].i)], content + 1)
  }

  private mutating func one(
    _ spec: String, _ length: String, _ conversion: Character, _ arguments: UnsafeBufferPointer<TramaSlot>
  ) throws(Trap.Reason) -> String {
    let index = next
    let (type, value) = try take(arguments)
    switch conversion {
    case "d", "i", "u", "x", "X", "o", "c":
      switch type {
      case .int, .unsigned:
        if conversion == "c" { return print(spec + "c", [Int32(truncatingIfNeeded: value[0].i)]) }
        return print(spec + length + String(conversion), [value[0].i])
      default: break
      }
    case "f", "F", "e", "E", "g", "G", "a", "A":
      switch type {
      case .double, .float: return print(spec + String(conversion), [value[0].d])
      default: break
      }
    case "@":
      let describer = Describer(machine: machine, types: engine.runtimeTypes, scratch: scratch)
      let box = arguments[index]
      let types = engine.runtimeTypes
      guard let any = types.firstIndex(of: .any) else {
        if case .string = type { return machine.string(value[0]) }
        break
      }
      return try withUnsafePointerTo(box) { (slots) throws(Trap.Reason) in
        try describer.describe(slots, as: any, debug: false)
      }
    default: break
    }
    throw .message("the format '\(spec)\(length)\(conversion)' does not fit its value")
  }

  private func withUnsafePointerTo(
    _ slot: TramaSlot, _ body: (UnsafePointer<TramaSlot>) throws(Trap.Reason) -> String
  ) throws(Trap.Reason) -> String {
    let copy = UnsafeMutablePointer<TramaSlot>.allocate(capacity: 1)
    defer { copy.deallocate() }
    copy.initialize(to: slot)
    return try body(copy)
  }

  private func print(_ format: String, _ values: [any CVarArg]) -> String {
    withVaList(values) { list in
      var buffer = [CChar](repeating: 0, count: 21_000)
      let count = vsnprintf(&buffer, buffer.count, format, list)
      return String(decoding: buffer.prefix(Int(max(count, 0))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
