import CMachine
import Testing

@testable import VirtualMachine

/// Traps say why and where, limits end what would not end.
@Suite struct TrapTests {
  /// `main` calls `outer`, which calls `inner`, which divides by zero.
  @Test func callStackNamesFunctionsAndPositions() throws {
    let program = try Program([
      Function([
        Instruction(trama_op_constI, 10, wide: 7), Instruction(trama_op_call, 10, wide: 1),
        Instruction(trama_op_halt),
      ]),
      Function(
        named: "outer", parameters: 1,
        [
          Instruction(trama_op_mov, 4, 0), Instruction(trama_op_mov, 4, 0),
          Instruction(trama_op_call, 4, wide: 2),
          Instruction(trama_op_ret, 4),
        ]),
      Function(
        named: "inner", parameters: 1, constants: [.int(0)],
        [
          Instruction(trama_op_divI, 2, 0, 1), Instruction(trama_op_ret, 2),
        ]),
    ])
    let stop = try #require(trap(of: program))
    #expect(stop.reason == .divisionByZero)
    #expect(stop.frames.map(\.function) == ["inner", "outer", "main"])
    #expect(stop.frames.map { $0.position?.range.lowerBound } == [0, 20, 10])
    #expect(stop.frames.allSatisfy { $0.position?.source == 1 })
  }

  @Test func trapInstructionTrapsForItsReason() throws {
    let reasons: [(TramaTrap, Trap.Reason)] = [
      (trama_trap_unwrappedNil, .unwrappedNil), (trama_trap_invalidRange, .invalidRange),
      (trama_trap_negativeCount, .negativeCount), (trama_trap_emptyCollection, .emptyCollection),
      (trama_trap_zeroStride, .zeroStride), (trama_trap_unreachable, .unreachable),
    ]
    for (code, reason) in reasons {
      let program = try Program([Function([Instruction(trama_op_trap, Int(code.rawValue))])])
      #expect(trap(of: program)?.reason == reason)
    }
  }

  @Test func endlessLoopUsesUpItsFuel() throws {
    let program = try Program(
      [Function([Instruction(trama_op_addImmediateI, 0, 0, 1), Instruction(trama_op_jump, 0, wide: -1)])],
      limits: Machine.Limits(fuel: 10_000, heap: 1 << 20, depth: 10))
    #expect(trap(of: program)?.reason == .limit(.fuel))
    #expect((4_990...10_001).contains(program.int(0)))
    #expect(program.machine.fuel == 0)
  }

  @Test func endlessRecursionUsesUpItsDepth() throws {
    let program = try Program(
      [
        Function([Instruction(trama_op_call, 10, wide: 1), Instruction(trama_op_halt)]),
        Function(
          named: "again", parameters: 0, slots: 4,
          [Instruction(trama_op_call, 4, wide: 1), Instruction(trama_op_ret0)]),
      ], limits: Machine.Limits(fuel: 1_000_000, heap: 1 << 20, depth: 500))
    let stop = try #require(trap(of: program))
    #expect(stop.reason == .limit(.depth))
    // Long stacks are shown by their ends.
    #expect((10...20).contains(stop.frames.count))
    #expect(stop.frames.first?.function == "again")
    #expect(stop.frames.last?.function == "main")
  }

  @Test func wideFramesUseUpTheStack() throws {
    let program = try Program(
      [
        Function([Instruction(trama_op_call, 10, wide: 1), Instruction(trama_op_halt)]),
        Function(
          named: "wide", parameters: 0, slots: 60_000,
          [
            Instruction(trama_op_call, 59_000, wide: 1), Instruction(trama_op_ret0),
          ]),
      ], limits: Machine.Limits(fuel: 1_000_000, heap: 1 << 20, depth: Machine.largestDepth))
    #expect(trap(of: program)?.reason == .limit(.depth))
  }

  @Test func growingArrayUsesUpTheHeap() throws {
    let program = try Program(
      [
        Function([
          Instruction(trama_op_arrayNew, 0, Machine.bitsLayout, 7), Instruction(trama_op_arrayAppend, 0, 1),
          Instruction(trama_op_jump, 0, wide: -1),
        ])
      ], limits: Machine.Limits(fuel: 10_000_000, heap: 100_000, depth: 10))
    #expect(trap(of: program)?.reason == .limit(.heap))
    #expect(program.heapUsed <= 100_000)
    #expect(program.machine.elements(program.machine[global: 0]).count > 2_000)
  }

  @Test func machineRunsOnAfterATrap() throws {
    let program = try Program([
      Function([
        Instruction(trama_op_addImmediateI, 0, 0, 1), Instruction(trama_op_jumpEqImmediateI, 0, 2, 2),
        Instruction(trama_op_divI, 1, 0, 2), Instruction(trama_op_halt),
      ])
    ])
    #expect(trap(of: program)?.reason == .divisionByZero)
    try program.run()
    #expect(program.int(0) == 2)
  }

  @Test func hostFunctionsTrapWithTheirReason() throws {
    let program = try Program(
      [
        Function([
          Instruction(trama_op_constI, 10, wide: 41), Instruction(trama_op_host, 10, wide: 0),
          Instruction(trama_op_host, 10, wide: 1),
        ])
      ],
      hosts: [
        (1, { (_, base) throws(Trap.Reason) in base[0].i += 1 }),
        (0, { (_, base) throws(Trap.Reason) in throw .message("got \(base[0].i)") }),
      ])
    let stop = try #require(trap(of: program))
    #expect(stop.reason == .message("got 42"))
    #expect(stop.frames.first?.position?.range.lowerBound == 20)
  }
}
