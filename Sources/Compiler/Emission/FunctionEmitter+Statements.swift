import CMachine
import VirtualMachine

/// Statements.
extension FunctionEmitter {
  func emit(_ statements: [Statement]) {
    for statement in statements {
      let temporaries = top
      emit(statement)
      // Variables stay, temporaries go.
      if !declares(statement) { top = temporaries }
    }
  }

  private func declares(_ statement: Statement) -> Bool {
    switch statement {
    case .bind, .declare, .guardElse: true
    default: false
    }
  }

  /// Runs `body` as a block: what it declares is released at its end.
  func scoped(_ body: () -> Void) {
    let outer = top
    cleanups.append([])
    body()
    closeScope()
    top = outer
  }

  private func emit(_ statement: Statement) {
    switch statement {
    case .expression(let expression):
      mark(expression.place)
      release(value(expression))
    case .bind(let pattern, let value): bind(pattern, to: value)
    case .declare(let variable): declare(variable)
    case .block(let body): scoped { emit(body) }
    case .ifElse(let statement): emitIf(statement)
    case .guardElse(let conditions, let body):
      emitGuard(conditions, body)
    case .whileLoop(let label, let conditions, let body): emitWhile(label, conditions, body)
    case .repeatLoop(let label, let body, let condition):
      let start = JumpLabel()
      let next = JumpLabel()
      let end = JumpLabel()
      bind(start)
      loops.append(Loop(label: label, onBreak: end, onContinue: next, depth: cleanups.count))
      scoped { emit(body) }
      loops.removeLast()
      bind(next)
      mark(condition.place)
      branch(condition, ifTrue: start)
      bind(end)
    case .forIn(let statement): emitFor(statement)
    case .switchCase(let statement): emitSwitch(statement)
    case .returnValue(let expression, let place):
      mark(place)
      emitReturn(expression)
    case .breakLoop(let label):
      guard let loop = loops.last(where: { $0.label === label }) else { return }
      leave(to: loop.depth)
      jump(trama_op_jump, to: loop.onBreak)
    case .continueLoop(let label):
      guard let loop = loops.last(where: { $0.label === label }), let next = loop.onContinue else { return }
      leave(to: loop.depth)
      jump(trama_op_jump, to: next)
    case .fallthroughCase:
      guard let next = fallthroughLabels.last,
        let loop = loops.last(where: { $0.onContinue == nil && $0.label.name == "switch" })
      else { return }
      leave(to: loop.depth)
      jump(trama_op_jump, to: next)
    case .throwError(let error):
      mark(error.place)
      emitThrow(owned(error).register)
    case .doCatch(let body, let error, let handler, let label):
      emitDo(body, error, handler, label)
    case .deferred(let body): cleanups[cleanups.count - 1].append(.deferred(body))
    }
  }

  // MARK: Variables

  /// Gives a variable its place, without a value yet.
  private func declare(_ variable: VariableDeclaration) {
    let layout = layout(variable.type)
    if variable.isGlobal, isTopLevel {
      if let global = program.globals[variable] { emit(trama_op_zero, global, layout.count) }
    } else if variable.isBoxed {
      let box = allocate(1)
      mark(variable.place)
      emit(
        trama_op_objectNew, box,
        program.layoutID(Layout(layout.slots.map { $0 == .bits ? .bits : .optionalReference })))
      locations[variable] = .box(box)
      cleanups[cleanups.count - 1].append(.variable(variable))
    } else {
      let register = allocate(layout.count)
      if layout.count > 0 { emit(trama_op_zero, register, layout.count) }
      locations[variable] = .registers(register)
      if !layout.isTrivial { cleanups[cleanups.count - 1].append(.variable(variable)) }
    }
  }

  /// Gives a variable registers of its own, with a value in them, until its scope ends.
  func hold(_ variable: VariableDeclaration, _ value: Expression) {
    let layout = layout(variable.type)
    let register = allocate(layout.count)
    let outer = top
    owned(value, at: register)
    top = outer
    locations[variable] = .registers(register)
    if !layout.isTrivial { cleanups[cleanups.count - 1].append(.variable(variable)) }
  }

