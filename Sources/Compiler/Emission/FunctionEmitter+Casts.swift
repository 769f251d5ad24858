import CMachine
import VirtualMachine

/// Values whose type is known only at run time: boxes, instances of classes, casts.
extension FunctionEmitter {
  /// A value in a box that knows its type. An instance of a class is its own box.
  func erase(_ inner: Expression, _ result: Operand, _ place: Place) -> Operand {
    let type = concrete(inner.type)
    if library.isClass(type) {
      owned(inner, at: result.register)
      return result
    }
    if case .existential = type {
      owned(inner, at: result.register)
      return result
    }
    let layout = program.layout(type)
    let outer = top
    let content = allocate(layout.count)
    owned(inner, at: content)
    box(content, type, layout, into: result.register, place)
    top = outer
    return result
  }

  private func box(_ content: Int, _ type: Type, _ layout: Layout, into result: Int, _ place: Place) {
    let slots = layout.slots.map { $0 == .bits ? .bits : Layout.Slot.optionalReference }
    mark(place)
    let made = allocate(1)
    emit(trama_op_objectNew, made, program.layoutID(Layout([.bits] + slots)))
    emit(trama_op_objectSet, made, 0, constant(program.runtimeID(type)))
    for index in 0..<layout.count { emit(trama_op_objectSet, made, index + 1, content + index) }
    emit(trama_op_mov, result, made)
  }

  /// What a box holds; borrowed from it.
  func unbox(_ operand: Operand, _ type: Type, _ layout: Layout, at: Int?) -> Operand {
    if library.isClass(type) {
      guard let at else { return operand }
      move(1, from: operand.register, to: at)
      return Operand(register: at, layout: layout, isOwned: operand.isOwned, isShared: operand.isShared)
    }
    let result = at ?? allocate(layout.count)
    if operand.register == result {
      let kept = allocate(1)
      emit(trama_op_mov, kept, operand.register)
      for index in 0..<layout.count { emit(trama_op_objectGet, result + index, kept, index + 1) }
    } else {
      for index in 0..<layout.count { emit(trama_op_objectGet, result + index, operand.register, index + 1) }
    }
    if operand.isOwned {
      retain(result, layout)
      release(operand)
    }
    return Operand(register: result, layout: layout, isOwned: operand.isOwned && !layout.isTrivial)
  }

