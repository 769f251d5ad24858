import CMachine
import VirtualMachine

/// What the prelude's declarations leave to the machine or the host.
extension FunctionEmitter {
  /// How a machine operation takes its operands.
  struct Operation {
    var opcode: TramaOpcode
    var isSwapped = false
    var isUnary = false
    /// The jumps taken when the comparison holds and when it does not.
    var jump: (whenTrue: TramaOpcode, whenFalse: TramaOpcode, falseIsSwapped: Bool)?
    /// The same jumps with an immediate second operand.
    var immediateJump: (whenTrue: TramaOpcode, whenFalse: TramaOpcode)?
  }

  static let operations: [String: Operation] = [
    "addI": Operation(opcode: trama_op_addI),
    "subI": Operation(opcode: trama_op_subI),
    "mulI": Operation(opcode: trama_op_mulI),
    "divI": Operation(opcode: trama_op_divI),
    "remI": Operation(opcode: trama_op_remI),
    "addWrapI": Operation(opcode: trama_op_addWrapI),
    "subWrapI": Operation(opcode: trama_op_subWrapI),
    "mulWrapI": Operation(opcode: trama_op_mulWrapI),
    "andI": Operation(opcode: trama_op_andI),
    "orI": Operation(opcode: trama_op_orI),
    "xorI": Operation(opcode: trama_op_xorI),
    "shlI": Operation(opcode: trama_op_shlI),
    "shrI": Operation(opcode: trama_op_shrI),
    "notI": Operation(opcode: trama_op_notI, isUnary: true),
    "negI": Operation(opcode: trama_op_negI, isUnary: true),
    "absI": Operation(opcode: trama_op_absI, isUnary: true),
    "addU": Operation(opcode: trama_op_addU),
    "subU": Operation(opcode: trama_op_subU),
    "mulU": Operation(opcode: trama_op_mulU),
    "divU": Operation(opcode: trama_op_divU),
    "remU": Operation(opcode: trama_op_remU),
    "shrU": Operation(opcode: trama_op_shrU),
    "ltU": Operation(opcode: trama_op_ltU),
    "leU": Operation(opcode: trama_op_leU),
    "gtU": Operation(opcode: trama_op_ltU, isSwapped: true),
    "geU": Operation(opcode: trama_op_leU, isSwapped: true),
    "fToU": Operation(opcode: trama_op_fToU, isUnary: true),
    "single": Operation(opcode: trama_op_single, isUnary: true),
    "notB": Operation(opcode: trama_op_notB, isUnary: true),
    "addF": Operation(opcode: trama_op_addF),
    "subF": Operation(opcode: trama_op_subF),
    "mulF": Operation(opcode: trama_op_mulF),
    "divF": Operation(opcode: trama_op_divF),
    "negF": Operation(opcode: trama_op_negF, isUnary: true),
    "intToF": Operation(opcode: trama_op_intToF, isUnary: true),
    "fToInt": Operation(opcode: trama_op_fToInt, isUnary: true),
    "arrayCount": Operation(opcode: trama_op_arrayCount, isUnary: true),
    "eqI": Operation(
      opcode: trama_op_eqI, jump: (trama_op_jumpEqI, trama_op_jumpNeI, false),
      immediateJump: (trama_op_jumpEqImmediateI, trama_op_jumpNeImmediateI)),
    "neI": Operation(
      opcode: trama_op_neI, jump: (trama_op_jumpNeI, trama_op_jumpEqI, false),
      immediateJump: (trama_op_jumpNeImmediateI, trama_op_jumpEqImmediateI)),
    "ltI": Operation(
      opcode: trama_op_ltI, jump: (trama_op_jumpLtI, trama_op_jumpLeI, true),
      immediateJump: (trama_op_jumpLtImmediateI, trama_op_jumpGeImmediateI)),
    "leI": Operation(
      opcode: trama_op_leI, jump: (trama_op_jumpLeI, trama_op_jumpLtI, true),
      immediateJump: (trama_op_jumpLeImmediateI, trama_op_jumpGtImmediateI)),
    "gtI": Operation(
      opcode: trama_op_ltI, isSwapped: true, jump: (trama_op_jumpLtI, trama_op_jumpLeI, true),
      immediateJump: (trama_op_jumpGtImmediateI, trama_op_jumpLeImmediateI)),
    "geI": Operation(
      opcode: trama_op_leI, isSwapped: true, jump: (trama_op_jumpLeI, trama_op_jumpLtI, true),
      immediateJump: (trama_op_jumpGeImmediateI, trama_op_jumpLtImmediateI)),
    "eqF": Operation(opcode: trama_op_eqF, jump: (trama_op_jumpEqF, trama_op_jumpNeF, false)),
    "neF": Operation(opcode: trama_op_neF, jump: (trama_op_jumpNeF, trama_op_jumpEqF, false)),
    "ltF": Operation(opcode: trama_op_ltF, jump: (trama_op_jumpLtF, trama_op_jumpNotLtF, false)),
    "leF": Operation(opcode: trama_op_leF, jump: (trama_op_jumpLeF, trama_op_jumpNotLeF, false)),
    "gtF": Operation(
      opcode: trama_op_ltF, isSwapped: true, jump: (trama_op_jumpLtF, trama_op_jumpNotLtF, false)),
    "geF": Operation(
      opcode: trama_op_leF, isSwapped: true, jump: (trama_op_jumpLeF, trama_op_jumpNotLeF, false)),
  ]

