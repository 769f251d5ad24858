import CMachine
import VirtualMachine

/// Values made of others: structures, tuples, arrays and dictionaries, and the parts that are read from them.
extension FunctionEmitter {
  func aggregate(_ elements: [Expression], _ layout: Layout, at: Int?) -> Operand {
    let start = at ?? allocate(layout.count)
    var offset = 0
    // Elsewhere first: an element may still read what stands in `at`.
    let scratch = at == nil ? start : allocate(layout.count)
    let held = cleanups[cleanups.count - 1].count
    for element in elements {
      let operand = owned(element, at: scratch + offset)
      holding(operand.register, operand.layout)
      offset += operand.layout.count
    }
    letGo(to: held)
    if scratch != start { move(layout.count, from: scratch, to: start) }
    return Operand(register: start, layout: layout, isOwned: !layout.isTrivial)
  }

  /// A stored property or tuple element: some of the registers of the whole.
  func part(_ expression: Expression, _ layout: Layout, at: Int?) -> Operand {
    let base: Expression
    let offset: Int
    switch expression.kind {
    case .element(let inner, let index):
      base = inner
      offset = elementOffset(inner, index)
    case .property(let inner, let variable):
      base = inner
      offset = program.offset(of: variable, in: concrete(inner.type))
      if library.isClass(concrete(inner.type)) || variable.isWeak {
        return stored(variable, of: inner, offset, layout, at: at)
      }
    default: return value(expression, at: at)
    }
    let whole = value(base)
    if whole.isOwned {
      // Keep the part, let the rest go.
      let kept = at ?? allocate(layout.count)
      move(layout.count, from: whole.register + offset, to: kept)
      retain(kept, layout)
      release(whole)
      return Operand(register: kept, layout: layout, isOwned: !layout.isTrivial)
    }
    guard let at else {
      return Operand(
        register: whole.register + offset, layout: layout, isOwned: false, isShared: whole.isShared)
    }
    move(layout.count, from: whole.register + offset, to: at)
    return Operand(register: at, layout: layout, isOwned: false, isShared: whole.isShared)
  }

  /// A stored property of an instance, or a weak one.
  func stored(
    _ variable: VariableDeclaration, of base: Expression, _ offset: Int, _ layout: Layout, at: Int?
  ) -> Operand {
    let result = at ?? allocate(layout.count)
    let outer = top
    let whole = value(base)
    let isInstance = library.isClass(concrete(base.type))
    if variable.isWeak {
      let cell = allocate(1)
      if isInstance {
        emit(trama_op_objectGet, cell, whole.register, offset)
      } else {
        emit(trama_op_mov, cell, whole.register + offset)
      }
      let pair = allocate(2)
      emit(trama_op_weakGet, pair, cell)
      if layout.count == 2 {
        move(2, from: pair, to: result)
      } else {
        emit(trama_op_check, pair + 1)
        move(1, from: pair + 1, to: result)
      }
      release(whole)
      top = outer
      return Operand(register: result, layout: layout, isOwned: true)
    }
    if result == whole.register {
      // The place of the result is that of the instance: read the rest first.
      let kept = allocate(1)
      emit(trama_op_mov, kept, whole.register)
      for index in 0..<layout.count { emit(trama_op_objectGet, result + index, kept, offset + index) }
    } else {
      for index in 0..<layout.count {
        emit(trama_op_objectGet, result + index, whole.register, offset + index)
      }
    }
    check(result, layout)
    if whole.isOwned {
      retain(result, layout)
      release(whole)
      top = outer
      return Operand(register: result, layout: layout, isOwned: !layout.isTrivial)
    }
    top = outer
    return Operand(register: result, layout: layout, isOwned: false, isShared: !layout.isTrivial)
  }

  func elementOffset(_ base: Expression, _ index: Int) -> Int {
    guard case .tuple(let elements) = concrete(base.type) else { return 0 }
    return elements[..<index].reduce(0) { $0 + program.layout($1.type).count }
  }

  func array(_ elements: [Expression], _ type: Type, at: Int?, _ place: Place) -> Operand {
    let element = program.layout(library.arrayElement(type) ?? .void)
    let result = allocate(1)
    mark(place)
    emit(trama_op_arrayNew, result, program.layoutID(element), constant(elements.count))
    let outer = top
    let held = cleanups[cleanups.count - 1].count
    holding(result, Layout([.reference]))
    for expression in elements {
      let operand = owned(expression)
      append(operand.register, element, to: result)
      top = outer
    }
    letGo(to: held)
    if let at {
      move(1, from: result, to: at)
      return Operand(register: at, layout: Layout([.reference]), isOwned: true)
    }
    return Operand(register: result, layout: Layout([.reference]), isOwned: true)
  }

  /// A dictionary literal: its keys and values in two arrays, which the prelude puts together.
  func dictionary(_ parts: [Expression], _ type: Type, at: Int?, _ place: Place) -> Operand {
    let layout = program.layout(type)
    guard case .nominal(let declaration, let types) = type, types.count == 2,
      case .function(let function)? = declaration.members["_literal"]?.first
    else { return Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: false) }
    let result = at ?? allocate(layout.count)
    let outer = top
    let arrays = allocate(2)
    mark(place)
    for index in 0..<2 {
      emit(
        trama_op_arrayNew, arrays + index, program.layoutID(program.layout(types[index])),
        constant(parts.count / 2))
    }
    for (index, part) in parts.enumerated() {
      let inner = top
      let side = index % 2
      append(owned(part).register, program.layout(types[side]), to: arrays + side)
      top = inner
    }
    let arguments = (0..<2).map { named(arrays + $0, library.array(of: types[$0]), place) }
    _ = value(
      Expression(
        .call(
          FunctionReference(declaration: function, substitution: declaration.substitution(types)), arguments),
        type, place), at: result)
    release(Operand(register: arrays, layout: Layout([.reference, .reference]), isOwned: true))
    top = outer
    return Operand(register: result, layout: layout, isOwned: true)
  }

  /// Appends an owned element.
  func append(_ register: Int, _ element: Layout, to array: Int) {
    if element.slots == [.bits] {
      emit(trama_op_arrayAppend, array, register)
    } else {
      emit(trama_op_arrayAppendN, array, register)
    }
  }
}
