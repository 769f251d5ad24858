import CMachine
import VirtualMachine

/// What leaves a function: its result, what is deferred, and what its parameters still hold.
extension FunctionEmitter {
  /// Leaves the function: the value first, then the final values of `inout` parameters.
  func emitReturn(_ expression: Expression?) {
    let outer = top
    let result = program.layout(resultType)
    let inoutLayouts = inoutParameters.map { layout($0.type) }
    let size = result.count + inoutLayouts.reduce(0) { $0 + $1.count }
    if let expression, size == 1, inoutParameters.isEmpty, result.isTrivial,
      cleanups.allSatisfy({ $0.isEmpty })
    {
      if case .ternary(let condition, let first, let second) = expression.kind {
        let otherwise = JumpLabel()
        branch(condition, ifFalse: otherwise)
        emitReturn(first)
        bind(otherwise)
        emitReturn(second)
        return
      }
      emit(trama_op_ret, value(expression).register)
      top = outer
      return
    }
    let open = cleanups
    defer { cleanups = open }
    if let expression, isOwnSelf(expression) { runDeferred() }
    let start = allocate(size)
    if let expression {
      if resultType.isVoid {
        release(value(expression))
      } else {
        owned(expression, at: start)
      }
    }
    leave(to: 0)
    giveBack(inoutLayouts, at: start + result.count)
    emitReturn(size, from: start)
    top = outer
  }

  /// Whether an expression is the value that an initialiser gives: `defer` may still change that.
  private func isOwnSelf(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .variable(let variable): variable.name == "self" && !variable.isLet && !variable.isInout
    case .wrap(let inner): isOwnSelf(inner)
    default: false
    }
  }

  /// Does the cleanups from the last one down to the first `defer`, which are then done.
  private func runDeferred() {
    func isDeferred(_ cleanup: Cleanup) -> Bool { if case .deferred = cleanup { true } else { false } }
    guard let depth = cleanups.firstIndex(where: { $0.contains(where: isDeferred) }),
      let index = cleanups[depth].firstIndex(where: isDeferred)
    else { return }
    leave(to: depth + 1, keeping: index)
    cleanups.removeSubrange((depth + 1)...)
    cleanups[depth].removeSubrange(index...)
  }

  /// Moves the final values of `inout` parameters behind the result.
  func giveBack(_ layouts: [Layout], at start: Int) {
    var offset = 0
    for (parameter, layout) in zip(inoutParameters, layouts) {
      switch locations[parameter] {
      case .registers(let register): move(layout.count, from: register, to: start + offset)
      case .box(let box):
        // Closures that outlive the call must not share the value that goes back.
        for index in 0..<layout.count { emit(trama_op_objectGet, start + offset + index, box, index) }
        retain(start + offset, layout)
        emit(trama_op_release, box)
      case nil: break
      }
      offset += layout.count
    }
  }

  /// Returns slots.
  func emitReturn(_ size: Int, from start: Int) {
    switch size {
    case 0: emit(isTopLevel ? trama_op_halt : trama_op_ret0)
    case 1: emit(trama_op_ret, start)
    default: emit(trama_op_retN, start, size)
    }
  }
}