  private static let unaries: [String: Int] = Dictionary(
    uniqueKeysWithValues: (0..<Int(trama_unary_count.rawValue)).map {
      (String(cString: trama_unary_name(Int32($0))), $0)
    })

  private static let binaries: [String: Int] = Dictionary(
    uniqueKeysWithValues: (0..<Int(trama_binary_count.rawValue)).map {
      (String(cString: trama_binary_name(Int32($0))), $0)
    })

  /// Emits a call that the machine or the host does; nil where the declaration's own body is to be called.
  func emitIntrinsic(
    _ name: String, _ declaration: FunctionDeclaration, _ substitution: Substitution,
    _ arguments: [Expression],
    _ layout: Layout, at: Int?, _ place: Place
  ) -> Operand? {
    if let operation = Self.operations[name] {
      return emitOperation(operation, arguments, layout, at: at, place)
    }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    switch parts[0] {
    case "memory":
      guard parts.count == 2,
        let type = declaration.owner?.genericParameters.first.flatMap({ substitution[$0] })
      else { return nil }
      return memoryLayout(parts[1], of: type, arguments, at: at, place)
    case "unary":
      guard parts.count == 2, let function = Self.unaries[parts[1]] else { return nil }
      let result = at ?? allocate(1)
      let outer = top
      let operand = value(arguments[0])
      mark(place)
      emit(trama_op_unaryF, result, operand.register, function)
      top = outer
      return Operand(register: result, layout: layout, isOwned: false)
    case "absolute":
      // Of a type that is not the machine's own, the declaration's body finds it.
      let type = concrete(arguments[0].type)
      if type == library.int {
        return emitIntrinsic("absI", declaration, substitution, arguments, layout, at: at, place)
      }
      guard type == library.double || library.isFloat(type) else { return nil }
      return emitIntrinsic("unary:abs", declaration, substitution, arguments, layout, at: at, place)
    case "binary":
      guard parts.count == 2, let function = Self.binaries[parts[1]] else { return nil }
      let result = at ?? allocate(1)
      let outer = top
      let pair = allocate(2)
      _ = value(arguments[0], at: pair)
      _ = value(arguments[1], at: pair + 1)
      mark(place)
      emit(trama_op_binaryF, result, pair, function)
      top = outer
      return Operand(register: result, layout: layout, isOwned: false)
    case "fit", "wrap", "single":
      // An operation whose result is narrowed: `fit:addI:0`, `single:addF`.
      let inner = name.split(separator: ":").map(String.init)
      let result = at ?? allocate(1)
      let outer = top
      let whole: Operand
      if inner[1] == "unary" || inner[1] == "binary" {
        guard
          let made = emitIntrinsic(
            "\(inner[1]):\(inner[2])", declaration, substitution, arguments, layout, at: nil, place)
        else { return nil }
        whole = made
      } else {
        guard let operation = Self.operations[inner[1]] else { return nil }
        whole = emitOperation(operation, arguments, layout, at: nil, place)
      }
      mark(place)
      switch parts[0] {
      case "fit": emit(trama_op_fit, result, whole.register, Int(inner[2]) ?? 0)
      case "wrap": emit(trama_op_wrap, result, whole.register, Int(inner[2]) ?? 0)
      default: emit(trama_op_single, result, whole.register)
      }
      top = outer
      return Operand(register: result, layout: layout, isOwned: false)
    case "convert", "truncate":
      // From any integer to the type of the result.
      guard let from = IntegerKind(concrete(arguments[0].type)) else { return nil }
      let type = concrete(declaration.result.substituting(substitution))
      let result = at ?? allocate(1)
      let outer = top
      let operand = value(arguments[0])
      mark(place)
      if let to = IntegerKind(type) {
        if from == to {
          move(1, from: operand.register, to: result)
        } else if parts[0] == "truncate" {
          emit(trama_op_wrap, result, operand.register, to.rawValue)
        } else {
          emit(from == .uint64 ? trama_op_fitU : trama_op_fit, result, operand.register, to.rawValue)
        }
      } else {
        emit(from == .uint64 ? trama_op_uToF : trama_op_intToF, result, operand.register)
        if library.isFloat(type) { emit(trama_op_single, result, result) }
      }
      top = outer
      return Operand(register: result, layout: layout, isOwned: false)
    case "assign": return compound(parts[1], arguments, substitution, place)
    case "host":
      return emitCall(arguments, layout, at: at, place) { base, _ in host(parts[1], base) }
    case "bits":
      let register = constant(.bits(UInt64(parts[1]) ?? 0))
      guard let at else { return Operand(register: register, layout: layout, isOwned: false) }
      move(1, from: register, to: at)
      return Operand(register: at, layout: layout, isOwned: false)
    case "identity": return value(arguments[0], at: at)
    case "construct":
      return value(
        Expression(.construct(arguments), declaration.result.substituting(substitution), place), at: at)
    case "memberwise":
      return memberwise(
        declaration, arguments, concrete(declaration.result.substituting(substitution)), at: at, place)
    case "case":
      let type = concrete(declaration.result.substituting(substitution))
      guard case .nominal(let owner, _) = type, let index = Int(parts[1]) else { return nil }
      return construct(owner.cases[index], arguments, type, at: at, place)
    case "address", "caseIndex":
      let result = at ?? allocate(1)
      let operand = value(arguments[0])
      emit(trama_op_mov, result, operand.register)
      release(operand)
      return Operand(register: result, layout: layout, isOwned: false)
    case "caseTag": return caseTag(of: arguments[0], at: at)
    case "qualifiedName":
      release(value(arguments[0]))
      let name = Expression(
        .string(program.qualifiedName(concrete(arguments[0].type))), library.string, place)
      return value(name, at: at)
    case "typeOf": return typeOf(arguments[0], at: at, place)
    case "typeName": return typeName(arguments[0], isQualified: false, at: at)
    case "qualifiedTypeName": return typeName(arguments[0], isQualified: true, at: at)
    case "typeNumber": return typeNumber(arguments[0], at: at)
    case "sameType": return sameType(arguments, at: at)
    case "same":
      let result = at ?? allocate(1)
      let left = value(arguments[0])
      let right = value(arguments[1])
      emit(trama_op_eqI, result, left.register + 1, right.register + 1)
      release(left)
      release(right)
      return Operand(register: result, layout: layout, isOwned: false)
    case "trap":
      for argument in arguments { release(value(argument)) }
      mark(place)
      let reason =
        [
          "invalidRange": trama_trap_invalidRange, "negativeCount": trama_trap_negativeCount,
          "emptyCollection": trama_trap_emptyCollection, "zeroStride": trama_trap_zeroStride,
          "integerOverflow": trama_trap_integerOverflow,
        ][parts[1]] ?? trama_trap_unreachable
      emit(trama_op_trap, Int(reason.rawValue))
      return Operand(register: at ?? top, layout: layout, isOwned: false)
    case "describe":
      let result = at ?? allocate(1)
      describe(arguments[0], at: result, isDebug: parts.count > 1)
      return Operand(register: result, layout: layout, isOwned: true)
    case "print": return emitPrint(arguments, isDebug: parts.count > 1, place)
    case "tableHash", "tableFind": return table(parts[0], arguments, layout, at: at, place)
    case "tableAdd":
      let outer = top
      let held = heldReferences.count
      let target = prepare(arguments[0])
      let hash = value(arguments[1])
      let index = value(arguments[2])
      mark(place)
      let cells = allocate(1)
      take(target, Layout([.reference]), to: cells)
      emit(trama_op_tableAdd, cells, hash.register, index.register)
      putBack(target, Layout([.reference]), from: cells)
      releaseHeld(since: held)
      top = outer
      return Operand(register: top, layout: Layout([]), isOwned: false)
    case "dictionaryDefault":
      let reference = FunctionReference(declaration: declaration, substitution: substitution)
      return dictionaryDefault(
        Expression(.call(reference, arguments), declaration.result.substituting(substitution), place), layout,
        at: at)
    case "arrayElement": return arrayElement(arguments, layout, at: at, place)
    case "arrayAppend":
      let outer = top
      let held = heldReferences.count
      let target = prepare(arguments[0])
      let element = owned(arguments[1])
      mark(place)
      if case .registers(let array, _) = target {
        append(element.register, element.layout, to: array)
      } else {
        let array = allocate(1)
        take(target, Layout([.reference]), to: array)
        append(element.register, element.layout, to: array)
        putBack(target, Layout([.reference]), from: array)
      }
      releaseHeld(since: held)
      top = outer
      return Operand(register: top, layout: Layout([]), isOwned: false)
    default: return nil
    }
  }

