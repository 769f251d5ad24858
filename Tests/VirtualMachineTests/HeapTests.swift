import CMachine
import Testing

@testable import VirtualMachine

/// Arrays, strings and objects: copied when shared and changed, freed when nobody holds them.
@Suite struct HeapTests {
  private static let pair = Layout([.bits, .reference])
  /// The number of the first layout that a program adds.
  private static let first = 3

  private func ints(_ program: Program, _ register: Int) -> [Int] {
    program.machine.elements(program.machine[global: register]).map { Int($0.i) }
  }

  @Test func sharedArrayIsCopiedWhenChanged() throws {
    let program = try Program([
      Function(
        constants: [.int(0), .int(10), .int(20), .int(99)],
        [
          Instruction(trama_op_arrayNew, 0, Machine.bitsLayout, 8), Instruction(trama_op_arrayAppend, 0, 9),
          Instruction(trama_op_arrayAppend, 0, 10), Instruction(trama_op_mov, 1, 0),
          Instruction(trama_op_retain, 1),
          Instruction(trama_op_arraySet, 1, 8, 11), Instruction(trama_op_arrayAppend, 1, 11),
          Instruction(trama_op_arrayCount, 2, 1), Instruction(trama_op_arrayGet, 3, 0, 8),
          Instruction(trama_op_halt),
        ])
    ]).run()
    #expect(ints(program, 0) == [10, 20])
    #expect(ints(program, 1) == [99, 20, 99])
    #expect(program.int(2) == 3)
    #expect(program.int(3) == 10)
    let used = program.heapUsed
    #expect(used > 0)
    program.machine.release(program.machine[global: 1])
    #expect((1..<used).contains(program.heapUsed))
    program.machine.release(program.machine[global: 0])
    #expect(program.heapUsed == 0)
  }

  @Test func unsharedArrayIsChangedInPlace() throws {
    let program = try Program([
      Function(
        constants: [.int(0), .int(10)],
        [
          Instruction(trama_op_arrayNew, 0, Machine.bitsLayout, 9), Instruction(trama_op_arrayAppend, 0, 9),
          Instruction(trama_op_mov, 1, 0), Instruction(trama_op_arraySet, 0, 8, 8),
          Instruction(trama_op_halt),
        ])
    ]).run()
    // Nobody counted the second register: both still hold the one array.
    #expect(program.machine[global: 0].o == program.machine[global: 1].o)
    #expect(ints(program, 0) == [0])
  }

  @Test func indicesAreChecked() throws {
    for (operation, index) in [
      (trama_op_arrayGet, -1), (trama_op_arrayGet, 1), (trama_op_arrayGet, Int.max), (trama_op_arrayGetN, 1),
      (trama_op_arrayTakeN, 1), (trama_op_arrayTakeN, Int.min),
    ] {
      let program = try Program([
        Function(
          constants: [.int(index), .int(1)],
          [
            Instruction(trama_op_arrayNew, 0, Machine.bitsLayout, 9), Instruction(trama_op_arrayAppend, 0, 9),
            Instruction(operation, 1, 0, 8), Instruction(trama_op_halt),
          ])
      ])
      #expect(trap(of: program)?.reason == .indexOutOfRange, "\(operation) at \(index)")
    }
    for operation in [trama_op_arraySet, trama_op_arraySetN] {
      let program = try Program([
        Function(
          constants: [.int(1), .int(1)],
          [
            Instruction(trama_op_arrayNew, 0, Machine.bitsLayout, 9), Instruction(trama_op_arrayAppend, 0, 9),
            Instruction(operation, 0, 8, 9), Instruction(trama_op_halt),
          ])
      ])
      #expect(trap(of: program)?.reason == .indexOutOfRange, "\(operation)")
      #expect(ints(program, 0) == [1])
    }
  }

  @Test func wideElementsCountTheirReferences() throws {
    let program = try Program(
      [
        // r0 = [(5, "text")], r1 = a copy of it whose element becomes (6, "other"), r2… = its first element.
        Function(
          constants: [.int(0), .int(1)],
          [
            Instruction(trama_op_arrayNew, 0, Self.first, 9), Instruction(trama_op_constI, 16, wide: 5),
            Instruction(trama_op_host, 17, wide: 0), Instruction(trama_op_arrayAppendN, 0, 16),
            Instruction(trama_op_mov, 1, 0), Instruction(trama_op_retain, 1),
            Instruction(trama_op_constI, 18, wide: 6),
            Instruction(trama_op_host, 19, wide: 1), Instruction(trama_op_arraySetN, 1, 8, 18),
            Instruction(trama_op_arrayGetN, 2, 0, 8), Instruction(trama_op_retain, 3),
            Instruction(trama_op_halt),
          ])
      ], layouts: [Self.pair],
      hosts: [
        (
          1,
          { (machine, base) throws(Trap.Reason) in
            base[0] = try machine.makeString("a text longer than fifteen bytes")
          }
        ),
        (1, { (machine, base) throws(Trap.Reason) in base[0] = try machine.makeString("other") }),
      ]
    ).run()
    let machine = program.machine
    #expect(machine.elements(machine[global: 0]).first?.i == 5)
    #expect(machine.string(machine.elements(machine[global: 0])[1]) == "a text longer than fifteen bytes")
    #expect(machine.string(machine.elements(machine[global: 1])[1]) == "other")
    #expect(program.int(2) == 5)
    machine.release(machine[global: 0])
    // The element taken out of it still lives.
    #expect(machine.string(machine[global: 3]) == "a text longer than fifteen bytes")
    machine.release(machine[global: 1])
    machine.release(machine[global: 3])
    #expect(program.heapUsed == 0)
  }

