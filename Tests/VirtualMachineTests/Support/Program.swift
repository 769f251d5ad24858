import CMachine
import Testing

@testable import VirtualMachine

/// A machine with functions written by hand, each instruction from a place of its own.
///
/// Registers 0, 1, … of function 0 are the globals.
final class Program {
  let machine: Machine
  private let entry: Int

  init(
    _ functions: [Function], layouts: [Layout] = [], hosts: [(results: Int, body: Machine.Host)] = [],
    limits: Machine.Limits = Machine.Limits(fuel: 1_000_000, heap: 1 << 20, depth: 1000)
  ) throws {
    let machine = try #require(Machine(hosts: hosts))
    machine.setLimits(limits)
    for layout in layouts { _ = machine.addLayout(layout) }
    let ids = functions.map { _ in machine.reserveFunction() }
    entry = ids.first ?? 0
    self.machine = machine
    for (id, function) in zip(ids, functions) { machine.define(id, function.code) }
  }

  /// Runs function 0.
  @discardableResult func run() throws(Trap) -> Program {
    try machine.run(entry)
    return self
  }

  func int(_ register: Int) -> Int { Int(machine[global: register].i) }
  func double(_ register: Int) -> Double { machine[global: register].d }

  /// Bytes of all that lives.
  var heapUsed: Int { Int(machine.core.pointee.heapUsed) }
}

/// A function with what the machine needs to know of it.
struct Function {
  var code: FunctionCode

  /// The instruction at index n comes from offsets n·10 ..< n·10 + 5 of source 1.
  init(
    named name: String = "main", parameters: Int = 8, constants: [Constant] = [], slots: Int = 32,
    _ instructions: [Instruction]
  ) {
    code = FunctionCode(
      name: name, code: instructions, constants: constants, parameterSlots: parameters, frameSlots: slots,
      positions: instructions.indices.map { index in
        (from: index, position: CodePosition(source: 1, range: index * 10..<index * 10 + 5))
      })
  }
}

/// What running the program throws.
func trap(of program: Program) -> Trap? {
  do throws(Trap) {
    try program.run()
    return nil
  } catch {
    return error
  }
}

extension Constant {
  static func int(_ value: Int) -> Constant { .bits(UInt64(bitPattern: Int64(value))) }
  static func double(_ value: Double) -> Constant { .bits(value.bitPattern) }
}