  /// A structure from values for its properties; those that are not asked for have their first values.
  func memberwise(
    _ declaration: FunctionDeclaration, _ arguments: [Expression], _ type: Type, at: Int?, _ place: Place
  ) -> Operand? {
    guard case .nominal(let owner, let types) = type else { return nil }
    let substitution = owner.substitution(types)
    var given = Dictionary(
      zip(declaration.parameters.map(\.name), arguments), uniquingKeysWith: { first, _ in first })
    let fields = owner.storedProperties.map { property in
      let type = property.type.resolved.substituting(substitution)
      var field = Expression(.none, type, place)
      if let argument = given.removeValue(forKey: property.name) {
        field = argument
      } else if let initializer = property.initializer {
        field = Expression(
          .call(FunctionReference(declaration: initializer, substitution: substitution), []), type, place)
      }
      return property.isWeak ? Expression(.weaken(field), type, place) : field
    }
    return value(Expression(.construct(fields), type, place), at: at)
  }

  func emitOperation(
    _ operation: Operation, _ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place
  ) -> Operand {
    let result = at ?? allocate(layout.count)
    let outer = top
    let left = value(arguments[0])
    if operation.isUnary {
      mark(place)
      emit(operation.opcode, result, left.register)
      release(left)
    } else if let immediate = addend(operation.opcode, arguments[1]) {
      mark(place)
      emit(trama_op_addImmediateI, result, left.register, immediate)
    } else {
      // A variable that the second operand changes must be read before.
      let first = stable(left, arguments[0], before: arguments[1])
      let right = value(arguments[1])
      mark(place)
      if operation.opcode == trama_op_addF, result == first, right.register >= outer, let last = code.last,
        last.operation == UInt16(trama_op_mulF.rawValue), Int(last.a) == right.register, !isTarget
      {
        // The product is needed nowhere else, and always comes from here.
        code[code.count - 1] = Instruction(trama_op_mulAddF, result, Int(last.b), Int(last.c))
      } else if operation.isSwapped {
        emit(operation.opcode, result, right.register, first)
      } else {
        emit(operation.opcode, result, first, right.register)
      }
    }
    top = outer
    return Operand(register: result, layout: layout, isOwned: false)
  }

