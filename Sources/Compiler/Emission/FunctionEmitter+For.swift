import CMachine
import VirtualMachine

/// `for` loops: over ranges, elements and iterators.
extension FunctionEmitter {
  func emitFor(_ statement: ForStatement) {
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
    hold(variable, make)
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
}
