import CMachine

extension Machine {
  /// Whether what a closure gives may depend on global variables, though calling it changes nothing that anything else
  /// can see: it can be called between cells, and may give something else after each.
  ///
  /// The answer is no where that is not certain.
  ///
  /// - Parameter makers: The functions that have made the closures which it may come to call, directly or by functions
  ///   that they call.
  /// - Complexity: Linear in the code that it may run, and in that of the makers where it calls any closure.
  public func readsGlobalsWithoutEffects(
    _ closure: UnsafeMutablePointer<TramaObject>, closuresMadeBy makers: @autoclosure () -> [Int]
  ) -> Bool {
    var globals: Set<Int> = []
    let isPure = forEachEffect(of: closure, makers) { effects in
      globals.formUnion(effects.globals)
      return !effects.changesState
    }
    return isPure && !globals.isEmpty
  }

  /// The slots of the global variables that a call of a closure may read, and perhaps some that it does not.
  ///
  /// - Parameter makers: As above.
  /// - Complexity: As above.
  public func globalsRead(
    by closure: UnsafeMutablePointer<TramaObject>, closuresMadeBy makers: @autoclosure () -> [Int]
  ) -> Set<Int> {
    var globals: Set<Int> = []
    _ = forEachEffect(of: closure, makers) { effects in
      globals.formUnion(effects.globals)
      return true
    }
    return globals
  }

  /// Visits what each function may do that a call of a closure may come to, until a visitor says no.
  private func forEachEffect(
    of closure: UnsafeMutablePointer<TramaObject>, _ makers: () -> [Int],
    _ visit: (FunctionCode.Effects) -> Bool
  ) -> Bool {
    guard let slots = trama_object_slots(closure) else { return false }
    var seen: Set<Int> = []
    var rest = [Int(slots[0].i)]
    var callsAny = false
    while let id = rest.popLast() {
      guard seen.insert(id).inserted else { continue }
      guard let effects = function(id)?.effects, visit(effects) else { return false }
      rest += effects.calls + effects.closures
      if effects.callsClosures, !callsAny {
        callsAny = true
        rest += closures(madeBy: makers())
      }
    }
    return true
  }

  /// The functions of the closures that functions make, directly or by functions that they call.
  private func closures(madeBy makers: [Int]) -> Set<Int> {
    var closures: Set<Int> = []
    var seen: Set<Int> = []
    var rest = makers
    while let id = rest.popLast() {
      guard seen.insert(id).inserted, let effects = function(id)?.effects else { continue }
      closures.formUnion(effects.closures)
      rest += effects.calls + effects.closures
    }
    return closures
  }
}

extension FunctionCode {
  /// What running a function may do besides giving a value.
  struct Effects {
    /// The slots of the globals that it reads.
    var globals: Set<Int> = []
    /// Whether something that outlives the call may be another afterwards.
    var changesState = false
    var calls: [Int] = []
    var callsClosures = false
    /// The functions of the closures that it makes.
    var closures: [Int] = []
  }

  /// - Complexity: Linear in the code.
  var effects: Effects {
    var effects = Effects()
    // Registers with objects that this call has just made, which nothing else sees yet: the closures that it makes.
    var fresh: Set<UInt16> = []
    var last: Instruction?
    for instruction in code {
      defer { last = instruction }
      switch TramaOpcode(UInt32(instruction.operation)) {
      case trama_op_objectNew: fresh.insert(instruction.a)
      case trama_op_objectSet where fresh.contains(instruction.a):
        // A closure's first slot is the number of its function, a constant made for it.
        if instruction.b == 0, let last, last.operation == UInt16(trama_op_constI.rawValue),
          last.a == instruction.c
        {
          effects.closures.append(last.wide)
        }
      // What fills an object writes one register at a time.
      case trama_op_constI, trama_op_mov, trama_op_retain: fresh.remove(instruction.a)
      case trama_op_loadGlobal:
        effects.globals.insert(Int(instruction.b))
        fresh.remove(instruction.a)
      case let operation:
        effects.note(operation, instruction)
        fresh = []
      }
    }
    return effects
  }
}

extension FunctionCode.Effects {
  /// Takes note of an operation that makes no closure.
  fileprivate mutating func note(_ operation: TramaOpcode, _ instruction: Instruction) {
    switch operation {
    case trama_op_call: calls.append(instruction.wide)
    case trama_op_callClosure: callsClosures = true
    // Objects of classes run code of their own when they go.
    case trama_op_storeGlobal, trama_op_objectSet, trama_op_instanceNew, trama_op_callDynamic,
      trama_op_host, trama_op_halt:
      changesState = true
    default: break
    }
  }
}
