import CMachine
import VirtualMachine

/// Values of expressions.
extension FunctionEmitter {
  /// Emits an expression; its value is in the operand's registers, in `at` where given.
  func value(_ expression: Expression, at: Int? = nil) -> Operand {
    let type = concrete(expression.type)
    let layout = program.layout(type)
    /// An operand in `at`, or in new registers.
    func fresh(isOwned: Bool = true) -> Operand {
      Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: isOwned && !layout.isTrivial)
    }
    /// An existing register as the operand, copied where a place is wanted.
    func existing(_ register: Int, isShared: Bool = false) -> Operand {
      guard let at else {
        return Operand(register: register, layout: layout, isOwned: false, isShared: isShared)
      }
      move(layout.count, from: register, to: at)
      return Operand(register: at, layout: layout, isOwned: false, isShared: isShared)
    }
    if let made = program.checker.scalarLiteral(expression, as: type) { return value(made, at: at) }
    switch expression.kind {
    case .integer(let text, let isNegative): return existing(integer(text, isNegative, type))
    case .double(let value):
      return existing(constant(.bits((library.isFloat(type) ? Double(Float(value)) : value).bitPattern)))
    case .boolean(let value): return existing(constant(value ? 1 : 0))
    case .abandon(let own, let leaving): return abandon(own, leaving, at: at)
    case .string(let text):
      guard library.isKnown(type, "Substring") else { return existing(constant(.string(text))) }
      let result = fresh(isOwned: false)
      emit(trama_op_mov, result.register, constant(.string(text)))
      emit(trama_op_constI, result.register + 1, wide: 0)
      emit(trama_op_constI, result.register + 2, wide: text.utf8.count)
      return result
    case .interpolation(let segments): return interpolation(segments, at: at, expression.place)
    case .none:
      let result = fresh(isOwned: false)
      emit(trama_op_zero, result.register, layout.count)
      return result
    case .variable(let variable): return read(variable, layout, at)
    case .function(let reference): return functionValue(reference, at: at)
    case .type where layout.count == 1: return metatype(type, at: at, expression.place)
    case .type, .error, .unresolvedCall, .unresolvedMember, .keyPath, .branches:
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    case .call(let reference, let arguments):
      let result = call(reference, arguments, layout, at: at, expression.place)
      if expression.canThrow { emitErrorCheck() }
      return result
    case .apply(let function, let arguments):
      let result = apply(function, arguments, layout, at: at, expression.place)
      if expression.canThrow { emitErrorCheck() }
      return result
    case .attempt(let inner, let kind): return attempt(expression, inner, kind, at: at)
    case .closure(let closure): return closureValue(closure, at: at)
    case .array(let elements): return array(elements, type, at: at, expression.place)
    case .dictionary(let parts): return dictionary(parts, type, at: at, expression.place)
    case .tuple(let elements), .construct(let elements): return aggregate(elements, layout, at: at)
    case .element, .property: return part(expression, layout, at: at)
    case .assign(let target, let value):
      assign(target, value, expression.place)
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    case .discard(let inner):
      release(value(inner))
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    case .ternary(let condition, let first, let second):
      let result = fresh()
      let otherwise = JumpLabel()
      let end = JumpLabel()
      branch(condition, ifFalse: otherwise)
      owned(first, at: result.register)
      jump(trama_op_jump, to: end)
      bind(otherwise)
      owned(second, at: result.register)
      bind(end)
      return result
    case .and, .or:
      let result = fresh()
      let otherwise = JumpLabel()
      let end = JumpLabel()
      branch(expression, ifFalse: otherwise)
      emit(trama_op_constI, result.register, wide: 1)
      jump(trama_op_jump, to: end)
      bind(otherwise)
      emit(trama_op_constI, result.register, wide: 0)
      bind(end)
      return result
    case .inoutReference(let inner): return value(inner, at: at)
    case .wrap(let inner):
      let result = fresh()
      emit(trama_op_constI, result.register, wide: 1)
      owned(inner, at: result.register + 1)
      return result
    case .erase(let inner): return erase(inner, fresh(), expression.place)
    case .make(let reference, let arguments):
      return make(
        reference, arguments, type, fresh(), expression.place, canThrow: expression.canThrow)
    case .initialize(let reference, let arguments):
      let succeeded = initialize(reference, arguments, expression.place)
      if expression.canThrow { emitErrorCheck() }
      if let succeeded {
        let fine = JumpLabel()
        jump(trama_op_jumpTrue, succeeded, to: fine)
        emitReturn(Expression(.boolean(false), library.bool, expression.place))
        bind(fine)
      }
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    case .delegate(let target, let made):
      delegate(target, made, expression.place)
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    case .makeDynamic(let metatype, let reference, let arguments):
      let result = makeDynamic(metatype, reference, arguments, layout, at: at, expression.place)
      if expression.canThrow { emitErrorCheck() }
      return result
    case .upcast(let inner):
      if layout.count == 1, self.layout(inner.type).count == 0 {
        return metatype(concrete(inner.type), at: at, expression.place)
      }
      return value(inner, at: at)
    case .weaken(let inner):
      let cell = at ?? allocate(1)
      let outer = top
      let operand = value(inner)
      emit(trama_op_weakNew, cell, operand.register + operand.layout.count - 1)
      release(operand)
      top = outer
      return Operand(register: cell, layout: Layout([.optionalReference]), isOwned: true)
    case .unreachable(let inner):
      release(value(inner))
      let result = fresh()
      if layout.count > 0 { emit(trama_op_zero, result.register, layout.count) }
      return result
    case .unbox(let inner): return unbox(value(inner), type, layout, at: at)
    case .isType(let inner, let wanted):
      let result = fresh()
      let outer = top
      let held = heldReferences.count
      let operand = value(inner)
      let fails = JumpLabel()
      let end = JumpLabel()
      _ = cast(operand, concrete(inner.type), to: concrete(wanted), ifFalse: fails, expression.place)
      releaseHeld(since: held)
      emit(trama_op_constI, result.register, wide: 1)
      jump(trama_op_jump, to: end)
      bind(fails)
      emit(trama_op_constI, result.register, wide: 0)
      bind(end)
      release(operand)
      top = outer
      return result
    case .castOptional(let inner, let wanted):
      let result = fresh()
      castOptional(inner, concrete(wanted), to: result, expression.place)
      return result
    case .castForced(let inner, let wanted):
      let result = fresh()
      let outer = top
      let held = heldReferences.count
      let operand = owned(inner)
      let fails = JumpLabel()
      let end = JumpLabel()
      let register = cast(
        operand, concrete(inner.type), to: concrete(wanted), ifFalse: fails, expression.place)
      move(layout.count, from: register, to: result.register)
      retain(result.register, layout)
      releaseHeld(since: held)
      release(operand)
      jump(trama_op_jump, to: end)
      bind(fails)
      mark(expression.place)
      emit(trama_op_trap, Int(trama_trap_failedCast.rawValue))
      bind(end)
      top = outer
      return result
    case .forceUnwrap(let inner):
      if case .initialize(let reference, let arguments) = inner.kind {
        let succeeded = initialize(reference, arguments, inner.place)
        if inner.canThrow { emitErrorCheck() }
        if let succeeded { requireSome(succeeded, expression.place) }
        return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
      }
      let operand = value(inner)
      requireSome(operand.register, expression.place)
      let payload = Operand(
        register: operand.register + 1, layout: layout, isOwned: operand.isOwned && !layout.isTrivial,
        isShared: operand.isShared)
      guard let at else { return payload }
      move(layout.count, from: payload.register, to: at)
      return Operand(register: at, layout: layout, isOwned: payload.isOwned, isShared: operand.isShared)
    case .coalesce(let left, let right): return coalesce(left, right, type, fresh())
    case .isNil(let inner, let negated):
      let result = fresh()
      let operand = value(inner)
      emit(trama_op_mov, result.register, operand.register)
      if !negated { emit(trama_op_notB, result.register, result.register) }
      release(operand)
      return result
    case .chain(let base, let variable, let inner): return chain(base, variable, inner, layout, fresh())
    case .block(let statements, let variable):
      let result = fresh()
      scoped {
        emit(statements)
        _ = read(variable, layout, result.register)
        retain(result.register, layout)
      }
      return result
    }
  }

  /// Emits an expression whose references belong to whoever asked.
  @discardableResult
  func owned(_ expression: Expression, at: Int? = nil) -> Operand {
    var operand = value(expression, at: at)
    if !operand.isOwned, !operand.layout.isTrivial {
      if at == nil {
        let copy = allocate(operand.layout.count)
        move(operand.layout.count, from: operand.register, to: copy)
        operand.register = copy
      }
      retain(operand.register, operand.layout)
      operand.isOwned = true
    }
    return operand
  }

  /// A value in registers that nothing changes until they are given up: copied where it lies in what may change.
  func lasting(_ expression: Expression) -> Operand {
    let start = top
    let operand = value(expression)
    if operand.isOwned || Self.isConstant(operand.register) { return operand }
    if operand.layout.isTrivial, operand.register >= start { return operand }
    if case .variable(let variable) = expression.kind, variable.isLet, targets[variable] == nil {
      return operand
    }
    let copy = Operand(
      register: allocate(operand.layout.count), layout: operand.layout, isOwned: !operand.layout.isTrivial)
    move(operand.layout.count, from: operand.register, to: copy.register)
    retain(copy.register, copy.layout)
    return copy
  }

  func integer(_ text: String, _ isNegative: Bool, _ type: Type) -> Int {
    if type == library.double || library.isFloat(type) {
      let magnitude: Double
      if let small = program.checker.integerValue(text, false) {
        magnitude = Double(small)
      } else {
        magnitude = Double(text.filter { $0 != "_" }) ?? .infinity
      }
      let value = isNegative ? -magnitude : magnitude
      return constant(.bits((type == library.double ? value : Double(Float(value))).bitPattern))
    }
    if let kind = IntegerKind(type) {
      return constant(.bits(kind.bits(text, isNegative: isNegative) ?? 0))
    }
    return constant(program.checker.integerValue(text, isNegative) ?? 0)
  }

  // MARK: Variables

  func read(_ variable: VariableDeclaration, _ layout: Layout, _ at: Int?) -> Operand {
    let isShared = !variable.isLet && !layout.isTrivial
    if let target = targets[variable] {
      let held = heldReferences.count
      let register = read(target, layout)
      if heldReferences.count > held {
        // What it was read from ends here: among arguments, its registers would be the callee's.
        let copy = at ?? allocate(layout.count)
        move(layout.count, from: register, to: copy)
        retain(copy, layout)
        releaseHeld(since: held)
        return Operand(register: copy, layout: layout, isOwned: !layout.isTrivial)
      }
      guard let at else { return Operand(register: register, layout: layout, isOwned: false, isShared: true) }
      move(layout.count, from: register, to: at)
      return Operand(register: at, layout: layout, isOwned: false, isShared: true)
    }
    if variable.isLazyGlobal { ensure(variable) }
    if variable.isWeak, case .registers(let cell)? = locations[variable] {
      return readWeak(cell, variable, layout, at)
    }
    switch locations[variable] {
    case .registers(let register):
      guard let at else {
        return Operand(
          register: register, layout: layout, isOwned: false, isShared: isShared && variable.isGlobal)
      }
      move(layout.count, from: register, to: at)
      return Operand(register: at, layout: layout, isOwned: false, isShared: isShared && variable.isGlobal)
    case .box(let box):
      let register = at ?? allocate(layout.count)
      for index in 0..<layout.count { emit(trama_op_objectGet, register + index, box, index) }
      check(register, layout)
      return Operand(register: register, layout: layout, isOwned: false, isShared: isShared)
    case nil:
      guard let global = program.globals[variable] else {
        // A variable of a frame that is not around: only after an error elsewhere.
        return Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: false)
      }
      if isTopLevel {
        guard let at else {
          return Operand(register: global, layout: layout, isOwned: false, isShared: isShared)
        }
        move(layout.count, from: global, to: at)
        return Operand(register: at, layout: layout, isOwned: false, isShared: isShared)
      }
      let register = at ?? allocate(layout.count)
      for index in 0..<layout.count { emit(trama_op_loadGlobal, register + index, global + index) }
      check(register, layout)
      return Operand(register: register, layout: layout, isOwned: false, isShared: isShared)
    }
  }

  // MARK: Optionals

  func coalesce(_ left: Expression, _ right: Expression, _ type: Type, _ result: Operand) -> Operand {
    let otherwise = JumpLabel()
    let end = JumpLabel()
    let operand = owned(left)
    jump(trama_op_jumpFalse, operand.register, to: otherwise)
    let isSame = program.layout(type).count == operand.layout.count
    // `a ?? b` with an optional `b` stays optional.
    move(result.layout.count, from: operand.register + (isSame ? 0 : 1), to: result.register)
    jump(trama_op_jump, to: end)
    bind(otherwise)
    owned(right, at: result.register)
    bind(end)
    return result
  }

  func chain(
    _ base: Expression, _ variable: VariableDeclaration, _ inner: Expression, _ layout: Layout,
    _ result: Operand
  ) -> Operand {
    let end = JumpLabel()
    let outer = top
    let held = heldReferences.count
    defer {
      releaseHeld(since: held)
      top = outer
    }
    var operand: Operand?
    if variable.isLinkChanged {
      // What is unwrapped is changed where it lies.
      emit(trama_op_zero, result.register, layout.count)
      if let keyed = keyed(base) {
        keyed.isOpen = true
        find(keyed)
        jump(trama_op_jumpLtImmediateI, keyed.index, 0, to: end)
        targets[variable] = element(of: keyed, 0)
      } else {
        let target = prepare(base)
        let flag = read(part(of: target, 0), Layout([.bits]))
        jump(trama_op_jumpFalse, flag, to: end)
        targets[variable] = part(of: target, 1)
      }
    } else {
      let copy = owned(base)
      operand = copy
      emit(trama_op_zero, result.register, layout.count)
      jump(trama_op_jumpFalse, copy.register, to: end)
      locations[variable] = .registers(copy.register + 1)
    }
    let innerLayout = self.layout(inner.type)
    if layout.count == 0 {
      release(value(inner))
    } else if innerLayout.count == layout.count, library.wrapped(concrete(inner.type)) != nil {
      owned(inner, at: result.register)
    } else {
      let content = owned(inner)
      emit(trama_op_constI, result.register, wide: 1)
      move(content.layout.count, from: content.register, to: result.register + 1)
    }
    if let operand { release(operand) }
    bind(end)
    return result
  }
}
