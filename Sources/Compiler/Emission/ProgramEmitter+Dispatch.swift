import VirtualMachine

/// What a type answers at run time.
enum DispatchSlot: Hashable {
  /// What runs before an instance is freed.
  case deinitializer
  /// A method that subclasses may override, for the type arguments of a call: those of its class, then its own.
  case method(FunctionDeclaration, [Type])
  /// A protocol's requirement on a value whose type is not known, for the type arguments of a call.
  case requirement(FunctionDeclaration, [Type])
  /// A generic function called with a value whose type is not known, for the type arguments of a call.
  case opened(FunctionDeclaration, [Type])
  /// An initialiser called on a type that is not known, for the type arguments of a call.
  case initializer(FunctionDeclaration, [Type])
  /// Whether the type is a class or inherits from it.
  case isInstance(NominalDeclaration, [Type])
  /// Whether the type conforms to a protocol.
  case conforms(NominalDeclaration)
  /// The cast of a collection of the type to one of other elements.
  case collectionCast(Type)

  /// Whether the prelude declares all that it mentions.
  var isOfPrelude: Bool {
    switch self {
    case .deinitializer: true
    case .method(let function, let arguments), .requirement(let function, let arguments),
      .initializer(let function, let arguments), .opened(let function, let arguments):
      function.isOfPrelude && arguments.allSatisfy(\.isOfPrelude)
    case .isInstance(let declaration, let arguments):
      declaration.isOfPrelude && arguments.allSatisfy(\.isOfPrelude)
    case .conforms(let wanted): wanted.isOfPrelude
    case .collectionCast(let wanted): wanted.isOfPrelude
    }
  }
}

/// Which function a call means.
extension ProgramEmitter {
  /// The function that a call means once `Self` is known: a protocol's requirement becomes its implementation.
  func implementation(of declaration: FunctionDeclaration, _ substitution: Substitution)
    -> (FunctionDeclaration, Substitution)?
  {
    guard let owner = declaration.owner, owner.kind == .protocolType, declaration.isRequirement,
      let own = substitution[owner.selfParameter], case .nominal = own
    else { return (declaration, substitution) }
    let key = Specialization(declaration, substitution)
    guard key.isOfPrelude, library.isPreludeSettled else {
      return lookUpImplementation(of: declaration, own, substitution)
    }
    if let known = preludeImplementations[key] { return known }
    let found = lookUpImplementation(of: declaration, own, substitution)
    preludeImplementations[key] = .some(found)
    return found
  }

  private func lookUpImplementation(
    of declaration: FunctionDeclaration, _ own: Type, _ substitution: Substitution
  ) -> (FunctionDeclaration, Substitution)? {
    if declaration.kind == .setter || declaration.kind == .subscriptSetter {
      guard let getter = declaration.getter, let (found, full) = implementation(of: getter, substitution),
        let setter = found.setter
      else { return nil }
      return (setter, full)
    }
    guard case .nominal(let nominal, _) = own else { return nil }
    let wanted = declaration.parameters.map { checker.normalized($0.type.substituting(substitution)) }
    let result = checker.normalized(declaration.result.substituting(substitution))
    // What a type has itself comes first, then the most special of what extensions of protocols give.
    var given: (FunctionDeclaration, Substitution)?
    for member in members(of: nominal, for: declaration) {
      switch member {
      case .variable(let variable):
        guard declaration.kind == .getter, let owner = variable.owner,
          case .nominal(_, let arguments)? = library.supertype(of: own, as: owner)
        else { continue }
        if variable.isLazyGlobal != declaration.isStatic { continue }
        return (checker.accessor(of: variable), owner.substitution(arguments))
      case .function(let candidate):
        guard !candidate.isRequirement, candidate.parameters.count == wanted.count,
          candidate.isOfType == declaration.isStatic,
          candidate.parameters.map(\.label) == declaration.parameters.map(\.label)
        else { continue }
        guard let full = match(candidate, declaration, substitution, own, wanted) else { continue }
        if candidate.requirements.allSatisfy({ holds($0, full) }),
          takes(candidate, full, wanted)
            || takes(candidate, full, inherited(declaration, by: candidate, substitution, own)),
          candidate.returnsSelf
            || accepts(checker.normalized(candidate.result.resolved.substituting(full)), result)
            || declaration.isFailable && !candidate.isFailable
        {
          if candidate.owner?.kind != .protocolType || candidate.isOfPrelude {
            return given ?? (candidate, full)
          }
          if given.map({ isMoreSpecial(candidate, than: $0.0) }) ?? true { given = (candidate, full) }
        }
      }
    }
    return given
  }