  /// Registers with a value as another type, borrowed; jumps to a label where it is none of that type.
  func cast(
    _ operand: Operand, _ from: Type, to wanted: Type, ifFalse label: JumpLabel, _ place: Place
  ) -> Int {
    mark(place)
    if from == wanted { return operand.register }
    if library.isKnown(from, "AnyHashable") {
      // It is nothing but the box of its value.
      return cast(operand, .any, to: wanted, ifFalse: label, place)
    }
    if let inner = library.wrapped(wanted) {
      if let source = library.wrapped(from) {
        // nil stays nil; a value must fit.
        let result = allocate(program.layout(wanted).count)
        let end = JumpLabel()
        emit(trama_op_zero, result, program.layout(wanted).count)
        jump(trama_op_jumpFalse, operand.register, to: end)
        let payload = cast(part(of: operand, source), source, to: inner, ifFalse: label, place)
        emit(trama_op_constI, result, wide: 1)
        move(program.layout(inner).count, from: payload, to: result + 1)
        bind(end)
        return result
      }
      let result = allocate(program.layout(wanted).count)
      let end = JumpLabel()
      if case .existential = from, let holder = library.nominal("_OptionalHolder") {
        // The nil of any optional in a box is nil here too.
        let isValue = JumpLabel()
        emit(trama_op_zero, result, program.layout(wanted).count)
        test(operand.register, .conforms(holder), ifFalse: isValue)
        let isSome = allocate(1)
        emit(trama_op_objectGet, isSome, operand.register, 1)
        jump(trama_op_jumpFalse, isSome, to: end)
        bind(isValue)
      }
      let payload = cast(operand, from, to: inner, ifFalse: label, place)
      emit(trama_op_constI, result, wide: 1)
      move(program.layout(inner).count, from: payload, to: result + 1)
      bind(end)
      return result
    }
    if let inner = library.wrapped(from) {
      jump(trama_op_jumpFalse, operand.register, to: label)
      return cast(part(of: operand, inner), inner, to: wanted, ifFalse: label, place)
    }
    if case .existential(let protocols) = wanted {
      return castToExistential(operand, from, protocols, ifFalse: label, place)
    }
    if case .nominal(let declaration, let arguments) = wanted, declaration.kind == .classType {
      if library.isClass(from), library.supertype(of: from, as: declaration) != nil {
        return operand.register
      }
      guard isDynamic(from) else { return never(wanted, label) }
      test(operand.register, .isInstance(declaration, arguments), ifFalse: label)
      return operand.register
    }
    if let made = castCollection(operand, from, to: wanted, ifFalse: label, place) { return made }
    if let hashable = program.checker.erased(wanted) {
      let register = castToExistential(operand, from, hashable, ifFalse: label, place)
      return isDynamic(from) ? withoutAnyHashable(register) : register
    }
    guard case .existential = from else { return never(wanted, label) }
    let box = allocate(1)
    let number = allocate(1)
    let layout = program.layout(wanted)
    let result = allocate(layout.count)
    let start = JumpLabel()
    let isOther = JumpLabel()
    let fails = JumpLabel()
    let end = JumpLabel()
    emit(trama_op_mov, box, operand.register)
    bind(start)
    emit(trama_op_objectGet, number, box, 0)
    jump(trama_op_jumpNeI, number, constant(program.runtimeID(wanted)), to: isOther)
    for index in 0..<layout.count { emit(trama_op_objectGet, result + index, box, index + 1) }
    jump(trama_op_jump, to: end)
    bind(isOther)
    // An optional in a box counts as what it wraps.
    jump(trama_op_jumpNeI, number, constant(program.runtimeID(library.optional(of: wanted))), to: fails)
    emit(trama_op_objectGet, number, box, 1)
    jump(trama_op_jumpFalse, number, to: label)
    for index in 0..<layout.count { emit(trama_op_objectGet, result + index, box, index + 2) }
    jump(trama_op_jump, to: end)
    bind(fails)
    if let holder = library.nominal("_HashableHolder") {
      // So does an 'AnyHashable'.
      test(box, .conforms(holder), ifFalse: label)
      emit(trama_op_objectGet, box, box, 1)
      jump(trama_op_jump, to: start)
    }
    bind(end)
    return result
  }

  /// A box, or the one in the `AnyHashable` that it holds.
  private func withoutAnyHashable(_ box: Int) -> Int {
    guard let known = library.nominal("AnyHashable") else { return box }
    let number = allocate(1)
    let result = allocate(1)
    let end = JumpLabel()
    emit(trama_op_mov, result, box)
    emit(trama_op_objectGet, number, box, 0)
    jump(trama_op_jumpNeI, number, constant(program.runtimeID(.nominal(known, []))), to: end)
    emit(trama_op_objectGet, result, box, 1)
    bind(end)
    return result
  }

  private func part(of operand: Operand, _ type: Type) -> Operand {
    Operand(register: operand.register + 1, layout: program.layout(type), isOwned: false)
  }

  /// A cast that cannot succeed.
  private func never(_ wanted: Type, _ label: JumpLabel) -> Int {
    jump(trama_op_jump, to: label)
    return allocate(program.layout(wanted).count)
  }

  /// Whether values of a type say themselves of which type they are.
  func isDynamic(_ type: Type) -> Bool {
    if case .existential = type { return true }
    return library.isClass(type)
  }

  private func test(_ register: Int, _ slot: DispatchSlot, ifFalse label: JumpLabel) {
    let has = allocate(1)
    emit(trama_op_typeHas, has, register, program.slot(slot))
    jump(trama_op_jumpFalse, has, to: label)
  }

