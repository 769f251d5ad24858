import CMachine
import VirtualMachine

/// Types as values.
///
/// Where all values of a type are of that very type, nothing is kept. The type of a class or protocol is an object that
/// begins as the instances of the type at hand do, with the number of their type, so that calls are dispatched alike.
extension FunctionEmitter {
  /// The object for a type that is known here.
  func metatype(_ type: Type, at: Int?, _ place: Place) -> Operand {
    guard case .metatype(let instance) = type else {
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    }
    return metatype(numbered: constant(program.runtimeID(instance)), at: at, place)
  }

  private func metatype(numbered number: Int, at: Int?, _ place: Place) -> Operand {
    mark(place)
    let result = at ?? allocate(1)
    let made = allocate(1)
    emit(trama_op_objectNew, made, program.layoutID(Layout([.bits])))
    emit(trama_op_objectSet, made, 0, number)
    emit(trama_op_mov, result, made)
    return Operand(register: result, layout: Layout([.reference]), isOwned: true)
  }

  /// `type(of: value)`.
  func typeOf(_ expression: Expression, at: Int?, _ place: Place) -> Operand {
    let type = concrete(expression.type)
    guard program.isKnownAtRunTime(type) else {
      release(value(expression))
      return Operand(register: at ?? top, layout: Layout([]), isOwned: false)
    }
    let result = at ?? allocate(1)
    let outer = top
    let operand = value(expression)
    let number = allocate(1)
    emit(trama_op_objectGet, number, operand.register, 0)
    release(operand)
    let made = metatype(numbered: number, at: result, place)
    top = outer
    return made
  }

  /// The name of a type that is known at run time.
  func typeName(_ type: Expression, isQualified: Bool, at: Int?) -> Operand {
    let result = at ?? allocate(1)
    let outer = top
    let operand = value(type)
    let base = allocate(1)
    emit(trama_op_objectGet, base, operand.register, 0)
    release(operand)
    // Each type has two names.
    emit(trama_op_mulI, base, base, constant(2))
    if isQualified { emit(trama_op_addI, base, base, constant(1)) }
    host("typeName", base)
    emit(trama_op_mov, result, base)
    top = outer
    return Operand(register: result, layout: Layout([.reference]), isOwned: true)
  }

  /// The number of a type that is known at run time.
  func typeNumber(_ type: Expression, at: Int?) -> Operand {
    let result = at ?? allocate(1)
    let outer = top
    let operand = value(type)
    emit(trama_op_objectGet, result, operand.register, 0)
    release(operand)
    top = outer
    return Operand(register: result, layout: Layout([.bits]), isOwned: false)
  }

  /// Whether two types are the same.
  func sameType(_ types: [Expression], at: Int?) -> Operand {
    let result = at ?? allocate(1)
    let outer = top
    let numbers = allocate(2)
    for (index, type) in types.enumerated() {
      let operand = value(type)
      emit(trama_op_objectGet, numbers + index, operand.register, 0)
      release(operand)
    }
    emit(trama_op_eqI, result, numbers, numbers + 1)
    top = outer
    return Operand(register: result, layout: Layout([.bits]), isOwned: false)
  }

  /// The arguments of a call where the function that is called takes the type and what was asked for does not, or
  /// the other way round.
  func handingType(
    _ arguments: [Expression], of reference: FunctionReference, to declaration: FunctionDeclaration,
    _ place: Place
  ) -> [Expression] {
    let asked = reference.declaration
    guard asked.takesType != declaration.takesType, let owner = asked.owner,
      let own = reference.substitution[owner.selfParameter]
    else { return arguments }
    if asked.takesType { return Array(arguments.dropFirst()) }
    return [Expression(.type(own), .metatype(own), place)] + arguments
  }

  // MARK: New values

  /// A new instance of a class from one of its initialisers.
  func make(
    _ reference: FunctionReference, _ arguments: [Expression], _ type: Type, at: Int?, _ place: Place
  ) -> Operand {
    let layout = program.layout(type)
    let result = Operand(register: at ?? allocate(layout.count), layout: layout, isOwned: true)
    return make(
      reference, arguments, type, result, place, canThrow: reference.declaration.canThrow)
  }

