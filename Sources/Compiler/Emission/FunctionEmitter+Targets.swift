import CMachine
import VirtualMachine

/// Something that can be assigned to.
indirect enum Target {
  /// Registers of this frame; `isGlobal` where they outlive it.
  case registers(Int, isGlobal: Bool)
  case global(Int)
  case box(Int, offset: Int)
  /// Slots of an element: of the array at `base`, at the index in a register.
  case element(base: Target, index: Int, layout: Layout, offset: Int)
  /// What a getter reads and a setter changes.
  case computed(ComputedTarget, offset: Int)
  /// Slots of a dictionary's value, which is looked up when it is first needed.
  case keyed(KeyedTarget, offset: Int)
  /// A weak reference, which lies where the target says.
  case weak(Target)
}

/// A property or element that functions read and change; what they need has been evaluated.
final class ComputedTarget {
  let getter: FunctionReference
  let setter: FunctionReference
  /// The first argument and, where the setter changes it, where it is.
  let arguments: [Expression]
  let setterArguments: [Expression]
  let type: Type
  let place: Place

  init(
    getter: FunctionReference, setter: FunctionReference, arguments: [Expression],
    setterArguments: [Expression], type: Type, place: Place
  ) {
    self.getter = getter
    self.setter = setter
    self.arguments = arguments
    self.setterArguments = setterArguments
    self.type = type
    self.place = place
  }
}

/// A dictionary's value that is changed where it lies.
final class KeyedTarget {
  let dictionary: Target
  /// The dictionary and the key.
  let arguments: [Expression]
  /// What is added where the key is missing; without it that is a trap.
  let fallback: Expression?
  let substitution: Substitution
  let layout: Layout
  /// The register for the place of the key.
  let index: Int
  let place: Place
  /// Whether the place has been looked up.
  var isOpen = false

  init(
    dictionary: Target, arguments: [Expression], fallback: Expression?, substitution: Substitution,
    layout: Layout, index: Int, place: Place
  ) {
    self.dictionary = dictionary
    self.arguments = arguments
    self.fallback = fallback
    self.substitution = substitution
    self.layout = layout
    self.index = index
    self.place = place
  }
}

/// Assignment and arguments that are changed in place.
///
/// A value that is changed elsewhere is moved out and moved back, so that it stays unique and is not copied.
extension FunctionEmitter {
  func assign(_ target: Expression, _ newValue: Expression, _ place: Place) {
    if case .tuple(let targets) = target.kind {
      assignParts(targets, newValue)
      return
    }
    let layout = self.layout(target.type)
    let outer = top
    let held = heldReferences.count
    defer {
      releaseHeld(since: held)
      top = outer
    }
    let place = prepare(target)
    if case .registers(let register, _) = place, layout.isTrivial, layout.count == 1, isPlain(newValue) {
      _ = value(newValue, at: register)
    } else if case .variable(let variable) = target.kind, !variable.isInitialized, variable.isLet {
      let operand = owned(newValue)
      putBack(place, layout, from: operand.register)
    } else {
      let operand = owned(newValue)
      mark(target.place)
      store(operand.register, layout, to: place)
    }
  }

  /// Releases what targets have kept since there were `count` such references.
  func releaseHeld(since count: Int) {
    while heldReferences.count > count { emit(trama_op_release, heldReferences.removeLast()) }
  }

  /// A lasting value, kept until the change at hand is done.
  func holding(_ expression: Expression) -> Operand {
    let operand = lasting(expression)
    if operand.isOwned {
      for place in operand.layout.references { heldReferences.append(operand.register + place) }
    }
    return operand
  }

  /// Keeps a reference until the change at hand is done.
  func hold(_ operand: Operand) {
    let kept = allocate(1)
    emit(trama_op_mov, kept, operand.register)
    if !operand.isOwned { emit(trama_op_retain, kept) }
    heldReferences.append(kept)
  }

  /// `(a, b) = (b, a + b)`.
  func assignParts(_ targets: [Expression], _ newValue: Expression) {
    let outer = top
    let held = heldReferences.count
    defer {
      releaseHeld(since: held)
      top = outer
    }
    store(owned(newValue).register, to: targets)
  }

  /// Moves the parts of a tuple to what they are assigned to.
  private func store(_ register: Int, to targets: [Expression]) {
    var register = register
    for target in targets {
      let layout = self.layout(target.type)
      switch target.kind {
      case .tuple(let parts): store(register, to: parts)
      case .discard: release(register, layout)
      default: store(register, layout, to: prepare(target))
      }
      register += layout.count
    }
  }