  /// The register with an operand's value, copied where evaluating another expression could change it.
  func stable(_ operand: Operand, _ expression: Expression, before other: Expression) -> Int {
    guard case .variable(let variable) = expression.kind, !variable.isLet, hasCalls(other) else {
      return operand.register
    }
    let copy = allocate(operand.layout.count)
    move(operand.layout.count, from: operand.register, to: copy)
    return copy
  }

  /// Whether evaluating an expression may run code of the cell's functions or change variables.
  func hasCalls(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .double, .boolean, .string, .none, .variable, .function, .type, .closure, .error: false
    case .element(let base, _): hasCalls(base)
    case .property(let base, _): hasCalls(base)
    case .call(let reference, let arguments):
      reference.declaration.intrinsic.map { $0.hasPrefix("host") || $0.hasPrefix("assign") } ?? !reference
        .declaration.isRequirement
        || arguments.contains(where: hasCalls)
    default: true
    }
  }

  /// The immediate that adds or subtracts a small literal.
  func addend(_ opcode: TramaOpcode, _ expression: Expression) -> Int? {
    guard opcode == trama_op_addI || opcode == trama_op_subI, let literal = smallLiteral(expression) else {
      return nil
    }
    return opcode == trama_op_addI ? literal : -literal
  }

  /// An integer literal that fits an immediate operand either sign.
  func smallLiteral(_ expression: Expression) -> Int? {
    guard case .integer(let text, let isNegative) = expression.kind, concrete(expression.type) == library.int,
      let value = program.checker.integerValue(text, isNegative), abs(value) < 32_000
    else { return nil }
    return value
  }

  /// `target op= value`.
  func compound(
    _ operatorName: String, _ arguments: [Expression], _ substitution: Substitution, _ place: Place
  ) -> Operand? {
    guard
      let requirement = library.operators[operatorName]?.first(where: {
        $0.isRequirement && $0.parameters.count == 2
          && $0.owner.flatMap { substitution[$0.selfParameter] } != nil
          || $0.isRequirement && $0.owner?.kind == .protocolType
            && conformsSelf(substitution, to: $0.owner)
      }), let owner = requirement.owner, let own = substitution.values.first
    else { return nil }
    let outer = top
    let held = heldReferences.count
    let type = concrete(own)
    let target = prepare(arguments[0])
    let current = VariableDeclaration(name: "_target", type: type, isLet: true, context: nil, place: place)
    let layout = program.layout(type)
    let right: Expression
    if case .registers(let register, let isGlobal) = target, !isGlobal || !hasCalls(arguments[1]) {
      locations[current] = .registers(register)
      right = arguments[1]
    } else {
      // The value comes first, then the target as it is by then.
      let operand = value(arguments[1])
      let kept = VariableDeclaration(name: "_value", type: type, isLet: true, context: nil, place: place)
      locations[kept] = .registers(operand.register)
      right = Expression(.variable(kept), type, arguments[1].place)
      locations[current] = .registers(read(target, layout))
    }
    let sum = Expression(
      .call(
        FunctionReference(declaration: requirement, substitution: [owner.selfParameter: type]),
        [Expression(.variable(current), type, arguments[0].place), right]),
      type, place)
    if case .registers(let register, _) = target, layout.isTrivial, layout.count == 1 {
      if isPlain(sum) {
        _ = value(sum, at: register)
      } else {
        move(1, from: value(sum).register, to: register)
      }
    } else {
      let result = owned(sum)
      store(result.register, layout, to: target)
    }
    locations[current] = nil
    releaseHeld(since: held)
    top = outer
    return Operand(register: top, layout: Layout([]), isOwned: false)
  }

  func conformsSelf(_ substitution: Substitution, to owner: NominalDeclaration?) -> Bool {
    guard let owner, let own = substitution.values.first else { return false }
    return program.checker.conforms(concrete(own), to: owner)
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

  func arrayElement(_ arguments: [Expression], _ layout: Layout, at: Int?, _ place: Place) -> Operand {
    let result = at ?? allocate(layout.count)
    let outer = top
    var array = value(arguments[0])
    if array.isShared, hasCalls(arguments[1]) {
      let kept = allocate(1)
      emit(trama_op_mov, kept, array.register)
      emit(trama_op_retain, kept)
      array = Operand(register: kept, layout: array.layout, isOwned: true)
    }
    if layout.count == 1, let (neighbour, operation) = neighbour(arguments[1]) {
      let index = value(neighbour)
      mark(place)
      emit(operation, result, array.register, index.register)
    } else {
      let index = value(arguments[1])
      mark(place)
      emit(layout.count == 1 ? trama_op_arrayGet : trama_op_arrayGetN, result, array.register, index.register)
    }
    check(result, layout)
    if layout.isTrivial && !array.isOwned {
      top = outer
      return Operand(register: result, layout: layout, isOwned: false)
    }
    // The element must outlive the array.
    retain(result, layout)
    release(array)
    top = outer
    return Operand(register: result, layout: layout, isOwned: !layout.isTrivial)
  }

  /// The `i` of an index `i + 1` or `i - 1`, and the operation that reads the element beside it.
  private func neighbour(_ index: Expression) -> (Expression, TramaOpcode)? {
    guard let (name, arguments) = intrinsic(of: index), let operation = Self.operations[name],
      let distance = arguments.count == 2 ? addend(operation.opcode, arguments[1]) : nil, abs(distance) == 1
    else { return nil }
    return (arguments[0], distance > 0 ? trama_op_arrayGetAfter : trama_op_arrayGetBefore)
  }

  func emitPrint(_ arguments: [Expression], isDebug: Bool, _ place: Place) -> Operand? {
    guard arguments.count == 3, case .array(let items) = arguments[0].kind else { return nil }
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
