/// What a cell declares that formulas can speak of.
public enum NumericDeclaration: Hashable, Sendable {
  /// A function from so many Doubles to one.
  case function(arity: Int)
  /// A constant of a number's type.
  case constant
  /// A variable of a number's type.
  case variable
  /// A constant array of numbers.
  case array
}

/// Where among the globals a number lies, or an array of numbers.
public struct NumericGlobal: Hashable, Sendable {
  public let slot: Int
  /// Whether the numbers are Doubles, and not Ints.
  public let isDouble: Bool
}

extension Compiler {
  /// What the cell that was compiled last declares under a name: functions of Doubles, by their arity, and numbers;
  /// nothing where it was refused.
  public func numericDeclarations(named name: String) -> [NumericDeclaration] {
    guard let scope = declaredScope else { return [] }
    let functions = (scope.functions[name] ?? []).filter { function in
      function.kind == .function && function.owner == nil && function.genericParameters.isEmpty
        && !function.canThrow && function.result == library.double
        && function.parameters.allSatisfy { $0.type == library.double && !$0.isInout && !$0.isVariadic }
    }
    var found = functions.map { NumericDeclaration.function(arity: $0.parameters.count) }
    if let variable = scope.variables[name] {
      switch variable.type {
      case .function(let type) where variable.isLet:
        if !type.canThrow, type.result == library.double,
          type.parameters.allSatisfy({ $0.type == library.double && !$0.isInout })
        {
          found.append(.function(arity: type.parameters.count))
        }
      case library.array(of: library.double), library.array(of: library.int):
        if variable.isLet { found.append(.array) }
      case library.double, library.int: found.append(variable.isLet ? .constant : .variable)
      default: break
      }
    }
    return found
  }

  /// Where a number, or an array of numbers, lies that the cell that was compiled last declares under a name.
  ///
  /// - Returns: Nil where only running a program tells the value: it is computed when it is read, or may lack.
  public func numericGlobal(named name: String) -> NumericGlobal? {
    guard let variable = declaredScope?.variables[name], variable.isInitialized, variable.lost == nil,
      !variable.isLazyGlobal, variable.wrapped == nil, let slot = globalSlot(of: variable)
    else { return nil }
    switch variable.type {
    case library.double, library.array(of: library.double): return NumericGlobal(slot: slot, isDouble: true)
    case library.int, library.array(of: library.int): return NumericGlobal(slot: slot, isDouble: false)
    default: return nil
    }
  }

  /// Whether the cell that was compiled last declares anything under a name.
  public func declares(_ name: String) -> Bool {
    guard let scope = declaredScope else { return false }
    return scope.variables[name] != nil || scope.types[name] != nil || !(scope.functions[name] ?? []).isEmpty
  }

  /// Whether the cell that was compiled last declares functions under a name of which none is of Doubles alone.
  public func declaresOtherFunctions(named name: String) -> Bool {
    guard let functions = declaredScope?.functions[name], !functions.isEmpty else { return false }
    return !numericDeclarations(named: name).contains { if case .function = $0 { true } else { false } }
  }
}
