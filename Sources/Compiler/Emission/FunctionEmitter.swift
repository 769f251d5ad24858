import CMachine
import Diagnostics
import VirtualMachine

/// A value in registers.
struct Operand {
  /// The first of its registers.
  var register: Int
  var layout: Layout
  /// Whether its references are counted for whoever holds this operand, who must pass them on or release them.
  var isOwned: Bool
  /// Whether other code may change it while it is in use: a variable that functions see.
  var isShared = false
}

/// A place in the code that jumps go to.
final class JumpLabel {
  var target: Int?
  var uses: [Int] = []
}

/// Emits one function: registers are a stack of variables and temporaries; every owned reference is released once.
final class FunctionEmitter {
  enum Location {
    case registers(Int)
    /// The variable lives in the object that this register holds.
    case box(Int)
  }

  /// What is done where a scope is left.
  enum Cleanup {
    case variable(VariableDeclaration)
    /// A value that an expression holds while it evaluates others.
    case temporary(Int, Layout)
    /// The statements of a `defer`.
    case deferred([Statement])
  }

  /// Where an error goes.
  struct Handler {
    var label: JumpLabel
    /// The register that gets the error.
    var error: Int
    /// How many cleanup scopes are open around it, and how many cleanups the last of them holds.
    var depth: Int
    var count: Int
  }

  struct Loop {
    var label: LoopLabel
    var onBreak: JumpLabel
    var onContinue: JumpLabel?
    /// How many cleanup scopes are open around it.
    var depth: Int
  }

  let program: ProgramEmitter
  let name: String
  /// The type arguments of the function whose code is being emitted: those of an inlined one inside it.
  private(set) var substitution: Substitution
  var code: [Instruction] = []
  private var latestTarget = -1
  /// Whether a jump may come to the next instruction.
  var isTarget: Bool { latestTarget == code.count }
  private var constants: [Constant] = []
  /// Strings by their bytes: texts that Swift calls equal may be written differently.
  private var constantIndices = [ConstantKey: Int](minimumCapacity: 8)

  private enum ConstantKey: Hashable {
    case bits(UInt64)
    case text([UInt8])

    init(_ constant: Constant) {
      switch constant {
      case .bits(let bits): self = .bits(bits)
      case .string(let text): self = .text(Array(text.utf8))
      }
    }
  }
  private var positions: [(from: Int, position: CodePosition)] = []
  /// The next free register, and the most ever in use.
  var top = 0
  private var highest = 0
  private var parameterSlots = 0
  var locations: [VariableDeclaration: Location] = [:]
  /// What is to be done where a scope is left, the last first.
  var cleanups: [[Cleanup]] = [[]]
  /// Where errors go, the innermost last; none of them where they leave the function.
  var handlers: [Handler] = []
  var loops: [Loop] = []
  /// Parameters whose final values go back to the caller.
  var inoutParameters: [VariableDeclaration] = []
  var resultType = Type.void
  /// The register of the closure object that is being run.
  var closureRegister = 0
  /// The local function being emitted, which finds itself in `closureRegister`.
  var ownFunction: FunctionDeclaration?
  let isTopLevel: Bool
  private var isTooLarge = false
  private var place = Place(source: 0, range: 0..<0)
  /// Where variables that stand for prepared targets are.
  var targets: [VariableDeclaration: Target] = [:]
  /// References that targets depend on, to be released when the change is done.
  var heldReferences: [Int] = []
  /// Jumps of `fallthrough` to the next case.
  var fallthroughLabels: [JumpLabel] = []

  /// The functions whose bodies are being emitted in place of calls, the innermost last.
  private(set) var inliningStack: [FunctionDeclaration] = []
  private var parameterNames: [String] = []
  /// What stands in place of calls, inner ones before those around them.
  var inlinings: [FunctionCode.Inlining] = []

  /// Virtual registers from here on are constants until the frame's size is known.
  private static let firstConstant = 0x8000

  var library: Library { program.library }

  init(_ program: ProgramEmitter, name: String, substitution: Substitution, isTopLevel: Bool = false) {
    self.program = program
    self.name = name
    self.substitution = substitution
    self.isTopLevel = isTopLevel
  }

  // MARK: Types

  /// A type with this specialisation's type arguments.
  func concrete(_ type: Type) -> Type {
    program.checker.normalized(type.resolved.substituting(substitution))
  }

  func layout(_ type: Type) -> Layout { program.layout(concrete(type)) }