  private func castToExistential(
    _ operand: Operand, _ from: Type, _ protocols: [NominalDeclaration], ifFalse label: JumpLabel,
    _ place: Place
  ) -> Int {
    if isDynamic(from) {
      for wanted in protocols { test(operand.register, .conforms(wanted), ifFalse: label) }
      return operand.register
    }
    guard protocols.allSatisfy({ program.checker.conforms(from, to: $0) }) else {
      return never(.existential(protocols), label)
    }
    let result = allocate(1)
    let content = allocate(operand.layout.count)
    move(operand.layout.count, from: operand.register, to: content)
    retain(content, operand.layout)
    box(content, from, operand.layout, into: result, place)
    heldReferences.append(result)
    return result
  }

  /// `value as? Type`.
  func castOptional(_ inner: Expression, _ wanted: Type, to result: Operand, _ place: Place) {
    let outer = top
    let held = heldReferences.count
    let operand = value(inner)
    let fails = JumpLabel()
    let end = JumpLabel()
    let register = cast(operand, concrete(inner.type), to: wanted, ifFalse: fails, place)
    let layout = program.layout(wanted)
    // What is read may lie where the result goes.
    let kept = allocate(layout.count)
    move(layout.count, from: register, to: kept)
    retain(kept, layout)
    emit(trama_op_constI, result.register, wide: 1)
    move(layout.count, from: kept, to: result.register + 1)
    releaseHeld(since: held)
    release(operand)
    jump(trama_op_jump, to: end)
    bind(fails)
    release(operand)
    emit(trama_op_zero, result.register, result.layout.count)
    bind(end)
    top = outer
  }

  /// Stops the cell where the first slot of an optional says that there is no value.
  func requireSome(_ flag: Int, _ place: Place) {
    let some = JumpLabel()
    jump(trama_op_jumpTrue, flag, to: some)
    mark(place)
    emit(trama_op_trap, Int(trama_trap_unwrappedNil.rawValue))
    bind(some)
  }

  /// `self = other` in an initialiser that fails where the other does.
  func delegate(_ target: Expression, _ made: Expression, _ place: Place) {
    let outer = top
    let operand = owned(made)
    let fine = JumpLabel()
    jump(trama_op_jumpTrue, operand.register, to: fine)
    emitReturn(Expression(.none, resultType, place))
    bind(fine)
    store(operand.register + 1, layout(target.type), to: prepare(target))
    top = outer
  }

  // MARK: Enumerations

  /// A case with its payload.
  func construct(
    _ found: EnumerationCase, _ arguments: [Expression], _ type: Type, at: Int?, _ place: Place
  ) -> Operand {
    let layout = program.layout(type)
    let positions = program.positions(of: found, in: type)
    let start = at ?? allocate(layout.count)
    let outer = top
    let payload = allocate(max(program.payloadLayout(found, in: type).count, 1))
    var offset = 0
    for argument in arguments {
      let operand = owned(argument, at: payload + offset)
      offset += operand.layout.count
    }
    if layout.count > 1 { emit(trama_op_zero, start, layout.count) }
    emit(trama_op_constI, start, wide: found.index)
    if found.isIndirect {
      let slots = program.payloadLayout(found, in: type)
      mark(place)
      let box = allocate(1)
      emit(trama_op_objectNew, box, program.layoutID(slots))
      for index in 0..<slots.count { emit(trama_op_objectSet, box, index, payload + index) }
      emit(trama_op_mov, start + positions[0], box)
    } else {
      for (index, position) in positions.enumerated() { move(1, from: payload + index, to: start + position) }
    }
    top = outer
    return Operand(register: start, layout: layout, isOwned: !layout.isTrivial)
  }

  /// The registers with a case's payload, borrowed from the value at `register`.
  func payload(of found: EnumerationCase, at register: Int, _ type: Type) -> Int {
    let slots = program.payloadLayout(found, in: type)
    let positions = program.positions(of: found, in: type)
    if found.isIndirect {
      let copy = allocate(slots.count)
      for index in 0..<slots.count { emit(trama_op_objectGet, copy + index, register + positions[0], index) }
      return copy
    }
    if let first = positions.first, positions == Array(first..<(first + positions.count)) {
      return register + first
    }
    let copy = allocate(slots.count)
    for (index, position) in positions.enumerated() { move(1, from: register + position, to: copy + index) }
    return copy
  }
}
