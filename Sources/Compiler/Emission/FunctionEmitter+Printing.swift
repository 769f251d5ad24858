import CMachine
import VirtualMachine

/// `print` and `debugPrint`.
extension FunctionEmitter {
  func emitPrint(_ arguments: [Expression], isDebug: Bool, _ place: Place) -> Operand? {
    guard arguments.count == 3 else { return nil }
    guard case .array(let items) = arguments[0].kind else {
      return library.preludeScope.functions[isDebug ? "_debugPrintAll" : "_printAll"]?.first.map {
        value(
          Expression(.call(FunctionReference(declaration: $0, substitution: [:]), arguments), .void, place))
      }
    }
    let outer = top
    let base = allocate(items.count + 3)
    emit(trama_op_constI, base, wide: items.count)
    let held = cleanups[cleanups.count - 1].count
    var values = items.map { item in
      if case .erase(let value) = item.kind { value } else { item }
    }
    // A value is described once all are known: what a later one does may show in the text of an earlier one.
    let isInTurn = values.count > 1 && values.contains { describesItself(concrete($0.type)) }
    let isLate = isInTurn || values.dropFirst().contains(where: hasCalls)
    let kept = isLate ? values.map(keep) : []
    if isLate { values = zip(values, kept).map { named($1.register, $0.type, $0.place) } }
    if isInTurn {
      printInTurn(values, [keep(arguments[1]), keep(arguments[2])], isDebug: isDebug, place)
      letGo(to: held)
      for operand in kept { release(operand) }
      top = outer
      return Operand(register: top, layout: Layout([]), isOwned: false)
    }
    for (index, value) in values.enumerated() {
      describe(value, at: base + 1 + index, isDebug: isDebug)
      holding(base + 1 + index, Layout([.reference]))
    }
    letGo(to: held)
    owned(arguments[1], at: base + 1 + items.count)
    owned(arguments[2], at: base + 2 + items.count)
    mark(place)
    host("print", base)
    for operand in kept { release(operand) }
    top = outer
    return Operand(register: top, layout: Layout([]), isOwned: false)
  }

  /// Prints values one after the other: a description of the author's may print too, and what stands before it is
  /// out by then.
  ///
  /// - Parameter ends: What stands between the values and behind the last; released.
  private func printInTurn(_ values: [Expression], _ ends: [Operand], isDebug: Bool, _ place: Place) {
    for (index, value) in values.enumerated() {
      let outer = top
      let base = allocate(4)
      emit(trama_op_constI, base, wide: 1)
      describe(value, at: base + 1, isDebug: isDebug)
      let end = ends[index == values.count - 1 ? 1 : 0]
      for register in [base + 2, base + 3] { owned(named(end.register, library.string, place), at: register) }
      mark(place)
      host("print", base)
      top = outer
    }
    for end in ends { release(end) }
  }

  /// Whether describing a value may run code of the author's.
  private func describesItself(_ type: Type) -> Bool {
    var found = !type.isOfPrelude
    _ = type.mapped { part in
      if case .existential = part { found = true }
      return nil
    }
    return found
  }

  /// A value in registers of its own, which is given up where an error leaves the block before.
  private func keep(_ expression: Expression) -> Operand {
    let layout = layout(expression.type)
    let operand = owned(expression, at: allocate(layout.count))
    holding(operand.register, layout)
    return operand
  }
}