  @Test func takenElementsLeaveAGapThatIsNoticed() throws {
    let program = try Program(
      [
        Function(
          constants: [.int(0), .int(1)],
          [
            Instruction(trama_op_arrayNew, 0, Self.first, 9), Instruction(trama_op_constI, 16, wide: 5),
            Instruction(trama_op_host, 17, wide: 0), Instruction(trama_op_arrayAppendN, 0, 16),
            Instruction(trama_op_arrayTakeN, 2, 0, 8), Instruction(trama_op_divI, 7, 9, 8),
          ])
      ], layouts: [Self.pair],
      hosts: [(1, { (machine, base) throws(Trap.Reason) in base[0] = try machine.makeString("text") })])
    #expect(trap(of: program)?.reason == .divisionByZero)
    #expect(program.machine.isLost(global: 0, Layout([.reference])))
    #expect(!program.machine.isLost(global: 2, Self.pair))
    // An optional may be missing.
    #expect(!program.machine.isLost(global: 6, Layout([.optionalReference])))
    #expect(program.machine.isLost(global: 6, Layout([.reference])))
  }

  @Test func stringsGrowInPlaceOnlyWhereNobodyElseHoldsThem() throws {
    let program = try Program([Function([Instruction(trama_op_halt)])])
    let machine = program.machine
    let text = try machine.makeString("a")
    let grown = try machine.append("bc", to: text)
    #expect(grown.o == text.o)
    machine.retain(grown)
    let other = try machine.append("d", to: grown)
    #expect(other.o != grown.o)
    #expect(machine.string(grown) == "abc")
    #expect(machine.string(other) == "abcd")
    machine.release(grown)
    machine.release(other)
    #expect(program.heapUsed == 0)
  }

  @Test func longStringsCountTheirBytes() throws {
    let program = try Program([Function([Instruction(trama_op_halt)])])
    let machine = program.machine
    var text = try machine.makeString("")
    let before = program.heapUsed
    for _ in 0..<100 { text = try machine.append(String(repeating: "x", count: 100), to: text) }
    #expect(program.heapUsed == before + 10_000)
    #expect(throws: Trap.Reason.limit(.heap)) {
      _ = try machine.makeString(String(repeating: "x", count: 2 << 20))
    }
    machine.release(text)
    #expect(program.heapUsed == 0)
  }

  @Test func lastElementIsRemoved() throws {
    let program = try Program([Function([Instruction(trama_op_halt)])])
    let machine = program.machine
    let strings = try machine.makeStrings(["first", "second"])
    machine.retain(strings)
    let shorter = try machine.removeLast(strings)
    #expect(machine.elements(strings).map(machine.string) == ["first", "second"])
    #expect(machine.elements(shorter).map(machine.string) == ["first"])
    machine.release(strings)
    machine.release(shorter)
    #expect(program.heapUsed == 0)
  }

  /// A list of many links is freed without recursion.
  @Test func longChainsAreFreed() throws {
    let link = Layout([.optionalReference])
    let program = try Program(
      [
        Function(
          constants: [.int(500_000)],
          [
            Instruction(trama_op_objectNew, 1, Self.first), Instruction(trama_op_objectSet, 1, 0, 0),
            Instruction(trama_op_mov, 0, 1), Instruction(trama_op_nextLtI, 2, 8, -3),
            Instruction(trama_op_halt),
          ])
      ], layouts: [link], limits: Machine.Limits(fuel: 10_000_000, heap: 1 << 30, depth: 10)
    ).run()
    #expect(program.heapUsed > 500_000 * 40)
    program.machine.release(program.machine[global: 0])
    #expect(program.heapUsed == 0)
  }

  @Test func blocksAreUsedAgain() throws {
    // Each turn makes an array and lets it go: the heap does not grow.
    let program = try Program(
      [
        Function(
          constants: [.int(10_000)],
          [
            Instruction(trama_op_arrayNew, 0, Machine.bitsLayout, 8), Instruction(trama_op_release, 0),
            Instruction(trama_op_nextLtI, 2, 8, -2), Instruction(trama_op_halt),
          ])
      ], limits: Machine.Limits(fuel: 1_000_000, heap: 81_000, depth: 10)
    ).run()
    #expect(program.heapUsed == 0)
  }
}
