import CMachine
import VirtualMachine

/// Leaving scopes, and errors.
///
/// A function that throws puts the error into the machine and returns as usual, with a result that means nothing; the
/// caller looks after each call that may throw whether an error is on its way.
extension FunctionEmitter {
  // MARK: Scopes

  /// Does what is to be done at the end of the innermost scope, and closes it.
  func closeScope() {
    leave(to: cleanups.count - 1)
    cleanups.removeLast()
  }

  /// Does what is to be done where the scopes inside `depth` are left; they stay open for the code that follows.
  ///
  /// - Parameter count: How many cleanups of the last scope that stays are kept; all where it is nil.
  func leave(to depth: Int, keeping count: Int? = nil) {
    let outer = cleanups
    while cleanups.count > depth {
      runLast(keeping: 0)
      cleanups.removeLast()
    }
    if let count { runLast(keeping: count) }
    cleanups = outer
  }

  private func runLast(keeping count: Int) {
    while let last = cleanups.indices.last, cleanups[last].count > count,
      let cleanup = cleanups[last].popLast()
    {
      run(cleanup)
    }
  }

  /// Does cleanups that belong to a scope that is not open any more, or not yet.
  func run(_ cleanups: [Cleanup]) { cleanups.reversed().forEach(run) }

  private func run(_ cleanup: Cleanup) {
    switch cleanup {
    case .variable(let variable):
      switch locations[variable] {
      case .registers(let register): release(register, layout(variable.type))
      case .box(let box): emit(trama_op_release, box)
      case nil: break
      }
    case .temporary(let register, let layout): release(register, layout)
    case .deferred(let statements):
      let outer = (loops, fallthroughLabels, handlers)
      (loops, fallthroughLabels, handlers) = ([], [], [])
      scoped { emit(statements) }
      (loops, fallthroughLabels, handlers) = outer
    }
  }

  /// Runs `body` while a value must be released if an error leaves the expression.
  func holding(_ register: Int, _ layout: Layout) {
    if !layout.isTrivial { cleanups[cleanups.count - 1].append(.temporary(register, layout)) }
  }

  /// Lets go of what `holding` has noted since there were `count` cleanups; its owner has it now.
  func letGo(to count: Int) {
    let last = cleanups.count - 1
    cleanups[last].removeLast(cleanups[last].count - count)
  }

  // MARK: Errors

  /// Goes on with the error of the call before, if there is one, after what is to be done then.
  func emitErrorCheck(first: () -> Void = {}) {
    let over = JumpLabel()
    jump(trama_op_jumpUnlessError, to: over)
    let outer = top
    let error = allocate(1)
    emit(trama_op_takeError, error)
    first()
    emitThrow(error)
    top = outer
    bind(over)
  }

  /// A value with which an initialiser leaves `own`, which is not whole, or a call that does so where it throws.
  func abandon(_ own: VariableDeclaration, _ leaving: Expression, at: Int?) -> Operand {
    let letGo = {
      let instance = self.value(Expression(.variable(own), own.type, leaving.place))
      self.emit(trama_op_objectSet, instance.register, 0, self.constant(-1))
      self.release(instance)
    }
    guard leaving.canThrow else {
      let result = value(leaving, at: at)
      letGo()
      return result
    }
    let layout = self.layout(leaving.type)
    let result = at ?? allocate(layout.count)
    let (error, over) = withHandler { owned(leaving, at: result) }
    letGo()
    emitThrow(error)
    bind(over)
    return Operand(register: result, layout: layout, isOwned: !layout.isTrivial)
  }

  /// Leaves with an owned error: to the innermost handler, or out of the function.
  func emitThrow(_ error: Int) {
    if let handler = handlers.last {
      leave(to: handler.depth, keeping: handler.count)
      move(1, from: error, to: handler.error)
      jump(trama_op_jump, to: handler.label)
      return
    }
    guard !isTopLevel else {
      fail(with: error, "uncaughtError")
      return
    }
    let outer = top
    let result = program.layout(resultType)
    let inoutLayouts = inoutParameters.map { layout($0.type) }
    let size = result.count + inoutLayouts.reduce(0) { $0 + $1.count }
    let start = allocate(size)
    if result.count > 0 { emit(trama_op_zero, start, result.count) }
    leave(to: 0)
    giveBack(inoutLayouts, at: start + result.count)
    emit(trama_op_throwError, error)
    emitReturn(size, from: start)
    top = outer
  }

  /// Stops the run and names the error.
  private func fail(with error: Int, _ hostFunction: String) {
    let outer = top
    let text = allocate(1)
    let type = program.checker.anyError
    let variable = VariableDeclaration(
      name: "_error", type: type, isLet: true, context: nil, place: currentPlace)
    locations[variable] = .registers(error)
    let place = currentPlace
    describe(Expression(.variable(variable), type, place), at: text, isDebug: true)
    mark(place)
    host(hostFunction, text)
    top = outer
  }

  /// Runs `body` with a handler of its own for errors, then binds the handler's label.
  ///
  /// - Returns: The register that holds the error there, and the label behind the handler's code.
  private func withHandler(_ body: () -> Void) -> (error: Int, over: JumpLabel) {
    let error = allocate(1)
    let handler = Handler(
      label: JumpLabel(), error: error, depth: cleanups.count, count: cleanups.last?.count ?? 0)
    handlers.append(handler)
    let end = JumpLabel()
    body()
    handlers.removeLast()
    jump(trama_op_jump, to: end)
    bind(handler.label)
    return (error, end)
  }

  func emitDo(
    _ body: [Statement], _ error: VariableDeclaration, _ handler: [Statement], _ label: LoopLabel
  ) {
    let outer = top
    let end = JumpLabel()
    loops.append(
      Loop(label: label, onBreak: end, onContinue: startOfBlock(label), depth: cleanups.count))
    let (register, over) = withHandler { scoped { self.emit(body) } }
    locations[error] = .registers(register)
    cleanups.append([.variable(error)])
    emit(handler)
    closeScope()
    loops.removeLast()
    bind(over)
    bind(end)
    top = outer
  }

  /// The value of an expression after `try`.
  func attempt(_ expression: Expression, _ inner: Expression, _ kind: Expression.Attempt, at: Int?) -> Operand
  {
    let layout = self.layout(expression.type)
    switch kind {
    case .plain: return value(inner, at: at)
    case .forced:
      let result = at ?? allocate(layout.count)
      let (error, over) = withHandler { owned(inner, at: result) }
      mark(expression.place)
      fail(with: error, "unexpectedError")
      bind(over)
      return Operand(register: result, layout: layout, isOwned: !layout.isTrivial)
    case .optional:
      let result = allocate(layout.count)
      let isFlat = concrete(inner.type) == concrete(expression.type)
      let (error, over) = withHandler {
        if isFlat {
          owned(inner, at: result)
        } else {
          owned(inner, at: result + 1)
          emit(trama_op_constI, result, wide: 1)
        }
      }
      emit(trama_op_release, error)
      emit(trama_op_zero, result, layout.count)
      bind(over)
      if let at { move(layout.count, from: result, to: at) }
      return Operand(register: at ?? result, layout: layout, isOwned: !layout.isTrivial)
    }
  }
}
