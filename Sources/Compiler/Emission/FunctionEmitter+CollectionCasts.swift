import CMachine
import VirtualMachine

/// Casts of arrays and dictionaries: each element or value is cast, and the whole fails with the first that fails.
extension FunctionEmitter {
  /// Registers with a collection as one of another element type; nil where that is no such cast.
  func castCollection(
    _ operand: Operand, _ from: Type, to wanted: Type, ifFalse label: JumpLabel, _ place: Place
  ) -> Int? {
    if let cast = program.collectionCast(from, to: wanted) {
      let source = named(operand.register, from, place)
      let made = value(Expression(.call(cast, [source]), library.optional(of: wanted), place))
      return kept(made.register, wanted, ifFalse: label)
    }
    guard case .existential = from, program.isCastable(wanted) else { return nil }
    let layout = program.layout(wanted)
    let result = allocate(layout.count + 1)
    let number = allocate(1)
    let isOther = JumpLabel()
    let end = JumpLabel()
    emit(trama_op_objectGet, number, operand.register, 0)
    jump(trama_op_jumpNeI, number, constant(program.runtimeID(wanted)), to: isOther)
    emit(trama_op_constI, result, wide: 1)
    for index in 0..<layout.count {
      emit(trama_op_objectGet, result + 1 + index, operand.register, index + 1)
    }
    retain(result + 1, layout)
    jump(trama_op_jump, to: end)
    bind(isOther)
    let slot = program.slot(.collectionCast(wanted))
    emit(trama_op_typeHas, number, operand.register, slot)
    jump(trama_op_jumpFalse, number, to: label)
    let box = named(operand.register, .any, place)
    let optional = program.layout(library.optional(of: wanted))
    _ = emitCall([box], optional, at: result, place) { base, _ in
      emit(trama_op_callDynamic, base, wide: slot)
    }
    bind(end)
    return kept(result, wanted, ifFalse: label)
  }

  /// The registers of an optional's value, which is released once the cast is done.
  private func kept(_ optional: Int, _ type: Type, ifFalse label: JumpLabel) -> Int {
    jump(trama_op_jumpFalse, optional, to: label)
    for place in program.layout(type).references { heldReferences.append(optional + 1 + place) }
    return optional + 1
  }
}

extension ProgramEmitter {
  /// Whether values of other types may be cast to a type element by element.
  func isCastable(_ type: Type) -> Bool {
    guard case .nominal(let declaration, _) = type else { return false }
    return declaration === library.arrayDeclaration || declaration === library.dictionaryDeclaration
  }

  /// The function of the prelude that casts one collection to another, with its types.
  func collectionCast(_ from: Type, to wanted: Type) -> FunctionReference? {
    guard isCastable(wanted), from != wanted, case .nominal(let declaration, let own) = from,
      case .nominal(declaration, let others) = wanted
    else { return nil }
    let isArray = declaration === library.arrayDeclaration
    if !isArray, own[0] != others[0] { return nil }
    let name = isArray ? "_castElements" : "_castValues"
    guard let function = library.preludeScope.functions[name]?.first else { return nil }
    let types = isArray ? [own[0], others[0]] : [own[0], own[1], others[1]]
    return FunctionReference(
      declaration: function,
      substitution: Dictionary(
        zip(function.genericParameters, types), uniquingKeysWith: { first, _ in first }))
  }

  /// A function that casts what a box holds, a collection of the given type.
  func collectionCastThunk(_ wanted: Type, _ type: Type) -> Int {
    let id = newFunction()
    let place = Place(source: 0, range: 0..<0)
    let box = VariableDeclaration(name: "self", type: .any, isLet: true, context: nil, place: place)
    let result = library.optional(of: wanted)
    let content = Expression(.unbox(Expression(.variable(box), .any, place)), type, place)
    let value =
      collectionCast(type, to: wanted).map { Expression(.call($0, [content]), result, place) }
      ?? Expression(.none, result, place)
    let emitter = FunctionEmitter(self, name: "\(type) as \(wanted)", substitution: [:])
    define(id, emitter.emitThunk(parameters: [box], result: result, statements: [.returnValue(value, place)]))
    return id
  }
}
