import CMachine
import VirtualMachine

/// Conditions as jumps.
extension FunctionEmitter {
  /// Jumps to a label unless a condition holds.
  func branch(_ condition: Expression, ifFalse label: JumpLabel) {
    let outer = top
    defer { top = outer }
    switch condition.kind {
    case .boolean(true): return
    case .boolean(false): jump(trama_op_jump, to: label)
    case .and(let left, let right):
      branch(left, ifFalse: label)
      branch(right, ifFalse: label)
    case .or(let left, let right):
      let holds = JumpLabel()
      branch(left, ifTrue: holds)
      branch(right, ifFalse: label)
      bind(holds)
    default:
      if let inner = negated(condition) {
        branch(inner, ifTrue: label)
      } else if !compare(condition, whenTrue: false, to: label) {
        jumpOn(condition, trama_op_jumpFalse, to: label)
      }
    }
  }

  /// Jumps to a label if a condition holds.
  func branch(_ condition: Expression, ifTrue label: JumpLabel) {
    let outer = top
    defer { top = outer }
    switch condition.kind {
    case .boolean(true): jump(trama_op_jump, to: label)
    case .boolean(false): return
    case .or(let left, let right):
      branch(left, ifTrue: label)
      branch(right, ifTrue: label)
    case .and(let left, let right):
      let fails = JumpLabel()
      branch(left, ifFalse: fails)
      branch(right, ifTrue: label)
      bind(fails)
    default:
      if let inner = negated(condition) {
        branch(inner, ifFalse: label)
      } else if !compare(condition, whenTrue: true, to: label) {
        jumpOn(condition, trama_op_jumpTrue, to: label)
      }
    }
  }

  func jumpOn(_ condition: Expression, _ operation: TramaOpcode, to label: JumpLabel) {
    let operand = value(condition)
    jump(operation, operand.register, to: label)
  }

  func intrinsic(of expression: Expression) -> (String, [Expression])? {
    guard case .call(let reference, let arguments) = expression.kind else { return nil }
    let substitution = reference.substitution.mapTypes(concrete)
    guard let (declaration, _) = program.implementation(of: reference.declaration, substitution),
      let intrinsic = declaration.intrinsic
    else { return nil }
    return (intrinsic, arguments)
  }

  func negated(_ condition: Expression) -> Expression? {
    guard let (name, arguments) = intrinsic(of: condition), name == "notB" else { return nil }
    return arguments[0]
  }

  /// Compares and jumps in one instruction where the machine has it.
  func compare(_ condition: Expression, whenTrue: Bool, to label: JumpLabel) -> Bool {
    guard let (name, arguments) = intrinsic(of: condition), let operation = Self.operations[name],
      let jumps = operation.jump
    else { return false }
    let left = value(arguments[0])
    if let immediates = operation.immediateJump, let literal = smallLiteral(arguments[1]) {
      jump(whenTrue ? immediates.whenTrue : immediates.whenFalse, left.register, literal, to: label)
      return true
    }
    let first = stable(left, arguments[0], before: arguments[1])
    let right = value(arguments[1])
    // a < b fails when b <= a; a > b is b < a.
    let isSwapped = operation.isSwapped != (!whenTrue && jumps.falseIsSwapped)
    let opcode = whenTrue ? jumps.whenTrue : jumps.whenFalse
    if isSwapped {
      jump(opcode, right.register, first, to: label)
    } else {
      jump(opcode, first, right.register, to: label)
    }
    return true
  }
}