  /// Whether what an extension of a protocol gives is for fewer types than what another one gives.
  private func isMoreSpecial(_ candidate: FunctionDeclaration, than other: FunctionDeclaration) -> Bool {
    guard let owner = candidate.owner, let general = other.owner else { return false }
    return owner === general
      ? checker.implies(candidate, other) && !checker.implies(other, candidate)
      : owner.inherited.contains(general)
  }

  /// The members of a type among which is the one that fulfils a requirement.
  private func members(of nominal: NominalDeclaration, for asked: FunctionDeclaration) -> [Declaration] {
    let members = checker.members(of: nominal, named: asked.name) ?? []
    guard let owner = asked.owner, let conforming = conformingAncestor(of: nominal, to: owner) else {
      return members
    }
    let inherited = members.filter { !isAdded($0, below: conforming) }
    // What is added may hide what the superclass has from the protocol.
    return inherited.count == members.count
      ? members : inherited + (checker.members(of: conforming, named: asked.name) ?? [])
  }

  /// The ancestor by which a class conforms to a protocol; nil where it says so itself.
  private func conformingAncestor(of nominal: NominalDeclaration, to wanted: NominalDeclaration)
    -> NominalDeclaration?
  {
    guard nominal.kind == .classType else { return nil }
    return nominal.ancestors.last { $0.conformances.contains { $0.to.inherited.contains(wanted) } }
  }

  /// Whether a class below the one that conforms to a protocol has added a member of its own: that does not fulfil
  /// what the protocol asks for, but what it overrides does.
  private func isAdded(_ member: Declaration, below conforming: NominalDeclaration) -> Bool {
    switch member {
    case .variable(let variable): return variable.owner?.ancestors.contains(conforming) ?? false
    case .function(let function):
      if function.kind == .initializer { return false }
      var first = function
      while let overridden = first.overridden { first = overridden }
      return first.owner?.ancestors.contains(conforming) ?? false
    }
  }

  /// Whether a function's parameters have the given types.
  private func takes(_ candidate: FunctionDeclaration, _ substitution: Substitution, _ types: [Type]) -> Bool
  {
    zip(candidate.parameters, types).allSatisfy {
      checker.normalized($0.type.resolved.substituting(substitution)) == $1
    }
  }

  /// The types of a requirement's parameters where `Self` is the ancestor whose member fulfils it for a subclass.
  private func inherited(
    _ asked: FunctionDeclaration, by candidate: FunctionDeclaration, _ substitution: Substitution, _ own: Type
  ) -> [Type] {
    var substitution = substitution
    if let owner = asked.owner, let ancestor = candidate.owner.flatMap({ library.supertype(of: own, as: $0) })
    {
      substitution[owner.selfParameter] = ancestor
    }
    return asked.parameters.map { checker.normalized($0.type.substituting(substitution)) }
  }

  /// Whether a requirement with known types holds.
  private func holds(_ requirement: Requirement, _ substitution: Substitution) -> Bool {
    switch requirement {
    case .conforms(let subject, let wanted):
      checker.conforms(checker.normalized(subject.substituting(substitution)), to: wanted)
    case .same(let left, let right):
      checker.normalized(left.substituting(substitution))
        == checker.normalized(right.substituting(substitution))
    }
  }

  /// Whether a requirement fails for types that are known; one on a type parameter of the function's own may hold.
  private func isUnmet(_ requirement: Requirement, _ substitution: Substitution) -> Bool {
    let subjects =
      switch requirement {
      case .conforms(let subject, _): [subject]
      case .same(let left, let right): [left, right]
      }
    let areKnown = subjects.allSatisfy {
      switch checker.normalized($0.substituting(substitution)) {
      case .parameter, .member, .variable, .error: false
      default: true
      }
    }
    return areKnown && !holds(requirement, substitution)
  }

  private func accepts(_ actual: Type, _ wanted: Type) -> Bool {
    if actual == wanted { return true }
    if case .nominal(let declaration, _) = wanted, declaration.kind == .classType {
      return library.supertype(of: actual, as: declaration) == wanted
    }
    return false
  }

