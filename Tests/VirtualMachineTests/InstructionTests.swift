import CMachine
import Testing

@testable import VirtualMachine

/// The table of instructions, and how a disassembly shows them.
@Suite struct InstructionTests {
  static let all = (0..<Int32(trama_op_count.rawValue)).map { TramaOpcode(UInt32($0)) }

  @Test func everyInstructionIsDescribed() {
    #expect(Self.all.count > 80)
    for operation in Self.all {
      let number = Int32(operation.rawValue)
      let name = String(cString: trama_op_name(number))
      let operands = String(cString: trama_op_operands(number))
      let meaning = String(cString: trama_op_meaning(number))
      #expect(!name.isEmpty && name != "?")
      #expect(operands.count == 3 && operands.allSatisfy { "WRMIUJKjFHGTB_".contains($0) }, "\(name)")
      // Operands of 32 bits take both b and c.
      for wide in "KjFH" where operands.contains(wide) {
        #expect(
          operands.dropFirst().first == wide && (operands.last == wide || operands.last == "_"), "\(name)")
      }
      #expect(meaning.count >= 4 && meaning != "?", "\(name)")
    }
    let names = Self.all.map { String(cString: trama_op_name(Int32($0.rawValue))) }
    #expect(Set(names).count == names.count)
  }

  @Test func outsideOfTheTableNothingIsRead() {
    for number in [-1, Int32(trama_op_count.rawValue), .max, .min] {
      #expect(String(cString: trama_op_name(number)) == "?")
      #expect(String(cString: trama_op_operands(number)) == "___")
      #expect(String(cString: trama_op_meaning(number)) == "?")
    }
    #expect(String(cString: trama_unary_name(-1)) == "?")
    #expect(String(cString: trama_binary_name(99)) == "?")
  }

  @Test func wideOperandsKeepTheirSign() {
    for value in [0, 1, -1, 65_535, 65_536, Int(Int32.max), Int(Int32.min)] {
      #expect(Instruction(trama_op_constI, 3, wide: value).wide == value)
    }
  }

  @Test func disassembly() {
    let code = [
      Instruction(trama_op_constI, 3, wide: -70_000), Instruction(trama_op_addI, 1, 2, 3),
      Instruction(trama_op_addImmediateI, 1, 1, -1), Instruction(trama_op_zero, 4, 2),
      Instruction(trama_op_loadGlobal, 5, 12), Instruction(trama_op_arrayNew, 6, 2, 7),
      Instruction(trama_op_jumpLtI, 1, 2, -3), Instruction(trama_op_jumpGeImmediateI, 1, -8, 4),
      Instruction(trama_op_jump, 0, wide: -5), Instruction(trama_op_jumpFalse, 9, wide: 6),
      Instruction(trama_op_call, 10, wide: 70_000), Instruction(trama_op_host, 10, wide: 3),
      Instruction(trama_op_callClosure, 10, 4), Instruction(trama_op_retN, 2, 3), Instruction(trama_op_halt),
    ]
    #expect(
      code.map(\.description).joined(separator: "\n") == """
        constI r3, #-70000
        addI r1, r2, r3
        addImmediateI r1, r1, #-1
        zero r4, #2
        loadGlobal r5, global 12
        arrayNew r6, layout 2, r7
        jumpLtI r1, r2, →-3
        jumpGeImmediateI r1, #-8, →4
        jump →-5
        jumpFalse r9, →6
        call r10, function 70000
        host r10, host 3
        callClosure r10, r4
        retN r2, #3
        halt
        """)
  }

  @Test func everyInstructionHasADescription() {
    for operation in Self.all {
      let text = Instruction(operation, 1, 2, 3).description
      #expect(text.hasPrefix(String(cString: trama_op_name(Int32(operation.rawValue)))))
    }
  }

  @Test func productsArePairedWithTheSumsThatStartWithThem() {
    let product = Instruction(trama_op_mulF, 1, 2, 3)
    func first(_ next: Instruction) -> String { Instruction.pairingProducts([product, next])[0].name }
    #expect(first(Instruction(trama_op_addF, 4, 1, 2)) == "mulThenAddF")
    #expect(first(Instruction(trama_op_subF, 4, 1, 1)) == "mulThenSubF")
    #expect(first(Instruction(trama_op_subF, 4, 2, 1)) == "mulF")
    #expect(first(Instruction(trama_op_divF, 4, 1, 2)) == "mulF")
    let last = Instruction.pairingProducts([Instruction(trama_op_addF, 4, 1, 2), product])
    #expect(last.map(\.name) == ["addF", "mulF"])
  }

  @Test func positionsHoldUntilTheNext() {
    var code = Function([]).code
    code.positions = [3, 5, 9].map { from in
      (from: from, position: CodePosition(source: 0, range: from..<from + 1))
    }
    #expect(
      (0..<11).map { code.position(at: $0)?.range.lowerBound ?? -1 } == [-1, -1, -1, 3, 3, 5, 5, 5, 5, 9, 9])
  }
}
