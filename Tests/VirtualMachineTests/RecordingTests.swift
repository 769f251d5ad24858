import CMachine
import Testing

@testable import VirtualMachine

/// The plain loop and the one that records a tape compute the same values.
@Suite struct RecordingTests {
  /// Operations on numbers with a result in a, by what they read.
  private static let intBinary = [
    trama_op_addI, trama_op_subI, trama_op_mulI, trama_op_divI, trama_op_remI, trama_op_addWrapI,
    trama_op_subWrapI,
    trama_op_mulWrapI, trama_op_andI, trama_op_orI, trama_op_xorI, trama_op_shlI, trama_op_shrI, trama_op_eqI,
    trama_op_neI, trama_op_ltI, trama_op_leI,
  ]
  private static let doubleBinary = [
    trama_op_addF, trama_op_subF, trama_op_mulF, trama_op_divF, trama_op_minF, trama_op_maxF,
  ]

  /// A closure of two Doubles whose body is random straight-line code over eight numbers of each type.
  private func program(seed: Int, pairingProducts isPairing: Bool = false) throws -> Program {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    // A xorshift generator (Marsaglia, "Xorshift RNGs") is enough here.
    func below(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    // Doubles: the arguments 0 and 1, and 10…15. Ints: 20…27. The closure itself is 2, constants start at 3.
    func double() -> Int { [0, 1, 10, 11, 12, 13, 14, 15][below(8)] }
    func int() -> Int { 20 + below(8) }
    var body: [Instruction] = []
    for register in 10..<16 { body.append(Instruction(trama_op_mov, register, 3 + below(3))) }
    for register in 20..<28 { body.append(Instruction(trama_op_constI, register, wide: below(2000) - 1000)) }
    for _ in 0..<60 {
      switch below(9) {
      case 8:
        let product = double()
        body.append(Instruction(trama_op_mulF, product, double(), double()))
        body.append(
          Instruction([trama_op_addF, trama_op_subF][below(2)], double(), product, double()))
      case 0:
        body.append(Instruction(trama_op_unaryF, double(), double(), below(Int(trama_unary_count.rawValue))))
      case 1: body.append(Instruction(trama_op_intToF, double(), int()))
      case 2: body.append(Instruction(Self.intBinary[below(Self.intBinary.count)], int(), int(), int()))
      case 3: body.append(Instruction(trama_op_ltF, int(), double(), double()))
      case 4: body.append(Instruction(trama_op_negF, double(), double()))
      case 5: body.append(Instruction(trama_op_mov, double(), double()))
      default:
        body.append(
          Instruction(Self.doubleBinary[below(Self.doubleBinary.count)], double(), double(), double()))
      }
    }
    // All of it counts in the result.
    for register in [1] + Array(10..<16) { body.append(Instruction(trama_op_addF, 0, 0, register)) }
    for register in 20..<28 {
      body.append(Instruction(trama_op_intToF, 10, register))
      body.append(Instruction(trama_op_addF, 0, 0, 10))
    }
    body.append(Instruction(trama_op_ret, 0))
    if isPairing { body = Instruction.pairingProducts(body) }
    return try Program(
      [
        Function(
          constants: [.int(1)],
          [
            Instruction(trama_op_objectNew, 0, 3), Instruction(trama_op_objectSet, 0, 0, 8),
            Instruction(trama_op_halt),
          ]),
        Function(
          named: "closure", parameters: 3, constants: [.double(0.5), .double(-3), .double(7.25)], body),
      ], layouts: [Layout([.bits])])
  }

  @Test func valuesAndTrapsAgree() throws {
    var finite = 0
    for seed in 1...300 {
      let program = try program(seed: seed, pairingProducts: seed.isMultiple(of: 2))
      try program.run()
      let closure = try #require(program.machine[global: 0].o)
      let plain = program.machine.registers(from: 40)
      let recorded = program.machine.registers(from: 200)
      for registers in [plain, recorded] {
        registers[0].d = 1.25
        registers[1].d = -0.5
      }
      var plainTrap: Trap.Reason?
      var recordedTrap: Trap.Reason?
      do throws(Trap.Reason) { try program.machine.call(closure, at: plain) } catch { plainTrap = error }
      do throws(Trap.Reason) {
        let found = try program.machine.gradient(of: closure, at: recorded, count: 2, scratch: recorded + 8)
        recorded[0].d = found.value.value
      } catch { recordedTrap = error }
      #expect(plainTrap == recordedTrap, "seed \(seed)")
      guard plainTrap == nil else { continue }
      let (x, y) = (plain[0].d, recorded[0].d)
      #expect(x.bitPattern == y.bitPattern || x.isNaN && y.isNaN, "seed \(seed): \(x) and \(y)")
      if x.isFinite { finite += 1 }
    }
    #expect(finite > 30)
  }

  @Test func pairedProductsComputeTheSame() throws {
    for seed in 1...300 {
      let registers = try [false, true].map { isPairing in
        let program = try program(seed: seed, pairingProducts: isPairing)
        try program.run()
        let closure = try #require(program.machine[global: 0].o)
        let registers = program.machine.registers(from: 40)
        registers[0].d = 1.25
        registers[1].d = -0.5
        var trap: Trap.Reason?
        do throws(Trap.Reason) { try program.machine.call(closure, at: registers) } catch { trap = error }
        let doubles = [0, 1] + Array(10..<16)
        return (
          // One NaN is as good as another.
          doubles: doubles.map { registers[$0].d.isNaN ? Double.nan.bitPattern : registers[$0].u },
          ints: (20..<28).map { registers[$0].i }, trap: trap
        )
      }
      #expect(registers[0] == registers[1], "seed \(seed)")
    }
  }

  /// Memory that others have used comes back full of numbers, and node 0 is written by no operation.
  @Test func theNodeOfNoOperationSaysNothing() throws {
    let program = try elementary(Instruction(trama_op_mov, 5, 0))
    try program.run()
    let closure = try #require(program.machine[global: 0].o)
    let scratch = program.machine.registers(from: 40)
    for _ in 0..<2 {
      let trace = try #require(try program.machine.trace(of: closure, at: [2], scratch: scratch))
      #expect(trace.nodes.map(\.operation) == [trama_tape_copy.rawValue, trama_tape_copy.rawValue])
      program.machine.core.pointee.tape[0].operation = trama_tape_slope.rawValue
    }
  }

  @Test func partialDerivativesOfElementaryFunctions() throws {
    // At a point of the domain of each, by central differences.
    for number in 0..<Int(trama_unary_count.rawValue) {
      let name = String(cString: trama_unary_name(Int32(number)))
      let x = name == "acosh" ? 1.7 : 0.37
      let program = try elementary(Instruction(trama_op_unaryF, 5, 0, number))
      try check(program, name, [x])
    }
    for number in 0..<Int(trama_binary_count.rawValue) {
      let name = String(cString: trama_binary_name(Int32(number)))
      let program = try elementary(Instruction(trama_op_binaryF, 5, 0, number), parameters: 3)
      try check(program, name, [2.3, 0.7])
    }
  }

  private func elementary(_ instruction: Instruction, parameters: Int = 2) throws -> Program {
    try Program(
      [
        Function(
          constants: [.int(1)],
          [
            Instruction(trama_op_objectNew, 0, 3), Instruction(trama_op_objectSet, 0, 0, 8),
            Instruction(trama_op_halt),
          ]),
        Function(named: "closure", parameters: parameters, [instruction, Instruction(trama_op_ret, 5)]),
      ], layouts: [Layout([.bits])])
  }

  private func check(_ program: Program, _ name: String, _ point: [Double]) throws {
    try program.run()
    let closure = try #require(program.machine[global: 0].o)
    let registers = program.machine.registers(from: 40)
    func value(_ point: [Double]) throws -> Double {
      for (index, x) in point.enumerated() { registers[index].d = x }
      try program.machine.call(closure, at: registers)
      return registers[0].d
    }
    for (index, x) in point.enumerated() { registers[index].d = x }
    let gradient = try program.machine.gradient(
      of: closure, at: registers, count: point.count, scratch: registers + 8
    ).gradient.map(\.value)
    for index in point.indices {
      var left = point
      var right = point
      left[index] -= 1e-6
      right[index] += 1e-6
      let difference = (try value(right) - value(left)) / 2e-6
      #expect(
        abs(gradient[index] - difference) < 1e-8 * max(1, abs(difference)), "\(name) by argument \(index)")
    }
  }
}