  /// The type arguments with which a candidate fulfils a requirement whose parameters have the types `wanted`; nil
  /// where none are found.
  private func match(
    _ candidate: FunctionDeclaration, _ asked: FunctionDeclaration, _ substitution: Substitution, _ own: Type,
    _ wanted: [Type]
  ) -> Substitution? {
    var full: Substitution = [:]
    if let owner = candidate.owner {
      if owner.kind == .protocolType {
        full[owner.selfParameter] = own
      } else if case .nominal(_, let arguments)? = library.supertype(of: own, as: owner) {
        full = owner.substitution(arguments)
      }
    }
    if asked.genericParameters.count == candidate.genericParameters.count {
      for (from, to) in zip(asked.genericParameters, candidate.genericParameters) {
        full[to] = substitution[from]
      }
      return full
    }
    // A more general function fulfils a requirement for the types that are asked for.
    for (parameter, type) in zip(candidate.parameters, wanted) {
      parameter.type.resolved.substituting(full).find(candidate.genericParameters, in: type, &full)
    }
    return candidate.genericParameters.allSatisfy { full[$0] != nil } ? full : nil
  }

  /// What a class has in the place of a method: its own, or that of the nearest ancestor.
  func override(of root: FunctionDeclaration, in type: Type) -> FunctionDeclaration {
    guard case .nominal(let declaration, _) = type else { return root }
    if root.kind == .setter || root.kind == .subscriptSetter, let getter = root.getter {
      return override(of: getter, in: type).setter ?? root
    }
    for current in [declaration] + declaration.ancestors {
      for case .function(let candidate) in current.members[root.name] ?? []
      where candidate.origin === root.origin {
        return candidate
      }
    }
    return root
  }

  /// A function with the shape of a dispatch slot that does what a type does there.
  func thunk(for slot: DispatchSlot, _ type: Type) -> Int {
    switch slot {
    case .method(let root, let arguments):
      let found = override(of: root, in: type)
      var substitution: Substitution = [:]
      if let owner = found.owner, case .nominal(_, let types)? = library.supertype(of: type, as: owner) {
        substitution = owner.substitution(types)
      }
      let own = arguments.suffix(root.genericParameters.count)
      for (parameter, argument) in zip(found.genericParameters, own) { substitution[parameter] = argument }
      // What an extension adds under a condition is not there for other types.
      guard !found.requirements.contains(where: { isUnmet($0, substitution) }) else { return 0 }
      return found.root === root
        ? function(found, substitution) : wrappingThunk(found, substitution, type, like: root)
    case .initializer(let asked, let arguments):
      let id = newFunction()
      let emitter = FunctionEmitter(self, name: "\(typeName(type)).init", substitution: [:])
      define(id, emitter.emitInitializer(asked, arguments, of: type))
      return id
    case .deinitializer, .requirement:
      let id = newFunction()
      let (name, substitution, parameters, result, statements) = thunkBody(slot, type)
      let emitter = FunctionEmitter(self, name: name, substitution: substitution)
      define(id, emitter.emitThunk(parameters: parameters, result: result, statements: statements))
      return id
    case .opened(let asked, let arguments): return openingThunk(asked, arguments, type)
    case .collectionCast(let wanted): return collectionCastThunk(wanted, type)
    case .isInstance, .conforms: return 0
    }
  }

  /// A function that calls another and wraps its result: what stands in the slot of a function that gives an optional
  /// where an override gives a value.
  private func wrappingThunk(
    _ declaration: FunctionDeclaration, _ substitution: Substitution, _ type: Type,
    like root: FunctionDeclaration
  ) -> Int {
    let place = declaration.place
    func variable(_ name: String, _ type: Type, isInout: Bool = false) -> VariableDeclaration {
      let variable = VariableDeclaration(name: name, type: type, isLet: !isInout, context: nil, place: place)
      variable.isInout = isInout
      return variable
    }
    let own = variable("self", declaration.isStatic ? .metatype(type) : type)
    let parameters = declaration.parameters.map {
      variable($0.name, checker.normalized($0.type.substituting(substitution)), isInout: $0.isInout)
    }
    let arguments = ([own] + parameters).map { variable -> Expression in
      let value = Expression(.variable(variable), variable.type, place)
      return variable.isInout ? Expression(.inoutReference(value), variable.type, place) : value
    }
    let inner = checker.normalized(declaration.result.resolved.substituting(substitution))
    let reference = FunctionReference(declaration: declaration, substitution: substitution, isDirect: true)
    let call = Expression(.call(reference, arguments), inner, place)
    call.canThrow = declaration.canThrow
    var result = root.result.resolved
    if let owner = root.owner, case .nominal(_, let types)? = library.supertype(of: type, as: owner) {
      result = checker.normalized(result.substituting(owner.substitution(types)))
    }
    let known = variable("known", inner)
    let id = newFunction()
    let emitter = FunctionEmitter(self, name: "\(typeName(type)).\(declaration.name)", substitution: [:])
    define(
      id,
      emitter.emitThunk(
        parameters: [own] + parameters, result: result,
        statements: [
          .bind(.variable(known), call),
          .returnValue(checker.coerce(Expression(.variable(known), inner, place), to: result), place),
        ]))
    return id
  }

