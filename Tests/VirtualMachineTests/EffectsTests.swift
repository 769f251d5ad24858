import CMachine
import Testing

@testable import VirtualMachine

/// Which functions may be called between cells, because they read variables and change nothing.
@Suite struct EffectsTests {
  /// Whether the closure of function 1 is one, where function 0 makes closures and the others are given.
  private func isOne(_ functions: [[Instruction]], closuresMadeBy makers: [Int] = []) throws -> Bool {
    try asking(functions) { $0.readsGlobalsWithoutEffects($1, closuresMadeBy: makers) }
  }

  /// What a machine says of the closure of function 1.
  private func asking<Answer>(
    _ functions: [[Instruction]], _ question: (Machine, UnsafeMutablePointer<TramaObject>) -> Answer
  ) throws -> Answer {
    let main = Function(
      constants: [.int(1)],
      [
        Instruction(trama_op_objectNew, 0, 3), Instruction(trama_op_objectSet, 0, 0, 8),
        Instruction(trama_op_halt),
      ])
    let program = try Program(
      [main] + functions.map { Function(named: "f", parameters: 2, $0 + [Instruction(trama_op_ret, 0)]) },
      layouts: [Layout([.bits])])
    try program.run()
    let closure = try #require(program.machine[global: 0].o)
    return question(program.machine, closure)
  }

  private let read = Instruction(trama_op_loadGlobal, 5, 1)
  private let multiply = Instruction(trama_op_mulF, 0, 0, 5)
  private func call(_ id: Int) -> Instruction { Instruction(trama_op_call, 6, wide: id) }
  /// Makes a closure of a function in a register.
  private func make(_ id: Int, in register: Int) -> [Instruction] {
    [
      Instruction(trama_op_objectNew, register, 3), Instruction(trama_op_constI, register + 1, wide: id),
      Instruction(trama_op_objectSet, register, 0, register + 1),
    ]
  }

  @Test func itReads() throws {
    #expect(try isOne([[read, multiply]]))
    #expect(try isOne([[call(2)], [read]]))
    #expect(try isOne([[call(2)], [call(1), read]]))
    #expect(try !isOne([[multiply]]))
    #expect(try !isOne([[multiply], [read]]))
  }

  @Test func globalsThatItReadsAreKnown() throws {
    let store = Instruction(trama_op_storeGlobal, 0, 4)
    func slots(_ functions: [[Instruction]]) throws -> Set<Int> {
      try asking(functions) { $0.globalsRead(by: $1, closuresMadeBy: []) }
    }
    #expect(try slots([[read, store, call(2)], [Instruction(trama_op_loadGlobal, 5, 3)]]) == [1, 3])
    #expect(try slots([[multiply], [read]]).isEmpty)
  }

  @Test func itChangesNothing() throws {
    for operation in [
      Instruction(trama_op_storeGlobal, 0, 1), Instruction(trama_op_objectSet, 5, 0, 0),
      Instruction(trama_op_instanceNew, 7, 3), Instruction(trama_op_callDynamic, 7, wide: 0),
      Instruction(trama_op_host, 7, wide: 0),
    ] {
      #expect(try !isOne([[read, operation]]), "\(operation)")
      #expect(try !isOne([[read, call(2)], [operation]]), "\(operation)")
      #expect(try isOne([[read], [operation]]), "\(operation)")
    }
  }

  @Test func closuresThatItMakesArePartOfIt() throws {
    #expect(try isOne([make(2, in: 7), [read]]))
    #expect(try !isOne([[read] + make(2, in: 7), [Instruction(trama_op_storeGlobal, 0, 1)]]))
    // A register that something else may have written holds no new object.
    #expect(
      try !isOne([
        [read] + make(2, in: 7) + [
          Instruction(trama_op_mov2, 6, 4), Instruction(trama_op_objectSet, 7, 0, 0),
        ],
        [multiply],
      ]))
  }

  @Test func closuresThatItMayBeGivenArePartOfIt() throws {
    let caller = [read, Instruction(trama_op_callClosure, 7, 5)]
    let changing = [Instruction(trama_op_storeGlobal, 0, 1)]
    #expect(try isOne([caller, [multiply], make(2, in: 7)], closuresMadeBy: [3]))
    #expect(try !isOne([caller, changing, make(2, in: 7)], closuresMadeBy: [3]))
    #expect(try !isOne([caller, changing, make(2, in: 7), [call(3)]], closuresMadeBy: [4]))
    #expect(try isOne([caller, changing, make(2, in: 7)]))
  }
}