  /// A new value of a type that is known only at run time.
  func makeDynamic(
    _ type: Expression, _ reference: FunctionReference, _ arguments: [Expression], _ layout: Layout, at: Int?,
    _ place: Place
  ) -> Operand {
    let substitution = reference.substitution.mapTypes(concrete)
    guard case .metatype(let instance) = concrete(type.type), program.isKnownAtRunTime(instance) else {
      return call(reference, arguments, layout, at: at, place)
    }
    let declaration = reference.declaration
    let own = declaration.genericParameters.map { substitution[$0] ?? .error }
    let slot = program.slot(.initializer(declaration, own))
    return emitCall([type] + arguments, layout, at: at, place) { base, _ in
      emit(trama_op_callDynamic, base, wide: slot)
    }
  }

  /// The function that an initialiser called on a type comes to: it makes a value of that type.
  func emitInitializer(_ asked: FunctionDeclaration, _ arguments: [Type], of type: Type) -> FunctionCode {
    let place = asked.place
    guard let owner = asked.owner else { return finish() }
    var inside = Dictionary(
      zip(asked.genericParameters, arguments), uniquingKeysWith: { first, _ in first })
    var outside = inside
    let general: Type
    if owner.kind == .protocolType {
      general = .existential([owner])
      inside[owner.selfParameter] = type
      outside[owner.selfParameter] = general
    } else {
      general = library.supertype(of: type, as: owner) ?? type
      if case .nominal(_, let types) = general {
        outside.merge(owner.substitution(types)) { first, _ in first }
      }
    }
    func variable(_ name: String, _ type: Type) -> VariableDeclaration {
      VariableDeclaration(name: name, type: type, isLet: true, context: nil, place: place)
    }
    let own = variable("self", .metatype(general))
    let parameters = asked.parameters.map {
      variable($0.name, program.checker.normalized($0.type.substituting(outside)))
    }
    let passed = parameters.map { Expression(.variable($0), $0.type, place) }
    let made: Expression
    if owner.kind == .protocolType {
      made = Expression(
        .call(FunctionReference(declaration: asked, substitution: inside), passed),
        program.checker.normalized(asked.result.substituting(inside)), place)
    } else {
      let (found, substitution) = program.initializer(like: asked, outside, in: type)
      made = Expression(
        .make(FunctionReference(declaration: found, substitution: substitution), passed),
        found.isFailable ? library.optional(of: type) : type, place)
    }
    made.canThrow = asked.canThrow
    let result = program.checker.normalized(asked.result.substituting(outside))
    return emitThunk(
      parameters: [own] + parameters, result: result,
      statements: [.returnValue(program.checker.coerce(made, to: result), place)])
  }
}

extension ProgramEmitter {
  /// Whether values of a type may be of another that is known only at run time: instances of subclasses, boxes.
  func isKnownAtRunTime(_ type: Type) -> Bool {
    if case .existential = type { return true }
    return library.isClass(type)
  }

  /// A class's own initialiser in the place of a required one that it inherits, with its type arguments.
  func initializer(like asked: FunctionDeclaration, _ substitution: Substitution, in type: Type)
    -> (FunctionDeclaration, Substitution)
  {
    guard case .nominal(let declaration, let arguments) = type, declaration !== asked.owner else {
      return (asked, substitution)
    }
    let own = declaration.substitution(arguments)
    for case .function(let found) in declaration.members["init"] ?? []
    where found.parameters.map(\.label) == asked.parameters.map(\.label)
      && zip(found.parameters, asked.parameters).allSatisfy({
        checker.normalized($0.type.substituting(own))
          == checker.normalized($1.type.substituting(substitution))
      })
    {
      return (found, own)
    }
    return (asked, substitution)
  }

  /// A type as a value that says itself which type it is.
  func describedMetatype(_ type: Type) -> RuntimeType {
    let place = Place(source: 0, range: 0..<0)
    func naming(_ function: String) -> Int? {
      guard let naming = library.preludeScope.functions[function]?.first else { return nil }
      let own = VariableDeclaration(name: "self", type: type, isLet: true, context: nil, place: place)
      let name = Expression(
        .call(
          FunctionReference(declaration: naming, substitution: [:]),
          [Expression(.upcast(Expression(.variable(own), type, place)), .metatype(.any), place)]),
        library.string, place)
      let id = newFunction()
      let emitter = FunctionEmitter(self, name: "type name", substitution: [:])
      define(
        id,
        emitter.emitThunk(
          parameters: [own], result: library.string, statements: [.returnValue(name, place)]))
      return id
    }
    guard let plain = naming("_typeName"), let debug = naming("_qualifiedTypeName") else { return .void }
    return .described(plain: plain, debug: debug, size: 1)
  }
}
