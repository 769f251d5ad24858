import CMachine
import VirtualMachine

/// Calls: of the machine's own operations, of the host, of functions and of closures.
extension FunctionEmitter {
  func call(
    _ reference: FunctionReference, _ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place
  ) -> Operand {
    let substitution = reference.substitution.mapValues(concrete)
    guard let (declaration, full) = program.implementation(of: reference.declaration, substitution) else {
      program.report(
        program.checker.diagnostic(
          "unsupported", place, "'\(reference.declaration.name)' is not available for this type in cells"))
      return Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: false)
    }
    if let intrinsic = declaration.intrinsic {
      if let result = emitIntrinsic(intrinsic, declaration, full, arguments, layout, at: at, place) {
        return result
      }
    }
    program.checker.checkBody(of: declaration)
    let captures = program.captures(of: declaration)
    let result = at ?? allocate(layout.count)
    let id = program.function(declaration, full)
    if declaration === ownFunction {
      // Recursion of a local function: the same captures.
      return emitCall(arguments, layout, result: result, place) { base, size in
        emit(trama_op_mov, base + size, closureRegister)
        emit(trama_op_call, base, wide: id)
      }
    }
    guard !captures.isEmpty else {
      return emitCall(arguments, layout, result: result, place) { base, _ in
        emit(trama_op_call, base, wide: id)
      }
    }
    // A local function finds what it captures in a closure object.
    let closure = makeClosure(id, captures, at: nil)
    let operand = emitCall(arguments, layout, result: result, place) { base, _ in
      emit(trama_op_callClosure, base, closure.register)
    }
    release(closure)
    return operand
  }

  func apply(
    _ function: Expression, _ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place
  ) -> Operand {
    let result = at ?? allocate(layout.count)
    var callee = value(function)
    if callee.isShared {
      let kept = allocate(1)
      emit(trama_op_mov, kept, callee.register)
      emit(trama_op_retain, kept)
      callee = Operand(register: kept, layout: callee.layout, isOwned: true)
    }
    let operand = emitCall(arguments, layout, result: result, place) { base, _ in
      emit(trama_op_callClosure, base, callee.register)
    }
    release(callee)
    return operand
  }

  /// Evaluates arguments into a new frame, calls, moves the result to `result`, and gives changed arguments back.
  func emitCall(
    _ arguments: [Expression], _ layout: Layout, result: Int, _ place: Place,
    _ emitCall: (_ base: Int, _ size: Int) -> Void
  ) -> Operand {
    let outer = top
    let layouts = arguments.map { self.layout($0.type) }
    let size = layouts.reduce(0) { $0 + $1.count }
    // Copies of owned references, released after the call, lie below the callee's frame.
    let kept = allocate(layouts.reduce(0) { $0 + $1.references.count })
    // Room for what the target of an `inout` argument needs to be written back.
    var targets: [(target: Target, layout: Layout)] = []
    var prepared: [Int: Target] = [:]
    for (index, argument) in arguments.enumerated() {
      if case .inoutReference(let inner) = argument.kind {
        let target = prepare(inner)
        prepared[index] = target
        targets.append((target, layouts[index]))
      }
    }
    let base = allocate(max(size, layout.count + targets.reduce(0) { $0 + $1.layout.count }) + 1)
    var offset = 0
    var keptCount = 0
    let held = cleanups[cleanups.count - 1].count
    for (index, argument) in arguments.enumerated() {
      let slots = layouts[index]
      if prepared[index] == nil {
        let inner = top
        let operand = value(argument, at: base + offset)
        // What is borrowed from a variable that this very call changes must not go with it.
        let isShared = operand.isShared || !targets.isEmpty && !operand.isOwned
        if isShared { retain(operand.register, slots) }
        if operand.isOwned || isShared {
          for place in slots.references {
            emit(trama_op_mov, kept + keptCount, operand.register + place)
            holding(kept + keptCount, Layout([.reference]))
            keptCount += 1
          }
        }
        top = inner
      }
      offset += slots.count
    }
    letGo(to: held)
    mark(place)
    // Values that are changed move out last: the other arguments may still read them.
    offset = 0
    for (index, slots) in layouts.enumerated() {
      if let target = prepared[index] { take(target, slots, to: base + offset) }
      offset += slots.count
    }
    mark(place)
    // The callee's frame starts at `base`: nothing above it is in use.
    emitCall(base, size)
    for index in 0..<keptCount { emit(trama_op_release, kept + index) }
    move(layout.count, from: base, to: result)
    var returned = base + layout.count
    for (target, slots) in targets {
      putBack(target, slots, from: returned)
      returned += slots.count
    }
    top = outer
    return Operand(register: result, layout: layout, isOwned: !layout.isTrivial)
  }
}
