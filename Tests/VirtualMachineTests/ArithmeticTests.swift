import CMachine
import Testing

@testable import VirtualMachine

/// Each operation on numbers, against Swift's own.
@Suite struct ArithmeticTests {
  private static let ints = [0, 1, -1, 2, -3, 7, 63, 64, -64, 65, 1000, Int.max, Int.min, Int.min + 1]
  private static let doubles = [
    0, -0.0, 1, -1, 0.5, -2.5, 1e308, -1e308, 1e-300, .infinity, -.infinity, .nan,
  ]

  /// What the instruction makes of constants: its a, b, c are registers 0, 8, 9.
  private func result(_ operation: TramaOpcode, _ constants: [Constant], c: Int = 9) throws -> Result<
    TramaSlot, Trap
  > {
    let program = try Program([
      Function(constants: constants, [Instruction(operation, 0, 8, c), Instruction(trama_op_halt)])
    ])
    return Result { () throws(Trap) in try program.run().machine[global: 0] }
  }

  private func checkInts(
    _ operation: TramaOpcode, _ expected: (Int, Int) -> (partialValue: Int, overflow: Bool)?
  ) throws {
    for x in Self.ints {
      for y in Self.ints {
        let actual = try result(operation, [.int(x), .int(y)])
        switch expected(x, y) {
        case (let value, false)?:
          #expect(try actual.get().i == value, "\(operation) of \(x) and \(y)")
        case (_, true)?: #expect(actual.reason == .integerOverflow, "\(operation) of \(x) and \(y)")
        case nil: #expect(actual.reason == .divisionByZero, "\(operation) of \(x) and \(y)")
        }
      }
    }
  }

  @Test func intArithmetic() throws {
    try checkInts(trama_op_addI) { $0.addingReportingOverflow($1) }
    try checkInts(trama_op_subI) { $0.subtractingReportingOverflow($1) }
    try checkInts(trama_op_mulI) { $0.multipliedReportingOverflow(by: $1) }
    try checkInts(trama_op_divI) { $1 == 0 ? nil : $0.dividedReportingOverflow(by: $1) }
    try checkInts(trama_op_remI) { $1 == 0 ? nil : $0.remainderReportingOverflow(dividingBy: $1) }
    try checkInts(trama_op_negI) { x, _ in 0.subtractingReportingOverflow(x) }
    try checkInts(trama_op_absI) { x, _ in x < 0 ? 0.subtractingReportingOverflow(x) : (x, false) }
  }

  @Test func bitsAndComparisons() throws {
    try checkInts(trama_op_addWrapI) { ($0 &+ $1, false) }
    try checkInts(trama_op_subWrapI) { ($0 &- $1, false) }
    try checkInts(trama_op_mulWrapI) { ($0 &* $1, false) }
    try checkInts(trama_op_andI) { ($0 & $1, false) }
    try checkInts(trama_op_orI) { ($0 | $1, false) }
    try checkInts(trama_op_xorI) { ($0 ^ $1, false) }
    try checkInts(trama_op_shlI) { ($0 << $1, false) }
    try checkInts(trama_op_shrI) { ($0 >> $1, false) }
    try checkInts(trama_op_notI) { x, _ in (~x, false) }
    try checkInts(trama_op_eqI) { ($0 == $1 ? 1 : 0, false) }
    try checkInts(trama_op_neI) { ($0 != $1 ? 1 : 0, false) }
    try checkInts(trama_op_ltI) { ($0 < $1 ? 1 : 0, false) }
    try checkInts(trama_op_leI) { ($0 <= $1 ? 1 : 0, false) }
    try checkInts(trama_op_notB) { x, _ in (x == 0 ? 1 : 0, false) }
  }

