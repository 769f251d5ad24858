import CMachine
import VirtualMachine

/// Calls: of the machine's own operations, of the host, of functions and of closures.
extension FunctionEmitter {
  func call(
    _ reference: FunctionReference, _ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place
  ) -> Operand {
    let substitution = reference.substitution.mapTypes(concrete)
    if let slot = dispatchSlot(reference, substitution) {
      let number = program.slot(slot)
      return emitCall(arguments, layout, at: at, place) { base, _ in
        emit(trama_op_callDynamic, base, wide: number)
      }
    }
    if !reference.isDirect, let moved = openingArguments(arguments, of: reference.declaration, substitution) {
      let types = reference.declaration.allGenericParameters.map { substitution[$0] ?? .error }
      let number = program.slot(.opened(reference.declaration, types))
      return emitCall(moved, layout, at: at, place) { base, _ in
        emit(trama_op_callDynamic, base, wide: number)
      }
    }
    if !reference.isDirect, program.opensCapturing(reference.declaration, substitution) {
      program.report(
        program.checker.diagnostic(
          "unsupported", place,
          "calling '\(reference.declaration.name)', which uses variables around it, with an 'any' value for its type parameter is not supported in cells"
        ))
      return Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: false)
    }
    guard let (declaration, full) = program.implementation(of: reference.declaration, substitution) else {
      program.report(
        program.checker.diagnostic(
          "unsupported", place, "'\(reference.declaration.name)' is not available for this type in cells"))
      return Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: false)
    }
    if reference.declaration.isFailable, !declaration.isFailable {
      // An initialiser that never fails fulfils the requirement of one that may.
      let made = FunctionReference(declaration: declaration, substitution: full)
      let type = concrete(declaration.result.substituting(full))
      return value(
        Expression(.wrap(Expression(.call(made, arguments), type, place)), library.optional(of: type), place),
        at: at)
    }
    let given = handingSelf(arguments, of: reference.declaration, to: declaration)
    if declaration.isDynamic, declaration !== reference.declaration, !reference.isDirect {
      // A class fulfils a requirement with a method that subclasses may override.
      return call(
        FunctionReference(declaration: declaration, substitution: full), given, layout, at: at, place)
    }
    if declaration.kind == .initializer, declaration.owner?.kind == .classType {
      // A class fulfils the requirement of an initialiser.
      return make(
        FunctionReference(declaration: declaration, substitution: full), given,
        concrete(declaration.result.substituting(full)), at: at, place)
    }
    let arguments = handingType(given, of: reference, to: declaration, place)
    if let intrinsic = declaration.intrinsic {
      if let result = emitIntrinsic(intrinsic, declaration, full, arguments, layout, at: at, place) {
        return result
      }
    }
    program.checker.checkBody(of: declaration)
    let captures = program.captures(of: declaration)
    if captures.isEmpty,
      let result = inlined(declaration, full, arguments, layout, at: at, place)
    {
      return result
    }
    let id = program.function(declaration, full)
    guard !captures.isEmpty else {
      return emitCall(arguments, layout, at: at, of: declaration, place) { base, _ in
        emit(trama_op_call, base, wide: id)
      }
    }
    if declaration === ownFunction {
      // Recursion of a local function: the same captures.
      return emitCall(arguments, layout, at: at, place) { base, size in
        emit(trama_op_mov, base + size, closureRegister)
        emit(trama_op_call, base, wide: id)
      }
    }
    // A local function finds what it captures in a closure object.
    let result = at ?? allocate(layout.count)
    let closure = makeClosure(id, captures, at: nil)
    let operand = emitCall(arguments, layout, at: result, place) { base, _ in
      emit(trama_op_callClosure, base, closure.register)
    }
    release(closure)
    return operand
  }

  /// The arguments of a call, where a method that leaves its instance as it is fulfils a mutating requirement.
  private func handingSelf(
    _ arguments: [Expression], of asked: FunctionDeclaration, to declaration: FunctionDeclaration
  ) -> [Expression] {
    guard asked.isMutating, !declaration.isMutating, case .inoutReference(let own)? = arguments.first?.kind
    else { return arguments }
    return [own] + arguments.dropFirst()
  }

  /// The dispatch slot through which a call goes; nil where its function is known.
  private func dispatchSlot(_ reference: FunctionReference, _ substitution: Substitution) -> DispatchSlot? {
    let declaration = reference.declaration
    guard !reference.isDirect, let owner = declaration.owner else { return nil }
    if owner.kind == .protocolType, declaration.isRequirement || declaration.intrinsic == nil,
      declaration.isInstanceMember || declaration.takesType,
      case .existential? = substitution[owner.selfParameter]
    {
      return .requirement(declaration, declaration.allGenericParameters.map { substitution[$0] ?? .error })
    }
    guard declaration.isDynamic else { return nil }
    let root = declaration.root
    let own = declaration.genericParameters.map { substitution[$0] ?? .error }
    return .method(root, own)
  }

  // MARK: Instances

  /// A new instance of a class: its memory, then what an initialiser makes of it.
  func make(
    _ reference: FunctionReference, _ arguments: [Expression], _ type: Type, _ result: Operand,
    _ place: Place, canThrow: Bool
  ) -> Operand {
    let wrapped = library.wrapped(type)
    let instance = wrapped ?? type
    let outer = top
    let object = allocate(1)
    let own = VariableDeclaration(name: "_instance", type: instance, isLet: true, context: nil, place: place)
    locations[own] = .registers(object)
    mark(place)
    emit(trama_op_instanceNew, object, program.layoutID(program.instanceLayout(instance)))
    emit(trama_op_objectSet, object, 0, constant(program.runtimeID(instance)))
    let (found, full) = program.initializer(
      like: reference.declaration, reference.substitution.mapTypes(concrete), in: instance)
    let succeeded = initialize(
      FunctionReference(declaration: found, substitution: full),
      [Expression(.variable(own), instance, place)] + arguments, place)
    if canThrow { emitErrorCheck { emit(trama_op_release, object) } }
    if wrapped != nil {
      if let succeeded {
        let fine = JumpLabel()
        let end = JumpLabel()
        emit(trama_op_mov, result.register, succeeded)
        jump(trama_op_jumpTrue, succeeded, to: fine)
        emit(trama_op_release, object)
        emit(trama_op_zero, result.register + 1, 1)
        jump(trama_op_jump, to: end)
        bind(fine)
        emit(trama_op_mov, result.register + 1, object)
        bind(end)
      } else {
        emit(trama_op_mov, result.register + 1, object)
        emit(trama_op_constI, result.register, wide: 1)
      }
    } else {
      emit(trama_op_mov, result.register, object)
    }
    top = outer
    return result
  }

  /// Calls an initialiser on an instance; the register that says whether it did not fail, where it may.
  func initialize(_ reference: FunctionReference, _ arguments: [Expression], _ place: Place) -> Int? {
    let declaration = reference.declaration
    let substitution = reference.substitution.mapTypes(concrete)
    program.checker.checkBody(of: declaration)
    let id = program.function(declaration, substitution)
    let layout = declaration.isFailable ? Layout([.bits]) : Layout([])
    let result = allocate(1)
    let operand = emitCall(arguments, layout, at: result, place) { base, _ in
      emit(trama_op_call, base, wide: id)
    }
    return declaration.isFailable ? operand.register : nil
  }

  // MARK: Accessors

  /// A variable that stands for a value in registers.
  func named(_ register: Int, _ type: Type, _ place: Place) -> Expression {
    let variable = VariableDeclaration(name: "_value", type: type, isLet: true, context: nil, place: place)
    locations[variable] = .registers(register)
    return Expression(.variable(variable), type, place)
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
    let operand = emitCall(arguments, layout, at: result, place) { base, _ in
      emit(trama_op_callClosure, base, callee.register)
    }
    release(callee)
    return operand
  }

  /// Evaluates arguments into a new frame, calls, and gives changed arguments back.
  ///
  /// The result stays where the callee leaves it unless `at` wants it elsewhere.
  func emitCall(
    _ arguments: [Expression], _ layout: Layout, at: Int?, of function: FunctionDeclaration? = nil,
    _ place: Place,
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
    let heldBefore = heldReferences.count
    for (index, argument) in arguments.enumerated() {
      if case .inoutReference(let inner) = argument.kind {
        let target = prepare(inner)
        prepared[index] = target
        targets.append((target, layouts[index]))
      }
    }
    let base = allocate(max(size, layout.count + targets.reduce(0) { $0 + $1.layout.count }) + 1)
    let end = top
    var offset = 0
    var keptCount = 0
    let held = cleanups[cleanups.count - 1].count
    for (index, argument) in arguments.enumerated() {
      let slots = layouts[index]
      if prepared[index] == nil {
        // Nothing above the argument's own place is in use yet: a new value comes to stand there.
        top = base + offset
        let operand = value(argument)
        move(slots.count, from: operand.register, to: base + offset)
        // What is borrowed from a variable that this very call changes must not go with it.
        let isShared = operand.isShared || !targets.isEmpty && !operand.isOwned
        if isShared { retain(base + offset, slots) }
        if operand.isOwned || isShared {
          for place in slots.references {
            emit(trama_op_mov, kept + keptCount, base + offset + place)
            holding(kept + keptCount, Layout([.reference]))
            keptCount += 1
          }
        }
        top = end
      }
      offset += slots.count
    }
    letGo(to: held)
    mark(place)
    trapOverlaps(arguments, function)
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
    if let at { move(layout.count, from: base, to: at) }
    // The access that began last ends first.
    var returned = targets.reduce(base + layout.count) { $0 + $1.layout.count }
    for (target, slots) in targets.reversed() {
      returned -= slots.count
      putBack(target, slots, from: returned)
    }
    releaseHeld(since: heldBefore)
    top = at == nil ? base + layout.count : outer
    return Operand(register: at ?? base, layout: layout, isOwned: !layout.isTrivial)
  }
}
