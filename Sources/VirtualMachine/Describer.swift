import CMachine

/// Writes values as Swift's `print` and `debugDescription` write them.
public struct Describer {
  let machine: Machine
  /// The types of boxed values, by the number in their box.
  let types: [RuntimeType]

  public init(machine: Machine, types: [RuntimeType]) {
    self.machine = machine
    self.types = types
  }

  /// The text of the value at `slots`.
  ///
  /// - Parameter debug: As an element of a collection: strings quoted and escaped.
  public func describe(_ slots: UnsafePointer<TramaSlot>, as type: RuntimeType, debug: Bool) -> String {
    var out = ""
    write(slots, type, debug, to: &out)
    return out
  }

  private func write(
    _ slots: UnsafePointer<TramaSlot>, _ type: RuntimeType, _ debug: Bool, to out: inout String
  ) {
    switch type {
    case .int: out += String(slots[0].i)
    case .double:
      // `print` streams a number, a collection describes it: they differ for NaN.
      if debug { out += slots[0].d.debugDescription } else { slots[0].d.write(to: &out) }
    case .bool: out += slots[0].i != 0 ? "true" : "false"
    case .string:
      let string = machine.string(slots[0])
      out += debug ? string.debugDescription : string
    case .void: out += "()"
    case .function: out += "(Function)"
    case .any:
      guard let box = slots[0].o else { return }
      let content = trama_object_slots(box)
      guard let content else { return }
      write(content + 1, types[Int(content[0].i)], debug, to: &out)
    case .array(let element, let layout):
      let elements = machine.elements(slots[0])
      out += "["
      if let start = elements.baseAddress {
        for offset in stride(from: 0, to: elements.count, by: max(layout.count, 1)) {
          if offset > 0 { out += ", " }
          write(start + offset, element, true, to: &out)
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
          write(keyStart + index * key.offset, key.type, true, to: &out)
          out += ": "
          write(valueStart + index * value.offset, value.type, true, to: &out)
        }
      }
      out += "]"
    case .set(let element):
      out += debug ? "Set([" : "["
      if let start = machine.elements(slots[1]).baseAddress {
        for index in 0..<Int(slots[1].o?.pointee.count ?? 0) {
          if index > 0 { out += ", " }
          write(start + index * element.offset, element.type, true, to: &out)
        }
      }
      out += debug ? "])" : "]"
    case .optional(let wrapped, _):
      if slots[0].i == 0 {
        out += "nil"
      } else {
        out += "Optional("
        write(slots + 1, wrapped, true, to: &out)
        out += ")"
      }
    case .tuple(let fields): writeFields(fields, slots, to: &out)
    case .joined(let name, let lower, let separator, let upper):
      if debug { out += name + "(" }
      write(slots + lower.offset, lower.type, debug, to: &out)
      out += separator
      write(slots + upper.offset, upper.type, debug, to: &out)
      if debug { out += ")" }
    case .structure(let name, let fields):
      out += name
      writeFields(fields, slots, to: &out)
    }
  }

  private func writeFields(
    _ fields: [RuntimeType.Field], _ slots: UnsafePointer<TramaSlot>, to out: inout String
  ) {
    out += "("
    for (index, field) in fields.enumerated() {
      if index > 0 { out += ", " }
      if let label = field.label { out += label + ": " }
      write(slots + field.offset, field.type, true, to: &out)
    }
    out += ")"
  }
}