  private func checkDoubles(_ operation: TramaOpcode, _ expected: (Double, Double) -> Double) throws {
    for x in Self.doubles {
      for y in Self.doubles {
        let actual = try result(operation, [.double(x), .double(y)]).get().d
        let wanted = expected(x, y)
        #expect(
          wanted.isNaN ? actual.isNaN : actual.bitPattern == wanted.bitPattern,
          "\(operation) of \(x) and \(y)")
      }
    }
  }

  @Test func doubleArithmetic() throws {
    try checkDoubles(trama_op_addF) { $0 + $1 }
    try checkDoubles(trama_op_subF) { $0 - $1 }
    try checkDoubles(trama_op_mulF) { $0 * $1 }
    try checkDoubles(trama_op_divF) { $0 / $1 }
    try checkDoubles(trama_op_negF) { x, _ in -x }
    try checkDoubles(trama_op_minF) { min($0, $1) }
    try checkDoubles(trama_op_maxF) { max($0, $1) }
  }

  @Test func doubleComparisons() throws {
    func check(_ operation: TramaOpcode, _ expected: (Double, Double) -> Bool) throws {
      for x in Self.doubles {
        for y in Self.doubles {
          let actual = try result(operation, [.double(x), .double(y)]).get().i
          #expect(actual == (expected(x, y) ? 1 : 0), "\(operation) of \(x) and \(y)")
        }
      }
    }
    try check(trama_op_eqF) { $0 == $1 }
    try check(trama_op_neF) { $0 != $1 }
    try check(trama_op_ltF) { $0 < $1 }
    try check(trama_op_leF) { $0 <= $1 }
  }

  @Test func conversions() throws {
    for x in Self.ints {
      #expect(try result(trama_op_intToF, [.int(x)]).get().d == Double(x))
      if x < 1 << 40, x > -1 << 40 {
        #expect(try result(trama_op_fToInt, [.double(Double(x) + (x < 0 ? -0.75 : 0.75))]).get().i == x)
      }
    }
    #expect(try result(trama_op_fToInt, [.double(-9_223_372_036_854_775_808)]).get().i == Int64.min)
    for x in [Double.nan, .infinity, -.infinity, 9_223_372_036_854_775_808, -1e19] {
      #expect(try result(trama_op_fToInt, [.double(x)]).reason == .doubleToInt)
    }
  }

  @Test func everyConditionalJump() throws {
    let immediate = 5
    typealias Case = (TramaOpcode, (Int, Int) -> Bool)
    let cases: [Case] = [
      (trama_op_jumpEqI, { $0 == $1 }), (trama_op_jumpNeI, { $0 != $1 }), (trama_op_jumpLtI, { $0 < $1 }),
      (trama_op_jumpLeI, { $0 <= $1 }),
    ]
    let immediateCases: [Case] = [
      (trama_op_jumpEqImmediateI, { $0 == $1 }), (trama_op_jumpNeImmediateI, { $0 != $1 }),
      (trama_op_jumpLtImmediateI, { $0 < $1 }), (trama_op_jumpGeImmediateI, { $0 >= $1 }),
      (trama_op_jumpLeImmediateI, { $0 <= $1 }), (trama_op_jumpGtImmediateI, { $0 > $1 }),
    ]
    func jumps(_ instruction: Instruction, _ constants: [Constant]) throws -> Bool {
      let program = try Program([
        Function(
          constants: constants,
          [
            instruction, Instruction(trama_op_constI, 0, wide: 1), Instruction(trama_op_halt),
            Instruction(trama_op_constI, 0, wide: 2), Instruction(trama_op_halt),
          ])
      ])
      return try program.run().int(0) == 2
    }
    for x in [4, 5, 6, Int.min, Int.max] {
      for (operation, expected) in cases {
        #expect(
          try jumps(Instruction(operation, 8, 9, 3), [.int(x), .int(immediate)]) == expected(x, immediate),
          "\(operation) of \(x)")
      }
      for (operation, expected) in immediateCases {
        #expect(
          try jumps(Instruction(operation, 8, immediate, 3), [.int(x)]) == expected(x, immediate),
          "\(operation) of \(x)")
      }
    }
    let doubleCases: [(TramaOpcode, (Double, Double) -> Bool)] = [
      (trama_op_jumpEqF, { $0 == $1 }), (trama_op_jumpNeF, { $0 != $1 }), (trama_op_jumpLtF, { $0 < $1 }),
      (trama_op_jumpLeF, { $0 <= $1 }), (trama_op_jumpNotLtF, { !($0 < $1) }),
      (trama_op_jumpNotLeF, { !($0 <= $1) }),
    ]
    for x in Self.doubles {
      for (operation, expected) in doubleCases {
        #expect(
          try jumps(Instruction(operation, 8, 9, 3), [.double(x), .double(0.5)]) == expected(x, 0.5),
          "\(operation) of \(x)")
      }
    }
    for (x, operation) in [(1, trama_op_jumpTrue), (0, trama_op_jumpFalse)] {
      #expect(try jumps(Instruction(operation, 8, wide: 3), [.int(x)]))
      #expect(try !jumps(Instruction(operation, 8, wide: 3), [.int(1 - x)]))
    }
  }
}

extension Result where Failure == Trap {
  var reason: Trap.Reason? {
    if case .failure(let trap) = self { trap.reason } else { nil }
  }
}
