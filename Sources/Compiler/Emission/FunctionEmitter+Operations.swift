import CMachine
import VirtualMachine

/// Operations of the machine on numbers, and the order in which their operands are read.
extension FunctionEmitter {
  func emitOperation(
    _ operation: Operation, _ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place
  ) -> Operand {
    let result = at ?? allocate(layout.count)
    let outer = top
    let left = value(arguments[0])
    if operation.isUnary {
      mark(place)
      emit(operation.opcode, result, left.register)
      release(left)
    } else if let immediate = addend(operation.opcode, arguments[1]) {
      mark(place)
      emit(trama_op_addImmediateI, result, left.register, immediate)
    } else {
      // A variable that the second operand changes must be read before.
      let first = stable(left, arguments[0], before: arguments[1])
      let right = value(arguments[1])
      mark(place)
      if operation.opcode == trama_op_addF, result == first, right.register >= outer, let last = code.last,
        last.operation == UInt16(trama_op_mulF.rawValue), Int(last.a) == right.register, !isTarget
      {
        // The product is needed nowhere else, and always comes from here.
        code[code.count - 1] = Instruction(trama_op_mulAddF, result, Int(last.b), Int(last.c))
      } else if operation.isSwapped {
        emit(operation.opcode, result, right.register, first)
      } else {
        emit(operation.opcode, result, first, right.register)
      }
    }
    top = outer
    return Operand(register: result, layout: layout, isOwned: false)
  }

  /// The register with an operand's value, copied where evaluating another expression could change it.
  func stable(_ operand: Operand, _ expression: Expression, before other: Expression) -> Int {
    guard case .variable(let variable) = expression.kind, !variable.isLet, hasCalls(other) else {
      return operand.register
    }
    let copy = allocate(operand.layout.count)
    move(operand.layout.count, from: operand.register, to: copy)
    return copy
  }

  /// Whether evaluating an expression may run code of the cell's functions or change variables.
  func hasCalls(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .double, .boolean, .string, .none, .variable, .function, .type, .closure, .error: false
    case .element(let base, _): hasCalls(base)
    case .property(let base, _): hasCalls(base)
    case .call(let reference, let arguments):
      reference.declaration.intrinsic.map { $0.hasPrefix("host") || $0.hasPrefix("assign") } ?? !reference
        .declaration.isRequirement
        || arguments.contains(where: hasCalls)
    default: true
    }
  }

  /// The immediate that adds or subtracts a small literal.
  func addend(_ opcode: TramaOpcode, _ expression: Expression) -> Int? {
    guard opcode == trama_op_addI || opcode == trama_op_subI, let literal = smallLiteral(expression) else {
      return nil
    }
    return opcode == trama_op_addI ? literal : -literal
  }

  /// An integer literal that fits an immediate operand either sign.
  func smallLiteral(_ expression: Expression) -> Int? {
    guard case .integer(let text, let isNegative) = expression.kind, concrete(expression.type) == library.int,
      let value = program.checker.integerValue(text, isNegative), abs(value) < 32_000
    else { return nil }
    return value
  }

  /// `target op= value`.
  func compound(
    _ operatorName: String, _ arguments: [Expression], _ substitution: Substitution, _ place: Place
  ) -> Operand? {
    guard
      let requirement = library.operators[operatorName]?.first(where: {
        $0.isRequirement && $0.parameters.count == 2
          && $0.owner.flatMap { substitution[$0.selfParameter] } != nil
          || $0.isRequirement && $0.owner?.kind == .protocolType
            && conformsSelf(substitution, to: $0.owner)
      }), let owner = requirement.owner, let own = substitution.values.first
    else { return nil }
    let outer = top
    let held = heldReferences.count
    let type = concrete(own)
    let target = prepare(arguments[0])
    let current = VariableDeclaration(name: "_target", type: type, isLet: true, context: nil, place: place)
    let layout = program.layout(type)
    let right: Expression
    if case .registers(let register, let isGlobal) = target, !isGlobal || !hasCalls(arguments[1]) {
      locations[current] = .registers(register)
      right = arguments[1]
    } else {
      // The value comes first, then the target as it is by then.
      let operand = value(arguments[1])
      let kept = VariableDeclaration(name: "_value", type: type, isLet: true, context: nil, place: place)
      locations[kept] = .registers(operand.register)
      right = Expression(.variable(kept), type, arguments[1].place)
      locations[current] = .registers(read(target, layout))
    }
    let sum = Expression(
      .call(
        FunctionReference(declaration: requirement, substitution: [owner.selfParameter: type]),
        [Expression(.variable(current), type, arguments[0].place), right]),
      type, place)
    if case .registers(let register, _) = target, layout.isTrivial, layout.count == 1 {
      if isPlain(sum) {
        _ = value(sum, at: register)
      } else {
        move(1, from: value(sum).register, to: register)
      }
    } else {
      let result = owned(sum)
      store(result.register, layout, to: target)
    }
    locations[current] = nil
    releaseHeld(since: held)
    top = outer
    return Operand(register: top, layout: Layout([]), isOwned: false)
  }
}
