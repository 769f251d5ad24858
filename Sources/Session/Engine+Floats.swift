import CMachine
import VirtualMachine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The C library's functions of single precision.
extension HostFunction {
  static let floats: [HostFunction] = [
    float("sinf", sinf), float("cosf", cosf), float("tanf", tanf), float("asinf", asinf),
    float("acosf", acosf),
    float("atanf", atanf), float("sinhf", sinhf), float("coshf", coshf), float("tanhf", tanhf),
    float("expf", expf), float("exp2f", exp2f), float("logf", logf), float("log2f", log2f),
    float("log10f", log10f), float("cbrtf", cbrtf), float("powf", powf), float("atan2f", atan2f),
    float("hypotf", hypotf),
  ]

  private static func float(_ name: String, _ body: @escaping @Sendable (Float) -> Float) -> HostFunction {
    HostFunction(name: name, results: 1) { (_, machine, base) throws(Trap.Reason) in
      if machine.isActive(base) { throw .message("'\(name)' has no derivative") }
      base[0].d = Double(body(Float(base[0].d)))
    }
  }

  private static func float(_ name: String, _ body: @escaping @Sendable (Float, Float) -> Float)
    -> HostFunction
  {
    HostFunction(name: name, results: 1) { (_, machine, base) throws(Trap.Reason) in
      if machine.isActive(base) || machine.isActive(base + 1) {
        throw .message("'\(name)' has no derivative")
      }
      base[0].d = Double(body(Float(base[0].d), Float(base[1].d)))
    }
  }
}
