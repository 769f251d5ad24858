import CMachine
import Testing

@testable import VirtualMachine

/// Calls, closures and derivatives through them.
@Suite struct ClosureTests {
  /// A closure's object: its function, then what it captured.
  private static let closure = Layout([.bits, .bits])
  private static let first = 3

  /// `main` makes the closure of function 1 with 3.0 and calls it with 4.0.
  private func program(_ body: [Instruction], constants: [Constant] = []) throws -> Program {
    try Program(
      [
        Function(
          constants: [.int(1), .double(3), .double(4)],
          [
            Instruction(trama_op_objectNew, 0, Self.first), Instruction(trama_op_objectSet, 0, 0, 8),
            Instruction(trama_op_objectSet, 0, 1, 9), Instruction(trama_op_mov, 16, 10),
            Instruction(trama_op_callClosure, 16, 0), Instruction(trama_op_mov, 1, 16),
            Instruction(trama_op_halt),
          ]),
        // The closure itself stands behind its argument.
        Function(named: "closure", parameters: 2, constants: constants, body),
      ], layouts: [Self.closure])
  }

  @Test func closuresFindWhatTheyCaptured() throws {
    let program = try program([
      Instruction(trama_op_objectGet, 5, 1, 1), Instruction(trama_op_mulF, 5, 5, 0),
      Instruction(trama_op_ret, 5),
    ]).run()
    #expect(program.double(1) == 12)
  }

  @Test func closuresChangeWhatTheyCaptured() throws {
    let program = try program([
      Instruction(trama_op_objectGet, 5, 1, 1), Instruction(trama_op_addF, 5, 5, 0),
      Instruction(trama_op_objectSet, 1, 1, 5), Instruction(trama_op_ret, 5),
    ]).run()
    let closure = try #require(program.machine[global: 0].o)
    #expect(trama_object_slots(closure)?[1].d == 7)
    let registers = program.machine.registers(from: 20)
    registers[0].d = 10
    try program.machine.call(closure, at: registers)
    #expect(registers[0].d == 17)
  }

  @Test func severalResultsComeBack() throws {
    let program = try Program([
      Function([
        Instruction(trama_op_constI, 16, wide: 6), Instruction(trama_op_call, 16, wide: 1),
        Instruction(trama_op_mov2, 0, 16), Instruction(trama_op_mov, 2, 18), Instruction(trama_op_halt),
      ]),
      Function(
        named: "three", parameters: 1, constants: [.int(100)],
        [
          Instruction(trama_op_addI, 4, 0, 1), Instruction(trama_op_subI, 5, 0, 1),
          Instruction(trama_op_mulI, 6, 0, 1),
          Instruction(trama_op_retN, 4, 3),
        ]),
    ]).run()
    #expect([program.int(0), program.int(1), program.int(2)] == [106, -94, 600])
  }

  /// x · (captured 3) + sin x, by its tape.
  @Test func derivativeOfAClosure() throws {
    let program = try program([
      Instruction(trama_op_objectGet, 5, 1, 1), Instruction(trama_op_mulF, 5, 5, 0),
      Instruction(trama_op_unaryF, 6, 0, Int(trama_unary_cos.rawValue)), Instruction(trama_op_addF, 5, 5, 6),
      Instruction(trama_op_ret, 5),
    ]).run()
    let closure = try #require(program.machine[global: 0].o)
    let registers = program.machine.registers(from: 20)
    registers[0].d = 0.5
    let found = try program.machine.gradient(of: closure, at: registers, count: 1, scratch: registers + 16)
    let plain = program.machine.registers(from: 60)
    plain[0].d = 0.5
    try program.machine.call(closure, at: plain)
    #expect(found.value.value == plain[0].d)
    #expect(abs(found.gradient[0].value - (3 - 0.479425538604203)) < 1e-15)
  }

  /// A closure whose derivative asks for its derivative, and so on.
  @Test func derivativesNestUpToALimit() throws {
    let program = try Program(
      [
        Function(
          constants: [.int(1)],
          [
            Instruction(trama_op_objectNew, 0, Self.first), Instruction(trama_op_objectSet, 0, 0, 8),
            Instruction(trama_op_halt),
          ]),
        Function(
          named: "closure", parameters: 2,
          [
            Instruction(trama_op_mov, 5, 1), Instruction(trama_op_host, 5, wide: 0),
            Instruction(trama_op_ret, 0),
          ]),
      ], layouts: [Self.closure],
      hosts: [
        (
          1,
          { (machine, base) throws(Trap.Reason) in
            guard let closure = base[0].o else { return }
            _ = try machine.gradient(of: closure, at: base + 1, count: 1, scratch: base + 8)
          }
        )
      ]
    ).run()
    let closure = try #require(program.machine[global: 0].o)
    let registers = program.machine.registers(from: 20)
    // The second time the machine records as the first.
    for _ in 0..<2 {
      #expect(throws: Trap.Reason.limit(.nesting)) {
        _ = try program.machine.gradient(of: closure, at: registers, count: 1, scratch: registers + 8)
      }
    }
  }
}
