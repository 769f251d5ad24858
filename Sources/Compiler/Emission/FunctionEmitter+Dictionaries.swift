import CMachine
import VirtualMachine

/// Values of dictionaries, found by their keys and changed where they lie.
extension FunctionEmitter {
  /// The value of a dictionary that a subscript means; nil for other expressions.
  func keyed(_ expression: Expression) -> KeyedTarget? {
    guard case .call(let reference, let arguments) = expression.kind,
      reference.declaration.kind == .subscriptGetter,
      reference.declaration.owner === library.dictionaryDeclaration, arguments.count >= 2,
      case .nominal(let declaration, let types) = concrete(arguments[0].type), types.count == 2
    else { return nil }
    let index = allocate(1)
    let base = VariableDeclaration(
      name: "_base", type: .nominal(declaration, types), isLet: false, context: nil, place: expression.place)
    let target = prepare(arguments[0])
    targets[base] = target
    let key = holding(arguments[1])
    return KeyedTarget(
      dictionary: target,
      arguments: [
        Expression(.variable(base), .nominal(declaration, types), expression.place),
        named(key.register, types[0], expression.place),
      ],
      fallback: arguments.count > 2 ? arguments[2] : nil, substitution: declaration.substitution(types),
      layout: program.layout(types[1]), index: index, place: expression.place)
  }

  func helper(_ name: String, of target: KeyedTarget) -> FunctionReference? {
    guard case .function(let function)? = library.dictionaryDeclaration.members[name]?.first else {
      return nil
    }
    return FunctionReference(declaration: function, substitution: target.substitution)
  }

  /// Looks a key up: its place, or -1, is in the target's register.
  func find(_ target: KeyedTarget) {
    guard let find = helper("_find", of: target) else { return }
    let outer = top
    _ = value(Expression(.call(find, target.arguments), library.int, target.place), at: target.index)
    top = outer
  }

  /// Where a dictionary's value lies.
  func element(of target: KeyedTarget, _ offset: Int) -> Target {
    let values = part(of: target.dictionary, 2)
    let element = Target.element(base: values, index: target.index, layout: target.layout, offset: offset)
    guard !target.isOpen else { return element }
    target.isOpen = true
    find(target)
    let found = JumpLabel()
    jump(trama_op_jumpGeImmediateI, target.index, 0, to: found)
    if let fallback = target.fallback, let add = helper("_addPlace", of: target) {
      let outer = top
      var arguments = target.arguments
      arguments[0] = Expression(.inoutReference(arguments[0]), arguments[0].type, target.place)
      _ = value(Expression(.call(add, arguments + [fallback]), library.int, target.place), at: target.index)
      top = outer
    } else {
      mark(target.place)
      emit(trama_op_trap, Int(trama_trap_unwrappedNil.rawValue))
    }
    bind(found)
    return element
  }

  /// `d[key, default: value]` as a value.
  func dictionaryDefault(_ expression: Expression, _ layout: Layout, at: Int?) -> Operand {
    let result = at ?? allocate(layout.count)
    let outer = top
    let held = heldReferences.count
    guard case .call(let reference, let arguments) = expression.kind else {
      return Operand(register: result, layout: layout, isOwned: false)
    }
    let dictionary = holding(arguments[0])
    let copy = named(dictionary.register, concrete(arguments[0].type), expression.place)
    guard
      let target = keyed(
        Expression(
          .call(reference, [copy] + arguments.dropFirst()), expression.type, expression.place))
    else { return Operand(register: result, layout: layout, isOwned: false) }
    find(target)
    let found = JumpLabel()
    let end = JumpLabel()
    jump(trama_op_jumpGeImmediateI, target.index, 0, to: found)
    if let fallback = target.fallback { owned(fallback, at: result) }
    jump(trama_op_jump, to: end)
    bind(found)
    mark(expression.place)
    emit(
      layout.count == 1 ? trama_op_arrayGet : trama_op_arrayGetN, result, dictionary.register + 2,
      target.index)
    check(result, layout)
    retain(result, layout)
    bind(end)
    releaseHeld(since: held)
    top = outer
    return Operand(register: result, layout: layout, isOwned: !layout.isTrivial)
  }

  func part(of target: Target, _ offset: Int) -> Target {
    switch target {
    case .computed(let computed, let inner): .computed(computed, offset: inner + offset)
    case .keyed(let keyed, let inner): .keyed(keyed, offset: inner + offset)
    case .weak: target
    case .registers(let register, let isGlobal): .registers(register + offset, isGlobal: isGlobal)
    case .global(let index): .global(index + offset)
    case .box(let box, let inner): .box(box, offset: inner + offset)
    case .element(let base, let index, let layout, let inner):
      .element(base: base, index: index, layout: layout, offset: inner + offset)
    }
  }

  /// How keys of a type are hashed and compared by the machine itself; nil where their own functions do it.
  func keyKind(_ type: Type) -> TramaKeyKind? {
    guard case .nominal(let declaration, _) = type else { return nil }
    switch declaration.name {
    case "String", "Character": return trama_key_string
    case "Double", "Float": return trama_key_double
    case "Int", "Bool", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64":
      return trama_key_bits
    default: return nil
    }
  }

  /// The hash of a key, or its place in a dictionary or set; nil where the prelude's own code must find it.
  func table(_ name: String, _ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place)
    -> Operand?
  {
    guard let key = arguments.last, let kind = keyKind(concrete(key.type)) else { return nil }
    let result = at ?? allocate(1)
    let outer = top
    if name == "tableHash" {
      let operand = value(key)
      mark(place)
      emit(trama_op_hashKey, result, operand.register, Int(kind.rawValue))
      release(operand)
    } else {
      let table = value(arguments[0])
      let operand = value(key)
      let opcode =
        switch kind {
        case trama_key_string: trama_op_tableFindString
        case trama_key_double: trama_op_tableFindDouble
        default: trama_op_tableFindBits
        }
      mark(place)
      emit(opcode, result, table.register, operand.register)
      release(operand)
      release(table)
    }
    top = outer
    return Operand(register: result, layout: layout, isOwned: false)
  }
}
