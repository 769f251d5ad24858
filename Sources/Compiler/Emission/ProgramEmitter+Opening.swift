/// Calls of generic functions with values of `any P`: the function runs for the type of the value at hand.
extension ProgramEmitter {
  /// The type parameter of a generic function for which a call has a value of `any P`, and which parameter takes it.
  func openedParameter(of function: FunctionDeclaration, _ substitution: Substitution)
    -> (type: GenericParameter, index: Int)?
  {
    guard captures(of: function).isEmpty else { return nil }
    return existentialParameter(of: function, substitution)
  }

  /// Whether such a function would have to be called for the type of the value, but uses variables around it.
  func opensCapturing(_ function: FunctionDeclaration, _ substitution: Substitution) -> Bool {
    !captures(of: function).isEmpty && existentialParameter(of: function, substitution) != nil
  }

  private func existentialParameter(of function: FunctionDeclaration, _ substitution: Substitution)
    -> (type: GenericParameter, index: Int)?
  {
    guard function.kind == .function, !function.isOfPrelude else { return nil }
    for parameter in function.genericParameters {
      guard case .existential(let protocols)? = substitution[parameter], !protocols.isEmpty else { continue }
      let places = function.parameters.indices.filter { function.parameters[$0].type.mentions(parameter) }
      guard places.count == 1, case let taken = function.parameters[places[0]],
        taken.type == .parameter(parameter), !taken.isInout, !taken.isVariadic
      else { continue }
      return (parameter, places[0])
    }
    return nil
  }

  /// A function that takes the box first, then the other arguments, and calls another for the type of what it holds.
  func openingThunk(_ asked: FunctionDeclaration, _ arguments: [Type], _ type: Type) -> Int {
    let id = newFunction()
    let place = asked.place
    let outside = Dictionary(
      zip(asked.allGenericParameters, arguments), uniquingKeysWith: { first, _ in first })
    guard let opened = openedParameter(of: asked, outside) else { return id }
    var inside = outside
    inside[opened.type] = type
    func variable(_ name: String, _ type: Type, isInout: Bool = false) -> VariableDeclaration {
      let variable = VariableDeclaration(name: name, type: type, isLet: !isInout, context: nil, place: place)
      variable.isInout = isInout
      return variable
    }
    func read(_ variable: VariableDeclaration) -> Expression {
      let value = Expression(.variable(variable), variable.type, place)
      return variable.isInout ? Expression(.inoutReference(value), variable.type, place) : value
    }
    let box = variable("value", outside[opened.type] ?? .any)
    var own: [VariableDeclaration] = []
    if asked.takesSelf, let owner = asked.owner {
      own = [
        variable(
          "self", checker.normalized(owner.selfType.substituting(outside)),
          isInout: asked.isMutating && owner.kind != .classType)
      ]
    } else if let metatype = asked.typeOfSelf {
      own = [variable("self", checker.normalized(metatype.substituting(outside)))]
    }
    let others = asked.parameters.enumerated().filter { $0.offset != opened.index }.map { _, parameter in
      variable(
        parameter.name, checker.normalized(parameter.type.substituting(outside)), isInout: parameter.isInout)
    }
    var passed = (own + others).map(read)
    passed.insert(
      Expression(.unbox(Expression(.variable(box), box.type, place)), type, place),
      at: own.count + opened.index)
    let result = checker.normalized(asked.result.resolved.substituting(outside))
    let call = Expression(
      .call(FunctionReference(declaration: asked, substitution: inside), passed),
      checker.normalized(asked.result.resolved.substituting(inside)), place)
    call.canThrow = asked.canThrow
    let emitter = FunctionEmitter(self, name: asked.name, substitution: [:])
    var statements: [Statement] = [.expression(call)]
    if !result.isVoid {
      let known = variable("known", call.type)
      statements = [
        .bind(.variable(known), call), .returnValue(checker.coerce(read(known), to: result), place),
      ]
    }
    define(id, emitter.emitThunk(parameters: [box] + own + others, result: result, statements: statements))
    return id
  }
}

extension FunctionEmitter {
  /// The arguments of a call with the box of an `any P` first, where its type decides which function runs; nil where
  /// that would change the order in which they are evaluated.
  func openingArguments(
    _ arguments: [Expression], of function: FunctionDeclaration, _ substitution: Substitution
  ) -> [Expression]? {
    guard let opened = program.openedParameter(of: function, substitution) else { return nil }
    let place = arguments.count - function.parameters.count + opened.index
    let isFree = arguments[..<place].allSatisfy {
      switch $0.kind {
      case .variable, .type, .integer, .double, .boolean, .string: true
      case .inoutReference(let target): if case .variable = target.kind { true } else { false }
      default: false
      }
    }
    let isFixed = if case .variable(let value) = arguments[place].kind { value.isLet } else { false }
    guard isFree || isFixed else { return nil }
    var moved = arguments
    moved.insert(moved.remove(at: place), at: 0)
    return moved
  }
}