  /// Binds a pattern to a new value.
  private func bind(_ pattern: Pattern, to expression: Expression) {
    mark(expression.place)
    if case .variable(let variable) = pattern, !variable.isBoxed {
      if variable.isGlobal, isTopLevel, let global = program.globals[variable] {
        let outer = top
        owned(expression, at: global)
        top = outer
      } else {
        hold(variable, expression)
      }
      return
    }
    let layout = layout(expression.type)
    let start = allocate(layout.count)
    let outer = top
    let operand = owned(expression, at: start)
    top = outer
    bind(pattern, from: operand.register, concrete(expression.type), isOwned: true)
  }

  /// Binds a pattern's variables to parts of a value in registers.
  ///
  /// - Parameter isOwned: Whether the value's references are the pattern's to keep or release.
  func bind(_ pattern: Pattern, from register: Int, _ type: Type, isOwned: Bool) {
    let layout = program.layout(type)
    switch pattern {
    case .any, .test: if isOwned { release(register, layout) }
    case .enumeration(_, let inner, let holder), .cast(_, let inner, let holder):
      // `match` has put the parts where the holder is.
      if case .registers(let place)? = locations[holder] {
        bind(inner, from: place, concrete(holder.type), isOwned: false)
      }
      if isOwned { release(register, layout) }
    case .variable(let variable):
      if !isOwned { retain(register, layout) }
      if variable.isGlobal, isTopLevel, let global = program.globals[variable] {
        move(layout.count, from: register, to: global)
      } else if variable.isBoxed {
        let box = allocate(1)
        emit(trama_op_objectNew, box, program.layoutID(layout))
        for index in 0..<layout.count { emit(trama_op_objectSet, box, index, register + index) }
        locations[variable] = .box(box)
        cleanups[cleanups.count - 1].append(.variable(variable))
      } else {
        let own = isOwned ? register : allocate(layout.count)
        move(layout.count, from: register, to: own)
        locations[variable] = .registers(own)
        if !layout.isTrivial { cleanups[cleanups.count - 1].append(.variable(variable)) }
      }
    case .tuple(let parts):
      guard case .tuple(let elements) = type else { return }
      var offset = 0
      for (part, element) in zip(parts, elements) {
        bind(part, from: register + offset, element.type, isOwned: isOwned)
        offset += program.layout(element.type).count
      }
    case .optional(let inner):
      guard let wrapped = library.wrapped(type) else { return }
      bind(inner, from: register + 1, wrapped, isOwned: isOwned)
    }
  }

  // MARK: Conditions

  /// Evaluates conditions in order and jumps where one does not hold; what they bind joins the current scope.
  private func emit(_ conditions: [Condition], ifFalse label: JumpLabel) {
    for condition in conditions {
      switch condition {
      case .boolean(let expression):
        mark(expression.place)
        branch(expression, ifFalse: label)
      case .optionalBinding(let variable, let expression):
        mark(expression.place)
        let size = layout(expression.type).count
        let register = allocate(size)
        let outer = top
        let operand = value(expression, at: register)
        top = outer
        let some = JumpLabel()
        jump(trama_op_jumpTrue, operand.register, to: some)
        jump(trama_op_jump, to: label)
        bind(some)
        bind(.variable(variable), from: register + 1, concrete(variable.type), isOwned: operand.isOwned)
      case .match(let pattern, let subject, let expression):
        mark(expression.place)
        let register = allocate(layout(expression.type).count)
        let outer = top
        let operand = value(expression, at: register)
        top = outer
        locations[subject] = .registers(register)
        if operand.isOwned { cleanups[cleanups.count - 1].append(.variable(subject)) }
        match(pattern, at: register, concrete(expression.type), ifFalse: label)
        bind(pattern, from: register, concrete(expression.type), isOwned: false)
      }
    }
  }

