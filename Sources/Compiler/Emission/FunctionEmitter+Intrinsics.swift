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

  func conformsSelf(_ substitution: Substitution, to owner: NominalDeclaration?) -> Bool {
    guard let owner, let own = substitution.values.first else { return false }
    return program.checker.conforms(concrete(own), to: owner)
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
}
