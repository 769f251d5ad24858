import CMachine
import VirtualMachine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What derivatives ask of the host. Numbers that a host function leaves here may depend on others, so none of its
/// results is said to depend on nothing.
extension HostFunction {
  static let derivatives: [HostFunction] =
    (1...3).flatMap { [gradient(count: $0), valueWithGradient(count: $0)] } + arrays + numbers

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
    // Whether a function with a derivative of its own gives what that says.
    HostFunction(name: "takesRule", results: 1) { (engine, machine, base) throws(Trap.Reason) in
      base[0].i = machine.isRecording && !engine.rulesUnderWay.contains(base[0].i) ? 1 : 0
    },
    HostFunction(name: "beginRule", results: 0) { (engine, _, base) throws(Trap.Reason) in
      engine.rulesUnderWay.append(base[0].i)
    },
    HostFunction(name: "endRule", results: 0) { (engine, _, _) throws(Trap.Reason) in
      _ = engine.rulesUnderWay.popLast()
    },
    // A number, one that it depends on, and how fast it changes with that.
    HostFunction(name: "withSlope", results: 0) { (_, machine, base) throws(Trap.Reason) in
      try machine.putSlope(at: base)
    },
    // The same number, which depends on nothing.
    HostFunction(name: "detached", results: 1) { (_, _, _) throws(Trap.Reason) in },
  ]

  /// Functions of numbers that the machine has no instruction for.
  private static let numbers = [
    HostFunction(name: "fusedMultiplyAdd", results: 0) { (_, machine, base) throws(Trap.Reason) in
      try machine.fuseMultiplyAdd(base)
    },
    // A step of the last digit further, which has the slope 1.
    HostFunction(name: "nextUp", results: 0) { (_, _, base) throws(Trap.Reason) in
      base[0].d = base[0].d.nextUp
    },
    HostFunction(name: "tgamma", results: 1) { (_, machine, base) throws(Trap.Reason) in
      if machine.isActive(base) { throw .message("'tgamma' has no derivative") }
      base[0].d = tgamma(base[0].d)
    },
  ]
}