  private func thunkBody(_ slot: DispatchSlot, _ type: Type) -> (
    name: String, Substitution, [VariableDeclaration], Type, [Statement]
  ) {
    func variable(_ name: String, _ type: Type, _ place: Place, isLet: Bool = true) -> VariableDeclaration {
      VariableDeclaration(name: name, type: type, isLet: isLet, context: nil, place: place)
    }
    func read(_ variable: VariableDeclaration) -> Expression {
      Expression(.variable(variable), variable.type, variable.place)
    }
    guard case .requirement(let asked, let arguments) = slot, let owner = asked.owner else {
      var statements: [Statement] = []
      var name = "deinit"
      var current: Type? = type
      let own = variable("self", type, Place(source: 0, range: 0..<0))
      while case .nominal(let declaration, let types)? = current {
        if let deinitializer = declaration.deinitializer {
          name = "\(declaration.name).deinit"
          let base =
            declaration.superclass == nil && current == type
            ? read(own) : Expression(.upcast(read(own)), current ?? type, own.place)
          statements.append(
            .expression(
              Expression(
                .call(
                  FunctionReference(
                    declaration: deinitializer, substitution: declaration.substitution(types), isDirect: true),
                  [base]), .void, deinitializer.place)))
        }
        current = declaration.superclass?.substituting(declaration.substitution(types))
      }
      return (name, [:], [own], .void, statements)
    }
    var substitution: Substitution = [owner.selfParameter: type]
    for (parameter, argument) in zip(asked.genericParameters, arguments.dropFirst()) {
      substitution[parameter] = argument
    }
    var outside = substitution
    // The caller may know what the associated types are.
    outside[owner.selfParameter] = arguments.first ?? .existential([owner])
    let place = asked.place
    let box = variable("self", .existential([owner]), place, isLet: !asked.isMutating)
    box.isInout = asked.isMutating
    let parameters = asked.parameters.map { parameter in
      let own = variable(
        parameter.name, checker.normalized(parameter.type.substituting(outside)), place,
        isLet: !parameter.isInout)
      own.isInout = parameter.isInout
      return own
    }
    let content =
      asked.takesType
      ? Expression(.type(type), .metatype(type), place) : Expression(.unbox(read(box)), type, place)
    let passed = zip(parameters, asked.parameters).map { parameter, asked in
      let inner = checker.normalized(asked.type.substituting(substitution))
      if parameter.isInout {
        if inner != parameter.type {
          report(
            checker.diagnostic(
              "unsupported", place,
              "'\(parameter.name)' changes a value of a type that is not known; that is not supported in cells"
            ))
        }
        return Expression(.inoutReference(read(parameter)), parameter.type, place)
      }
      // A value of an associated type, which the caller has from this very value.
      return inner == parameter.type
        ? read(parameter) : Expression(.castForced(read(parameter), inner), inner, place)
    }
    let result = checker.normalized(asked.result.substituting(outside))
    let reference = FunctionReference(declaration: asked, substitution: substitution)
    let inner = checker.normalized(asked.result.substituting(substitution))
    var statements: [Statement] = []
    func call(_ own: Expression) -> Expression {
      let value = Expression(.call(reference, [own] + passed), inner, place)
      if inner == result || inner.isVoid { return value }
      // What a value of an associated type is read as.
      let known = variable("known", inner, place)
      statements.append(.bind(.variable(known), value))
      return checker.coerce(read(known), to: result)
    }
    if asked.isMutating {
      let copy = variable("copy", type, place, isLet: false)
      statements.append(.bind(.variable(copy), content))
      let value = call(Expression(.inoutReference(read(copy)), type, place))
      let back = Expression(
        .assign(read(box), Expression(.erase(read(copy)), box.type, place)), .void, place)
      if result.isVoid {
        statements += [.expression(value), .expression(back)]
      } else {
        let kept = variable("result", result, place)
        statements += [.bind(.variable(kept), value), .expression(back), .returnValue(read(kept), place)]
      }
    } else if result.isVoid {
      statements.append(.expression(call(content)))
    } else {
      statements.append(.returnValue(call(content), place))
    }
    return ("\(type).\(asked.name)", [:], [box] + parameters, result, statements)
  }
}