  /// Whether a value is computed by one machine operation whose result is written last.
  func isPlain(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .double, .boolean, .variable: return true
    case .call(let reference, _):
      let substitution = reference.substitution.mapTypes(concrete)
      guard let (declaration, _) = program.implementation(of: reference.declaration, substitution),
        let intrinsic = declaration.intrinsic
      else { return false }
      return Self.operations[intrinsic] != nil || intrinsic.hasPrefix("unary:")
    default: return false
    }
  }

  /// Evaluates what a target depends on, its indices, and says where it is.
  func prepare(_ expression: Expression) -> Target {
    switch expression.kind {
    case .variable(let variable):
      if let target = targets[variable] { return target }
      if variable.isLazyGlobal { ensure(variable) }
      switch locations[variable] {
      case .registers(let register): return .registers(register, isGlobal: false)
      case .box(let box): return .box(box, offset: 0)
      case nil:
        let global = program.globals[variable] ?? 0
        return isTopLevel ? .registers(global, isGlobal: true) : .global(global)
      }
    case .element(let base, let index): return part(of: prepare(base), elementOffset(base, index))
    case .property(let base, let variable):
      let offset = program.offset(of: variable, in: concrete(base.type))
      if library.isClass(concrete(base.type)) {
        let instance = value(base)
        let kept = allocate(1)
        emit(trama_op_mov, kept, instance.register)
        hold(instance)
        let target = Target.box(kept, offset: offset)
        return variable.isWeak ? .weak(target) : target
      }
      let target = part(of: prepare(base), offset)
      return variable.isWeak ? .weak(target) : target
    case .upcast(let inner): return prepare(inner)
    case .castForced(let inner, let type) where library.isClass(concrete(type)):
      let operand = owned(Expression(.castForced(inner, type), expression.type, expression.place))
      heldReferences.append(operand.register)
      return .registers(operand.register, isGlobal: false)
    case .forceUnwrap(let base):
      if let keyed = keyed(base) { return .keyed(keyed, offset: 0) }
      let target = prepare(base)
      let outer = top
      let flag = read(part(of: target, 0), Layout([.bits]))
      requireSome(flag, expression.place)
      top = outer
      return part(of: target, 1)
    case .call(let reference, _) where reference.declaration.intrinsic == "dictionaryDefault":
      guard let keyed = keyed(expression) else { return .registers(top, isGlobal: false) }
      return .keyed(keyed, offset: 0)
    case .call(let reference, let arguments)
    where isAddressed(reference, arguments) == nil && reference.declaration.setter != nil:
      return computed(reference, arguments, expression)
    case .call(_, let arguments) where arguments.count == 2:
      // An element of an array: the checker lets no other call be a target.
      let base = prepare(arguments[0])
      let index = lasting(arguments[1])
      return .element(base: base, index: index.register, layout: layout(expression.type), offset: 0)
    case .inoutReference(let inner): return prepare(inner)
    default:
      let operand = owned(expression)
      return .registers(operand.register, isGlobal: false)
    }
  }

  /// The intrinsic of an element that is changed where it lies.
  func isAddressed(_ reference: FunctionReference, _ arguments: [Expression]) -> String? {
    let substitution = reference.substitution.mapTypes(concrete)
    guard arguments.count == 2,
      let (declaration, _) = program.implementation(of: reference.declaration, substitution),
      declaration.intrinsic == "arrayElement"
    else { return nil }
    return declaration.intrinsic
  }

  /// A property or element that functions read and change.
  func computed(_ reference: FunctionReference, _ arguments: [Expression], _ whole: Expression)
    -> Target
  {
    guard let setter = reference.declaration.setter else { return .registers(top, isGlobal: false) }
    var read: [Expression] = []
    var write: [Expression] = []
    for (index, argument) in arguments.enumerated() {
      var inner = argument
      if case .inoutReference(let target) = argument.kind { inner = target }
      let type = concrete(inner.type)
      if index == 0, reference.declaration.isInstanceMember, setter.isMutating {
        let base = VariableDeclaration(
          name: "_base", type: type, isLet: false, context: nil, place: whole.place)
        targets[base] = prepare(inner)
        let expression = Expression(.variable(base), type, whole.place)
        let changed = Expression(.inoutReference(expression), type, whole.place)
        read.append(reference.declaration.isMutating ? changed : expression)
        write.append(changed)
      } else {
        let operand = holding(inner)
        let expression = named(operand.register, type, whole.place)
        read.append(expression)
        write.append(expression)
      }
    }
    var setting = reference
    setting.declaration = setter
    return .computed(
      ComputedTarget(
        getter: reference, setter: setting, arguments: read, setterArguments: write,
        type: concrete(whole.type), place: whole.place), offset: 0)
  }

  /// The owned value of a computed target.
  func get(_ target: ComputedTarget) -> Operand {
    owned(Expression(.call(target.getter, target.arguments), target.type, target.place))
  }

  /// Gives a computed target an owned value.
  func set(_ target: ComputedTarget, from register: Int) {
    let newValue = named(register, target.type, target.place)
    let outer = top
    _ = value(Expression(.call(target.setter, target.setterArguments + [newValue]), .void, target.place))
    release(register, program.layout(target.type))
    top = outer
  }

  /// Makes sure that a static property has its value.
  func ensure(_ variable: VariableDeclaration) {
    guard let global = program.globals[variable], let flag = program.lazyFlags[variable],
      let initializer = variable.initializer
    else { return }
    let outer = top
    let done = JumpLabel()
    let known = allocate(1)
    if isTopLevel {
      emit(trama_op_mov, known, flag)
    } else {
      emit(trama_op_loadGlobal, known, flag)
    }
    jump(trama_op_jumpTrue, known, to: done)
    let layout = self.layout(variable.type)
    if initializer.wrapped != nil || initializer.value != nil && variable.initialValue?.description != "nil" {
      let value = owned(
        Expression(
          .call(FunctionReference(declaration: initializer, substitution: [:]), []), variable.type.resolved,
          variable.place))
      putBack(isTopLevel ? .registers(global, isGlobal: true) : .global(global), layout, from: value.register)
    }
    if isTopLevel {
      emit(trama_op_constI, flag, wide: 1)
    } else {
      emit(trama_op_storeGlobal, constant(1), flag)
    }
    bind(done)
    top = outer
  }

  /// The registers with a borrowed copy of what stands at a target.
  func read(_ target: Target, _ layout: Layout) -> Int {
    switch target {
    case .keyed(let keyed, let offset): return read(element(of: keyed, offset), layout)
    case .computed(let computed, let offset):
      let whole = get(computed)
      // Held until the change is done.
      for place in whole.layout.references { heldReferences.append(whole.register + place) }
      return whole.register + offset
    case .weak(let cell):
      let copy = allocate(2)
      emit(trama_op_weakGet, copy, read(cell, Layout([.optionalReference])))
      heldReferences.append(copy + 1)
      return copy
    case .registers(let register, _): return register
    case .global, .box:
      let copy = load(target, layout)
      check(copy, layout)
      return copy
    case .element(let base, let index, let element, let offset):
      let copy = allocate(element.count)
      let array = read(base, Layout([.reference]))
      emit(element.count == 1 ? trama_op_arrayGet : trama_op_arrayGetN, copy, array, index)
      check(copy, element)
      return copy + offset
    }
  }

  /// A copy of what stands at a global or in an object, if only gaps.
  func load(_ target: Target, _ layout: Layout) -> Int {
    let copy = allocate(layout.count)
    switch target {
    case .global(let index):
      for slot in 0..<layout.count { emit(trama_op_loadGlobal, copy + slot, index + slot) }
    case .box(let box, let offset):
      for slot in 0..<layout.count { emit(trama_op_objectGet, copy + slot, box, offset + slot) }
    default: break
    }
    return copy
  }

  /// Puts an owned value at a target and releases what was there.
  func store(_ register: Int, _ layout: Layout, to target: Target) {
    switch target {
    case .keyed(let keyed, let offset): store(register, layout, to: element(of: keyed, offset))
    case .computed(let computed, let offset):
      if offset == 0, layout.count == program.layout(computed.type).count {
        set(computed, from: register)
      } else {
        let whole = get(computed)
        store(register, layout, to: .registers(whole.register + offset, isGlobal: false))
        set(computed, from: whole.register)
      }
    case .weak(let cell):
      let made = allocate(1)
      let reference = layout.count == 2 ? register + 1 : register
      emit(trama_op_weakNew, made, reference)
      store(made, Layout([.optionalReference]), to: cell)
      emit(trama_op_release, reference)
    case .registers(let place, _):
      if layout.isTrivial {
        move(layout.count, from: register, to: place)
      } else {
        // The old value goes last: what its end runs must not see it.
        let old = allocate(layout.count)
        move(layout.count, from: place, to: old)
        move(layout.count, from: register, to: place)
        release(old, layout)
      }
    case .global, .box:
      if layout.isTrivial {
        putBack(target, layout, from: register)
      } else {
        // There may be nothing yet.
        let old = load(target, layout)
        putBack(target, layout, from: register)
        release(old, layout)
      }
    case .element(let base, let index, let element, let offset):
      if offset == 0 && element.count == layout.count {
        withArray(base) { setElement($0, index, element, from: register) }
      } else {
        withArray(base) { array in
          let whole = allocate(element.count)
          emit(trama_op_arrayTakeN, whole, array, index)
          store(register, layout, to: .registers(whole + offset, isGlobal: false))
          emit(trama_op_arraySetN, array, index, whole)
        }
      }
    }
  }

  func setElement(_ array: Int, _ index: Int, _ element: Layout, from register: Int) {
    emit(element.slots == [.bits] ? trama_op_arraySet : trama_op_arraySetN, array, index, register)
  }

  /// Runs `body` with the array of a target in a register, where it may be changed.
  func withArray(_ target: Target, _ body: (Int) -> Void) {
    if case .registers(let register, _) = target {
      body(register)
      return
    }
    let outer = top
    let array = allocate(1)
    take(target, Layout([.reference]), to: array)
    body(array)
    putBack(target, Layout([.reference]), from: array)
    top = outer
  }

  /// Moves a value out of a target; the target holds nothing until it is put back.
  func take(_ target: Target, _ layout: Layout, to register: Int) {
    switch target {
    case .keyed(let keyed, let offset): take(element(of: keyed, offset), layout, to: register)
    case .computed(let computed, let offset):
      let whole = get(computed)
      move(layout.count, from: whole.register + offset, to: register)
      retain(register, layout)
      release(whole)
    case .weak(let cell):
      // What is read is owned already; a copy that is kept here would lie where the callee's registers are.
      emit(trama_op_weakGet, register, read(cell, Layout([.optionalReference])))
    case .registers(let place, let isGlobal):
      move(layout.count, from: place, to: register)
      if isGlobal { check(register, layout) }
      // Were the run to end here, a later cell must not find a reference that is no longer counted.
      if isGlobal { for reference in layout.references { emit(trama_op_zero, place + reference, 1) } }
    case .global(let index):
      for slot in 0..<layout.count { emit(trama_op_loadGlobal, register + slot, index + slot) }
      check(register, layout)
      if !layout.isTrivial {
        let zero = constant(0)
        for reference in layout.references { emit(trama_op_storeGlobal, zero, index + reference) }
      }
    case .box(let box, let offset):
      for slot in 0..<layout.count { emit(trama_op_objectGet, register + slot, box, offset + slot) }
      check(register, layout)
      if !layout.isTrivial {
        let zero = constant(0)
        for reference in layout.references { emit(trama_op_objectSet, box, offset + reference, zero) }
      }
    case .element(let base, let index, let element, let offset):
      withArray(base) { array in
        if offset == 0 && element.count == layout.count {
          emit(element.slots == [.bits] ? trama_op_arrayGet : trama_op_arrayTakeN, register, array, index)
          check(register, layout)
        } else {
          let whole = allocate(element.count)
          emit(trama_op_arrayTakeN, whole, array, index)
          check(whole, element)
          move(layout.count, from: whole + offset, to: register)
          // The other parts go back at once.
          for reference in layout.references { emit(trama_op_zero, whole + offset + reference, 1) }
          emit(trama_op_arraySetN, array, index, whole)
        }
      }
    }
  }

  /// Moves a value into a target that holds nothing.
  func putBack(_ target: Target, _ layout: Layout, from register: Int) {
    switch target {
    case .keyed(let keyed, let offset): putBack(element(of: keyed, offset), layout, from: register)
    case .computed, .weak: store(register, layout, to: target)
    case .registers(let place, _): move(layout.count, from: register, to: place)
    case .global(let index):
      for slot in 0..<layout.count { emit(trama_op_storeGlobal, register + slot, index + slot) }
    case .box(let box, let offset):
      for slot in 0..<layout.count { emit(trama_op_objectSet, box, offset + slot, register + slot) }
    case .element(let base, let index, let element, let offset):
      withArray(base) { array in
        if offset == 0 && element.count == layout.count {
          setElement(array, index, element, from: register)
        } else {
          let whole = allocate(element.count)
          emit(trama_op_arrayTakeN, whole, array, index)
          move(layout.count, from: register, to: whole + offset)
          emit(trama_op_arraySetN, array, index, whole)
        }
      }
    }
  }
}
