import CMachine

/// Writes values as Swift's `print` and `debugDescription` write them.
public struct Describer {
  let machine: Machine
  /// The types of values, by number.
  let types: [RuntimeType]
  /// Registers that are free for calls.
  let scratch: UnsafeMutablePointer<TramaSlot>

  public init(machine: Machine, types: [RuntimeType], scratch: UnsafeMutablePointer<TramaSlot>) {
    self.machine = machine
    self.types = types
    self.scratch = scratch
  }

  /// The text of the value at `slots`.
  ///
  /// - Parameter debug: As an element of a collection: strings quoted and escaped.
  /// - Throws: What stops a description that the program itself defines.
  public func describe(
    _ slots: UnsafePointer<TramaSlot>, as type: Int, debug: Bool
  ) throws(Trap.Reason) -> String {
    var out = ""
    try write(slots, type, debug, depth: 0, to: &out)
    return out
  }

  private func write(
    _ slots: UnsafePointer<TramaSlot>, _ type: Int, _ debug: Bool, depth: Int, to out: inout String
  ) throws(Trap.Reason) {
    guard depth < 500 else { throw .limit(.depth) }
    let next = depth + 1
    switch types[type] {
    case .int: out += String(slots[0].i)
    case .unsigned: out += String(slots[0].u)
    case .float:
      let value = Float(slots[0].d)
      if debug { out += value.debugDescription } else { value.write(to: &out) }
    case .double:
      // `print` streams a number, a collection describes it: they differ for NaN.
      if debug { out += slots[0].d.debugDescription } else { slots[0].d.write(to: &out) }
    case .bool: out += slots[0].i != 0 ? "true" : "false"
    case .string:
      let string = machine.string(slots[0])
      out += debug ? string.debugDescription : string
    case .void: out += "()"
    case .function: out += "(Function)"
    case .metatype(let name, let qualified): out += debug ? qualified : name
    case .instance(let name): out += name
    case .any:
      guard let box = slots[0].o, let content = trama_object_slots(box) else { return }
      // An instance stands for itself; other values lie behind the number of their type.
      let isInstance = box.pointee.kind == UInt32(trama_kind_instance.rawValue)
      try write(
        isInstance ? slots : UnsafePointer(content + 1), Int(content[0].i), debug, depth: next, to: &out)
    case .array(let element, let layout):
      let elements = machine.elements(slots[0])
      out += "["
      if let start = elements.baseAddress {
        // Elements may take no slot at all.
        for index in 0..<Int(slots[0].o?.pointee.count ?? 0) {
          if index > 0 { out += ", " }
          try write(start + index * layout.count, element, true, depth: next, to: &out)
        }
      }
      out += "]"
    case .dictionary(let key, let value):
      let keys = machine.elements(slots[1])
      let values = machine.elements(slots[2])
      let count = Int(slots[1].o?.pointee.count ?? 0)
      out += count == 0 ? "[:" : "["
      if let keyStart = keys.baseAddress, let valueStart = values.baseAddress {
        for index in 0..<count {
          if index > 0 { out += ", " }
          try write(keyStart + index * key.offset, key.type, true, depth: next, to: &out)
          out += ": "
          try write(valueStart + index * value.offset, value.type, true, depth: next, to: &out)
        }
      }
      out += "]"
    case .set(let element):
      out += debug ? "Set([" : "["
      if let start = machine.elements(slots[1]).baseAddress {
        for index in 0..<Int(slots[1].o?.pointee.count ?? 0) {
          if index > 0 { out += ", " }
          try write(start + index * element.offset, element.type, true, depth: next, to: &out)
        }
      }
      out += debug ? "])" : "]"
    case .optional(let wrapped):
      if slots[0].i == 0 {
        out += "nil"
      } else {
        out += "Optional("
        try write(slots + 1, wrapped, true, depth: next, to: &out)
        out += ")"
      }
    case .tuple(let fields): try writeFields(fields, slots, depth: next, to: &out)
    case .joined(let name, let lower, let separator, let upper):
      if debug { out += name + "(" }
      try write(slots + lower.offset, lower.type, debug, depth: next, to: &out)
      out += separator
      try write(slots + upper.offset, upper.type, debug, depth: next, to: &out)
      if debug { out += ")" }
    case .structure(let name, let qualified, let fields):
      out += debug ? qualified : name
      try writeFields(fields, slots, depth: next, to: &out)
    case .enumeration(let name, let cases):
      guard cases.indices.contains(Int(slots[0].i)) else { return }
      let found = cases[Int(slots[0].i)]
      out += debug ? "\(name).\(found.name)" : found.name
      if !found.fields.isEmpty { try writePayload(found, slots, depth: next, to: &out) }
    case .described(let plain, let debugging, let size):
      out += try describe(slots, by: debug ? debugging : plain, size: size)
    }
  }

  /// The text that a function of the program gives for a value.
  private func describe(
    _ slots: UnsafePointer<TramaSlot>, by function: Int, size: Int
  ) throws(Trap.Reason) -> String {
    for index in 0..<size { scratch[index] = slots[index] }
    try machine.call(function, at: scratch)
    let text = machine.string(scratch[0])
    machine.release(scratch[0])
    return text
  }

  private func writePayload(
    _ found: RuntimeType.Case, _ slots: UnsafePointer<TramaSlot>, depth: Int, to out: inout String
  ) throws(Trap.Reason) {
    if found.isIndirect {
      guard let box = slots[found.positions[0]].o, let content = trama_object_slots(box) else { return }
      try writeFields(found.fields, content, depth: depth, to: &out)
      return
    }
    let payload = found.positions.map { slots[$0] }
    let copy = UnsafeMutablePointer<TramaSlot>.allocate(capacity: max(payload.count, 1))
    defer { copy.deallocate() }
    for (index, slot) in payload.enumerated() { (copy + index).initialize(to: slot) }
    try writeFields(found.fields, copy, depth: depth, to: &out)
  }

  private func writeFields(
    _ fields: [RuntimeType.Field], _ slots: UnsafePointer<TramaSlot>, depth: Int, to out: inout String
  ) throws(Trap.Reason) {
    out += "("
    for (index, field) in fields.enumerated() {
      if index > 0 { out += ", " }
      if let label = field.label { out += label + ": " }
      try write(slots + field.offset, field.type, true, depth: depth, to: &out)
    }
    out += ")"
  }
}