  /// Emits code of another function's body, with its type arguments.
  func inBody<Result>(
    of declaration: FunctionDeclaration, _ arguments: Substitution, _ emit: () -> Result
  ) -> Result {
    let outer = substitution
    substitution = arguments
    inliningStack.append(declaration)
    defer {
      substitution = outer
      inliningStack.removeLast()
    }
    return emit()
  }

  // MARK: Registers

  static func isConstant(_ register: Int) -> Bool { register >= firstConstant }

  func allocate(_ count: Int) -> Int {
    let start = top
    top += count
    if top > highest { highest = top }
    if top >= Self.firstConstant - 1 { isTooLarge = true }
    return start
  }

  func reserveParameters(_ count: Int) {
    parameterSlots = count
    top = count
    highest = max(highest, count)
  }

  /// The register that holds a constant.
  func constant(_ constant: Constant) -> Int {
    let key = ConstantKey(constant)
    if let index = constantIndices[key] { return Self.firstConstant + index }
    constantIndices[key] = constants.count
    constants.append(constant)
    if constants.count > 16_000 { isTooLarge = true }
    return Self.firstConstant + constants.count - 1
  }

  func constant(_ value: Int) -> Int { constant(.bits(UInt64(bitPattern: Int64(value)))) }

  // MARK: Code

  func emit(_ operation: TramaOpcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    code.append(Instruction(operation, a, b, c))
  }

  func emit(_ operation: TramaOpcode, _ a: Int, wide: Int) {
    code.append(Instruction(operation, a, wide: wide))
  }

  /// Says where the next instructions come from.
  func mark(_ newPlace: Place) {
    guard newPlace != place || positions.isEmpty else { return }
    place = newPlace
    let position = CodePosition(source: newPlace.source, range: newPlace.range)
    if positions.last?.from == code.count { positions.removeLast() }
    positions.append((code.count, position))
  }

  var currentPlace: Place { place }

  func bind(_ label: JumpLabel) {
    label.target = code.count
    latestTarget = code.count
    for use in label.uses { patch(use, to: code.count) }
  }

  /// Emits a jump whose distance is filled in when the label is bound.
  func jump(_ operation: TramaOpcode, _ a: Int = 0, _ b: Int = 0, to label: JumpLabel) {
    code.append(Instruction(operation, a, b, 0))
    if let target = label.target {
      patch(code.count - 1, to: target)
    } else {
      label.uses.append(code.count - 1)
    }
  }

  private func patch(_ index: Int, to target: Int) {
    let distance = target - index
    let kinds = code[index].operands
    if kinds[2] == "J" {
      if Int(Int16(truncatingIfNeeded: distance)) != distance { isTooLarge = true }
      code[index].c = UInt16(truncatingIfNeeded: distance)
    } else {
      code[index].b = UInt16(truncatingIfNeeded: distance)
      code[index].c = UInt16(truncatingIfNeeded: distance >> 16)
    }
  }

  /// Copies slots without counting references.
  func move(_ count: Int, from: Int, to: Int) {
    guard from != to, count > 0 else { return }
    switch count {
    case 1: emit(trama_op_mov, to, from)
    case 2: emit(trama_op_mov2, to, from)
    default: emit(trama_op_movN, to, from, count)
    }
  }

  /// Traps where a reference that should be there is missing.
  func check(_ register: Int, _ layout: Layout) {
    for (place, slot) in layout.slots.enumerated() where slot == .reference {
      emit(trama_op_check, register + place)
    }
  }

  func retain(_ register: Int, _ layout: Layout) {
    for place in layout.references { emit(trama_op_retain, register + place) }
  }

  func release(_ register: Int, _ layout: Layout) {
    for place in layout.references { emit(trama_op_release, register + place) }
  }

  func release(_ operand: Operand) {
    if operand.isOwned { release(operand.register, operand.layout) }
  }

  /// The finished function: virtual registers become frame slots.
  func finish() -> FunctionCode {
    if isTooLarge || code.count > 1 << 20 {
      program.report(
        program.checker.diagnostic(
          "limit.function", place, "'\(name)' is too large; split it into smaller functions"))
    }
    let shift = constants.count
    let parameters = parameterSlots
    func final(_ register: UInt16) -> UInt16 {
      let value = Int(register)
      if value >= Self.firstConstant {
        return UInt16(truncatingIfNeeded: parameters + value - Self.firstConstant)
      }
      return UInt16(truncatingIfNeeded: value < parameters ? value : value + shift)
    }
    for index in code.indices { code[index].mapRegisters(final) }
    return FunctionCode(
      name: name, code: Instruction.pairingProducts(code), constants: constants,
      parameterSlots: parameterSlots,
      frameSlots: highest + shift + 1, positions: positions, inlinings: inlinings,
      parameterNames: parameterNames)
  }

