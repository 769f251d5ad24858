import CMachine
import VirtualMachine

/// Text: interpolation, and descriptions of values.
extension FunctionEmitter {
  func interpolation(_ segments: [Expression.Segment], at: Int?, _ place: Place) -> Operand {
    // The host joins `count` strings, which stand behind the count.
    let parts = segments.filter {
      if case .text(let text) = $0 { return !text.isEmpty }
      return true
    }
    let result = at ?? allocate(1)
    let base = allocate(parts.count + 1)
    emit(trama_op_constI, base, wide: parts.count)
    let held = cleanups[cleanups.count - 1].count
    for (index, segment) in parts.enumerated() {
      switch segment {
      case .text(let text):
        emit(trama_op_mov, base + 1 + index, constant(.string(text)))
        emit(trama_op_retain, base + 1 + index)
      case .appended: continue
      case .value(let expression): describe(expression, at: base + 1 + index, isDebug: false)
      }
      holding(base + 1 + index, Layout([.reference]))
    }
    letGo(to: held)
    mark(place)
    host("joinStrings", base)
    emit(trama_op_mov, result, base)
    return Operand(register: result, layout: Layout([.reference]), isOwned: true)
  }

  /// The text of a value, as an owned string.
  func describe(_ expression: Expression, at: Int, isDebug: Bool) {
    let type = concrete(expression.type)
    if type == library.string, !isDebug {
      owned(expression, at: at)
      return
    }
    let outer = top
    let operand = value(expression)
    let base = allocate(operand.layout.count + 2)
    move(operand.layout.count, from: operand.register, to: base + 2)
    emit(trama_op_constI, base, wide: program.descriptionID(type))
    // Behind the value are registers that describing may use.
    emit(trama_op_constI, base + 1, wide: operand.layout.count + 1)
    _ = allocate(24)
    top = base + operand.layout.count + 2
    mark(expression.place)
    host(isDebug ? "describeDebug" : "describe", base)
    emit(trama_op_mov, at, base)
    release(operand)
    top = outer
  }

  /// Calls a host function, arguments and results from `base` on.
  func host(_ name: String, _ base: Int) {
    guard let id = program.host(name) else {
      program.report(
        program.checker.diagnostic("prelude.host", currentPlace, "there is no host function '\(name)'"))
      return
    }
    // The host may use registers behind its arguments for calls of its own.
    emit(trama_op_host, base, wide: id)
  }
}
