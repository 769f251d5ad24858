import CMachine
import VirtualMachine

/// Function values: closures and what they capture.
extension FunctionEmitter {
  func functionValue(_ reference: FunctionReference, at: Int?) -> Operand {
    let substitution = reference.substitution.mapTypes(concrete)
    guard let (declaration, full) = program.implementation(of: reference.declaration, substitution) else {
      return Operand(register: at ?? allocate(1), layout: Layout([.reference]), isOwned: false)
    }
    if declaration.kind == .initializer, declaration.owner?.kind == .classType {
      return makeClosure(program.maker(with: declaration, full), [], at: at)
    }
    program.checker.checkBody(of: declaration)
    let id = program.function(declaration, full)
    return makeClosure(id, program.captures(of: declaration), at: at)
  }

  func closureValue(_ closure: Closure, at: Int?) -> Operand {
    let taken = closure.captureList.map { variable, value in
      var operand = owned(value)
      if variable.isWeak { operand = weakCell(operand) }
      locations[variable] = .registers(operand.register)
      return operand
    }
    let captures = closure.context.allCaptures
    let id = program.newFunction()
    let emitter = FunctionEmitter(program, name: "closure in \(name)", substitution: substitution)
    emitter.mark(currentPlace)
    program.define(id, emitter.emit(closure, captures: captures))
    let made = makeClosure(id, captures, at: at)
    // The closure counts its own references.
    taken.forEach(release)
    return made
  }

  /// A cell that refers weakly to the instance in an operand, which is released.
  func weakCell(_ operand: Operand) -> Operand {
    let cell = allocate(1)
    emit(trama_op_weakNew, cell, operand.register + operand.layout.count - 1)
    release(operand)
    return Operand(register: cell, layout: Layout([.optionalReference]), isOwned: true)
  }

  /// What a cell still refers to, counted.
  func readWeak(_ cell: Int, _ variable: VariableDeclaration, _ layout: Layout, _ at: Int?) -> Operand {
    let pair = allocate(2)
    emit(trama_op_weakGet, pair, cell)
    var start = pair
    if variable.isUnowned {
      let some = JumpLabel()
      jump(trama_op_jumpTrue, pair, to: some)
      emit(trama_op_trap, Int(trama_trap_unwrappedNil.rawValue))
      bind(some)
      start = pair + 1
    }
    if let at { move(layout.count, from: start, to: at) }
    return Operand(register: at ?? start, layout: layout, isOwned: true)
  }

  /// A closure object: the function's number, then what it captures.
  func makeClosure(_ id: Int, _ captures: [VariableDeclaration], at: Int?) -> Operand {
    var slots: [Layout.Slot] = [.bits]
    for capture in captures {
      if capture.isWeak {
        slots.append(.optionalReference)
      } else {
        slots += capture.isBoxed || isBox(capture) ? [.reference] : layout(capture.type).slots
      }
    }
    let result = allocate(1)
    emit(trama_op_objectNew, result, program.layoutID(Layout(slots)))
    let outer = top
    let number = allocate(1)
    emit(trama_op_constI, number, wide: id)
    emit(trama_op_objectSet, result, 0, number)
    var slot = 1
    for capture in captures {
      if case .box(let box)? = locations[capture] {
        emit(trama_op_retain, box)
        emit(trama_op_objectSet, result, slot, box)
        slot += 1
      } else if capture.isWeak, case .registers(let cell)? = locations[capture] {
        emit(trama_op_retain, cell)
        emit(trama_op_objectSet, result, slot, cell)
        slot += 1
      } else {
        let operand = read(capture, layout(capture.type), nil)
        retain(operand.register, operand.layout)
        for index in 0..<operand.layout.count {
          emit(trama_op_objectSet, result, slot + index, operand.register + index)
        }
        slot += operand.layout.count
      }
    }
    top = outer
    if let at {
      move(1, from: result, to: at)
      return Operand(register: at, layout: Layout([.reference]), isOwned: true)
    }
    return Operand(register: result, layout: Layout([.reference]), isOwned: true)
  }

  func isBox(_ variable: VariableDeclaration) -> Bool {
    if case .box? = locations[variable] { return true }
    return false
  }
}

extension ProgramEmitter {
  /// A function that makes an instance of a class and has an initialiser fill it.
  fileprivate func maker(with initializer: FunctionDeclaration, _ substitution: Substitution) -> Int {
    let place = initializer.place
    let parameters = initializer.parameters.map {
      VariableDeclaration(
        name: $0.name, type: checker.normalized($0.type.substituting(substitution)), isLet: true,
        context: nil,
        place: place)
    }
    let result = checker.normalized(initializer.result.substituting(substitution))
    let made = Expression(
      .make(
        FunctionReference(declaration: initializer, substitution: substitution),
        parameters.map { Expression(.variable($0), $0.type, place) }), result, place)
    made.canThrow = initializer.canThrow
    let id = newFunction()
    let emitter = FunctionEmitter(self, name: displayName(initializer), substitution: [:])
    define(
      id, emitter.emitThunk(parameters: parameters, result: result, statements: [.returnValue(made, place)]))
    return id
  }
}
