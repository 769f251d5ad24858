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

  /// The slot among the globals of a number that the cell that was compiled last declares under a name.
  public func globalSlot(ofNumberNamed name: String) -> Int? {
    declaredScope?.variables[name].flatMap(globalSlot(of:))
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