  // MARK: Whole functions

  /// Emits a declared function.
  func emit(_ declaration: FunctionDeclaration) -> FunctionCode {
    mark(declaration.place)
    program.checker.checkBody(of: declaration)
    guard let body = declaration.checked else {
      emitIntrinsicBody(declaration)
      return finish()
    }
    resultType = concrete(body.context.result)
    ownFunction = declaration
    emitBody(
      parameters: body.parameters, captures: program.captures(of: declaration), statements: body.statements)
    return finish()
  }

  /// Emits a function that has no declaration.
  func emitThunk(parameters: [VariableDeclaration], result: Type, statements: [Statement]) -> FunctionCode {
    resultType = result
    emitBody(parameters: parameters, captures: [], statements: statements)
    return finish()
  }

  /// Emits a closure.
  func emit(_ closure: Closure, captures: [VariableDeclaration]) -> FunctionCode {
    resultType = concrete(closure.context.result)
    emitBody(parameters: closure.parameters, captures: captures, statements: closure.statements)
    return finish()
  }

  private func emitBody(
    parameters: [VariableDeclaration], captures: [VariableDeclaration], statements: [Statement]
  ) {
    var offset = 0
    for parameter in parameters {
      locations[parameter] = .registers(offset)
      offset += layout(parameter.type).count
    }
    closureRegister = offset
    parameterNames = parameters.map(\.name)
    reserveParameters(offset + 1)
    inoutParameters = parameters.filter(\.isInout)
    var slot = 1
    for capture in captures {
      if capture.isBoxed {
        let register = allocate(1)
        emit(trama_op_objectGet, register, closureRegister, slot)
        locations[capture] = .box(register)
        slot += 1
      } else {
        let size = capture.isWeak ? 1 : layout(capture.type).count
        let register = allocate(size)
        for index in 0..<size { emit(trama_op_objectGet, register + index, closureRegister, slot + index) }
        locations[capture] = .registers(register)
        slot += size
      }
    }
    for parameter in parameters where parameter.isCaptured && parameter.isInout {
      // Shared with closures for the time of the call.
      guard case .registers(let register)? = locations[parameter] else { continue }
      let size = layout(parameter.type)
      let box = allocate(1)
      emit(trama_op_objectNew, box, program.layoutID(size))
      for index in 0..<size.count { emit(trama_op_objectSet, box, index, register + index) }
      locations[parameter] = .box(box)
    }
    emit(statements)
    if case .returnValue? = statements.last { return }
    emitReturn(nil)
  }

  /// A function value of something that has no body of its own: an operator of the machine or a host function.
  private func emitIntrinsicBody(_ declaration: FunctionDeclaration) {
    var parameters: [VariableDeclaration] = []
    var types = declaration.parameters.map(\.type)
    if declaration.isInstanceMember, let owner = declaration.owner { types.insert(owner.selfType, at: 0) }
    var offset = 0
    for (index, type) in types.enumerated() {
      let variable = VariableDeclaration(
        name: "_\(index)", type: type, isLet: true, context: nil, place: declaration.place)
      locations[variable] = .registers(offset)
      offset += layout(type).count
      parameters.append(variable)
    }
    reserveParameters(offset + 1)
    resultType = concrete(declaration.result)
    guard declaration.intrinsic != nil else {
      program.report(
        program.checker.diagnostic(
          "unsupported", declaration.place, "'\(declaration.name)' has no implementation here"))
      emit(trama_op_trap, Int(trama_trap_unreachable.rawValue))
      return
    }
    let call = Expression(
      .call(
        FunctionReference(declaration: declaration, substitution: substitution),
        parameters.map { Expression(.variable($0), $0.type, declaration.place) }),
      declaration.result, declaration.place)
    if resultType.isVoid {
      _ = value(call)
      emitReturn(nil)
    } else {
      emitReturn(call)
    }
  }
}

extension ProgramEmitter {
  /// What a local function needs of the frames around, its own uses and those of local functions that it calls.
  func captures(of declaration: FunctionDeclaration) -> [VariableDeclaration] {
    guard declaration.outerContext != nil else { return [] }
    return declaration.checked?.context.allCaptures ?? []
  }
}
