import CMachine
import VirtualMachine

/// What errors say of themselves where nobody has written anything.
extension FunctionEmitter {
  /// The number that the compiler gives the case of a value: those with a payload come first. 1 for other types.
  func caseTag(of argument: Expression, at: Int?) -> Operand {
    let result = at ?? allocate(1)
    let operand = value(argument)
    guard case .nominal(let declaration, _) = concrete(argument.type), declaration.kind == .enumeration else {
      emit(trama_op_constI, result, wide: 1)
      release(operand)
      return Operand(register: result, layout: Layout([.bits]), isOwned: false)
    }
    let cases = declaration.cases.filter { !$0.payload.isEmpty } + declaration.cases.filter(\.payload.isEmpty)
    let index = allocate(1)
    emit(trama_op_mov, index, operand.register)
    emit(trama_op_mov, result, index)
    for (tag, found) in cases.enumerated() where tag != found.index {
      let isOther = JumpLabel()
      jump(trama_op_jumpNeI, index, constant(found.index), to: isOther)
      emit(trama_op_constI, result, wide: tag)
      bind(isOther)
    }
    release(operand)
    return Operand(register: result, layout: Layout([.bits]), isOwned: false)
  }
}