  /// Where `continue` goes with the label of a `do`, which starts anew; nil for other labels.
  func startOfBlock(_ label: LoopLabel) -> JumpLabel? {
    guard label.isBlock else { return nil }
    let start = JumpLabel()
    bind(start)
    return start
  }

  private func emitIf(_ statement: IfStatement) {
    let otherwise = JumpLabel()
    let end = JumpLabel()
    loops.append(
      Loop(
        label: statement.label, onBreak: end, onContinue: startOfBlock(statement.label), depth: cleanups.count
      ))
    emitConditional(statement.conditions, otherwise) { self.emit(statement.thenBody) }
    if let elseBody = statement.elseBody {
      jump(trama_op_jump, to: end)
      bind(otherwise)
      scoped { emit(elseBody) }
    } else {
      bind(otherwise)
    }
    bind(end)
    loops.removeLast()
  }

  /// Runs `body` if all conditions hold, else goes to the label; both ways release what the conditions bound.
  private func emitConditional(_ conditions: [Condition], _ otherwise: JumpLabel, _ body: () -> Void) {
    let outer = top
    cleanups.append([])
    var exits: [(label: JumpLabel, bound: [Cleanup])] = []
    for condition in conditions {
      let failed = JumpLabel()
      exits.append((failed, cleanups[cleanups.count - 1]))
      emit([condition], ifFalse: failed)
    }
    scoped(body)
    closeScope()
    let end = JumpLabel()
    if exits.contains(where: { !$0.bound.isEmpty }) {
      jump(trama_op_jump, to: end)
      for exit in exits {
        bind(exit.label)
        run(exit.bound)
        jump(trama_op_jump, to: otherwise)
      }
      bind(end)
    } else {
      for exit in exits { redirect(exit.label, to: otherwise) }
    }
    top = outer
  }

  /// What the conditions bind joins the current scope; where one fails, what those before it bound is released.
  private func emitGuard(_ conditions: [Condition], _ body: [Statement]) {
    let before = cleanups
    var exits: [(label: JumpLabel, bound: [Cleanup])] = []
    let start = cleanups[cleanups.count - 1].count
    for condition in conditions {
      let failed = JumpLabel()
      exits.append((failed, Array(cleanups[cleanups.count - 1][start...])))
      emit([condition], ifFalse: failed)
    }
    let end = JumpLabel()
    let otherwise = JumpLabel()
    jump(trama_op_jump, to: end)
    for exit in exits.reversed() {
      bind(exit.label)
      run(exit.bound)
      if exit.label !== exits[0].label { jump(trama_op_jump, to: otherwise) }
    }
    bind(otherwise)
    let after = cleanups
    cleanups = before
    scoped { emit(body) }
    cleanups = after
    bind(end)
  }

  /// Makes jumps to one label go to another.
  func redirect(_ label: JumpLabel, to other: JumpLabel) { other.uses += label.uses }

  private func emitWhile(_ label: LoopLabel, _ conditions: [Condition], _ body: [Statement]) {
    let start = JumpLabel()
    let end = JumpLabel()
    if conditions.count == 1, case .boolean(let condition) = conditions[0] {
      // The test stands at the end: one jump an iteration.
      let test = JumpLabel()
      let loop = JumpLabel()
      mark(condition.place)
      branch(condition, ifFalse: end)
      bind(loop)
      loops.append(Loop(label: label, onBreak: end, onContinue: test, depth: cleanups.count))
      scoped { emit(body) }
      loops.removeLast()
      bind(test)
      mark(condition.place)
      branch(condition, ifTrue: loop)
      bind(end)
      return
    }
    bind(start)
    loops.append(Loop(label: label, onBreak: end, onContinue: start, depth: cleanups.count))
    let done = JumpLabel()
    emitConditional(conditions, done) { self.emit(body) }
    jump(trama_op_jump, to: start)
    loops.removeLast()
    bind(done)
    bind(end)
  }
}
