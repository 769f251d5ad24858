import CMachine
import VirtualMachine

/// What derivatives ask of the host. Numbers that a host function leaves here may depend on others, so none of its
/// results is said to depend on nothing.
extension HostFunction {
  static let derivatives: [HostFunction] =
    (1...3).flatMap { [gradient(count: $0), valueWithGradient(count: $0)] } + arrays

  /// The gradient of a function of `count` numbers, which come first, then the function.
  private static func gradient(count: Int) -> HostFunction {
    HostFunction(name: "gradient\(count)", results: 0) { (_, machine, base) throws(Trap.Reason) in
      guard let closure = base[count].o else { return }
      let found = try machine.gradient(of: closure, at: base, count: count, scratch: base + scratch)
      for (index, derivative) in found.gradient.enumerated() { machine.put(derivative, at: base + index) }
    }
  }

  private static func valueWithGradient(count: Int) -> HostFunction {
    HostFunction(name: "valueWithGradient\(count)", results: 0) { (_, machine, base) throws(Trap.Reason) in
      guard let closure = base[count].o else { return }
      let found = try machine.gradient(of: closure, at: base, count: count, scratch: base + scratch)
      machine.put(found.value, at: base)
      for (index, derivative) in found.gradient.enumerated() { machine.put(derivative, at: base + 1 + index) }
    }
  }

  /// Functions of one array, which comes first, then the function.
  private static let arrays = [
    HostFunction(name: "gradientArray", results: 0) { (_, machine, base) throws(Trap.Reason) in
      guard let array = base[0].o, let closure = base[1].o else { return }
      base[0] = try machine.makeArray(
        machine.gradient(of: closure, at: array, scratch: base + scratch).gradient)
    },
    HostFunction(name: "valueWithGradientArray", results: 0) { (_, machine, base) throws(Trap.Reason) in
      guard let array = base[0].o, let closure = base[1].o else { return }
      let found = try machine.gradient(of: closure, at: array, scratch: base + scratch)
      machine.put(found.value, at: base)
      base[1] = try machine.makeArray(found.gradient)
    },
    // The values, then the rows of the Jacobian one after the other.
    HostFunction(name: "valuesWithJacobian", results: 0) { (_, machine, base) throws(Trap.Reason) in
      guard let array = base[0].o, let closure = base[1].o else { return }
      let found = try machine.jacobian(of: closure, at: array, scratch: base + scratch)
      base[0] = try machine.makeArray(found.values)
      base[1] = try machine.makeArray(Array(found.rows.joined()))
    },
    HostFunction(name: "isRecording", results: 1) { (_, machine, base) throws(Trap.Reason) in
      base[0].i = machine.isRecording ? 1 : 0
    },
    // A number, one that it depends on, and how fast it changes with that.
    HostFunction(name: "withSlope", results: 0) { (_, machine, base) throws(Trap.Reason) in
      try machine.putSlope(at: base)
    },
    // The same number, which depends on nothing.
    HostFunction(name: "detached", results: 1) { (_, _, _) throws(Trap.Reason) in },
  ]
}
