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

  /// Binds a pattern to a new value.
  private func bind(_ pattern: Pattern, to expression: Expression) {
    mark(expression.place)
    if case .variable(let variable) = pattern, !variable.isBoxed {
      let layout = layout(variable.type)
      if variable.isGlobal, isTopLevel, let global = program.globals[variable] {
        let outer = top
        owned(expression, at: global)
        top = outer
      } else {
        let register = allocate(layout.count)
        let outer = top
        owned(expression, at: register)
        top = outer
        locations[variable] = .registers(register)
        if !layout.isTrivial { cleanups[cleanups.count - 1].append(.variable(variable)) }
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

  // MARK: For

  private func emitFor(_ statement: ForStatement) {
    scoped {
      mark(statement.place)
      switch statement.kind {
      case .range(let lower, let upper, let isClosed): emitRange(statement, lower, upper, isClosed)
      case .array(let array): emitElements(statement, array)
      case .iterator(let make, let variable, let next): emitIterator(statement, make, variable, next)
      }
    }
  }

  private func emitRange(
    _ statement: ForStatement, _ lower: Expression, _ upper: Expression, _ isClosed: Bool
  ) {
    let counter = allocate(1)
    let bound = allocate(1)
    let outer = top
    _ = value(lower, at: counter)
    _ = value(upper, at: bound)
    top = outer
    let valid = JumpLabel()
    jump(trama_op_jumpLeI, counter, bound, to: valid)
    emit(trama_op_trap, Int(trama_trap_invalidRange.rawValue))
    bind(valid)
    let end = JumpLabel()
    let start = JumpLabel()
    if !isClosed { jump(trama_op_jumpLeI, bound, counter, to: end) }
    let front = code.count
    let mayAddProducts = !isClosed && startsWithSum(statement)
    // Goes on with the next instruction; may become one that runs the whole loop.
    if mayAddProducts { emit(trama_op_jump, 0, wide: 1) }
    bind(start)
    let next = body(of: statement, element: counter, layout: Layout([.bits]), isOwned: false, end)
    bind(next)
    if isClosed {
      // The bound itself counts, and may be the largest integer.
      jump(trama_op_jumpLeI, bound, counter, to: end)
      emit(trama_op_addImmediateI, counter, counter, 1)
      jump(trama_op_jump, to: start)
    } else {
      jump(trama_op_nextLtI, counter, bound, to: start)
      if mayAddProducts, let steps = stepsOfProducts(code[(front + 1)...]) {
        code[front] = Instruction(trama_op_sumProducts, steps)
      }
    }
    bind(end)
  }

  /// Whether the first statement of a loop's body adds to something.
  private func startsWithSum(_ statement: ForStatement) -> Bool {
    guard statement.condition == nil, case .expression(let first)? = statement.body.first,
      case .call(let reference, _) = first.kind
    else { return false }
    return reference.declaration.intrinsic == "assign:+"
  }

  /// How many indices a loop counts up, besides its own counter, that does nothing but add the products of elements of
  /// two arrays; nil where it does more.
  private func stepsOfProducts(_ body: ArraySlice<Instruction>) -> Int? {
    let body = Array(body)
    func operation(_ index: Int) -> TramaOpcode { TramaOpcode(UInt32(body[index].operation)) }
    let gets = [trama_op_arrayGet, trama_op_arrayGetAfter, trama_op_arrayGetBefore]
    guard body.count >= 4, gets.contains(operation(0)), gets.contains(operation(1)),
      operation(2) == trama_op_mulAddF, operation(body.count - 1) == trama_op_nextLtI
    else { return nil }
    let (x, y, sum, next) = (body[0], body[1], body[2], body[body.count - 1])
    let steps = body[3..<(body.count - 1)]
    guard sum.b == x.a, sum.c == y.a,
      steps.allSatisfy({
        $0.operation == UInt16(trama_op_addImmediateI.rawValue) && $0.a == $0.b && $0.c == 1
      })
    else { return nil }
    // What the loop changes is apart from all else that it reads.
    let changed = [x.a, y.a, sum.a, next.a] + steps.map(\.a)
    let kept = [x.b, y.b, next.b]
    let indices = [x.c, y.c]
    guard Set(changed).count == changed.count, Set(changed).isDisjoint(with: kept),
      Set(indices).isDisjoint(with: [x.a, y.a, sum.a])
    else { return nil }
    return steps.count
  }

  private func emitElements(_ statement: ForStatement, _ array: Expression) {
    let element = program.layout(library.arrayElement(concrete(array.type)) ?? .void)
    let held = VariableDeclaration(
      name: "_array", type: concrete(array.type), isLet: true, context: nil, place: array.place)
    let register = allocate(1)
    let outer = top
    owned(array, at: register)
    top = outer
    locations[held] = .registers(register)
    cleanups[cleanups.count - 1].append(.variable(held))
    let index = allocate(1)
    let count = allocate(1)
    emit(trama_op_arrayCount, count, register)
    emit(trama_op_constI, index, wide: 0)
    let end = JumpLabel()
    let start = JumpLabel()
    jump(trama_op_jumpLeI, count, index, to: end)
    bind(start)
    let slots = allocate(element.count)
    emit(element.count == 1 ? trama_op_arrayGet : trama_op_arrayGetN, slots, register, index)
    let next = body(of: statement, element: slots, layout: element, isOwned: false, end)
    bind(next)
    jump(trama_op_nextLtI, index, count, to: start)
    bind(end)
  }

  private func emitIterator(
    _ statement: ForStatement, _ make: Expression, _ variable: VariableDeclaration, _ next: Expression
  ) {
    let layout = self.layout(variable.type)
    let register = allocate(layout.count)
    let outer = top
    owned(make, at: register)
    top = outer
    locations[variable] = .registers(register)
    if !layout.isTrivial { cleanups[cleanups.count - 1].append(.variable(variable)) }
    let start = JumpLabel()
    let end = JumpLabel()
    bind(start)
    let optional = self.layout(next.type)
    let slots = allocate(optional.count)
    let inner = top
    _ = value(next, at: slots)
    top = inner
    jump(trama_op_jumpFalse, slots, to: end)
    let element = Layout(Array(optional.slots.dropFirst()))
    let again = body(of: statement, element: slots + 1, layout: element, isOwned: true, end)
    bind(again)
    jump(trama_op_jump, to: start)
    bind(end)
  }

  /// One iteration: binds the element, tests `where`, runs the body. Returns the label that goes on.
  private func body(
    of statement: ForStatement, element: Int, layout: Layout, isOwned: Bool, _ end: JumpLabel
  ) -> JumpLabel {
    let next = JumpLabel()
    loops.append(Loop(label: statement.label, onBreak: end, onContinue: next, depth: cleanups.count))
    scoped {
      if statement.isSelecting {
        select(statement, element, layout, isOwned, next)
      } else {
        bindElement(statement, element, layout, isOwned)
      }
      if let condition = statement.condition {
        let holds = JumpLabel()
        branch(condition, ifTrue: holds)
        leave(to: cleanups.count - 1)
        jump(trama_op_jump, to: next)
        bind(holds)
      }
      emit(statement.body)
    }
    loops.removeLast()
    return next
  }

  /// Binds an element that the pattern matches; goes on with the next for others.
  private func select(
    _ statement: ForStatement, _ element: Int, _ layout: Layout, _ isOwned: Bool, _ next: JumpLabel
  ) {
    if isOwned { cleanups[cleanups.count - 1].append(.temporary(element, layout)) }
    let type = concrete(statement.element.type)
    let failed = JumpLabel()
    let matched = JumpLabel()
    match(statement.pattern, at: element, type, ifFalse: failed)
    jump(trama_op_jump, to: matched)
    bind(failed)
    leave(to: cleanups.count - 1)
    jump(trama_op_jump, to: next)
    bind(matched)
    bind(statement.pattern, from: element, type, isOwned: false)
  }

  private func bindElement(_ statement: ForStatement, _ element: Int, _ layout: Layout, _ isOwned: Bool) {
    let type = concrete(statement.element.type)
    if case .variable(let variable) = statement.pattern, !variable.isBoxed, variable.isLet,
      layout.isTrivial || !isOwned
    {
      // The body cannot change it, so it needs no copy; what lends it holds it.
      locations[variable] = .registers(element)
      return
    }
    bind(statement.pattern, from: element, type, isOwned: isOwned)
  }

  // MARK: Return

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
